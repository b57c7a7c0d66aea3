"""The words of a text as classes of time words, one letter each, for the grammar of time expressions.

A text becomes a row of tokens and a string of as many letters: "on Friday, May 3" is "-W,Md". The
grammar (`onrecord.annotate.time_rules`) is written over these letters, so that it knows no word.

```text
y  a number that can be a year     d  a number up to 31    n  another number       w  a number word
o  an ordinal                      v  few, several         u  couple               h  half
a  a, an    t  the    O  its, their    k  of    m  in, on, at    &  and, or    r  to, through      K  every, each
I  between  F  from   x  before, after
M  month    W  weekday    S  season    D  today            P  morning              N  noon
U  year, month, week, day, decade, weekend    Q  quarter   H  hour, minute, second    s  second, of either kind
L  last     T  this     X  next        A  that             Z  early, late    e  beginning, end  R  period  E  latest
g  ago      f  fiscal       b  once, twice    l  old
c  1990s    C  10:35    p  a.m.        z  GMT              i  1987-03-02            j  3/2/1987    G  a named day
V  now, recently, soon             B  daily, annual        Y  a year in words ("nineties")    q  the new year
-  hyphen   ,  comma    '  possessive  (  )  brackets      |  end of a paragraph    ;  .;:?!   .  anything else
```
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.lang import table

TOKEN = re.compile(
    r"""
    (?P<i>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
  | (?P<j>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?!\d) | \d{1,2}\.\d{1,2}\.\d{4}(?!\d))
  | (?P<G>\d{1,2}/\d{1,2}(?![\d/]))
  | (?P<c>(?:\d{3}0|['‘’]\d0)['’]?s\b)
  | (?P<o>\d{1,2}(?:st|nd|rd|th)\b)
  | (?P<C>(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:]) | (?<![\d.])\d{1,2}\.\d\d(?=\s?[ap]\.?m\b))
  | (?P<short>(?:(?<=\bof[ ])|(?<=\bin[ ])|(?<=\bsince[ ]))['‘’]\d\d(?![\w'’]))
  | (?P<p>[ap]\.\s?m\.|(?<=\d)[ap]m\b|(?<=\d[ ])[AaPp][Mm]\b)
  | (?P<number>\d+(?:,\d{3})*(?:\.\d+)?)
  | (?P<quote>['’]s\b)
  | (?P<word>[^\W\d_]+)
  | (?P<break>\n[^\S\n]*\n)
  | (?P<mark>[^\w\s])
    """,
    re.VERBOSE,
)
MARKS = {"-": "-", "\u2010": "-", "\u2011": "-", "–": "-", ",": ",", "(": "(", ")": ")"} | dict.fromkeys(".;:?!", ";")
CLASSES = (
    ("months", "M"),
    ("weekdays", "W"),
    ("clock_units", "H"),
    ("seasons", "S"),
    ("dayparts", "P"),
    ("noons", "N"),
    ("days", "D"),
    ("parts", "Z"),
    ("parts_of", "e"),
    ("sets", "B"),
    ("couples", "u"),
    ("ordinals", "o"),
    ("decade_words", "Y"),
    ("beyond", "x"),
)
"""Tables whose words have a value, with the class of their words."""
LISTS = (
    ("last", "L"),
    ("this", "T"),
    ("next", "X"),
    ("that", "A"),
    ("ago", "g"),
    ("every", "K"),
    ("rates", "b"),
    ("vague", "v"),
    ("articles", "a"),
    ("the", "t"),
    ("owners", "O"),
    ("fiscal", "f"),
    ("periods", "R"),
    ("latest", "E"),
    ("of", "k"),
    ("at", "m"),
    ("joins", "&"),
    ("through", "r"),
    ("between", "I"),
    ("from", "F"),
    ("now", "V"),
    ("once", "V"),
    ("soon", "V"),
    ("ages", "l"),
)
"""Lists of words without a value."""
YEAR_WORDS = re.compile(r"w-?w(?:-?w){0,2}")
CENTURY = 100
TEEN_CENTURIES = range(13, 21)
LONGEST_DAY = 31
FIRST_YEAR, LAST_YEAR = 1000, 2199
FOUR_DIGITS = 4
PIVOT = 50
"""Two digits of a year up to this one are of this century, the others of the last."""


def full_year(digits: str) -> int:
    """Return the year of two or four digits."""
    year = int(digits)
    if len(digits) > 2:  # noqa: PLR2004
        return year
    return year + (2000 if year <= PIVOT else 1900)


class TimeToken(NamedTuple):
    """A token with its class, its place in the text and its value, if its class has one."""

    kind: str
    start: int
    end: int
    text: str
    value: str | int | float


class TimeText(NamedTuple):
    """A text as tokens, their classes as one string, and what words it has, in lower case."""

    tokens: tuple[TimeToken, ...]
    classes: str
    words: frozenset[str]

    def low(self, at: int) -> str:
        """Return the token at an index in lower case; nothing where there is none."""
        return self.tokens[at].text.lower() if 0 <= at < len(self.tokens) else ""


@cache
def classes_of_words() -> dict[str, tuple[str, str | int]]:
    """Return the class and value of each time word, in lower case."""
    words, numbers = table("times"), table("numbers")
    found: dict[str, tuple[str, str | int]] = {}
    for name in ("ones", "tens"):
        found |= {word: ("w", value) for word, value in numbers[name].items()}
    found |= {word: ("w", numbers["magnitudes"][word]) for word in ("hundred", "thousand")}
    found["half"] = ("h", 0)
    found |= {word: (_unit_class(unit), unit) for word, unit in words["units"].items()}
    for name, letter in LISTS:
        found |= dict.fromkeys(words[name]["words"], (letter, name))
    for name, letter in CLASSES:
        found |= {word: (letter, value) for word, value in words[name].items()}
    found["second"] = ("s", 2)
    found["seconds"] = ("H", "S")
    return found


def _unit_class(unit: str) -> str:
    return "h" if unit == "H" else "Q" if unit == "Q" else "U"


def read_tokens(text: str) -> TimeText:
    """Cut a text into tokens and give each the class of its time word."""
    tokens = tuple(_join_years(tuple(_join_feasts(tuple(_tokens(text))))))
    words = frozenset(token.text.lower() for token in tokens)
    return TimeText(tokens, "".join(token.kind for token in tokens), words)


@cache
def _feasts() -> dict[tuple[str, ...], tuple[str, str | int]]:
    """Return the words of each day that has a name, with the class and value of its token."""
    words = table("times")
    found: dict[tuple[str, ...], tuple[str, str | int]] = {_parted(name): ("G", name) for name in words["feasts"]}
    found |= {_parted(name): ("D", step) for name, step in words["days_in_words"].items()}
    return found | {_parted(name): (kind, 0) for name, kind in words["phrases"].items()}


def _parted(name: str) -> tuple[str, ...]:
    return tuple(name.replace("s' ", "s ' ").replace("'s", " 's").split())


@cache
def _feast_openings() -> dict[str, int]:
    """Return the first words of the days that have a name, with the most words of such a day."""
    longest: dict[str, int] = {}
    for words in _feasts():
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def _join_feasts(tokens: Sequence[TimeToken]) -> Iterator[TimeToken]:
    """Yield the tokens, with days that have a name ("New Year's Day", "the day after tomorrow") made one token each."""
    at, openings = 0, _feast_openings()
    while at < len(tokens):
        token = tokens[at]
        length = _feast_at(tokens, at, longest) if (longest := openings.get(token.text.lower())) else 0
        if length:
            kind, value = _feasts()[tuple(_plain(one) for one in tokens[at : at + length])]
            words = " ".join(one.text for one in tokens[at : at + length])
            token = TimeToken(kind, token.start, tokens[at + length - 1].end, words, value)
        yield token
        at += length or 1


def _feast_at(tokens: Sequence[TimeToken], at: int, longest: int) -> int:
    """Return of how many tokens the longest day with a name is that begins at one; a feast has a capital letter."""
    for length in range(min(longest, len(tokens) - at), 0, -1):
        found = _feasts().get(tuple(_plain(one) for one in tokens[at : at + length]))
        if found is not None and (found[0] != "G" or tokens[at].text[0].isupper()):
            return length
    return 0


def _plain(token: TimeToken) -> str:
    return token.text.lower().replace("’", "'")


def _join_years(tokens: Sequence[TimeToken]) -> Iterator[TimeToken]:
    """Yield the tokens, with years in words ("nineteen ninety-six", "two thousand") made one token each."""
    classes, at = "".join(token.kind for token in tokens), 0
    for match in YEAR_WORDS.finditer(classes):
        first, end = match.span()
        numbers = [int(token.value) for token in tokens[first:end] if token.kind == "w"]
        year = _year_of(numbers)
        if year is None:
            continue
        yield from tokens[at:first]
        words = " ".join(token.text for token in tokens[first:end])
        yield TimeToken("y", tokens[first].start, tokens[end - 1].end, words, year)
        at = end
    yield from tokens[at:]


def _year_of(numbers: Sequence[int]) -> int | None:
    match numbers:
        case [century, tens, *ones] if century in TEEN_CENTURIES and 10 <= tens < CENTURY and sum(ones) < 10:  # noqa: PLR2004
            return century * CENTURY + tens + sum(ones)
        case [2, 1000, *rest] if sum(rest) < CENTURY:
            return 2000 + sum(rest)
        case _:
            return None


def _tokens(text: str) -> Iterator[TimeToken]:
    read_to = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start < read_to:
            continue
        kind = str(match.lastgroup)
        token = _word(text, start, end) if kind == "word" else _other(kind, start, end, match[0])
        read_to = token.end
        yield token


def _word(text: str, start: int, end: int) -> TimeToken:
    """Make a token of a word; the dot of a short month belongs to it ("Aug.")."""
    word = text[start:end]
    if word in _zones():
        return TimeToken("z", start, end, word, 0)
    low = word.lower()
    kind, value = classes_of_words().get(low, (".", 0))
    if kind in "MW" and low in _capitals():
        if not word[0].isupper():
            return TimeToken(".", start, end, word, 0)
        end += low in _shorts() and text[end : end + 1] == "."
    return TimeToken(kind, start, end, text[start:end], value)


@cache
def _zones() -> frozenset[str]:
    return frozenset(table("times")["zones"]["words"])


@cache
def _shorts() -> frozenset[str]:
    return frozenset(table("times")["capital"]["short"])


@cache
def _capitals() -> frozenset[str]:
    return frozenset(table("times")["capital"]["words"])


def _other(kind: str, start: int, end: int, word: str) -> TimeToken:
    """Make a token of what is no word."""
    value: str | int = 0
    match kind:
        case "number":
            return _number_token(word, start, end)
        case "mark":
            kind = MARKS.get(word, ".")
        case "quote":
            kind = "'"
        case "break":
            kind = "|"
        case "short":
            return TimeToken("y", start, end, word, full_year(word[1:]))
        case "G" if word == "1/2":
            kind = "h"
        case "G":
            value = table("times")["named"].get(word, 0)
            kind = "G" if value else "."
        case "o":
            value = int(re.sub(r"\D", "", word))
        case _:
            pass
    return TimeToken(kind, start, end, word, value)


def _number_token(word: str, start: int, end: int) -> TimeToken:
    plain = word.isdigit() and word.isascii()
    if plain and len(word) == FOUR_DIGITS and FIRST_YEAR <= int(word) <= LAST_YEAR:
        return TimeToken("y", start, end, word, int(word))
    if plain and len(word) < FOUR_DIGITS and 1 <= int(word) <= LONGEST_DAY:
        return TimeToken("d", start, end, word, int(word))
    try:
        number = float(word.replace(",", ""))
    except ValueError:
        number = math.inf
    return TimeToken("n", start, end, word, number) if number < math.inf else TimeToken(".", start, end, word, 0)
