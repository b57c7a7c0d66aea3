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


def nearest(draft: Draft, levels: Sequence[tuple[Level, Floats]], report: int) -> tuple[float, Assertion | None]:
    """Return the assertion of a report that comes nearest to a claim, and its score with the claim's nearest unit."""
    best: tuple[float, Assertion | None] = (-np.inf, None)
    ids = {unit.assertion.id for unit in draft.units}
    for level, scores in levels:
        rows = [k for k, unit in enumerate(level.units) if unit.assertion.id in ids]
        start, end = level.bounds[report]
        if rows and start < end:
            near = scores[rows, start:end].max(axis=0)
            at = int(near.argmax())
            if near[at] > best[0]:
                best = (float(near[at]), level.units[start + at].assertion)
    return best


def empty_cell(draft: Draft, near: tuple[float, Assertion | None]) -> Assertion | None:
    """Return the nearest passage where a report may have something for a claim; none where it is silent."""
    score, assertion = near
    least = SILENT_BELOW if len(draft.units) > 1 else SILENT_BELOW_ALONE
    return assertion if score >= least else None
