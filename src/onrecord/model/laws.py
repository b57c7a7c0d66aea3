"""The laws of a record, as a check: what `onrecord check` walks through.

```text
OR104  a line points at a report that the record does not have
OR105  a span's words do not stand at its offsets
OR106  an id or an index leads nowhere
OR107  a report is not in exactly one of readings, silent, unsure of a claim
OR108  a line stands on nothing
```
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from onrecord.model.codec import spans_of
from onrecord.model.marks import Problem
from onrecord.model.record import Record


def find_broken_laws(record: Record) -> Iterator[Problem]:
    """Yield a problem for each breach of the format's laws; none for a sound record."""
    yield from find_unsound_spans(record)
    yield from find_dead_links(record)
    yield from find_split_cells(record)
    yield from find_lines_on_nothing(record)


def find_unsound_spans(record: Record) -> Iterator[Problem]:
    """Yield a problem for each span whose words do not stand in its report at its offsets."""
    texts = {report.id: report.text for report in record.reports}
    for span in spans_of(record):
        text = texts.get(span.report)
        if text is None:
            yield Problem("OR104", f"no report {span.report} for {span.exact[:60]!r}")
        elif text[span.start : span.end] != span.exact:
            there = text[span.start : span.end][:60]
            yield Problem("OR105", f"{span.start}-{span.end} reads {there!r}, not {span.exact[:60]!r}", span.report)


def find_dead_links(record: Record) -> Iterator[Problem]:
    """Yield a problem for each id that no line has, and each index outside its list."""
    known = {
        name: {row.id for row in getattr(record, name)}
        for name in ("reports", "entities", "statements", "claims", "events", "origins")
    }
    for name, where, ids in links_of(record):
        for missing in sorted(set(ids) - known[name]):
            yield Problem("OR106", f"{where} names {missing!r}, which is none of the {name}")
    for claim in record.claims:
        for reading in claim.readings:
            inside = all(i < len(record.amounts) for i in reading.amounts)
            if not inside or not all(i < len(record.times) for i in reading.times):
                yield Problem("OR106", f"claim {claim.id} counts past the amounts or times of the record")


def links_of(record: Record) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield what each line of a record names: the list, the line, the ids."""
    for statement in record.statements:
        where = f"statement {statement.id}"
        listeners = [statement.addressee.entity] if statement.addressee else []
        actors = [statement.speaker, *listeners, *(relay.entity for relay in statement.via)]
        yield "reports", where, [statement.report]
        yield "entities", where, filter(None, actors)
        yield "statements", where, filter(None, [statement.within])
    for line in record.assertions:
        yield "claims", f"assertion {line.id}", filter(None, [line.claim])
    for claim in record.claims:
        where = f"claim {claim.id}"
        for reading in claim.readings:
            yield "statements", where, reading.statements
            yield "entities", where, reading.holders
            yield "origins", where, reading.origins
    for finding in record.findings:
        yield "claims", f"finding {finding.id}", finding.claims
    for utterance in record.utterances:
        yield "statements", f"utterance {utterance.id}", [part.statement for part in utterance.renderings]
        yield "entities", f"utterance {utterance.id}", filter(None, [utterance.speaker])
    for origin in record.origins:
        yield "origins", f"origin {origin.id}", filter(None, [origin.behind])
        yield "entities", f"origin {origin.id}", filter(None, [origin.entity])
    yield from ledger_links(record)


def ledger_links(record: Record) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Yield what commitments, positions, events and the timeline name."""
    for commitment in record.commitments:
        yield "entities", f"commitment {commitment.id}", filter(None, [commitment.by, commitment.to])
    for position in record.positions:
        yield "entities", f"position on {position.issue!r}", [position.actor]
        yield "statements", f"position on {position.issue!r}", position.statements
    for event in record.events:
        yield "entities", f"event {event.id}", filter(None, [event.entity, event.place, *event.participants])
    yield "events", "the timeline", [event for step in record.timeline for event in step]


def find_split_cells(record: Record) -> Iterator[Problem]:
    """Yield a problem for each claim in which a report is told twice over, or not at all."""
    wanted = {report.id for report in record.reports}
    for claim in record.claims:
        told = {reading.report for reading in claim.readings}
        cells = Counter([*told, *claim.silent, *(unsure.report for unsure in claim.unsure)])
        if set(cells) != wanted or max(cells.values(), default=1) > 1:
            yield Problem("OR107", f"claim {claim.id}: a report is not in exactly one of readings, silent, unsure")


def find_lines_on_nothing(record: Record) -> Iterator[Problem]:
    """Yield a problem for each derived line without evidence."""
    for name in ("claims", "findings", "utterances", "commitments", "positions", "events", "origins", "statements"):
        for row in getattr(record, name):
            if next(spans_of(row), None) is None:
                yield Problem("OR108", f"one of the {name} stands on nothing: {getattr(row, 'id', '')}")
