"""What a length of time or a repetition says."""

import re
from collections.abc import Sequence

from onrecord.annotate.time_parts import Reading, duration, first, is_many, kinds_of, number_of
from onrecord.annotate.time_tokens import TimeToken
from onrecord.model.marks import TimeMod
from onrecord.model.relative import Relative

Tokens = Sequence[TimeToken]
PARTS_OF_FOUR = 3
QUARTER_OF_IT = 0.25
HOUR_AND_MINUTE = re.compile(r"([01]\d|2[0-3])\.([0-5]\d)")
"""The hour of "at 20.30 hours", which is no length."""


def read_first_units(tokens: Tokens) -> Reading | None:
    """Read "the first nine months": a length."""
    unit = first(tokens[::-1], "UQ")
    count = number_of([token for token in tokens if token.kind in "dnw"])
    return Reading("duration", duration(count, str(unit.value))) if unit and count else None


def read_span(tokens: Tokens) -> Reading | None:
    """Read "the past three months", "the next few days": a length up to now or from now."""
    unit, kinds = first(tokens, "UQHS"), kinds_of(tokens)
    if unit is None:
        return None
    if kinds.endswith("&ah"):
        return Reading("duration", duration(1.5, str(unit.value)))
    if not set(kinds) & set("dnywvu"):
        if unit.value in ("M", "S") and tokens[-2].text.lower() == "last":
            return None  # "at the last minute" is no length
        return None if unit.kind != "H" else Reading("duration", duration(1, str(unit.value), clock=True))
    if unit.kind == "S":
        return Reading("duration", None)
    return Reading("duration", duration(count_of(tokens), str(unit.value), clock=unit.kind == "H"))


def read_duration(tokens: Tokens) -> Reading | None:
    """Read a length of time ("five years", "a decade", "two and a half hours", "several months")."""
    unit, kinds = first(tokens, "UQHs"), kinds_of(tokens)
    if unit is None:
        return None
    hour = HOUR_AND_MINUTE.fullmatch(tokens[0].text) if unit.kind == "H" and unit.value == "H" else None
    if hour:
        return Reading("time", relative=Relative(clock=f"{hour[1]}:{hour[2]}"), refers="day")
    count = count_of(tokens)
    clock = unit.kind in "Hs"
    letter = "S" if unit.kind == "s" else str(unit.value)
    mod: TimeMod | None = None
    kinds = kinds.replace("r", "&")
    if "&" in kinds and "h" not in kinds:
        count, mod = count_of(tokens[: kinds.index("&")]), "more"
    if kinds.endswith("H&aQ"):
        return Reading("duration", duration((count or 1) + QUARTER_OF_IT, letter, clock=True))
    if unit.kind == "Q" and (kinds[0] == "a" or (count == PARTS_OF_FOUR and "-" in kinds)):
        return None
    return Reading("duration", duration(count, letter, clock=clock), mod=mod)


def count_of(tokens: Tokens) -> float | None:
    """Return how many units there are; None for a vague number."""
    kinds = kinds_of(tokens).replace("r", "&")
    if "v" in kinds:
        return None
    if couple := first(tokens, "u"):
        return float(couple.value)
    number = number_of([token for token in tokens if token.kind in "dnyw"])
    if "&" in kinds and "h" not in kinds:
        number = number_of([token for token in tokens[: kinds.index("&")] if token.kind in "dnyw"])
    if "h" in kinds:
        return (number or (1.0 if "&" in kinds else 0.0)) + 0.5
    return number if number is not None else 1.0 if "a" in kinds or kinds[0] in "Kt" else None


def read_plural(tokens: Tokens) -> Reading | None:
    """Read "years", "for months": a vague length."""
    unit = tokens[0]
    return Reading("duration", duration(None, str(unit.value))) if is_many(unit) else None


def read_every(tokens: Tokens) -> Reading | None:
    """Read what comes again and again ("every two weeks", "each July", "once a week")."""
    unit = first(tokens, "UQH")
    if unit is None:
        return Reading("set", None) if first(tokens, "MWSP") else None
    if "v" in kinds_of(tokens):
        return Reading("set")  # "every few seconds"
    count = count_of(tokens) if set(kinds_of(tokens)) & set("dnyw") else 1.0
    return Reading("set", duration(count or 1.0, str(unit.value), clock=unit.kind == "H"))


def read_adverb(tokens: Tokens) -> Reading | None:
    """Read "daily", "annual": a set."""
    return Reading("set", str(tokens[0].value))
