"""How much two assertions of different reports look like one claim: a plain sum of named features.

Each feature is normalized over all pairs of the story and size (mean 0, deviation 1), so that one setting does
for stories of many and of few shared words. The weights are equal: fitted ones did not carry over to real news.

That scale always finds some pairs that stand out, even where the reports share little or nothing. So the same
sum is taken a second time on a scale that is no story's own (`USUAL`), and must reach a floor there, too.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.likeness import Alike, Groups, Likeness, best_matches, make_groups, shared_words
from onrecord.align.slots import SLOTS, Slots, make_slots, slot_features
from onrecord.align.texts import Floats, Ints, Text
from onrecord.align.units import Unit
from onrecord.errors import InternalError

CORE = ("vectors", "words", "shared", "matched", "sentence_vectors", "sentence_words", "sentence_shared")
FEATURES = (*CORE, *SLOTS)
SLOT_WEIGHT = 0.3
"""One slot against one core feature (written stories)."""
LARGEST = 6.0
"""Deviations from the mean beyond which a feature says nothing more; a rare slot would decide alone otherwise."""
FLOOR = 24.0
"""The least sum on the usual scale of two assertions that are one claim. Of the pairs that a story's own scale
joins, those below are right in one of two cases on the written stories, the others in four of five."""
WITHOUT_VECTORS = 8.0
"""By how much sums on the usual scale are lower without sentence vectors (7 to 11 on the written stories)."""
SAME_AMOUNT = 4.0
"""By how much the floor is lower for two assertions with one amount."""
WEIGHTS = np.array([1.0] * len(CORE) + [SLOT_WEIGHT] * len(SLOTS), np.float32)
SAMPLED = 45
"""Pairs of reports that the means are taken from: all pairs of ten reports, evenly chosen ones of more."""


class Level(NamedTuple):
    """All units of one size, report by report: ``bounds`` are each report's range of units."""

    units: tuple[Unit, ...]
    bounds: tuple[tuple[int, int], ...]

    def of(self, report: int) -> tuple[Unit, ...]:
        """Return one report's units."""
        start, end = self.bounds[report]
        return self.units[start:end]


def make_level(units: Sequence[Sequence[Unit]]) -> Level:
    """Put the units of several reports into one level."""
    ends = np.cumsum([0, *map(len, units)])
    return Level(tuple(u for row in units for u in row), tuple(zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True)))


class Prepared(NamedTuple):
    """A report's units, made ready; ``in_sentence`` is the sentence of each."""

    text: Text
    units: tuple[Unit, ...]
    slots: Slots
    groups: Groups
    in_sentence: Ints


def prepare(text: Text, units: tuple[Unit, ...], slots: Slots) -> Prepared:
    """Make one report's units ready for comparing."""
    own = [np.array(unit.assertion.words, np.int64) for unit in units]
    at = np.array([unit.assertion.sentence for unit in units], np.int64)
    return Prepared(text, units, slots, make_groups(text, own), at)


class Scale(NamedTuple):
    """How the features of a story's pairs are spread (features each)."""

    mean: Floats
    spread: Floats

    def normalize(self, block: Floats) -> Floats:
        """Return features (features x ...) in deviations from the story's mean, none beyond the largest."""
        shape = (-1, *[1] * (block.ndim - 1))
        z: Floats = (block - self.mean.reshape(shape)) / self.spread.reshape(shape)
        return np.clip(z, -LARGEST, LARGEST)

    def sum_of(self, block: Floats) -> Floats:
        """Return the weighted sum of normalized features."""
        weighted: Floats = np.tensordot(WEIGHTS, self.normalize(block), axes=1)
        return weighted


USUAL_SPREAD = {
    "vectors": (-0.009, 0.115),
    "words": (0.103, 0.08),
    "shared": (0.038, 0.178),
    "matched": (0.049, 0.147),
    "sentence_vectors": (-0.012, 0.121),
    "sentence_words": (0.158, 0.086),
    "sentence_shared": (0.184, 0.42),
    "holder": (-0.08, 0.28),
    "negation": (-0.23, 0.42),
    "quoted": (0.001, 0.045),
    "time": (-0.044, 0.154),
    "number": (0.004, 0.061),
    "position": (-0.341, 0.241),
    "head": (0.023, 0.149),
    "object": (0.002, 0.051),
}
"""Mean and deviation of each feature, the mean of those of the written stories."""
USUAL = Scale(*np.array([USUAL_SPREAD[name] for name in FEATURES], np.float32).T)
"""A scale that is no story's own."""

NO_MEANINGS = np.zeros((0, 0), np.float32)


class Features:
    """The features of all pairs of reports, those of the sampled pairs kept, the others made when asked for."""

    def __init__(
        self, ready: Sequence[Prepared | None], places: Sequence[tuple[int, int]], *, likeness: Likeness
    ) -> None:
        self._ready = ready
        self._likeness = likeness
        self.places = tuple(places)
        step = max(1, -(-len(places) // SAMPLED))
        self._kept = {place: self._make(*place) for place in places[::step]}
        every = np.concatenate([block.reshape(len(block), -1) for block in self._kept.values()], axis=1)
        spread = np.maximum(every.std(axis=1, dtype=np.float64), 1e-6)
        self.scale = Scale(every.mean(axis=1, dtype=np.float64).astype(np.float32), spread.astype(np.float32))

    def of(self, a: int, b: int) -> Floats:
        """Return the features of two reports' units (features x units x units)."""
        return self._kept[a, b] if (a, b) in self._kept else self._make(a, b)

    @property
    def meanings(self) -> tuple[Floats, ...]:
        """Return each report's units as vectors of length 1 (units x dimensions); nothing without vectors."""
        pooled = tuple(NO_MEANINGS if own is None else own.groups.pooled for own in self._ready)
        return pooled if any(own.shape[1] for own in pooled) else ()

    def met(self) -> dict[tuple[int, int], Floats]:
        """Return how well each unit's words are met in another report (`Scores`); nothing without vectors."""
        found: dict[tuple[int, int], Floats] = {}
        for a, b in self.places if self.meanings else ():
            there, back = self._likeness.met(a, b)
            found[a, b], found[b, a] = self._least(a, there), self._least(b, back)
        return found

    def _least(self, report: int, met: Floats) -> Floats:
        """Return the least of what is met of each unit's words."""
        own = self._ready[report]
        if own is None:
            raise InternalError("words were asked of a report without units")
        least: Floats = np.minimum.reduceat(met[own.groups.places], own.groups.starts)
        return least

    def _make(self, a: int, b: int) -> Floats:
        left, right = self._ready[a], self._ready[b]
        if left is None or right is None:
            raise InternalError("features were asked of a report without units")
        parts = (core_features(left, right, self._likeness.of(a, b)), slot_features(left.slots, right.slots))
        return np.concatenate(parts)


def above_floor(block: Floats) -> Floats:
    """Return by how much pairs stand above the floor on the usual scale, a lower one where one amount is in both."""
    above: Floats = USUAL.sum_of(block) - FLOOR
    above[block[FEATURES.index("number")] > 0] += SAME_AMOUNT
    return above


def make_features(texts: Sequence[Text], level: Level, *, likeness: Likeness) -> Features | None:
    """Make the features of a level; none where no two reports have units."""
    own = [level.of(k) for k in range(len(texts))]
    places = [(a, b) for a in range(len(own)) for b in range(a + 1, len(own)) if own[a] and own[b]]
    if not places:
        return None
    slots = make_slots(own)
    ready = [prepare(text, own[k], slots[k]) if own[k] else None for k, text in enumerate(texts)]
    return Features(ready, places, likeness=likeness)


def core_features(a: Prepared, b: Prepared, alike: Alike) -> Floats:
    """Return the likeness of units and of their sentences (7 x units x units)."""
    words, matched = best_matches(alike.words, a.groups, b.groups)
    found = np.empty((len(CORE), len(a.units), len(b.units)), np.float32)
    found[0] = a.groups.pooled @ b.groups.pooled.T
    found[1], found[2], found[3] = words, shared_words(a.text, b.text, ours=a.groups, theirs=b.groups), matched
    found[4:] = alike.sentences[:, a.in_sentence[:, None], b.in_sentence[None, :]]
    return found
