"""From scores to claims: which assertions say one thing."""

import heapq
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.align.pairs import Level
from onrecord.align.scores import Scores
from onrecord.align.units import Unit

Doubles = npt.NDArray[np.float64]


def cluster(scores: Scores) -> list[tuple[int, ...]]:
    """Join units into clusters of at most one unit a report, by greedy addition.

    Again and again the two clusters with the largest sum of scores between their units are joined, while it is
    above 0 (GAEC, Keuper et al. 2015). Ties go to the first in order.

    Returns:
        All clusters, single units included, as places in the level, each in order, ordered by their first unit.
    """
    active = _attracted(scores)
    joined = [tuple(active[k] for k in own) for own in join(_gains(scores, active))]
    alone = set(range(len(scores.level.units))).difference(active)
    return sorted((*joined, *((k,) for k in alone)))


def _attracted(scores: Scores) -> list[int]:
    """Return the units that a unit of another report attracts, in order: the others stay alone."""
    found = np.zeros(len(scores.level.units), np.bool_)
    for (a, b), block in scores.blocks.items():
        (a0, a1), (b0, b1) = scores.level.bounds[a], scores.level.bounds[b]
        found[a0:a1] |= (block > 0).any(axis=1)
        found[b0:b1] |= (block > 0).any(axis=0)
    return np.flatnonzero(found).tolist()


def _gains(scores: Scores, active: Sequence[int]) -> Doubles:
    """Return the scores of some units as a matrix, without end below 0 within one report."""
    gain = np.full((len(active), len(active)), -np.inf)
    ends = np.searchsorted(active, [end for _, end in scores.level.bounds])
    starts = np.concatenate([[0], ends[:-1]])
    local = [
        np.array(active[s:e], np.int64) - first
        for s, e, (first, _) in zip(starts, ends, scores.level.bounds, strict=True)
    ]
    for (a, b), block in scores.blocks.items():
        own = block[np.ix_(local[a], local[b])]
        gain[starts[a] : ends[a], starts[b] : ends[b]] = own
        gain[starts[b] : ends[b], starts[a] : ends[a]] = own.T
    return gain


def join(gain: Doubles) -> list[tuple[int, ...]]:
    """Join by greedy addition what a symmetric matrix says of each two; changes the matrix."""
    members = {k: [k] for k in range(len(gain))}
    heap = [(-gain[i, j], i, j) for i, j in np.argwhere(gain > 0).tolist() if i < j]
    heapq.heapify(heap)
    while heap:
        value, i, j = heapq.heappop(heap)
        if i not in members or j not in members or gain[i, j] != -value:
            continue
        members[i] += members.pop(j)
        gain[i] += gain[j]
        gain[:, i] = gain[i]
        gain[j], gain[:, j] = -np.inf, -np.inf
        for k in np.nonzero(gain[i] > 0)[0].tolist():
            if k in members:
                heapq.heappush(heap, (-gain[i, k], min(i, k), max(i, k)))
    return sorted(tuple(sorted(own)) for own in members.values())


class Draft(NamedTuple):
    """A claim in the making: its units, at most one a report, and the score that joins them (0 for one unit)."""

    units: tuple[Unit, ...]
    score: float = 0.0


SAME_WORDS = 0.4
"""F1 of the words from which two readings of one report are the same (written stories)."""


def draft_claims(large: Scores, small: Scores) -> list[Draft]:
    """Choose the claims of a story from the clusters of both sizes.

    First the clusters of the large size that join reports, then those of the small size that add a reading, then
    what none of them covers as claims of one report.
    """
    kept: list[Draft] = []
    covered = Cover()
    for scores in (large, small):
        for own in cluster(scores):
            units = tuple(scores.level.units[k] for k in own)
            if len(units) > 1 and not all(covered.has(unit) for unit in units):
                kept.append(Draft(units, mean_score(scores, own)))
        for draft in kept:
            covered.add(draft.units)
    return kept + [Draft((unit,)) for unit in _left_over(large.level, small.level, covered)]


def _left_over(large: Level, small: Level, covered: "Cover") -> list[Unit]:
    """Return the units that stand in no reading, in text order: whole ones, and the free parts of others."""
    whole = [unit for unit in large.units if not covered.has(unit)]
    ids = {unit.assertion.id for unit in whole}
    parts = [
        unit
        for unit in small.units
        if unit.assertion.id not in ids and unit.assertion.within not in ids and not covered.has(unit)
    ]
    return sorted((*whole, *parts), key=lambda unit: (unit.report, unit.assertion.words))


def mean_score(scores: Scores, own: Sequence[int]) -> float:
    """Return the mean score of the pairs of a cluster."""
    pairs = [scores.of(i, j) for n, i in enumerate(own) for j in own[n + 1 :]]
    return sum(pairs) / len(pairs)


class Cover:
    """Which words of each report already stand in a reading."""

    def __init__(self) -> None:
        self._sizes: list[int] = []
        self._known: set[frozenset[tuple[int, int]]] = set()
        self._of_word: dict[tuple[int, int], list[int]] = {}

    def add(self, units: Sequence[Unit]) -> None:
        """Note the readings of a claim."""
        for words in map(_places, units):
            if words not in self._known:
                self._known.add(words)
                for place in words:
                    self._of_word.setdefault(place, []).append(len(self._sizes))
                self._sizes.append(len(words))

    def has(self, unit: Unit) -> bool:
        """Tell whether a reading has much the same words."""
        words = _places(unit)
        shared = Counter(n for place in words for n in self._of_word.get(place, ()))
        return any(2 * both >= SAME_WORDS * (len(words) + self._sizes[n]) for n, both in shared.items())


def _places(unit: Unit) -> frozenset[tuple[int, int]]:
    return frozenset((unit.report, word) for word in unit.assertion.words)
