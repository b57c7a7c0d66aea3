"""Ranges are found by where they stand, and the answer is that of looking at all of them."""

import pytest

from onrecord.model.overlaps import SHELF, Range, Ranges

GIVEN = ((0, 4, 0), (SHELF - 1, SHELF, 1), (SHELF, SHELF + 1, 2), (3, 5 * SHELF, 3), (4, 5, 0))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        pytest.param(0, 3, [0], id="the end of what is asked for is no part of it"),
        pytest.param(4, 5, [3, 4], id="the end of a range is no part of it"),
        pytest.param(SHELF - 1, SHELF, [1, 3], id="the last place of a shelf"),
        pytest.param(SHELF, SHELF + 1, [2, 3], id="the first place of the next"),
        pytest.param(4 * SHELF, 9 * SHELF, [3], id="a range over many shelves comes once"),
        pytest.param(9 * SHELF, 9 * SHELF + 1, [], id="nothing stands there"),
    ],
)
def test_the_ranges_over_a_range_are_those_that_share_a_place_with_it(start, end, found):
    """Those and only those, in the order given, a mark as often as it has ranges there."""
    assert Ranges(GIVEN).over(start, end) == [Range(*GIVEN[k]) for k in found]
