"""Time expressions and their values."""

from onrecord.model.marks import Time
from onrecord.model.report import Report
from onrecord.model.words import Parse


def find_times(report: Report, parse: Parse) -> tuple[Time, ...]:
    """Find the time expressions of a report and read their values."""
    return ()
