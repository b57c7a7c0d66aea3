"""Who and what a text refers to, and where."""

from onrecord.model.marks import Entity
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.words import Parse


def find_entities(report: Report, parse: Parse, marks: tuple[Span, ...]) -> tuple[Entity, ...]:
    """Find the entities of one report with all their mentions."""
    return ()
