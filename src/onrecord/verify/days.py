"""Days and hours of a draft: does a report put it then?

A draft has no day of publication of its own, so "on Monday" is held beside the weekday of a report's date.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from onrecord.compare.dates import CLOCK, CLOSE
from onrecord.lang import table
from onrecord.model.calendar import Days, edtf_range
from onrecord.model.checks import Check
from onrecord.model.marks import Annotations, Time
from onrecord.model.span import Span
from onrecord.model.words import Word
from onrecord.verify.ground import Ground, Held, clause_at, near
from onrecord.verify.weighing import Asked, Met, weigh

WEEK = 6
SEASON = 100
HALF_DAY = 12 * 60
COARSE = 0.6
"""What the fit of a longer stretch around the draft's day is multiplied by: "next week" does not carry "Tuesday"."""
CLOSE_BY = 0.1
"""By how much less a passage with another day may fit and still count against a longer stretch."""
HOUR = re.compile(r"\b(\d{1,2})(?:[:.](\d\d)|(?=\s*[ap]\.?m))")
BARE_HOUR = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
BARE_DAY = re.compile(r"\bon (the ([12]?\d|3[01])(?:st|nd|rd|th))(?=[,.;:]| [a-z]+ed\b|$)")
YEAR = (date(2001, 1, 1), date(2001, 12, 31))


class Dated(Struct, frozen=True):
    """A time of a text: its days, its weekday, its hour in minutes, as far as they are known, and the words around."""

    span: Span
    value: str
    days: Days | None
    weekday: int | None
    clock: int | None
    context: tuple[Word, ...]
    beside: tuple[Word, ...]
    sentence: int
    yearless: tuple[int, int] | None = None


def check_days(ground: Ground) -> Iterator[Check]:
    """Yield a check for each day and each hour of the draft that says by itself when it is, and is not quoted."""
    pool = [(held, dated) for held in ground.reports for dated in dated_of(held.notes)]
    for dated in dated_of(ground.draft):
        if not ground.is_quoted(dated.span.start):
            met = without_coarse([one for held, other in pool if (one := meet(ground, dated, held, other)) is not None])
            yield weigh(ground, Asked(dated.span, "date", "date", rare=dated.weekday is None), met)


def dated_of(notes: Annotations) -> Iterator[Dated]:
    """Yield the days and hours of a text that are known: first what stands bare."""
    yield from bare_hours(notes)
    yield from bare_days(notes)
    for k, time in enumerate(notes.times):
        words = notes.parse.words_between(time.span.start, time.span.end)
        days, clock, weekday, yearless = days_of(time), clock_of(time), weekday_of(notes, k), yearless_of(notes, k)
        if time.kind not in ("date", "time") or not words or {days, clock, weekday, yearless} == {None}:
            continue
        context = tuple(word for word in clause_at(notes, time.span.start) if word not in words)
        value = time.value or (f"{clock} minutes" if weekday is None else f"weekday {weekday}")
        yield Dated(
            time.span,
            value,
            days,
            weekday,
            clock,
            context,
            near(words, notes),
            words[0].sentence,
            yearless,
        )


def days_of(time: Time) -> Days | None:
    """Return the days that a time covers."""
    value = time.value or ""
    return edtf_range(value.split("T")[0]) if value[:1].isdigit() or value.startswith("..") else None


def clock_of(time: Time) -> int | None:
    """Return the hour of a time in minutes, from its words where its day is not known."""
    clock = CLOCK.search(time.value or "") or (HOUR.search(time.span.exact) if time.kind == "time" else None)
    return minutes_of(clock[1], clock[2] or "0") if clock else None


def bare_hours(notes: Annotations) -> Iterator[Dated]:
    """Yield the hours that stand as a decimal after "at" and the like, with nothing counted: "came at 5.20"."""
    before = table("amounts")["clock"]["before"]
    for amount in notes.amounts:
        hour = BARE_HOUR.fullmatch(amount.span.exact)
        words = notes.parse.words_between(amount.span.start, amount.span.end)
        if hour is None or amount.of is not None or not words or words[0].i == 0:
            continue
        if notes.parse.words[words[0].i - 1].text.casefold() in before:
            clock = minutes_of(hour[1], hour[2])
            context = tuple(word for word in clause_at(notes, amount.span.start) if word not in words)
            beside = near(words, notes)
            yield Dated(amount.span, f"{clock} minutes", None, None, clock, context, beside, words[0].sentence)


def bare_days(notes: Annotations) -> Iterator[Dated]:
    """Yield the days of a month that is not named: "received on the 9th"."""
    for found in BARE_DAY.finditer(notes.report.text):
        span = notes.report.span(*found.span(1))
        words = notes.parse.words_between(span.start, span.end)
        if words and not any(time.span.overlaps(span) for time in notes.times):
            context = tuple(word for word in clause_at(notes, span.start) if word not in words)
            day = (0, int(found[2]))
            beside = near(words, notes)
            yield Dated(span, f"day {day[1]}", None, None, None, context, beside, words[0].sentence, day)


def minutes_of(hour: str, minute: str) -> int:
    """Return the minutes since midnight."""
    return int(hour) * 60 + int(minute)


def weekday_of(notes: Annotations, k: int) -> int | None:
    """Return the weekday that a time names, or that of a single day, from Monday as 0."""
    relative = notes.relatives[k] if k < len(notes.relatives) else None
    if relative is not None and relative.named == "weekday":
        return relative.part
    days = days_of(notes.times[k])
    return days[0].weekday() if days is not None and days[0] == days[1] else None


def yearless_of(notes: Annotations, k: int) -> tuple[int, int] | None:
    """Return month and day (0 for none) of a time that names no year."""
    relative = notes.relatives[k] if k < len(notes.relatives) else None
    if relative is None or relative.named not in ("month", "month_day"):
        return None
    return relative.part, relative.day if relative.named == "month_day" else 0


def meet(ground: Ground, dated: Dated, held: Held, other: Dated) -> Met | None:
    """Hold a time of the draft beside one of a report; None where they are of two sorts."""
    same = is_same(dated, other)
    if same is None:
        return None
    wide = ground.cover(dated.context, held, other.sentence)
    tight = ground.match(dated.beside, held, other.beside)
    coarse = same and dated.clock is None and is_coarser(other, dated)
    score = (wide + tight) / 2 * (COARSE if coarse else 1)
    return Met(held, other.sentence, other.span, other.value, score, same, opposed=not same, coarse=coarse)


def without_coarse(met: Sequence[Met]) -> list[Met]:
    """Leave out longer stretches around the draft's day where a passage that fits as well names another day."""
    other = max((one.score for one in met if not one.same), default=0.0)
    return [one for one in met if not one.coarse or other < one.score / COARSE - CLOSE_BY]


def is_coarser(a: Dated, b: Dated) -> bool:
    """Tell whether one time is a much longer stretch than the other."""
    return a.days is not None and b.days is not None and size_of(a.days) > size_of(b.days)


def is_same(a: Dated, b: Dated) -> bool | None:
    """Tell whether two times may be one; None where they are of two sorts, such as a year and a day."""
    if (bare := next((one.yearless for one in (a, b) if one.yearless and not one.yearless[0]), None)) is not None:
        return is_same_of_month(bare[1], b if a.yearless == bare else a)
    if a.clock is not None:
        return is_same_hour(a.clock, b.clock)
    if a.yearless is not None:
        return is_same_in_year(a.yearless, b)
    if a.days is None or b.days is None:
        return a.weekday == b.weekday if a.weekday is not None and b.weekday is not None else None
    if a.days[0] <= b.days[1] and b.days[0] <= a.days[1]:
        return True
    return False if size_of(a.days) == size_of(b.days) else None


def is_same_of_month(day: int, other: Dated) -> bool | None:
    """Tell whether a day of a month that is not named may be another time."""
    if other.yearless is not None and other.yearless[1]:
        return other.yearless[1] == day
    single = other.days is not None and other.days[0] == other.days[1]
    return other.days[0].day == day if single and other.days is not None else None


def is_same_hour(a: int, b: int | None) -> bool | None:
    """Tell whether two hours may be one, if it is not said of which half of the day."""
    apart = abs(a - b) % HALF_DAY if b is not None else HALF_DAY
    return None if b is None else min(apart, HALF_DAY - apart) <= CLOSE


def is_same_in_year(yearless: tuple[int, int], other: Dated) -> bool | None:
    """Tell whether a time may be a month or a day whose year is not told."""
    if other.yearless is not None:
        month, day = other.yearless
        if yearless[1] and not day:
            return None
        return yearless in ((month, day), (month, 0))
    if other.days is None or size_of(other.days) == size_of(YEAR):
        return None
    return is_in_year(yearless, other.days)


def is_in_year(yearless: tuple[int, int], days: Days) -> bool | None:
    """Tell whether a day or a month of some year may be a time; None where one is a day and the other a month."""
    month, day = yearless
    first, last = days
    if (day == 0) != (days[0] != days[1]):
        return True if month in (first.month, last.month) else None
    return first.month <= month <= last.month and (day == 0 or first.day <= day <= last.day)


def size_of(days: Days) -> int:
    """Return the size of a stretch of days: one day, some days, a week to a quarter, more."""
    length = (days[1] - days[0]).days
    return sum(length >= least for least in (1, WEEK, SEASON))
