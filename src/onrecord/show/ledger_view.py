"""Commitments with what each report makes of them, and who stands where on what."""

from collections import defaultdict
from dataclasses import dataclass

from onrecord.model.date_words import say_date
from onrecord.model.ledger import Commitment, Stance
from onrecord.show.lookup import Link, Lookup
from onrecord.show.wording import one_line

WORDS = 160

STANCES: tuple[tuple[Stance, str, str], ...] = (
    ("supports", "+", "supports"),
    ("opposes", "\u2212", "opposes"),
    ("ambiguous", "±", "ambiguous"),
    ("neutral", "○", "neutral"),
    ("silent", "–", "says nothing"),
)


@dataclass(frozen=True, slots=True)
class Undertaking:
    """How one report gives a commitment."""

    status: str
    due: str
    holders: tuple[str, ...]
    words: tuple[Link, ...]
    outlet: str


@dataclass(frozen=True, slots=True)
class CommitmentView:
    """What an actor undertakes."""

    by: str
    to: str
    what: str
    due: str
    condition: str
    readings: tuple[Undertaking, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """An actor's stance with the words that show it."""

    actor: str
    words: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class IssueView:
    """One issue; for each stance of the grid, in its order, who takes it."""

    issue: str
    stands: tuple[tuple[Stand, ...], ...]


@dataclass(frozen=True, slots=True)
class PositionsGrid:
    """Who stands where: a row an issue, a column a stance that somebody takes."""

    stances: tuple[tuple[Stance, str, str], ...]
    issues: tuple[IssueView, ...]


def list_commitments(lookup: Lookup) -> tuple[CommitmentView, ...]:
    """List the commitments: those with a due date first, by it."""
    ordered = sorted(lookup.record.commitments, key=lambda commitment: commitment.due or "~")
    return tuple(_commitment(lookup, commitment) for commitment in ordered)


def _commitment(lookup: Lookup, commitment: Commitment) -> CommitmentView:
    readings = [
        Undertaking(
            reading.status,
            say_date(reading.due),
            tuple(lookup.entity(holder) for holder in reading.holders),
            lookup.links(reading.evidence, WORDS),
            lookup.name_of(reading.report),
        )
        for reading in commitment.readings
    ]
    return CommitmentView(
        by=lookup.entity(commitment.by),
        to=lookup.entity(commitment.to),
        what=one_line(f"{commitment.action} {commitment.object}"),
        due=say_date(commitment.due),
        condition=one_line(commitment.condition or ""),
        readings=tuple(readings),
    )


def lay_positions(lookup: Lookup) -> PositionsGrid | None:
    """Lay out the issues, those with most actors first, or ``None`` where nobody takes a stance."""
    by_issue: dict[str, dict[Stance, list[Stand]]] = defaultdict(lambda: defaultdict(list))
    for position in lookup.record.positions:
        stand = Stand(lookup.entity(position.actor), lookup.links(position.evidence, WORDS))
        by_issue[one_line(position.issue)][position.stance].append(stand)
    if not by_issue:
        return None
    taken = {position.stance for position in lookup.record.positions}
    stances = tuple(stance for stance in STANCES if stance[0] in taken)
    issues = [
        IssueView(issue, tuple(tuple(stands.get(stance, ())) for stance, _, _ in stances))
        for issue, stands in by_issue.items()
    ]
    return PositionsGrid(stances, tuple(sorted(issues, key=lambda view: -sum(len(stands) for stands in view.stands))))
