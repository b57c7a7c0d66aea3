"""Where scores are 0: as many pairs stand above it as reports of that length may share."""

import numpy as np
import pytest

from onrecord.align.pairs import FEATURES, Scale, make_level
from onrecord.align.scores import score_pairs
from onrecord.align.units import Unit


class Even:
    """Features of pairs that differ in nothing but chance, below the share of words of a copy."""

    meanings = ()
    scale = Scale(np.zeros(len(FEATURES), np.float32), np.ones(len(FEATURES), np.float32))

    def __init__(self, sizes):
        self.places = [(a, b) for a in range(len(sizes)) for b in range(a + 1, len(sizes))]
        self._chance = np.random.default_rng(1)
        self._sizes = sizes

    def of(self, a, b):
        return self._chance.uniform(0.2, 0.8, (len(FEATURES), self._sizes[a], self._sizes[b])).astype(np.float32)

    def met(self):
        return {}


def level_of(sizes):
    return make_level([[Unit(k, None, 0.0, "", *[frozenset()] * 6)] * size for k, size in enumerate(sizes)])


@pytest.mark.parametrize(
    "sizes", [pytest.param((8, 8), id="notes"), pytest.param((60, 60), id="reports"), pytest.param((20, 200), id="two")]
)
def test_pairs_that_attract_grow_with_the_shorter_report(sizes):
    """Half a pair for each unit of the shorter report attracts, however long the other is."""
    scores = score_pairs(Even(sizes), level_of(sizes))
    assert (scores.blocks[0, 1] > 0).sum() == min(sizes) / 2
