"""How exact an amount is, and how "cut by 10 %" is told from "cut to 10 %"."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from onrecord.annotate.numbers import low
from onrecord.annotate.quantities import Quantity, amount_words
from onrecord.annotate.tokens import Token
from onrecord.annotate.units import HYPHENS, is_money, is_money_word
from onrecord.lang import table
from onrecord.model.marks import Bound, Role
from onrecord.model.words import Parse, Word

LONGEST_BOUND = 5
LONGEST_WAY = 6
"""Steps from a "by" or "to" up the tree to the word of change; more only reaches other clauses."""
GOING = frozenset(("be", "go", "move", "edge", "inch", "creep", "end", "finish", "close", "open", "trade"))
WINDOW = 10
"""Words back to a word of change where the tree has lost it."""


class Context(NamedTuple):
    """Where an amount stands: its paragraph's tokens, and the parse of the report."""

    tokens: tuple[Token, ...]
    parse: Parse


@cache
def _phrases(section: str) -> dict[str, Bound]:
    found: dict[str, Any] = table("amounts")[section]
    return {phrase: cast("Bound", bound) for bound, phrases in found.items() for phrase in phrases}


def read_bound(tokens: Sequence[Token], quantity: Quantity) -> tuple[Bound, int]:
    """Return the bound of an amount, and the token at which its words begin (the amount's own, if there are none)."""
    bound, begin = _bound_before(tokens, quantity)
    if bound not in (None, "exact"):
        return bound, begin
    after = _bound_behind(tokens, quantity)
    if after is not None:
        return after, begin
    return ("at_least" if quantity.number.kind == "vague" else "exact"), begin


def _bound_before(tokens: Sequence[Token], quantity: Quantity) -> tuple[Bound | None, int]:
    if low(tokens, quantity.first + 1) == "couple":
        return "about", quantity.first
    known = _phrases("bounds")
    for length in range(min(LONGEST_BOUND, quantity.first), 0, -1):
        row = " ".join(token.low for token in tokens[quantity.first - length : quantity.first])
        if row in known:
            begin = quantity.first - length
            if quantity.value == 1 and quantity.number.kind == "words" and row in ("under", "over", "above", "below"):
                break
            return _sharpen(tokens, begin, known[row]), begin
    return None, quantity.first


def _bound_behind(tokens: Sequence[Token], quantity: Quantity) -> Bound | None:
    """Return what the words behind an amount say of it ("40 or more", "300, give or take")."""
    after = _phrases("bounds_after")
    end = quantity.end + (low(tokens, quantity.end) == "," and low(tokens, quantity.end + 1) == "give")
    for length in (3, 2, 1):
        row = " ".join(token.low for token in tokens[end : end + length])
        if row in after and not (row == "plus" and low(tokens, quantity.end + 1).isdigit()):
            return after[row]
    return None


def _sharpen(tokens: Sequence[Token], begin: int, bound: Bound) -> Bound:
    """Turn "no more than" and "not less than" round where the negation stands before the phrase."""
    if low(tokens, begin - 1) in ("no", "not"):
        turned: dict[Bound, Bound] = {"more_than": "at_most", "less_than": "at_least"}
        return turned.get(bound, bound)
    return bound


def read_role(context: Context, quantity: Quantity, begin: int) -> Role:
    """Tell a level from a change by, to, or from one to another.

    Args:
        context: Where the amount stands.
        quantity: The amount.
        begin: The token at which its bound begins ("by more than 10 %": "more").
    """
    tokens = context.tokens
    if quantity.upper is not None and quantity.led == "from":
        return "change_from_to" if _is_change(context, quantity) else "level"
    begin -= quantity.led == "between" == low(tokens, begin - 1) and low(tokens, begin - 2) in ("by", "to")
    lead = low(tokens, begin - 1)
    if lead in ("by", "to") and governed(context, begin - 1):
        return "change_by" if lead == "by" else "change_to"
    if quantity.signed and quantity.unit is not None and quantity.value > 0:
        return "change_by"
    if lead in amount_words("change", "before") and _is_way(context, begin - 1):
        return "change_by"
    return "change_by" if _moves(context, quantity, begin) or _is_named_change(context, quantity, begin) else "level"


def comes_up_to(context: Context, quantity: Quantity, begin: int) -> bool:
    """Tell "has gone up to 11", a level that is reached, from "may go up to 11", "ran up to 11 men" and "up to 11"."""
    if low(context.tokens, begin) not in amount_words("change", "before") or low(context.tokens, begin + 1) != "to":
        return False
    verb = word_at(context, begin - 1)
    if verb is None or verb.pos != "VERB" or verb.tag not in ("VBD", "VBN", "VBG"):
        return False
    after = word_at(context, quantity.end)
    if quantity.unit is None and after is not None and after.pos in ("NOUN", "PROPN"):
        return False
    moves = verb.lemma in amount_words("change", "moving") and not _is_share(quantity)
    return moves or verb.lemma in amount_words("change", "going")


def _is_way(context: Context, at: int) -> bool:
    """Tell "up 19 cents" from the particle of another verb ("picked up dozens")."""
    word = word_at(context, at)
    if word is None or word.dep != "prt":
        return True
    return context.parse.words[word.head].lemma in amount_words("change", "moving") | GOING


def _is_change(context: Context, quantity: Quantity) -> bool:
    tokens = context.tokens
    rising = quantity.upper is not None and quantity.upper > quantity.value
    if rising and low(tokens, quantity.first - 2) in ("down", "lower", "compared"):
        return False
    at = next((k for k in range(quantity.first - 1, max(-1, quantity.first - 4), -1) if low(tokens, k) == "from"), 0)
    word = word_at(context, at)
    if word is not None and _above(context.parse, word, amount_words("change", "ranges"), goes=False):
        return False
    return quantity.upper is not None and (governed(context, at) or quantity.upper < quantity.value)


def governed(context: Context, at: int) -> bool:
    """Tell whether a word ("by", "to", "from") hangs on a verb or noun of change."""
    word = word_at(context, at)
    if word is None or word.i == context.parse.sentences[word.sentence].first:
        return False
    cues = amount_words("change", "verbs") | amount_words("change", "nouns")
    if _above(context.parse, word, cues):
        return True
    sentence = context.parse.sentences[word.sentence]
    for i in range(word.i - 1, max(sentence.first, word.i - WINDOW) - 1, -1):
        before = context.parse.words[i]
        if before.lemma in cues or (before.lemma in amount_words("change", "before") and before.pos != "ADP"):
            return True
        if before.pos == "VERB" or before.text in ";:":
            return False
    return False


def word_at(context: Context, at: int) -> Word | None:
    """Return the parser's word at a token, if it has one there."""
    if not 0 <= at < len(context.tokens):
        return None
    token = context.tokens[at]
    found = context.parse.words_between(token.start, token.end)
    return found[0] if found else None


def _above(parse: Parse, word: Word, lemmas: frozenset[str], *, goes: bool = True) -> bool:
    """Tell whether one of the words above, up to the clause's verb, is in a list, or goes up or down."""
    for _ in range(LONGEST_WAY):
        if word.head == word.i:
            return False
        word = parse.words[word.head]
        if word.lemma in lemmas or (goes and _goes(parse, word)):
            return True
        if word.pos == "VERB":
            return False
    return False


def _goes(parse: Parse, word: Word) -> bool:
    """Tell whether a verb that changes nothing by itself does with "up" or "down"."""
    if word.lemma not in amount_words("change", "weak"):
        return False
    return any(child.lemma in amount_words("change", "before") for child in parse.dependents(word))


def _moves(context: Context, quantity: Quantity, begin: int) -> bool:
    """Tell whether the word before an amount moves ("fell 8 percent", "cut the rate 2 points")."""
    word = word_at(context, begin - 1)
    if word is None or word.pos not in ("VERB", "AUX", "NOUN", "ADP", "ADV", "PART", "PROPN", "ADJ"):
        return False
    if word.pos in ("ADV", "ADP", "PART") and word.i and word.lemma in ("sharply", "back", "another", "further", "on"):
        word = context.parse.words[word.i - 1]
    if word.pos not in ("VERB", "NOUN", "PROPN", "ADJ"):
        return False
    if word.lemma in amount_words("change", "moving"):
        return (word.pos == "VERB" and not _counts_behind(context, quantity)) or _is_share(quantity)
    return word.lemma in amount_words("change", "moving_share") and _is_share(quantity) and word.pos == "VERB"


def _counts_behind(context: Context, quantity: Quantity) -> bool:
    """Tell whether a bare number has its own noun ("declined two offers")."""
    after = word_at(context, quantity.end)
    return quantity.unit is None and after is not None and after.pos in ("NOUN", "PROPN", "ADJ")


def _is_share(quantity: Quantity) -> bool:
    unit = quantity.unit
    if unit is None:
        return False
    return (
        unit.code in ("%", "pp")
        or unit.word in ("basis point", "cent", "pence")
        or (is_money_word(unit.word) and not is_money(unit.code))
    )


def _is_named_change(context: Context, quantity: Quantity, begin: int) -> bool:
    """Tell "a 3 percent drop", "34 % higher", "an increase of 10 %"."""
    if quantity.unit is None or quantity.unit.code not in ("%", "pp"):
        return _is_rise_of(context, begin) or _is_money_more(context.tokens, quantity)
    tokens, nouns = context.tokens, amount_words("change", "nouns")
    if low(tokens, quantity.end) in amount_words("change", "behind"):
        return True
    if low(tokens, begin - 1) == "of":
        noun = word_at(context, begin - 2)
        return noun is not None and noun.lemma in nouns
    at = quantity.end + 1 if low(tokens, quantity.end) in HYPHENS else quantity.end
    if low(tokens, at) in nouns and low(tokens, begin - 1) in ("a", "an", "the", "this", "another", "further"):
        return True
    return _runs_into(context, at, nouns)


def _is_money_more(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell "£5 more", a difference, from "£5 more than once"."""
    money = quantity.unit is not None and (is_money(quantity.unit.code) or is_money_word(quantity.unit.word))
    return money and low(tokens, quantity.end) in amount_words("change", "behind") - {"up", "down"}


def _is_rise_of(context: Context, begin: int) -> bool:
    """Tell "a rise of 50,000"; a fall or a loss may also be of metres or of money."""
    if low(context.tokens, begin - 1) != "of":
        return False
    return low(context.tokens, begin - 2) in amount_words("change", "plain_nouns")


def _runs_into(context: Context, at: int, nouns: frozenset[str]) -> bool:
    """Tell whether a run of up to three nouns and adjectives at a token holds a noun of change ("pay rise")."""
    for k in range(at, at + 3):
        word = word_at(context, k)
        if word is None or word.pos not in ("NOUN", "ADJ", "PROPN"):
            return False
        if word.lemma in nouns:
            return True
    return False
