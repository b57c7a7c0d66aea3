"""Bare numbers that tell an hour or a day, where `times` has no value for them ("at twenty to six", "Oct. 8")."""

from collections.abc import Sequence

from onrecord.annotate.numbers import low
from onrecord.annotate.quantities import Quantity, amount_words
from onrecord.annotate.tokens import Token

LAST_HOUR = 12
LAST_DAY = 31


def is_day(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a number is the day of a month that stands beside it."""
    months = amount_words("clock", "months")
    if quantity.unit is not None or quantity.number.kind != "digits" or not 0 < quantity.value <= LAST_DAY:
        return False
    first, end = quantity.first, quantity.end
    before = low(tokens, first - 2) if low(tokens, first - 1) == "." else low(tokens, first - 1)
    at = first - 2 if low(tokens, first - 1) == "." else first - 1
    if before in months and tokens[at].text[:1].isupper():
        return True
    return low(tokens, end) in months and tokens[end].text[:1].isupper()


def is_hour(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a number that counts nothing is an hour, or the minutes before or after one."""
    first, end, value = quantity.first, quantity.end, quantity.value
    if quantity.unit is not None or value != int(value) or low(tokens, end) == "of":
        return False
    lead, after = low(tokens, first - 1), low(tokens, end)
    if after == "past" or (after == "to" and _is_small(tokens, end + 1) and lead in amount_words("clock", "before")):
        return value < 60  # noqa: PLR2004 - minutes
    if not 0 < value <= LAST_HOUR:
        return False
    if lead == "to" and low(tokens, first - 2) in amount_words("clock", "minutes"):
        return low(tokens, first - 3) in amount_words("clock", "before") or low(tokens, first - 3) in ("a", "about")
    return lead in amount_words("clock", "before")


def _is_small(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word for one to twelve stands at a token."""
    text = low(tokens, at)
    return (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_HOUR) or text in amount_words("clock", "hours")
