"""A report: one text as it was read, and what was told or found about it as a whole."""

from bisect import bisect_right
from typing import Literal, TypeAlias

from msgspec import Struct

from onrecord.errors import SpanError
from onrecord.model.span import ReportId, Span

Edtf: TypeAlias = str
"""A date in EDTF (ISO 8601-2 level 1): ``1987-03-02``, ``1987-03``, ``1987-03-02/1987-03-08``, ``1987~``."""

ReportKind = Literal["report", "document"]
Basis = Literal["given", "stated", "metadata", "inferred", "unknown"]
AsideKind = Literal["headline", "deck", "dateline", "byline", "subhead", "teaser", "notice", "caption"]


class Published(Struct, frozen=True):
    """When a report was published, and how that is known: a point only where it is told."""

    value: Edtf | None = None
    window: tuple[Edtf, Edtf] | None = None
    candidates: tuple[Edtf, ...] = ()
    basis: Basis = "unknown"
    evidence: tuple[Span, ...] = ()


class Quote(Struct, frozen=True):
    """One pair of quotation marks, marks included; without a statement nobody is quoted (a title, a scare quote)."""

    span: Span
    statement: str | None = None


class Aside(Struct, frozen=True):
    """A stretch of a report's text that is not what its writer reports."""

    kind: AsideKind
    span: Span


class Report(Struct, frozen=True):
    """One report: its text, never rewritten, and what stands around it.

    ``also`` are other names of the very same text and outlet. A ``document`` is a primary source
    (communique, transcript, filing) given as such. ``body`` are ranges of ``text``, in order, that the
    outlet's writer reports; ``asides`` stand outside it. ``sha256`` is of the bytes as read.
    ``pages`` are the offsets at which the pages of a printed report begin, empty for what has none.
    """

    id: ReportId
    name: str
    text: str
    sha256: str
    also: tuple[str, ...] = ()
    kind: ReportKind = "report"
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    language: str = "en"
    published: Published = Published()
    body: tuple[tuple[int, int], ...] = ()
    quotes: tuple[Quote, ...] = ()
    asides: tuple[Aside, ...] = ()
    pages: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """Return the span between two offsets of this report's text.

        Raises:
            SpanError: If it is empty or leaves the text.
        """
        if end > len(self.text):
            raise SpanError(f"{self.name}: {start}-{end} leaves the text of {len(self.text)} code points")
        return Span(self.id, start, end, self.text[start:end])

    def text_of(self, span: Span) -> str:
        """Return the words a span points at.

        Raises:
            SpanError: If the span is from another report.
        """
        if span.report != self.id:
            raise SpanError(f"a span of {span.report} was asked of {self.id}")
        return self.text[span.start : span.end]

    def page_at(self, at: int) -> int | None:
        """Return the number of the page that an offset stands on, from 1; None where a report has no pages."""
        return bisect_right(self.pages, at) or None

    def in_body(self, at: int) -> bool:
        """Tell whether an offset lies in what the outlet's writer reports."""
        k = bisect_right(self.body, (at + 1,)) - 1
        return k >= 0 and at < self.body[k][1]
