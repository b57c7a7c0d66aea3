"""Scores are compared as pairs, whoever is named first."""

import pytest

from onrecord.compare.scores import judge_scores


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param((76, 73), (76, 73), "same", id="equal"),
        pytest.param((76, 73), (76, 72), "conflict", id="one-number-differs"),
    ],
)
def test_a_differing_pair_is_a_conflict(a, b, kind):
    near = frozenset()
    assert judge_scores((*a, near), (*b, near)).kind == kind
