"""The times of a report, placed on the calendar as soon as the day they hang on is known.

Both rooms need this: annotate for a report whose day was told, align for one whose day only the story shows.
"""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from onrecord.model.calendar import edtf_range
from onrecord.model.marks import Time
from onrecord.model.relative import DAYS_OF_YEAR, NEAR_AGAINST_TENSE, Lean, Relative, place

MOST_CANDIDATES = 31


def place_times(times: Sequence[Time], relatives: Sequence[Relative | None], day: date | None) -> tuple[Time, ...]:
    """Give the times of one report their values, in text order; without a day only what hangs on the text gets one.

    Args:
        times: The times of a report.
        relatives: What each says, None for those that are complete in themselves.
        day: The day of publication, if it is known.
    """
    placed: list[Time] = []
    for time, relative in zip(times, relatives, strict=True):
        seen_from = day if relative is None or relative.base is None else _first_day(placed, relative)
        if relative is None or seen_from is None:
            placed.append(time)
        else:
            value = place(relative, seen_from)
            both = _other(relative, seen_from, value)
            settled = None if both and relative.named in DAYS_OF_YEAR else value
            kind = "date" if settled and time.kind == "duration" else time.kind  # "two days later" is a day by then
            placed.append(msgspec.structs.replace(time, value=settled or _length(time), candidates=both, kind=kind))
    return tuple(placed)


def _length(time: Time) -> str | None:
    """Return the length that a time is as long as the day it hangs on is not known."""
    return time.value if time.kind == "duration" else None


def list_candidates(relative: Relative, days: Iterable[date]) -> tuple[str, ...]:
    """Return what a date may mean if it is seen from any of some days, in order; nothing if that is too much."""
    found = sorted({value for day in days if (value := place(relative, day)) is not None})
    return tuple(found) if len(found) <= MOST_CANDIDATES else ()


def _first_day(placed: Sequence[Time], relative: Relative) -> date | None:
    """Return the day in the text that a date hangs on; where that is a month or a year, no single day hangs on it."""
    base = relative.base
    days = edtf_range(placed[base].value) if base is not None and base < len(placed) else None
    if days is None or days[0] == date.min:
        return None
    needs_day = relative.named == "weekday" or (relative.named is None and relative.unit in ("day", "week", "weekend"))
    return days[0] if days[0] == days[1] or not needs_day else None


def _other(relative: Relative, day: date, value: str | None) -> tuple[str, ...]:
    """Return both readings of a date whose tense does not say which one is meant.

    A day of the year has two only if it is far away; it is then left to the reader which one is right.
    """
    if relative.sure or value is None or relative.named is None:
        return ()
    turned: Lean = "future" if relative.lean in ("past", "near") else "past"
    if relative.named in DAYS_OF_YEAR:
        days = edtf_range(value)
        near = days is None or abs((days[0] - day).days) <= NEAR_AGAINST_TENSE
        if near and relative.named != "number":
            return ()
        turned = "last" if value > day.isoformat() else "next"
    other = place(msgspec.structs.replace(relative, lean=turned, sure=True), day)
    return tuple(sorted({value, other})) if other and other != value else ()
