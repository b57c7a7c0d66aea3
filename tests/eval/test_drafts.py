"""Drafts by another hand, with planted faults, held against their stories: the figures never fall.

The floors of `SEEN` are of drafts whose sentences were looked at while the checks were made, those of `UNSEEN` of
drafts that were not.
"""

import drafts_score
import pytest

SEEN = ("border_shelling", "crown_devalued", "museum_theft", "rail_strike")
UNSEEN = ("clinic_inquiry", "tanker_spill")
FLOORS = {
    "seen": {"faults_shown": 41 / 48, "sound_unflagged": 62 / 64, "differs_shown": 6 / 16, "sound_unsplit": 62 / 64},
    "unseen": {"faults_shown": 21 / 24, "sound_unflagged": 27 / 29, "differs_shown": 0.0, "sound_unsplit": 24 / 29},
}

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.mark.parametrize(("part", "names"), [("seen", SEEN), ("unseen", UNSEEN)])
def test_drafts_keep_their_floors(records, models, part, names):
    """Faults are shown, sound sentences left alone, differences between the reports shown with both sides."""
    found = drafts_score.score_drafts(names, records, models)
    assert {name: value for name, value in found.items() if value < FLOORS[part][name] - 1e-9} == {}


def test_every_draft_is_held():
    """A draft cannot be forgotten."""
    assert sorted((*SEEN, *UNSEEN)) == list(drafts_score.NAMES)
