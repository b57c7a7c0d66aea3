"""The date that is given for a report: EDTF (ISO 8601-2 level 1), or an ISO 8601 day with a time."""

import calendar
import re

from onrecord.model.report import Edtf, Published

WITH_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]\d\d(?::?\d\d){0,2}(?:[.,]\d+)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d))?"
)
BASIC_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
POINT = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?[?~%]?")
SEASONS = range(21, 25)
OPEN = ("", "..")


def read_date(given: str) -> Edtf | None:
    """Return a date as given; of a day with a time, the day as it is written there. ``None`` if it is no date.

    >>> read_date("1998-11-13T06:30:00+02:00"), read_date("1998-11"), read_date("13 November 1998")
    ('1998-11-13', '1998-11', None)
    """
    date = given.strip()
    if timed := WITH_TIME.fullmatch(date):
        date = timed[1]
    elif basic := BASIC_DAY.fullmatch(date):
        date = "-".join(basic.groups())
    ends = date.split("/")
    match ends:
        case [point] if is_point(point):
            return Edtf(date)
        case [start, end] if (is_point(start) or is_point(end)) and is_end(start) and is_end(end):
            return Edtf(date)
        case _:
            return None


def is_end(date: str) -> bool:
    """Tell whether this can be an end of an interval: a date, or nothing."""
    return date in OPEN or is_point(date)


def is_point(date: str) -> bool:
    """Tell whether this is one date that the calendar has, to the year, the season, the month or the day."""
    found = POINT.fullmatch(date)
    if not found:
        return False
    year, month, day = found["year"], found["month"], found["day"]
    if year == "0000" or month is None or month == "XX":
        return year != "0000" and day in (None, "XX")
    if not 1 <= int(month) <= 12:  # noqa: PLR2004 - months of a year
        return int(month) in SEASONS and day is None
    return day in (None, "XX") or 1 <= int(day) <= days_of(year, int(month))


def days_of(year: str, month: int) -> int:
    """Return the length of a month; of a year not fully told, that of a leap year."""
    return calendar.monthrange(int(year) if year.isdigit() else 2000, month)[1]


def given_date(date: Edtf) -> Published:
    """Return the time of publication that a user gave."""
    start, _, end = date.partition("/")
    return Published(date, window=(Edtf(start), Edtf(end or start)), candidates=(date,), basis="given")


def metadata_date(date: Edtf) -> Published:
    """Return the time of publication that a page tells of itself.

    A date of a page may be that of a copy or of an update, so it is an upper bound to what reads it.
    """
    return Published(date, window=(date, date), candidates=(date,), basis="metadata")
