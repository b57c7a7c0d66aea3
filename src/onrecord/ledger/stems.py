"""Whether two short texts name one thing: the beginnings of their words."""

import re
from functools import cache

WORD = re.compile(r"[^\W\d_]{3,}|\d+")
STEM = 5
"""Letters of a word that tell it; endings then do not matter."""
SAME = 0.5
"""Dice coefficient from which two objects are one thing."""
EMPTY = frozenset(
    ("the", "and", "for", "with", "that", "this", "its", "his", "her", "their", "our", "from", "into", "new", "not")
)


@cache
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text that say something."""
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()) if word not in EMPTY)


def likeness(first: str, second: str) -> float:
    """Return the Dice coefficient of two texts' stems, 0 where one has none."""
    a, b = stems(first), stems(second)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
