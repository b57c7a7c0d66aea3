"""The days that a date in EDTF means (ISO 8601-2, level 1), and how two dates lie to each other.

Pure arithmetic of the Gregorian calendar: no language, no clock. A mark of doubt (``~ ? %``) does not
widen a date: 1987~ covers the days of 1987, and who compares asks for the mark by himself.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]
"""The first and the last day of a stretch, both inside it."""

MARKS = re.compile(r"[~?%]")
POINT = re.compile(r"(\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T[\d:.+\-Z]+)?")
WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-([1-7]))?")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of the northern spring, summer, autumn and winter; month 14 is February of the next year."""
QUARTERS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
"""Quarters and halves of a year, of level 2, which others may give us."""
MONTHS = 12
OPEN = ("", "..")


def edtf_range(value: str | None) -> Days | None:
    """Return the first and the last day that a date covers.

    An open end reaches to the end of the calendar. A clock time covers its day.

    Returns:
        None for a duration, for words that are no date and for days that no calendar has.

    >>> edtf_range("1987-02")
    (datetime.date(1987, 2, 1), datetime.date(1987, 2, 28))
    >>> edtf_range("../1987-04-15")
    (datetime.date(1, 1, 1), datetime.date(1987, 4, 15))
    """
    if not value:
        return None
    start, slash, end = MARKS.sub("", value.strip()).partition("/")
    if not slash:
        return _point(start)
    if start in OPEN and end in OPEN:
        return None
    first = (date.min, date.min) if start in OPEN else _point(start)
    last = (date.max, date.max) if end in OPEN else _point(end)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def overlap(a: str | None, b: str | None) -> bool:
    """Tell whether two dates in EDTF may mean one day; never where one of them is no date."""
    ours, theirs = edtf_range(a), edtf_range(b)
    return bool(ours and theirs) and ours[0] <= theirs[1] and theirs[0] <= ours[1]  # type: ignore[index]


def contains(outer: str | None, inner: str | None) -> bool:
    """Tell whether all days of the inner date lie in the outer one, both in EDTF ("1987-03" contains "1987-03-02")."""
    wide, narrow = edtf_range(outer), edtf_range(inner)
    return bool(wide and narrow) and wide[0] <= narrow[0] and narrow[1] <= wide[1]  # type: ignore[index]


def edtf_of(first: date, last: date) -> str:
    """Write a stretch of days as short as EDTF can: a day, a month, a year, else an interval.

    >>> edtf_of(date(1987, 2, 1), date(1987, 2, 28)), edtf_of(date(1987, 1, 1), date(1987, 3, 31))
    ('1987-02', '1987-01/1987-03')
    """
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole_months:
        return f"{first.isoformat()}/{last.isoformat()}"
    if first.month == 1 and last.month == MONTHS:
        start, end = f"{first.year:04}", f"{last.year:04}"
    else:
        start, end = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
    return start if start == end else f"{start}/{end}"


def month_days(year: int, month: int, months: int = 1) -> Days:
    """Return the days of some months; a month above 12 or below 1 counts on into other years.

    Raises:
        ValueError: If the year is not one of the calendar.
    """
    start_year, start_month = divmod(year * MONTHS + month - 1, MONTHS)
    end_year, end_month = divmod(year * MONTHS + month + months - 2, MONTHS)
    first, end = date(start_year, start_month + 1, 1), date(end_year, end_month + 1, 1)
    return first, end.replace(day=monthrange(end.year, end.month)[1])


def week_days(day: date) -> Days:
    """Return Monday to Sunday of the week that a day lies in (ISO 8601).

    Raises:
        OverflowError: If the week leaves the calendar.
    """
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def _point(text: str) -> Days | None:
    """Return the days of one date; None where the calendar has no such date."""
    try:
        if week := WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), int(week[3] or 1))
            return (monday, monday) if week[3] else (monday, monday + timedelta(6))
        match = POINT.fullmatch(text)
        return _parts(*match.groups()) if match else None
    except (ValueError, OverflowError):
        return None


def _parts(year: str, month: str | None, day: str | None) -> Days:
    if "X" in year or month in (None, "XX"):
        first, last = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
        return date(first, 1, 1), date(last, MONTHS, 31)
    assert month is not None  # noqa: S101 - told to the type checker
    number = int(month)
    if day is None and number in SEASONS | QUARTERS:
        start, end = (SEASONS | QUARTERS)[number]
        return month_days(int(year), start, end - start + 1)
    if day in (None, "XX"):
        return date(int(year), number, 1), month_days(int(year), number)[1]
    assert day is not None  # noqa: S101 - told to the type checker
    return (date(int(year), number, int(day)),) * 2
