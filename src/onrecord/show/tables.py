"""A record as CSV tables: one line a fact, with the words and their place."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.show.columns import columns_of
from onrecord.show.corrections_view import say_change
from onrecord.show.coverage import measure_coverage
from onrecord.show.lookup import Lookup, look_up
from onrecord.show.matrix import CLAIM, lay_matrix
from onrecord.show.wording import few_words

Line = tuple[object, ...]
"""The fields of a line; ``None`` is an empty one."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet run a field; the last four are the wide forms of the first."""


def show_tables(record: Record) -> dict[str, str]:
    """Return the tables of a record: file name to CSV text (RFC 4180), with a head line.

    A table that the record has nothing for is left out. A field that a spreadsheet would read as a formula gets a
    leading apostrophe; all other words are the report's own, line breaks included.
    """
    lookup = look_up(record)
    tables = {name: "".join(_csv(lines(lookup))) for name, lines in TABLES.items()}
    return {name: text for name, text in tables.items() if name in ALWAYS or text.count("\r\n") > 1}


def safe(field: object) -> str:
    """Return a field as text that no spreadsheet runs.

    >>> safe("=1+1"), safe(12), safe(None)
    ("'=1+1", '12', '')
    """
    if field is None:
        return ""
    text = str(field)
    return f"'{text}" if isinstance(field, str) and text.startswith(_FORMULA) else text


def _csv(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        out = io.StringIO()
        csv.writer(out).writerow([safe(field) for field in line])
        yield out.getvalue()


def _place(span: Span | None) -> tuple[object, object, object]:
    return (None, None, None) if span is None else (span.exact, span.start, span.end)


def _several(values: Iterable[str]) -> str:
    return "; ".join(values)


def _reports(lookup: Lookup) -> Iterator[Line]:
    yield ("report", "outlet", "kind", "title", "published", "basis", "words", "origins", "file", "url", "sha256")
    for column in columns_of(lookup):
        report = lookup.reports[column.report]
        day = report.published.value or "/".join(dict.fromkeys(report.published.window or ()))
        head = (report.id, report.outlet, report.kind, report.title, day, report.published.basis)
        yield (*head, column.n_words, column.n_origins, report.name, report.url, report.sha256)


def _claims(lookup: Lookup) -> Iterator[Line]:
    """One line a claim and report: told (with the words), unsure (with the nearest passage) or silent.

    A report that tells it elsewhere has words in the difference named, but none in the claim.
    """
    yield (
        *("claim", "number", "text", "topic", "salience", "reports", "origins", "report", "outlet", "cell"),
        *("support", "status", "holders", "named_origins", "findings", "words", "start", "end"),
        "corrected",
    )
    columns = columns_of(lookup)
    for row in lay_matrix(lookup, columns).rows:
        claim = lookup.record.claims[row.number - 1]
        by_hand = _several(map(str, row.corrected)) or None
        text = few_words(claim.text, CLAIM)
        head = (claim.id, row.number, text, row.topic, round(row.salience, 4), row.n_reports, len(row.origins))
        for column, cell in zip(columns, row.cells, strict=True):
            here = (*head, column.report, column.name, cell.kind)
            findings = _several(f"{b.kind} of {b.word}" for b in cell.badges)
            for reading in (r for r in claim.readings if r.report == column.report):
                holders = _several(map(lookup.entity, reading.holders))
                origins = _several(lookup.origins[o].name for o in reading.origins if o in lookup.origins)
                for span in reading.evidence:
                    told = (reading.support, reading.status, holders, origins, findings)
                    yield (*here, *told, *_place(span), by_hand)
            if cell.kind in {"elsewhere", "unsure", "silent", "unread"}:
                nearest = next((u.nearest for u in claim.unsure if u.report == column.report), None)
                yield (*here, None, None, None, None, findings or None, *_place(nearest), by_hand)


def _statements(lookup: Lookup) -> Iterator[Line]:
    yield (
        *("statement", "report", "outlet", "speaker", "mode", "content", "start", "end", "source", "cue"),
        *("addressee", "medium", "via", "within", "time", "corrected"),
    )
    by_hand = _corrected_statements(lookup)
    for s in lookup.record.statements:
        to = None if s.addressee is None else _who(lookup, s.addressee.entity, s.addressee.span)
        via = _several(_who(lookup, relay.entity, relay.span) for relay in s.via)
        start = min((span.start for span in s.content), default=None)
        end = max((span.end for span in s.content), default=None)
        words = " … ".join(span.exact for span in s.content)
        yield (
            *(s.id, s.report, lookup.name_of(s.report), lookup.entity(s.speaker), s.mode, words, start, end),
            *(s.source and s.source.exact, " … ".join(span.exact for span in s.cue), to),
            *(s.medium and s.medium.kind, via, s.within, s.time, by_hand.get(s.id)),
        )


def _corrected_statements(lookup: Lookup) -> dict[str, str]:
    """Return the numbers of the corrections that a statement has, by its id."""
    found: dict[str, list[str]] = {}
    for number, corrected in enumerate(lookup.record.corrections, 1):
        for statement in corrected.statements:
            found.setdefault(statement, []).append(str(number))
    return {statement: _several(numbers) for statement, numbers in found.items()}


def _corrections(lookup: Lookup) -> Iterator[Line]:
    """One line a correction and place; its number is what the other tables have under ``corrected``."""
    yield ("correction", "kind", "said", "claims", "who", "when", "why", "report", "outlet", "words", "start", "end")
    for number, each in enumerate(lookup.record.corrections, 1):
        head = (number, each.kind, say_change(each), _several(each.claims), each.who, each.when, each.why)
        for span in each.evidence:
            yield (*head, span.report, lookup.name_of(span.report), *_place(span))


def _who(lookup: Lookup, entity: str | None, span: Span | None) -> str:
    return lookup.entity(entity) if entity else (span.exact if span else "")


def _quotes(lookup: Lookup) -> Iterator[Line]:
    yield ("utterance", "speaker", "report", "outlet", "relation", "statement", "mode", "words", "start", "end")
    for utterance in lookup.record.utterances:
        for r in utterance.renderings:
            said = lookup.statements.get(r.statement)
            head = (utterance.id, lookup.entity(utterance.speaker), r.span.report, lookup.name_of(r.span.report))
            yield (*head, r.relation, r.statement, said and said.mode, *_place(r.span))


def _findings(lookup: Lookup) -> Iterator[Line]:
    """One line a side and place; the sides of a finding are numbered."""
    yield ("finding", "kind", "aspect", "claims", "note", "side", "reads", "report", "outlet", "words", "start", "end")
    for f in lookup.record.findings:
        head = (f.id, f.kind, f.aspect, _several(f.claims), f.note)
        for n, side in enumerate(f.sides, 1):
            for span in side.evidence:
                yield (*head, n, side.reads, span.report, lookup.name_of(span.report), *_place(span))


def _timeline(lookup: Lookup) -> Iterator[Line]:
    yield (
        "place",
        "event",
        "time",
        "title",
        "status",
        "where",
        "participants",
        "report",
        "outlet",
        "words",
        "start",
        "end",
    )
    ranks = {event_id: n for n, group in enumerate(lookup.record.timeline, 1) for event_id in group}
    last = len(lookup.record.timeline) + 1
    for event in sorted(lookup.record.events, key=lambda event: ranks.get(event.id, last)):
        people = _several(map(lookup.entity, event.participants))
        where = lookup.entity(event.place)
        head = (ranks.get(event.id), event.id, event.time, event.title, event.status, where, people)
        for span in event.evidence:
            yield (*head, span.report, lookup.name_of(span.report), *_place(span))


def _commitments(lookup: Lookup) -> Iterator[Line]:
    yield (
        *("commitment", "by", "action", "object", "to", "due", "condition"),
        *("report", "outlet", "status", "due_here", "holders", "words", "start", "end"),
    )
    for c in lookup.record.commitments:
        head = (c.id, lookup.entity(c.by), c.action, c.object, lookup.entity(c.to), c.due, c.condition)
        for r in c.readings:
            holders = _several(map(lookup.entity, r.holders))
            for span in r.evidence:
                yield (*head, r.report, lookup.name_of(r.report), r.status, r.due, holders, *_place(span))


def _positions(lookup: Lookup) -> Iterator[Line]:
    yield ("actor", "issue", "stance", "report", "outlet", "words", "start", "end")
    for p in lookup.record.positions:
        for span in p.evidence:
            yield (lookup.entity(p.actor), p.issue, p.stance, span.report, lookup.name_of(span.report), *_place(span))


def _origins(lookup: Lookup) -> Iterator[Line]:
    yield ("origin", "name", "kind", "behind", "report", "outlet", "words", "start", "end")
    for origin in lookup.record.origins:
        behind = lookup.origins.get(origin.behind or "")
        for place in origin.reports:
            for span in place.evidence:
                head = (origin.id, origin.name, origin.kind, behind and behind.name)
                yield (*head, place.report, lookup.name_of(place.report), *_place(span))


def _passages(lookup: Lookup) -> Iterator[Line]:
    yield ("kind", "outlet_a", "words_a", "start_a", "end_a", "outlet_b", "words_b", "start_b", "end_b")
    for p in lookup.record.lineage.passages:
        yield (p.kind, lookup.name_of(p.a.report), *_place(p.a), lookup.name_of(p.b.report), *_place(p.b))


def _not_compared(lookup: Lookup) -> Iterator[Line]:
    yield ("report", "outlet", "words", "start", "end")
    for span in measure_coverage(lookup, columns_of(lookup)).spans:
        yield (span.report, lookup.name_of(span.report), *_place(span))


def _problems(lookup: Lookup) -> Iterator[Line]:
    yield ("code", "report", "message", "words", "start", "end")
    for problem in lookup.record.problems:
        yield (problem.code, problem.report, problem.message, *_place(problem.span))


TABLES: dict[str, Callable[[Lookup], Iterator[Line]]] = {
    "reports.csv": _reports,
    "claims.csv": _claims,
    "statements.csv": _statements,
    "findings.csv": _findings,
    "quotes.csv": _quotes,
    "timeline.csv": _timeline,
    "commitments.csv": _commitments,
    "positions.csv": _positions,
    "origins.csv": _origins,
    "passages.csv": _passages,
    "not_compared.csv": _not_compared,
    "corrections.csv": _corrections,
    "problems.csv": _problems,
}
ALWAYS = frozenset({"reports.csv", "claims.csv", "statements.csv", "findings.csv"})
