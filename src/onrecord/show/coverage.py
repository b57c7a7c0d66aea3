"""What was not compared, and what was not read: as visible as what was."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.marks import Problem
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.show.columns import Column
from onrecord.show.lookup import Link, Lookup
from onrecord.show.wording import counted, one_line

NEAR = 160
SHORTEST = 5
"""Words of a stretch that is worth a line: between two assertions often only "and" or a mark is left."""


@dataclass(frozen=True, slots=True)
class Uncompared:
    """The passages of one report that stand in no claim."""

    outlet: str
    number: int
    passages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read or placed, in one sentence."""

    code: str
    outlet: str
    message: str
    place: Link | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the record leaves out."""

    summary: str
    complete: bool
    uncompared: tuple[Uncompared, ...]
    unread: tuple[Unread, ...]
    spans: tuple[Span, ...]


def measure_coverage(lookup: Lookup, columns: tuple[Column, ...]) -> Coverage:
    """List the body passages that no claim stands on, and everything that could not be read."""
    claimed = _claimed(lookup)
    by_report = [(column, tuple(_uncompared(lookup.reports[column.report], claimed))) for column in columns]
    spans = tuple(span for _, found in by_report for span in found)
    unread = tuple(_unread(lookup, problem) for problem in lookup.record.problems)
    n_unread = len(unread) + sum(not column.read for column in columns)
    return Coverage(
        summary=say_coverage(len(spans), n_unread, n_reports=len(columns)),
        complete=len(columns) > 1 and not spans and not n_unread,
        uncompared=tuple(Uncompared(c.name, c.number, lookup.links(found)) for c, found in by_report if found),
        unread=unread,
        spans=spans,
    )


def say_coverage(n_passages: int, n_unread: int, *, n_reports: int) -> str:
    """Say how much was not compared, and how much could not be read or placed.

    >>> say_coverage(3, 0, n_reports=2), say_coverage(0, 1, n_reports=2)
    ('3 passages not compared, everything read', 'every passage compared, 1 problem noted')
    """
    passages = f"{counted(n_passages, 'passage')} not compared" if n_passages else "every passage compared"
    compared = passages if n_reports > 1 else "nothing to compare with"
    return f"{compared}, {counted(n_unread, 'problem') + ' noted' if n_unread else 'everything read'}"


def _unread(lookup: Lookup, problem: Problem) -> Unread:
    return Unread(
        code=problem.code,
        outlet=lookup.name_of(problem.report) if problem.report else "",
        message=one_line(problem.message),
        place=lookup.link(problem.span, NEAR) if problem.span else None,
    )


def _claimed(lookup: Lookup) -> dict[str, list[tuple[int, int]]]:
    claimed: dict[str, list[tuple[int, int]]] = {report_id: [] for report_id in lookup.reports}
    for claim in lookup.record.claims:
        for reading in claim.readings:
            for span in reading.evidence:
                claimed.setdefault(span.report, []).append((span.start, span.end))
    return {report_id: sorted(places) for report_id, places in claimed.items()}


def _uncompared(report: Report, claimed: dict[str, list[tuple[int, int]]]) -> Iterator[Span]:
    """Yield the stretches of a report's body, line by line, that no reading stands on."""
    for start, end in report.body:
        at = start
        for first, last in (*claimed[report.id], (end, end)):
            if first > at:
                yield from _lines(report, at, min(first, end))
            at = max(at, last)
            if at >= end:
                break


def _lines(report: Report, start: int, end: int) -> Iterator[Span]:
    at = start
    for line in report.text[start:end].splitlines(keepends=True):
        words = line.strip(" \t\r\n.,;:-–—\"'“”‘’()")
        if len(words.split()) >= SHORTEST:
            first = at + line.index(words)
            yield report.span(first, first + len(words))
        at += len(line)
