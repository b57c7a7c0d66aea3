"""Bare numbers that take the unit of the amount before them: "700,000 barrels a day, a rise of 50,000"."""

import msgspec

from onrecord.annotate.bounds import Context, word_at
from onrecord.annotate.numbers import low
from onrecord.annotate.quantities import Quantity, amount_words
from onrecord.annotate.units import is_money
from onrecord.model.marks import Amount

DEGREES = ("Cel", "[degF]")
SENTENCE_ENDS = frozenset(".!?")


def share_unit(context: Context, before: tuple[Quantity, Amount], here: tuple[Quantity, Amount]) -> Amount:
    """Give a bare number of the same sentence the unit of the amount before it, where the words say that it has it.

    A change counts in what it changes ("a rise of 50,000"), degrees in the scale that was named, and what a thing
    costs is in the money told before ("cost 800"). A number with a noun of its own keeps it.
    """
    (first, last), (second, amount) = before, here
    tokens = context.tokens
    if any(token.text in SENTENCE_ENDS for token in tokens[first.end : second.first]):
        return amount
    if amount.unit == "deg" and last.unit in DEGREES:
        return msgspec.structs.replace(amount, unit=last.unit)
    if amount.unit != "1" or last.unit == "1" or second.unit is not None or _has_noun(context, second):
        return amount
    changed = amount.role in ("change_by", "change_to") and last.unit not in ("%", "pp", "a")
    priced = is_money(last.unit) and low(tokens, second.first - 1) in amount_words("prices", "verbs")
    return msgspec.structs.replace(amount, unit=last.unit) if changed or priced else amount


def _has_noun(context: Context, quantity: Quantity) -> bool:
    """Tell whether a number counts what stands behind it."""
    after = word_at(context, quantity.end)
    return after is not None and (after.pos in ("NOUN", "PROPN", "ADJ", "NUM") or after.text == "of")
