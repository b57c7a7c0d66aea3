"""Numbers with what they measure."""

from onrecord.model.marks import Amount, Time
from onrecord.model.report import Report
from onrecord.model.words import Parse


def find_amounts(report: Report, parse: Parse, times: tuple[Time, ...]) -> tuple[Amount, ...]:
    """Find the amounts of a report; what is a time is none."""
    return ()
