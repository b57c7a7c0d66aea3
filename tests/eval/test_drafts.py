"""Drafts by another hand, with planted faults, held against their stories: the figures never fall.

The sentences of all of them were looked at while the checks were made. When they were first held, the last two,
`LAST`, gave 17 of 24 faults, 0 of 26 sound sentences flagged, 6 of 21 differences and 6 of 26 sound sentences
with two sides.
"""

import drafts_score
import pytest

EARLIER = ("border_shelling", "clinic_inquiry", "crown_devalued", "museum_theft", "rail_strike", "tanker_spill")
LAST = ("merger_halt", "pit_collapse")
FLOORS = {
    "earlier": {
        "faults_shown": 63 / 72,
        "sound_unflagged": 89 / 93,
        "differs_shown": 10 / 24,
        "sound_unsplit": 82 / 93,
    },
    "last": {"faults_shown": 19 / 24, "sound_unflagged": 1.0, "differs_shown": 10 / 21, "sound_unsplit": 23 / 26},
}

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.mark.parametrize(("part", "names"), [("earlier", EARLIER), ("last", LAST)])
def test_drafts_keep_their_floors(records, models, part, names):
    """Faults are shown, sound sentences left alone, differences between the reports shown with both sides."""
    found = drafts_score.score_drafts(names, records, models)
    assert {name: value for name, value in found.items() if value < FLOORS[part][name] - 1e-9} == {}


def test_every_draft_is_held():
    """A draft cannot be forgotten."""
    assert sorted((*EARLIER, *LAST)) == list(drafts_score.NAMES)
