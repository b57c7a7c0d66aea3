"""A stretch of one report's text: what every line of a record stands on."""

from typing import NewType

from msgspec import Struct

from onrecord.errors import SpanError

ReportId = NewType("ReportId", str)


class Span(Struct, frozen=True, order=True):
    """A stretch of one report's text, with its words.

    Offsets count Unicode code points of `Report.text`, from zero, and ``end`` is exclusive, as in a
    Python slice. They are not bytes, tokens or UTF-16 units. ``exact`` repeats the words (W3C Web
    Annotation, TextQuoteSelector), so that a span can be checked, and found again in another copy.
    """

    report: ReportId
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        """Check that the offsets and the words have one length, above zero."""
        if not 0 <= self.start < self.end or len(self.exact) != self.end - self.start:
            raise SpanError(f"no stretch of text: {self.start}-{self.end} {self.exact[:40]!r}")

    def overlaps(self, other: "Span") -> bool:
        """Tell whether two spans of one report share a character."""
        return self.report == other.report and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end
