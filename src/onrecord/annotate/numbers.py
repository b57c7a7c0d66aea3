"""How numbers are written: digits, words, magnitudes, parts of a whole, and vague plurals."""

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Literal, NamedTuple

from onrecord.annotate.tokens import Token
from onrecord.annotate.units import is_time_word
from onrecord.lang import table

PLACES = Decimal("0.0000000001")
"""Parts of a whole are kept to ten places."""
HYPHENS = frozenset("-\u2010\u2011")
OUT_OF = (("out", "of", "every"), ("out", "of"), ("of", "every"), ("in", "every"), ("in",))
LARGEST_WHOLE = 100
"""A share is told of no more: "412 out of 3,000" are two counts."""
LONGEST_DIGITS = 30
"""A longer row of digits counts nothing that news counts; it is an identifier."""

NumberKind = Literal["digits", "words", "part", "vague"]


class Number(NamedTuple):
    """A number in a row of tokens: from ``first`` up to, not including, ``end``.

    ``factor`` is the magnitude it names by a word or letter ("million"), else 1; ``value`` has it in.
    """

    first: int
    end: int
    value: Decimal
    kind: NumberKind
    factor: Decimal = Decimal(1)


@cache
def _words() -> dict[str, Any]:
    found = table("numbers")
    return {
        **{name: {word: Decimal(n) for word, n in found[name].items()} for name in found if name != "cues"},
        "cues": {name: frozenset(words) for name, words in found["cues"].items()},
    }


@cache
def _openings() -> frozenset[str]:
    """Return the words that a number in words can begin with; most words of a text are none."""
    words = _words()
    cues = words["cues"]
    return frozenset(
        {"a", "half", *cues["articles"], *cues["several"], *words["ones"], *words["tens"], *words["vague"]}
    )


def read_number(tokens: Sequence[Token], at: int) -> Number | None:
    """Read the number that begins at a token, the longest one; ordinals and letters glued to digits are none."""
    token = tokens[at]
    if token.kind == "digits":
        return _with_magnitude(tokens, _read_digits(tokens, at))
    if token.kind == "mark":
        return _read_vulgar(tokens, at, None)
    if token.low not in _openings():
        return None
    return (
        _read_couple(tokens, at)
        or _read_part(tokens, at)
        or _read_half(tokens, at)
        or _read_vague(tokens, at)
        or _with_magnitude(tokens, _read_words(tokens, at))
    )


def low(tokens: Sequence[Token], at: int) -> str:
    """Return a token's words in lower case, or nothing outside the row."""
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _read_digits(tokens: Sequence[Token], at: int) -> Number | None:
    text = tokens[at].text
    if len(text) > LONGEST_DIGITS:
        return None
    plain = "".join(c for c in text if c not in ", \u00a0\u2009\u202f")
    if not plain.replace(".", "", 1).isascii():
        plain = "".join(c if c == "." else str(unicodedata.decimal(c)) for c in plain)
    value = Decimal(plain)
    number = Number(at, at + 1, value, "digits")
    if share := _read_digits_out_of(tokens, number):
        return share
    vulgar = _read_vulgar(tokens, at + 1, number) if at + 1 < len(tokens) and tokens[at + 1].glued else None
    return vulgar or _read_slash(tokens, number) or number


def _read_slash(tokens: Sequence[Token], over: Number) -> Number | None:
    """Read "1/16 of": elsewhere a slash is a date or a label."""
    at = over.end
    if low(tokens, at) not in ("/", "\u2044") or at + 1 >= len(tokens) or tokens[at + 1].kind != "digits":
        return None
    under = _read_digits(tokens, at + 1)
    if under is None or not 0 < over.value < under.value or low(tokens, under.end) != "of":
        return None
    return Number(over.first, under.end, over.value / under.value, "part")


def _read_digits_out_of(tokens: Sequence[Token], over: Number) -> Number | None:
    """Read "3 in 4 of them", "1 in 5 people", "8 out of 10 voters"; "3 in 4 days" is no share."""
    lead = 2 if (low(tokens, over.end), low(tokens, over.end + 1)) == ("out", "of") else 1
    at = over.end + lead
    if (lead == 1 and low(tokens, over.end) != "in") or at >= len(tokens) or not tokens[at].text.isdecimal():
        return None
    under = Decimal(tokens[at].text) if len(tokens[at].text) < LONGEST_DIGITS else Decimal(0)
    if not 0 < over.value < under <= LARGEST_WHOLE or (lead == 1 and not _shares_in(tokens, over, at + 1)):
        return None
    return Number(over.first, at + 1, _share(over.value, under), "part")


def _shares_in(tokens: Sequence[Token], over: Number, at: int) -> bool:
    """Tell whether "of" or, behind "1 in 5", people or other things in the plural stand at a token."""
    word = low(tokens, at)
    many = word == "people" or (word.endswith("s") and not word.endswith("ss") and not is_time_word(word))
    return word == "of" or (over.value == 1 and many)


def _read_vulgar(tokens: Sequence[Token], at: int, whole: Number | None) -> Number | None:
    """Read "½" and "2½"."""
    text = tokens[at].text
    if len(text) != 1 or unicodedata.category(text) != "No" or "<fraction>" not in unicodedata.decomposition(text):
        return None
    part = Decimal(str(unicodedata.numeric(text))).quantize(PLACES).normalize()
    if whole is None:
        return Number(at, at + 1, part, "part")
    return Number(whole.first, at + 1, whole.value + part, "digits")


def _read_words(tokens: Sequence[Token], at: int) -> Number | None:
    """Read a cardinal in words up to the thousands ("two hundred and forty-one"); magnitudes come later."""
    words = _words()
    at_first, group, end, seen = at, Decimal(0), at, False
    if low(tokens, at) in words["cues"]["articles"]:
        if low(tokens, at + 1) not in words["magnitudes"]:
            return None
        return Number(at_first, at + 1, Decimal(1), "words")
    while end < len(tokens):
        word = low(tokens, end)
        if word in words["tens"] and not (seen and group % 100):
            group, seen, end = group + words["tens"][word], True, end + 1
            tail = end + 1 if low(tokens, end) in HYPHENS else end
            if 0 < words["ones"].get(low(tokens, tail), 0) <= 9:  # noqa: PLR2004 - twenty-one to ninety-nine
                group, end = group + words["ones"][low(tokens, tail)], tail + 1
        elif word in words["ones"] and not (seen and group % 100):
            group, seen, end = group + words["ones"][word], True, end + 1
        else:
            break
        skip = end + 1 if low(tokens, end) in HYPHENS else end
        if low(tokens, skip) == "hundred" and group < 100:  # noqa: PLR2004
            group, end = group * 100, skip + 1
            if low(tokens, end) == "and" and low(tokens, end + 1) in {**words["ones"], **words["tens"]}:
                end += 1
        else:
            break
    return Number(at_first, end, group, "words") if seen else None


def _with_magnitude(tokens: Sequence[Token], number: Number | None) -> Number | None:
    """Multiply a number by the magnitudes behind it ("two and a half million", "4 hundred million", "$1.2bn")."""
    if number is None:
        return None
    words, value, factor, end = _words(), number.value, Decimal(1), number.end
    if low(tokens, end) == "and" and low(tokens, end + 1) == "a" and low(tokens, end + 2) in ("half", "quarter"):
        value, end = value + 1 / words["parts"][low(tokens, end + 2)], end + 3
    if end < len(tokens) and tokens[end].glued and number.kind == "digits":
        short = words["short_magnitudes"].get(tokens[end].text)
        if short:
            return Number(number.first, end + 1, value * short, "digits", short)
    while True:
        skip = end + 1 if low(tokens, end) in HYPHENS else end
        if low(tokens, skip) not in words["magnitudes"]:
            short = words["short_magnitudes"].get(low(tokens, end)) if number.kind == "digits" else None
            if short and low(tokens, end) in ("bn", "mn", "tn", "bln", "mln", "trn"):
                factor, end = factor * short, end + 1
            break
        factor, end = factor * words["magnitudes"][low(tokens, skip)], skip + 1
    total = number._replace(end=end, value=value * factor, factor=factor)
    return _with_rest(tokens, total)


def _with_rest(tokens: Sequence[Token], number: Number) -> Number:
    """Add what follows a thousand in words ("two thousand five hundred")."""
    if number.kind != "words" or number.factor < 1000:  # noqa: PLR2004
        return number
    at = number.end + 1 if low(tokens, number.end) == "and" else number.end
    rest = _read_words(tokens, at) if at < len(tokens) and tokens[at].kind == "word" else None
    if rest is None or low(tokens, at) in _words()["cues"]["articles"] or rest.value >= number.factor:
        return number
    return number._replace(end=rest.end, value=number.value + rest.value, factor=Decimal(1))


def _read_vague(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "hundreds", "tens of thousands", "several hundred"."""
    words, word = _words(), low(tokens, at)
    if word in words["cues"]["several"]:
        factor = words["magnitudes"].get(low(tokens, at + 1))
        return Number(at, at + 2, factor, "vague", factor) if factor else None
    if word not in words["vague"]:
        return None
    value, end = words["vague"][word], at + 1
    while (of := end + (low(tokens, end) in HYPHENS)) < len(tokens) and low(tokens, of) == "of":
        then = of + 1 + (low(tokens, of + 1) in HYPHENS)  # "hundreds-of-thousands"
        if low(tokens, then) not in words["vague"]:
            break
        value, end = value * words["vague"][low(tokens, then)], then + 1
    if word in ("tens", "scores") and end == at + 1 and low(tokens, end) != "of":
        return None
    return Number(at, end, value, "vague")


def _read_part(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "a third of", "two-thirds", "one in five", "two out of three"."""
    words = _words()
    over = Decimal(1) if low(tokens, at) == "a" else words["ones"].get(low(tokens, at))
    if not over:
        return None
    end = at + 2 if low(tokens, at + 1) in HYPHENS else at + 1
    under = words["parts"].get(low(tokens, end))
    plural = low(tokens, end).endswith("s") or low(tokens, end) == "halves"
    if under and over < under and plural == (over > 1) and (over > 1 or _is_part(tokens, at, end + 1)):
        return Number(at, end + 1, _share(over, under), "part")
    return _read_out_of(tokens, at, over)


def _read_couple(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "a couple of hundred"."""
    if tuple(low(tokens, at + k) for k in range(3)) != ("a", "couple", "of"):
        return None
    factor = _words()["magnitudes"].get(low(tokens, at + 3))
    return Number(at, at + 4, 2 * factor, "words", factor) if factor else None


def _is_part(tokens: Sequence[Token], at: int, end: int) -> bool:
    cues = _words()["cues"]
    hyphen = low(tokens, at + 1) in HYPHENS
    verb = low(tokens, end) in ("is", "was", "had", "have", "has", "are", "were")
    if verb and low(tokens, end - 1) not in cues["common_parts"]:
        return False  # "a ninth is said to waver"
    return low(tokens, end) in cues["after_part"] or low(tokens, at - 1) in cues["before_part"] or hyphen


def _read_out_of(tokens: Sequence[Token], at: int, over: Decimal) -> Number | None:
    words = _words()
    lead = next((lead for lead in OUT_OF if tuple(low(tokens, at + 1 + k) for k in range(len(lead))) == lead), None)
    if lead is None:
        return None
    end = at + 1 + len(lead)
    under = {**words["ones"], **words["tens"]}.get(low(tokens, end))
    if low(tokens, end) == "hundred" and lead[-1] == "every":
        under = Decimal(100)
    if not under or not over < under or low(tokens, end + 1) in words["magnitudes"] or low(tokens, at) == "a":
        return None
    return Number(at, end + 1, _share(over, under), "part")


def _read_half(tokens: Sequence[Token], at: int) -> Number | None:
    """Read "half of", "almost half", "half a million"."""
    if low(tokens, at) != "half":
        return None
    cues, half = _words()["cues"], Decimal("0.5")
    if low(tokens, at + 1) in cues["articles"]:
        factor = _words()["magnitudes"].get(low(tokens, at + 2))
        return Number(at, at + 3, half * factor, "words", factor) if factor else None
    if low(tokens, at + 1) in HYPHENS or low(tokens, at + 1) == "past":
        return None
    if low(tokens, at + 1) in cues["after_half"] or low(tokens, at - 1) in cues["before_half"]:
        return Number(at, at + 1, half, "part")
    return None


def _share(over: Decimal, under: Decimal) -> Decimal:
    return (over / under).quantize(PLACES).normalize()
