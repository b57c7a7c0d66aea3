"""What amounts are measured in: spellings of units and currencies, and their codes."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from onrecord.annotate.tokens import Token
from onrecord.lang import table

LONGEST_UNIT = 4
"""Tokens in the longest spelling of a unit ("kilometers per hour")."""
HYPHENS = frozenset("-\u2010\u2011–")


class Unit(NamedTuple):
    """A unit as written: its code, or ``1`` with the word that is counted; the tokens up to ``end``."""

    code: str
    word: str | None
    end: int


class _Spellings(NamedTuple):
    """The spellings of units: in any case, in their own case, before the digits, behind a "per"."""

    any_case: dict[str, tuple[str, str | None]]
    own_case: dict[str, tuple[str, str | None]]
    before: dict[str, tuple[str, str | None]]
    per: dict[str, str]
    time: frozenset[str]
    money: frozenset[str]


@cache
def _spellings() -> _Spellings:
    units: dict[str, Any] = table("units")
    any_case: dict[str, tuple[str, str | None]] = {}
    for name in ("currencies", "percent", "measures"):
        for code, words in units[name].items():
            any_case |= {plural: (code, None) for w in words for plural in _forms(w)}
    any_case |= {plural: ("1", word) for word, words in units["words"].items() for w in words for plural in _forms(w)}
    any_case |= {plural: ("1", word) for word in units["currency_words"]["words"] for plural in _forms(word)}
    own_case: dict[str, tuple[str, str | None]] = {
        w: (code, None) for code, words in units["short_measures"].items() for w in words
    }
    own_case |= {code: (code, None) for code in units["codes"]["words"]}
    before: dict[str, tuple[str, str | None]] = {w: (c, None) for c, words in units["symbols"].items() for w in words}
    before |= {w: ("1", word) for word, words in units["symbols_of_words"].items() for w in words}
    per = {plural: code for code, words in units["per_units"].items() for w in words for plural in _forms(w)}
    money = frozenset(units["currencies"]) | frozenset(units["symbols"])
    return _Spellings(any_case, own_case, before, per, frozenset(units["times"]["words"]), money)


def _forms(word: str) -> tuple[str, ...]:
    plain = word.lower()
    return (plain,) if plain.endswith("s") or (not plain.isalpha() and " " not in plain) else (plain, plain + "s")


def is_money(code: str) -> bool:
    """Tell whether a unit's code is a currency."""
    return code.partition("/")[0] in _spellings().money


def is_money_word(word: str | None) -> bool:
    """Tell whether a counted word is money of an unknown state ("crown")."""
    return word in table("units")["currency_words"]["words"]


def is_time_word(word: str) -> bool:
    """Tell whether a word in lower case, singular or plural, is a unit of time."""
    time = _spellings().time
    return word in time or word.removesuffix("s") in time


def read_unit_before(tokens: Sequence[Token], at: int) -> tuple[int, Unit] | None:
    """Read the currency that stands before a token ("US$", "EUR", "Cr"); also where it begins."""
    known = _spellings().before
    foreign = _foreign_sign(tokens, at)
    if foreign is not None:
        return foreign
    for first in (at - 3, at - 2, at - 1):
        row = tokens[max(first, 0) : at]
        if first < 0 or not row or not all(token.glued or token.text == "$" for token in row[1:]):
            continue
        spelled = known.get("".join(token.text for token in row))
        loose = row[0].text in table("units")["loose"]["words"]
        if spelled is None or (spelled[0] == "1" and not tokens[at].glued and not loose):
            continue
        return first, Unit(spelled[0], spelled[1], at)
    return None


def _foreign_sign(tokens: Sequence[Token], at: int) -> tuple[int, Unit] | None:
    """Read a sign behind letters of no known currency ("L£125m"): whose pound it is, only the story knows."""
    if at < 2 or not tokens[at - 1].glued or tokens[at - 2].kind != "word":  # noqa: PLR2004 - letters and sign
        return None
    word = table("units")["sign_words"].get(tokens[at - 1].text)
    if word is None or tokens[at - 2].text + tokens[at - 1].text in _spellings().before:
        return None
    return at - 2, Unit("1", word, at)


def read_unit_after(tokens: Sequence[Token], at: int) -> Unit | None:
    """Read the unit that begins at a token, the longest one ("metric tons", "%", "-mile"), with a "per" behind it."""
    start = at + 1 if at + 1 < len(tokens) and tokens[at].text in HYPHENS and tokens[at + 1].glued else at
    spellings = _spellings()
    for length in range(min(LONGEST_UNIT, len(tokens) - start), 0, -1):
        row = tokens[start : start + length]
        written = row[0].text + "".join(token.text if token.glued else " " + token.text for token in row[1:])
        spelled = spellings.any_case.get(written.lower().replace("-", " ")) or spellings.own_case.get(written)
        if spelled is not None and _stands_alone(tokens, start + length):
            return with_per(tokens, Unit(*spelled, end=start + length))
    return None


def _stands_alone(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a unit ends at a token: "m" does not in "m's", nor where digits are glued to it."""
    return end >= len(tokens) or not (tokens[end].glued and tokens[end].kind == "digits")


def with_per(tokens: Sequence[Token], unit: Unit) -> Unit:
    """Add "a barrel", "per share", "/kg" to a unit."""
    at = unit.end
    if at + 1 >= len(tokens):
        return unit
    spellings = _spellings()
    slash = tokens[at].text == "/" and tokens[at].glued and tokens[at + 1].glued
    if tokens[at].text in HYPHENS and tokens[at + 1].glued:
        at += 1
    if not slash and tokens[at].low not in table("units")["per"]["words"]:
        return unit
    at += 1 if at + 1 < len(tokens) and tokens[at + 1].text not in HYPHENS else 2
    for length in (2, 1):
        row = " ".join(token.low for token in tokens[at : at + length])
        if (
            at + length <= len(tokens)
            and row in spellings.per
            and "/" not in unit.code
            and _low(tokens, at + length) not in table("units")["per"]["not_before"]
        ):
            return Unit(f"{unit.code}/{spellings.per[row]}", unit.word, at + length)
    return unit


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if at < len(tokens) else ""
