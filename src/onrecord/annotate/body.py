"""What of a report's text its writer reports, and what stands beside it.

Read paragraph by paragraph: first the notices, teasers, credits and captions that say what they are, then
the block above the first sentence (headline, deck, byline, date), then subheads, then the dateline inside
the first paragraph. What fits none of these is body: a sentence that is lost costs more than a heading read.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from onrecord.annotate.furniture import is_advertisement, is_caption, is_credit, read_notice
from onrecord.annotate.paragraphs import Range, find_paragraphs
from onrecord.annotate.top import ends_sentence, find_dateline, read_top
from onrecord.lang import table
from onrecord.model.report import Aside, AsideKind, Report

PARSED = frozenset({"headline", "deck", "subhead", "caption"})
"""Asides that are language and may be read: the rest would only feed names of staff and of other stories."""
LONGEST_SUBHEAD, MOST_SUBHEAD_WORDS, MOST_QUESTION_WORDS = 80, 12, 8
TAIL = 3
"""Paragraphs at the end of a text where an outlet speaks of itself."""

Part = tuple[int, int, AsideKind | None]


class Layout(Struct, frozen=True):
    """The parts of a report's text.

    ``stretches`` are given to the parser, each by itself; ``body`` are the ranges that the writer reports.
    """

    stretches: tuple[Range, ...]
    body: tuple[Range, ...]
    asides: tuple[Aside, ...] = ()


def find_layout(report: Report) -> Layout:
    """Tell the body of a report from what stands beside it.

    Returns:
        Ranges in text order, never empty, never overlapping. A text of one paragraph is all body.
    """
    paragraphs = find_paragraphs(report.text)
    parts = list(_parts(report, paragraphs)) if len(paragraphs) > 1 else []
    if not any(kind is None for _, _, kind in parts):
        parts = [(start, end, None) for start, end in paragraphs]
    return Layout(
        stretches=tuple((start, end) for start, end, kind in parts if kind is None or kind in PARSED),
        body=tuple((start, end) for start, end, kind in parts if kind is None),
        asides=tuple(Aside(kind, report.span(start, end)) for start, end, kind in parts if kind is not None),
    )


def _parts(report: Report, paragraphs: Sequence[Range]) -> Iterator[Part]:
    """Yield each part of each paragraph with the kind of aside it is, None for body."""
    furniture = [tuple(_furniture(report, p, in_tail=len(paragraphs) - k <= TAIL)) for k, p in enumerate(paragraphs)]
    free = [k for k, parts in enumerate(furniture) if any(kind is None for _, _, kind in parts)]
    top = read_top(report, [paragraphs[k] for k in free])
    kinds = dict(zip(free, top.kinds, strict=False))
    body = [k for k in free if k not in kinds]
    subheads = set(_subheads(report.text, paragraphs, body))
    for k, parts in enumerate(furniture):
        if k in kinds:
            yield (*paragraphs[k], kinds[k])
        elif k in subheads:
            yield (*paragraphs[k], "subhead")
        elif body and k == body[0]:
            yield from _opened(report.text, parts)
        else:
            yield from parts


def _furniture(report: Report, paragraph: Range, *, in_tail: bool) -> Iterator[Part]:
    """Yield a paragraph in parts, those that say of themselves what they are with their kind."""
    start, end = paragraph
    line = report.text[start:end]
    if is_advertisement(line):
        yield start, end, "notice"
    elif is_credit(line, in_tail=in_tail):
        yield start, end, "byline"
    elif is_caption(line):
        yield start, end, "caption"
    else:
        for a, b, kind in read_notice(line, outlet=report.outlet, in_tail=in_tail):
            yield start + a, start + b, kind


def _opened(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts of the first paragraph of the body, its dateline apart."""
    (start, end, kind), *others = parts
    length = find_dateline(text[start:end]) if kind is None else 0
    if length:
        yield start, start + len(text[start : start + length].rstrip()), "dateline"
    if start + length < end:
        yield start + length, end, kind
    yield from others


def _subheads(text: str, paragraphs: Sequence[Range], body: Sequence[int]) -> Iterator[int]:
    """Yield the paragraphs that head a section: short, no sentence, between two that are sentences."""
    for (before, k), (_, after) in pairwise(pairwise(body)):
        lines = [text[slice(*paragraphs[i])] for i in (before, k, after)]
        if ends_sentence(lines[0]) and ends_sentence(lines[2]) and is_heading(lines[1]):
            yield k


def is_heading(line: str) -> bool:
    """Tell whether a line between two paragraphs of sentences heads what follows: "What caused it?", "Harbor plans"."""
    words = line.split()
    if len(line) > LONGEST_SUBHEAD or len(words) > MOST_SUBHEAD_WORDS:
        return False
    if line.isupper() and (line[0].isalpha() or line[0] in "'\"‘“"):
        return True
    if not line[0].isalnum():
        return False
    if line.endswith("?"):
        return len(words) <= MOST_QUESTION_WORDS and words[0].lower() in table("layout")["question_words"]
    return not ends_sentence(line) and not line[0].islower() and line[-1] not in ",;:-–—"
