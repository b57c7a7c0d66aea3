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

from onrecord.annotate.bounds import Context, read_bound, read_role, word_at
from onrecord.annotate.hours import is_day, is_hour
from onrecord.annotate.measured import find_measured
from onrecord.annotate.numbers import low
from onrecord.annotate.quantities import Quantity, amount_words, find_quantities, is_duration, writes_millions
from onrecord.annotate.tokens import Token, tokenize
from onrecord.annotate.units import HYPHENS, Unit, is_time_word
from onrecord.model.marks import Amount, Time
from onrecord.model.report import Report
from onrecord.model.words import Parse, Word

YEARS = range(1500, 2200)
"""A bare number of four digits between these is read as a year."""
OLDEST = 115
"""No person's age behind a name is higher."""
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
        whole = _with_age(context, quantity) or _carry_unit(tokens, before, quantity)
        if taken.overlaps(tokens[whole.number.first].start, tokens[whole.number.end - 1].end):
            continue
        if not is_amount(context, whole):
            continue
        amount = _amount(report, context, whole)
        if amount.of is None and amount.role == "level" and is_hour(tokens, whole):
            continue
        if before is not None and last is not None:
            amount = _after(tokens, (before, last), (whole, amount))
        before, last = whole, amount
        yield amount


def _after(tokens: Sequence[Token], before: tuple[Quantity, Amount], here: tuple[Quantity, Amount]) -> Amount:
    """Let an amount take over what it shares with the one before: "50 miles (80 km)", "109 votes to 97"."""
    (first, last), (second, amount) = before, here
    between = [token.low for token in tokens[first.end : second.first]]
    if between == ["("] and amount.unit != last.unit and second.unit is not None:
        return msgspec.structs.replace(amount, bound=last.bound, role=last.role, of=_of_conversion(last, amount))
    if amount.of is None and second.unit is None and _is_part_of(tokens, second, first):
        return msgspec.structs.replace(amount, of=last.of)
    vote = last.of in amount_words("votes", "words")
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
    unit = _settle(quantity, quantity.unit)
    span = report.span(tokens[quantity.first].start, tokens[quantity.end - 1].end)
    return Amount(
        span,
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


def _carry_unit(tokens: Sequence[Token], before: Quantity | None, quantity: Quantity) -> Quantity:
    """Give "11" its unit in "lifted to 14 percent from 11"."""
    if before is None or quantity.unit is not None or before.unit is None or quantity.number.kind != "digits":
        return quantity
    if _looks_like_year(tokens[quantity.number.first].text):
        return quantity
    between = [token.low for token in tokens[before.end : quantity.first]]
    if between not in (["from"], ["and", "not"], ["instead", "of"], ["rather", "than"], [",", "not"]):
        return quantity
    return quantity._replace(unit=before.unit._replace(end=quantity.end))


def _with_age(context: Context, quantity: Quantity) -> Quantity | None:
    """Read a number as an age: "57 years old", "24-year-old", "aged 57", "Henrik Vole, 57,"."""
    tokens, at = context.tokens, quantity.end
    at += low(tokens, at) in HYPHENS
    if quantity.unit is None and low(tokens, at) in amount_words("ages", "units"):
        code = "a" if low(tokens, at).startswith("year") else "mo"
        at += 1
        if low(tokens, at) == "of" and low(tokens, at + 1) == "age":
            return quantity._replace(end=at + 2, unit=Unit(code, "age", at + 2))
        at += low(tokens, at) in HYPHENS
        if low(tokens, at) in amount_words("ages", "old"):
            return quantity._replace(end=at + 1, unit=Unit(code, "age", at + 1))
        return None
    if quantity.unit is not None or not 0 < quantity.value <= OLDEST:
        return None
    lead = (low(tokens, quantity.first - 2), low(tokens, quantity.first - 1))
    closed = quantity.end >= len(tokens) or tokens[quantity.end].kind == "mark"
    who = lead[0] == "who" and lead[1] in amount_words("ages_by", "who") and closed
    person = lead[1] == "of" and lead[0] in amount_words("ages", "persons")
    if who or person or lead[1] in amount_words("ages", "before"):
        return quantity._replace(unit=Unit("a", "age", quantity.end))
    return _age_behind_name(context, quantity)


def _age_behind_name(context: Context, quantity: Quantity) -> Quantity | None:
    tokens, first, end = context.tokens, quantity.first, quantity.end
    if quantity.number.kind not in ("digits", "words") or quantity.value != int(quantity.value) or first < 2:  # noqa: PLR2004
        return None
    closing = {",": (",", ".", ";"), "(": (")",)}.get(tokens[first - 1].text, ())
    after = low(tokens, end)
    if (after not in closing and not (end >= len(tokens) and closing)) or (after == "." and _glued(tokens, end)):
        return None
    before = word_at(context, first - 2)
    if before is None or not before.text[:1].isupper() or is_time_word(before.text.lower()):
        noun = before is not None and before.pos == "NOUN" and before.dep not in ("pobj", "dobj")
        if not (noun and tokens[first - 1].text == "," and after in (",", ".")):
            return None
    if before is not None and (before.ent in ("DATE", "TIME", "GPE", "LOC", "CARDINAL") or before.pos == "NUM"):
        return None
    return quantity._replace(unit=Unit("a", "age", end))


def _glued(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].glued and tokens[at + 1].kind == "digits"


def is_amount(context: Context, quantity: Quantity) -> bool:
    """Tell whether a number counts or measures something."""
    tokens, number = context.tokens, quantity.number
    if quantity.unit is not None:
        return tokens[quantity.end - 1].text not in ("A", "V") or tokens[quantity.end - 1].glued
    if (
        is_duration(tokens, quantity)
        or is_day(tokens, quantity)
        or _is_label(context, quantity)
        or _counts_time(context, quantity)
    ):
        return False
    single = number.kind == "words" and number.factor == 1 and quantity.value == 1
    return not single or _counts_one(context, quantity)


def _is_label(context: Context, quantity: Quantity) -> bool:
    """Tell whether digits name something: a year, a list number, "Route 91", "page 2", "No. 3"."""
    tokens, first, end = context.tokens, quantity.first, quantity.end
    if quantity.number.kind != "digits" or quantity.number.factor != 1:
        return quantity.number.kind == "words" and _is_named(context, quantity)
    text = tokens[quantity.number.first].text
    if _looks_like_year(text):
        return _is_year(context, quantity)
    if first == 0 and low(tokens, end) in (".", ")") and end < len(tokens) and tokens[end].glued:
        return True
    lead = low(tokens, first - 1)
    lead = low(tokens, first - 2) if lead in (".", ":") and low(tokens, first - 2) in ("no", "tel", "vol") else lead
    if lead in amount_words("names", "labels"):
        before = word_at(context, first - 1)
        return before is None or before.pos != "VERB"
    return _is_named(context, quantity)


def _looks_like_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit() and int(text) in YEARS  # noqa: PLR2004


def _is_year(context: Context, quantity: Quantity) -> bool:
    """Tell a year from a count of four digits ("1800 workers"): what is counted stands in the plural behind it."""
    if low(context.tokens, quantity.first - 1) in amount_words("names", "before_year"):
        return True
    noun = _noun(context, quantity)
    return noun is None or noun.tag != "NNS"


def _is_named(context: Context, quantity: Quantity) -> bool:
    """Tell whether a capitalized word right before takes the number into its name ("Boeing 737", "Channel Six")."""
    if _leads_name(context, quantity):
        return True
    if quantity.first == 0:
        return False
    before, word = word_at(context, quantity.first - 1), word_at(context, quantity.first)
    if before is None or word is None or not before.text[:1].isupper() or before.pos not in ("PROPN", "NOUN"):
        return False
    if quantity.number.kind == "words" or before.ent in ("DATE", "TIME"):
        return quantity.number.kind == "words" and word.text[:1].isupper()
    head = context.parse.words[word.head]
    if head.i > word.i and head.pos in ("NOUN", "PROPN") and head.i - word.i <= 3:  # noqa: PLR2004
        return before.head in (word.i, head.i) and before.dep in ("compound", "nmod", "amod") and head.tag != "NNS"
    return True


def _leads_name(context: Context, quantity: Quantity) -> bool:
    """Tell whether digits belong to a name in the singular behind them ("787 Dreamliner", "22 Station Road")."""
    after, noun = word_at(context, quantity.end), _noun(context, quantity)
    whole = quantity.number.kind == "digits" and quantity.value == int(quantity.value)
    if not whole or after is None or after.tag != "NNP" or not after.text[:1].isupper():
        return False
    return noun is None or noun.tag == "NNP"


def _counts_time(context: Context, quantity: Quantity) -> bool:
    """Tell whether the noun counted is a unit of time ("three more weeks", "two consecutive days")."""
    noun = _noun(context, quantity)
    return noun is not None and is_time_word(noun.text.lower())


def _noun(context: Context, quantity: Quantity) -> Word | None:
    words = context.parse.words_between(context.tokens[quantity.first].start, context.tokens[quantity.end - 1].end)
    return next(
        (
            head
            for word in words
            for head in (context.parse.words[word.head],)
            if word.dep == "nummod" and head.i > words[-1].i and head.sentence == word.sentence
        ),
        None,
    )


def _counts_one(context: Context, quantity: Quantity) -> bool:
    """Tell "one solution" and "one of its lifeboats" from the pronoun."""
    tokens = context.tokens
    if low(tokens, quantity.end) == "of":
        return True
    if tokens[quantity.number.first].low in ("a", "an") or low(tokens, quantity.end) in ("another", "by", "'s"):
        return False
    noun = _noun(context, quantity)
    if noun is None or noun.tag in ("NNS", "NNPS"):
        return False
    return not is_time_word(noun.text.lower()) and low(tokens, quantity.first - 1) != "no"
