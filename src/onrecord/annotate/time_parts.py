"""The parts of a time expression: its number, month, day, year, weekday, clock, modifier, read off its tokens."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from onrecord.annotate.time_tokens import TimeToken
from onrecord.lang import table
from onrecord.model.marks import TimeKind, TimeMod
from onrecord.model.relative import Lean, Relative

CENTURY = 100
HALF_DAY = 12
HOURS, MINUTES = 24, 60
HALF = 0.5
QUARTER = 0.25
HALVES = {"Y": "6M", "M": "15D", "W": "T12H", "D": "T12H"}
CLOCK_HALVES = {"H": "30M", "M": "30S"}
WHOLE_UNITS = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "Q": ("M", 3), "2W": ("W", 2), "F": ("D", 2)}
"""Units that ISO 8601 does not have, in those that it has."""
VAGUE_UNITS = {"E": "Y", "C": "Y", "L": "Y", "Q": "M", "2W": "W", "F": "W"}


class Reading(NamedTuple):
    """What an expression says: a value of its own, or a date that hangs on another day.

    ``refers`` says on which one: the day of publication, the last date in the text, or its last quarter.
    ``tensed`` where the tense of the sentence has to say which Monday is meant.
    """

    kind: TimeKind
    value: str | None = None
    relative: Relative | None = None
    mod: TimeMod | None = None
    refers: str = "publication"
    tensed: bool = False


def number_of(tokens: Sequence[TimeToken]) -> float | None:
    """Return the number that words or digits say ("twenty-five", "two hundred", "2.5"); None if there is none."""
    total, part, seen = 0.0, 0.0, False
    for token in tokens:
        if token.kind in "dny":
            part, seen = part + float(token.value), True
        elif token.kind == "w":
            value = float(token.value)
            if value >= CENTURY:
                part = (part or 1) * value
                if value > CENTURY:
                    total, part = total + part, 0.0
            else:
                part += value
            seen = True
    return total + part if seen else None


def first(tokens: Sequence[TimeToken], kinds: str) -> TimeToken | None:
    """Return the first token of one of some classes."""
    return next((token for token in tokens if token.kind in kinds), None)


def kinds_of(tokens: Sequence[TimeToken]) -> str:
    """Return the classes of some tokens, as one string."""
    return "".join(token.kind for token in tokens)


def mod_of(tokens: Sequence[TimeToken]) -> TimeMod | None:
    """Return which part of a date is meant ("late", "the beginning of")."""
    part = first(tokens, "Ze")
    mods: dict[Any, TimeMod] = {"start": "start", "mid": "mid", "end": "end"}
    return mods.get(part.value) if part else None


def lean_of(tokens: Sequence[TimeToken]) -> Lean | None:
    """Return which of several is meant, by the words before it: the last, this or the next one."""
    kinds = kinds_of(tokens)
    return "last" if "L" in kinds else "next" if "X" in kinds else "this" if "T" in kinds else None


def hangs_on_text(tokens: Sequence[TimeToken]) -> bool:
    """Tell whether the words count from a date in the text, not from today ("the following year", "that day")."""
    return any(says(token, "from_text") for token in tokens if token.kind in "LXA")


def says(token: TimeToken, counting: str) -> bool:
    """Tell whether a word says where it is counted from, or which way ("back", "later")."""
    return token.text.lower() in table("times")["counting"][counting]


def is_many(token: TimeToken) -> bool:
    """Tell whether a unit, a season or a part of the day stands in the plural."""
    plural, word = table("times")["plural"], token.text.lower()
    return (
        word.endswith(tuple(plural["weekday_endings" if token.kind == "W" else "endings"])) or word in plural["words"]
    )


def duration(count: float | None, unit: str, *, clock: bool = False) -> str | None:
    """Write a length of time; a decade is ten years, a quarter three months; no count is a vague length.

    Half a year is six months, half an hour thirty minutes: other parts stay a decimal, as ISO 8601 allows.

    Returns:
        None for vague hours, minutes and seconds, which the format has no word for.
    """
    if count is None:
        return None if clock else f"PX{VAGUE_UNITS.get(unit, unit)}"
    letter, times = WHOLE_UNITS.get(unit, (unit, 1))
    number, mark = count * times, "T" if clock else ""
    if clock and letter == "H" and number % 1 == QUARTER:
        return f"PT{int(number)}H15M"
    half = (CLOCK_HALVES if clock else HALVES).get(letter)
    if number % 1 != HALF or half is None:
        return f"P{mark}{_digits(number)}{letter}"
    if letter == "W":
        return f"P{int(number * 7)}D{half}"
    return f"P{mark}{int(number)}{letter}{half}" if number >= 1 else f"P{mark}{half}"


def _digits(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def clock_of(tokens: Sequence[TimeToken]) -> str | None:
    """Return the hour and minute that some tokens say, in 24 hours, with Z where they say it is universal time."""
    noon = first(tokens, "N")
    if noon:
        return str(noon.value)
    token = next((t for k, t in enumerate(tokens) if t.kind == "C" or _before_meridiem(tokens, k)), None)
    if token is None:
        return None
    numbers = [int(part) for part in re.findall(r"\d+", token.text)]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    meridiem, zone = first(tokens, "p"), first(tokens, "z")
    if meridiem:
        if not 1 <= hour <= HALF_DAY:
            return None
        hour = hour % HALF_DAY + (HALF_DAY if meridiem.text[0] in "pP" else 0)
    if hour >= HOURS or minute >= MINUTES:
        return None
    universal = zone is not None and zone.text in table("times")["zones"]["universal"] and "(" not in kinds_of(tokens)
    return f"{hour:02}:{minute:02}" + ("Z" if universal else "")


def _before_meridiem(tokens: Sequence[TimeToken], at: int) -> bool:
    return tokens[at].kind == "d" and at + 1 < len(tokens) and tokens[at + 1].kind == "p"
