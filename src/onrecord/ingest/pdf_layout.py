"""The lines of a printed page, in the order in which they are read: columns, paragraphs, rows of a table.

A page is cut where white space runs through it: first into bands, where a line goes over the whole width, then each
band into columns. Columns are of running text; what stands side by side in short pieces is a table, read row by row.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from msgspec import Struct

WORD_GAP = 1.2
"""Heights of a line from which white space parts two pieces of it."""
GUTTER = 0.6
"""Heights of a line that the white space between two columns is wide, at the least."""
SAME_EDGE = 1.0
"""Points by which the lines of one column may begin to the left or right of one another."""
FEWEST = 3
"""Lines of a column, at the least."""
MOST_TRIED = 40
"""Places that are tried for a column's edge, at the most, the likeliest first: a page has few columns."""
LONG = 14
"""Code points of a column's usual line, at the least; shorter pieces are the cells of a table."""
NEW_PARAGRAPH = 1.45
"""Usual steps from line to line from which a wider one begins a paragraph."""
INDENT = 0.8
"""Heights of a line by which the first line of a paragraph is set in."""
SHORT = 0.85
"""Share of a column's width below which a line that ends a sentence ends its paragraph."""
SENTENCE_END = re.compile(r"[.!?:][\"”’')]*$")


class Piece(Struct, frozen=True):
    """A stretch of a line without a wide gap, and its box in points, to the right and down."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top


def set_lines(words: Sequence[Piece]) -> list[list[Piece]]:
    """Return the lines of a stretch of a page from the top, each as its words from the left."""
    lines: list[list[Piece]] = []
    for word in sorted(words, key=lambda one: (one.bottom, one.left)):
        if lines and is_on_line(word, lines[-1]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def is_on_line(word: Piece, line: Sequence[Piece]) -> bool:
    """Tell whether a word stands on the line of some others: most of the lower of the two lies beside the other."""
    last = line[-1]
    shared = min(word.bottom, last.bottom) - max(word.top, last.top)
    return shared > min(word.height, last.height) / 2


def join_words(words: Sequence[Piece]) -> list[Piece]:
    """Join the words of a line that no wide gap parts."""
    pieces: list[Piece] = []
    for word in words:
        last = pieces[-1] if pieces else None
        if last is not None and word.left - last.right < WORD_GAP * min(word.height, last.height):
            pieces[-1] = Piece(
                f"{last.text} {word.text}",
                last.left,
                min(last.top, word.top),
                max(last.right, word.right),
                max(last.bottom, word.bottom),
            )
        else:
            pieces.append(word)
    return pieces


def order_blocks(words: Sequence[Piece]) -> list[list[list[Piece]]]:
    """Return the lines of a page as blocks in reading order: the left column of a band before the right one."""
    edge = find_column(words)
    if edge is None:
        return [[join_words(line) for line in set_lines(words)]] if words else []
    over = lines_over(words, edge)
    blocks: list[list[list[Piece]]] = []
    for band, whole in bands_of(words, over):
        if whole:
            blocks += [[join_words(line)] for line in set_lines(band)]
        else:
            blocks += order_blocks([word for word in band if word.left < edge - SAME_EDGE])
            blocks += order_blocks([word for word in band if word.left >= edge - SAME_EDGE])
    return merge_blocks(blocks)


def lines_over(words: Sequence[Piece], edge: float) -> list[tuple[float, float]]:
    """Return from where to where lines go over the white space to the left of a column."""
    found = [(word.top, word.bottom) for word in words if is_over(word, edge)]
    ends = sorted((word.bottom, word.right) for word in words if word.right < edge)
    for word in words:
        if word.left >= edge - SAME_EDGE:
            beside = ends[bisect_left(ends, (word.bottom - 1,)) : bisect_left(ends, (word.bottom + 1,))]
            before = max((right for _, right in beside if right <= word.left), default=-inf)
            if word.left - before < GUTTER * word.height:
                found.append((word.top, word.bottom))
    return sorted(found)


def is_over(word: Piece, edge: float) -> bool:
    """Tell whether a word stands in the white space to the left of a column."""
    return word.left < edge - SAME_EDGE and word.right > edge - GUTTER * word.height


def bands_of(words: Sequence[Piece], over: Sequence[tuple[float, float]]) -> list[tuple[list[Piece], bool]]:
    """Part words into bands from the top, and say of each whether its lines go over the whole width."""
    bands: list[tuple[list[Piece], bool]] = []
    for word in sorted(words, key=lambda one: (one.top + one.bottom, one.left)):
        middle = (word.top + word.bottom) / 2
        whole = any(top <= middle <= bottom for top, bottom in over)
        if not bands or bands[-1][1] is not whole:
            bands.append(([], whole))
        bands[-1][0].append(word)
    return bands


def merge_blocks(blocks: Sequence[list[list[Piece]]]) -> list[list[list[Piece]]]:
    """Join lines over the whole width that follow one another."""
    merged: list[list[list[Piece]]] = []
    for block in blocks:
        if merged and len(block) == 1 and len(block[0]) == 1 and is_below(merged[-1][-1], block[0]):
            merged[-1] = [*merged[-1], *block]
        else:
            merged.append(block)
    return merged


def is_below(above: Sequence[Piece], line: Sequence[Piece]) -> bool:
    """Tell whether a line follows another one of the same measure closely."""
    one, other = above[-1], line[0]
    alike = len(above) == 1 and abs(one.left - other.left) < other.height and abs(one.height - other.height) < 1
    return alike and 0 < other.bottom - one.bottom < 2 * other.height


def find_column(words: Sequence[Piece]) -> float | None:
    """Return the left edge of a column of running text that stands beside another one, if there is one."""
    lefts = sorted(word.left for word in words)
    gaps = [(word.left + SAME_EDGE, word.right + GUTTER * word.height) for word in words]
    begun = sorted(begin for begin, end in gaps if begin < end)
    ended = sorted(end for begin, end in gaps if begin < end)
    gains = []
    for edge in sorted(set(lefts))[1:]:
        starts = bisect_right(lefts, edge + SAME_EDGE) - bisect_left(lefts, edge - SAME_EDGE)
        over = bisect_left(begun, edge) - bisect_right(ended, edge)
        if starts >= FEWEST and starts > over:
            gains.append((over - starts, edge))
    return next((edge for _, edge in sorted(gains)[:MOST_TRIED] if parts_prose(words, edge)), None)


def parts_prose(words: Sequence[Piece], edge: float) -> bool:
    """Tell whether running text stands on both sides of an edge."""
    starts = [word for word in words if abs(word.left - edge) <= SAME_EDGE]
    top, bottom = min(word.top for word in starts), max(word.bottom for word in starts)
    inside = [word for word in words if word.bottom > top and word.top < bottom]
    left = [word for word in inside if word.right <= edge and not is_over(word, edge)]
    right = [word for word in inside if word.left >= edge - SAME_EDGE]
    return is_prose(left) and is_prose(right)


def is_prose(words: Sequence[Piece]) -> bool:
    """Tell whether words are lines of running text, not cells of a table."""
    pieces = [piece for line in set_lines(words) for piece in join_words(line)]
    return len(pieces) >= FEWEST and median(len(piece.text) for piece in pieces) >= LONG


def set_paragraphs(block: Sequence[Sequence[Piece]]) -> list[list[str]]:
    """Return the paragraphs of a block, each as its lines; the cells of a table's row are parted by a tab."""
    paragraphs: list[list[str]] = []
    step, left, width = usual_step(block), min(line[0].left for line in block), max(line[-1].right for line in block)
    above: Sequence[Piece] | None = None
    for line in block:
        if above is None or is_new(above, line, step=step, edges=(left, width)):
            paragraphs.append([])
        paragraphs[-1].append("\t".join(piece.text for piece in line))
        above = line
    return paragraphs


def usual_step(block: Sequence[Sequence[Piece]]) -> float:
    """Return how far the lines of a block usually stand from one another."""
    bottoms = [line[0].bottom for line in block]
    steps = [b - a for a, b in pairwise(bottoms) if b > a]
    return min(median(steps), 2 * median(line[0].height for line in block)) if steps else 0.0


def is_new(above: Sequence[Piece], line: Sequence[Piece], *, step: float, edges: tuple[float, float]) -> bool:
    """Tell whether a line begins a paragraph."""
    left, right = edges
    first, last = line[0], above[-1]
    if len(line) > 1 or len(above) > 1:
        return True
    wide = first.bottom - last.bottom > NEW_PARAGRAPH * step
    other_size = abs(first.height - last.height) > 0.15 * last.height
    indented = first.left - left > INDENT * first.height > above[0].left - left
    ended = (last.right - left) < SHORT * (right - left) and SENTENCE_END.search(last.text) is not None
    return wide or other_size or indented or ended


def words_of(lines: Iterable[Sequence[Piece]]) -> str:
    """Return the text of some lines."""
    return " ".join(piece.text for line in lines for piece in line)
