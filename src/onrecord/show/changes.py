"""What reports bring to a record, and how two records differ, on a terminal: good at 80 columns."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.model.changes import Arrival, Brought, ClaimChange, ClaimLine, Difference, ValueChange, Version
from onrecord.model.claims import Finding
from onrecord.model.date_words import say_date
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.show.corrections_view import CorrectionView, list_corrections
from onrecord.show.lookup import Lookup, look_up
from onrecord.show.marks import CELL_MARKS, FINDING_MARKS
from onrecord.show.notes import say_note
from onrecord.show.terminal import STYLES
from onrecord.show.wording import counted, few_words, inert, quoted

WORDS = 130
"""Code points of a passage that are shown: with its report's name two lines of a terminal."""
N_FIRST = 8
"""Claims of a list that are shown; the rest is counted."""
N_OTHERS = 2
"""Other reports whose words are shown beside those of the one that came."""
SAME = "Nothing differs: both records say the same of the same texts."

Lines = Iterator[RenderableType]


def show_arrival(record: Record, arrival: Arrival) -> RenderableType:
    """Return what some reports bring to the record that holds them, for a `rich` console."""
    lookup = look_up(record)
    if not arrival.reports:
        return _line(("Nothing was added: the record had these texts already.", "bold"))
    names = ", ".join(lookup.names_of(arrival.reports))
    lists = (
        ("+", "New: no other report tells it", arrival.new),
        (CELL_MARKS["told"].glyph, "Told by others, too: read whether it is alike", arrival.confirms),
        (CELL_MARKS["unsure"].glyph, "Comes near what others tell: read and decide", arrival.unsure),
        (CELL_MARKS["silent"].glyph, "Leaves out: others tell it, nothing here comes near", arrival.leaves_out),
    )
    new, confirms, unsure, leaves_out = (_brought(lookup, *row) for row in lists)
    contradicts = _findings(lookup, "Contradicts: both cannot hold, or one is newer", arrival.contradicts)
    differs = _findings(lookup, "Tells it otherwise", arrival.differs)
    head = (f" joined {counted(len(record.reports) - len(arrival.reports), 'report')}", "")
    return Group(
        _line((names, "bold"), head),
        *_shares(lookup, arrival),
        *contradicts,
        *differs,
        *new,
        *confirms,
        *leaves_out,
        *unsure,
    )


def _shares(lookup: Lookup, arrival: Arrival) -> Lines:
    if arrival.shares:
        names = ", ".join(lookup.names_of(arrival.shares))
        yield _line((f"It shares wording with {names}: what both tell may have one origin.", STYLES["unsure"]))


def _brought(lookup: Lookup, glyph: str, title: str, claims: Sequence[Brought]) -> Lines:
    if claims:
        yield from _heading(title, len(claims))
    for met in claims[:N_FIRST]:
        others = _by_report(met.theirs)[:N_OTHERS]
        first, *others = (*_by_report(met.ours or met.nearest)[:1], *others)
        yield _passage(lookup, first, glyph)
        yield from (_passage(lookup, spans, "") for spans in others)
    yield from _more(len(claims))


def _by_report(spans: Iterable[Span]) -> list[tuple[Span, ...]]:
    """Return spans report by report, in the order they come."""
    of_report: dict[str, tuple[Span, ...]] = {}
    for span in spans:
        of_report[span.report] = (*of_report.get(span.report, ()), span)
    return list(of_report.values())


def _findings(lookup: Lookup, title: str, findings: Sequence[Finding]) -> Lines:
    if findings:
        yield from _heading(title, len(findings))
    for finding in findings:
        yield from _finding(lookup, finding, FINDING_MARKS[finding.kind].glyph)


def _finding(lookup: Lookup, finding: Finding, glyph: str) -> Lines:
    kind = finding.kind
    yield _line((f"{glyph} {kind}, {finding.aspect}: ", STYLES[kind]), (few_words(say_note(finding), 2 * WORDS), ""))
    for side in finding.sides:
        yield from (_passage(lookup, spans[:1], "") for spans in _by_report(side.evidence))


def show_corrections(record: Record) -> RenderableType:
    """Return what a person has corrected in a record, for a `rich` console."""
    corrections = list_corrections(look_up(record))
    if not corrections:
        return _line(("Nothing is corrected: the record is what the reports alone give.", ""))
    return Group(*chain.from_iterable(map(_correction, corrections)))


def _correction(view: CorrectionView) -> Lines:
    yield _line((f"✎ {view.number}. {view.kind}: ", "bold"), (view.said, "" if view.works else STYLES["unsure"]))
    for link in view.words:
        yield Padding(_line((f"{link.outlet}: ", "dim"), (quoted(few_words(link.words, WORDS)), "")), (0, 0, 0, 4))
    claims = ", ".join(str(number) for number, _ in view.claims)
    about = f" · claim {claims}" if claims else ""
    yield Padding(_line((f"{view.who}, {view.when}: {view.why}{about}", "dim")), (0, 0, 0, 4))


def show_difference(before: Record, after: Record, difference: Difference) -> RenderableType:
    """Return how two records differ, for a `rich` console."""
    if difference.empty:
        return _line((SAME, ""))
    old, now = look_up(before), look_up(after)
    return Group(
        *_reports(old, now, difference),
        *chain.from_iterable(_version(old, now, version) for version in difference.versions),
        *_lost_and_found(old, now, difference),
        *_claims(now, "New claims", "+", difference.claims_new),
        *_claims(old, "Claims that are gone", "-", difference.claims_gone),
        *_claim_changes(old, now, difference.claims_changed),
        *_values(now, difference.values),
    )


def _reports(old: Lookup, now: Lookup, difference: Difference) -> Lines:
    for name in now.names_of(difference.reports_new):
        yield _line((f"+ report {name}", "bold"))
    for name in old.names_of(difference.reports_gone):
        yield _line((f"- report {name}", "bold"))


def _version(old: Lookup, now: Lookup, version: Version) -> Lines:
    yield from _heading(f"{now.name_of(version.after)}, another version: passages changed", len(version.changes))
    for change in version.changes:
        for lookup, span, glyph in ((old, change.before, "-"), (now, change.after, "+")):
            if span:
                yield _passage(lookup, (span,), glyph, named=False)


def _lost_and_found(old: Lookup, now: Lookup, difference: Difference) -> Lines:
    findings = (
        (now, "New differences", "+", difference.findings_new),
        (old, "Differences that are gone", "-", difference.findings_gone),
    )
    for lookup, title, glyph, found in findings:
        if found:
            yield from _heading(title, len(found))
        for finding in found:
            yield from _finding(lookup, finding, f"{glyph} {FINDING_MARKS[finding.kind].glyph}")


def _claims(lookup: Lookup, title: str, glyph: str, lines: Sequence[ClaimLine]) -> Lines:
    if lines:
        yield from _heading(title, len(lines))
    for line in lines:
        note = " (its words stand in a claim of the other record)" if line.within else ""
        yield _passage(lookup, _by_report(line.evidence)[0], glyph, note=note)


def _claim_changes(old: Lookup, now: Lookup, changes: Sequence[ClaimChange]) -> Lines:
    if changes:
        yield from _heading("Claims told by other passages than before", len(changes))
    for change in changes:
        yield Padding(_line((few_words(change.text, WORDS), "bold")), (0, 0, 0, 2))
        yield from (_passage(now, spans, "+") for spans in _by_report(change.joined))
        for spans in _by_report(change.left):
            yield _passage(old if spans[0].report in old.reports else now, spans, "-")


def _values(now: Lookup, values: Iterable[ValueChange]) -> Lines:
    values = tuple(values)
    if values:
        yield from _heading("Read otherwise than before", len(values))
    for value in values:
        before, after = (_value(value, one) for one in (value.before, value.after))
        words = f"{quoted(few_words(value.span.exact, WORDS))} " if value.span else ""
        yield _line((f"  {now.name_of(value.report)}  ", "dim"), (f"{words}{value.what}: {before} → {after}", ""))


def _value(value: ValueChange, told: str | None) -> str:
    if told is None:
        return "not known"
    return told if value.what == "speaker" else say_date(told)


def _heading(title: str, number: int) -> Lines:
    yield Text()
    yield _line((f"{title} ({number:,})", "bold underline"))


def _passage(lookup: Lookup, spans: Sequence[Span], glyph: str, *, named: bool = True, note: str = "") -> Padding:
    """Return a report's words on lines of their own, under one another."""
    name = f"{lookup.name_of(spans[0].report)}: " if named else ""
    words = quoted(few_words(" … ".join(span.exact for span in spans), WORDS))
    mark = (f"{glyph} ", "bold") if glyph else ("", "")
    return Padding(_line(mark, (name, "dim"), (words, ""), (note, "dim")), (0, 0, 0, 2 if glyph else 4))


def _more(number: int) -> Lines:
    if number > N_FIRST:
        yield _line((f"  and {number - N_FIRST:,} more; the record has all", "dim"))


def _line(*parts: tuple[str, str]) -> Text:
    return Text.assemble(*((inert(words), style) for words, style in parts))
