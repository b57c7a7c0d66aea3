"""A record on a terminal: good at 80 columns, and without color in a pipe."""

from collections.abc import Iterable, Iterator
from typing import Literal

from rich.console import Console, ConsoleOptions, Group, JustifyMethod, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.model.claims import FindingKind
from onrecord.model.record import Record
from onrecord.show.brief import Line, Said
from onrecord.show.cells import Cell
from onrecord.show.columns import Column
from onrecord.show.findings_view import FindingView
from onrecord.show.ledger_lines import commitment_lines, position_lines
from onrecord.show.lookup import Link
from onrecord.show.marks import CELL_MARKS
from onrecord.show.matrix import NO_AGREEMENT, SEVERAL, Row
from onrecord.show.page import Page, lay_page
from onrecord.show.quotes_view import QuoteLine
from onrecord.show.wording import counted, inert, quoted

Section = Literal["summary", "claims", "findings", "quotes", "timeline", "commitments", "positions"]

N_FIRST = 6
"""Claims of a summary that stand below what a reader with one minute needs."""

NARROW = 64
"""Columns of a terminal below which the reports are no table: 26 for a name, the rest for their days and counts."""
WORD = 16
"""Code points up to which a word is kept whole on a narrow terminal."""
STYLES: dict[str, str] = {
    "conflict": "bold red",
    "update": "yellow",
    "precision": "cyan",
    "attribution": "cyan",
    "framing": "cyan",
    "unsure": "magenta",
    "corrected": "green",
}
_JUSTIFIED: tuple[JustifyMethod, ...] = ("left", "left", "right", "right")
_FINDING_KINDS: tuple[FindingKind, ...] = ("conflict", "update", "precision", "attribution", "framing")


def show_terminal(record: Record, *, section: Section = "summary") -> RenderableType:
    """Return a section of the record for a `rich` console.

    Args:
        record: The record.
        section: What to show; the summary has the reports, the counts and what stands first.
    """
    page = lay_page(record)
    if section == "summary":
        return Group(*_summary(page))
    lines, none = {
        "claims": (_claims(page), "No claim was found."),
        "findings": (_findings(page.findings), f"No difference was found ({page.extent})."),
        "quotes": (_quotes(page), "Nobody is quoted."),
        "timeline": (_timeline(page), "No event was found."),
        "commitments": (commitment_lines(page), "Nobody undertakes anything."),
        "positions": (position_lines(page), "Nobody takes a stand."),
    }[section]
    return _lines(lines, none=none)


def _lines(lines: Iterable[RenderableType], *, none: str) -> Group:
    """Return the lines of a section; if there are none, one that says so."""
    return Group(*(tuple(lines) or (_text(none, "dim"),)))


def _text(words: str, style: str = "") -> Text:
    return Text(inert(words), style=style)


def _joined(*parts: tuple[str, str]) -> Text:
    return Text.assemble(*((inert(words), style) for words, style in parts))


def _indented(line: Text, by: int) -> Padding:
    return Padding(line, (0, 0, 0, by), expand=False)


def _summary(page: Page) -> Iterator[RenderableType]:
    yield _text(page.title, "bold")
    kinds = [(kind, sum(f.badge.kind == kind for f in page.findings)) for kind in _FINDING_KINDS]
    differ = ", ".join(f"{kind} {n}" for kind, n in kinds if n)
    yield _text(
        f"{page.extent}, {counted(len(page.matrix.rows), 'claim')}, "
        f"{counted(len(page.findings), 'difference')}{f' ({differ})' if differ else ''}"
    )
    yield _text(page.coverage.summary, "" if page.coverage.complete else STYLES["unsure"])
    if page.corrections:
        yield _text(f"{counted(len(page.corrections), 'correction')} by hand", STYLES["corrected"])
    yield Text()
    yield _Reports(page.columns)
    if page.brief:
        yield Text()
        yield _text("In one minute", "bold")
        yield from _brief(page.brief)
    alike = (row for row in page.matrix.rows if row.n_reports > 1 and not row.badges and not row.part_of)
    told = sorted(alike, key=lambda row: -row.n_reports)
    if told:
        yield Text()
        yield _joined((SEVERAL, "bold"), (f". {NO_AGREEMENT}", "dim"))
        for row in told[:N_FIRST]:
            yield _row_head(row)


def _brief(lines: Iterable[Line]) -> Iterator[RenderableType]:
    before = ""
    for line in lines:
        if line.label != before:
            yield _text(line.label, "dim")
        before = line.label
        yield _indented(_brief_line(line), 2)


def _brief_line(line: Line) -> Text:
    style = STYLES.get(line.tone, "")
    lead = [(f"{line.mark} {line.before}: " if line.mark else line.before, style)] if line.before else []
    parts = [part for said in line.said for part in (("; ", "dim"), *_said(said))][1:]
    after = [(f"{' · ' if line.said else ''}{line.after}", "dim")] if line.after else []
    return _joined(*lead, *parts, *after)


def _said(said: Said) -> Iterator[tuple[str, str]]:
    if said.before:
        yield f"{said.before} ", "dim"
    yield quoted(said.words.text), ""
    if said.row:
        yield f" ({said.row})", "dim"
    if said.by:
        yield f" {said.by}", "dim"


class _Reports:
    """The reports: a table where it fits, else a line for each, broken between words."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self.rows = [_facts(column) for column in columns]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay them out for the width that there is."""
        del console
        if options.max_width < NARROW:
            yield from (
                Text.assemble((row[0], "bold"), *(f" · {fact}" for fact in row[1:] if fact)) for row in self.rows
            )
            return
        table = Table.grid(padding=(0, 2))
        for justify in _JUSTIFIED:
            table.add_column(justify=justify, overflow="fold")
        for name, *facts in self.rows:
            table.add_row(Text(name, style="bold"), *map(Text, facts))
        yield table


def _facts(column: Column) -> tuple[str, ...]:
    name = f"{column.name} (document)" if column.document else column.name
    origins = counted(column.n_origins, "origin") if column.n_origins else ""
    return tuple(inert(fact) for fact in (name, column.day, counted(column.n_words, "word"), origins))


def _longest_word(lines: Iterable[str]) -> int:
    """Return the width that a column needs so that no usual word of it breaks."""
    return min(WORD, max((len(word) for line in lines for word in line.split()), default=1))


def _row_head(row: Row) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=4, justify="right")
    table.add_column(overflow="fold")
    corrected = (" · corrected by hand", STYLES["corrected"]) if row.corrected else ("", "")
    caution = (f" · ? {row.caution}" if row.caution else "", STYLES["unsure"])
    said = _joined((row.text, "bold"), (f" · {row.place}{row.support}", "dim"), corrected, caution)
    table.add_row(_text(str(row.number), "dim"), said)
    return table


def _claims(page: Page) -> Iterator[RenderableType]:
    for group in page.matrix.groups:
        yield _text(f"{group.title} ({group.n_claims})", "bold underline")
        if group.lead:
            yield _text(group.lead, "dim")
        for row in group.rows:
            yield Text()
            yield _row_head(row)
            yield _cells(row)
        yield Text()


def _cells(row: Row) -> Padding:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(min_width=_longest_word(cell.outlet for cell in row.cells), max_width=20, overflow="fold")
    table.add_column(overflow="fold")
    for cell in row.cells:
        if cell.kind not in {"silent", "unread"}:
            table.add_row(_glyph(cell), _text(cell.outlet), _told(cell))
    for kind in ("silent", "unread"):
        outlets = [cell.outlet for cell in row.cells if cell.kind == kind]
        if outlets:
            mark = CELL_MARKS[kind]
            table.add_row(_text(mark.glyph, "dim"), _text(mark.word, "dim"), _text(", ".join(outlets), "dim"))
    return Padding(table, (0, 0, 0, 5))


def _glyph(cell: Cell) -> Text:
    if cell.badges:
        mark = CELL_MARKS["elsewhere"] if cell.kind == "elsewhere" else cell.badges[0]
        return _text(mark.glyph, STYLES[cell.badges[0].kind])
    return _text(CELL_MARKS[cell.kind].glyph, STYLES.get(cell.kind, ""))


def _told(cell: Cell) -> Text:
    marks = [f"{b.word}: {b.reads}" if b.reads else b.word for b in cell.badges]
    if cell.kind not in {"told", "differs"}:
        marks.append(CELL_MARKS[cell.kind].word)
    style = STYLES.get(cell.badges[0].kind if cell.badges else cell.kind, "dim")
    said = [(f" · {mark}", style) for mark in marks] + [(f" · {note}", "dim") for note in cell.notes]
    return _joined((quoted(cell.words), ""), *said)


def _findings(findings: Iterable[FindingView]) -> Iterator[RenderableType]:
    for finding in findings:
        kind = finding.badge.kind
        yield _joined((f"{finding.badge.glyph} {kind}, {finding.badge.word}: ", STYLES[kind]), (finding.note, "bold"))
        for side in finding.sides:
            yield _indented(_joined((side.reads, "bold"), (f" · {', '.join(side.outlets)}", "dim")), 4)
            yield from (_indented(_cited(link), 6) for link in side.words)
        yield Text()


def _cited(link: Link) -> Text:
    place = f" · {'–'.join(link.anchor.split('-')[1:])}" if link.anchor else ""
    return _joined((f"{link.outlet}: ", "dim"), (quoted(link.words), ""), (place, "dim"))


def _quotes(page: Page) -> Iterator[RenderableType]:
    for speaker in page.speakers:
        yield _text(speaker.name, "bold")
        for remark in speaker.remarks:
            yield from (_indented(_quote(line), 4 if n else 2) for n, line in enumerate(remark.lines))
        yield from (_indented(_quote(line), 2) for line in speaker.others)
        yield Text()


def _quote(line: QuoteLine) -> Text:
    words = " ".join(run.words for run in line.runs if run.kind != "cut")
    how = ", ".join(part for part in (line.relation, *line.told) if part)
    return _joined((f"{line.outlet}: ", "dim"), (quoted(words), ""), (f" · {how}" if how else "", "dim"))


def _timeline(page: Page) -> Iterator[RenderableType]:
    if page.timeline is None:
        return
    table = Table.grid(padding=(0, 2))
    table.add_column(max_width=24, overflow="fold")
    table.add_column(overflow="fold")
    for line in page.timeline.lines:
        status = "" if line.status == "happened" else f" · {line.status}"
        table.add_row(_text(line.day), _joined((line.title, "bold"), (status, "dim")))
        for link in line.words[:2]:
            table.add_row("", _cited(link))
    yield table
