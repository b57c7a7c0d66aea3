"""What some reports of a record bring to it: what is new, confirmed, contradicted, left out.

All of it stands in the one record that holds them: nothing is read again, and no other record is needed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from onrecord.model.changes import Arrival, Brought
from onrecord.model.claims import Claim, Finding, Reading
from onrecord.model.record import Record
from onrecord.model.span import ReportId, Span

CONTRADICTING = ("conflict", "update")


def find_arrival(record: Record, reports: Sequence[ReportId]) -> Arrival:
    """Say what some reports bring to a record that holds them.

    Args:
        record: The record of all reports.
        reports: Those that have joined it.

    Returns:
        The claims in the order of how many others tell them, then of their salience; findings in the record's order.
    """
    joined = frozenset(reports)
    found = [finding for finding in record.findings if is_between(finding, joined)]
    told_otherwise = {claim for finding in found for claim in finding.claims}
    new, confirms, unsure, leaves_out = [], [], [], []
    for claim in sorted(record.claims, key=lambda claim: (-_n_others(claim, joined), -claim.salience)):
        met = meet(claim, joined)
        if met.ours and not met.theirs:
            new.append(met)
        elif met.ours and claim.id not in told_otherwise:
            confirms.append(met)
        elif met.nearest:
            unsure.append(met)
        elif not met.ours:
            leaves_out.append(met)
    return Arrival(
        tuple(reports),
        tuple(new),
        tuple(confirms),
        tuple(finding for finding in found if finding.kind in CONTRADICTING),
        tuple(finding for finding in found if finding.kind not in CONTRADICTING),
        tuple(unsure),
        tuple(leaves_out),
        _sharing(record, joined),
    )


def is_between(finding: Finding, joined: Collection[str]) -> bool:
    """Tell whether reports read otherwise than another one; two that tell both sides of a dispute read the same."""
    sides_of: dict[str, set[int]] = defaultdict(set)
    for n, side in enumerate(finding.sides):
        for report in side.reports:
            sides_of[report].add(n)
    ours = [sides for report, sides in sides_of.items() if report in joined]
    theirs = [sides for report, sides in sides_of.items() if report not in joined]
    return any(own != other for own in ours for other in theirs)


def meet(claim: Claim, joined: Collection[str]) -> Brought:
    """Return a claim with the words that some reports have for it, and those that the others have."""
    ours = _words(reading for reading in claim.readings if reading.report in joined)
    theirs = _words(reading for reading in claim.readings if reading.report not in joined)
    near = () if ours else tuple(unsure.nearest for unsure in claim.unsure if unsure.report in joined)
    return Brought(claim.id, claim.text, ours, theirs, near)


def _words(readings: Iterable[Reading]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for reading in readings for span in reading.evidence))


def _n_others(claim: Claim, joined: Collection[str]) -> int:
    return len({reading.report for reading in claim.readings} - set(joined))


def _sharing(record: Record, joined: Collection[str]) -> tuple[ReportId, ...]:
    """Return the other reports whose wording some reports share, in the record's order."""
    families = [family.reports for family in record.lineage.families if set(family.reports) & set(joined)]
    shared = {report for family in families for report in family} - set(joined)
    return tuple(report.id for report in record.reports if report.id in shared)
