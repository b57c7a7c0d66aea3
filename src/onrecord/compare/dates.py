"""Dates and clock times: when two reports give different days or hours for one thing.

Only resolved values are compared. A date inside another one ("March 1987" and "2 March 1987") is never a
conflict; a day that lies ahead and is moved by a later report is an update.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import LEAST_ALIKE, Weights, content_of
from onrecord.compare.told import Told
from onrecord.lang import table
from onrecord.model.calendar import Days, edtf_range
from onrecord.model.claims import Finding
from onrecord.model.marks import Time

CLOCK = re.compile(r"T(\d\d)(?::?(\d\d))?")
PARTS = {
    "TMO": (4 * 60, 12 * 60),
    "TAF": (12 * 60, 18 * 60),
    "TEV": (17 * 60, 24 * 60),
    "TNI": (18 * 60, 30 * 60),
    "TMI": (11 * 60, 14 * 60),
}
"""TIMEX3's parts of the day in minutes; night reaches into the next morning."""
CLOSE = 10
"""Minutes by which two clock times may differ and still be one: news rounds to the quarter."""
ROUGH = 30
"""Minutes from which two clock times differ of which one is said to be rough."""
ALIKE_DAYS = 0.85
ALIKE = 0.3
"""Share of the lighter reading's weight that two readings must have in common for their days to be held together."""


class When(Struct, frozen=True):
    """A day or a stretch of days, with a clock time in minutes or a part of the day, and what stands beside it."""

    days: Days | None
    clock: int | None
    part: tuple[int, int] | None
    rough: bool
    content: frozenset[str]
    published: str | None
    value: str
    verb: str | None = None


def compare_dates(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say how the days and hours of a claim's readings differ."""

    def judge(a: When, b: When) -> Ruling | None:
        ruling = judge_times(a, b)
        if ruling is None or ruling.kind == "same":
            return ruling
        if ruling.kind != "precision" and (a.verb is None or a.verb != b.verb):
            return None
        least = ALIKE if ruling.kind == "precision" or a.clock is not None else ALIKE_DAYS
        close = weights.shared(a.content, b.content) >= least
        return ruling if close and (ruling.kind == "precision" or len(a.content & b.content) >= LEAST_ALIKE) else None

    clocks = [view for told in readings for view in views_of(told) if view.value.clock is not None]
    days = [view for told in readings for view in views_of(told) if view.value.days is not None]
    found: list[Finding] = []
    for views in (clocks, days):
        lonely = list(without_shared(views))
        if len({view.report for view in lonely}) == len(lonely) > 1:
            found += find_differences(claims, lonely, judge)
    return tuple(dict.fromkeys(found))


def views_of(told: Told) -> Iterator[View[When]]:
    """Yield the dates and clock times of a reading."""
    for time in told.times:
        when = when_of(time, told)
        if when is not None:
            yield View(told.report, time.value or "", (time.span,), when)


def when_of(time: Time, told: Told) -> When | None:
    """Return what a time expression means; None for durations, sets and what is not resolved."""
    if time.kind not in ("date", "time") or not time.value or _is_reach(time, told):
        return None
    value = time.value
    clock = CLOCK.search(value)
    part = next((minutes for code, minutes in PARTS.items() if value.endswith(code)), None)
    days = edtf_range(value.split("T")[0]) if value[:1].isdigit() or value.startswith("..") else None
    if days is None and clock is None:
        return None
    minutes = int(clock[1]) * 60 + int(clock[2] or 0) if clock else None
    inside = {word.i for word in told.notes.parse.words_between(time.span.start, time.span.end)}
    content = content_of(word for word in told.words if word.i not in inside)
    return When(
        days, minutes, part, time.mod is not None or "~" in value, content, told.day, value, verb_at(time, told)
    )


def _is_reach(time: Time, told: Told) -> bool:
    """Tell whether a time only bounds another ("since May", "before noon"), or is a "today" that somebody quotes."""
    words, quotes = told.notes.parse.words_between(time.span.start, time.span.end), told.notes.report.quotes
    if not words or any(quote.span.overlaps(time.span) for quote in quotes):
        return True
    return told.notes.parse.words[max(0, words[0].i - 1)].text.casefold() in table("offsets")["before"]


def verb_at(time: Time, told: Told) -> str | None:
    """Return the lemma of the verb that a time expression hangs on, if it is one of the reading's own."""
    words = told.notes.parse.words_between(time.span.start, time.span.end)
    inside = {word.i for word in told.words}
    word = words[-1] if words else None
    while word is not None and word.pos not in ("VERB", "AUX"):
        if word.head == word.i:
            return None
        word = told.notes.parse.words[word.head]
    return word.lemma if word is not None and word.i in inside else None


def without_shared(views: Sequence[View[When]]) -> Iterator[View[When]]:
    """Yield the only time of each report; of several, those that no other report has."""
    for view in views:
        mine = [other for other in views if other.report == view.report]
        others = [other for other in views if other.report != view.report]
        if len(mine) == 1 or not any(_same(view.value, other.value) for other in others):
            yield view


def _same(a: When, b: When) -> bool:
    ruling = judge_times(a, b)
    return ruling is not None and ruling.kind == "same"


def judge_times(a: When, b: When) -> Ruling | None:
    """Say how two times of one thing stand to each other."""
    if a.value == b.value:
        return Ruling("same", "date", "")
    if a.clock is not None and b.clock is not None:
        return _judge_clocks(a, b, abs(a.clock - b.clock))
    if a.days is None or b.days is None:
        return None
    return _judge_days(a, b, a.days, b.days)


def _judge_days(a: When, b: When, ours: Days, theirs: Days) -> Ruling | None:
    if ours == theirs:
        return Ruling("same", "date", "") if (a.clock is None) == (b.clock is None) else FINER
    if _inside(ours, theirs) or _inside(theirs, ours):
        return FINER
    if max(ours[0], theirs[0]) <= min(ours[1], theirs[1]) or a.rough or b.rough:
        return None
    if _moved(a, b):
        return Ruling("update", "date", "A later report has a new date for what lies ahead")
    return Ruling("conflict", "date", "Two days for one thing")


FINER = Ruling("precision", "date", "One report says more exactly when")


def _judge_clocks(a: When, b: When, apart: int) -> Ruling | None:
    if a.days is not None and b.days is not None and max(a.days[0], b.days[0]) > min(a.days[1], b.days[1]):
        return None
    if apart <= CLOSE:
        return Ruling("same", "date", "")
    if a.rough or b.rough:
        return FINER if apart < ROUGH else Ruling("conflict", "date", "Two hours for one thing")
    return Ruling("conflict", "date", "Two hours for one thing")


def _inside(a: Days, b: Days) -> bool:
    return a[0] <= b[0] and b[1] <= a[1]


def _moved(a: When, b: When) -> bool:
    """Tell whether a report of a later day gives another day for what lay ahead of both."""
    if a.published is None or b.published is None or a.published == b.published or a.days is None or b.days is None:
        return False
    latest = date.fromisoformat(max(a.published, b.published))
    return (
        min(a.days[0], b.days[0]) >= date.fromisoformat(min(a.published, b.published))
        and max(a.days[1], b.days[1]) >= latest
    )
