"""The day on which a report was published, as far as the reports of a story show it together.

A day that was given stays; a day that a report states in its dateline is taken from there, and its year,
where the dateline has none, from the reports whose day is known. For the others the day is never made a
point: they get a window, with the words it stands on, and candidates, the likeliest first. What a report
says of itself bounds the window (`own_dates`): what happened in 1996 was over, what will happen in 2004
was not. What it shares with reports whose day is known narrows it (`shared_days`): "on Friday" for what
another report puts on 7 August means a day from 7 to 13 August. Then the report's times that hang on its
day are placed, or get the candidates that the window leaves. No span is moved.

```text
OR411  a report contradicts itself about the day of its publication
OR412  what a report shares with dated reports does not fit its day
```
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from onrecord.align.own_dates import (
    find_bounds,
    find_stated_day,
    find_stated_day_of_year,
    lead_weekday,
    speaks_of_today,
)
from onrecord.align.shared_days import Votes, Width, find_votes, read_dated
from onrecord.model.calendar import Days, edtf_range
from onrecord.model.marks import Annotations, Problem, Time
from onrecord.model.placing import list_candidates, place_times
from onrecord.model.relative import DAYS_OF_YEAR, NEAR, Relative
from onrecord.model.report import Published
from onrecord.model.span import Span

OPEN = ".."
MOST_DAYS = 31
"""Days of a window above which they are no longer listed as candidates."""
MOST_READ = 400
"""Days of a window above which nothing that hangs on them is read."""
MOST_EVIDENCE = 6
WEEK = 7
WIDTHS: tuple[Width, ...] = ("year", "month", "week")
"""What is shared narrows the window from the widest to the narrowest."""
KEPT = 0.8
"""Share of the best day's votes that a day needs to stay in the window; .6 to .9 do alike on the written stories and on
TimeML's (measured as for `shared_days.LIKE`): a lower one makes wider windows, two in a hundred more of them sound."""


class _Window(NamedTuple):
    """The days that are left for a report, first to last, both inside; what they stand on; a clash, if there is one."""

    first: date
    last: date
    evidence: tuple[Span, ...] = ()
    problem: Problem | None = None


def resolve_dates(annotated: Sequence[Annotations]) -> tuple[Annotations, ...]:
    """Find when the reports of a story were published, and place the times that hang on it.

    Args:
        annotated: The reports of one story, in any order, each as it was read alone.

    Returns:
        The same reports in the same order, with ``published``, values and candidates filled in. A problem
        where a report contradicts itself about its day (``OR411``), or what it shares with others does (``OR412``).
    """
    stated = [_with_stated_day(notes) for notes in annotated]
    known = [day for notes in stated if (day := known_day(notes.report.published)) is not None]
    stated = [_with_year(notes, known) for notes in stated]
    dated = read_dated([(notes, day) for notes in stated if (day := known_day(notes.report.published)) is not None])
    return tuple(_with_window(notes, find_votes(notes, dated)) if _is_open(notes) else notes for notes in stated)


def _is_open(notes: Annotations) -> bool:
    """Tell whether the day of a report is still to be found, and it is known what its times say."""
    return known_day(notes.report.published) is None and len(notes.relatives) == len(notes.tenses) == len(notes.times)


def known_day(published: Published) -> date | None:
    """Return the day of publication if exactly one is known."""
    days = edtf_range(published.value)
    return days[0] if days and days[0] == days[1] else None


def _with_stated_day(notes: Annotations) -> Annotations:
    """Take the day from the dateline of a report that none was given for."""
    if notes.report.published.value is not None:
        return notes
    stated = find_stated_day(notes)
    if stated is None or stated.value is None:
        return notes
    return _with_day(notes, stated.value, stated.span)


def _with_year(notes: Annotations, known: Sequence[date]) -> Annotations:
    """Take the day from a dateline without a year, and the year from the reports whose day is known.

    Beside a report of 10 March 1987, "LORNVALE, March 9" is 9 March 1987: reports of one event lie within `NEAR` days.
    A weekday that does not fit, or a day that the report's own words rule out, leaves the year open.
    """
    stated = find_stated_day_of_year(notes) if known and notes.report.published.value is None else None
    if stated is None:
        return notes
    time, said = stated
    meant = {_nearest(said, day) for day in known}
    day = meant.pop() if len(meant) == 1 else None
    window = _own_window(notes)
    fits = day is not None and window.first <= day <= window.last and said.weekday in (None, day.weekday())
    return _with_day(notes, day.isoformat(), time.span) if day and fits else notes


def _nearest(said: Relative, known: date) -> date | None:
    """Return the day of the year that lies nearest to a known day; none if that is too far to be of one event."""
    days = (edtf_range(f"{year:04}-{said.part:02}-{said.day:02}") for year in range(known.year - 1, known.year + 2))
    near = min((row[0] for row in days if row), key=lambda day: abs((day - known).days), default=None)
    return near if near and abs((near - known).days) <= NEAR else None


def _with_day(notes: Annotations, value: str, span: Span) -> Annotations:
    """Date a report by words of its own, and place the times that hang on its day."""
    published = Published(value, (value, value), (value,), "stated", (span,))
    whole = len(notes.relatives) == len(notes.times)
    placed = place_times(notes.times, notes.relatives, known_day(published)) if whole else notes.times
    report = msgspec.structs.replace(notes.report, published=published)
    return msgspec.structs.replace(notes, report=report, times=placed)


def _with_window(notes: Annotations, votes: Votes) -> Annotations:
    """Give a report without a known day its window, and its times what the window leaves of them."""
    window = _own_window(notes)
    for width in WIDTHS:
        window = _narrow(window, votes.of(width))
    days = _days(window)
    ranked = _rank(notes, window, days, votes.nearest)
    if not ranked and (window.first, window.last) == (date.min, date.max):
        return notes
    report = msgspec.structs.replace(notes.report, published=_published(notes, window, ranked))
    times = _fill(notes, days) if days else _list_likely(notes, ranked)
    problems = (*notes.problems, window.problem) if window.problem else notes.problems
    return msgspec.structs.replace(notes, report=report, times=times, problems=problems)


def _own_window(notes: Annotations) -> _Window:
    """Return what a report says of its own day; where that clashes, the bounds in the past alone."""
    bounds = find_bounds(notes)
    given = _told_days(notes.report.published)
    after = max(bounds.after, key=lambda bound: bound.day, default=None)
    before = min(bounds.before, key=lambda bound: bound.day, default=None)
    first = max(given[0], after.day) if after else given[0]
    evidence = (*notes.report.published.evidence, *(bound.span for bound in (after, before) if bound))
    if before is None or before.day < first:
        message = "this day is said to come, but lies before another one that is said to be past"
        problem = Problem("OR411", message, notes.report.id, before.span) if before else None
        kept = evidence[:-1] if before else evidence
        return _Window(min(first, given[1]), given[1], kept, problem)
    return _Window(first, min(before.day, given[1]), evidence)


def _told_days(published: Published) -> Days:
    """Return the days that are left by what was told of a report ("1998-11", a page that was seen by March)."""
    days = edtf_range(published.value)
    if days is None and published.window is not None:
        days = edtf_range("/".join(published.window))
    return days or (date.min, date.max)


def _narrow(window: _Window, votes: Votes) -> _Window:
    """Keep the days that most of what is shared with dated reports speaks for; votes for other days are dropped."""
    weights = votes.weights()
    inside = {day: weight for day, weight in weights.items() if window.first <= day <= window.last}
    if not inside:
        return window if not weights else window._replace(problem=window.problem or _clash(votes))
    best = max(inside.values())
    likely = [day for day, weight in inside.items() if weight >= best * KEPT]
    spoke = {vote.span for vote in votes.votes if any(day in vote.days for day in likely)}
    evidence = tuple(sorted({*window.evidence, *spoke}))[:MOST_EVIDENCE]
    return _Window(likely[0], likely[-1], evidence, window.problem)


def _clash(votes: Votes) -> Problem:
    """Report that what a report shares with dated ones does not fit what it says itself."""
    span = votes.votes[0].span
    message = "by the reports that share this day, it was published outside what it says of its own time"
    return Problem("OR412", message, span.report, span)


def _days(window: _Window) -> tuple[date, ...]:
    """Return the days of a window, in order, if they are not too many to read anything from."""
    length = (window.last - window.first).days + 1
    return tuple(window.first + timedelta(k) for k in range(length)) if length <= MOST_READ else ()


def _rank(notes: Annotations, window: _Window, days: Sequence[date], nearest: date | None) -> tuple[date, ...]:
    """Put the likeliest day first: one on the weekday of the news, near the report that is most alike.

    A window of too many days has no candidates but those two: the day of the news, and the one after it; of a report
    that only says "today", the day of the report that is most alike, and the one before it.
    """
    weekday = lead_weekday(notes)

    def place_in_row(day: date) -> tuple[int, int, date]:
        after = 0 if weekday is None else (day.weekday() - weekday) % WEEK
        return after, 0 if nearest is None else abs((day - nearest).days), day

    if 0 < len(days) <= MOST_DAYS:
        return tuple(sorted(days, key=place_in_row))
    if nearest is None or (weekday is None and not speaks_of_today(notes)):
        return ()
    low, high = window.first.toordinal(), window.last.toordinal()
    around = range(nearest.toordinal() - WEEK // 2, nearest.toordinal() + WEEK // 2 + 1)
    near = [date.fromordinal(number) for number in around if low <= number <= high]
    return tuple(sorted(near, key=place_in_row))[:2]


def _published(notes: Annotations, window: _Window, ranked: Sequence[date]) -> Published:
    first = OPEN if window.first == date.min else window.first.isoformat()
    last = OPEN if window.last == date.max else window.last.isoformat()
    given = notes.report.published
    return Published(
        given.value,
        None if first == last == OPEN else (first, last),
        tuple(day.isoformat() for day in ranked),
        given.basis if given.value is not None or given.window == (first, last) else "inferred",
        window.evidence,
    )


def _fill(notes: Annotations, days: Sequence[date]) -> tuple[Time, ...]:
    """Say what the times that hang on the day may mean, if only a few days are left for it.

    A date, a month or a year gets its value where all of these days give the same one; what names no date
    ("Monday", "yesterday") never does.
    """
    filled = []
    for time, relative in zip(notes.times, notes.relatives, strict=True):
        if relative is None or relative.base is not None:
            filled.append(time)
            continue
        candidates = list_candidates(relative, days)
        told = relative.named in DAYS_OF_YEAR or (len(candidates) == 1 and _is_wide(candidates[0]))
        value = candidates[0] if told and len(candidates) == 1 else None
        listed = () if value else candidates
        filled.append(msgspec.structs.replace(time, value=value, candidates=listed))
    return tuple(filled)


def _list_likely(notes: Annotations, ranked: Sequence[date]) -> tuple[Time, ...]:
    """List what the times that hang on the day mean seen from its likeliest days, where its window is too wide.

    None gets a value: other days are possible, only less likely.
    """
    listed = []
    for time, relative in zip(notes.times, notes.relatives, strict=True):
        if relative is None or relative.base is not None:
            listed.append(time)
            continue
        listed.append(msgspec.structs.replace(time, candidates=list_candidates(relative, ranked)))
    return tuple(listed)


def _is_wide(value: str) -> bool:
    covered = edtf_range(value)
    return covered is not None and covered[0] != covered[1]
