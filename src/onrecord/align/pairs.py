"""How much two assertions of different reports look like one claim: a plain sum of named features.

Each feature is normalized over all pairs of the story and size (mean 0, deviation 1), so that one setting does
for stories of many and of few shared words. The weights are equal: fitted ones did not carry over to real news.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.likeness import Groups, best_matches, make_groups, shared_words, word_likeness
from onrecord.align.texts import Floats, Text
from onrecord.align.units import Unit

CORE = ("vectors", "words", "shared", "sentence_vectors", "sentence_words", "sentence_shared")
SLOTS = ("holder", "negation", "quoted", "time", "number", "position", "head", "object")
SLOT_WEIGHT = 0.3
"""One slot against one core feature (measured on the written stories under stories/)."""
NEVER = -1e6
"""The score of two assertions of one report: they are not compared."""


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
    groups: Groups
    sentences: Groups


def prepare(text: Text, units: tuple[Unit, ...]) -> Prepared:
    """Make one report's units ready for comparing."""
    own = [np.array(unit.assertion.words, np.int64) for unit in units]
    return Prepared(text, units, make_groups(text, own), make_groups(text, text.sentences))


def score_pairs(texts: Sequence[Text], level: Level) -> Floats:
    """Return the score of each two units (units x units, symmetric); `NEVER` within one report."""
    blocks = {(a, b): f for a, b, f in _blocks(texts, level)}
    total = np.full((len(level.units), len(level.units)), NEVER, np.float32)
    if not blocks:
        return total
    every = np.concatenate([f.reshape(len(f), -1) for f in blocks.values()], axis=1)
    mean, spread = every.mean(axis=1, dtype=np.float64), every.std(axis=1, dtype=np.float64)
    weights = np.array([1.0] * len(CORE) + [SLOT_WEIGHT] * len(SLOTS)) / np.maximum(spread, 1e-6)
    for (a, b), features in blocks.items():
        z = np.tensordot(weights, features - mean[:, None, None], axes=1).astype(np.float32)
        (a0, a1), (b0, b1) = level.bounds[a], level.bounds[b]
        total[a0:a1, b0:b1], total[b0:b1, a0:a1] = z, z.T
    return total


def _blocks(texts: Sequence[Text], level: Level) -> Iterator[tuple[int, int, Floats]]:
    """Yield for each two reports the features of their units (features x units x units)."""
    ready = [prepare(text, level.of(k)) if level.of(k) else None for k, text in enumerate(texts)]
    for a, left in enumerate(ready):
        for b in range(a + 1, len(ready)):
            right = ready[b]
            if left is not None and right is not None:
                yield a, b, np.concatenate([core_features(left, right), slot_features(left.units, right.units)])


def core_features(a: Prepared, b: Prepared) -> Floats:
    """Return the likeness of units and of their sentences (6 x units x units)."""
    near = word_likeness(a.text, b.text)
    at = np.ix_([u.assertion.sentence for u in a.units], [u.assertion.sentence for u in b.units])
    sentences = (
        (a.sentences.pooled @ b.sentences.pooled.T)[at],
        best_matches(near, a.sentences, b.sentences)[at],
        shared_words(a.text, b.text, a.sentences, b.sentences)[at],
    )
    units = (
        a.groups.pooled @ b.groups.pooled.T,
        best_matches(near, a.groups, b.groups),
        shared_words(a.text, b.text, a.groups, b.groups),
    )
    return np.stack([*units, *sentences]).astype(np.float32)


def slot_features(a: Sequence[Unit], b: Sequence[Unit]) -> Floats:
    """Return what the slots of units have in common (8 x units x units)."""

    def common(slot: Callable[[Unit], frozenset[str]]) -> tuple[Floats, Floats]:
        return _common([slot(u) for u in a], [slot(u) for u in b])

    holders, both_held = common(lambda u: u.holders)
    quoted, _ = common(lambda u: u.quoted)
    times, both_timed = common(lambda u: u.times)
    numbers, _ = common(lambda u: u.amounts)
    objects, _ = common(lambda u: u.objects)
    negated = np.array([u.assertion.negated for u in a])[:, None] != np.array([u.assertion.negated for u in b])[None, :]
    apart = np.abs(np.array([u.position for u in a])[:, None] - np.array([u.position for u in b])[None, :])
    heads = np.array([u.head for u in a])[:, None] == np.array([u.head for u in b])[None, :]
    rows = (
        np.where(holders > 0, 1, -both_held),
        -negated.astype(np.float32),
        np.minimum(quoted, 3),
        np.where(times > 0, 1, -0.5 * both_timed),
        numbers > 0,
        -apart,
        heads,
        objects > 0,
    )
    return np.stack([row.astype(np.float32) for row in rows])


def _common(a: Sequence[frozenset[str]], b: Sequence[frozenset[str]]) -> tuple[Floats, Floats]:
    """Return how many keys two sets share, and whether neither is empty (sets x sets each)."""
    keys = {key: n for n, key in enumerate(sorted(frozenset().union(*a) & frozenset().union(*b)))}

    def holds(sets: Sequence[frozenset[str]]) -> Floats:
        found = np.zeros((len(sets), len(keys)), np.float32)
        for k, here in enumerate(sets):
            found[k, [keys[key] for key in here if key in keys]] = 1
        return found

    any_a, any_b = np.array([bool(s) for s in a], np.float32), np.array([bool(s) for s in b], np.float32)
    return holds(a) @ holds(b).T, np.outer(any_a, any_b)
