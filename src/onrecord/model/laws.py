"""The laws of a record, as a check: what `onrecord check` walks through.

```text
OR104  a line points at a report that the record does not have
OR105  a span's words do not stand at its offsets
OR106  an id or an index leads nowhere
OR107  a report is not in exactly one of readings, silent, unsure of a claim
OR108  a line stands on nothing
OR109  two lines have one id
OR110  a stretch of the body leaves the text or is empty, or it or a quotation stands out of order
OR111  a line of one report stands on another one
OR112  a line is a part of itself
OR113  the timeline has an event twice, or a hypothetical one
```
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from onrecord.model.links import AT_LEAST, CHAINS, LINKS, OF_ONE_REPORT, Place, lines_of, walk
from onrecord.model.marks import Problem
from onrecord.model.record import Record
from onrecord.model.span import Span

FOUND_IN_TEXT = ("stated", "inferred")
"""How a day of publication is known that a text shows, and no user and no file around it told."""
SHOWN = 60
"""Code points of a span's words that a message repeats."""


def find_broken_laws(record: Record) -> Iterator[Problem]:
    """Yield a problem for each breach of the format's laws; none for a sound record."""
    yield from find_unsound_spans(record)
    yield from find_dead_links(record)
    yield from find_shared_ids(record)
    yield from find_loops(record)
    yield from find_split_cells(record)
    yield from find_lines_on_nothing(record)
    yield from find_disorder(record)
    yield from find_misplaced_events(record)


def count_links(record: Record) -> int:
    """Return how many ids and indices of other lines a record holds."""
    return sum(isinstance(place.value, str | int) for place in walk(record) if place.path in LINKS)


def find_unsound_spans(record: Record) -> Iterator[Problem]:
    """Yield a problem for each span whose words do not stand in its report, or whose line is another report's."""
    texts = {report.id: report.text for report in record.reports}
    for place in walk(record):
        span = place.value
        if not isinstance(span, Span):
            continue
        text, words = texts.get(span.report), span.exact[:SHOWN]
        if text is None:
            yield Problem("OR104", f"{place.at} names the report {span.report!r}, which is not there: {words!r}")
        elif text[span.start : span.end] != span.exact:
            there = text[span.start : span.end][:SHOWN]
            where = f"{place.at}: {span.start}-{span.end} of {span.report}"
            yield Problem("OR105", f"{where} reads {there!r}, not {words!r}", span.report)
        elif place.owners is not None and span.report not in place.owners:
            yield Problem("OR111", f"{place.at} is of {span.report}, its line of {', '.join(place.owners)}")


def find_dead_links(record: Record) -> Iterator[Problem]:
    """Yield a problem for each id that no line has, each index outside its list, each that leads to another report."""
    targets = {name: lines_of(record, name) for name in set(LINKS.values())}
    known = {name: {getattr(line, "id", None): line for line in lines} for name, lines in targets.items()}
    for place in walk(record):
        name = LINKS.get(place.path)
        if name is None or not isinstance(place.value, str | int):
            continue
        if isinstance(place.value, int):
            lines = targets[name]
            line = lines[place.value] if 0 <= place.value < len(lines) else None
        else:
            line = known[name].get(place.value)
        if line is None:
            code = "OR104" if name == "reports" else "OR106"
            yield Problem(code, f"{place.at} is {place.value!r}, which is none of the {name}")
        elif place.path in OF_ONE_REPORT and not _is_at_home(place, line):
            yield Problem("OR111", f"{place.at} leads out of its report, to {place.value!r} of the {name}")


def _is_at_home(place: Place, line: Struct) -> bool:
    """Tell whether what a link leads to is of the report that names it."""
    report = getattr(line, "report", None) or line.span.report  # type: ignore[attr-defined]  # an amount, a time
    return place.owners is None or report in place.owners


def find_shared_ids(record: Record) -> Iterator[Problem]:
    """Yield a problem for each id that two lines of one list have."""
    for name in record.__struct_fields__:
        lines = getattr(record, name)
        ids = [line.id for line in lines if hasattr(line, "id")] if isinstance(lines, tuple) else []
        for shared in sorted(one for one, n in Counter(ids).items() if n > 1):
            yield Problem("OR109", f"{name}: {Counter(ids)[shared]} lines have the id {shared!r}")


def find_loops(record: Record) -> Iterator[Problem]:
    """Yield a problem for each line that is a part of itself, by way of others or not."""
    for name, link in CHAINS.items():
        above = {line.id: getattr(line, link) for line in getattr(record, name)}
        for start, next_one in above.items():
            seen, at = {start}, next_one
            while at in above and at not in seen:
                seen.add(at)
                at = above[at]
            if at == start:
                yield Problem("OR112", f"{name}: following {link} from {start!r} leads back to it")


def find_split_cells(record: Record) -> Iterator[Problem]:
    """Yield a problem for each claim in which a report is told twice over, or not at all."""
    wanted = {report.id for report in record.reports}
    for n, claim in enumerate(record.claims):
        told = {reading.report for reading in claim.readings}
        cells = Counter([*told, *claim.silent, *(unsure.report for unsure in claim.unsure)])
        if set(cells) != wanted or max(cells.values(), default=1) > 1:
            where = f"claims[{n}] ({claim.id})"
            yield Problem("OR107", f"{where}: a report is not in exactly one of readings, silent, unsure")


def find_lines_on_nothing(record: Record) -> Iterator[Problem]:
    """Yield a problem for each line without evidence, and each that names nobody where the format wants somebody."""
    for place in walk(record):
        if isinstance(place.value, tuple) and not place.at.endswith("]"):
            least = AT_LEAST.get(place.path, 0)
            if len(place.value) < least:
                yield Problem(
                    "OR108", f"{place.at} has {len(place.value) or 'nothing'}, and needs {least} at the least"
                )
    for n, report in enumerate(record.reports):
        day = report.published
        if day.basis in FOUND_IN_TEXT and (day.value or day.window) and not day.evidence:
            yield Problem("OR108", f"reports[{n}].published.evidence has nothing, and the day is {day.basis}")


def find_disorder(record: Record) -> Iterator[Problem]:
    """Yield a problem for each stretch of a body that leaves the text or the order, and each quotation out of order."""
    for n, report in enumerate(record.reports):
        ends = [0, *(end for _, end in report.body)]
        for k, (start, end) in enumerate(report.body):
            if not ends[k] <= start < end <= len(report.text):
                where = f"reports[{n}].body[{k}]"
                yield Problem("OR110", f"{where}: {start}-{end} is no stretch of the text, or out of order", report.id)
        for k, (a, b) in enumerate(pairwise(report.quotes), 1):
            if a.span.start > b.span.start:
                yield Problem("OR110", f"reports[{n}].quotes[{k}] stands before the one that it follows", report.id)


def find_misplaced_events(record: Record) -> Iterator[Problem]:
    """Yield a problem for each event that the timeline has twice, or that is only supposed."""
    supposed = {event.id for event in record.events if event.status == "hypothetical"}
    for event, n in sorted(Counter(one for step in record.timeline for one in step).items()):
        if n > 1:
            yield Problem("OR113", f"timeline: {event!r} stands there {n} times")
        if event in supposed:
            yield Problem("OR113", f"timeline: {event!r} is hypothetical, and stays out")
