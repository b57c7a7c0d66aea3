import numpy as np
import pytest

from onrecord.align.cells import SILENT_BELOW, SILENT_BELOW_ALONE, Nearest, empty_cell
from onrecord.align.claims import Draft
from onrecord.align.pairs import make_level
from onrecord.align.scores import Scores
from onrecord.align.units import Unit
from onrecord.model.marks import Assertion


def unit(report, name):
    """Make a unit of a name only."""
    return Unit(report, Assertion(name, f"r{report}", "clause", (), 0, 0, ()), 0.0, "", *[frozenset()] * 6)


A, B, C, D = unit(0, "a"), unit(1, "b"), unit(2, "c"), unit(2, "d")


def scores(units, **pairs):
    """Make the scores of units, report by report, from those of pairs of them; a pair is named after its two."""
    level = make_level(units)
    at = {unit.assertion.id: (k, n) for k, row in enumerate(units) for n, unit in enumerate(row)}
    blocks = {}
    for pair, value in pairs.items():
        (a, i), (b, j) = at[pair[0]], at[pair[1]]
        blocks.setdefault((a, b), np.full((len(units[a]), len(units[b])), -99, np.float32))[i, j] = value
    return Scores(level, blocks)


SMALL = scores([[A], [B], [C, D]], ab=5, ac=-9, ad=-3, bc=-1, bd=-12)
EMPTY = scores([[], [], []])


@pytest.mark.parametrize(
    ("units", "score", "nearest"),
    [
        pytest.param((A,), -3, "d", id="the-nearest-of-two"),
        pytest.param((B,), -1, "c", id="another-claim-another-passage"),
        pytest.param((A, B), -1, "c", id="near-to-any-reading"),
    ],
)
def test_the_nearest_passage_is_the_likest_to_any_reading(units, score, nearest):
    """Of all passages of a report the one with the largest score to any unit of the claim is the nearest."""
    found, assertion = Nearest((EMPTY, SMALL)).to(Draft(units))[2]
    assert (found, assertion.id) == (score, nearest)


def test_a_report_without_passages_has_no_nearest():
    """A report that asserts nothing is silent on every claim."""
    near = Nearest((scores([[A], []]),)).to(Draft((A,)))[1]
    assert near == (-np.inf, None)
    assert empty_cell(Draft((A,)), near) is None


@pytest.mark.parametrize(
    ("units", "score", "silent"),
    [
        pytest.param((A, B), SILENT_BELOW, False, id="joined-at-the-limit"),
        pytest.param((A, B), SILENT_BELOW - 0.1, True, id="joined-below-it"),
        pytest.param((A,), SILENT_BELOW_ALONE, False, id="single-at-the-limit"),
        pytest.param((A,), SILENT_BELOW_ALONE - 0.1, True, id="single-below-it"),
    ],
)
def test_a_report_is_silent_only_if_nothing_in_it_comes_near(units, score, silent):
    """Above the limit the nearest passage is kept, and nothing is said of silence."""
    assert empty_cell(Draft(units), (score, C.assertion)) is (None if silent else C.assertion)
