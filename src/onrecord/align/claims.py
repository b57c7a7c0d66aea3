"""From scores to claims: which assertions say one thing."""

import heapq
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.pairs import Level
from onrecord.align.texts import Floats
from onrecord.align.units import Unit


def cluster(scores: Floats, reports: Sequence[int]) -> list[tuple[int, ...]]:
    """Join units into clusters of at most one unit a report, by greedy addition.

    Again and again the two clusters with the largest sum of scores between their units are joined, while it is
    above 0 (GAEC, Keuper et al. 2015). Ties go to the first in order.

    Args:
        scores: units x units, symmetric; above 0 two units attract each other.
        reports: The report of each unit.

    Returns:
        All clusters, single units included, each in order, ordered by their first unit.
    """
    gain = scores.astype(np.float64)
    n = len(reports)
    kinds = np.array(reports)
    gain[kinds[:, None] == kinds[None, :]] = -np.inf
    members = {k: [k] for k in range(n)}
    heap = [(-gain[i, j], i, j) for i, j in zip(*np.nonzero(np.triu(gain, 1) > 0), strict=True)]
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


def draft_claims(large: tuple[Level, Floats], small: tuple[Level, Floats]) -> list[Draft]:
    """Choose the claims of a story from the clusters of both sizes.

    First the clusters of the large size that join reports, then those of the small size that add a reading, then
    what none of them covers as claims of one report.
    """
    kept: list[Draft] = []
    covered = Cover()
    for level, scores in (large, small):
        for own in cluster(scores, [unit.report for unit in level.units]):
            units = tuple(level.units[k] for k in own)
            if len(units) > 1 and not all(covered.has(unit) for unit in units):
                kept.append(Draft(units, mean_score(scores, own)))
        for draft in kept:
            covered.add(draft.units)
    return kept + [Draft((unit,)) for unit in _left_over(large[0], small[0], covered)]


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


def mean_score(scores: Floats, own: Sequence[int]) -> float:
    """Return the mean score of the pairs of a cluster."""
    pairs = [float(scores[i, j]) for n, i in enumerate(own) for j in own[n + 1 :]]
    return sum(pairs) / len(pairs)


class Cover:
    """Which words of each report already stand in a reading."""

    def __init__(self) -> None:
        self._readings: dict[int, list[frozenset[int]]] = {}

    def add(self, units: Sequence[Unit]) -> None:
        """Note the readings of a claim."""
        for unit in units:
            here = self._readings.setdefault(unit.report, [])
            words = frozenset(unit.assertion.words)
            if words not in here:
                here.append(words)

    def has(self, unit: Unit) -> bool:
        """Tell whether a reading has much the same words."""
        words = frozenset(unit.assertion.words)
        near = self._readings.get(unit.report, ())
        return any(2 * len(words & own) >= SAME_WORDS * (len(words) + len(own)) for own in near)
