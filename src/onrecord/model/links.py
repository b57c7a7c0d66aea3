"""What the lines of a record name, as data: each link of the format with the list that it leads to.

A path is written as in the format: ``claims.readings.holders`` are the holders of all readings of all claims.
`onrecord.model.laws` walks a record along it; a test holds that no field of the values is forgotten here.
"""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from onrecord.model.claims import Rendering
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.model.span import Span

LINKS = {
    "generator.options.corrections.claims": "claims",
    "generator.options.corrections.statements": "statements",
    "reports.quotes.statement": "statements",
    "entities.part_of": "entities",
    "entities.members": "entities",
    "statements.report": "reports",
    "statements.speaker": "entities",
    "statements.addressee.entity": "entities",
    "statements.via.entity": "entities",
    "statements.within": "statements",
    "assertions.report": "reports",
    "assertions.claim": "claims",
    "claims.readings.report": "reports",
    "claims.readings.statements": "statements",
    "claims.readings.holders": "entities",
    "claims.readings.origins": "origins",
    "claims.readings.amounts": "amounts",
    "claims.readings.times": "times",
    "claims.silent": "reports",
    "claims.unsure.report": "reports",
    "findings.claims": "claims",
    "findings.sides.reports": "reports",
    "utterances.speaker": "entities",
    "utterances.renderings.statement": "statements",
    "commitments.by": "entities",
    "commitments.to": "entities",
    "commitments.readings.report": "reports",
    "commitments.readings.amounts": "amounts",
    "commitments.readings.holders": "entities",
    "positions.actor": "entities",
    "positions.statements": "statements",
    "events.entity": "entities",
    "events.place": "entities",
    "events.participants": "entities",
    "timeline": "events",
    "origins.entity": "entities",
    "origins.behind": "origins",
    "origins.reports.report": "reports",
    "lineage.families.reports": "reports",
    "lineage.families.basis": "lineage.passages",
    "problems.report": "reports",
}
"""Each field that names another line, by its id or by its place in a list, and the list."""

OF_ONE_REPORT = frozenset(
    {
        "reports.quotes.statement",
        "statements.within",
        "claims.readings.statements",
        "claims.readings.amounts",
        "claims.readings.times",
        "utterances.renderings.statement",
        "commitments.readings.amounts",
    }
)
"""Links that lead from what a report has to something else of the same report."""

CHAINS = {"entities": "part_of", "statements": "within", "origins": "behind"}
"""Lists whose lines name another line of the same list; following that never comes back."""

AT_LEAST = {
    "generator.options.corrections.evidence": 1,
    "reports": 1,
    "entities.mentions": 1,
    "statements.content": 1,
    "assertions.evidence": 1,
    "claims.readings": 1,
    "claims.readings.evidence": 1,
    "findings.claims": 1,
    "findings.sides": 2,
    "findings.sides.reports": 1,
    "findings.sides.evidence": 1,
    "utterances.renderings": 1,
    "commitments.readings": 1,
    "commitments.readings.evidence": 1,
    "positions.evidence": 1,
    "events.evidence": 1,
    "origins.reports": 1,
    "origins.reports.evidence": 1,
    "lineage.families.reports": 2,
    "lineage.families.basis": 1,
}
"""What a line stands on, and how much of it there is at the least: a difference takes two sides."""


class Place(NamedTuple):
    """A value of a record and where it stands.

    ``path`` is that of the format, ``at`` with the numbers of this place (``claims[0].readings[1].holders[0]``).
    ``owners`` are the reports whose words the line may stand on, None where any will do.
    """

    path: str
    at: str
    value: object
    owners: tuple[str, ...] | None


def walk(record: Record) -> Iterator[Place]:
    """Yield every value of a record with its place, lists before their parts; of a span only the span."""
    for name in record.__struct_fields__:
        yield from _walk(Place(name, name, getattr(record, name), None))


def lines_of(record: Record, name: str) -> tuple[Struct, ...]:
    """Return a list of a record by its name, as `LINKS` has it."""
    lines: tuple[Struct, ...] = record.lineage.passages if name == "lineage.passages" else getattr(record, name)
    return lines


def _walk(place: Place) -> Iterator[Place]:
    yield place
    path, at, value, owners = place
    if isinstance(value, tuple):
        for n, part in enumerate(value):
            yield from _walk(Place(path, f"{at}[{n}]", part, owners))
    elif isinstance(value, Struct) and not isinstance(value, Span):
        inside = owners_of(value) or owners
        for name in value.__struct_fields__:
            yield from _walk(Place(f"{path}.{name}", f"{at}.{name}", getattr(value, name), inside))


def owners_of(line: Struct) -> tuple[str, ...] | None:
    """Return the reports whose words a line may stand on: its own one, or its own ones; None if it names none.

    An origin names reports by what each says, and a problem may be of no report.
    """
    if isinstance(line, Report):
        return (line.id,)
    if isinstance(line, Rendering):
        return (line.span.report,)
    report, reports = getattr(line, "report", None), getattr(line, "reports", None)
    if isinstance(report, str):
        return (report,)
    if isinstance(reports, tuple) and reports and isinstance(reports[0], str):
        return reports
    return None
