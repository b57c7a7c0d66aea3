import numpy as np
import pytest

from onrecord.align.claims import cluster
from onrecord.align.pairs import make_level
from onrecord.align.scores import Scores
from onrecord.align.units import Unit


def scores(reports, **pairs):
    """Make the scores of units of some reports, -9 where none is given; a pair is named after its two units."""
    matrix = np.full((len(reports), len(reports)), -9.0, np.float32)
    for name, value in pairs.items():
        a, b = map(int, name[1:].split("_"))
        matrix[a, b] = value
    rows = [
        [Unit(k, None, 0.0, "", *[frozenset()] * 6) for own in reports if own == k] for k in range(max(reports) + 1)
    ]
    level = make_level(rows)
    return Scores(
        level,
        {
            (a, b): matrix[slice(*level.bounds[a]), slice(*level.bounds[b])]
            for a in range(len(rows))
            for b in range(a + 1, len(rows))
        },
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(scores([0, 1], p0_1=3), [(0, 1)], id="alike"),
        pytest.param(scores([0, 1], p0_1=-1), [(0,), (1,)], id="not-alike"),
        pytest.param(scores([0, 0]), [(0,), (1,)], id="one-report"),
        pytest.param(scores([0, 1, 1], p0_1=3, p0_2=5), [(0, 2), (1,)], id="the-better-partner"),
        pytest.param(scores([0, 1, 2], p0_1=5, p1_2=5, p0_2=-2), [(0, 1, 2)], id="joined-through-a-third"),
        pytest.param(scores([0, 1, 2], p0_1=5, p1_2=5, p0_2=-8), [(0, 1), (2,)], id="the-sum-decides"),
        pytest.param(scores([0, 0, 1], p1_2=4), [(0,), (1, 2)], id="places-of-the-level"),
    ],
)
def test_clusters_join_what_attracts_and_hold_one_unit_a_report(found, expected):
    """Units join while the sum of their scores is above 0, and never two of one report."""
    assert cluster(found) == expected


def test_nothing_makes_no_cluster():
    """A story without assertions has no claims."""
    assert cluster(Scores(make_level([[], []]), {})) == []
