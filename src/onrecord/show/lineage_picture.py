"""Where reports have things from, as a picture: reports, the origins they name, and what stands behind those."""

from collections import defaultdict
from dataclasses import dataclass

from onrecord.model.claims import Origin, OriginPlace, Passage
from onrecord.model.span import ReportId
from onrecord.show.columns import Column
from onrecord.show.lookup import Link, Lookup
from onrecord.show.wording import few_words

WIDTH = 960
NARROW = 680
"""Width of the picture with and without the column of what stands behind."""
ROW = 30
TOP = 40
MANY = 14
N_ALONE = 2
"""Origins from which those of one report alone are gathered, and how many of each report still stand there."""

LABEL = 34
LETTER = 7
"""Code points that fit a label, and the width that one takes at most."""

X_REPORT, X_ORIGIN, X_BEHIND = 210, 420, 720


@dataclass(frozen=True, slots=True)
class Node:
    """A name in the picture; ``shared`` if more than one report stands on it."""

    label: str
    full: str
    x: float
    y: float
    shared: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a report to an origin, or from an origin to what it relays."""

    path: str
    shared: bool


@dataclass(frozen=True, slots=True)
class OriginLine:
    """An origin in words: what the picture shows, for those who read it as a list."""

    name: str
    kind: str
    behind: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """Reports that share wording, with the passages that they share."""

    outlets: tuple[str, ...]
    passages: tuple[tuple[str, Link, Link], ...]


@dataclass(frozen=True, slots=True)
class LineagePicture:
    """The picture, and the same as lists."""

    width: int
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    heads: tuple[tuple[float, str], ...]
    origins: tuple[OriginLine, ...]
    families: tuple[FamilyLine, ...]


def draw_lineage(lookup: Lookup, columns: tuple[Column, ...]) -> LineagePicture | None:
    """Draw who has what from whom, or ``None`` where the record names no origin and shares no passage."""
    record = lookup.record
    if not record.origins and not record.lineage.passages:
        return None
    users = _users(lookup)
    named, behind = _ranks(lookup, columns, users)
    listed = (*named, *behind)
    named = _gathered(lookup, named, users)
    rows = max(len(columns), len(named), len(behind))
    height = TOP + rows * ROW + 10
    at_report = {c.report: _y(n, len(columns), rows) for n, c in enumerate(columns)}
    at_origin = {o.id: (X_ORIGIN, _y(n, len(named), rows)) for n, o in enumerate(named)}
    at_origin |= {o.id: (X_BEHIND, _y(n, len(behind), rows)) for n, o in enumerate(behind)}
    nodes = [
        Node(few_words(c.name, LABEL), c.name, X_REPORT, at_report[c.report], shared=False, href=c.anchor)
        for c in columns
    ]
    nodes += [
        Node(few_words(o.name, LABEL), o.name, *at_origin[o.id], shared=len(users[o.id]) > 1) for o in (*named, *behind)
    ]
    heads = [(X_REPORT, "Reports"), (X_ORIGIN, "Origins they name"), (X_BEHIND, "Behind those")]
    return LineagePicture(
        width=WIDTH if behind else NARROW,
        height=height,
        nodes=tuple(nodes),
        edges=tuple(_edges(named, behind, at_report, at_origin=at_origin, users=users)),
        heads=tuple((float(x), head) for x, head in (heads if behind else heads[:2])),
        origins=tuple(_line(lookup, origin) for origin in listed),
        families=_families(lookup),
    )


def _users(lookup: Lookup) -> dict[str, set[str]]:
    """Return for each origin the reports that stand on it, directly or through what relays it."""
    users: dict[str, set[str]] = defaultdict(set)
    for origin in lookup.record.origins:
        for place in origin.reports:
            users[origin.id].add(place.report)
            users[lookup.root_of(origin.id)].add(place.report)
    return users


def _ranks(
    lookup: Lookup, columns: tuple[Column, ...], users: dict[str, set[str]]
) -> tuple[list[Origin], list[Origin]]:
    """Return what reports name and what stands behind, each near the reports that use it."""
    rank = {column.report: n for n, column in enumerate(columns)}
    roots = {o.behind for o in lookup.record.origins if o.behind}

    def place(origin: Origin) -> tuple[float, str]:
        used = [rank[report] for report in users[origin.id] if report in rank]
        return (sum(used) / len(used) if used else len(rank), origin.name)

    origins = sorted(lookup.record.origins, key=place)
    return [o for o in origins if o.id not in roots], [o for o in origins if o.id in roots]


def _gathered(lookup: Lookup, named: list[Origin], users: dict[str, set[str]]) -> list[Origin]:
    """Gather the origins that one report alone names, where there are many: what is shared has to be seen."""
    if len(named) <= MANY:
        return named
    kept: list[Origin] = []
    alone: dict[str, list[Origin]] = defaultdict(list)
    for origin in named:
        if origin.behind is None and len(users[origin.id]) == 1:
            (report,) = users[origin.id]
            alone[report].append(origin)
            if len(alone[report]) > N_ALONE:
                continue
        kept.append(origin)
    for report, origins in alone.items():
        more = len(origins) - N_ALONE
        if more > 0:
            at = kept.index(origins[N_ALONE - 1]) + 1
            name = f"{more} more, {lookup.name_of(report)} alone"
            kept.insert(at, Origin(f"more {report}", name, "unnamed", (OriginPlace(ReportId(report), ()),)))
    return kept


def _y(n: int, count: int, rows: int) -> float:
    """Spread a column's names over the height of the tallest one."""
    return round(TOP + (n + 0.5) * rows * ROW / max(1, count), 1)


def _edges(
    named: list[Origin],
    behind: list[Origin],
    at_report: dict[str, float],
    *,
    at_origin: dict[str, tuple[int, float]],
    users: dict[str, set[str]],
) -> list[Edge]:
    edges = []
    relayed = {(o.behind, place.report) for o in named for place in o.reports}
    for origin in (*named, *behind):
        x, y = at_origin[origin.id]
        shared = len(users[origin.id]) > 1
        for place in origin.reports:
            if place.report in at_report and (origin.id, place.report) not in relayed:
                edges.append(Edge(_curve(X_REPORT + 8, at_report[place.report], x - 8, y), shared))
        if origin.behind in at_origin:
            to_x, to_y = at_origin[origin.behind]
            after = x + 12 + LETTER * len(few_words(origin.name, LABEL))
            edges.append(Edge(_curve(after, y, to_x - 8, to_y), len(users[origin.behind]) > 1))
    return edges


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}C{middle:g} {y1:g} {middle:g} {y2:g} {x2:g} {y2:g}"


def _line(lookup: Lookup, origin: Origin) -> OriginLine:
    places = [span for place in origin.reports for span in place.evidence]
    behind = lookup.origins.get(origin.behind or "")
    return OriginLine(origin.name, say_kind(lookup, origin), behind.name if behind else "", lookup.links(places, 90))


def say_kind(lookup: Lookup, origin: Origin) -> str:
    """Return an origin's kind; empty where it is called a person and the entity of its name is of another type."""
    known = lookup.entity_types.get(origin.entity or "", "person")
    return "" if origin.kind == "person" and known != "person" else origin.kind


def _families(lookup: Lookup) -> tuple[FamilyLine, ...]:
    lineage = lookup.record.lineage
    families, used = [], set[int]()
    for family in lineage.families:
        used |= set(family.basis)
        shared = [lineage.passages[n] for n in family.basis if n < len(lineage.passages)]
        families.append(FamilyLine(lookup.names_of(family.reports), tuple(_passage(lookup, p) for p in shared)))
    rest = [p for n, p in enumerate(lineage.passages) if n not in used]
    if rest:
        families.append(FamilyLine((), tuple(_passage(lookup, p) for p in rest)))
    return tuple(families)


def _passage(lookup: Lookup, passage: Passage) -> tuple[str, Link, Link]:
    return passage.kind, lookup.link(passage.a), lookup.link(passage.b)
