"""How much two assertions of different reports look like one claim: a plain sum of named features.

Each feature is normalized over all pairs of the story and size (mean 0, deviation 1), so that one setting does
for stories of many and of few shared words. The weights are equal: fitted ones did not carry over to real news.

That scale always finds some pairs that stand out, even where the reports share little or nothing. So the same
sum is taken a second time on a scale that is no story's own (`USUAL`), and must reach a floor there, too.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.likeness import Groups, best_matches, make_groups, shared_words, word_likeness
from onrecord.align.slots import SLOTS, Slots, make_slots, slot_features
from onrecord.align.texts import Bools, Floats, Text
from onrecord.align.units import Unit
from onrecord.errors import InternalError

CORE = ("vectors", "words", "shared", "matched", "sentence_vectors", "sentence_words", "sentence_shared")
FEATURES = (*CORE, *SLOTS)
SLOT_WEIGHT = 0.3
"""One slot against one core feature (written stories)."""
LARGEST = 6.0
"""Deviations from the mean beyond which a feature says nothing more; a rare slot would decide alone otherwise."""
JOINED_SHARE = 0.991
"""Share of a story's pairs that one claim's pair surpasses; .985 to .991 is a plateau on the written stories."""
COPIED, STRANGE = 0.85, 0.15
"""Word likeness from which two assertions are one claim, and below which they are none, whatever the story's
other pairs: where nearly all of a story's pairs agree, or none, its own scale says nothing. Of the written stories'
pairs from .85 on 68 of 69 are one claim, of those below .15 one in 330."""
FLOOR = 24.0
"""The least sum on the usual scale of two assertions that are one claim. Of the pairs that a story's own scale
joins, those below are right in one of two cases on the written stories, the others in four of five."""
WITHOUT_VECTORS = 8.0
"""By how much sums on the usual scale are lower without sentence vectors (7 to 11 on the written stories)."""
SAME_AMOUNT = 4.0
"""By how much the floor is lower for two assertions with one amount."""
TOO_LITTLE = -4.0
"""The least score that the floor leaves a pair: too little to join, and too much to call a report silent."""
NEVER = -1e6
"""The score of two assertions of one report: they are not compared."""
DECIDED = 1.0
"""The least score of two assertions with the same words, and with a minus the largest of two with no like words."""
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
    """A report's units and sentences, made ready."""

    text: Text
    units: tuple[Unit, ...]
    slots: Slots
    groups: Groups
    sentences: Groups


def prepare(text: Text, units: tuple[Unit, ...], slots: Slots) -> Prepared:
    """Make one report's units ready for comparing."""
    own = [np.array(unit.assertion.words, np.int64) for unit in units]
    return Prepared(text, units, slots, make_groups(text, own), make_groups(text, text.sentences))


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


class Features:
    """The features of all pairs of reports, those of the sampled pairs kept, the others made when asked for."""

    def __init__(self, ready: Sequence[Prepared | None], places: Sequence[tuple[int, int]]) -> None:
        self._ready = ready
        self.places = tuple(places)
        step = max(1, -(-len(places) // SAMPLED))
        self._kept = {place: self._make(*place) for place in places[::step]}
        every = np.concatenate([block.reshape(len(block), -1) for block in self._kept.values()], axis=1)
        spread = np.maximum(every.std(axis=1, dtype=np.float64), 1e-6)
        self.scale = Scale(every.mean(axis=1, dtype=np.float64).astype(np.float32), spread.astype(np.float32))

    def of(self, a: int, b: int) -> Floats:
        """Return the features of two reports' units (features x units x units)."""
        return self._kept[a, b] if (a, b) in self._kept else self._make(a, b)

    def _make(self, a: int, b: int) -> Floats:
        left, right = self._ready[a], self._ready[b]
        if left is None or right is None:
            raise InternalError("features were asked of a report without units")
        return np.concatenate([core_features(left, right), slot_features(left.slots, right.slots)])


def score_pairs(features: Features | None, level: Level, *, share: float = JOINED_SHARE) -> Floats:
    """Return the score of each two units (units x units, symmetric); `NEVER` within one report.

    Above 0 they are rather one claim than two: the scores are shifted so that ``share`` of the story's pairs
    stand below 0.
    """
    total = np.full((len(level.units), len(level.units)), NEVER, np.float32)
    if features is None:
        return total
    sure: dict[tuple[int, int], tuple[Bools, Bools]] = {}
    for a, b in features.places:
        block = features.of(a, b)
        z = features.scale.sum_of(block)
        sure[a, b] = block[CORE.index("words")] >= COPIED, block[CORE.index("words")] < STRANGE
        (a0, a1), (b0, b1) = level.bounds[a], level.bounds[b]
        total[a0:a1, b0:b1], total[b0:b1, a0:a1] = z, z.T
    total[total > NEVER] -= np.quantile(total[total > NEVER], share)
    for (a, b), (copied, strange) in sure.items():
        (a0, a1), (b0, b1) = level.bounds[a], level.bounds[b]
        block = total[a0:a1, b0:b1]
        block[copied] = np.maximum(block[copied], DECIDED)
        block[strange] = np.minimum(block[strange], -DECIDED)
        total[b0:b1, a0:a1] = block.T
    return total


def heed_floor(scores: Floats, features: Features, level: Level, *, lower: float = 0.0) -> None:
    """Let no pair of other than the same words stand higher than it does above the floor.

    Args:
        scores: Those of the level's pairs; changed.
        features: Those of the level's pairs.
        level: The units.
        lower: By how much sums are lower than usual, for want of vectors.
    """
    for a, b in features.places:
        (a0, a1), (b0, b1) = level.bounds[a], level.bounds[b]
        block, own = features.of(a, b), scores[a0:a1, b0:b1]
        above = np.maximum(above_floor(block) + lower, TOO_LITTLE)
        held = (own > above) & (own > 0) & (block[CORE.index("words")] < COPIED)
        own[held] = above[held]
        scores[b0:b1, a0:a1] = own.T


def above_floor(block: Floats) -> Floats:
    """Return by how much pairs stand above the floor on the usual scale, a lower one where one amount is in both."""
    above: Floats = USUAL.sum_of(block) - FLOOR
    above[block[FEATURES.index("number")] > 0] += SAME_AMOUNT
    return above


def make_features(texts: Sequence[Text], level: Level) -> Features | None:
    """Make the features of a level; none where no two reports have units."""
    slots = make_slots([level.of(k) for k in range(len(texts))])
    ready = [prepare(text, level.of(k), slots[k]) if level.of(k) else None for k, text in enumerate(texts)]
    places = [(a, b) for a in range(len(ready)) for b in range(a + 1, len(ready)) if ready[a] and ready[b]]
    return Features(ready, places) if places else None


def core_features(a: Prepared, b: Prepared) -> Floats:
    """Return the likeness of units and of their sentences (7 x units x units)."""
    near = word_likeness(a.text, b.text)
    at = np.ix_([u.assertion.sentence for u in a.units], [u.assertion.sentence for u in b.units])
    unit_words, unit_matched = best_matches(near, a.groups, b.groups)
    sentence_words, _ = best_matches(near, a.sentences, b.sentences)
    units = (
        a.groups.pooled @ b.groups.pooled.T,
        unit_words,
        shared_words(a.text, b.text, a.groups, b.groups),
        unit_matched,
    )
    sentences = (
        (a.sentences.pooled @ b.sentences.pooled.T)[at],
        sentence_words[at],
        shared_words(a.text, b.text, a.sentences, b.sentences)[at],
    )
    return np.stack([*units, *sentences]).astype(np.float32)
