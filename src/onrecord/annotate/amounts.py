"""Numbers with what they measure.

Own grammar over the text (numbers, units, pairs), the parse only for what is counted and for what
moves. A calendar date, a clock time or a numbered duration is a time, an ordinal is neither; digits
in a name, a list, a telephone number are none.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import msgspec

from onrecord.annotate.ages import read_age
from onrecord.annotate.bounds import Context, comes_up_to, read_bound, read_role
from onrecord.annotate.hours import is_day, is_hour
from onrecord.annotate.labels import counted_noun, is_label, looks_like_year
from onrecord.annotate.measured import find_measured
from onrecord.annotate.numbers import low
from onrecord.annotate.quantities import Quantity, amount_words, find_quantities, is_duration, writes_millions
from onrecord.annotate.shared_units import share_unit
from onrecord.annotate.tokens import Token, tokenize
from onrecord.annotate.units import Unit, is_time_word
from onrecord.model.marks import Amount, Time
from onrecord.model.report import Report
from onrecord.model.words import Parse

MOST_POINTS = Decimal(100)
"""A share cannot move further."""
NEAR_SHARE = 25
"""Tokens around bare points in which a share makes them percentage points: about a sentence."""
SHARES = ("a", "%", "pp")
"""Units that do not go on to "250 of them"."""
POUND_MONEY = Decimal(10_000)
"""As many pounds and more are money, not mass."""


class _Taken(NamedTuple):
    """Stretches that are times, for a quick look-up."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def overlaps(self, start: int, end: int) -> bool:
        at = bisect_right(self.starts, end - 1)
        return any(self.ends[k] > start for k in range(max(0, at - 3), at))


def find_amounts(report: Report, parse: Parse, times: tuple[Time, ...]) -> tuple[Amount, ...]:
    """Find the amounts of a report; what is a time is none.

    Args:
        report: The report.
        parse: Its parse; only its paragraphs are read.
        times: The time expressions found before.

    Returns:
        The amounts in text order, not overlapping.
    """
    spans = sorted((time.span.start, time.span.end) for time in times)
    taken = _Taken(tuple(start for start, _ in spans), tuple(end for _, end in spans))
    contexts = [Context(tokenize(report.text, start, end), parse) for start, end in parse.paragraphs]
    found = [tuple(find_quantities(context.tokens)) for context in contexts]
    if any(writes_millions(each, context.tokens) for each, context in zip(found, contexts, strict=True)):
        found = [tuple(find_quantities(context.tokens, millions=True)) for context in contexts]
    return tuple(
        amount
        for each, context in zip(found, contexts, strict=True)
        for amount in _read_all(report, context, each, taken=taken)
    )


def _read_all(report: Report, context: Context, quantities: Sequence[Quantity], *, taken: _Taken) -> Iterator[Amount]:
    tokens, before, last = context.tokens, None, None
    for quantity in quantities:
        whole = read_age(context, quantity) or _carry_unit(tokens, before, _as_points(tokens, quantity))
        if taken.overlaps(tokens[whole.number.first].start, tokens[whole.number.end - 1].end):
            continue
        if not is_amount(context, whole):
            continue
        amount = _amount(report, context, whole)
        if amount.of is None and amount.role == "level" and is_hour(tokens, whole):
            continue
        if before is not None and last is not None:
            amount = _after(tokens, (before, last), (whole, amount))
            amount = share_unit(context, (before, last), (whole, amount))
        if amount.of == "age" and amount.unit == "1":
            amount = msgspec.structs.replace(amount, unit="a")  # "the average age is 54"
        before, last = whole, amount
        yield amount


def _after(tokens: Sequence[Token], before: tuple[Quantity, Amount], here: tuple[Quantity, Amount]) -> Amount:
    """Let an amount take over what it shares with the one before: "50 miles (80 km)", "109 votes to 97"."""
    (first, last), (second, amount) = before, here
    between = [token.low for token in tokens[first.end : second.first]]
    if between == ["("] and amount.unit != last.unit and second.unit is not None:
        return msgspec.structs.replace(amount, bound=last.bound, role=last.role, of=_of_conversion(last, amount))
    if amount.of is None and second.unit is None and _is_part_of(tokens, second, first):
        unit = "1" if last.unit in SHARES else last.unit  # "4,000 terabytes, 250 of them stolen"
        return msgspec.structs.replace(amount, of=None if last.unit == "a" else last.of, unit=unit)
    vote = last.of in amount_words("votes", "words")
    if between == ["by"] and first.unit is not None and second.unit is not None and last.role == "level":
        return msgspec.structs.replace(amount, role="level")  # "40 ft by 25 ft"
    if between == [",", "or"] and amount.unit != last.unit and last.role == "change_by" and amount.role == "level":
        return msgspec.structs.replace(amount, role="change_by")  # "lost 7 crowns, or 5 per cent"
    if second.unit is None and vote and (between[-1:] == ["to"] or between in (["-"], ["–"])):
        return msgspec.structs.replace(amount, of=last.of, role="level")
    return amount


def _is_part_of(tokens: Sequence[Token], here: Quantity, before: Quantity) -> bool:
    """Tell whether a number is some of those counted before in the sentence ("118 passengers, four of whom")."""
    if low(tokens, here.end) != "of" or low(tokens, here.end + 1) not in ("whom", "which", "them", "these", "those"):
        return False
    return all(token.text not in ".;!?" for token in tokens[before.end : here.first])


def _of_conversion(last: Amount, amount: Amount) -> str | None:
    """Return what a converted amount measures: as the one before, unless that names only its currency."""
    if last.unit == "1":
        return None if amount.of == last.of else amount.of
    return amount.of or last.of


def _amount(report: Report, context: Context, quantity: Quantity) -> Amount:
    tokens = context.tokens
    bound, begin = read_bound(tokens, quantity)
    role = read_role(context, quantity, begin)
    if bound == "at_most" and comes_up_to(context, quantity, begin):
        bound, role = "exact", "change_to"
    unit = _settle(quantity, quantity.unit)
    return Amount(
        report.span(tokens[quantity.first].start, tokens[quantity.end - 1].end),
        decimal(quantity.value),
        None if quantity.upper is None else decimal(quantity.upper),
        unit.code if unit else "1",
        _of(context, quantity, unit, moves=role != "level"),
        vague=quantity.number.kind == "vague",
        bound=bound,
        role=role,
    )


def decimal(value: Decimal) -> str:
    """Write a number as a decimal string, without exponent and without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _settle(quantity: Quantity, unit: Unit | None) -> Unit | None:
    """Settle "pounds": money from the thousands on, mass below."""
    if unit is None or not unit.code.startswith("[lb_av]"):
        return unit
    if quantity.number.factor >= 1_000_000 or quantity.value >= POUND_MONEY:  # noqa: PLR2004
        return unit._replace(code=unit.code.replace("[lb_av]", "GBP"))
    return unit


def _of(context: Context, quantity: Quantity, unit: Unit | None, *, moves: bool) -> str | None:
    """Return what is measured; of a unit without a code the unit's own word comes first."""
    tokens, parse = context.tokens, context.parse
    if unit is not None and unit.code == "a" and unit.word is not None:
        return unit.word
    words = parse.words_between(tokens[quantity.first].start, tokens[quantity.end - 1].end)
    if unit is not None and unit.code.startswith("1") and unit.word is not None:
        return unit.word
    scale = low(tokens, quantity.first - 1)
    if unit is None and scale in amount_words("names", "scales"):
        return scale
    return find_measured(parse, words, count=unit is None, moves=moves)


def _as_points(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    """Read "points" as percentage points where a share stands beside them; "112 points, or 1.3 per cent" are others."""
    at = quantity.end
    bare = quantity.unit is None and low(tokens, at) in amount_words("points", "words")
    if not bare or abs(quantity.value) > MOST_POINTS or (low(tokens, at + 1), low(tokens, at + 2)) == (",", "or"):
        return quantity
    near = {token.low for token in tokens[max(0, at - NEAR_SHARE) : at + NEAR_SHARE]}
    closed = at + 1 >= len(tokens) or tokens[at + 1].kind == "mark"
    closed = closed or low(tokens, at + 1) in amount_words("points", "behind")
    shares = closed and near & amount_words("points", "shares") and not near & amount_words("points", "sports")
    return quantity._replace(end=at + 1, unit=Unit("pp", None, at + 1)) if shares else quantity


def _carry_unit(tokens: Sequence[Token], before: Quantity | None, quantity: Quantity) -> Quantity:
    """Give "11" its unit in "lifted to 14 percent from 11"."""
    if before is None or quantity.unit is not None or before.unit is None or quantity.number.kind != "digits":
        return quantity
    if looks_like_year(tokens[quantity.number.first].text):
        return quantity
    between = [token.low for token in tokens[before.end : quantity.first]]
    against = before.unit.code == "%" and between[-2:-1] == ["to"] and between[-1].endswith("'s")  # "to Vole's 44.1"
    if not against and between not in (["from"], ["and", "not"], ["instead", "of"], ["rather", "than"], [",", "not"]):
        return quantity
    return quantity._replace(unit=before.unit._replace(end=quantity.end))


def is_amount(context: Context, quantity: Quantity) -> bool:
    """Tell whether a number counts or measures something."""
    tokens, number = context.tokens, quantity.number
    if quantity.unit is not None:
        return tokens[quantity.end - 1].text not in ("A", "V") or tokens[quantity.end - 1].glued
    if (
        is_duration(tokens, quantity)
        or is_day(tokens, quantity)
        or is_label(context, quantity)
        or _counts_time(context, quantity)
    ):
        return False
    single = number.kind == "words" and number.factor == 1 and quantity.value == 1
    return not single or _counts_one(context, quantity)


def _counts_time(context: Context, quantity: Quantity) -> bool:
    """Tell whether the noun counted is a unit of time ("three more weeks", "two consecutive days")."""
    noun = counted_noun(context, quantity)
    return noun is not None and is_time_word(noun.text.lower())


def _counts_one(context: Context, quantity: Quantity) -> bool:
    """Tell "one solution" and "one of its lifeboats" from the pronoun."""
    tokens = context.tokens
    if low(tokens, quantity.end) == "of":
        return True
    if tokens[quantity.number.first].low in ("a", "an") or low(tokens, quantity.end) in ("another", "by", "'s"):
        return False
    noun = counted_noun(context, quantity)
    if noun is None or noun.tag in ("NNS", "NNPS"):
        return False
    if noun.text.lower() in amount_words("names", "moments") and low(tokens, quantity.first - 1) == "at":
        return False
    return not is_time_word(noun.text.lower()) and low(tokens, quantity.first - 1) != "no"
