"""Cells: what each report has for each claim, or whether it is silent, or whether that cannot be told."""

from collections.abc import Sequence

import numpy as np

from onrecord.align.claims import Draft
from onrecord.align.pairs import Level
from onrecord.align.texts import Floats
from onrecord.model.marks import Assertion

SILENT_BELOW = -8.0
SILENT_BELOW_ALONE = -7.5
"""Nearest passage's score below which a report is silent: on claims of several reports, and of one. On the written
stories nine in ten of such silences are true, and two in five of the cells that no reading fills are decided."""


class Nearest:
    """Finds the passage of each report that comes nearest to a claim."""

    def __init__(self, levels: Sequence[tuple[Level, Floats]]) -> None:
        self._levels = tuple(levels)
        self._rows = [{unit.assertion.id: k for k, unit in enumerate(level.units)} for level, _ in levels]

    def to(self, draft: Draft) -> list[tuple[float, Assertion | None]]:
        """Return for each report its nearest assertion, and its score with the claim's nearest unit."""
        found: list[tuple[float, Assertion | None]] = [(-np.inf, None)] * len(self._levels[0][0].bounds)
        for (level, scores), place in zip(self._levels, self._rows, strict=True):
            rows = [place[unit.assertion.id] for unit in draft.units if unit.assertion.id in place]
            if not rows:
                continue
            near = scores[rows].max(axis=0)
            for report, (start, end) in enumerate(level.bounds):
                at = start + int(near[start:end].argmax()) if start < end else start
                if start < end and near[at] > found[report][0]:
                    found[report] = (float(near[at]), level.units[at].assertion)
        return found


def empty_cell(draft: Draft, near: tuple[float, Assertion | None]) -> Assertion | None:
    """Return the nearest passage where a report may have something for a claim; none where it is silent."""
    score, assertion = near
    least = SILENT_BELOW if len(draft.units) > 1 else SILENT_BELOW_ALONE
    return assertion if score >= least else None
