"""Numbers with their units, and what two of them form: "10-14 million tonnes", "from 57% to 47%"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from onrecord.annotate.numbers import Number, low, read_number
from onrecord.annotate.tokens import Token
from onrecord.annotate.units import HYPHENS, Unit, is_time_word, read_unit_after, read_unit_before, with_per
from onrecord.lang import table

SIGNS = {"-": -1, "\u2212": -1, "minus": -1, "+": 1}
SYMBOLS = frozenset("$€£¥(")
DASHES = frozenset("-\u2010\u2011–—")
METRE = "m"
LAST_CLOCK = 24
MOST_DIALED = 8
"""Groups of digits that a telephone number may have."""
MILLION = Decimal(1_000_000)


class Quantity(NamedTuple):
    """A number with its unit in a row of tokens, from ``first`` up to, not including, ``end``.

    ``upper`` is the other end of a range, or where a change comes to; ``signed`` tells of a plus or minus.
    """

    first: int
    end: int
    number: Number
    value: Decimal
    unit: Unit | None = None
    upper: Decimal | None = None
    signed: bool = False
    led: str = ""
    """The word that leads a pair: "from", "between", or none."""


@cache
def amount_words(section: str, name: str) -> frozenset[str]:
    """Return a list of the table of amounts as a set."""
    found: dict[str, Any] = table("amounts")
    return frozenset(found[section][name])


def find_quantities(tokens: Sequence[Token], *, millions: bool = False) -> Iterator[Quantity]:
    """Yield the quantities of a row of tokens in order, pairs joined.

    Labels, clocks and names with digits are left out.

    Args:
        tokens: The tokens of one paragraph.
        millions: Whether the report writes "m" for million, so that a bare "180m" is no length.
    """
    singles = tuple(_singles(tokens, millions=millions))
    at = 0
    while at < len(singles):
        first = singles[at]
        second = singles[at + 1] if at + 1 < len(singles) else None
        pair = join(tokens, first, second) if second else None
        if pair is None:
            yield first
        else:
            yield from pair
        at += 1 if pair is None else 2


def _singles(tokens: Sequence[Token], *, millions: bool) -> Iterator[Quantity]:
    at = 0
    while at < len(tokens):
        number = read_number(tokens, at) or _read_half(tokens, at) or _read_unit_and_half(tokens, at)
        if number is None or number.end > len(tokens):
            at += 1
            continue
        quantity = _with_unit(tokens, number, millions=millions) if _is_free(tokens, number) else None
        if quantity is not None:
            yield quantity
        at = quantity.end if quantity else number.end


def _read_half(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "half a mile": one half of a unit."""
    if low(tokens, at) != "half" or low(tokens, at + 1) not in ("a", "an"):
        return None
    if low(tokens, at + 2) != "point" and read_unit_after(tokens, at + 2) is None:
        return None
    return Number(at, at + 2, Decimal("0.5"), "words")


def _read_unit_and_half(tokens: Sequence[Token], at: int) -> Number | None:
    """Read the article of "a metre and a half" as one and a half."""
    if low(tokens, at) not in ("a", "an"):
        return None
    unit = read_unit_after(tokens, at + 1)
    if unit is None or tuple(low(tokens, unit.end + k) for k in range(3)) != ("and", "a", "half"):
        return None
    return Number(at, at + 1, Decimal("1.5"), "words")


def _is_free(tokens: Sequence[Token], number: Number) -> bool:
    """Tell whether digits stand for themselves: not in "A320", "F-16", "1990s", "12:52", "8.15pm", "32nd"."""
    first, end = number.first, number.end
    if number.kind in ("words", "vague", "part"):
        return not (first and tokens[first].glued and tokens[first - 1].text in HYPHENS and _bare_one(tokens, number))
    before = tokens[first - 1] if first else None
    if before and tokens[first].glued:
        if before.kind == "word" and read_unit_before(tokens, first) is None:
            return False
        if before.text in HYPHENS and before.glued and first > 1 and tokens[first - 2].kind == "word":
            return tokens[first - 2].low in amount_words("names", "prefixes")
        if before.text in ":./'’_@#" or before.text in "/\\":
            return False
    return not _is_clock(tokens, number) and not _runs_on(tokens, end) and not _in_row(tokens, number)


def _in_row(tokens: Sequence[Token], number: Number) -> bool:
    """Tell whether digits stand in a row of digits that begins with a zero ("0355 417 220"), a telephone number."""
    first, least = number.first, max(0, number.first - MOST_DIALED)
    while first > least and tokens[first].kind == "digits" and tokens[first - 1].kind == "digits":
        first -= 1
    return first < number.first and tokens[first].text.startswith("0") and tokens[first].text.isdigit()


def _bare_one(tokens: Sequence[Token], number: Number) -> bool:
    return number.end == number.first + 1 and tokens[number.first].low in ("one", "two")


def _is_clock(tokens: Sequence[Token], number: Number) -> bool:
    text, after = tokens[number.first].text, low(tokens, number.end)
    if after in amount_words("clock", "after") or (after in ("a", "p") and low(tokens, number.end + 1) == "."):
        return number.factor == 1 and number.value < LAST_CLOCK
    if after == ":" and number.end + 1 < len(tokens) and tokens[number.end].glued:
        return tokens[number.end + 1].glued and tokens[number.end + 1].kind == "digits"
    return len(text) > 1 and text.startswith("0") and text[1].isdigit()


def _runs_on(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether letters that are no unit are glued to digits."""
    if end >= len(tokens) or not tokens[end].glued:
        return False
    token = tokens[end]
    if token.kind == "word":
        return token.text != METRE and read_unit_after(tokens, end) is None
    if token.text in "'’":
        return low(tokens, end + 1) == "s"
    return token.text in "/\\_@" and end + 1 < len(tokens) and tokens[end + 1].glued and low(tokens, end + 1).isdigit()


def _with_unit(tokens: Sequence[Token], number: Number, *, millions: bool) -> Quantity:
    """Add sign, currency before, and unit behind a number."""
    first, sign = number.first, 0
    both = low(tokens, first - 1) == "minus" and low(tokens, first - 2) == "or"  # "plus or minus 3 points"
    if first and tokens[first - 1].low in SIGNS and _is_sign(tokens, first) and not both:
        first, sign = first - 1, SIGNS[tokens[first - 1].low]
    elif low(tokens, first - 1) in HYPHENS and low(tokens, first - 2) == "minus":
        first, sign = first - 2, -1
    value = -number.value if sign < 0 else number.value
    before = read_unit_before(tokens, first)
    if before is not None:
        return _with_money(tokens, number, before, value)
    number = _as_million(tokens, number, millions=millions)
    unit = read_unit_after(tokens, number.end) or _unit_behind_of(tokens, number)
    if unit is not None and number.value == Decimal("1.5") and low(tokens, number.first) in ("a", "an"):
        unit = unit._replace(end=unit.end + len(("and", "a", "half")))
    value = -number.value if sign < 0 else number.value
    return Quantity(first, unit.end if unit else number.end, number, value, unit, signed=sign != 0)


def _unit_behind_of(tokens: Sequence[Token], number: Number) -> Unit | None:
    """Read the unit of "thousands of litres", "a quarter of a mile"."""
    if low(tokens, number.end) != "of":
        return None
    if number.kind == "vague":
        return read_unit_after(tokens, number.end + 1)
    if number.kind == "part" and low(tokens, number.end + 1) in ("a", "an"):
        return read_unit_after(tokens, number.end + 2)
    return None


def _is_sign(tokens: Sequence[Token], first: int) -> bool:
    sign = tokens[first - 1]
    if sign.low == "minus":
        return True
    before = tokens[first - 2].text if first > 1 else ""
    loose = not sign.glued and not (first == 1 and sign.text == "-")
    return tokens[first].glued and (loose or before in SYMBOLS)


def _with_money(tokens: Sequence[Token], number: Number, before: tuple[int, Unit], value: Decimal) -> Quantity:
    first, unit = before
    if low(tokens, number.end) == METRE and number.factor == 1 and number.kind == "digits":
        number = number._replace(end=number.end + 1, value=number.value * MILLION, factor=MILLION)
        value *= MILLION
    end = number.end
    again = read_unit_after(tokens, end)
    if again is not None and again.code.partition("/")[0] == unit.code:
        return Quantity(first, again.end, number, value, again)
    if low(tokens, end) in ("us", "u.s"):
        end += 1
    probe = with_per(tokens, Unit(unit.code, unit.word, end))
    return Quantity(first, probe.end, number, value, probe)


def _as_million(tokens: Sequence[Token], number: Number, *, millions: bool) -> Number:
    """Read "m" as million before a noun or another unit ("14m tonnes", "1.2m members"), as metre elsewhere."""
    end = number.end
    if number.kind != "digits" or number.factor != 1 or low(tokens, end) != METRE or tokens[end].text != METRE:
        return number
    after = tokens[end + 1] if end + 1 < len(tokens) else None
    million = number._replace(end=end + 1, value=number.value * MILLION, factor=MILLION)
    if (
        tokens[end].glued
        and not _is_near(tokens, end, "lengths", 4)
        and (millions or _is_near(tokens, end, "money", 8))
    ):
        return million
    if after is None or after.kind != "word" or after.glued or not tokens[end].glued:
        return number
    if read_unit_after(tokens, end + 1) is not None or _names_many(after):
        return million
    return number


def _is_near(tokens: Sequence[Token], at: int, words: str, width: int) -> bool:
    return any(token.low in amount_words("counted", words) for token in tokens[max(0, at - width) : at + width])


def _names_many(token: Token) -> bool:
    """Tell whether a word looks like the plural of what is counted."""
    return token.low == "people" or (
        token.low.endswith("s")
        and not token.low.endswith("ss")
        and len(token.low) > 3  # noqa: PLR2004 - "is", "was", "its"
        and token.low not in amount_words("names", "races")
    )


def join(tokens: Sequence[Token], first: Quantity, second: Quantity) -> tuple[Quantity, ...] | None:
    """Join two neighbours to a range or a change, or to nothing where they only look so; None where they stay apart."""
    between = tuple(token.low for token in tokens[first.end : second.first])
    led = low(tokens, first.first - 1)
    led = led if led in ("from", "between") else _led_loosely(tokens, first.first)
    if len(between) not in (1, 2) or (led != "between" and "part" in (first.number.kind, second.number.kind)):
        return None
    dashed = between[0] in DASHES
    if between == ("to", "-"):
        dashed = False
    elif len(between) == 2 and not (between[0] == "to" and between[1] in amount_bounds()):  # noqa: PLR2004
        return None
    if not (dashed or between[0] in ("to", "or") or (between[0] == "and" and led == "between")):
        return None
    return _pair(tokens, first, second, led=led, word="-" if dashed else between[0])


def amount_bounds() -> frozenset[str]:
    """Return the one-word bounds that may stand before the second number of a pair."""
    return frozenset(("about", "around", "nearly", "almost", "over", "some", "roughly"))


def _led_loosely(tokens: Sequence[Token], first: int) -> str:
    """Find "from" before a bound ("from about 14", "from up to 252")."""
    for back in (2, 3):
        if low(tokens, first - back) in ("from", "between"):
            return low(tokens, first - back)
    return ""


def _pair(
    tokens: Sequence[Token], first: Quantity, second: Quantity, *, led: str, word: str
) -> tuple[Quantity, ...] | None:
    """Join two quantities with a word of joining between them, if their units and sizes let them be one."""
    value, bare = first.value, first.unit is None and second.unit is None
    if first.number.factor == 1 and second.number.factor > 1 and value < second.value / second.number.factor:
        value *= second.number.factor
    rising = value < second.value
    if word == "-" and bare and (not rising or _looks_like_phone(tokens, first, second)):
        return (first, second) if not rising and _in_vote(tokens, first.first) else ()
    if led == "" and second.unit is None and first.unit and first.unit.end > first.number.end:
        return None  # a range has its unit behind the last number: "4.5 per cent to 1.26 million" is none
    if (not rising and led != "from") or not _may_join(tokens, first, second, word=word):
        return None
    if led == "" and word == "to" and first.unit and second.unit and _moves_before(tokens, first.first):
        return None
    if led == "" and word == "to" and bare and _is_vote_of_two(tokens, first, second):
        return None
    return (_ranged(first, second, value, led=led),)


def _may_join(tokens: Sequence[Token], first: Quantity, second: Quantity, *, word: str) -> bool:
    if first.unit and second.unit and not _same_unit(first.unit, second.unit):
        return False
    if word == "or":
        return first.unit is None and second.value <= 2 * first.value
    return word != "to" or not _is_by_and_to(tokens, first, second)


def _ranged(first: Quantity, second: Quantity, value: Decimal, *, led: str) -> Quantity:
    unit = second.unit or first.unit
    unit = unit._replace(end=second.end) if unit else None
    return Quantity(first.first, second.end, first.number, value, unit, second.value, led=led)


def _same_unit(first: Unit, second: Unit) -> bool:
    """Tell whether two units are one, the second perhaps by something ("$62 and $68 per share")."""
    return first.word == second.word and second.code in (first.code, first.code + second.code[len(first.code) :])


def _is_by_and_to(tokens: Sequence[Token], first: Quantity, second: Quantity) -> bool:
    """Tell "by $43 million to $419 million", two amounts, from "by 1 to 2 degrees", a range."""
    own = (first.unit is None) == (second.unit is None)
    return own and low(tokens, first.first - 1) == "by" and second.value > 3 * first.value


def _moves_before(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a word of change stands right before an amount ("fell 10% to 5%")."""
    word = low(tokens, first - 1)
    forms = amount_words("change", "moving") | amount_words("change", "moving_share")
    return any(word.startswith(form[:4]) for form in forms) if word else False


def _in_vote(tokens: Sequence[Token], at: int) -> bool:
    near = tokens[max(0, at - 12) : at + 12]
    return any(token.low in amount_words("votes", "words") for token in near)


def _is_vote_of_two(tokens: Sequence[Token], first: Quantity, second: Quantity) -> bool:
    """Tell "split the votes 38 to 61", two counts, from "10 to 15 votes", a range."""
    if not _in_vote(tokens, first.first) or first.number.factor != second.number.factor:
        return False
    after = low(tokens, second.end)
    return not after.isalpha() or after in amount_words("votes", "behind")


def _looks_like_phone(tokens: Sequence[Token], first: Quantity, second: Quantity) -> bool:
    texts = tokens[first.number.first].text, tokens[second.number.first].text
    return len(texts[0]) >= 3 and len(texts[1]) >= 4 and "," not in texts[1]  # noqa: PLR2004 - "555-1234"


def is_duration(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a number counts units of time right behind it ("two weeks", "four-day")."""
    at = quantity.end
    if low(tokens, at) in HYPHENS:
        at += 1
    if quantity.number.kind == "part" and low(tokens, at) == "of" and low(tokens, at + 1) in ("a", "an"):
        at += 2
    return quantity.unit is None and is_time_word(low(tokens, at))


def writes_millions(quantities: Sequence[Quantity], tokens: Sequence[Token]) -> bool:
    """Tell whether one of some quantities has "m" for million beyond doubt."""
    return any(q.number.factor == MILLION and low(tokens, q.number.end - 1) == METRE for q in quantities)
