"""What a dateline names: the place, its state, the agency. "KALLPORT, Tarsona, Nov 13 (Union Telegraph) -"."""

import re
from collections.abc import Iterator
from typing import Literal

from onrecord.annotate.lexicon import words_of

PIECE = re.compile(r"[^,(/)–—―_]+")
AGENCY = re.compile(r"[(/]([^()/\n]+)[)/]")
WORD = re.compile(r"[^\W\d_]+")
Part = Literal["place", "state", "agency"]


def read_dateline(line: str) -> Iterator[tuple[int, int, Part]]:
    """Yield the names of a dateline with their offsets in it, in order."""
    agency = AGENCY.search(line)
    end = agency.start() if agency is not None else len(line)
    part: Part = "place"
    for piece in PIECE.finditer(line, 0, end):
        text = piece[0].rstrip(" -.").rstrip()
        start = piece.start() + len(text) - len(text.lstrip())
        words = [word.lower() for word in WORD.findall(text)]
        if not words or _is_date(text, words) or not line[start].isupper():
            continue
        yield start, piece.start() + len(text), part
        part = "state"
    if agency is not None:
        yield agency.start(1), agency.end(1), "agency"


def _is_date(text: str, words: list[str]) -> bool:
    calendar = words_of("layout", "months") | words_of("layout", "weekdays")
    return any(char.isdigit() for char in text) or not calendar.isdisjoint(words)
