"""A report's parse together with the quotations that stand in it, for whoever reads off who says what.

Stretches here are pairs of offsets, code points of the report's text, end exclusive.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

Stretch = tuple[int, int]

EDGES = frozenset({",", ";", ":", ".", "-", "--", "—", "–", "...", "…", "•", "*", "|", "/"})
"""Marks that are cut off at the edges of a stretch, unless they stand inside quotation marks."""
ENDS_SENTENCE = frozenset([*".!?…,—–-"])
MARK_CHARACTERS = "“”„‟«»\"`'‘’"


class Region(Struct, frozen=True):
    """What stands between two quotation marks: the words alone, and with their marks; and in which paragraph.

    ``first`` and ``last`` are the parsed words whose start lies in it, end exclusive. ``goes_on``: it is not closed,
    and the next paragraph opens with a mark of its own.
    """

    i: int
    outer: Stretch
    inner: Stretch
    first: int
    last: int
    paragraph: int
    complete: bool
    closed: bool
    goes_on: bool


class Page(Struct, frozen=True):
    """A report, its parse, its quotations; for each word the quotation it stands in and the extent of its subtree.

    ``n_quoted`` counts the words inside quotation marks before each word.
    """

    report: Report
    parse: Parse
    regions: tuple[Region, ...]
    region_of: tuple[int, ...]
    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    starts: tuple[int, ...]
    n_quoted: tuple[int, ...]

    def outside(self, i: int) -> bool:
        """Tell whether a word stands outside all quotation marks."""
        return self.region_of[i] < 0

    def has_quoted(self, first: int, last: int) -> bool:
        """Tell whether any of the words from first to last (inclusive) stands inside quotation marks."""
        return self.n_quoted[last + 1] > self.n_quoted[first]

    def text(self, stretch: Stretch) -> str:
        """Return the words of a stretch."""
        return self.report.text[stretch[0] : stretch[1]]

    def span(self, stretch: Stretch) -> Span:
        """Return a stretch as a span of the report."""
        return self.report.span(*stretch)

    def word_at(self, at: int) -> int:
        """Return the index of the first word that starts at or after an offset."""
        return bisect_right(self.starts, at - 1)

    def dependents(self, i: int, *labels: str) -> list[Word]:
        """Return the words that depend on a word, only those with one of the labels if any is given."""
        return list(self.parse.dependents(self.parse.words[i], *labels))

    def trimmed(self, first: int, last: int) -> Stretch | None:
        """Return the stretch of the words from first to last (inclusive) without marks at its edges, if any is left."""
        words = self.parse.words
        while first <= last and self._is_edge(first):
            first += 1
        while first <= last and self._is_edge(last):
            last -= 1
        return (words[first].start, words[last].end) if first <= last else None

    def _is_edge(self, i: int) -> bool:
        word = self.parse.words[i]
        return self.outside(i) and (word.text in EDGES or not word.text.strip(MARK_CHARACTERS + "—–-.,;:"))

    def grown(self, stretch: Stretch) -> Stretch:
        """Return a stretch grown to the whole of each quotation that it touches."""
        start, end = stretch
        for region in self.regions_in((start, self._adjoining(end))):
            start, end = min(start, region.outer[0]), max(end, region.outer[1])
        return start, end

    def _adjoining(self, end: int) -> int:
        """Return an offset inside a quotation that goes on in the middle of a sentence: said it "must go"."""
        text = self.report.text
        at = end + 1
        if text[end:at] == " " and at + 1 < len(text) and text[at] in MARK_CHARACTERS and text[at + 1].islower():
            return at + 1
        return end

    def regions_in(self, stretch: Stretch) -> list[Region]:
        """Return the quotations that share a character with a stretch."""
        k = bisect_right(self.regions, stretch[0], key=lambda region: region.outer[1])
        found = []
        while k < len(self.regions) and self.regions[k].outer[0] < stretch[1]:
            found.append(self.regions[k])
            k += 1
        return found


def open_page(report: Report, parse: Parse, marks: Sequence[Span]) -> Page:
    """Lay the quotations of a report over its parse."""
    starts = tuple(word.start for word in parse.words)
    regions = tuple(_regions(report, parse, marks, starts))
    region_of = [-1] * len(parse.words)
    for region in regions:
        region_of[region.first : region.last] = [region.i] * (region.last - region.first)
    lefts, rights = _extents(parse.words)
    n_quoted = tuple(accumulate((i >= 0 for i in region_of), initial=0))
    return Page(report, parse, regions, tuple(region_of), lefts, rights, starts, n_quoted)


def _regions(report: Report, parse: Parse, marks: Iterable[Span], starts: tuple[int, ...]) -> Iterator[Region]:
    """Yield the pairs of marks that stand in parsed paragraphs."""
    paragraph_starts, i = [start for start, _ in parse.paragraphs], 0
    ordered = sorted(marks)
    for k, mark in enumerate(ordered):
        paragraph = bisect_right(paragraph_starts, mark.start) - 1
        if paragraph < 0 or mark.start >= parse.paragraphs[paragraph][1]:
            continue
        inner = _between(report.text, mark)
        if inner is None:
            continue
        closed = report.text[mark.end - 1] in MARK_CHARACTERS
        yield Region(
            i,
            (mark.start, mark.end),
            inner,
            bisect_right(starts, mark.start - 1),
            bisect_right(starts, mark.end - 1),
            paragraph,
            complete=ends_sentence(report.text[slice(*inner)]) or not closed,
            closed=closed,
            goes_on=not closed and _is_next(report.text, mark, ordered[k + 1 : k + 2]),
        )
        i += 1


def ends_sentence(words: str) -> bool:
    """Tell whether quoted words end as a sentence does, whatever mark of an inner quotation closes them.

    >>> ends_sentence("He told me, 'Come back.'")
    True
    """
    return words.rstrip(MARK_CHARACTERS)[-1:] in ENDS_SENTENCE


def _is_next(text: str, mark: Span, following: Sequence[Span]) -> bool:
    """Tell whether nothing but white space stands between a pair of marks and the next one."""
    return bool(following) and not text[mark.end : following[0].start].strip()


def _between(text: str, mark: Span) -> Stretch | None:
    """Return what stands between the marks."""
    start, end = mark.start, mark.end
    width = 2 if text[start : start + 2] in ("``", "''", "‘‘") else 1
    start += width
    if text[end - 1] in MARK_CHARACTERS and end - start >= width:
        end -= 2 if text[end - 2 : end] in ("''", "’’") and width > 1 else 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _extents(words: Sequence[Word]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the first and the last word of each word's subtree."""
    lefts, rights = list(range(len(words))), list(range(len(words)))
    for word in words:
        at = word
        while at.head != at.i and lefts[at.head] > lefts[word.i]:
            lefts[at.head] = lefts[word.i]
            at = words[at.head]
    for word in reversed(words):
        at = word
        while at.head != at.i and rights[at.head] < rights[word.i]:
            rights[at.head] = rights[word.i]
            at = words[at.head]
    return tuple(lefts), tuple(rights)
