"""What an expression of a year, a decade, a century, a quarter or half of a year says."""

from collections.abc import Sequence

from onrecord.annotate.time_parts import (
    Reading,
    duration,
    first,
    hangs_on_text,
    is_many,
    kinds_of,
    lean_of,
    mod_of,
)
from onrecord.annotate.time_tokens import TEEN_CENTURIES, TimeToken, full_year
from onrecord.model.relative import Lean, Relative

Tokens = Sequence[TimeToken]
QUARTERS = 4


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
    if century and century.value not in TEEN_CENTURIES:
        return None
    hundreds = int(century.value) if century else 19 if word.value else 20
    return Reading("date", f"{hundreds:02}{word.value}X", mod=mod_of(tokens))


def read_century(tokens: Tokens) -> Reading | None:
    """Read a century by its number."""
    unit, order = first(tokens, "U"), first(tokens, "o")
    if unit is None or order is None or unit.value != "C" or not order.value:
        return None
    return Reading("date", f"{int(order.value) - 1:02}XX", mod=mod_of(tokens))


def read_fiscal(tokens: Tokens) -> Reading | None:
    """Read a year of accounts as the year of the calendar that names it."""
    year = first(tokens, "y")
    return Reading("date", str(year.value), mod=mod_of(tokens)) if year else None


def read_year(tokens: Tokens) -> Reading | None:
    """Read a bare year."""
    year = first(tokens, "y")
    unit = first(tokens, "U")
    if year is None or (unit is not None and unit.value != "Y"):
        return None
    return Reading("date", str(year.value), mod=mod_of(tokens))


def read_year_end(tokens: Tokens) -> Reading | None:
    """Read the end of a year ("year-end")."""
    part = first(tokens, "e")
    if part is None or part.value != "end" or first(tokens, "U") is None:
        return None
    return Reading("date", relative=Relative("year", 0), mod="end")


def read_quarter(tokens: Tokens) -> Reading | None:
    """Read a quarter of a year by its number, or by the year of one spoken of before ("the 1988 period")."""
    order = first(tokens, "os")
    return _numbered(tokens, int(order.value)) if order else _unnumbered(tokens)


def _numbered(tokens: Tokens, part: int) -> Reading | None:
    """Read "the third quarter", "the third quarter of 1984", "this year's third quarter"."""
    year, near = first(tokens, "y"), first(tokens, "LTX") if first(tokens, "U") else None
    if not 1 <= part <= QUARTERS:
        return None
    if year:
        return Reading("date", months_of(int(year.value), part, 3), mod=mod_of(tokens))
    lean: Lean = "this" if near else "past"
    relative = Relative("year", _step(tokens) if near else 0, named="quarter", part=part, lean=lean)
    return Reading("date", relative=relative, mod=mod_of(tokens), tensed=not near)


def _unnumbered(tokens: Tokens) -> Reading | None:
    """Read "the 1988 period", "last year's quarter", "the latest period", "this quarter"."""
    year, unit, step = first(tokens, "y"), first(tokens, "Q"), _step(tokens)
    if year:
        return Reading("date", str(year.value), refers="quarter_of_year")
    if first(tokens, "U"):
        return Reading("date", relative=Relative("year", step), refers="year_earlier" if step else "quarter")
    if "E" in kinds_of(tokens) or hangs_on_text(tokens):
        return read_the_quarter(tokens)
    if unit and is_many(unit):
        return Reading("duration", duration(None, "Q"))
    return Reading("date", relative=Relative("quarter", step), mod=mod_of(tokens))


def _step(tokens: Tokens) -> int:
    return {"last": -1, "next": 1}.get(lean_of(tokens) or "", 0)


def read_the_quarter(tokens: Tokens) -> Reading | None:
    """Read "the quarter", "the latest period": the one spoken of; "the quarter a year ago" a year before it."""
    if first(tokens, "g"):
        return Reading("date", relative=Relative("year", -1), refers="year_earlier")
    return Reading("date", relative=Relative("quarter", 0), refers="quarter", mod=mod_of(tokens))


def read_half_year(tokens: Tokens) -> Reading | None:
    """Read a half of a year."""
    order, year, kinds = first(tokens, "os"), first(tokens, "y"), kinds_of(tokens)
    part = int(order.value) if order else 2
    if part > 2:  # noqa: PLR2004 - halves
        return None
    if year:
        return Reading("date", months_of(int(year.value), part, 6))
    lean = lean_of([token for token in tokens if token.kind != "L"] if kinds.count("L") == 1 and not order else tokens)
    step = {"last": -1, "next": 1}.get(lean or "", 0)
    return Reading("date", relative=Relative("year", step, named="half", part=part, lean="this"))


def read_half_decade(tokens: Tokens) -> Reading | None:
    """Read a half of a decade."""
    reading = read_decade(tokens)
    late = first(tokens, "L") or int(getattr(first(tokens, "os"), "value", 1)) > 1
    return reading._replace(mod="end" if late else "start") if reading else None


def months_of(year: int, part: int, months: int) -> str:
    """Write a quarter or half of a year as its first and last month, which level 1 of EDTF has."""
    start = (part - 1) * months + 1
    return f"{year:04}-{start:02}/{year:04}-{start + months - 1:02}"
