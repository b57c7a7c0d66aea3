from itertools import pairwise

import numpy as np
import pytest

from onrecord.align.pairs import FEATURES, USUAL, Level, above_floor
from onrecord.align.scores import TOO_LITTLE, Scores
from onrecord.align.strangers import APART, find_events, heed_events
from onrecord.align.units import Unit

CORE_SUM = {"vectors": 0.6, "words": 0.6, "shared": 1.5, "matched": 1.2, "sentence_vectors": 0.5}
MIDDLING = 0.7
"""What of this a pair has that links two short reports and no two long ones."""


class Pairs:
    """Features of hand-made reports: the pairs of reports named are alike, the others as pairs usually are."""

    def __init__(self, sizes, alike, values=CORE_SUM):
        self.places = tuple((a, b) for a in range(len(sizes)) for b in range(a + 1, len(sizes)))
        self.sizes, self.alike, self.values = sizes, alike, values

    def of(self, a, b):
        block = np.zeros((len(FEATURES), self.sizes[a], self.sizes[b]), np.float32)
        block += USUAL.mean[:, None, None]
        if (a, b) in self.alike:
            for name, value in self.values.items():
                block[FEATURES.index(name)] = value
        return block


def level_of(sizes):
    """Make a level of reports of so many units."""
    empty = frozenset()
    units = tuple(Unit(k, None, 0.0, "", *[empty] * 6) for k, n in enumerate(sizes) for _ in range(n))
    ends = np.cumsum([0, *sizes]).tolist()
    return Level(units, tuple(pairwise(ends)))


@pytest.mark.parametrize(
    ("sizes", "alike", "expected"),
    [
        pytest.param([30, 30], {(0, 1)}, (0, 0), id="one-event"),
        pytest.param([30, 30], set(), (0, 1), id="two-events"),
        pytest.param([30, 30, 30], {(0, 1), (1, 2)}, (0, 0, 0), id="joined-by-a-chain"),
        pytest.param([30, 30, 30], {(0, 2)}, (0, 1, 0), id="one-stranger"),
        pytest.param([30, 30, 30, 30], {(0, 3), (1, 2)}, (0, 1, 1, 0), id="two-and-two"),
        pytest.param([12, 12], set(), (0, 1), id="two-events-in-short"),
        pytest.param([30, 9], set(), (0, None), id="too-short-to-tell"),
    ],
)
def test_reports_are_of_one_event_if_a_chain_of_likenesses_joins_them(sizes, alike, expected):
    """Reports share an event if they are linked, by others or directly; a short report is called no stranger."""
    assert find_events(Pairs(sizes, alike), level_of(sizes)) == expected


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        pytest.param([30, 30], (0, 1), id="two-long-ones"),
        pytest.param([30, 12], (0, 0), id="a-short-one-beside-a-long-one"),
        pytest.param([12, 12], (0, 0), id="two-short-ones"),
    ],
)
def test_short_reports_need_less_likeness_to_be_of_one_event(sizes, expected):
    """The likest assertions of a short report are less alike than those of a long one, for there are fewer."""
    middling = {name: value * MIDDLING for name, value in CORE_SUM.items()}
    assert find_events(Pairs(sizes, {(0, 1)}, middling), level_of(sizes)) == expected


def test_nothing_is_joined_across_events():
    """Assertions of two events never attract each other, those of a report that is too short to tell may."""
    blocks = {place: np.full((1, 1), 7.0, np.float32) for place in ((0, 1), (0, 2), (1, 2))}
    scores = heed_events(Scores(level_of([1, 1, 1]), blocks), (0, 1, None))
    assert scores.of(0, 1) == scores.of(1, 0) == APART
    assert scores.of(0, 2) == scores.of(2, 1) == 7


@pytest.mark.parametrize(
    ("values", "joined"),
    [
        pytest.param({}, False, id="as-pairs-usually-are"),
        pytest.param(CORE_SUM, True, id="alike-in-all"),
        pytest.param({"vectors": 0.5, "words": 0.6}, False, id="alike-in-two"),
        pytest.param({**CORE_SUM, "shared": 0.4, "matched": 0.35}, False, id="little-less"),
        pytest.param({**CORE_SUM, "shared": 0.4, "matched": 0.35, "number": 1}, True, id="the-same-with-one-amount"),
    ],
)
def test_the_floor_asks_for_likeness_on_a_scale_that_is_no_storys_own(values, joined):
    """A pair stands above the floor only by what it has in common itself; one amount in both helps."""
    column = USUAL.mean[:, None].copy()
    for name, value in {"number": 0, **values}.items():
        column[FEATURES.index(name)] = value
    assert (above_floor(column)[0] > 0) == joined
    assert TOO_LITTLE < 0
