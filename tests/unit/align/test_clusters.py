import numpy as np
import pytest

from onrecord.align.claims import cluster


def scores(n, **pairs):
    """Make a symmetric matrix of scores, -9 where no pair is given; a pair is named after its two units."""
    found = np.full((n, n), -9.0)
    for name, value in pairs.items():
        a, b = map(int, name[1:].split("_"))
        found[a, b] = found[b, a] = value
    return found


@pytest.mark.parametrize(
    ("matrix", "reports", "expected"),
    [
        pytest.param(scores(2, p0_1=3), [0, 1], [(0, 1)], id="alike"),
        pytest.param(scores(2, p0_1=-1), [0, 1], [(0,), (1,)], id="not-alike"),
        pytest.param(scores(2, p0_1=9), [0, 0], [(0,), (1,)], id="one-report"),
        pytest.param(scores(3, p0_1=3, p0_2=5), [0, 1, 1], [(0, 2), (1,)], id="the-better-partner"),
        pytest.param(scores(3, p0_1=5, p1_2=5, p0_2=-2), [0, 1, 2], [(0, 1, 2)], id="joined-through-a-third"),
        pytest.param(scores(3, p0_1=5, p1_2=5, p0_2=-8), [0, 1, 2], [(0, 1), (2,)], id="the-sum-decides"),
    ],
)
def test_clusters_join_what_attracts_and_hold_one_unit_a_report(matrix, reports, expected):
    """Units join while the sum of their scores is above 0, and never two of one report."""
    assert cluster(matrix, reports) == expected


def test_nothing_makes_no_cluster():
    """A story without assertions has no claims."""
    assert cluster(np.zeros((0, 0)), []) == []
