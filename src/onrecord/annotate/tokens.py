"""A text cut into digits, words and marks: the letters of the grammar of amounts.

The parser's words will not do here: it cuts "$260m" and "10-14" in several ways.
"""

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?:\ 000)+(?!\d)"
    r"|\d+(?:\.\d+)?|(?<!\w)\.\d+)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>\S)"
)


class Token(NamedTuple):
    """One piece of a text: digits with their separators, a run of letters, or a mark.

    ``low`` are its words in lower case; ``glued`` tells that no space stands before it.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    glued: bool


def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Cut a stretch of a text into tokens, in order; only spaces are left out."""
    found, last = [], start
    for match in TOKEN.finditer(text, start, end):
        word = match[0]
        found.append(
            Token(
                match.start(),
                match.end(),
                word,
                word.lower().replace("’", "'"),
                match.lastgroup or "mark",
                match.start() == last,
            )
        )
        last = match.end()
    return tuple(found)
