"""Quotations of a draft: word by word in a report, or not.

A quotation is sound where a report has its words in a row, in quotation marks or not; a mark of omission or a word in
brackets lets other words stand between. Case, the kind of marks and punctuation are no part of the wording.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from onrecord.model.checks import Check, Verdict
from onrecord.model.marks import Annotations
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.verify.ground import Ground
from onrecord.verify.weighing import check_of

WORD = re.compile(r"\w+(?:[.,]\d+)*")
OMITTED = re.compile(r"\[[^\]]*\]|\.\.\.|…|\. \. \.")
LEAST_ALIKE = 0.5
"""Share of a quotation's words that a report has in one place in their order, at the least, to be the same remark."""
CLOSE = 0.1
"""By how much less than the best of them another report's passage may have and still be shown."""
FEW = 2
"""Words up to which what stands in marks may be a name or a title and need not be a quotation of anybody."""


class Token(Struct, frozen=True, gc=False):
    """A word of a text, its case folded, with its place."""

    text: str
    start: int
    end: int


def check_quotations(ground: Ground) -> Iterator[Check]:
    """Yield a check for each pair of quotation marks of the draft."""
    texts = [(held.notes, tokens_of(held.notes.report.text)) for held in ground.reports]
    for quote in ground.draft.report.quotes:
        parts = parts_of(quote.span)
        if parts:
            yield check_quotation(quote.span, parts, texts, stated=quote.statement is not None)


def check_quotation(
    span: Span, parts: Sequence[Sequence[Token]], texts: Sequence[tuple[Annotations, Sequence[Token]]], *, stated: bool
) -> Check:
    """Hold one quotation against the reports."""
    found = [place for notes, tokens in texts for place in [find_parts(parts, tokens, notes)] if place]
    quoted = [place for place in found if is_quoted(place, texts)]
    length = sum(len(part) for part in parts)
    if quoted or (found and (not stated or length <= FEW)):
        best = quoted or found
        return check(span, "carried", "", best)
    if found:
        return check(span, "differs", "the reports have these words, but quote nobody with them", found)
    near = nearest(parts, texts)
    if near:
        return check(span, "differs", "the quoted words are not those of the reports", near)
    return check(span, "not_found", "no report quotes this", ())


def check(span: Span, verdict: Verdict, note: str, found: Sequence[tuple[Span, ...]]) -> Check:
    """Return the check of a quotation."""
    return check_of(span, ("quotation", verdict, "wording"), [each for place in found for each in place], note=note)


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words of a stretch of text."""
    stop = len(text) if end is None else end
    return [Token(word[0].casefold(), word.start(), word.end()) for word in WORD.finditer(text, start, stop)]


def parts_of(span: Span) -> list[list[Token]]:
    """Return the words of a quotation, parted where something is left out."""
    parts, at = [], 0
    for cut in [*OMITTED.finditer(span.exact), None]:
        part = tokens_of(span.exact, at, cut.start() if cut else len(span.exact))
        if part:
            parts.append(part)
        at = cut.end() if cut else at
    return parts


def find_parts(parts: Sequence[Sequence[Token]], tokens: Sequence[Token], notes: Annotations) -> tuple[Span, ...]:
    """Return where a report has all parts, one after the other."""
    words, at, found = [token.text for token in tokens], 0, []
    for part in parts:
        wanted = [token.text for token in part]
        starts = (k for k in range(at, len(words) - len(wanted) + 1) if words[k] == wanted[0])
        place = next((k for k in starts if words[k : k + len(wanted)] == wanted), None)
        if place is None:
            return ()
        at = place + len(wanted)
        found.append(notes.report.span(tokens[place].start, tokens[at - 1].end))
    return tuple(found)


def is_quoted(place: Sequence[Span], texts: Sequence[tuple[Annotations, Sequence[Token]]]) -> bool:
    """Tell whether words of a report stand in its quotation marks."""
    report = next(notes.report for notes, _ in texts if notes.report.id == place[0].report)
    return all(any(quote.span.overlaps(span) for quote in report.quotes) for span in place)


def nearest(
    parts: Sequence[Sequence[Token]], texts: Sequence[tuple[Annotations, Sequence[Token]]]
) -> list[tuple[Span, ...]]:
    """Return what of each report has most words of a quotation in their order, if it has enough of them."""
    wanted = [token.text for part in parts for token in part]
    found = []
    for notes, tokens in texts:
        place = likest(wanted, tokens, notes.report)
        if place is not None:
            found.append(place)
    best = max((share for share, _ in found), default=0.0)
    return [(span,) for share, span in found if share >= best - CLOSE]


def likest(wanted: Sequence[str], tokens: Sequence[Token], report: Report) -> tuple[float, Span] | None:
    """Return the quoted passage of a report with most of some words in their order, and what share it has."""
    best: tuple[float, Span] | None = None
    for quote in report.quotes:
        inside = [token for token in tokens if quote.span.start <= token.start and token.end <= quote.span.end]
        if not inside:
            continue
        matcher = SequenceMatcher(None, wanted, [token.text for token in inside], autojunk=False)
        share = sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)
        span = report.span(inside[0].start, inside[-1].end)
        if share >= LEAST_ALIKE and (best is None or share > best[0]):
            best = (share, span)
    return best
