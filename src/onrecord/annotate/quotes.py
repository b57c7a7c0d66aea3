"""Quotation marks: which stretches of a text stand between them."""

from onrecord.annotate.body import Layout
from onrecord.model.marks import Problem, Statement
from onrecord.model.report import Quote, Report
from onrecord.model.span import Span


def find_quotes(report: Report, layout: Layout) -> tuple[tuple[Span, ...], tuple[Problem, ...]]:
    """Find each pair of quotation marks, marks included, and a problem for each mark that is never closed."""
    return (), ()


def link_quotes(marks: tuple[Span, ...], statements: tuple[Statement, ...]) -> tuple[Quote, ...]:
    """Say which statement each pair of marks belongs to, if any."""
    return tuple(Quote(mark) for mark in marks)
