"""The days that a date may mean, and when a report was published, as a reader says it."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.calendar import edtf_range
from onrecord.model.date_words import say_date
from onrecord.model.report import Published

UNKNOWN = "day not known"
MOST_DAYS = 731
"""Days of a window that tells a reader something: two years."""


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
    found = edtf_range(value)
    if found is None:
        return None
    first, last = found
    return Days(None if first == date.min else first, None if last == date.max else last)


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
