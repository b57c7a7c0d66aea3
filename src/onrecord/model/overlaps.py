"""Which ranges of a text overlap a given one, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

SHELF = 256
"""Code points a shelf holds: about the length of two sentences, so that few ranges lie on many shelves."""


class Range(NamedTuple):
    """A range of code points (end exclusive), and the number of the mark that it belongs to."""

    start: int
    end: int
    mark: int


class Ranges:
    """Ranges laid on shelves by where they stand; none is empty, and they may overlap."""

    def __init__(self, ranges: Iterable[tuple[int, int, int]]) -> None:
        self._ranges = [Range(*one) for one in ranges]
        self._shelves: dict[int, list[int]] = defaultdict(list)
        for k, one in enumerate(self._ranges):
            for shelf in range(one.start // SHELF, (one.end - 1) // SHELF + 1):
                self._shelves[shelf].append(k)

    def over(self, start: int, end: int) -> list[Range]:
        """Return the ranges that share a code point with this one, in the order in which they were given."""
        near: set[int] = set()
        for shelf in range(start // SHELF, (end - 1) // SHELF + 1):
            near.update(self._shelves.get(shelf, ()))
        found = (self._ranges[k] for k in sorted(near))
        return [one for one in found if one.start < end and start < one.end]
