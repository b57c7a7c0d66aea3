"""How alike two groups of words are: pooled vectors, best matches word by word, shared rare words."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.texts import Floats, Ints, Text

MOST_SHARED = 4.0
"""Weight of shared words beyond which more of them say nothing more."""


SAME_LEMMA = 0.9
"""The least likeness of two words of one lemma, or of one entity."""
CHANCE = 0.3
"""The likeness that the likest of a few unrelated words has (written stories)."""


class Groups(NamedTuple):
    """Groups of one report's words, made ready: units, or sentences.

    ``pooled`` (groups x dimensions) has unit length; ``words`` are the content words of all groups one after
    the other, ``places`` where they stand among the report's content words, ``starts`` where each group begins
    among them; a group without content words holds one of weight 0. ``shares`` of a group's words add up to 1.
    """

    pooled: Floats
    words: Ints
    places: Ints
    starts: Ints
    shares: Floats
    weights: Floats


def make_groups(text: Text, groups: Sequence[Ints]) -> Groups:
    """Make groups of a report's words ready for comparing."""
    dimensions = text.vectors.shape[1]
    pooled = np.zeros((len(groups), dimensions), np.float32)
    words: list[Ints] = []
    starts: list[int] = []
    shares: list[Floats] = []
    telling: list[Floats] = []
    for k, group in enumerate(groups):
        pooled[k] = text.vectors[group].sum(axis=0)
        content = group[text.lemmas[group] >= 0]
        content = content if len(content) else text.content[:1]
        weights = text.weights[content] * bool((text.lemmas[group] >= 0).any())
        starts.append(sum(map(len, words)))
        words.append(content)
        telling.append(weights)
        shares.append(weights / max(float(weights.sum()), 1e-9))
    pooled /= np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
    every = np.concatenate(words)
    return Groups(
        pooled,
        every,
        np.searchsorted(text.content, every),
        np.array(starts, np.int64),
        np.concatenate(shares).astype(np.float32),
        np.concatenate(telling).astype(np.float32),
    )


def word_likeness(a: Text, b: Text) -> Floats:
    """Return the cosine of the content words of two reports (words x words), at least .9 for one lemma."""
    ours, theirs = a.lemmas[a.content], b.lemmas[b.content]
    same: Floats = ((ours[:, None] == theirs[None, :]) & (ours >= 0)[:, None]).astype(np.float32)
    if not a.vectors.shape[1]:
        return same
    cosine: Floats = np.maximum(a.directions @ b.directions.T, SAME_LEMMA * same)
    return cosine


def best_matches(likeness: Floats, a: Groups, b: Groups) -> tuple[Floats, Floats]:
    """Return how well the words of each group find a counterpart in each group of another report.

    Args:
        likeness: Content words of one report x content words of the other.
        a: Groups of the one.
        b: Groups of the other.

    Returns:
        Two scores (groups x groups each). The first is the harmonic mean of both directions; in each, the weighted
        mean over a group's words of the likest word of the other group (as in BERTScore, Zhang et al. 2020). The
        second is how much telling material is matched: the sum over a group's words of weight times (likeness of
        the likest word - .3), the smaller of both directions; unlike a mean, it tells a long passage that is
        matched from two words that are.
    """
    near = likeness[np.ix_(a.places, b.places)]
    best_there = np.maximum.reduceat(near, b.starts, axis=1)
    best_back = np.maximum.reduceat(near, a.starts, axis=0)
    there = np.maximum(np.add.reduceat(best_there * a.shares[:, None], a.starts, axis=0), 0)
    back = np.maximum(np.add.reduceat(best_back * b.shares[None, :], b.starts, axis=1), 0)
    much_there = np.add.reduceat(np.maximum(best_there - CHANCE, 0) * a.weights[:, None], a.starts, axis=0)
    much_back = np.add.reduceat(np.maximum(best_back - CHANCE, 0) * b.weights[None, :], b.starts, axis=1)
    return 2 * there * back / np.maximum(there + back, 1e-9), np.minimum(much_there, much_back)


def shared_words(a: Text, b: Text, ours: Groups, theirs: Groups) -> Floats:
    """Return the weight of the lemmas that two groups have in common, at most 4 (groups x groups)."""
    used = np.intersect1d(a.lemmas[ours.words], b.lemmas[theirs.words])
    used = used[used >= 0]
    weight = np.zeros(len(used), np.float32)
    left, right = _holds(a, ours, used), _holds(b, theirs, used)
    here = np.isin(a.lemmas, used)
    weight[np.searchsorted(used, a.lemmas[here])] = a.weights[here]
    return np.minimum((left * weight) @ right.T, MOST_SHARED)


def _holds(text: Text, groups: Groups, used: Ints) -> Floats:
    """Return which of some lemmas each group has (groups x lemmas), as 0 and 1."""
    found = np.zeros((len(groups.starts), len(used)), np.float32)
    owner = np.repeat(np.arange(len(groups.starts)), np.diff([*groups.starts, len(groups.words)]))
    lemmas = text.lemmas[groups.words]
    known = np.isin(lemmas, used)
    found[owner[known], np.searchsorted(used, lemmas[known])] = 1
    return found
