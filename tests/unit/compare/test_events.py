import pytest

from onrecord.compare import is_of_one_event
from onrecord.model.claims import Alignment, Finding, Side
from onrecord.model.marks import Annotations
from onrecord.model.report import Report
from onrecord.model.span import ReportId, Span
from onrecord.model.words import Parse

NAMES = ("a", "b", "c", "d")


def finding(*reports):
    """Make a finding with one side for each report."""
    sides = tuple(Side((ReportId(r),), r, (Span(ReportId(r), 0, 1, "x"),)) for r in reports)
    return Finding("f1", "conflict", "amount", ("c1",), sides, "Two numbers.")


def alignment(told_with):
    """Make an alignment of four reports of which only it is known what they tell of."""
    return Alignment(
        tuple(Annotations(Report(ReportId(n), n, "x", "0"), Parse((), (), (), ())) for n in NAMES), told_with=told_with
    )


@pytest.mark.parametrize(
    ("told_with", "reports", "kept"),
    [
        pytest.param((), "ab", True, id="nothing-known"),
        pytest.param(("a", "a", "c", "c"), "ab", True, id="the-main-event"),
        pytest.param(("a", "a", "c", "c"), "cd", True, id="two-reports-of-another-event"),
        pytest.param(("a", "a", "c", "c"), "ac", False, id="two-events"),
        pytest.param(("a", "a", None, "d"), "ac", True, id="too-short-to-tell"),
        pytest.param(("a", "a", None, "d"), "acd", False, id="two-events-beside-a-short-one"),
        pytest.param(("a", "b", "c", "d"), "b", True, id="inside-one-report"),
    ],
)
def test_nothing_is_compared_across_events(told_with, reports, kept):
    """A finding stays inside one event, the main one or another; a report too short to tell may be of any."""
    assert is_of_one_event(finding(*reports), alignment(told_with)) is kept
