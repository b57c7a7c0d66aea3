"""What a reader who has one minute must know: a few lines of words and counts, each leading to its row.

Nothing is summed up in other words: a line is the words of a row or of the sides of a difference, who has them, and
how many. A line for which the record has nothing is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.show.cells import Cell
from onrecord.show.findings_view import FindingView, SideView
from onrecord.show.marks import FINDING_PHRASES
from onrecord.show.matrix import Matrix, Row, say_origins
from onrecord.show.wording import Excerpt, counted, few_words

LineKind = Literal["told", "differ", "origin", "only", "silent", "open"]

LABELS: dict[LineKind, str] = {
    "told": "Told by most",
    "differ": "Told differently",
    "origin": "One origin",
    "only": "Only one report",
    "silent": "Silent",
    "open": "Still open",
}
N_TOLD = 3
N_FIRST = 5
"""Lines of what most reports tell, and of these and the differences together."""
N_SILENT = 2
N_SIDES = 3
WORDS = 150
SIDE = 70
LEAST = 5
"""Code points of a row's words, and of a side's; words from which what one report alone has says something."""
PLAIN_KINDS = frozenset({"conflict", "update", "precision"})
"""Findings of which both sides' words show by themselves what differs."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the record, where they lead, and whose they are; ``before`` stands in front of them.

    ``row`` is the number of the row that they head; 0 for words of a report.
    """

    words: Excerpt
    anchor: str
    by: str = ""
    before: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it says of the record, the words that it stands on, and the rest of it."""

    kind: LineKind
    said: tuple[Said, ...]
    before: str = ""
    after: str = ""
    anchor: str = ""
    mark: str = ""
    tone: str = ""

    @property
    def label(self) -> str:
        """What the line is about."""
        return LABELS[self.kind]


def tell_brief(matrix: Matrix, findings: Sequence[FindingView]) -> tuple[Line, ...]:
    """Return the lines, at most nine; none where there are not two reports to compare."""
    n_columns = len(matrix.columns)
    if n_columns < 2:  # noqa: PLR2004 -- one report has nobody to agree or differ with
        return ()
    rows = sorted((row for row in matrix.rows if not row.part_of), key=lambda row: (-row.central, row.number))
    several = [row for row in rows if row.n_reports > 1]
    most = [row for row in several if 2 * row.n_reports > n_columns]
    told = [row for row in most if not row.caution and not _clashes(row)][:N_TOLD]
    return (
        *(_told(row, n_columns) for row in told),
        *_differ(matrix, findings, N_FIRST - len(told)),
        *_one_origin(row for row in several if row not in told),
        *_only(rows),
        *_silent(most),
        *_open(several),
    )


def _clashes(row: Row) -> bool:
    return any(badge.kind == "conflict" for badge in row.badges)


def _told(row: Row, n_columns: int) -> Line:
    how = f"{row.n_reports} of {n_columns} reports, {say_origins(row.origin_names)}"
    if row.badges:
        how = f"{how}; told differently: {', '.join(dict.fromkeys(badge.word for badge in row.badges))}"
    return Line("told", (_row_words(row),), after=how)


def _row_words(row: Row, limit: int = WORDS, *, by: str = "", before: str = "") -> Said:
    return Said(Excerpt(few_words(row.text, limit)), f"c{row.number}", by, before, row.number)


def _differ(matrix: Matrix, findings: Sequence[FindingView], n: int) -> Iterator[Line]:
    chosen = [view for view in findings if view.badge.kind in PLAIN_KINDS] or list(findings)
    rows = {row.number: row for row in matrix.rows}
    for k, view in enumerate(chosen[:n]):
        more = len(findings) - n if k == n - 1 else 0
        sides = tuple(_side(view, side, [rows[c] for c, _ in view.claims]) for side in view.sides[:N_SIDES])
        left = len(view.sides) - len(sides)
        after = "; ".join(
            [*([f"{left} more"] if left else []), *([f"{counted(more, 'more difference')}"] if more > 0 else [])]
        )
        badge = view.badge
        yield Line(
            "differ",
            sides,
            FINDING_PHRASES[badge.kind].format(badge.word),
            after,
            f"f{badge.number}",
            badge.glyph,
            badge.kind,
        )


def _side(view: FindingView, side: SideView, rows: Iterable[Row]) -> Said:
    """Return a side's words as its cell shows them, with what stands around them; else those of the finding."""
    number = view.sides.index(side) + 1
    cells = (cell for row in rows for cell in row.cells if _shows(cell, view.badge.number, number))
    cell = next((cell for cell in cells if cell.places and cell.excerpt.core), None)
    by = ", ".join(side.outlets)
    if view.badge.word != "wording" and cell is not None:
        return Said(cell.excerpt, cell.places[0], by)
    words = side.words[0] if side.words else None
    wording = side.reads if view.badge.word == "wording" or words is None else words.words
    return Said(Excerpt(few_words(wording, SIDE)), words.anchor if words else "", by)


def _shows(cell: Cell, finding: int, side: int) -> bool:
    return any(badge.number == finding and badge.side == side for badge in cell.badges)


def _one_origin(rows: Iterable[Row]) -> Iterator[Line]:
    """Yield what several reports tell, each from the same origin."""
    alone = next((row for row in rows if len(row.origins) == 1 and row.all_attributed), None)
    if alone is not None:
        how = f"{counted(alone.n_reports, 'report')}, each has it from {alone.origin_names[0]}"
        yield Line("origin", (_row_words(alone),), after=how)


def _only(rows: Iterable[Row]) -> Iterator[Line]:
    """Yield the most central of what one report has, all others being silent; and how many such rows there are."""
    alone = [
        (row, cell) for row in rows for cell in row.cells if cell.kind == "only" and len(cell.words.split()) >= LEAST
    ]
    if alone:
        row, cell = alone[0]
        after = f"{counted(len(alone) - 1, 'more row')} of this kind" if len(alone) > 1 else ""
        yield Line("only", (_row_words(row, by=cell.outlet),), after=after)


def _silent(most: Iterable[Row]) -> Iterator[Line]:
    """Yield who says nothing on what most reports tell: each report once, on the most central of it."""
    first: dict[str, Row] = {}
    for row in most:
        for cell in row.cells:
            if cell.kind == "silent":
                first.setdefault(cell.outlet, row)
    said = tuple(_row_words(row, SIDE, before=f"{outlet} on") for outlet, row in first.items())
    if said:
        left = len(said) - N_SILENT
        yield Line(
            "silent", said[:N_SILENT], after=f"{counted(left, 'more report')} silent on some of it" if left > 0 else ""
        )


def _open(several: Sequence[Row]) -> Iterator[Line]:
    """Yield how many cells of what several reports tell could not be decided, and how many rows were not compared."""
    cells = [cell for row in several for cell in row.cells if cell.kind != "unread"]
    n_unsure, n_rows = sum(cell.kind == "unsure" for cell in cells), sum(bool(row.caution) for row in several)
    parts = [
        *([f"{n_unsure} of {counted(len(cells), 'cell')} unsure: a report comes near"] if n_unsure else []),
        *([f"{n_rows} of {counted(len(several), 'row')} not compared"] if n_rows else []),
    ]
    if parts:
        yield Line("open", (), before=f"Of what several tell: {'; '.join(parts)}", anchor="claims")
