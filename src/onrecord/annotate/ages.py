"""Numbers that are ages: "57 years old", "aged 57", "Henrik Vole, 57,", "children under five"."""

from collections.abc import Sequence

from onrecord.annotate.bounds import Context, word_at
from onrecord.annotate.labels import is_shirt
from onrecord.annotate.numbers import low
from onrecord.annotate.quantities import Quantity, amount_words
from onrecord.annotate.tokens import Token
from onrecord.annotate.units import HYPHENS, Unit, is_time_word

OLDEST = 115
"""No person's age behind a name is higher."""


def read_age(context: Context, quantity: Quantity) -> Quantity | None:
    """Read a number as an age: "57 years old", "24-year-old", "aged 57", "Henrik Vole, 57,"."""
    tokens, at = context.tokens, quantity.end
    at += low(tokens, at) in HYPHENS
    if quantity.unit is None and low(tokens, at) in amount_words("ages", "units"):
        return _in_units(tokens, quantity, at)
    if quantity.unit is not None or not 0 < quantity.value <= OLDEST:
        return None
    if _is_turned(tokens, quantity) or _is_of_many(tokens, quantity):
        return quantity._replace(unit=Unit("a", "age", quantity.end))
    lead = (low(tokens, quantity.first - 2), low(tokens, quantity.first - 1))
    closed = quantity.end >= len(tokens) or tokens[quantity.end].kind == "mark"
    who = lead[0] == "who" and lead[1] in amount_words("ages_by", "who") and closed
    person = lead[1] == "of" and lead[0] in amount_words("ages", "persons")
    if who or person or lead[1] in amount_words("ages", "before"):
        return quantity._replace(unit=Unit("a", "age", quantity.end))
    return _age_behind_name(context, quantity)


def _in_units(tokens: Sequence[Token], quantity: Quantity, at: int) -> Quantity | None:
    """Read "57 years old", "57 years of age"; "57 years" alone is a time."""
    code = "a" if low(tokens, at).startswith("year") else "mo"
    at += 1
    if low(tokens, at) == "of" and low(tokens, at + 1) == "age":
        return quantity._replace(end=at + 2, unit=Unit(code, "age", at + 2))
    at += low(tokens, at) in HYPHENS
    if low(tokens, at) in amount_words("ages", "old"):
        return quantity._replace(end=at + 1, unit=Unit(code, "age", at + 1))
    return None


def _is_turned(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether somebody reaches a bare number ("turned 18 on Friday", "lived to be 91")."""
    after = low(tokens, quantity.end)
    closed = quantity.end >= len(tokens) or tokens[quantity.end].kind == "mark"
    if not closed and after not in amount_words("ages_by", "turn_before"):
        return False
    if low(tokens, quantity.first - 1) in amount_words("ages_by", "turn"):
        return True
    lived = [low(tokens, quantity.first - back) for back in (3, 2, 1)]
    return lived in (["lived", "to", "be"], ["live", "to", "be"])


def _is_of_many(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a bare number bounds the age of people ("children under five", "those from 5 to 15")."""
    first, after = quantity.first, quantity.end
    person, side = low(tokens, first - 2), low(tokens, first - 1)
    if person not in amount_words("ages_by", "many") or side not in amount_words("ages_by", "sides"):
        return False
    return (
        after >= len(tokens) or tokens[after].kind == "mark" or low(tokens, after) in amount_words("ages_by", "behind")
    )


def _age_behind_name(context: Context, quantity: Quantity) -> Quantity | None:
    tokens, first, end = context.tokens, quantity.first, quantity.end
    if quantity.number.kind not in ("digits", "words") or quantity.value != int(quantity.value) or first < 2:  # noqa: PLR2004
        return None
    if low(tokens, first - 1) in amount_words("ages", "each") and first > 2:  # noqa: PLR2004 - a name and a comma
        first -= 1
    if is_shirt(tokens, first):
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
