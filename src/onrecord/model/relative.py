"""Dates that hang on another day ("yesterday", "last June"), and what they mean once that day is known.

A report's words are read once, by `onrecord.annotate.times`, into what they say in the terms of the
calendar: so many units away, the last Monday, the coming May. Where the day they hang on is known at
once, they get their value there; where only several reports together show it, `onrecord.align.dates`
places them later. Steps may not import each other, and both need the same arithmetic, so it stands here,
beside the calendar; it knows no word of any language. Whole lists of times are placed by `onrecord.model.placing`.
"""

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from onrecord.model.calendar import Days, edtf_of, edtf_range, month_days, week_days

Unit = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
Named = Literal["weekday", "month", "month_day", "easter", "nth", "season", "quarter", "half", "number"]
DAYS_OF_YEAR = ("month_day", "easter", "nth", "number")
"""What names one day of each year, or (``number``, "the 21st") of each month."""
Tense = Literal["past", "future"]
"""Whether a date is said of what was or of what is to come."""
Lean = Literal["past", "future", "near", "this", "last", "next"]
"""Which of several: the last or the coming one, today counted or (last, next) not; the nearest; that of this year."""

LEAP_DAYS_APART = 8
"""The most years between two days of 29 February (1896 and 1904)."""
NEAR = 120
"""Days within which a day of the year without its year is taken for the nearest one, if the tense does not show."""
NEAR_AGAINST_TENSE = 60
"""The same against the tense: "it set the vote for 3 March" is of the coming March."""
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
WEEK = 7
SATURDAY, SUNDAY = 5, 6
TOO_NEAR = 2
"""Days away up to which a weekday is not called the last or the next one: on a Thursday "next Friday" is in a week."""
YEAR = 12
SHORTEST_MONTH = 28
LAST_NTH = 4
WINTER_INTO = 2
"""The last month of a winter that began the year before."""
SOON = 2
"""Months ahead that a bare month means even beside a past verb: what is ten months old is called last year's."""


class Relative(Struct, frozen=True):
    """What the words of a date say, in the terms of the calendar.

    Either ``step`` units away from the day it hangs on, or (``named``) the ``part`` with that number:
    Monday is weekday 0, January month 1, spring season 21; ``day`` is the day of a month. A feast lies ``day``
    days from Easter Sunday (``easter``), or is the ``day``-th ``weekday`` of a month, the last one for 5 (``nth``);
    beside a day of a month ``weekday`` is what it is said to be ("Monday 2 September"). ``base`` is the
    index of the time of the same report that it hangs on, None for the day of publication. ``clock`` is
    an hour and minute of that day.

    What is named may also be a stretch beside it: ``shift`` days on from it ("Saturday week": 7), the whole week
    that it lies in (``unit`` week), with so many ``days`` behind it ("3 to 9 May": 6), or so many ``months`` that
    end with it ("the year to March": 12).
    """

    unit: Unit = "day"
    step: int = 0
    named: Named | None = None
    part: int = 0
    day: int = 0
    lean: Lean = "past"
    sure: bool = True
    base: int | None = None
    clock: str | None = None
    weekday: int | None = None
    shift: int = 0
    days: int = 0
    months: int = 0

    @property
    def is_stretched(self) -> bool:
        """Tell whether more than what is named is meant, or what lies beside it."""
        whole_week = self.named is not None and self.unit == "week"
        return bool(whole_week or self.shift or self.days or self.months)


def place(relative: Relative, day: date) -> str | None:
    """Return the date in EDTF that is meant, seen from a day; None where the calendar ends or lacks it.

    >>> place(Relative("month", -1), date(1987, 3, 2)), place(Relative(named="weekday", part=4), date(1987, 3, 2))
    ('1987-02', '1987-02-27')
    """
    try:
        value = _named(relative, _years_on(day, relative.step)) if relative.named else _stepped(relative, day)
        value = stretch(relative, value)
    except (ValueError, OverflowError):
        return None
    if edtf_range(value) is None:
        return None
    return f"{value}T{relative.clock}" if value and relative.clock and len(value) == len("1987-03-02") else value


def stretch(relative: Relative, value: str | None) -> str | None:
    """Return the stretch that is meant by a date that only names a part of it ("the week of 2 February").

    Raises:
        ValueError, OverflowError: If it does not lie in the calendar, or days of a month go on behind its end.
    """
    found = edtf_range(value)
    if found is None or not relative.is_stretched:
        return value
    first, last = (day + timedelta(relative.shift) for day in found)
    if relative.named is not None and relative.unit == "week":
        first, last = week_days(first)
    if relative.months:
        first = month_days(last.year, last.month - relative.months + 1)[0]
    end = last + timedelta(relative.days)
    if relative.named == "month_day" and relative.days and end.month != last.month:
        msg = "no such day in the month"  # "February 28-30", or "28 and 29 February" of a year without the 29th
        raise ValueError(msg)
    return edtf_of(first, end)


def _years_on(day: date, years: int) -> date:
    """Return the day some years on, for "June last year"; of 29 February the day before, where a year has none."""
    if not years:
        return day
    return (
        month_days(day.year + years, day.month)[1] if day.day > SHORTEST_MONTH else day.replace(year=day.year + years)
    )


def _stepped(relative: Relative, day: date) -> str | None:
    step = relative.step
    match unit := relative.unit:
        case "day":
            return (day + timedelta(step)).isoformat()
        case "week":
            ends = relative.lean == "last" and step == -1 and day.weekday() == SUNDAY
            return edtf_of(*week_days(day if ends else day + timedelta(step * WEEK)))
        case "weekend":
            return edtf_of(*_weekend(relative, day))
        case "season":
            return None
        case "century" | "decade":
            years = 10 if unit == "decade" else 100
            first = day.year // years + step
            return f"{first:03}X" if unit == "decade" else f"{first:02}XX"
        case "month" | "quarter" | "half" | "year":
            months = MONTHS[unit]
            first_month = (day.month - 1) // months * months + 1
            found = month_days(day.year, first_month + step * months, months)
            return edtf_of(*(_day_of(found, relative.day) if relative.day else found))


def _day_of(month: Days, number: int) -> Days:
    """Return a day of a month by its number ("the 6th of this month")."""
    found = month[0] + timedelta(number - 1)
    if found > month[1]:
        raise ValueError(number)
    return found, found


def _weekend(relative: Relative, day: date) -> Days:
    """Return a Saturday and Sunday; seen from a weekend, that one is this one, seen from a weekday the last or next."""
    just_was = relative.lean == "past" and relative.step == 0 and day.weekday() < SATURDAY
    saturday = week_days(day)[0] + timedelta(SATURDAY + (relative.step - just_was) * WEEK)
    return saturday, saturday + timedelta(1)


def _named(relative: Relative, day: date) -> str | None:
    match relative.named:
        case "weekday":
            return _weekday(relative, day).isoformat()
        case "month_day" | "easter" | "nth" | "number":
            return _day_of_year(relative, day).isoformat()
        case "season":
            day = _in_winter(day)
            start = _season_start(relative.part)
            year = _year_of_part(relative, day, start, start + 2)
            return f"{year:04}-{relative.part}"
        case "month":
            year = _year_of_part(relative, day, relative.part, relative.part + 1)
            return edtf_of(*month_days(year, relative.part))
        case "quarter" | "half":
            months = MONTHS[relative.named]
            start = (relative.part - 1) * months + 1
            return edtf_of(*month_days(_year_of_part(relative, day, start, start + months - 1), start, months))
        case None:
            return None


def _season_start(season: int) -> int:
    return (season - 21) * 3 + 3


def _weekday(relative: Relative, day: date) -> date:
    back = (day.weekday() - relative.part) % WEEK
    ahead = (relative.part - day.weekday()) % WEEK
    match relative.lean:
        case "past":
            return day - timedelta(back)
        case "last":
            return day - timedelta(back if back > TOO_NEAR else back + WEEK)
        case "future":
            return day + timedelta(ahead)
        case "next":
            return day + timedelta(ahead if ahead > TOO_NEAR else ahead + WEEK)
        case "this":
            return week_days(day)[0] + timedelta(relative.part)
        case "near":
            return day - timedelta(back) if back <= ahead else day + timedelta(ahead)


def _year_of_part(relative: Relative, day: date, month: int, over: int) -> int:
    """Return the year in which a month (or what begins in it) is meant; "last" one is over since month ``over``.

    Nobody calls the month just gone by "last June", nor the season that still is "last summer".
    """
    match relative.lean:
        case "past":
            begun = relative.sure or (day.month - month) % YEAR < YEAR - SOON
            return day.year - (month > day.month) if begun else day.year + (month < day.month)
        case "last":
            return day.year if over < day.month else day.year - 1
        case "future":
            return day.year if month >= day.month else day.year + 1
        case "next":
            return day.year if month > day.month else day.year + 1
        case "this":
            return day.year
        case "near":
            offset = (month - day.month + YEAR // 2) % YEAR - YEAR // 2
            return day.year + (day.month - 1 + offset) // YEAR


def _day_of_year(relative: Relative, day: date) -> date:
    """Return the day of the year that is meant: the nearest one, and where both are far, the one of the tense.

    A weekday that stands beside the day says which year is meant, where one of three years fits.

    Raises:
        ValueError: If there is no such day.
    """
    if relative.named == "number":
        return _numbered_day(relative, day)
    if relative.lean == "this":
        return min(_days_in(relative, day, 0))
    found = _days_in(relative, day, 1) or _days_in(relative, day, LEAP_DAYS_APART)
    if relative.named == "month_day" and relative.weekday is not None:
        found = [other for other in found if other.weekday() == relative.weekday] or found
    nearest = min(found, key=lambda other: (abs(other - day), other))
    near = timedelta(NEAR_AGAINST_TENSE if relative.sure else NEAR)
    if relative.lean == "near" or (relative.lean in ("past", "future") and abs(nearest - day) <= near):
        return nearest
    ahead = relative.lean in ("future", "next")
    fitting = [other for other in found if (other >= day if ahead else other <= day)]
    return min(fitting, key=lambda other: abs(other - day)) if fitting else nearest


def _numbered_day(relative: Relative, day: date) -> date:
    """Return the day of some month that bears a number: the last one that was, or the first that is to come.

    Raises:
        ValueError: If there is none in the months around.
    """
    months = [month_days(day.year, day.month + k) for k in (-2, -1, 0, 1, 2)]
    found = [first.replace(day=relative.day) for first, last in months if relative.day <= last.day]
    if relative.lean in ("future", "next"):
        return min(other for other in found if other >= day)
    return max(other for other in found if other <= day)


def _days_in(relative: Relative, day: date, reach: int) -> list[date]:
    """Return a day of the year in the years around another day; none where no such year has it."""
    years = range(max(1, day.year - reach), min(9999, day.year + reach) + 1)
    return [other for year in years if (other := _day_in_year(relative, year)) is not None]


def _day_in_year(relative: Relative, year: int) -> date | None:
    """Return a day of the year in one year; None where that year has none (29 February)."""
    try:
        match relative.named:
            case "easter":
                return _easter(year) + timedelta(relative.day)
            case "nth":
                return _nth(year, relative)
            case _:
                return date(year, relative.part, relative.day)
    except ValueError:
        return None


def _nth(year: int, relative: Relative) -> date:
    """Return the first to fourth, or (5) the last, of a weekday in a month."""
    first, last = month_days(year, relative.part)
    weekday = relative.weekday or 0
    if relative.day > LAST_NTH:
        return last - timedelta((last.weekday() - weekday) % WEEK)
    return first + timedelta((weekday - first.weekday()) % WEEK + (relative.day - 1) * WEEK)


def _easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, before = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, before + 1)


def _in_winter(day: date) -> date:
    """Return the December before a day of January or February, which belongs to the winter that began then."""
    return date(day.year - 1, YEAR, 1) if day.month <= WINTER_INTO and day.year > 1 else day
