"""The marks of a cell and of a finding: a glyph, a word, and what it means in one sentence."""

from dataclasses import dataclass
from typing import Literal

from onrecord.model.claims import FindingKind

CellKind = Literal["told", "differs", "only", "alone", "part", "elsewhere", "unsure", "silent", "unread"]


@dataclass(frozen=True, slots=True)
class Mark:
    """How a kind of cell or finding is shown: never by color alone."""

    glyph: str
    word: str
    meaning: str


CELL_MARKS: dict[CellKind, Mark] = {
    "told": Mark("●", "told", "by others too; whether alike: read the words"),
    "differs": Mark("≠", "differs", "tells it another way"),
    "part": Mark("◐", "in part", "tells some of it"),
    "only": Mark("◆", "only here", "no other report tells it"),
    "alone": Mark("◇", "only here?", "unless an unsure report tells it too"),
    "elsewhere": Mark("→", "from the difference", "its words there, not in this claim"),
    "unsure": Mark("?", "unsure", "comes near: read and decide"),
    "silent": Mark("–", "silent", "nothing comes near"),
    "unread": Mark("▨", "not read", "could not be read"),
}

FINDING_MARKS: dict[FindingKind, Mark] = {
    "conflict": Mark("≠", "conflict", "both cannot hold at once"),
    "update": Mark("↻", "update", "a newer value of what changes"),
    "precision": Mark("≈", "precision", "one is narrower or vaguer"),
    "attribution": Mark("⇄", "attribution", "another speaker, addressee or way"),
    "framing": Mark("~", "framing", "other words, other weight"),
}
"""In the order of their weight: what differs most stands first."""

FINDING_WEIGHT: dict[FindingKind, float] = {
    "conflict": 1.0,
    "update": 0.8,
    "precision": 0.5,
    "attribution": 0.45,
    "framing": 0.4,
}

FINDING_PHRASES: dict[FindingKind, str] = {
    "conflict": "conflict of {}",
    "update": "newer {}",
    "precision": "{} more and less exact",
    "attribution": "other {}",
    "framing": "other {}",
}
"""What a reader with one minute is told of a finding, around its aspect."""
