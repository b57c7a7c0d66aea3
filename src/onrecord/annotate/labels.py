"""Numbers that name something and count nothing: years, pages, routes, ranks, shirts, parts of names."""

from collections.abc import Sequence

from onrecord.annotate.bounds import Context, word_at
from onrecord.annotate.numbers import low
from onrecord.annotate.quantities import Quantity, amount_words
from onrecord.annotate.tokens import Token
from onrecord.model.words import Word

PLAYER_REACH = 5
"""Tokens before a number in which a player's place stands: before a bracket and two or three names."""
RANKED = frozenset(("on", "in", "of", "at", "for", "by", "after", "since", "until", "from", "to", "during"))
"""Words before "day two"."""
YEARS = range(1500, 2200)
"""A bare number of four digits between these is read as a year."""


def is_label(context: Context, quantity: Quantity) -> bool:
    """Tell whether digits name something: a year, a list number, "Route 91", "page 2", "No. 3"."""
    tokens, first = context.tokens, quantity.first
    if _is_group(tokens, first):
        return True
    if quantity.number.kind != "digits" or quantity.number.factor != 1:
        return quantity.number.kind == "words" and (_is_rank(tokens, first) or _is_named(context, quantity))
    if looks_like_year(tokens[quantity.number.first].text):
        return _is_year(context, quantity)
    special = is_shirt(tokens, first) or _is_dialed(context, quantity) or _is_item(tokens, quantity)
    return special or (_is_led(context, first) if _has_lead(tokens, first) else _is_named(context, quantity))


def _is_dialed(context: Context, quantity: Quantity) -> bool:
    """Tell the number in "called 911" from a count of 911."""
    dialed = context.tokens[quantity.number.first].text in amount_words("names", "emergency")
    return dialed and counted_noun(context, quantity) is None


def is_shirt(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a number in brackets is that of a player's shirt ("quarterback Henrik Vole (7)")."""
    near = tokens[max(0, first - PLAYER_REACH) : first - 1]
    return low(tokens, first - 1) == "(" and any(token.low in amount_words("ages", "players") for token in near)


def _is_item(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a number begins an item of a list ("2. The harbor")."""
    end = quantity.end
    return quantity.first == 0 and low(tokens, end) in (".", ")") and end < len(tokens) and tokens[end].glued


def _lead_of(tokens: Sequence[Token], first: int) -> str:
    lead = low(tokens, first - 1)
    return low(tokens, first - 2) if lead in (".", ":") and low(tokens, first - 2) in ("no", "tel", "vol") else lead


def _has_lead(tokens: Sequence[Token], first: int) -> bool:
    return _lead_of(tokens, first) in amount_words("names", "labels")


def _is_led(context: Context, first: int) -> bool:
    """Tell "page 2" and "call 555" from a verb before a count ("they page two of them")."""
    before = word_at(context, first - 1)
    return before is None or before.pos != "VERB"


def _is_rank(tokens: Sequence[Token], first: int) -> bool:
    """Tell "on day two" and "number one" from "a day two of them left"."""
    if low(tokens, first - 1) == "number":
        return True
    return low(tokens, first - 1) in amount_words("names", "ranks") and low(tokens, first - 2) in RANKED


def _is_group(tokens: Sequence[Token], first: int) -> bool:
    """Tell the name "Group of 7" from "a group of 7"."""
    return first > 1 and tokens[first - 1].low == "of" and tokens[first - 2].text == "Group"


def looks_like_year(text: str) -> bool:
    """Tell whether four digits may be a year."""
    return len(text) == 4 and text.isascii() and text.isdigit() and int(text) in YEARS  # noqa: PLR2004


def _is_year(context: Context, quantity: Quantity) -> bool:
    """Tell a year from a count of four digits ("1800 workers"): what is counted stands in the plural behind it."""
    if low(context.tokens, quantity.first - 1) in amount_words("names", "before_year"):
        return True
    noun = counted_noun(context, quantity)
    return noun is None or noun.tag != "NNS"


def _is_named(context: Context, quantity: Quantity) -> bool:
    """Tell whether a capitalized word right before takes the number into its name ("Boeing 737", "Channel Six")."""
    leads = _leads_name(context, quantity)
    if leads or quantity.first == 0:
        return leads
    before, word = word_at(context, quantity.first - 1), word_at(context, quantity.first)
    if before is None or word is None or not before.text[:1].isupper() or before.pos not in ("PROPN", "NOUN"):
        return _ends_name(context, quantity)
    owned = low(context.tokens, quantity.first - 1).endswith("'s")
    if owned or quantity.number.kind == "words" or before.ent in ("DATE", "TIME"):
        return not owned and quantity.number.kind == "words" and word.text[:1].isupper()
    head = context.parse.words[word.head]
    if head.i > word.i and head.pos in ("NOUN", "PROPN") and head.i - word.i <= 3:  # noqa: PLR2004
        return before.head in (word.i, head.i) and before.dep in ("compound", "nmod", "amod") and head.tag != "NNS"
    return True


def _ends_name(context: Context, quantity: Quantity) -> bool:
    """Tell whether a capitalized number word is part of a name in the middle of a sentence ("the Court of Nine")."""
    tokens, first = context.tokens, quantity.first
    word = word_at(context, first)
    if word is None or not tokens[first].text[:1].isupper() or tokens[first - 1].kind != "word":
        return False
    within = word.i != context.parse.sentences[word.sentence].first and not tokens[first].text.isupper()
    of_name = low(tokens, first - 1) == "of" and first > 1 and tokens[first - 2].text[:1].isupper()
    return within and (of_name or _is_capital(tokens, quantity.end))


def _is_capital(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[:1].isupper()


def _leads_name(context: Context, quantity: Quantity) -> bool:
    """Tell whether digits belong to a name in the singular behind them ("787 Dreamliner", "22 Station Road")."""
    after, noun = word_at(context, quantity.end), counted_noun(context, quantity)
    whole = quantity.number.kind == "digits" and quantity.value == int(quantity.value)
    if not whole or after is None or after.tag != "NNP" or not after.text[:1].isupper():
        return False
    return noun is None or noun.tag == "NNP"


def counted_noun(context: Context, quantity: Quantity) -> Word | None:
    """Return the noun behind a number that it counts, by the tree."""
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
