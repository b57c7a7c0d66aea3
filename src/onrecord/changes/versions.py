"""Reports of two records: which one is which, and where the words of one stand in the other.

A report is the same if its id is: one text of one outlet. Of the others, those of one address, one name, or one
outlet and much the same sentences are two versions of one report.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from onrecord.model.changes import Rewritten, Version
from onrecord.model.record import Record
from onrecord.model.report import Report
from onrecord.model.span import ReportId, Span

PIECE = re.compile(r"\S[^\n\r]*?(?:[.!?][\"'”’»)]*(?=\s)|(?=\s*[\n\r])|(?=\s*\Z))")
"""A sentence, or what is left of a line: what a reader would call one change. It may cut at "Mr."; it never runs on."""
WORD = re.compile(r"\w+|[^\w\s]")
ALIKE = 0.5
"""Share of equal pieces from which two texts of one outlet are two versions, and of equal words for two pieces."""

MOST_PAIRS = 400_000_000
"""Words of a stretch times those that stand in its place, at the most: beyond it a text is another one."""


class Twins:
    """The reports of two records that are one, and the words that stand in both."""

    def __init__(self, before: Record, after: Record) -> None:
        self.versions = find_versions(before, after)
        same = {report.id for report in before.reports} & {report.id for report in after.reports}
        self.known: dict[ReportId, ReportId] = {one: one for one in same} | {v.before: v.after for v in self.versions}
        self._offsets = {v.before: _Offsets(before.report(v.before), after.report(v.after)) for v in self.versions}

    def moved(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Return where words of the former record stand in the latter; what is gone keeps its own place."""
        return tuple(self._offsets[s.report].moved(s) if s.report in self._offsets else s for s in spans)


class _Offsets:
    """Where the words of one version stand in the other."""

    def __init__(self, before: Report, after: Report) -> None:
        self._after = after
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        ours, theirs = pieces_of(before.text), pieces_of(after.text)
        for _, a, b, c, d in _opcodes(before, after):
            if a < b and c < d:
                self._pair(
                    list(WORD.finditer(before.text, ours[a][0], ours[b - 1][1])),
                    list(WORD.finditer(after.text, theirs[c][0], theirs[d - 1][1])),
                )

    def _pair(self, ours: Sequence[re.Match[str]], theirs: Sequence[re.Match[str]]) -> None:
        """Note where the words of a stretch stand in another one, in their order."""
        for k, m in _word_pairs([word[0] for word in ours], [word[0] for word in theirs]):
            self._starts[ours[k].start()] = theirs[m].start()
            self._ends[ours[k].end()] = theirs[m].end()

    def moved(self, span: Span) -> Span:
        start, end = self._starts.get(span.start), self._ends.get(span.end)
        if start is None or end is None or end <= start:
            return span
        moved = self._after.span(start, end)
        return moved if moved.exact.split() == span.exact.split() else span


def _word_pairs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield which word of a stretch is which of another one, in their order."""
    if ours == theirs:
        yield from ((k, k) for k in range(len(ours)))
    elif len(ours) * len(theirs) <= MOST_PAIRS:
        for block in LCSseq.opcodes(ours, theirs).as_matching_blocks():
            yield from ((block.a + k, block.b + k) for k in range(block.size))


def find_versions(before: Record, after: Record) -> tuple[Version, ...]:
    """Return the reports whose text is another one in the latter record, in its order."""
    same = {report.id for report in before.reports} & {report.id for report in after.reports}
    old = [report for report in before.reports if report.id not in same]
    found = []
    for report in after.reports:
        former = next(_former(report, old), None) if report.id not in same else None
        if former is not None:
            old.remove(former)
            found.append(Version(former.id, report.id, report.name, tuple(find_rewritten(former, report))))
    return tuple(found)


def _former(report: Report, old: Sequence[Report]) -> Iterator[Report]:
    """Yield the reports that may be a former version of one, the surest first."""
    yield from (one for one in old if one.url and one.url == report.url)
    yield from (one for one in old if {one.name, *one.also} & {report.name, *report.also})
    yield from (one for one in old if one.outlet == report.outlet and _likeness(one, report) >= ALIKE)


def _likeness(a: Report, b: Report) -> float:
    ours, theirs = (set(_pieces_as_words(report)) for report in (a, b))
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def _pieces_as_words(report: Report) -> list[str]:
    return [" ".join(WORD.findall(report.text[start:end])) for start, end in pieces_of(report.text)]


def pieces_of(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text stand, roughly.

    >>> pieces_of("It sank. Nobody came.")
    [(0, 8), (9, 21)]
    """
    return [found.span() for found in PIECE.finditer(text)]


def find_rewritten(before: Report, after: Report) -> Iterator[Rewritten]:
    """Yield what stands in one version only, in the order of the text; much the same words are one change."""
    ours, theirs = pieces_of(before.text), pieces_of(after.text)
    for what, a, b, c, d in _opcodes(before, after):
        if what != "equal":
            gone = [before.span(*place) for place in ours[a:b]]
            new = [after.span(*place) for place in theirs[c:d]]
            yield from _paired(gone, new)


def _opcodes(before: Report, after: Report) -> Sequence[tuple[str, int, int, int, int]]:
    """Return which sentences of two texts are equal, and which stand in the place of which."""
    return SequenceMatcher(None, _pieces_as_words(before), _pieces_as_words(after), autojunk=False).get_opcodes()


def _paired(gone: list[Span], new: list[Span]) -> Iterator[Rewritten]:
    """Yield what is gone beside what stands for it, then what is new, in the order of the text."""
    left = {n: WORD.findall(span.exact) for n, span in enumerate(new)}
    for span in gone:
        likest = process.extractOne(
            WORD.findall(span.exact), left, scorer=Indel.normalized_similarity, processor=None, score_cutoff=ALIKE
        )
        if likest is None:
            yield Rewritten(span, None)
        else:
            del left[likest[2]]
            yield Rewritten(span, new[likest[2]])
    yield from (Rewritten(None, new[n]) for n in left)
