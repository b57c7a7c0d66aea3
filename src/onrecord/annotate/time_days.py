"""What an expression of a day, a clock time, a month or a season says."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.annotate.time_parts import (
    Reading,
    clock_of,
    first,
    hangs_on_text,
    is_many,
    kinds_of,
    lean_of,
    mod_of,
)
from onrecord.annotate.time_tokens import TimeToken, full_year
from onrecord.lang import table
from onrecord.model.calendar import edtf_range
from onrecord.model.marks import TimeKind
from onrecord.model.relative import Lean, Named, Relative, place

Tokens = Sequence[TimeToken]
WEEKDAY_LEANS: dict[str | None, Lean] = {"last": "last", "next": "next", "this": "future"}


def read_iso(tokens: Tokens) -> Reading | None:
    """Read a date in digits, year first."""
    text = tokens[0].text
    return Reading("time" if "T" in text else "date", text) if edtf_range(text) else None


def read_slashes(tokens: Tokens) -> Reading | None:
    """Read a date in digits with its year last; 3/2/1987 may be of March or February, and is then not settled."""
    text = tokens[0].text
    one, two, year = (int(part) for part in text.replace(".", "/").split("/"))
    year = full_year(text.replace(".", "/").split("/")[2])
    orders = [(two, one)] if "." in text else [(one, two), (two, one)]
    found = [f"{year:04}-{month:02}-{day:02}" for month, day in orders]
    found = [value for value in found if edtf_range(value)]
    return Reading("date", found[0]) if found else None


def read_named(tokens: Tokens) -> Reading | None:
    """Read a day that has a name of its own: that of each year ("last Christmas"), or of one ("Easter Sunday 1916")."""
    day, year, lean = first(tokens, "G"), first(tokens, "y"), lean_of(tokens)
    feast = table("times")["feasts"].get(str(day.value)) if day else None
    if day is None or feast is None:
        return Reading("date", str(day.value)) if day and len(tokens) == 1 else None
    part, number, weekday = feast
    named: Named = "easter" if not part else "month_day" if weekday < 0 else "nth"
    relative = Relative(
        named=named, part=part, day=number, lean=lean or "near", weekday=None if weekday < 0 else weekday
    )
    if year:
        return Reading("date", place(msgspec.structs.replace(relative, lean="this"), date(int(year.value), 1, 1)))
    return Reading("date", relative=relative, tensed=lean is None)


def read_clock(tokens: Tokens) -> Reading | None:
    """Read a time of day; the day is the one that the text speaks of."""
    clock = clock_of(tokens)
    if clock is None or (tokens[0].kind == "N" and len(tokens) > 1):
        return None
    return Reading("time", relative=Relative(clock=clock), refers="day")


def read_day(tokens: Tokens) -> Reading | None:
    """Read a day: by its date, its weekday, or its distance; with a clock time or a part of the day, if any."""
    kinds = kinds_of(tokens)
    clock, kind = (clock_of(tokens), "time") if set(kinds) & set("CpNP") else (None, "date")
    core = tuple(t for k, t in enumerate(tokens) if not _is_clock(tokens, k))
    month = first(core, "M")
    if month:
        reading = _month_day(core, int(month.value), clock)
    elif weekday := first(core, "W"):
        reading = _weekday(core, int(weekday.value), clock)
    elif near := first(core, "D"):
        reading = Reading("date", relative=Relative("day", int(near.value), clock=clock))
        kind = "time" if near.text.lower() in table("times")["nights"]["words"] else kind
    else:
        reading = None
    named: TimeKind = "time" if kind == "time" else "date"
    return (
        reading._replace(kind=reading.kind if reading.kind == "set" else named, mod=mod_of(tokens)) if reading else None
    )


def _is_clock(tokens: Tokens, at: int) -> bool:
    after = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    return tokens[at].kind in "CpNz" or (tokens[at].kind == "d" and after == "p")


def _month_day(tokens: Tokens, month: int, clock: str | None) -> Reading | None:
    day, year = first(tokens, "do"), first(tokens, "y")
    if day is None:
        return None
    if year:
        value = f"{int(year.value):04}-{month:02}-{int(day.value):02}"
        return Reading("date", f"{value}T{clock}" if clock else value) if edtf_range(value) else None
    if not edtf_range(f"2000-{month:02}-{int(day.value):02}"):
        return None
    lean = lean_of(tokens)
    weekday = first(tokens, "W")
    relative = Relative(
        named="month_day",
        part=month,
        day=int(day.value),
        lean=lean or "near",
        clock=clock,
        weekday=int(weekday.value) if weekday else None,
    )
    return Reading("date", relative=relative, tensed=lean is None)


def _weekday(tokens: Tokens, weekday: int, clock: str | None) -> Reading:
    word = first(tokens, "W")
    part = first(tokens, "P")
    if (word and is_many(word)) or (part and is_many(part)):
        return Reading("set", None)
    lean = lean_of(tokens)
    relative = Relative(named="weekday", part=weekday, lean=WEEKDAY_LEANS.get(lean, "past"), clock=clock)
    if hangs_on_text(tokens):
        return Reading("date", relative=relative, refers="text")
    return Reading("date", relative=relative, tensed=lean is None)


def read_daypart(tokens: Tokens) -> Reading | None:
    """Read a part of a day ("this morning", "last night", "Friday evening", "the night of Aug. 2")."""
    if set(kinds_of(tokens)) & set("MWD"):
        return read_day(tokens)
    lean = lean_of(tokens)
    if hangs_on_text(tokens):
        return Reading("time", relative=Relative(), refers="text", mod=mod_of(tokens))
    step = {"last": -1, "next": 1}.get(lean or "", 0)
    return Reading("time", relative=Relative("day", step), mod=mod_of(tokens))


def read_month(tokens: Tokens) -> Reading | None:
    """Read a month, with or without its year."""
    month, year, lean = first(tokens, "M"), first(tokens, "y"), lean_of(tokens)
    if month is None:
        return None
    if year:
        return Reading("date", f"{int(year.value):04}-{int(month.value):02}", mod=mod_of(tokens))
    relative = Relative(named="month", part=int(month.value), lean=lean or "past")
    return Reading("date", relative=relative, mod=mod_of(tokens), tensed=lean is None)


def read_month_of(tokens: Tokens) -> Reading | None:
    """Read a month of this, the last or the next year ("June last year")."""
    month, unit = first(tokens, "M"), first(tokens, "U")
    if month is None and unit is not None and (number := first(tokens, "do")):
        return _day_of_month(tokens, unit, int(number.value))
    if month is None or unit is None or unit.value != "Y":
        return read_month(tokens)
    step = {"last": -12, "next": 12}.get(lean_of(tokens) or "", 0)
    relative = Relative("year", step // 12, named="month", part=int(month.value), lean="this")
    return Reading("date", relative=relative, mod=mod_of(tokens))


def _day_of_month(tokens: Tokens, unit: TimeToken, number: int) -> Reading | None:
    """Read "the 6th of this month"."""
    if unit.value != "M" or hangs_on_text(tokens):
        return None
    step = {"last": -1, "next": 1}.get(lean_of(tokens) or "", 0)
    return Reading("date", relative=Relative("month", step, day=number))


def read_season(tokens: Tokens) -> Reading | None:
    """Read a season; without a word before it, the verb "fall" must not be meant."""
    season, year, unit, lean = first(tokens, "S"), first(tokens, "y"), first(tokens, "U"), lean_of(tokens)
    if season is None:
        return None
    if is_many(season):
        return None
    if year:
        return Reading("date", f"{int(year.value):04}-{season.value}", mod=mod_of(tokens))
    if lean is None and not set(kinds_of(tokens)) & set("tZ"):
        return None
    step = {"last": -1, "next": 1}.get(lean or "", 0) if unit else 0
    seen: Lean = "this" if unit else "past" if set(kinds_of(tokens)) >= set("TL") else lean or "past"
    relative = Relative("year", step, named="season", part=int(season.value), lean=seen)
    return Reading("date", relative=relative, mod=mod_of(tokens), tensed=lean is None)
