"""The scores of a story's pairs: what attracts and what does not, kept as a block for each two reports.

Above 0 two units are rather one claim than two.
"""

from collections.abc import Mapping
from itertools import combinations
from typing import NamedTuple

import numpy as np

from onrecord.align.pairs import CORE, Features, Level, above_floor
from onrecord.align.texts import Bools, Floats

JOINED_EACH = 0.5
"""How many pairs of two reports count as one claim, for each unit of the shorter report: what two reports both tell
grows with their length, not with the number of their pairs. .45 to .6 is a plateau on the written stories."""
COPIED, STRANGE = 0.85, 0.15
"""Word likeness from which two assertions are one claim, and below which they are none, whatever the story's
other pairs: where nearly all of a story's pairs agree, or none, its own scale says nothing. Of the written stories'
pairs from .85 on 68 of 69 are one claim, of those below .15 one in 330."""
TOO_LITTLE = -4.0
"""The least score that the floor leaves a pair: too little to join, and too much to call a report silent."""
NEVER = -1e6
"""The score of two assertions of one report: they are not compared."""
DECIDED = 1.0
"""The least score of two assertions with the same words, and with a minus the largest of two with no like words."""


class Scores(NamedTuple):
    """The scores of a level's units, in ``blocks`` (units x units) for each two reports, the earlier one first.

    ``meanings`` are each report's units as vectors of length 1 (units x dimensions). ``met`` says for each unit of a
    report, beside another report, how like the least met of its words is to any word there. Both are empty without
    vectors.
    """

    level: Level
    blocks: Mapping[tuple[int, int], Floats]
    meanings: tuple[Floats, ...] = ()
    met: Mapping[tuple[int, int], Floats] = {}

    def between(self, a: int, b: int) -> Floats | None:
        """Return the scores of two reports' units (a's x b's); none where one of them has no units."""
        if a > b:
            block = self.blocks.get((b, a))
            return None if block is None else block.T
        return self.blocks.get((a, b))

    def of(self, i: int, j: int) -> float:
        """Return the score of two of the level's units; `NEVER` within one report."""
        a, b = self.level.units[i].report, self.level.units[j].report
        block = self.between(a, b)
        if block is None:
            return NEVER
        return float(block[i - self.level.bounds[a][0], j - self.level.bounds[b][0]])


def score_pairs(
    features: Features | None, level: Level, *, each: float = JOINED_EACH, lower: float | None = None
) -> Scores:
    """Return the scores of a level: shifted so that ``each`` pairs for each unit of two reports stand above 0.

    Args:
        features: Those of the level's pairs; none where there are no pairs.
        level: The units.
        each: How many pairs of two reports stand above 0 for each unit of the shorter, on the story's average.
        lower: By how much sums on the usual scale are lower than usual, for want of vectors; none for scores that
            no floor holds.
    """
    if features is None:
        return Scores(level, {})
    rows = {place: _first_look(features, place, lower) for place in features.places}
    limit = np.quantile(np.concatenate([row.sums.ravel() for row in rows.values()]), _share_below(level, each))
    blocks = {place: _decide(row, np.float32(limit)) for place, row in rows.items()}
    return Scores(level, blocks, features.meanings, features.met())


def _share_below(level: Level, each: float) -> float:
    """Return the share of a level's pairs that stand below 0."""
    sizes = [(len(level.of(a)), len(level.of(b))) for a, b in combinations(range(len(level.bounds)), 2)]
    return 1 - min(1.0, each * sum(map(min, sizes)) / sum(ours * theirs for ours, theirs in sizes))


class _Row(NamedTuple):
    """Two reports' pairs before it is known where 0 is."""

    sums: Floats
    copied: Bools
    strange: Bools
    above: Floats | None


def _first_look(features: Features, place: tuple[int, int], lower: float | None) -> _Row:
    block = features.of(*place)
    words = block[CORE.index("words")]
    above = None if lower is None else above_floor(block) + lower
    return _Row(features.scale.sum_of(block), words >= COPIED, words < STRANGE, above)


def _decide(row: _Row, limit: np.float32) -> Floats:
    """Return two reports' scores: no pair of other than the same words stands higher than it does above the floor."""
    scores: Floats = row.sums - limit
    scores[row.copied] = np.maximum(scores[row.copied], DECIDED)
    scores[row.strange] = np.minimum(scores[row.strange], -DECIDED)
    if row.above is not None:
        above = np.maximum(row.above, TOO_LITTLE)
        held = (scores > above) & (scores > 0) & ~row.copied
        scores[held] = above[held]
    return scores
