import numpy as np
import pytest

from onrecord.align.pairs import FEATURES, USUAL, above_floor, make_level
from onrecord.align.scores import TOO_LITTLE, Scores
from onrecord.align.strangers import APART
from onrecord.align.units import Unit
from onrecord.align.why import LEFT_OUT, _left_out, _veto


def column(**values):
    """Make the features of a pair, as pairs usually have them where none is given."""
    found = USUAL.mean.copy()
    for name, value in values.items():
        found[FEATURES.index(name)] = value
    return found


def above(features):
    """Return by how much a pair stands above the floor."""
    return float(above_floor(features[:, None])[0])


ALIKE = column(words=0.5, vectors=0.4)
NEAR = column(words=0.5, vectors=0.5, shared=0.8, matched=0.5)
MUCH = column(words=0.7, vectors=0.7, shared=2.0, matched=1.5, sentence_words=0.5)


@pytest.mark.parametrize(
    ("score", "features", "lower", "expected"),
    [
        pytest.param(3.0, ALIKE, 0, None, id="the-sum-decides"),
        pytest.param(9.0, column(words=0.9), 0, "the same words", id="copied"),
        pytest.param(-3.0, column(words=0.1), 0, "no words alike", id="strange"),
        pytest.param(TOO_LITTLE, ALIKE, 0, "too little in common for any story", id="below-the-floor"),
        pytest.param(above(NEAR), NEAR, 0, "too little in common for any story", id="held-below-0"),
        pytest.param(above(NEAR) + 8, NEAR, 8, "what any story asks for", id="held-above-0-without-vectors"),
        pytest.param(above(NEAR) + 8, NEAR, 0, None, id="the-floor-is-lower-only-without-vectors"),
        pytest.param(above(MUCH), MUCH, 0, "what any story asks for", id="held-above-0"),
        pytest.param(APART, column(words=0.9), 0, "reports of two events", id="two-events"),
    ],
)
def test_a_veto_is_named(score, features, lower, expected):
    """What decided about a pair whatever its sum in the story is said in words."""
    assert _veto(score, features, lower=lower) == expected


def level_of(*sizes):
    """Make a level of reports of so many units."""
    return make_level([[Unit(k, None, 0.0, "", *[frozenset()] * 6)] * n for k, n in enumerate(sizes)])


def test_the_best_pairs_outside_a_claim_are_told_in_order():
    """Pairs of a unit inside and one outside, the likest first, never two units of one report."""
    blocks = {(0, 1): np.array([[9]]), (0, 2): np.array([[-1, -7]]), (1, 2): np.array([[4, 2]])}
    assert _left_out(Scores(level_of(1, 1, 2), blocks), [0, 1]) == [(1, 2), (1, 3), (0, 2), (0, 3)]


def test_no_more_than_a_few_left_out_pairs_are_told():
    """However many pairs are left out, only the next best are told."""
    assert len(_left_out(Scores(level_of(1, 19), {(0, 1): np.ones((1, 19))}), [0])) == LEFT_OUT
