"""A report's words, made short enough for a cell: never changed, only cut."""

import re
from dataclasses import dataclass

FEW = 84
"""Code points of a cell's words: three lines of a column of five reports on a laptop."""

QUOTATION_MARKS = "\"“”‘’'«»„"
ENOUGH = 28
"""Code points of a stretch that is understood without what stands around it."""

_NEAR_END = 0.6
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(words: str) -> str:
    """Return words with every run of white space as one space."""
    return " ".join(words.split())


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few words; where they stand around a ``core`` that matters, that is told apart."""

    before: str
    core: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The words as plain text."""
        return f"{self.before}{self.core}{self.after}"


NO_WORDS = Excerpt("")


def few_words(words: str, limit: int = FEW) -> str:
    """Cut words after the last whole word that fits, and say so with an ellipsis.

    >>> few_words("the ferry sank in a storm off the coast", 20)
    'the ferry sank in a …'
    """
    line = one_line(words)
    if len(line) <= limit:
        return line
    cut = line.rfind(" ", 0, limit)
    return line[: cut if cut > limit * _NEAR_END else limit].rstrip(" ,;:") + " …"


def excerpt(words: str, start: int, end: int, *, limit: int = FEW) -> Excerpt:
    """Cut words around a stretch of them that matters; a stretch that says enough by itself stands alone.

    >>> excerpt("By noon the crews had counted 135 survivors on the quay", 30, 33, limit=40)
    Excerpt(before='… had counted ', core='135', after=' survivors on the quay')
    """
    core = one_line(words[start:end])
    if end - start >= min(ENOUGH, limit):
        return Excerpt(few_words(core, limit))
    room = limit - len(core)
    left = _fitting(one_line(f"{words[:start]}|")[:-1][::-1], room // 2)[::-1]
    right = _fitting(one_line(f"|{words[end:]}")[1:], room - len(left))
    return Excerpt(left, core, right) if left or right else Excerpt(core)


def _fitting(line: str, room: int) -> str:
    """Return the beginning of a line as far as whole words fit; an ellipsis says that more follows."""
    if len(line) <= room:
        return line
    cut = line.rfind(" ", 0, max(1, room - 1))
    return f"{line[: max(cut, 0)]} …"


def quoted(words: str) -> str:
    """Put words in quotation marks, unless they bring their own.

    >>> quoted("it ended"), quoted("'it ended'")
    ('“it ended”', "'it ended'")
    """
    return words if words[:1] in QUOTATION_MARKS and words else f"“{words}”"


def counted(number: int, noun: str) -> str:
    """Say a number of things.

    >>> counted(1, "report"), counted(2, "report")
    ('1 report', '2 reports')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def inert(words: str) -> str:
    r"""Return words without what would steer a terminal or turn the direction of a line: each such sign as a "�".

    >>> inert("plain \x1b[31m red")
    'plain �[31m red'
    """
    return _CONTROL.sub("\ufffd", words)
