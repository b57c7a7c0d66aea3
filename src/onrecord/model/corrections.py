"""What a person corrects in a record, and what that changed: by the words of reports, never by ids."""

from typing import Literal

from msgspec import Struct

from onrecord.model.span import Span

CorrectionKind = Literal["merge", "split", "wrong", "speaker", "date"]


class Place(Struct, frozen=True):
    """Words as a person gives them, with the name or the outlet of the report that they stand in.

    Without the report the words might stand in one that joins later, too, and the correction would hold no more.
    """

    words: str
    report: str


class Correction(Struct, frozen=True):
    """What a person says of some words, with who says so, when, and why.

    ``merge``: they tell one claim. ``split``: they are a claim of their own. ``wrong``: the finding whose sides
    they are is none. ``speaker``, ``date``: ``value`` is who says them, or what day they mean. ``number`` counts
    the corrections of a file from 1.
    """

    number: int
    kind: CorrectionKind
    places: tuple[Place, ...]
    who: str
    when: str
    why: str
    value: str | None = None


class Corrected(Struct, frozen=True):
    """A correction as the record keeps it: the words it stands on, and the lines that it changed.

    ``was`` is what the record would say without it: the finding that was taken out, the speaker or the date. A
    correction that finds nothing left to change has no ``claims`` and no ``statements``; a finding that has a further
    side since it was called wrong has ``claims`` and no ``was``: it is told again.
    """

    kind: CorrectionKind
    who: str
    when: str
    why: str
    evidence: tuple[Span, ...]
    claims: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    value: str | None = None
    was: str | None = None
