"""How alike two groups of words are: pooled vectors, best matches word by word, shared rare words."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from onrecord.align.texts import Floats, Ints, Text

MOST_SHARED = 4.0
"""Weight of shared words beyond which more of them say nothing more."""
MOST_KEPT = 20_000_000
"""Likenesses of two words that are kept, 160 MB; those of ten reports of 1,000 words are."""
SAME_LEMMA = 0.9
"""The least likeness of two words of one lemma, or of one entity."""
CHANCE = 0.3
"""The likeness that the likest of a few unrelated words has (written stories)."""


class Groups(NamedTuple):
    """Groups of one report's words, made ready: units, or sentences.

    ``pooled`` (groups x dimensions) has unit length; ``places`` are the content words of all groups one after the
    other, as places among the report's content words, ``lemmas`` their lemmas, ``owners`` the group of each;
    ``starts`` is where each group begins among them; a group without content words holds one of weight 0.
    ``shares`` of a group's words add up to 1.
    """

    pooled: Floats
    places: Ints
    lemmas: Ints
    owners: Ints
    starts: Ints
    shares: Floats
    weights: Floats


def make_groups(text: Text, groups: Sequence[Ints]) -> Groups:
    """Make groups of a report's words ready for comparing; each has a word at least."""
    words = np.concatenate(groups)
    owners = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    pooled = np.add.reduceat(text.vectors[words], _starts(owners), axis=0)
    pooled /= np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
    content = text.lemmas[words] >= 0
    filled = np.bincount(owners[content], minlength=len(groups)) > 0
    bare = np.flatnonzero(~filled)
    order = np.argsort(np.concatenate([owners[content], bare]), kind="stable")
    owners = np.concatenate([owners[content], bare])[order]
    words = np.concatenate([words[content], np.repeat(text.content[:1], len(bare))])[order]
    weights = text.weights[words] * filled[owners]
    starts = _starts(owners)
    sums = np.add.reduceat(weights, starts)
    return Groups(
        pooled,
        np.searchsorted(text.content, words),
        text.lemmas[words],
        owners,
        starts,
        (weights / np.maximum(sums, 1e-9)[owners]).astype(np.float32),
        weights,
    )


def _starts(owners: Ints) -> Ints:
    """Return where each group begins in a row of owners that has all groups in order."""
    starts: Ints = np.flatnonzero(np.diff(owners, prepend=-1))
    return starts


def word_likeness(a: Text, b: Text) -> Floats:
    """Return the cosine of the content words of two reports (words x words), at least .9 for one lemma."""
    ours, theirs = a.lemmas[a.content], b.lemmas[b.content]
    same: Floats = ((ours[:, None] == theirs[None, :]) & (ours >= 0)[:, None]).astype(np.float32)
    if not a.vectors.shape[1]:
        return same
    cosine: Floats = np.maximum(a.directions @ b.directions.T, SAME_LEMMA * same)
    return cosine


class Near(NamedTuple):
    """How like the content words of two reports are (words x words), and the same the other way round."""

    there: Floats
    back: Floats


class Alike(NamedTuple):
    """What two reports have in common at large.

    ``words`` is the likeness of their content words; ``sentences`` are the pooled vectors' cosine, the best matches
    and the shared words of their sentences (3 x sentences x sentences).
    """

    words: Near
    sentences: Floats


class Met(NamedTuple):
    """How like each content word of one report is to its likest counterpart in another, both ways."""

    there: Floats
    back: Floats


class Likeness:
    """What each two reports of a story have in common at large, made once for units of all sizes."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = tuple(texts)
        self._groups: dict[int, Groups] = {}
        self._sentences: dict[tuple[int, int], Floats] = {}
        self._words: dict[tuple[int, int], Near] = {}
        self._met: dict[tuple[int, int], Met] = {}
        self._room = MOST_KEPT

    def of(self, a: int, b: int) -> Alike:
        """Return what two reports have in common; both have sentences."""
        words = self._words.get((a, b))
        if words is None:
            there = word_likeness(self._texts[a], self._texts[b])
            words = Near(there, np.ascontiguousarray(there.T))
            if there.size <= self._room:
                self._words[a, b] = words
                self._room -= there.size
        if (a, b) not in self._sentences:
            ours, theirs = self._groups_of(a), self._groups_of(b)
            matched, _ = best_matches(words, ours, theirs)
            shared = shared_words(self._texts[a], self._texts[b], ours=ours, theirs=theirs)
            self._sentences[a, b] = np.stack([ours.pooled @ theirs.pooled.T, matched, shared]).astype(np.float32)
        return Alike(words, self._sentences[a, b])

    def met(self, a: int, b: int) -> Met:
        """Return how well the words of two reports, the earlier one first, are met in one another."""
        if (a, b) not in self._met:
            words = self.of(a, b).words
            self._met[a, b] = Met(words.back.max(axis=0), words.there.max(axis=0))
        return self._met[a, b]

    def _groups_of(self, k: int) -> Groups:
        if k not in self._groups:
            self._groups[k] = make_groups(self._texts[k], self._texts[k].sentences)
        return self._groups[k]


def best_matches(near: Near, a: Groups, b: Groups) -> tuple[Floats, Floats]:
    """Return how well the words of each group find a counterpart in each group of another report.

    Args:
        near: How like the words of two reports are.
        a: Groups of the one.
        b: Groups of the other.

    Returns:
        Two scores (groups x groups each). The first is the harmonic mean of both directions; in each, the weighted
        mean over a group's words of the likest word of the other group (as in BERTScore, Zhang et al. 2020). The
        second is how much telling material is matched: the sum over a group's words of weight times (likeness of
        the likest word - .3), the smaller of both directions; unlike a mean, it tells a long passage that is
        matched from two words that are.
    """
    best_there = _largest(near.back[b.places], b.starts).T[a.places]
    best_back = _largest(near.there[a.places], a.starts)[:, b.places]
    there = np.maximum(np.add.reduceat(best_there * a.shares[:, None], a.starts, axis=0), 0)
    back = np.maximum(np.add.reduceat(best_back * b.shares[None, :], b.starts, axis=1), 0)
    much_there = np.add.reduceat(np.maximum(best_there - CHANCE, 0) * a.weights[:, None], a.starts, axis=0)
    much_back = np.add.reduceat(np.maximum(best_back - CHANCE, 0) * b.weights[None, :], b.starts, axis=1)
    return 2 * there * back / np.maximum(there + back, 1e-9), np.minimum(much_there, much_back)


def _largest(rows: Floats, starts: Ints) -> Floats:
    """Return the largest value of each column in each group of rows (a loop of whole rows beats ``reduceat``)."""
    found = np.empty((len(starts), rows.shape[1]), np.float32)
    for k, (start, end) in enumerate(pairwise([*starts.tolist(), len(rows)])):
        np.max(rows[start:end], axis=0, out=found[k])
    return found


def shared_words(a: Text, b: Text, *, ours: Groups, theirs: Groups) -> Floats:
    """Return the weight of the lemmas that two groups have in common, at most 4 (groups x groups)."""
    used = np.flatnonzero(a.has & b.has)
    places = np.full(len(a.has) + 1, -1)  # the last is looked up by words without a lemma, as -1
    places[used] = np.arange(len(used))
    left, right = _holds(ours, places, len(used)), _holds(theirs, places, len(used))
    return np.minimum((left * a.rarity[used]) @ right.T, MOST_SHARED)


def _holds(groups: Groups, places: Ints, n: int) -> Floats:
    """Return which of some lemmas each group has (groups x lemmas), as 0 and 1."""
    found = np.zeros((len(groups.starts), n), np.float32)
    columns = places[groups.lemmas]
    known = columns >= 0
    found[groups.owners[known], columns[known]] = 1
    return found
