"""What a time of day says that is not told by hours and minutes with a colon: "half past seven", "mid-morning"."""

from collections.abc import Sequence

from onrecord.annotate.time_parts import HALF_DAY, Reading, first, mod_of
from onrecord.annotate.time_tokens import TimeToken
from onrecord.lang import table
from onrecord.model.relative import Relative

Tokens = Sequence[TimeToken]
HOUR = 60
QUARTER_HOUR, HALF_HOUR = 15, 30


def read_clock_words(tokens: Tokens) -> Reading | None:
    """Read "half past seven", "ten minutes to one"; of which half of the day they are, "in the evening" says."""
    at = next(k for k, token in enumerate(tokens) if token.kind in "rL")
    if tokens[at].text.lower() not in table("times")["minutes_of"]["words"]:
        return None
    hour = tokens[at + 1]
    minutes = _minutes(tokens[:at])
    if minutes is None or not minutes < HOUR or (hour.kind != "N" and not 0 < int(hour.value) <= HALF_DAY):
        return None
    hours = int(str(hour.value)[:2]) if hour.kind == "N" else int(hour.value)
    total = hours * HOUR + (minutes if tokens[at].kind == "L" else -minutes)
    half = HALF_DAY if hour.kind == "N" else _half_of_day(tokens[at + 2 :])
    return _clock(total if hour.kind == "N" else None if half is None else total % (HALF_DAY * HOUR) + half * HOUR)


def read_hour_of_part(tokens: Tokens) -> Reading | None:
    """Read "eight in the morning"."""
    hour, half = int(tokens[0].value), _half_of_day(tokens[1:])
    if not 0 < hour <= HALF_DAY or half is None:
        return None
    return _clock((hour % HALF_DAY + half) * HOUR)


def read_four_digits(tokens: Tokens) -> Reading | None:
    """Read "0630 GMT", "1647 local time"."""
    hour, minute = divmod(int(tokens[0].value), 100)
    if len(tokens[0].text) != 4 or hour >= 2 * HALF_DAY or minute >= HOUR:  # noqa: PLR2004 - digits
        return None
    universal = tokens[-1].text in table("times")["zones"]["universal"]
    return Reading("time", relative=Relative(clock=f"{hour:02}:{minute:02}" + "Z" * universal), refers="day")


def read_part_alone(tokens: Tokens) -> Reading | None:
    """Read "mid-morning", "late afternoon": of the day that the text speaks of."""
    return Reading("time", relative=Relative(), refers="day", mod=mod_of(tokens))


def _minutes(tokens: Tokens) -> int | None:
    if first(tokens, "Q"):
        return QUARTER_HOUR
    if first(tokens, "h"):
        return HALF_HOUR
    unit = first(tokens, "H")
    return sum(int(token.value) for token in tokens if token.kind in "dw") if not unit or unit.value == "M" else None


def _half_of_day(tokens: Tokens) -> int | None:
    """Return 0 for the first half of the day, 12 for the second, None where nothing says which."""
    meridiem, part = first(tokens, "p"), first(tokens, "P")
    if meridiem:
        return HALF_DAY if meridiem.text[0] in "pP" else 0
    return table("times")["halves_of_day"].get(part.text.lower()) if part else None


def _clock(minutes: int | None) -> Reading:
    """Return a time of day by its minutes; one that may be in the morning or in the evening has no value."""
    if minutes is None:
        return Reading("time")
    hour, minute = divmod(minutes % (2 * HALF_DAY * HOUR), HOUR)
    return Reading("time", relative=Relative(clock=f"{hour:02}:{minute:02}"), refers="day")
