import numpy as np
import pytest

from onrecord.align.cells import MEANING, SILENT_BELOW, UNREMARKABLE, WORDS, Nearest, empty_cell
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
    assert empty_cell(near) is None


@pytest.mark.parametrize(
    ("score", "silent"),
    [
        pytest.param(SILENT_BELOW, False, id="at-the-limit"),
        pytest.param(SILENT_BELOW - 0.1, True, id="below-it"),
    ],
)
def test_a_report_is_silent_only_if_nothing_in_it_comes_near(score, silent):
    """Above the limit the nearest passage is kept, and nothing is said of silence."""
    assert empty_cell((score, C.assertion)) is (None if silent else C.assertion)


@pytest.mark.parametrize(
    ("likeness", "met", "nearest", "expected"),
    [
        pytest.param((UNREMARKABLE, UNREMARKABLE), UNREMARKABLE, "d", -3, id="unremarkable"),
        pytest.param((0.85, UNREMARKABLE), UNREMARKABLE, "c", -9 + MEANING * 0.6, id="the-same-in-other-words"),
        pytest.param((UNREMARKABLE, UNREMARKABLE), 0.05, "d", -3 - WORDS * 0.2, id="one-word-without-counterpart"),
        pytest.param((UNREMARKABLE, UNREMARKABLE), 0.75, "d", -3 + WORDS * 0.5, id="all-words-are-met"),
    ],
)
def test_likeness_in_meaning_and_words_that_are_met_speak_against_silence(likeness, met, nearest, expected):
    """A passage comes nearer by what it means, and a report by having a counterpart for each word of a claim."""
    own = np.array([[1.0, 0.0]])
    there = np.array([[cosine, (1 - cosine**2) ** 0.5] for cosine in likeness])
    given = SMALL._replace(meanings=(own, own, there), met={(0, 1): np.array([met]), (0, 2): np.array([met])})
    score, assertion = Nearest((EMPTY, given)).to(Draft((A,)))[2]
    assert (assertion.id, score) == (nearest, pytest.approx(expected))
