"""Who says what: statements with their source, cue and content."""

from onrecord.model.marks import Entity, Statement
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.words import Parse


def find_statements(
    report: Report, parse: Parse, marks: tuple[Span, ...], entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """Find the statements of one report."""
    return ()
