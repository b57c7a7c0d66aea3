"""Rows that say less of what another row says: each of their readings lies inside that row's reading of the report."""

from collections.abc import Sequence

from onrecord.model.claims import Claim
from onrecord.model.overlaps import Ranges
from onrecord.model.span import ReportId


def find_parts(claims: Sequence[Claim]) -> dict[str, str]:
    """Return the claims that are parts, each with the claim it is part of: one that is no part itself.

    Of two claims on the same words the first one is the whole.
    """
    order = {claim.id: n for n, claim in enumerate(claims)}
    words = {(c.id, r.report): [(s.start, s.end) for s in r.evidence] for c in claims for r in c.readings}
    rows: dict[ReportId, list[tuple[int, int, int]]] = {}
    for (claim, report), spans in words.items():
        rows.setdefault(report, []).extend((start, end, order[claim]) for start, end in spans)
    ranges = {report: Ranges(row) for report, row in rows.items()}
    inside = {claim.id: _wholes(claim, claims, words=words, ranges=ranges) for claim in claims}
    wholes = {
        part: {one for one in own if part not in inside[one] or order[one] < order[part]}
        for part, own in inside.items()
    }
    free = {part: [one for one in own if not wholes[one]] for part, own in wholes.items()}
    return {part: min(own, key=order.__getitem__) for part, own in free.items() if own}


def _wholes(
    claim: Claim,
    claims: Sequence[Claim],
    *,
    words: dict[tuple[str, ReportId], list[tuple[int, int]]],
    ranges: dict[ReportId, Ranges],
) -> frozenset[str]:
    """Return the other claims whose readings have all words of those of a claim."""
    first = next((span for reading in claim.readings for span in reading.evidence), None)
    if first is None:
        return frozenset()
    near = {claims[one.mark].id for one in ranges[first.report].over(first.start, first.end)} - {claim.id}
    return frozenset(
        one
        for one in near
        if all(
            any(start <= span.start and span.end <= end for start, end in words.get((one, reading.report), ()))
            for reading in claim.readings
            for span in reading.evidence
        )
    )
