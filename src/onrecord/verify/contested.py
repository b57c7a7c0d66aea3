"""What one report says and another calls not so: denials, and what the record has found of status."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.compare.denials import compare_denials
from onrecord.model.claims import Finding, Side
from onrecord.model.span import ReportId, Span
from onrecord.verify.ground import Ground


class Contested(Struct, frozen=True):
    """The denials and the findings of status of a story, with the draft read as one of its reports."""

    draft: ReportId
    findings: tuple[Finding, ...]

    def sides_of(self, own: Span, carried: Sequence[Span]) -> tuple[Side, ...]:
        """Return both sides of what some words of the draft say, as far as reports carry it and others deny it."""
        for finding in self.findings:
            mine = [side for side in finding.sides if any(is_on(side, span) for span in (own, *carried))]
            others = [side for side in finding.sides if side not in mine and self.draft not in side.reports]
            if mine and others:
                spans = tuple(dict.fromkeys(carried))
                carrying = Side(tuple(dict.fromkeys(span.report for span in spans)), spans[0].exact, spans)
                return (carrying, *others)
        return ()


def read_contested(ground: Ground) -> Contested:
    """Gather what the reports contest among themselves, and what they deny of the draft."""
    known = [f for f in ground.findings if f.kind in ("conflict", "update") and f.aspect == "status"]
    return Contested(ground.draft.report.id, (*known, *compare_denials(ground.story)))


def is_on(side: Side, span: Span) -> bool:
    """Tell whether some words are among those that a side stands on."""
    return any(each.overlaps(span) for each in side.evidence)
