"""Lines of a text joined to paragraphs.

A line is a paragraph, except in hard-wrapped text: there each line ends because the next word did not
fit, and a paragraph goes on to a blank line or to a line that ends early.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

LINE = re.compile(r"\S[^\n\r\u2028\u2029]*")
WORD = re.compile(r"\S+")
NARROWEST, WIDEST = 40, 100
"""Columns within which people wrap text by hand or by machine."""
FEWEST_WRAPPED = 3
"""Lines that go on in lower case: fewer do not show that a text is hard-wrapped."""

Range = tuple[int, int]


def find_paragraphs(text: str) -> tuple[Range, ...]:
    """Return the paragraphs of a text, in order, without the spaces around them; never empty ones."""
    lines = [_trimmed(text, *match.span()) for match in LINE.finditer(text)]
    width = _wrapped_at(text, lines)
    if width is None:
        return tuple(lines)
    found: list[Range] = []
    for line in lines:
        if found and _goes_on(text, found[-1], line, width=width):
            found[-1] = (found[-1][0], line[1])
        else:
            found.append(line)
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Range:
    return start, start + len(text[start:end].rstrip())


def _wrapped_at(text: str, lines: Sequence[Range]) -> int | None:
    """Return the width at which a text is hard-wrapped, or None if its lines are paragraphs."""
    widths = [end - start for start, end in lines]
    width = max(widths, default=0)
    if not NARROWEST <= width <= WIDEST:
        return None
    joints = list(_joints(text, lines))
    going_on = [(a, b) for a, b in joints if text[b[0]].islower()]
    full = [(a, b) for a, b in going_on if _is_full(text, a, b, width)]
    return width if len(full) >= FEWEST_WRAPPED and 5 * len(full) >= 4 * len(going_on) else None


def _joints(text: str, lines: Sequence[Range]) -> Iterator[tuple[Range, Range]]:
    """Yield neighboring lines with no blank line between them."""
    for a, b in pairwise(lines):
        if _next_line(text, a, b):
            yield a, b


def _next_line(text: str, a: Range, b: Range) -> bool:
    between = text[a[1] : b[0]].replace("\r\n", "\n")
    return sum(between.count(mark) for mark in "\n\r\u2028\u2029") == 1


def _is_full(text: str, a: Range, b: Range, width: int) -> bool:
    """Tell whether the first word of a line had no place at the end of the line before."""
    word = WORD.match(text, b[0])
    last = text.rfind("\n", a[0], a[1]) + 1 or a[0]
    # Three columns are left to chance: hyphens and two spaces after a stop shift the edge.
    return word is not None and a[1] - last + 1 + len(word[0]) > width - 3


def _goes_on(text: str, paragraph: Range, line: Range, *, width: int) -> bool:
    return _next_line(text, (paragraph[1], paragraph[1]), line) and _is_full(text, paragraph, line, width)
