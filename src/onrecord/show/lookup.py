"""What the sections of a page ask of a record again and again: numbers, names, anchors."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.claims import Claim, Finding, Origin
from onrecord.model.marks import EntityType, Statement
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.show.names import short_names
from onrecord.show.wording import few_words, one_line


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a report, and the anchor of the place where they stand."""

    words: str
    anchor: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """One record, seen by id. Reports, claims, findings and corrections are numbered from 1, in its order."""

    record: Record
    reports: dict[str, Report]
    report_numbers: dict[str, int]
    names: dict[str, str]
    entities: dict[str, str]
    entity_types: dict[str, EntityType]
    claims: dict[str, Claim]
    claim_numbers: dict[str, int]
    findings: dict[str, Finding]
    finding_numbers: dict[str, int]
    findings_of: dict[str, tuple[Finding, ...]]
    statements: dict[str, Statement]
    origins: dict[str, Origin]
    corrections_of: dict[str, tuple[int, ...]]
    corrected_speakers: frozenset[str]
    mentions: dict[str, tuple[tuple[int, int, str, str], ...]]
    """What names or stands for an entity in each report, in text order: start, end, kind, entity."""
    named: frozenset[str]
    """The entities that some report calls by a name."""

    def name_of(self, report_id: str) -> str:
        """Return the short name of a report; an unknown one keeps its id."""
        return self.names.get(report_id, report_id)

    def names_of(self, report_ids: Iterable[str]) -> tuple[str, ...]:
        """Return short names, each once, in the order of the columns."""
        known = sorted({*report_ids}, key=lambda rid: (self.report_numbers.get(rid, 0), rid))
        return tuple(self.name_of(rid) for rid in known)

    def entity(self, entity_id: str | None) -> str:
        """Return the name of an entity; an unknown one keeps its id."""
        return "" if entity_id is None else one_line(self.entities.get(entity_id) or entity_id)

    def anchor(self, span: Span | None) -> str:
        """Return the id of a stretch of text on the page, empty if the page does not hold it."""
        if span is None or not self.holds(span):
            return ""
        return f"r{self.report_numbers[span.report]}-{span.start}-{span.end}"

    def holds(self, span: Span) -> bool:
        """Tell whether a span is words, and not only white space, of a report of the record."""
        report = self.reports.get(span.report)
        return report is not None and span.end <= len(report.text) and not span.exact.isspace()

    def link(self, span: Span, limit: int | None = None) -> Link:
        """Return a span's words with the place they lead to."""
        words = one_line(span.exact) if limit is None else few_words(span.exact, limit)
        return Link(words, self.anchor(span), self.name_of(span.report))

    def links(self, spans: Iterable[Span], limit: int | None = None) -> tuple[Link, ...]:
        """Return several spans' words, each span once."""
        return tuple(self.link(span, limit) for span in dict.fromkeys(spans))

    def root_of(self, origin_id: str) -> str:
        """Return the origin that stands last behind one, so that two relays of one source count once."""
        seen: list[str] = []
        while origin_id not in seen:
            seen.append(origin_id)
            origin = self.origins.get(origin_id)
            if origin is None or origin.behind is None:
                break
            origin_id = origin.behind
        return origin_id


def look_up(record: Record) -> Lookup:
    """Prepare the lookups of a record."""
    of_claim: dict[str, list[Finding]] = defaultdict(list)
    for finding in record.findings:
        for claim_id in dict.fromkeys(finding.claims):
            of_claim[claim_id].append(finding)
    mentions: dict[str, list[tuple[int, int, str, str]]] = defaultdict(list)
    for entity in record.entities:
        for mention in entity.mentions:
            place = (mention.span.start, mention.span.end, mention.kind, entity.id)
            mentions[mention.span.report].append(place)
    corrections: dict[str, list[int]] = defaultdict(list)
    for number, corrected in enumerate(record.corrections, 1):
        for claim_id in corrected.claims:
            corrections[claim_id].append(number)
    return Lookup(
        record=record,
        reports={str(report.id): report for report in record.reports},
        report_numbers={str(report.id): n for n, report in enumerate(record.reports, 1)},
        names=short_names(record.reports),
        entities={entity.id: entity.name for entity in record.entities},
        entity_types={entity.id: entity.type for entity in record.entities},
        claims={claim.id: claim for claim in record.claims},
        claim_numbers={claim.id: n for n, claim in enumerate(record.claims, 1)},
        findings={finding.id: finding for finding in record.findings},
        finding_numbers={finding.id: n for n, finding in enumerate(record.findings, 1)},
        findings_of={claim_id: tuple(found) for claim_id, found in of_claim.items()},
        statements={statement.id: statement for statement in record.statements},
        origins={origin.id: origin for origin in record.origins},
        corrections_of={claim_id: tuple(numbers) for claim_id, numbers in corrections.items()},
        corrected_speakers=frozenset(one for corrected in record.corrections for one in corrected.statements),
        mentions={report: tuple(sorted(places)) for report, places in mentions.items()},
        named=frozenset(e.id for e in record.entities if any(mention.kind == "name" for mention in e.mentions)),
    )
