"""What a time expression says, rule by rule (`onrecord.annotate.time_rules`): one reader a rule."""

from collections.abc import Callable, Sequence
from datetime import date

from onrecord.annotate.time_parts import (
    Reading,
    clock_of,
    duration,
    first,
    full_year,
    hangs_on_text,
    kinds_of,
    lean_of,
    mod_of,
    number_of,
)
from onrecord.annotate.time_tokens import TimeToken
from onrecord.lang import table
from onrecord.model.calendar import edtf_range
from onrecord.model.marks import TimeKind, TimeMod
from onrecord.model.relative import Lean, Relative, Unit

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
LONGEST_YEARS_BACK = 1900
WEEKDAY_LEANS: dict[str | None, Lean] = {"last": "last", "next": "next", "this": "future"}
QUARTERS = 4
PARTS_OF_FOUR = 3


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
    """Read a day that has a name of its own."""
    return Reading("date", str(tokens[0].value))


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
        kind = "time" if near.text.lower() == "tonight" else kind
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
    relative = Relative(named="month_day", part=month, day=int(day.value), lean="near", clock=clock)
    return Reading("date", relative=relative, tensed=True)


def _weekday(tokens: Tokens, weekday: int, clock: str | None) -> Reading:
    word = first(tokens, "W")
    many = (word.text.lower().endswith("days") if word else False) or (
        kinds_of(tokens).endswith("P") and tokens[-1].text.lower().endswith("s")
    )
    if many:
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


def read_range_of_days(tokens: Tokens) -> Reading | None:
    """Read some days of one month ("August 7-8, 1998")."""
    month, year = first(tokens, "M"), first(tokens, "y")
    days = [int(token.value) for token in tokens if token.kind in "do"]
    if month is None or year is None:
        return read_day(tuple(token for token in tokens if token.kind != "y")[:2])
    value = "/".join(f"{int(year.value):04}-{int(month.value):02}-{day:02}" for day in days)
    return Reading("date", value) if edtf_range(value) else None


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
    if month is None or unit is None or unit.value != "Y":
        return read_month(tokens)
    step = {"last": -12, "next": 12}.get(lean_of(tokens) or "", 0)
    relative = Relative("year", step // 12, named="month", part=int(month.value), lean="this")
    return Reading("date", relative=relative, mod=mod_of(tokens))


def read_season(tokens: Tokens) -> Reading | None:
    """Read a season; without a word before it, the verb "fall" must not be meant."""
    season, year, unit, lean = first(tokens, "S"), first(tokens, "y"), first(tokens, "U"), lean_of(tokens)
    if season is None:
        return None
    if season.text.lower().endswith("s"):
        return None
    if year:
        return Reading("date", f"{int(year.value):04}-{season.value}", mod=mod_of(tokens))
    if lean is None and not set(kinds_of(tokens)) & set("tZ"):
        return None
    step = {"last": -1, "next": 1}.get(lean or "", 0) if unit else 0
    seen: Lean = "this" if unit else "past" if set(kinds_of(tokens)) >= set("TL") else lean or "past"
    relative = Relative("year", step, named="season", part=int(season.value), lean=seen)
    return Reading("date", relative=relative, mod=mod_of(tokens), tensed=lean is None)


def read_near_unit(tokens: Tokens) -> Reading | None:
    """Read this, the last or the next week, month, year ...; "the past year" is a length, "that year" in the text."""
    unit, kinds = first(tokens, "UQ"), kinds_of(tokens)
    if unit is None or "E" in kinds:
        return read_the_quarter(tokens) if unit and unit.kind == "Q" else None
    many = unit.text.lower().endswith("s")
    name, size = STEPS.get(str(unit.value), ("year", 1))
    words = {token.text.lower() for token in tokens}
    if many:
        return Reading("duration", duration(None, str(unit.value)))
    if hangs_on_text(tokens):
        step = -size if words & {"previous", "preceding"} else size if words & {"following", "ensuing"} else 0
        refers = "quarter" if name == "quarter" else "text"
        return Reading("date", relative=Relative(name, step), refers=refers, mod=mod_of(tokens))
    lean = lean_of(tokens)
    if "past" in words and "T" not in kinds and name != "weekend":
        return Reading("duration", duration(1, str(unit.value)))
    if name == "day":
        return None
    step = {"last": -size, "next": size}.get(lean or "", 0)
    if "T" in kinds:
        step = 0
    return Reading("date", relative=Relative(name, step, lean=lean or "this"), mod=mod_of(tokens))


def read_the_unit(tokens: Tokens) -> Reading | None:
    """Read "the year", "the week": the one it is now; "the day" is the one of the text."""
    unit, kinds = first(tokens, "U"), kinds_of(tokens)
    if unit is None or unit.text.lower().endswith("s") or "O" in kinds or unit.value in ("E", "C", "L", "2W"):
        return None
    name, _ = STEPS[str(unit.value)]
    if name == "day":
        return Reading("date", relative=Relative(), refers="text") if "Z" in kinds else None
    return Reading("date", relative=Relative(name), mod=mod_of(tokens), tensed=name == "weekend")


def read_ago(tokens: Tokens) -> Reading | None:
    """Read a distance back ("two weeks ago", "a year earlier"); a vague one has no value."""
    unit, count = first(tokens, "UQHS"), _count(tokens)
    last = tokens[-1].text.lower()
    if unit is None or last not in table("times")["ago"]["words"] + ["earlier", "later"]:
        return None
    if last != "ago" and unit.kind != "H" and count != 1:
        return Reading("duration", duration(count, str(unit.value)))
    if unit.kind in "HS" or count is None or count != int(count):
        kind: TimeKind = "time" if unit.kind == "H" else "date"
        return Reading("duration", duration(count, str(unit.value), clock=True)) if last != "ago" else Reading(kind)
    name, size = COUNTED.get(str(unit.value), ("year", 1000))
    back = int(count) * size * (1 if last == "later" else -1)
    if name == "year" and back == -1:
        return Reading("date", relative=Relative("year", -1), refers="year_ago" if last == "ago" else "year_earlier")
    refers = "publication" if last == "ago" else "text"
    return Reading("date", relative=Relative(name, back), refers=refers)


def read_year_ago(tokens: Tokens) -> Reading | None:
    """Read "year-ago", "the year-earlier quarter": what was spoken of, a year before."""
    unit = first(tokens, "U")
    if unit is None or unit.value != "Y":
        return None
    if tokens[-1].kind == "Z" and tokens[-1].text.lower() not in ("earlier", "later"):
        return read_year_end(tokens)
    if tokens[-1].text.lower() == "later":
        return Reading("date", relative=Relative("year", 1), refers="text")
    order = first(tokens, "o")
    if order and int(order.value) <= QUARTERS:
        return Reading("date", relative=Relative("year", -1, named="quarter", part=int(order.value), lean="this"))
    return Reading("date", relative=Relative("year", -1), refers="year_earlier")


def read_year_end(tokens: Tokens) -> Reading | None:
    """Read the end of a year ("year-end")."""
    part = first(tokens, "Z")
    if part is None or part.value != "end" or first(tokens, "U") is None:
        return None
    return Reading("date", relative=Relative("year", 0), mod="end")


def read_quarter(tokens: Tokens) -> Reading | None:
    """Read a quarter of a year by its number, or by the year of one spoken of before ("the 1988 period")."""
    order, year = first(tokens, "os"), first(tokens, "y")
    near = first(tokens, "LTX") if first(tokens, "U") else None
    part = int(order.value) if order else 0
    mod = mod_of(tokens)
    if order and not 1 <= part <= QUARTERS:
        return None
    if order and year:
        return Reading("date", _months(int(year.value), part, 3), mod=mod)
    if order:
        step = {"last": -1, "next": 1}.get(lean_of(tokens) or "", 0) if near else 0
        lean: Lean = "this" if near else "past"
        relative = Relative("year", step, named="quarter", part=part, lean=lean)
        return Reading("date", relative=relative, mod=mod, tensed=not near)
    if year:
        return Reading("date", str(year.value), refers="quarter_of_year")
    if first(tokens, "'") or (first(tokens, "U") and near):
        step = {"last": -1, "next": 1}.get(lean_of(tokens) or "", 0)
        return Reading("date", relative=Relative("year", step), refers="year_earlier" if step else "quarter")
    if "E" in kinds_of(tokens) or hangs_on_text(tokens):
        return read_the_quarter(tokens)
    unit = first(tokens, "Q")
    if unit and unit.text.lower().endswith("s"):
        return Reading("duration", duration(None, "Q"))
    step = {"last": -1, "next": 1}.get(lean_of(tokens) or "", 0)
    return Reading("date", relative=Relative("quarter", step), mod=mod)


def read_the_quarter(tokens: Tokens) -> Reading | None:
    """Read "the quarter", "the latest period": the one spoken of; "the quarter a year ago" a year before it."""
    if first(tokens, "g"):
        return Reading("date", relative=Relative("year", -1), refers="year_earlier")
    return Reading("date", relative=Relative("quarter", 0), refers="quarter", mod=mod_of(tokens))


def read_half_year(tokens: Tokens) -> Reading | None:
    """Read a half of a year."""
    order, year, kinds = first(tokens, "o"), first(tokens, "y"), kinds_of(tokens)
    part = int(order.value) if order else 2
    if part > 2:  # noqa: PLR2004 - halves
        return None
    if year:
        return Reading("date", _months(int(year.value), part, 6))
    lean = lean_of([token for token in tokens if token.kind != "L"] if kinds.count("L") == 1 and not order else tokens)
    step = {"last": -1, "next": 1}.get(lean or "", 0)
    return Reading("date", relative=Relative("year", step, named="half", part=part, lean="this"))


def read_half_decade(tokens: Tokens) -> Reading | None:
    """Read a half of a decade."""
    reading = read_decade(tokens)
    late = first(tokens, "L") or int(getattr(first(tokens, "o"), "value", 1)) > 1
    return reading._replace(mod="end" if late else "start") if reading else None


def _months(year: int, part: int, months: int) -> str:
    start = (part - 1) * months + 1
    return f"{year:04}-{start:02}/{year:04}-{start + months - 1:02}"


def read_first_units(tokens: Tokens) -> Reading | None:
    """Read "the first nine months": a length."""
    unit = first(tokens, "UQ")
    count = number_of([token for token in tokens if token.kind in "dnw"])
    return Reading("duration", duration(count, str(unit.value))) if unit and count else None


def read_span(tokens: Tokens) -> Reading | None:
    """Read "the past three months", "the next few days": a length up to now or from now."""
    unit, kinds = first(tokens, "UQHS"), kinds_of(tokens)
    if unit is None:
        return None
    if not set(kinds) & set("dnywvu"):
        return None if unit.kind != "H" else Reading("duration", duration(1, str(unit.value), clock=True))
    if unit.kind == "S":
        return Reading("duration", None)
    return Reading("duration", duration(_count(tokens), str(unit.value), clock=unit.kind == "H"))


def read_duration(tokens: Tokens) -> Reading | None:
    """Read a length of time ("five years", "a decade", "two and a half hours", "several months")."""
    unit, kinds = first(tokens, "UQHs"), kinds_of(tokens)
    if unit is None:
        return None
    count = _count(tokens)
    clock = unit.kind in "Hs"
    letter = "S" if unit.kind == "s" else str(unit.value)
    mod: TimeMod | None = None
    if "&" in kinds and "h" not in kinds:
        count, mod = _count(tokens[: kinds.index("&")]), "more"
    if unit.kind == "Q" and (kinds[0] == "a" or (count == PARTS_OF_FOUR and "-" in kinds)):
        return None
    if count is not None and clock and letter == "M" and count != int(count):
        return Reading("duration", duration(count * 60, "S", clock=True))
    return Reading("duration", duration(count, letter, clock=clock), mod=mod)


def _count(tokens: Tokens) -> float | None:
    """Return how many units there are; None for a vague number."""
    kinds = kinds_of(tokens)
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
    return Reading("duration", duration(None, str(unit.value))) if unit.text.lower().endswith("s") else None


def read_every(tokens: Tokens) -> Reading | None:
    """Read what comes again and again ("every two weeks", "each July", "once a week")."""
    unit = first(tokens, "UQH")
    if unit is None:
        return Reading("set", None) if first(tokens, "MWSP") else None
    count = _count(tokens) if set(kinds_of(tokens)) & set("dnyw") else 1.0
    return Reading("set", duration(count or 1.0, str(unit.value), clock=unit.kind == "H"))


def read_adverb(tokens: Tokens) -> Reading | None:
    """Read "daily", "annual": a set."""
    return Reading("set", str(tokens[0].value))


def read_decade(tokens: Tokens) -> Reading | None:
    """Read a decade ("the 1990s", "the '80s", "the nineties")."""
    digits = first(tokens, "c")
    if digits:
        number = "".join(char for char in digits.text if char.isdigit())
        value = f"{full_year(number) // 10}X" if len(number) == 2 else f"{number[:3]}X"  # noqa: PLR2004
        return Reading("date", value, mod=mod_of(tokens))
    word, century = first(tokens, "Y"), first(tokens, "w")
    if word is None or (century is None and first(tokens, "tZ") is None):
        return None
    hundreds = int(century.value) if century else 19
    return Reading("date", f"{hundreds:02}{word.value}X", mod=mod_of(tokens))


def read_century(tokens: Tokens) -> Reading | None:
    """Read a century by its number."""
    unit, order = first(tokens, "U"), first(tokens, "o")
    if unit is None or order is None or unit.value != "C":
        return None
    return Reading("date", f"{int(order.value) - 1:02}XX", mod=mod_of(tokens))


def read_fiscal(tokens: Tokens) -> Reading | None:
    """Read a year of accounts as the year of the calendar that names it."""
    year = first(tokens, "y")
    return Reading("date", str(year.value), mod=mod_of(tokens)) if year else None


def read_year(tokens: Tokens) -> Reading | None:
    """Read a bare year."""
    year = first(tokens, "y")
    if year is None or not date.min.year <= int(year.value):
        return None
    return Reading("date", str(year.value), mod=mod_of(tokens))


def read_reference(tokens: Tokens) -> Reading | None:
    """Read "now", "recently", "soon": what says no more than that."""
    return Reading("date")


READERS: dict[str, Callable[[Tokens], Reading | None]] = {
    "iso": read_iso,
    "slashes": read_slashes,
    "named": read_named,
    "age": lambda _: None,
    "year_ago": read_year_ago,
    "past_span": read_first_units,
    "ago": read_ago,
    "range_of_days": read_range_of_days,
    "clock_day": read_day,
    "daypart": read_daypart,
    "quarter": read_quarter,
    "the_quarter": read_the_quarter,
    "half_year": read_half_year,
    "half_decade": read_half_decade,
    "first_units": read_first_units,
    "span": read_span,
    "month_of": read_month_of,
    "near_unit": read_near_unit,
    "day": read_day,
    "month": read_month,
    "season": read_season,
    "decade": read_decade,
    "century": read_century,
    "every": read_every,
    "adverb": read_adverb,
    "year_end": read_year_end,
    "duration": read_duration,
    "fiscal": read_fiscal,
    "the_unit": read_the_unit,
    "clock": read_clock,
    "plural": read_plural,
    "year": read_year,
    "reference": read_reference,
}
