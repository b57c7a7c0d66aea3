"""Cells: what each report has for each claim, or whether it is silent, or whether that cannot be told."""

from collections.abc import Sequence

import numpy as np

from onrecord.align.claims import Draft
from onrecord.align.scores import Scores
from onrecord.model.marks import Assertion

SILENT_BELOW = -8.0
SILENT_BELOW_ALONE = -7.5
"""Nearest passage's score below which a report is silent: on claims of several reports, and of one. On the written
stories nine in ten of such silences are true, and two in five of the cells that no reading fills are decided."""


class Nearest:
    """Finds the passage of each report that comes nearest to a claim."""

    def __init__(self, scored: Sequence[Scores]) -> None:
        self._scored = tuple(scored)
        self._rows = [{unit.assertion.id: k for k, unit in enumerate(scores.level.units)} for scores in scored]

    def to(self, draft: Draft) -> list[tuple[float, Assertion | None]]:
        """Return for each report that has no reading its nearest assertion, and its score with the nearest unit."""
        told = {unit.report for unit in draft.units}
        found: list[tuple[float, Assertion | None]] = [(-np.inf, None)] * len(self._scored[0].level.bounds)
        for scores, place in zip(self._scored, self._rows, strict=True):
            rows = [
                (unit.report, place[unit.assertion.id] - scores.level.bounds[unit.report][0])
                for unit in draft.units
                if unit.assertion.id in place
            ]
            for report in range(len(found)) if rows else ():
                near = None if report in told else _nearest(scores, rows, report)
                if near and near[0] > found[report][0]:
                    found[report] = near
        return found


def _nearest(scores: Scores, rows: Sequence[tuple[int, int]], report: int) -> tuple[float, Assertion] | None:
    """Return a report's unit that is likest to some units (report, place in it); none where it has none."""
    blocks = [(scores.between(other, report), at) for other, at in rows]
    near = [block[at] for block, at in blocks if block is not None]
    if not near:
        return None
    likest = near[0] if len(near) == 1 else np.max(near, axis=0)
    at = int(likest.argmax())
    return float(likest[at]), scores.level.of(report)[at].assertion


def empty_cell(draft: Draft, near: tuple[float, Assertion | None]) -> Assertion | None:
    """Return the nearest passage where a report may have something for a claim; none where it is silent."""
    score, assertion = near
    least = SILENT_BELOW if len(draft.units) > 1 else SILENT_BELOW_ALONE
    return assertion if score >= least else None
