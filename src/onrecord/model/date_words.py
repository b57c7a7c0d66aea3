"""Dates in EDTF as a reader says them: seasons, quarters, weeks, decades, open ends and parts of the day."""

import re
from datetime import date

from onrecord.model.calendar import MARKS, OPEN, WEEK

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
PARTS = {
    33: "first quarter of",
    34: "second quarter of",
    35: "third quarter of",
    36: "last quarter of",
    40: "first half of",
    41: "second half of",
}
HOURS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
ORDINALS = {1: "st", 2: "nd", 3: "rd"}
TEENS = range(11, 14)

_POINT = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T([0-9A-Z:]+)\S*?)?")


def say_date(value: str | None) -> str:
    """Say an EDTF value as a reader would; what is no date comes back as it is.

    >>> say_date("1987-03-02/1987-03-08"), say_date("1976-22"), say_date("199X"), say_date("2031-W12")
    ('2–8 Mar 1987', 'summer 1976', 'the 1990s', 'week of 17 Mar 2031')
    """
    if not value:
        return ""
    first, slash, last = value.partition("/")
    if not slash:
        return _say_point(value)
    if first in OPEN and last in OPEN:
        return value
    if first in OPEN:
        return f"by {_say_point(last)}"
    if last in OPEN:
        return f"from {_say_point(first)}"
    return _say_interval(first, last)


def _say_point(value: str) -> str:
    bare = MARKS.sub("", value)
    said = _say_week(bare) or _say_parts(bare)
    if not said:
        return value
    doubt = ("perhaps " if {"?", "%"} & {*value} else "") + ("about " if {"~", "%"} & {*value} else "")
    return f"{doubt}{said}"


def _say_week(value: str) -> str:
    """Say a week by its Monday, or a day of it; empty for what is none."""
    week = WEEK.fullmatch(value)
    if week is None:
        return ""
    try:
        day = date.fromisocalendar(int(week[1]), int(week[2]), int(week[3] or 1))
    except ValueError:
        return ""
    said = _say_parts(day.isoformat())
    return said if week[3] else f"week of {said}"


def _say_parts(value: str) -> str:
    found = _POINT.fullmatch(value)
    if found is None:
        return ""
    year, month, day, hour = found.groups()
    number = 0 if month in (None, "XX") else int(month)
    said = _say_year(year)
    if number in SEASONS | PARTS:
        said = f"{(SEASONS | PARTS)[number]} {said}"
    elif 0 < number <= len(MONTHS):
        named = MONTHS[number - 1] if day in (None, "XX") else f"{int(day)} {MONTHS[number - 1]}"
        said = f"{named} {said}" if year.isdecimal() else f"{named} of {said}"
    elif number:
        return ""
    return f"{said}, {HOURS.get(hour, hour[:5])}" if hour else said


def _say_year(year: str) -> str:
    """Say a year, a decade or a century: "1987", "the 1980s", "the 20th century"."""
    if year == "XXXX":
        return "an unknown year"
    if year.endswith("XX"):
        n = int(year[:2]) + 1
        ending = "th" if n in TEENS else ORDINALS.get(n % 10, "th")
        return f"the {n}{ending} century"
    return f"the {year[:3]}0s" if year.endswith("X") else year


def _say_interval(first: str, last: str) -> str:
    """Say both ends, and once what they share: "2–8 Mar 1987"."""
    start, stop = _say_point(first), _say_point(last)
    if start == stop:
        return start
    a, b = start.split(" "), stop.split(" ")
    if len(a) == len(b) > 1 and a[1:] == b[1:]:
        return f"{a[0]}–{stop}"
    return f"{start} to {stop}"
