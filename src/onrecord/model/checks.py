"""What holding a draft against a record shows: for each thing that the draft says, which reports carry it."""

from typing import Literal

from msgspec import Struct

from onrecord.model.claims import Aspect, Side
from onrecord.model.span import ReportId, Span

CheckKind = Literal["quotation", "number", "date", "attribution", "deed", "detail"]
Verdict = Literal["carried", "differs", "not_found"]
CheckAspect = Aspect | Literal["detail"]


class Check(Struct, frozen=True):
    """One thing that a draft says, and what the reports have for it.

    ``start`` and ``end`` count code points of the draft. ``carried``: the ``reports`` have it so, in the words of
    ``evidence``. ``differs``: they have it otherwise. ``not_found``: none has it; ``evidence`` is then the passage
    that comes nearest, if one does. ``sides`` are filled where the reports themselves differ.
    """

    start: int
    end: int
    exact: str
    kind: CheckKind
    verdict: Verdict
    aspect: CheckAspect
    note: str
    reports: tuple[ReportId, ...] = ()
    evidence: tuple[Span, ...] = ()
    sides: tuple[Side, ...] = ()
