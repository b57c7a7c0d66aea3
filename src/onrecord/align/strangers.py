"""Which reports tell of another event than the rest: what they share with it is no more than chance gives.

Two reports are linked if their likest assertions reach a sum on the usual scale that first reports of unrelated
written stories do not reach; short reports have less to reach. Reports that no chain of links joins share nothing.

```text
OR413  a report shares hardly anything with the others: it may tell of another event
```
"""

from collections.abc import Sequence

import numpy as np

from onrecord.align.pairs import USUAL, Features, Level
from onrecord.align.scores import Scores
from onrecord.align.texts import Text
from onrecord.model.marks import Problem

LIKEST = 5
"""How many of the likest assertions of two reports are looked at."""
SHORTEST = 10
"""Assertions of a report, at the least, to be called a stranger: of a brief of 100 words about the same event and about
another one, the likest five are much the same."""
LINKED = 25.0
"""The least mean of their sums. Who gives two reports takes them for one event, so the limit is low: of 22 pairs of one
story (20 written, 2 real) none is parted, of 44 of two stories none is linked; of their first 300 words, 2 and 1."""
FULL, EACH = 28, 0.8
"""Assertions of the shorter report below which the limit sinks, and by how much for each that is missing: the likest of
few are less alike than the likest of many. Of the first 200 words of the same pairs none of 22 is parted, and 14 of
the 44 of two stories are linked."""
APART = -100.0
"""The score of assertions of two events: far below what makes a report silent."""
MESSAGE = "shares hardly anything with the other reports; are these reports of one event?"


def find_events(features: Features, level: Level, *, lower: float = 0.0) -> tuple[int | None, ...]:
    """Return for each report the first report it is linked with, by however long a chain; none for a short report.

    Args:
        features: Those of the pairs of the level.
        level: The large units.
        lower: By how much sums are lower than usual, for want of vectors.
    """
    sizes = [end - start for start, end in level.bounds]
    first: list[int | None] = [k if size >= SHORTEST else None for k, size in enumerate(sizes)]
    for a, b in features.places:
        if first[a] is None or first[b] is None or first[a] == first[b]:
            continue
        sums = USUAL.sum_of(features.of(a, b))
        best = np.sort(sums.max(axis=int(sums.shape[0] <= sums.shape[1])))[-LIKEST:]
        missing = max(0, FULL - min(sizes[a], sizes[b]))
        if best.mean() >= LINKED - EACH * missing - lower:
            joined = {first[a], first[b]}
            low = min(k for k in joined if k is not None)
            first = [low if k in joined else k for k in first]
    return tuple(first)


def heed_events(scores: Scores, events: Sequence[int | None]) -> Scores:
    """Take apart the assertions of reports of two events."""
    blocks = {
        (a, b): np.full_like(block, APART) if None not in (events[a], events[b]) and events[a] != events[b] else block
        for (a, b), block in scores.blocks.items()
    }
    return scores._replace(blocks=blocks)


def find_strangers(texts: Sequence[Text], events: Sequence[int | None]) -> tuple[Problem, ...]:
    """Return a problem for each report that is not of the event of most reports, the first at a tie."""
    known = [event for event in events if event is not None]
    main = max(known, key=known.count, default=None)
    return tuple(
        Problem("OR413", MESSAGE, text.notes.report.id)
        for text, event in zip(texts, events, strict=True)
        if event not in (None, main)
    )
