import numpy as np
import pytest

from onrecord.align.pairs import FEATURES, NEVER, TOO_LITTLE, USUAL, above_floor
from onrecord.align.strangers import APART
from onrecord.align.why import LEFT_OUT, _left_out, _veto


def column(**values):
    """Make the features of a pair, as pairs usually have them where none is given."""
    found = USUAL.mean.copy()
    for name, value in values.items():
        found[FEATURES.index(name)] = value
    return found


ALIKE = column(words=0.5, vectors=0.4)


@pytest.mark.parametrize(
    ("score", "features", "expected"),
    [
        pytest.param(3.0, ALIKE, None, id="the-sum-decides"),
        pytest.param(9.0, column(words=0.9), "the same words", id="copied"),
        pytest.param(-3.0, column(words=0.1), "no words alike", id="strange"),
        pytest.param(TOO_LITTLE, ALIKE, "too little in common for any story", id="below-the-floor"),
        pytest.param(
            float(above_floor(ALIKE[:, None])[0]), ALIKE, "too little in common for any story", id="held-by-the-floor"
        ),
        pytest.param(APART, column(words=0.9), "reports of two events", id="two-events"),
    ],
)
def test_a_veto_is_named(score, features, expected):
    """What decided about a pair whatever its sum in the story is said in words."""
    assert _veto(score, features) == expected


def test_the_best_pairs_outside_a_claim_are_told_in_order():
    """Pairs of a unit inside and one outside, the likest first, never two units of one report."""
    scores = np.full((4, 4), NEVER)
    for i, j, value in ((0, 1, 9), (0, 2, -1), (1, 2, 4), (1, 3, 2)):
        scores[i, j] = scores[j, i] = value
    assert _left_out(scores, [0, 1]) == [(1, 2), (1, 3), (0, 2)]


def test_no_more_than_a_few_left_out_pairs_are_told():
    """However many pairs are left out, only the next best are told."""
    assert len(_left_out(np.ones((20, 20)), [0])) == LEFT_OUT
