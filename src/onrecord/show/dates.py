"""Dates in EDTF as a reader says them, and the days they may mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from onrecord.model.report import Published

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = "day not known"
MOST_DAYS = 731
"""Days of a window that tells a reader something: two years."""

_POINT = re.compile(r"(\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T([0-9:]+)\S*?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a date may mean; ``None`` where that side is open."""

    first: date | None
    last: date | None


def days_of(value: str | None) -> Days | None:
    """Return the days that an EDTF value may mean, or ``None`` for what is no date.

    >>> days_of("1987-02")
    Days(first=datetime.date(1987, 2, 1), last=datetime.date(1987, 2, 28))
    """
    if not value:
        return None
    first, slash, last = value.partition("/")
    if not slash:
        return _point(value)
    start, stop = _point(first), _point(last)
    if start is None and stop is None:
        return None
    return Days(start.first if start else None, stop.last if stop else None)


def say_date(value: str | None) -> str:
    """Say an EDTF value as a reader would; what is no date comes back as it is.

    >>> say_date("1987-03-02/1987-03-08")
    '2–8 Mar 1987'
    """
    if not value:
        return ""
    first, slash, last = value.partition("/")
    if not slash:
        return _say_point(value)
    if first in {"", ".."}:
        return f"by {_say_point(last)}"
    if last in {"", ".."}:
        return f"from {_say_point(first)}"
    return _say_interval(first, last)


def say_published(published: Published) -> str:
    """Say when a report was published: a day, a window, or that it is not known.

    A window of more than `MOST_DAYS` says too little to be read; `say_window` has it.
    """
    if published.value:
        return say_date(published.value)
    days = published_days(published)
    if days and days.first and days.last and (days.last - days.first).days > MOST_DAYS:
        return UNKNOWN
    if days:
        return say_window(published)
    if published.candidates:
        return " or ".join(say_date(value) for value in published.candidates)
    return UNKNOWN


def say_window(published: Published) -> str:
    """Say between which days a report was published; empty if nothing is known of it.

    >>> say_window(Published(window=("1969-01-01", ".."))), say_window(Published(window=("..", "1998-11-13")))
    ('1969 or later', 'by 13 Nov 1998')
    """
    days = days_of("/".join(published.window)) if published.window else None
    if days is None:
        return ""
    first, last = _say_bound(days.first, (1, 1)), _say_bound(days.last, (12, 31))
    if not last:
        return f"{first} or later"
    if not first:
        return f"by {last}"
    return first if first == last else f"between {first} and {last}"


def _say_bound(day: date | None, edge: tuple[int, int]) -> str:
    """Say a bound: a year where it is the edge of one, for then no day was named."""
    if day is None:
        return ""
    return str(day.year) if (day.month, day.day) == edge else say_date(day.isoformat())


def published_days(published: Published) -> Days | None:
    """Return the days on which a report may have been published."""
    if published.value:
        return days_of(published.value)
    if published.window:
        return days_of("/".join(published.window))
    return None


def _point(value: str) -> Days | None:
    found = _POINT.fullmatch(value)
    if found is None or found[1] == "0000":
        return None
    year, month, day = int(found[1]), _part(found[2]), _part(found[3])
    try:
        if month is None or month > len(MONTHS):
            return Days(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return Days(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


def _part(digits: str | None) -> int | None:
    return None if digits is None or digits == "XX" else int(digits)


def _say_point(value: str) -> str:
    found = _POINT.fullmatch(value)
    if found is None:
        return value
    month, day = _part(found[2]), _part(found[3])
    words = [found[1]]
    if month and month <= len(MONTHS):
        words.insert(0, MONTHS[month - 1])
        if day:
            words.insert(0, str(day))
    said = " ".join(words)
    if found[4]:
        said += f", {found[4][:5]}"
    return f"about {said}" if found[5] else said


def _say_interval(first: str, last: str) -> str:
    start, stop = _say_point(first), _say_point(last)
    if start == stop:
        return start
    a, b = start.split(" "), stop.split(" ")
    shared = 0
    while shared < min(len(a), len(b)) - 1 and a[-1 - shared] == b[-1 - shared]:
        shared += 1
    if len(a) == len(b) and shared:
        return f"{' '.join(a[: len(a) - shared])}–{stop}" if shared == len(a) - 1 else f"{start} to {stop}"
    return f"{start} to {stop}"
