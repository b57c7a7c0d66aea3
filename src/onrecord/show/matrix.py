"""Claims by reports: what each cell shows, and which rows stand first."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.model.claims import Claim, Finding
from onrecord.model.span import Span
from onrecord.show.caution import say_uncompared
from onrecord.show.cells import Badge, Cell, badge, by_weight, cell_of, fill_from
from onrecord.show.columns import Column
from onrecord.show.fragments import say_claim, say_part
from onrecord.show.lookup import Lookup
from onrecord.show.marks import FINDING_WEIGHT
from onrecord.show.under import PART, stand_under
from onrecord.show.wording import counted, few_words, one_line

ACTOR_TYPES = frozenset({"person", "government", "organization", "group", "state", "office"})
CLAIM = 200
NAMES = 60
"""Code points of a claim, and of the names of its origins; the record has all of them."""

SEVERAL = "Told by several"
NO_AGREEMENT = "Most differences are not found: a row without a mark does not say that the reports agree."

N_ACTORS = 60
"""The actors that can be chosen: those in most claims; more make a list that nobody reads."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim across all reports. ``weight`` says how far up it stands; ``corrected`` are numbers of corrections.

    ``caution`` says in what its readings are unlike at sight, where no difference was found;
    ``part_of`` is the number of the row that it stands under, 0 for none, and ``under`` says why; ``n_parts`` counts
    the rows under it. ``origin_names`` are those of ``origins``; ``all_attributed``: every report names one.
    """

    number: int
    text: str
    topic: str
    support: str
    badges: tuple[Badge, ...]
    cells: tuple[Cell, ...]
    n_reports: int
    salience: float
    weight: float
    told_by: tuple[int, ...]
    actors: tuple[str, ...]
    origins: tuple[str, ...]
    corrected: tuple[int, ...] = ()
    caution: str = ""
    part_of: int = 0
    under: str = ""
    n_parts: int = 0
    origin_names: tuple[str, ...] = ()
    all_attributed: bool = False

    @property
    def central(self) -> float:
        """How much a reader must know it: how many of the reports tell it, and its salience."""
        return round(len(self.told_by) / max(1, len(self.cells)) + self.salience, 6)

    @property
    def place(self) -> str:
        """Say which row it stands under, and why; empty for one that stands by itself."""
        return f"{self.under} {self.part_of}: " if self.part_of else ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one kind, under one heading."""

    id: str
    title: str
    rows: tuple[Row, ...]
    lead: str = ""

    @property
    def n_claims(self) -> int:
        """How many rows there are, without those that stand under another."""
        return sum(not row.part_of for row in self.rows)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table, with what it can be filtered by: ``(key, name)`` each."""

    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    actors: tuple[tuple[str, str], ...]
    origins: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]

    @property
    def marks(self) -> frozenset[str]:
        """Return the kinds of cells and findings that there are: what a legend has to explain."""
        return frozenset(kind for row in self.rows for c in row.cells for kind in (c.kind, *(b.kind for b in c.badges)))

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in the order of the page."""
        return tuple(row for group in self.groups for row in group.rows)


def lay_matrix(lookup: Lookup, columns: tuple[Column, ...]) -> Matrix:
    """Lay out the matrix: what differs first, then what most reports tell, then what one mentions."""
    actors_in = _actors_of_claims(lookup)
    rows = [_row(lookup, columns, claim, actors=actors_in.get(claim.id, ())) for claim in lookup.record.claims]
    rows.sort(key=lambda row: (-row.weight, row.number))
    differ = tuple(row for row in rows if row.badges)
    several = tuple(row for row in rows if not row.badges and row.n_reports > 1)
    single = tuple(row for row in rows if not row.badges and row.n_reports <= 1)
    parts = _parts(lookup, rows)
    groups = (
        Group("differ", "Told differently", _with_parts(differ, parts)),
        Group("several", SEVERAL, _with_parts(several, parts), NO_AGREEMENT),
        Group("single", "Told by one report", _with_parts(single, parts)),
    )
    counts = Counter(actor for row in rows for actor in row.actors)
    common = sorted(counts, key=lambda actor: (-counts[actor], lookup.entity(actor)))[:N_ACTORS]
    return Matrix(
        columns=columns,
        groups=tuple(group for group in groups if group.rows),
        actors=tuple(sorted(((a, lookup.entity(a)) for a in common), key=lambda pair: (pair[1].casefold(), pair[0]))),
        origins=_origin_names(lookup, rows),
        topics=tuple(dict.fromkeys(row.topic for row in rows if row.topic)),
    )


def _parts(lookup: Lookup, rows: Iterable[Row]) -> dict[int, tuple[Row, ...]]:
    """Return the rows that stand under another, by its number; a row that differs stands under none that does not."""
    of = {lookup.record.claims[row.number - 1].id: row for row in rows}
    claims = [lookup.claims[name] for name in of]
    findings = {name: frozenset(b.number for b in row.badges) for name, row in of.items() if row.badges}
    found: dict[int, list[Row]] = defaultdict(list)
    for name, under in stand_under(claims, lookup.record.reports, findings=findings).items():
        row, above = of[name], of[under.whole]
        text = few_words(say_part(lookup, lookup.claims[name]), CLAIM) if under.how == PART else row.text
        found[above.number].append(replace(row, text=text, part_of=above.number, under=under.how))
    return {number: tuple(sorted(own, key=lambda row: (-row.weight, row.number))) for number, own in found.items()}


def _with_parts(rows: Iterable[Row], parts: dict[int, tuple[Row, ...]]) -> tuple[Row, ...]:
    """Put each row's parts under it, and take them from where they stood."""
    moved = {row.number for own in parts.values() for row in own}
    return tuple(
        one
        for row in rows
        if row.number not in moved
        for own in [parts.get(row.number, ())]
        for one in (replace(row, n_parts=len(own)), *own)
    )


def _row(lookup: Lookup, columns: tuple[Column, ...], claim: Claim, *, actors: tuple[str, ...]) -> Row:
    n_documents = len({c.report for c in columns if c.document} & {reading.report for reading in claim.readings})
    cells = tuple(cell_of(lookup, claim, column) for column in columns)
    shown = {b.number for cell in cells for b in cell.badges}
    found = by_weight(f for f in lookup.findings_of.get(claim.id, ()) if lookup.finding_numbers[f.id] in shown)
    cells = tuple(fill_from(lookup, cell, c, found) for cell, c in zip(cells, columns, strict=True))
    told_by = tuple(sorted({lookup.report_numbers.get(reading.report, 0) for reading in claim.readings}))
    origins = tuple(sorted({lookup.root_of(o) for reading in claim.readings for o in reading.origins}))
    names = tuple(_origin_name(lookup, o) for o in origins)
    return Row(
        number=lookup.claim_numbers[claim.id],
        text=few_words(say_claim(lookup, claim), CLAIM),
        topic=claim.topic or "",
        support=say_support(len(told_by) - n_documents, n_documents, names),
        badges=tuple(badge(lookup, finding) for finding in found),
        cells=cells,
        n_reports=len(told_by),
        salience=claim.salience,
        weight=_weight(claim, found, len(told_by) / max(1, len(columns))),
        told_by=told_by,
        actors=actors,
        origins=origins,
        corrected=lookup.corrections_of.get(claim.id, ()),
        caution=say_uncompared(lookup, claim) if not found and len(told_by) > 1 else "",
        origin_names=names,
        all_attributed=all(reading.origins for reading in claim.readings),
    )


def say_support(n_reports: int, n_documents: int, origins: tuple[str, ...]) -> str:
    """Say how many reports and documents tell a claim, and which origins they name for it.

    >>> say_support(5, 1, ("harbor office", "coastguard"))
    '5 reports, 1 document, 2 origins: harbor office, coastguard'
    """
    told = [counted(n, noun) for n, noun in ((n_reports, "report"), (n_documents, "document")) if n]
    return f"{', '.join(told)}, {say_origins(origins)}"


def say_origins(names: tuple[str, ...]) -> str:
    """Say how many origins are named for a claim, and which, if they are few.

    >>> say_origins(()), say_origins(("harbor office",))
    ('no origin named', '1 origin: harbor office')
    """
    named = counted(len(names), "origin") if names else "no origin"
    listed = few_words(", ".join(names), NAMES)
    return f"{named}: {listed}" if len(names) in {1, 2} else f"{named} named"


def _weight(claim: Claim, found: Iterable[Finding], told: float) -> float:
    """Weigh what most reports tell and what is central as much as what differs."""
    return round(max((FINDING_WEIGHT[f.kind] for f in found), default=0.0) / 2 + told + claim.salience, 6)


def _actors_of_claims(lookup: Lookup) -> dict[str, tuple[str, ...]]:
    """Return the actors that each claim's words name, or that hold them."""
    places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    kinds = {entity.id: entity.type for entity in lookup.record.entities}
    for entity in lookup.record.entities:
        if entity.type in ACTOR_TYPES:
            for mention in entity.mentions:
                places[mention.span.report].append((mention.span.start, mention.span.end, entity.id))
    for found in places.values():
        found.sort()
    actors = {}
    for claim in lookup.record.claims:
        held = {holder for reading in claim.readings for holder in reading.holders if kinds.get(holder) in ACTOR_TYPES}
        named = {a for r in claim.readings for span in r.evidence for a in _named_in(places.get(span.report, []), span)}
        actors[claim.id] = tuple(sorted(held | named))
    return actors


def _named_in(mentions: list[tuple[int, int, str]], span: Span) -> Iterable[str]:
    at = bisect_left(mentions, (span.start, 0, ""))
    while at < len(mentions) and mentions[at][0] < span.end:
        if mentions[at][1] <= span.end:
            yield mentions[at][2]
        at += 1


def _origin_names(lookup: Lookup, rows: Iterable[Row]) -> tuple[tuple[str, str], ...]:
    used = {origin for row in rows for origin in row.origins}
    named = [(o, _origin_name(lookup, o)) for o in used]
    return tuple(sorted(named, key=lambda pair: (pair[1].casefold(), pair[0])))


def _origin_name(lookup: Lookup, origin_id: str) -> str:
    origin = lookup.origins.get(origin_id)
    return one_line(origin.name) if origin else origin_id
