"""The whole way, on one screen: read this first."""

from collections.abc import Callable, Iterable

from onrecord.align import align
from onrecord.align.vectors import Encoder
from onrecord.annotate import annotate
from onrecord.annotate.nlp import Nlp
from onrecord.compare import compare
from onrecord.ledger import keep_ledger
from onrecord.model.claims import AssertionLine
from onrecord.model.marks import Problem
from onrecord.model.record import Generator, Record, Story
from onrecord.model.report import Report


def build_record(
    reports: Iterable[Report],
    *,
    nlp: Nlp,
    encoder: Encoder | None,
    generator: Generator,
    unread: Iterable[Problem] = (),
    on_report: Callable[[Report], None] = lambda _: None,
) -> Record:
    """Build the record of one story from its reports.

    Args:
        reports: The reports, in any order; the record orders them itself.
        nlp: The parser.
        encoder: Sentence vectors, or none.
        generator: What the record says of its making.
        unread: What ingest could not read; kept among the record's problems.
        on_report: Called after each annotated report, for a progress bar.
    """
    annotated = []
    for report in sorted(reports, key=order_of):
        annotated.append(annotate(report, nlp=nlp))
        on_report(report)
    alignment = align(annotated, encoder=encoder)
    comparison = compare(alignment)
    ledger = keep_ledger(alignment)
    return Record(
        generator=generator,
        story=name_story(alignment.annotated and [notes.report for notes in alignment.annotated]),
        reports=tuple(notes.report for notes in alignment.annotated),
        entities=alignment.entities,
        times=alignment.times,
        amounts=alignment.amounts,
        statements=alignment.statements,
        assertions=tuple(
            AssertionLine(a.id, a.report, a.evidence, alignment.placed.get(a.id)) for a in alignment.assertions()
        ),
        claims=comparison.claims,
        findings=comparison.findings,
        utterances=alignment.utterances,
        commitments=ledger.commitments,
        positions=ledger.positions,
        events=ledger.events,
        timeline=ledger.timeline,
        origins=comparison.origins,
        lineage=comparison.lineage,
        problems=(*unread, *alignment.problems),
    )


def order_of(report: Report) -> tuple[bool, str, str, str, str]:
    """Return what reports are ordered by: documents first, then by day, outlet and name."""
    return (report.kind != "document", report.published.value or "~", report.outlet or "", report.name, report.id)


def name_story(reports: Iterable[Report]) -> Story:
    """Name a story after its first report's title."""
    first = next(iter(reports), None)
    return Story("story", (first.title or first.name) if first else "")
