"""What a story keeps account of: commitments, positions, events."""

from typing import Literal

from msgspec import Struct

from onrecord.model.marks import Entity
from onrecord.model.report import Edtf
from onrecord.model.span import ReportId, Span

CommitmentStatus = Literal[
    "hoped",
    "invited",
    "proposed",
    "expected",
    "tentative",
    "agreed",
    "pledged",
    "accepted",
    "obliged",
    "reserved",
    "done",
    "suspended",
    "denied",
]
Stance = Literal["supports", "opposes", "ambiguous", "neutral", "silent"]
EventStatus = Literal["happened", "ongoing", "planned", "hypothetical"]


class CommitmentReading(Struct, frozen=True):
    """How one report gives a commitment."""

    report: ReportId
    status: CommitmentStatus
    evidence: tuple[Span, ...]
    amounts: tuple[int, ...] = ()
    due: Edtf | None = None
    holders: tuple[str, ...] = ()


class Commitment(Struct, frozen=True):
    """What an actor undertakes: by whom, what, to whom, by when."""

    id: str
    by: str
    action: str
    object: str
    readings: tuple[CommitmentReading, ...]
    to: str | None = None
    due: Edtf | None = None
    condition: str | None = None


class Position(Struct, frozen=True):
    """Where an actor stands on an issue."""

    actor: str
    issue: str
    stance: Stance
    evidence: tuple[Span, ...]
    statements: tuple[str, ...] = ()


class Event(Struct, frozen=True):
    """Something that happens in the story's world."""

    id: str
    title: str
    status: EventStatus
    evidence: tuple[Span, ...]
    entity: str | None = None
    time: Edtf | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()


class Ledger(Struct, frozen=True):
    """The story's accounts; ``timeline`` is oldest first, with what cannot be ordered side by side.

    ``actors`` are those who undertake something and are no entity of the story yet ("the brewery").
    """

    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    timeline: tuple[tuple[str, ...], ...] = ()
    actors: tuple[Entity, ...] = ()
