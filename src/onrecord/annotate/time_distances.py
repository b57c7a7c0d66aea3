"""What an expression says that counts units of the calendar from another day."""

from collections.abc import Sequence

from onrecord.annotate.time_lengths import count_of
from onrecord.annotate.time_parts import (
    HALF,
    Reading,
    duration,
    first,
    hangs_on_text,
    is_many,
    kinds_of,
    lean_of,
    mod_of,
    says,
)
from onrecord.annotate.time_tokens import TimeToken
from onrecord.annotate.time_years import QUARTERS, read_the_quarter, read_year_end
from onrecord.model.marks import TimeKind, TimeMod
from onrecord.model.relative import Relative, Unit

Tokens = Sequence[TimeToken]
STEPS: dict[str, tuple[Unit, int]] = {
    "Y": ("year", 1),
    "M": ("month", 1),
    "W": ("week", 1),
    "2W": ("week", 2),
    "D": ("day", 1),
    "E": ("decade", 1),
    "C": ("century", 1),
    "Q": ("quarter", 1),
    "F": ("weekend", 1),
}
COUNTED: dict[str, tuple[Unit, int]] = STEPS | {"E": ("year", 10), "C": ("year", 100)}
"""Two decades ago is a year, twenty years back."""


def read_near_unit(tokens: Tokens) -> Reading | None:
    """Read this, the last or the next week, month, year ...; "the past year" is a length, "that year" in the text."""
    unit, kinds = first(tokens, "UQ"), kinds_of(tokens)
    if unit is None or "E" in kinds:
        return read_the_quarter(tokens) if unit and unit.kind == "Q" else None
    name, size = STEPS.get(str(unit.value), ("year", 1))
    if is_many(unit):
        return Reading("duration", duration(None, str(unit.value)))
    if hangs_on_text(tokens):
        back, forth = (any(says(token, way) for token in tokens) for way in ("back", "forth"))
        step = size * (forth - back)
        refers = "quarter" if name == "quarter" else "text"
        return Reading("date", relative=Relative(name, step), refers=refers, mod=mod_of(tokens))
    lean = lean_of(tokens)
    if any(says(token, "span") for token in tokens) and "T" not in kinds and name != "weekend":
        return Reading("duration", duration(1, str(unit.value)))
    if name == "day":
        return None
    step = {"last": -size, "next": size}.get(lean or "", 0)
    if "T" in kinds:
        step = 0
        lean = "past" if "L" in kinds and name == "weekend" else lean
    return Reading("date", relative=Relative(name, step, lean=lean or "this"), mod=mod_of(tokens))


def read_the_unit(tokens: Tokens) -> Reading | None:
    """Read "the year", "the week": the one it is now; "the day" is the one of the text."""
    unit, kinds = first(tokens, "U"), kinds_of(tokens)
    if unit is None or is_many(unit) or "O" in kinds or unit.value in ("E", "C", "L", "2W"):
        return None
    name, _ = STEPS[str(unit.value)]
    if name == "day":
        return Reading("date", relative=Relative(), refers="text") if "Z" in kinds else None
    return Reading("date", relative=Relative(name), mod=mod_of(tokens), tensed=name == "weekend")


def read_ago(tokens: Tokens) -> Reading | None:
    """Read a distance back ("two weeks ago", "a year earlier"); a vague one has no value."""
    unit, count = first(tokens, "UQHS"), count_of(tokens)
    from_now, later = tokens[-1].kind == "g" or "&" in kinds_of(tokens), says(tokens[-1], "later")
    if unit is None or not (from_now or later or says(tokens[-1], "earlier")):
        return None
    if not from_now and unit.kind != "H" and count != 1:
        return _from_day(duration(count, str(unit.value)), unit, count, back=not later)
    if unit.value == "Y" and from_now and count is not None and count % 1 == HALF:
        return Reading("date", relative=Relative("month", -int(count * 12)))
    if unit.kind in "HS" or count is None or count != int(count):
        kind: TimeKind = "time" if unit.kind == "H" else "date"
        return Reading("duration", duration(count, str(unit.value), clock=True)) if not from_now else Reading(kind)
    name, size = COUNTED.get(str(unit.value), ("year", 1000))
    back = int(count) * size * (1 if later else -1)
    if name == "year" and back == -1:
        return Reading("date", relative=Relative("year", -1), refers="year_ago" if from_now else "year_earlier")
    refers = "publication" if from_now else "text"
    mod: TimeMod | None = "about" if "&" in kinds_of(tokens) else None
    return Reading("date", relative=Relative(name, back), refers=refers, mod=mod)


def _from_day(length: str | None, unit: TimeToken, count: float | None, *, back: bool) -> Reading:
    """Read "ten days later": a day, where the text has just named one; else the length.

    So many months or years later are a month or a year, if the time named right before is one.
    """
    if unit.value not in ("D", "W", "M", "Y") or count is None or count != int(count):
        return Reading("duration", length)
    if unit.value in ("M", "Y"):
        name, _ = STEPS[str(unit.value)]
        return Reading(
            "duration", length, relative=Relative(name, -int(count) if back else int(count)), refers="before"
        )
    steps = int(count) * (7 if unit.value == "W" else 1) * (-1 if back else 1)
    return Reading("duration", length, relative=Relative("day", steps), refers="day")


def read_year_ago(tokens: Tokens) -> Reading | None:
    """Read "year-ago", "the year-earlier quarter": what was spoken of, a year before."""
    unit = first(tokens, "U")
    if unit is None or unit.value != "Y":
        return None
    later = any(says(token, "later") for token in tokens)
    if first(tokens, "Z") and not later and not any(says(token, "earlier") for token in tokens):
        return read_year_end(tokens)
    if later:
        return Reading("date", relative=Relative("year", 1), refers="text")
    order = first(tokens, "o")
    if order and int(order.value) <= QUARTERS:
        return Reading("date", relative=Relative("year", -1, named="quarter", part=int(order.value), lean="this"))
    return Reading("date", relative=Relative("year", -1), refers="year_earlier")
