"""Whether two short texts name one thing: the beginnings of their words."""

import re
from functools import cache

from onrecord.lang import table

WORD = re.compile(r"[^\W\d_]{3,}|\d+")
STEM = 5
"""Letters of a word that tell it; endings then do not matter."""
SAME = 0.5
"""Dice coefficient from which two objects are one thing."""


@cache
def _empty() -> frozenset[str]:
    return frozenset(table("wording")["no_name"])


@cache
def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of a text that say something."""
    return frozenset(word[:STEM] for word in WORD.findall(text.lower()) if word not in _empty())


def likeness(first: str, second: str) -> float:
    """Return the Dice coefficient of two texts' stems, 0 where one has none."""
    a, b = stems(first), stems(second)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
