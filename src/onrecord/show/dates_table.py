"""When the reports of a record were published, on a terminal: the day or window of each, and the words it stands on."""

from collections.abc import Iterator

import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.model.date_words import say_date
from onrecord.model.marks import Problem, Time
from onrecord.model.record import Record
from onrecord.model.report import Published, Report
from onrecord.model.span import Span
from onrecord.show.dates import Days, published_days, say_published, say_window
from onrecord.show.lookup import Lookup, look_up
from onrecord.show.wording import counted, excerpt, inert

AROUND = 60
"""Code points before and behind the words of an evidence that are shown with them."""
LINE = 74
"""Code points of an excerpt: a line of a terminal, indented."""
MOST_CANDIDATES = 5
NO_PLACE = "nothing shows when: its weekdays and months stay open"
BASES = {
    "given": "the day was given with the report",
    "stated": "the report bears the day",
    "metadata": "the page tells the day",
    "inferred": "worked out from what the reports say",
    "unknown": NO_PLACE,
}


def show_dates(record: Record) -> RenderableType:
    """Return the days of publication for a `rich` console: each report's day or window, why, and its evidence."""
    lookup = look_up(record)
    times = {time.span: time for time in record.times}
    known = sum(1 for report in record.reports if report.published.value)
    windows = sum(1 for report in record.reports if not report.published.value and report.published.window)
    head = f"{counted(len(record.reports), 'report')}: {known} with a day, {windows} with a window"
    blocks = [block for report in record.reports for block in (*_block(lookup, times, report), Text())]
    return Group(Text(head, style="bold"), Text(), *blocks[:-1])


def list_date_rows(record: Record) -> tuple[dict[str, object], ...]:
    """Return when each report was published as plain values, in the order of the record's reports."""
    times = {time.span: time for time in record.times}
    return tuple(_row(record, times, report) for report in record.reports)


def _row(record: Record, times: dict[Span, Time], report: Report) -> dict[str, object]:
    published = report.published
    days = published_days(published)
    width = (days.last - days.first).days + 1 if days and days.first and days.last else None
    return {
        "report": report.id,
        "name": report.name,
        "outlet": report.outlet,
        "value": published.value,
        "window": published.window,
        "days": width,
        "candidates": published.candidates,
        "basis": published.basis,
        "why": BASES[published.basis],
        "evidence": [
            {"span": msgspec.to_builtins(span), "says": say_evidence(published, span, times.get(span))}
            for span in published.evidence
        ],
        "problems": [problem.message for problem in record.problems if _is_of_day(problem, report)],
    }


def _is_of_day(problem: Problem, report: Report) -> bool:
    return problem.code in ("OR411", "OR412") and problem.report == report.id


def _block(lookup: Lookup, times: dict[Span, Time], report: Report) -> Iterator[RenderableType]:
    published = report.published
    yield Text.assemble((inert(lookup.name_of(report.id)), "bold"), ": ", _say(published))
    yield Padding(Text(BASES[published.basis], style="dim"), (0, 0, 0, 2), expand=False)
    likely = published.candidates if not published.value else ()
    if len(likely) > 1:
        row = ", ".join(say_date(value) for value in likely[:MOST_CANDIDATES])
        more = f" and {len(likely) - MOST_CANDIDATES} more" if len(likely) > MOST_CANDIDATES else ""
        yield Padding(Text(f"likeliest first: {row}{more}"), (0, 0, 0, 2), expand=False)
    for span in published.evidence:
        yield Padding(_around(report, span), (0, 0, 0, 2), expand=False)
        yield Padding(Text(say_evidence(published, span, times.get(span)), style="dim"), (0, 0, 0, 4), expand=False)
    for problem in lookup.record.problems:
        if _is_of_day(problem, report):
            yield Padding(Text(f"but: {problem.message}"), (0, 0, 0, 2), expand=False)


def _say(published: Published) -> str:
    """Say a day or a window, with the number of its days."""
    days = published_days(published)
    said = say_published(published) if published.value or not published.window else say_window(published)
    if published.value or days is None or days.first is None or days.last is None:
        return said
    return f"{said} ({counted((days.last - days.first).days + 1, 'day')})"


def _around(report: Report, span: Span) -> Text:
    """Return the words of an evidence in bold, with those around them, cut at the line."""
    start = max(report.text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
    end = report.text.find("\n", span.end)
    end = min(end if end >= 0 else len(report.text), span.end + AROUND)
    words = excerpt(report.text[start:end], span.start - start, span.end - start, limit=LINE)
    core = (inert(words.core or words.before), "bold")
    before = inert(words.before).lstrip() if words.core else ""
    return Text.assemble("“", before, core, inert(words.after).rstrip(), "”")


def say_evidence(published: Published, span: Span, time: Time | None) -> str:
    """Say in one clause how the words of an evidence bound the day of publication.

    Args:
        published: When the report was published.
        span: The words.
        time: What they were read as, if they are a time.
    """
    if published.basis == "stated":
        has_year = (published.value or "")[:4] in span.exact
        return "the day stands here" if has_year else "the day stands here, its year is that of the dated reports"
    if time is None or time.anchor != "none":
        return f"a dated report puts the “{inert(span.exact)}” of the same news on a day that fits these"
    named, window = published_days(Published(time.value)), published_days(published)
    return _say_bound(time, named, window)


def _say_bound(time: Time, named: Days | None, window: Days | None) -> str:
    said = say_date(time.value)
    if named is not None and window is not None and named.last is not None and named.last == window.last:
        return f"{said} was still to come: published by then"
    return f"{said} was over or had begun: not published before it"
