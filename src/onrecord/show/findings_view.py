"""Findings, both sides beside each other, what differs most first."""

from dataclasses import dataclass

from onrecord.model.claims import Finding, Side
from onrecord.show.cells import Badge, badge, say_reads
from onrecord.show.fragments import say_claim
from onrecord.show.lookup import Link, Lookup
from onrecord.show.marks import FINDING_MARKS, FINDING_WEIGHT
from onrecord.show.notes import say_note


@dataclass(frozen=True, slots=True)
class SideView:
    """Who reads it so, what they read, and their words."""

    outlets: tuple[str, ...]
    reads: str
    words: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding as it is shown: what differs, why it is called so, and all sides."""

    badge: Badge
    kind_word: str
    note: str
    claims: tuple[tuple[int, str], ...]
    sides: tuple[SideView, ...]


def list_findings(lookup: Lookup) -> tuple[FindingView, ...]:
    """List the findings by weight of kind, then by the salience of what they are about."""
    salience = {claim.id: claim.salience for claim in lookup.record.claims}

    def place(finding: Finding) -> tuple[float, float, int]:
        about = max((salience.get(claim, 0.0) for claim in finding.claims), default=0.0)
        return (-FINDING_WEIGHT[finding.kind], -about, lookup.finding_numbers[finding.id])

    return tuple(_view(lookup, finding) for finding in sorted(lookup.record.findings, key=place))


def _view(lookup: Lookup, finding: Finding) -> FindingView:
    known = [claim for claim in dict.fromkeys(finding.claims) if claim in lookup.claims]
    return FindingView(
        badge=badge(lookup, finding),
        kind_word=FINDING_MARKS[finding.kind].word,
        note=say_note(finding),
        claims=tuple((lookup.claim_numbers[claim], say_claim(lookup, lookup.claims[claim])) for claim in known),
        sides=tuple(_side(lookup, side, finding) for side in finding.sides),
    )


def _side(lookup: Lookup, side: Side, finding: Finding) -> SideView:
    return SideView(lookup.names_of(side.reports), say_reads(side, finding), lookup.links(side.evidence))
