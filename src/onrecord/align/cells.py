"""Cells: what each report has for each claim, or whether it is silent, or whether that cannot be told."""

from collections.abc import Sequence

import numpy as np

from onrecord.align.claims import Draft
from onrecord.align.scores import Scores
from onrecord.align.texts import Floats
from onrecord.model.marks import Assertion

MEANING = 20.0
"""Score that a likeness in meaning of 1 adds for a passage: what means much the same in other words is no silence."""
WORDS = 20.0
"""Score that a claim adds all of whose words have a counterpart somewhere in a report; one word that nothing there is
like speaks for silence. Of the 45 % most silent cells of the written stories 93 in 100 are so with both, 91 without."""
UNREMARKABLE = 0.25
"""Likeness, in meaning or of a word, that says nothing either way."""
SILENT_BELOW = -7.0
"""Nearest passage's sum below which a report is silent. Of the written stories' cells that no reading fills half are
decided so, and 92 in 100 of these silences are true."""


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
    near = [
        block[at] + _meant(scores, (other, at), report)
        for other, at in rows
        if (block := scores.between(other, report)) is not None
    ]
    if not near:
        return None
    likest = near[0] if len(near) == 1 else np.max(near, axis=0)
    at = int(likest.argmax())
    met = max((float(scores.met[other, report][k]) for other, k in rows if scores.met), default=UNREMARKABLE)
    return float(likest[at]) + WORDS * (met - UNREMARKABLE), scores.level.of(report)[at].assertion


def _meant(scores: Scores, unit: tuple[int, int], report: int) -> Floats | float:
    """Return what likeness in meaning adds for each unit of a report; nothing without vectors."""
    if not scores.meanings:
        return 0.0
    other, at = unit
    added: Floats = MEANING * (scores.meanings[report] @ scores.meanings[other][at] - UNREMARKABLE)
    return added


def empty_cell(near: tuple[float, Assertion | None]) -> Assertion | None:
    """Return the nearest passage where a report may have something for a claim; none where it is silent."""
    score, assertion = near
    return assertion if score >= SILENT_BELOW else None
