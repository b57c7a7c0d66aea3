"""How long something takes, as a quantity: ISO 8601 durations in seconds."""

import re
from math import inf

from onrecord.compare.measures import Quantity, reach
from onrecord.compare.told import Told
from onrecord.lang import table
from onrecord.model.marks import Bound, Time

ISO = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$"
)
DIGITS = re.compile(r"[\d.]+")
SECONDS = (31_557_600.0, 2_629_800.0, 604_800.0, 86_400.0, 3_600.0, 60.0, 1.0)
"""Year, month, week, day, hour, minute, second; a month is a twelfth of a year."""
BOUNDS: dict[str | None, Bound] = {"about": "about", "less": "less_than", "more": "more_than"}


def duration_of(time: Time, told: Told) -> Quantity | None:
    """Return how long a duration lasts; None for an offset ("two hours later") and for what is no number."""
    if time.kind != "duration" or not time.value:
        return None
    match = ISO.fullmatch(time.value)
    if match is None or not any(match.groups()) or is_offset(time, told):
        return None
    parts = [(float(number), size) for number, size in zip(match.groups(), SECONDS, strict=True) if number]
    total = sum(number * size for number, size in parts)
    step = parts[-1][1]
    bound = BOUNDS.get(time.mod, "exact")
    low, high = reach(total, step, bound)
    unit = DIGITS.sub("", time.value)  # weeks beside days are two units, and rounded twice
    return Quantity("duration", unit, total, max(low, 0.0) if low != -inf else low, high, step, bound, day=told.day)


def is_offset(time: Time, told: Told) -> bool:
    """Tell whether a duration only says how far away another moment is."""
    cues = table("offsets")
    words = told.notes.parse.words_between(time.span.start, time.span.end)
    if not words:
        return True
    before = told.notes.parse.words[max(0, words[0].i - 1) : words[0].i]
    if any(word.text.casefold() in cues["lasting"] for word in before):
        return False
    after = [word.text.casefold() for word in told.notes.parse.words[words[-1].i + 1 : words[-1].i + 2]]
    return any(word in cues["after"] for word in after) or words[-1].text.casefold() in cues["after"]
