"""How long after one event another came ("a week after the raid", "two days before the vote")."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.ledger.scene import Scene
from onrecord.model.calendar import Days
from onrecord.model.words import Word

LENGTH = re.compile(r"P(\d+)([DWMY])|PT\d+[HM]")
"""A numbered duration; what is measured in hours is taken for the same day."""
DAYS_OF = {"D": 1, "W": 7}


class Gap(NamedTuple):
    """A number of days ("D"), weeks ("W"), months ("M") or years ("Y")."""

    number: int
    unit: str


def gap_before(scene: Scene, word: Word) -> Gap | None:
    """Return the length that stands right before "after", "before" or "later", if it is numbered.

    What goes on "for a week after" a thing is no gap.
    """
    if word.i - 1 not in scene.dated or scene.parse.words[word.i - 1].dep == "pobj":
        return None
    end = scene.parse.words[word.i - 1].end
    lengths = (time.value for time in scene.times if time.kind == "duration" and time.span.end == end)
    found = LENGTH.fullmatch(next(lengths, None) or "")
    if found is None:
        return None
    return Gap(int(found[1]), found[2]) if found[1] else Gap(0, "D")


def moved(days: Days, gap: Gap, *, back: bool) -> Days | None:
    """Return the days that lie a gap after others, or before them: as narrow as the unit of the gap allows.

    Days and weeks count from a single day only; a month or a year later is any day of that month or year.
    """
    number = -gap.number if back else gap.number
    try:
        if gap.unit in DAYS_OF:
            shift = timedelta(number * DAYS_OF[gap.unit])
            return (days[0] + shift, days[1] + shift) if days[0] == days[1] else None
        if gap.unit == "M":
            first, last = (_month_of(day, number) for day in days)
            return (first, last.replace(day=monthrange(last.year, last.month)[1])) if first == last else None
        return (date(days[0].year + number, 1, 1), date(days[0].year + number, 12, 31)) if _one_year(days) else None
    except (OverflowError, ValueError):
        return None


def _one_year(days: Days) -> bool:
    return days[0].year == days[1].year


def _month_of(day: date, number: int) -> date:
    """Return the first day of the month that lies some months after a day's."""
    months = day.year * 12 + day.month - 1 + number
    return date(months // 12, months % 12 + 1, 1)
