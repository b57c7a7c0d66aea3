"""What changes between two states of a story: what a report brings to a record, and how two records differ."""

from typing import Literal

from msgspec import Struct

from onrecord.model.claims import Finding
from onrecord.model.span import ReportId, Span


class Brought(Struct, frozen=True):
    """A claim as some reports meet it: ``ours`` are their words for it, ``theirs`` those of the others.

    ``nearest`` is set where the reports have no reading: the passages that come near.
    """

    claim: str
    text: str
    ours: tuple[Span, ...] = ()
    theirs: tuple[Span, ...] = ()
    nearest: tuple[Span, ...] = ()


class Arrival(Struct, frozen=True):
    """What some reports bring to a record that holds them: each claim and each finding stands in one list at most.

    ``new``: only they tell it. ``confirms``: others tell it, and no difference is printed of it. ``contradicts``: both
    cannot hold, or theirs is a newer value. ``differs``: they tell it more narrowly, in other words or of another
    speaker. ``unsure``: they come near. ``leaves_out``: nothing in them comes near. ``shares`` are the other reports
    whose wording they share, so that what they confirm has no other origin.
    """

    reports: tuple[ReportId, ...]
    new: tuple[Brought, ...] = ()
    confirms: tuple[Brought, ...] = ()
    contradicts: tuple[Finding, ...] = ()
    differs: tuple[Finding, ...] = ()
    unsure: tuple[Brought, ...] = ()
    leaves_out: tuple[Brought, ...] = ()
    shares: tuple[ReportId, ...] = ()


class Rewritten(Struct, frozen=True):
    """Words of the former version of a report, and what stands in their place; none where nothing does."""

    before: Span | None
    after: Span | None


class Version(Struct, frozen=True):
    """A report whose text is another one now: what was said and is no longer, what is new, what reads otherwise."""

    before: ReportId
    after: ReportId
    name: str
    changes: tuple[Rewritten, ...]


class ClaimChange(Struct, frozen=True):
    """A claim of both records whose readings are others: the words that joined it, and those that left it."""

    before: str
    after: str
    text: str
    joined: tuple[Span, ...] = ()
    left: tuple[Span, ...] = ()


class ClaimLine(Struct, frozen=True):
    """A claim of one record that the other does not have as one.

    ``within`` is the claim of the other record in which its words stand, if there is one.
    """

    claim: str
    text: str
    evidence: tuple[Span, ...]
    within: str | None = None


class ValueChange(Struct, frozen=True):
    """Words that both records have and read in two ways: a date, a speaker, the day of a report."""

    what: Literal["date", "speaker", "published"]
    report: ReportId
    span: Span | None
    before: str | None
    after: str | None


class Difference(Struct, frozen=True):
    """How two records of one story differ. Ids and spans are those of the record that has the line."""

    reports_new: tuple[ReportId, ...] = ()
    reports_gone: tuple[ReportId, ...] = ()
    versions: tuple[Version, ...] = ()
    claims_new: tuple[ClaimLine, ...] = ()
    claims_gone: tuple[ClaimLine, ...] = ()
    claims_changed: tuple[ClaimChange, ...] = ()
    findings_new: tuple[Finding, ...] = ()
    findings_gone: tuple[Finding, ...] = ()
    values: tuple[ValueChange, ...] = ()

    @property
    def empty(self) -> bool:
        """Tell whether the records say the same."""
        return not any(getattr(self, name) for name in self.__struct_fields__)
