"""What one report has for one claim: its own few words, the mark, and what differs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.model.claims import Claim, Finding, FindingKind, Reading, Side
from onrecord.model.date_words import say_date
from onrecord.model.marks import Status
from onrecord.model.span import Span
from onrecord.show.columns import Column
from onrecord.show.lookup import Lookup
from onrecord.show.marks import CELL_MARKS, FINDING_MARKS, FINDING_WEIGHT, CellKind
from onrecord.show.notes import say_note
from onrecord.show.wording import NO_WORDS, Excerpt, excerpt, few_words

TOLD_AS_FACT: frozenset[Status] = frozenset({"happened", "ongoing"})

STATUSES: dict[Status, str] = {"view": "as a view"}
"""What a status is called where its name alone would not be understood."""

GAP = " … "
SEE = "see the difference"
NOTE = 120
NEAREST = 64
READS = 32
"""Code points of a finding's reason, of the nearest words of an unsure cell, and of a side's value."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A finding, as a row refers to it, or a cell of one of its sides (numbered from one; 0: the row)."""

    number: int
    glyph: str
    word: str
    kind: FindingKind
    note: str
    reads: str = ""
    side: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """What one report has for one claim; ``places`` are the anchors of its words."""

    kind: CellKind
    outlet: str
    excerpt: Excerpt = NO_WORDS
    places: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words as plain text, empty for a report that does not tell the claim."""
        return self.excerpt.text


def badge(lookup: Lookup, finding: Finding, side: Side | None = None) -> Badge:
    """Return a finding as a row refers to it, or as the cell of one side: what differs, and how it reads there."""
    return Badge(
        number=lookup.finding_numbers[finding.id],
        glyph=FINDING_MARKS[finding.kind].glyph,
        word=finding.aspect,
        kind=finding.kind,
        note=few_words(say_note(finding), NOTE),
        reads=_short_value(side, finding) if side else "",
        side=finding.sides.index(side) + 1 if side else 0,
    )


def _short_value(side: Side, finding: Finding) -> str:
    """Return what a side reads where it is a value: long ones, and wordings, say no more than the cell's words."""
    reads = say_reads(side, finding)
    return reads if len(reads) <= READS and finding.aspect != "wording" else ""


def say_reads(side: Side, finding: Finding) -> str:
    """Say what a side reads: a date as a reader would, all else as it is."""
    return say_date(side.reads) if finding.aspect == "date" else side.reads


def by_weight(found: Iterable[Finding]) -> list[Finding]:
    """Sort findings by the weight of their kinds: what differs most first, else as they came."""
    return sorted(found, key=lambda finding: -FINDING_WEIGHT[finding.kind])


def cell_of(lookup: Lookup, claim: Claim, column: Column) -> Cell:
    """Return what a column's report has for a claim: told, unsure with the nearest passage, silent, or not read."""
    readings = [reading for reading in claim.readings if reading.report == column.report]
    if readings:
        return _told(lookup, claim, column, readings=readings)
    for unsure in claim.unsure:
        if unsure.report == column.report:
            place = lookup.anchor(unsure.nearest)
            words = Excerpt(few_words(unsure.nearest.exact, NEAREST))
            return Cell("unsure", column.name, words, (place,) if place else ())
    return Cell("silent" if column.read else "unread", column.name)


def fill_from(lookup: Lookup, cell: Cell, column: Column, found: Iterable[Finding]) -> Cell:
    """Return a cell of a row that shows some findings: a report of one of their sides is never silent on it.

    Where its words stand in no reading of the claim, the cell shows those that the finding has of it; where other
    words of it do, the cell leads to the finding.
    """
    shown = {b.number for b in cell.badges}
    for finding in found:
        for side in finding.sides:
            if column.report not in side.reports or lookup.finding_numbers[finding.id] in shown:
                continue
            if cell.kind in {"silent", "unsure"}:
                return _from_side(lookup, finding, side, column)
            if not cell.badges and cell.kind != "unread":
                return replace(cell, notes=(*cell.notes, SEE))
    return cell


def _from_side(lookup: Lookup, finding: Finding, side: Side, column: Column) -> Cell:
    own = [span for span in side.evidence if span.report == column.report]
    places = tuple(dict.fromkeys(anchor for span in own if (anchor := lookup.anchor(span))))
    words = few_words(GAP.join(span.exact for span in own)) if own else SEE
    return Cell(
        "elsewhere",
        column.name,
        Excerpt(words),
        places or (f"f{lookup.finding_numbers[finding.id]}",),
        (badge(lookup, finding, side),),
    )


def _told(lookup: Lookup, claim: Claim, column: Column, *, readings: list[Reading]) -> Cell:
    evidence = tuple(dict.fromkeys(span for reading in readings for span in reading.evidence))
    own = tuple(_sides_of(lookup, claim, column.report, evidence=evidence))
    telling = next((span for _, _, span in own), None)
    places = dict.fromkeys(anchor for s in (telling, *evidence) if s is not None and (anchor := lookup.anchor(s)))
    part = all(reading.support == "part" for reading in readings)
    badges = tuple(dict.fromkeys(badge(lookup, finding, side) for finding, side, _ in own))
    return Cell(
        kind=_kind(claim, badges, part=part),
        outlet=column.name,
        excerpt=_few_words(evidence, telling),
        places=tuple(places),
        badges=badges,
        notes=tuple(_notes(lookup, claim, readings, part=part and bool(badges))),
    )


def _sides_of(
    lookup: Lookup, claim: Claim, report_id: str, *, evidence: tuple[Span, ...]
) -> Iterator[tuple[Finding, Side, Span]]:
    """Yield the findings that stand on a cell's own words, its side, and those words.

    A finding may join several claims: only where its words are in a cell does the cell differ.
    """
    for finding in by_weight(lookup.findings_of.get(claim.id, ())):
        for side in finding.sides:
            near = [span for span in side.evidence if any(span.overlaps(e) for e in evidence)]
            if report_id in side.reports and near:
                yield finding, side, max(near, key=lambda span: span.end - span.start)
                break


def _few_words(evidence: tuple[Span, ...], telling: Span | None) -> Excerpt:
    """Return the words that differ with what stands around them, else the beginning of the evidence."""
    joined = GAP.join(span.exact for span in evidence)
    at = 0
    for span in evidence:
        if telling is not None and span.contains(telling):
            start = at + telling.start - span.start
            return excerpt(joined, start, start + telling.end - telling.start)
        at += len(span.exact) + len(GAP)
    return Excerpt(few_words(joined if telling is None else telling.exact))


def _kind(claim: Claim, badges: tuple[Badge, ...], *, part: bool) -> CellKind:
    if badges:
        return "differs"
    if len({reading.report for reading in claim.readings}) == 1:
        return "alone" if claim.unsure else "only"
    return "part" if part else "told"


def _notes(lookup: Lookup, claim: Claim, readings: list[Reading], *, part: bool) -> Iterable[str]:
    """Say what a cell's words alone do not: whose words they are, and whether it is told as done."""
    if part:
        yield CELL_MARKS["part"].word
    if len({reading.status for reading in claim.readings}) > 1:
        yield from dict.fromkeys(
            STATUSES.get(reading.status, reading.status) for reading in readings if reading.status not in TOLD_AS_FACT
        )
    holders = dict.fromkeys(lookup.entity(reading.holders[-1]) for reading in readings if reading.holders)
    if holders:
        yield f"says {', '.join(holders)}"
