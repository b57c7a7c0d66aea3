"""What an expression says that spans several days or months, or that counts on from a day that is named."""

from collections.abc import Sequence
from datetime import date

import msgspec

from onrecord.annotate.time_days import read_day, read_month
from onrecord.annotate.time_lengths import count_of
from onrecord.annotate.time_parts import Reading, first, kinds_of, lean_of, mod_of
from onrecord.annotate.time_tokens import TimeToken
from onrecord.model.calendar import edtf_range
from onrecord.model.marks import TimeMod
from onrecord.model.relative import Lean, Relative, place, stretch

Tokens = Sequence[TimeToken]
WEEK = 7
YEAR = 12
LAST_OF_MONTH = 5
"""What stands for the last weekday of a month."""
SHORT_YEAR = 2
CENTURY = 100


def read_week_of(tokens: Tokens) -> Reading | None:
    """Read "the week of Feb. 2": the week, Monday to Sunday, that this day lies in."""
    unit = first(tokens, "U")
    reading = read_day(tokens[tokens.index(unit) + 1 :]) if unit else None
    if unit is None or reading is None or unit.value != "W":
        return reading
    return _stretched(reading, Relative("week", named="month_day"))


def _stretched(reading: Reading, by: Relative) -> Reading | None:
    """Return a date with what lies beside it taken in; without a value where that ends outside the calendar."""
    if reading.relative is not None:
        fields = {name: getattr(by, name) for name in ("unit", "shift", "days", "months")}
        return reading._replace(kind="date", relative=msgspec.structs.replace(reading.relative, **fields))
    try:
        value = stretch(by, reading.value)
    except (ValueError, OverflowError):
        value = None
    return reading._replace(kind="date", value=value)


def read_range_of_days(tokens: Tokens) -> Reading | None:
    """Read some days of one month ("August 7-8, 1998", "3 to 9 May", "14 and 15 February").

    "16 and 23 March" are two days and no stretch, unless "between" stands before them: the one by the month is read.
    """
    kinds = kinds_of(tokens)
    numbers = [token for token in tokens if token.kind in "do"]
    month, (one, two) = first(tokens, "M"), numbers[:2]
    between = int(two.value) - int(one.value)
    stretched = between == 1 or (between > 1 and bool(set(kinds) & set("-rI")))
    by_month = one if month is not None and month.start < one.start else two
    kept = one if stretched else by_month
    reading = read_day([token for token in tokens if token not in numbers or token is kept])
    if reading is None or not stretched:
        return reading
    return _stretched(reading, Relative(named="month_day", days=between))


def day_by_month(tokens: Tokens) -> Tokens | None:
    """Return the day of a range that stands by the month, where the other is of another month ("28 to 3 March")."""
    one, two = (token for token in tokens if token.kind in "do")
    month = first(tokens, "M")
    if month is None or int(one.value) <= int(two.value):
        return None
    return tokens[: tokens.index(one) + 1] if month.start < one.start else tokens[tokens.index(two) :]


def read_range_of_weekdays(tokens: Tokens) -> Reading | None:
    """Read "Monday through Thursday": both days, and those between them; "Monday to Monday" is a week and a day."""
    reading = read_day(tokens[:1])
    if reading is None or reading.relative is None:
        return reading
    days = (int(tokens[-1].value) - int(tokens[0].value)) % WEEK or WEEK
    return _stretched(reading, Relative(named="weekday", days=days))


def read_weekday_week(tokens: Tokens) -> Reading | None:
    """Read "Saturday week": a week after the coming Saturday."""
    reading = read_day(tokens[:-1])
    if reading is None or reading.relative is None or tokens[-1].text.lower() != "week":
        return reading
    ahead = msgspec.structs.replace(reading.relative, lean="future", shift=WEEK)
    return Reading("date", relative=ahead)


def read_weeks_beyond(tokens: Tokens) -> Reading | None:
    """Read days or weeks counted from another day ("a week ago Friday", "a week today", "two weeks from now")."""
    unit, count = first(tokens, "U"), count_of([token for token in tokens if token.kind in "adnwyu"])
    if unit is None or count is None or count != int(count):
        return None
    size = {"D": 1, "W": WEEK, "2W": 2 * WEEK}.get(str(unit.value), 0)
    step = int(count) * size
    back = first(tokens, "g") is not None
    weekday, day = first(tokens, "W"), first(tokens, "D")
    if not size:
        return _months_from_now(unit, int(count)) if first(tokens, "V") else None
    if weekday is None:
        return Reading("date", relative=Relative("day", step + int(day.value if day else 0)))
    lean: Lean = "past" if back else "future"
    return Reading(
        "date", relative=Relative(named="weekday", part=int(weekday.value), lean=lean, shift=-step if back else step)
    )


def _months_from_now(unit: TimeToken, count: int) -> Reading | None:
    """Read "six months from now", "a year from now"."""
    if unit.value == "M":
        return Reading("date", relative=Relative("month", count))
    return Reading("date", relative=Relative("year", count)) if unit.value == "Y" else None


def read_before_last(tokens: Tokens) -> Reading | None:
    """Read "the week before last", "the Tuesday after next": one further than the last or the next one."""
    unit, weekday, beyond = first(tokens, "U"), first(tokens, "W"), first(tokens, "x")
    back = lean_of(tokens) == "last"
    if beyond is None or (int(beyond.value) < 0) != back:
        return None
    if weekday:
        lean: Lean = "last" if back else "next"
        shift = -WEEK if back else WEEK
        return Reading("date", relative=Relative(named="weekday", part=int(weekday.value), lean=lean, shift=shift))
    units = {"W": "week", "F": "weekend", "M": "month", "Y": "year"}
    name = units.get(str(unit.value)) if unit else None
    return Reading("date", relative=Relative(name, -2 if back else 2)) if name else None  # type: ignore[arg-type]


def read_weekday_beside(tokens: Tokens) -> Reading | None:
    """Read "the Tuesday before", counted from a day of the text; before some event it is no day that is told."""
    weekday, beyond = first(tokens, "W"), first(tokens, "x")
    if weekday is None or beyond is None:
        return None
    lean: Lean = "last" if int(beyond.value) < 0 else "next"
    return Reading("date", relative=Relative(named="weekday", part=int(weekday.value), lean=lean), refers="text")


def read_nth(tokens: Tokens) -> Reading | None:
    """Read "the first Sunday in March", "the last weekend in September", "the last week of May"."""
    order, month, year = first(tokens, "osL"), first(tokens, "M"), first(tokens, "y")
    if order is None or month is None or (order.kind == "L" and order.text.lower() != "last"):
        return None
    number = LAST_OF_MONTH if order.kind == "L" else int(order.value)
    weekday, unit = first(tokens, "W"), first(tokens, "U")
    if weekday is None and unit is not None and unit.value != "F":
        return _part_of_month(tokens[tokens.index(unit) + 2 :], unit, number)
    if number > LAST_OF_MONTH:
        return None
    relative = Relative(
        named="nth",
        part=int(month.value),
        day=number,
        weekday=WEEK - 2 if weekday is None else int(weekday.value),
        lean="this" if year else "near",
        days=int(weekday is None),
    )
    if year is None:
        return Reading("date", relative=relative, tensed=True)
    value = place_in(relative, int(year.value))
    return Reading("date", value) if value else None


def place_in(relative: Relative, year: int) -> str | None:
    """Return the date that is meant in a year that is told."""
    return place(relative, date(year, 1, 1))


def _part_of_month(month: Tokens, unit: TimeToken, number: int) -> Reading | None:
    """Read "the first week of May", "the last days of May" as its start or end."""
    mods: dict[int, TimeMod] = {1: "start", LAST_OF_MONTH: "end"}
    reading = read_month(month) if unit.value in ("W", "D") else None
    return reading._replace(mod=mods.get(number)) if reading else None


def read_months_to(tokens: Tokens) -> Reading | None:
    """Read "the year to March", "the three months to the end of June": so many months, that one the last."""
    unit, at = first(tokens, "U"), next(k for k, token in enumerate(tokens) if token.kind == "r")
    count = count_of(tokens[:at]) if set(kinds_of(tokens[:at])) & set("dnw") else 1
    reading = read_month(tokens[at + 1 :])
    if unit is None or reading is None or count is None or unit.value not in ("Y", "M"):
        return None
    months = int(count) * (YEAR if unit.value == "Y" else 1)
    found = _stretched(reading, Relative(named="month", months=months))
    return found._replace(mod=None) if found else None


def read_season_years(tokens: Tokens) -> Reading | None:
    """Read "2031-32" or "2099-00", of accounts, schools and sports, as both years."""
    year, ending = int(tokens[0].value), tokens[-1]
    last_year = year // CENTURY * CENTURY + int(ending.value)
    if year % CENTURY == CENTURY - 1 and ending.value == 0:
        last_year = year + 1
    if len(ending.text) != SHORT_YEAR or last_year <= year:
        return Reading("date", str(year))
    return Reading("date", f"{year:04}/{last_year:04}")


def read_numbered_day(tokens: Tokens) -> Reading | None:
    """Read "on the 21st": a day of this month, or of the last or next one."""
    number = first(tokens, "o")
    if number is None or not number.text[:1].isdigit() or edtf_range(f"2000-01-{int(number.value):02}") is None:
        return None
    return Reading("date", relative=Relative(named="number", day=int(number.value), sure=False), tensed=True)


def read_new_year(tokens: Tokens) -> Reading | None:
    """Read "the new year": the one that begins, or began, by the tense."""
    return Reading("date", relative=Relative(named="month", part=1), tensed=True, mod=mod_of(tokens))


def read_half_spoken_of(tokens: Tokens) -> Reading | None:
    """Read "the second half": of the year whose first half was spoken of."""
    order = first(tokens, "os")
    if order is None or order.value not in (1, 2):
        return None
    return Reading("date", relative=Relative(named="half", part=int(order.value), lean="this"), refers="half")


def read_weeks_in(tokens: Tokens) -> Reading | None:
    """Read "in its fifth week" as that many weeks, begun."""
    order, unit = first(tokens, "os"), first(tokens, "U")
    if order is None or unit is None or unit.value not in ("D", "W", "M"):
        return None
    return Reading("duration", f"P{int(order.value)}{unit.value}")


def read_quarter_century(tokens: Tokens) -> Reading | None:
    """Read "a quarter of a century"."""
    unit = first(tokens, "U")
    return Reading("duration", "P25Y") if unit and unit.value == "C" else None


def read_weekday_of_event(_: Tokens) -> Reading | None:
    """Read "the Friday before the vote": a day that only who knows the vote can tell."""
    return Reading("date")
