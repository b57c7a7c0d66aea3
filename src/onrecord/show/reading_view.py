"""A report's full text with every place that a line leads to, and what stands in its margin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.model.codec import spans_of
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.show.columns import say_basis, window_behind
from onrecord.show.dates import say_published
from onrecord.show.lookup import Lookup
from onrecord.show.matrix import Matrix, Row
from onrecord.show.wording import few_words

Place = tuple[int, int]
"""Where words stand in a report's text: first offset, and the one behind the last."""

_PARAGRAPH = re.compile(r"[^\r\n]*\S[^\r\n]*")
WEB = ("http://", "https://")
N_NOT_HERE = 500
"""Claims listed on the whole page as told by others only, shared by all reports; the matrix has them all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A step through a paragraph: a place opens, words follow, a place closes.

    ``text`` is the anchor of an opening place, or the words. A place that another one crosses is opened
    again as ``more``: the same anchor, but no id of its own.
    """

    kind: Literal["open", "more", "text", "close"]
    text: str = ""
    look: str = ""


@dataclass(frozen=True, slots=True)
class MarginMark:
    """A claim that a paragraph begins to tell."""

    number: int
    kind: str
    glyph: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a report's text; ``aside`` says what it is if the outlet's writer does not report it."""

    pieces: tuple[Piece, ...]
    margin: tuple[MarginMark, ...]
    aside: str


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as it is read on the page."""

    number: int
    name: str
    outlet: str
    title: str
    day: str
    basis: str
    window: str
    file: str
    url: str
    document: bool
    paragraphs: tuple[Paragraph, ...]
    not_here: tuple[Row, ...]


def lay_texts(
    lookup: Lookup, matrix: Matrix, uncompared: Iterable[Span], *, called: Iterable[Span] = ()
) -> tuple[ReportText, ...]:
    """Lay out every report's text, in the order of the columns; ``called`` are names of actors that lines lead to."""
    places = _places(lookup, uncompared, called)
    margins = _margins(matrix)
    return tuple(_text(lookup, matrix, column.number, places=places, margins=margins) for column in matrix.columns)


def _text(
    lookup: Lookup,
    matrix: Matrix,
    number: int,
    *,
    places: dict[str, dict[Place, str]],
    margins: dict[int, list[tuple[int, MarginMark]]],
) -> ReportText:
    report = lookup.record.reports[number - 1]
    told = [row for row in matrix.rows if row.n_reports > 1 and number not in row.told_by]
    return ReportText(
        number=number,
        name=lookup.name_of(report.id),
        outlet=report.outlet or lookup.name_of(report.id),
        title=_title(report),
        day=say_published(report.published),
        basis=say_basis(report.published),
        window=window_behind(report.published),
        file=report.name,
        url=report.url if report.url and report.url.startswith(WEB) else "",
        document=report.kind == "document",
        paragraphs=tuple(_paragraphs(report, number, places.get(report.id, {}), margins.get(number, []))),
        not_here=tuple(told[: max(8, N_NOT_HERE // len(matrix.columns))]),
    )


def _title(report: Report) -> str:
    headline = next((aside.span.exact for aside in report.asides if aside.kind == "headline"), "")
    return few_words(report.title or headline, 200)


def _places(lookup: Lookup, uncompared: Iterable[Span], called: Iterable[Span]) -> dict[str, dict[Place, str]]:
    """Return each report's places that a line may lead to, and how each looks in the text.

    What a finding stands on looks so; what no claim holds does too. All others show in the margin only.
    """
    record = lookup.record
    places: dict[str, dict[Place, str]] = defaultdict(dict)
    lines = (record.claims, record.utterances, record.commitments, record.positions, record.events)
    further = (
        record.corrections,
        record.origins,
        record.lineage,
        record.problems,
        tuple(s.content for s in record.statements),
    )
    for span in (*spans_of((*lines, *further)), *called):
        if lookup.holds(span):
            places[span.report].setdefault((span.start, span.end), "")
    for span in uncompared:
        places[span.report][span.start, span.end] = "x"
    for finding in sorted(record.findings, key=lambda finding: finding.kind == "conflict"):
        for span in spans_of(finding):
            if lookup.holds(span):
                places[span.report][span.start, span.end] = finding.kind
    return places


def _margins(matrix: Matrix) -> dict[int, list[tuple[int, MarginMark]]]:
    """Return for each report where its claims begin, in the order of the text."""
    margins: dict[int, list[tuple[int, MarginMark]]] = defaultdict(list)
    for row in matrix.rows:
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            if cell.kind in {"elsewhere", "unsure", "silent", "unread"} or not cell.places:
                continue
            start = min(int(place.split("-")[1]) for place in cell.places)
            badge = cell.badges[0] if cell.badges else None
            look, glyph = (badge.kind, badge.glyph) if badge else (cell.kind, "◆" if cell.kind == "only" else "")
            margins[column.number].append((start, MarginMark(row.number, look, glyph)))
    for marks in margins.values():
        marks.sort(key=lambda pair: (pair[0], pair[1].number))
    return margins


def _paragraphs(
    report: Report,
    number: int,
    places: dict[Place, str],
    margin: list[tuple[int, MarginMark]],
) -> Iterator[Paragraph]:
    """Yield a report's lines that hold any words, each with its pieces and its margin."""
    waiting = sorted(places, key=lambda place: (place[0], -place[1]))
    anchors, running, at_place, at_mark = _Anchors(number, places), list[Place](), 0, 0
    for found in _PARAGRAPH.finditer(report.text):
        start, end = found.span()
        while at_place < len(waiting) and waiting[at_place][0] < end:
            running.append(waiting[at_place])
            at_place += 1
        running = [place for place in running if place[1] > start]
        first_mark = at_mark
        while at_mark < len(margin) and margin[at_mark][0] < end:
            at_mark += 1
        marks = dict.fromkeys(mark for _, mark in margin[first_mark:at_mark])
        pieces = tuple(_pieces(report.text, (start, end), running, anchors))
        yield Paragraph(pieces, tuple(marks), _aside(report, start, end))


def _aside(report: Report, start: int, end: int) -> str:
    for aside in report.asides:
        if aside.span.start <= start and end <= aside.span.end:
            return aside.kind
    return ""


class _Anchors:
    """Knows which places of a report have been opened: the first time with its id, then as more of the same."""

    def __init__(self, number: int, looks: dict[Place, str]) -> None:
        self.number = number
        self.looks = looks
        self.opened: set[Place] = set()

    def open(self, place: Place) -> Piece:
        """Return the piece that opens a place, or opens it again."""
        kind: Literal["open", "more"] = "more" if place in self.opened else "open"
        self.opened.add(place)
        return Piece(kind, f"r{self.number}-{place[0]}-{place[1]}", self.looks[place])


def _pieces(text: str, stretch: Place, running: list[Place], anchors: _Anchors) -> Iterator[Piece]:
    """Walk through a paragraph, opening and closing places so that they nest.

    Where two places cross, the inner one is closed with the outer one and opened again behind it.
    """
    at, end = stretch
    starting: dict[int, list[Place]] = defaultdict(list)
    for place in running:
        starting[max(at, place[0])].append(place)
    stack: list[Place] = []
    for bound in sorted({end, *starting, *(place[1] for place in running if place[1] < end)}):
        if bound > at:
            yield Piece("text", text[at:bound])
            at = bound
        yield from _close(stack, bound if bound < end else len(text), anchors)
        for place in sorted(starting[bound], key=lambda place: -place[1]) if bound < end else ():
            yield anchors.open(place)
            stack.append(place)


def _close(stack: list[Place], bound: int, anchors: _Anchors) -> Iterator[Piece]:
    """Close the places that end by a bound, and open those again that were closed only with them."""
    deepest = next((n for n, place in enumerate(stack) if place[1] <= bound), None)
    if deepest is None:
        return
    crossing = [place for place in stack[deepest:] if place[1] > bound]
    for _ in stack[deepest:]:
        yield Piece("close")
    del stack[deepest:]
    for place in crossing:
        yield anchors.open(place)
        stack.append(place)
