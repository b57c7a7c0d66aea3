"""How two records of one story differ, claim by claim, by the words the claims stand on.

The former record is first told in places of the latter: a span of a text that both have stays, one of another
version of a report goes where its words stand there, and one whose words are gone keeps its own place.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from onrecord.changes.values import find_other_values
from onrecord.changes.versions import Twins
from onrecord.model.changes import ClaimChange, ClaimLine, Difference
from onrecord.model.claims import Claim, Finding
from onrecord.model.overlaps import Ranges
from onrecord.model.record import Record
from onrecord.model.span import Span

Evidence = tuple[Span, ...]
Readings = dict[str, frozenset[Evidence]]
"""What the readings of each claim stand on, by the claim's id, in places of the latter record."""


def compare_records(before: Record, after: Record) -> Difference:
    """Say how two records of one story differ; a record beside itself differs in nothing.

    A report that only the latter has is silent on many claims: that is no change of those claims. What has another
    place in the list, another id or another salience is the same line.
    """
    twins = Twins(before, after)
    old = {claim.id: frozenset(twins.moved(r.evidence) for r in claim.readings) for claim in before.claims}
    now = {claim.id: frozenset(reading.evidence for reading in claim.readings) for claim in after.claims}
    pairs = match_claims(old, now)
    ours = {claim.id: claim for claim in before.claims if claim.id not in pairs}
    theirs = {claim.id: claim for claim in after.claims if claim.id not in pairs.values()}
    texts = {claim.id: claim.text for claim in after.claims}
    return Difference(
        reports_new=tuple(report.id for report in after.reports if report.id not in twins.known.values()),
        reports_gone=tuple(report.id for report in before.reports if report.id not in twins.known),
        versions=twins.versions,
        claims_new=tuple(_lines(theirs, now, elsewhere=old)),
        claims_gone=tuple(_lines(ours, old, elsewhere=now)),
        claims_changed=tuple(_changes(pairs, old, now, texts=texts)),
        findings_new=tuple(_news(before.findings, after.findings, twins)),
        findings_gone=tuple(_losses(before.findings, after.findings, twins)),
        values=tuple(find_other_values(before, after, twins)),
    )


def match_claims(old: Readings, now: Readings) -> dict[str, str]:
    """Return for each claim the one of the other record that shares most readings with it, each once.

    Those that share more are paired first, then those that have less beside it, then those that stand first.
    """
    holders: dict[Evidence, list[str]] = defaultdict(list)
    for claim, readings in now.items():
        for evidence in readings:
            holders[evidence].append(claim)
    shared = Counter((ours, theirs) for ours, own in old.items() for e in own for theirs in holders.get(e, ()))
    rank = {claim: n for n, claim in enumerate((*old, *now))}
    ranked = sorted(
        shared, key=lambda pair: (-shared[pair], len(old[pair[0]]) + len(now[pair[1]]), rank[pair[0]], rank[pair[1]])
    )
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    for ours, theirs in ranked:
        if ours not in pairs and theirs not in taken:
            pairs[ours] = theirs
            taken.add(theirs)
    return {ours: pairs[ours] for ours in old if ours in pairs}


def _changes(
    pairs: Mapping[str, str], old: Readings, now: Readings, *, texts: Mapping[str, str]
) -> Iterator[ClaimChange]:
    """Yield the claims of both records whose readings are others, in the order of the former record."""
    for ours, theirs in pairs.items():
        if old[ours] != now[theirs]:
            joined, left = now[theirs] - old[ours], old[ours] - now[theirs]
            yield ClaimChange(ours, theirs, texts[theirs], _spans(joined), _spans(left))


def _lines(claims: Mapping[str, Claim], own: Readings, *, elsewhere: Readings) -> Iterator[ClaimLine]:
    """Yield claims that the other record does not have as one, with the claim of it that holds their words."""
    shelf = Shelf(elsewhere)
    for claim in claims.values():
        evidence = _spans(reading.evidence for reading in claim.readings)
        yield ClaimLine(claim.id, claim.text, evidence, shelf.claim_at(_spans(own[claim.id])))


class Shelf:
    """The claims of a record by the places of their words."""

    def __init__(self, readings: Readings) -> None:
        self._claims = tuple(readings)
        places: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for n, claim in enumerate(self._claims):
            for span in _spans(readings[claim]):
                places[span.report].append((span.start, span.end, n))
        self._ranges = {report: Ranges(own) for report, own in places.items()}

    def claim_at(self, spans: Evidence) -> str | None:
        """Return the claim that has most of the words of some spans, the first of several; None if none has any."""
        shared: Counter[int] = Counter()
        for span in spans:
            for other in self._ranges[span.report].over(span.start, span.end) if span.report in self._ranges else ():
                shared[other.mark] += min(span.end, other.end) - max(span.start, other.start)
        return self._claims[min(shared, key=lambda n: (-shared[n], n))] if shared else None


def _spans(evidence: Iterable[Evidence]) -> Evidence:
    return tuple(sorted({span for own in evidence for span in own}))


def _news(before: Iterable[Finding], after: Iterable[Finding], twins: Twins) -> Iterator[Finding]:
    """Yield the findings of the latter record that the former has not, or not with these sides."""
    had = {_key(finding, twins) for finding in before}
    return (finding for finding in after if _key(finding) not in had)


def _losses(before: Iterable[Finding], after: Iterable[Finding], twins: Twins) -> Iterator[Finding]:
    """Yield the findings of the former record that the latter has not; one that has grown is there."""
    there = [_key(finding) for finding in after]
    for finding in before:
        kind, aspect, sides = _key(finding, twins)
        if not any((kind, aspect) == other[:2] and _met(sides, other[2]) > 1 for other in there):
            yield finding


def _met(sides: frozenset[frozenset[Span]], others: frozenset[frozenset[Span]]) -> int:
    return sum(any(side & other for other in others) for side in sides)


def _key(finding: Finding, twins: Twins | None = None) -> tuple[str, str, frozenset[frozenset[Span]]]:
    """Return what makes a finding this one: its kind, its aspect, and the words of its sides."""
    sides = (twins.moved(side.evidence) if twins else side.evidence for side in finding.sides)
    return finding.kind, finding.aspect, frozenset(map(frozenset, sides))
