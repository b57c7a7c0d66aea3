"""What time expressions hang on: the day of publication, or another date of the same text."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

import msgspec

from onrecord.annotate.time_context import Found
from onrecord.annotate.time_years import months_of
from onrecord.model.calendar import edtf_range
from onrecord.model.relative import Relative

QUARTER_REACH = 1500
"""Code points back within which a quarter, or a half of a year, is still spoken of."""
DAY_REACH = 600
"""The same for the day that a time of day belongs to."""
DAYS_OF_YEAR, DAYS_OF_MONTH = 366, 31
HALVES = ("half_year", "half_spoken_of")
DAY_RULES = ("day", "iso", "clock_day", "daypart", "slashes", "range_of_days")


class _Spoken(NamedTuple):
    """What later words of a text may go back to, by index: its last date, day and quarter.

    ``half`` is the last half of a year. ``compared`` is that quarter too, while "a year ago" means one: until a
    longer span is spoken of.
    """

    last: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    compared: int | None = None


def link_to_text(found: Sequence[Found]) -> tuple[Relative | None, ...]:
    """Say for each expression what it hangs on: the day of publication, or an earlier one of the text."""
    linked: list[Relative | None] = []
    spoken = _Spoken()
    for k, one in enumerate(found):
        if spoken.quarter is not None and one.start - found[spoken.quarter].end > QUARTER_REACH:
            spoken = spoken._replace(quarter=None, compared=None)
        if spoken.half is not None and one.start - found[spoken.half].end > QUARTER_REACH:
            spoken = spoken._replace(half=None)
        if spoken.day is not None and one.start - found[spoken.day].end > DAY_REACH:
            spoken = spoken._replace(day=None)
        relative = _linked(one, spoken) if one.reading.refers != "before" else _counted(found[k - 1 : k + 1], k - 1)
        linked.append(relative)
        if _is_quarter(one, relative):
            spoken = spoken._replace(quarter=k, compared=k)
        if one.rule in HALVES:
            spoken = spoken._replace(half=k)
        if one.rule == "first_units":
            spoken = spoken._replace(compared=None)
        if one.reading.kind in ("date", "time") and (one.reading.value or relative is not None):
            spoken = spoken._replace(last=k, day=k if one.rule in DAY_RULES else spoken.day)
    return tuple(linked)


def _counted(pair: Sequence[Found], base: int) -> Relative | None:
    """Say what "six years later" is counted from: the year, or "three months later" the month, named right before."""
    if len(pair) < 2 or pair[1].start - pair[0].end > DAY_REACH:  # noqa: PLR2004 - no time stands before
        return None
    before, relative = pair[0].reading, pair[1].reading.relative
    days = edtf_range(before.value) if before.kind in ("date", "time") and before.relative is None else None
    if days is None or relative is None or before.mod is not None:
        return None
    longest = timedelta(DAYS_OF_YEAR if relative.unit == "year" else DAYS_OF_MONTH)
    return msgspec.structs.replace(relative, base=base) if days[1] - days[0] < longest else None


def settle_quarters(found: Sequence[Found]) -> tuple[Found, ...]:
    """Read "the 1988 period" as the quarter of that year that the text speaks of; without one it is the year.

    "The second half" is one of a year only where a half of a year was named shortly before: others have halves, too.
    """
    settled: list[Found] = []
    part, half = 0, -QUARTER_REACH - 1
    for one in found:
        half = one.end if one.rule == "half_year" else half
        if one.rule == "half_spoken_of" and one.start - half > QUARTER_REACH:
            continue
        relative, reading = one.reading.relative, one.reading
        if one.rule == "quarter" and relative is not None and relative.named == "quarter":
            part = relative.part
        if reading.refers == "quarter_of_year" and part and reading.value:
            reading = reading._replace(value=months_of(int(reading.value), part, 3))
        settled.append(one._replace(reading=reading))
    return tuple(settled)


def _is_quarter(one: Found, relative: Relative | None) -> bool:
    """Tell whether a quarter is named, of this year, behind us: one that later words may go back to."""
    named = one.rule == "quarter" and one.reading.kind == "date"
    if relative is None:
        return named and one.reading.refers != "quarter_of_year" and "/" in (one.reading.value or "")
    plain = relative.base is None and relative.step == 0 and relative.lean != "near"
    return named and plain and "quarter" in (relative.named, relative.unit)


def _linked(one: Found, spoken: _Spoken) -> Relative | None:
    """Say what one expression hangs on; None where its words are complete, or what they go back to is missing."""
    relative = one.reading.relative
    if relative is None or one.reading.refers == "publication":
        return relative
    if one.reading.refers in ("year_ago", "year_earlier"):
        return relative if spoken.compared is None else Relative("quarter", -4, base=spoken.compared)
    base = {"quarter": spoken.quarter, "half": spoken.half, "day": spoken.day}.get(one.reading.refers, spoken.last)
    if one.reading.kind == "duration" and base != spoken.last:
        return None  # "in 1985 ... eleven days later" is a length: not of the day that was named before the year
    return None if base is None else msgspec.structs.replace(relative, base=base)
