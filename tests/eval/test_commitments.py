"""The floors of commitments on sentences that somebody else wrote."""

import tomllib
from collections import Counter
from pathlib import Path

import commitment_score
import pytest

from build_gold import StoryGold

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["commitments"]
STORIES = Path(__file__).parents[2] / "stories"
MARKED = ("rail_strike", "river_treaty")


def test_the_gold_has_commitments_and_decoys():
    """There are enough of both kinds, every line is used once, and every commitment has all its parts."""
    rows = commitment_score.rows()
    assert len({row["id"] for row in rows}) == len(rows)
    assert sum(bool(row["commitments"]) for row in rows) >= 80
    assert sum("decoy" in row for row in rows) >= 60
    assert all(set(commitment_score.PARTS) <= set(one) for row in rows for one in row["commitments"])


@pytest.mark.parametrize(
    ("want", "have", "right"),
    [
        pytest.param("../2031-06-30", "2031-06-30", True, id="by-a-day"),
        pytest.param("2031-06", "2031-06-14", True, id="inside"),
        pytest.param("2031-06-30", None, False, id="left-out"),
        pytest.param(None, "2031-06-30", False, id="made-up"),
    ],
)
def test_a_due_date_is_right_by_its_last_day(want, have, right):
    """What is due by a day is due on it."""
    assert commitment_score._same_due(want, have) is right


@pytest.mark.model
@pytest.mark.slow
def test_commitments_keep_their_floors(models):
    """Finding commitments, and whole tuples, never get worse; no further decoy is taken for a promise."""
    found = commitment_score.figures(models.nlp)
    assert {name: least for name, least in FLOORS["sentences"].items() if found[name] < least} == {}


@pytest.mark.model
@pytest.mark.slow
def test_commitments_of_the_written_stories_keep_their_floors(records):
    """In the two stories whose commitments are marked, finding them, their actor and status never get worse."""
    count = Counter()
    for name in MARKED:
        count += commitment_score.story_figures(records[name], StoryGold(STORIES / name).layers())
    found = {part: round(count[part] / count["gold"], 4) for part in ("found", "by", "status")}
    assert {part: least for part, least in FLOORS["stories"].items() if found[part] < least} == {}
