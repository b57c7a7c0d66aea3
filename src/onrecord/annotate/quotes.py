"""Quotation marks: which stretches of a text stand between them, and whose words they are.

A block is a stretch of the layout, or a line outside all of them (a headline has marks, too). A mark that its
block does not close ends there: a problem, unless the next block goes on with a mark of its own, as a quotation
over several paragraphs does.

```text
OR311  a quotation mark is never closed: what it opens was read to the end of its paragraph
```
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.annotate.body import Layout
from onrecord.annotate.single_marks import find_single_pairs
from onrecord.model.marks import Problem, Statement
from onrecord.model.report import Quote, Report
from onrecord.model.span import Span

LINE = re.compile(r"\S[^\r\n]*")
DOUBLE = re.compile("[“”„‟«»\"]|``|''|‘‘|’’")
OPENING = frozenset({"“", "„", "‟", "«", "``", "‘‘"})
CLOSING = frozenset({"”", "»", "’’"})
MOST_AROUND = 40
"""Spans of content looked back for one that reaches over a pair of marks."""
UNCLOSED = "this quotation mark is never closed: what it opens was read to the end of its paragraph"

Stretch = tuple[int, int]


def find_quotes(report: Report, layout: Layout) -> tuple[tuple[Span, ...], tuple[Problem, ...]]:
    """Find each pair of quotation marks, marks included, and a problem for each mark that is never closed.

    Single marks count where they stand outside double ones; an apostrophe is none. Pairs inside a pair are
    not listed.

    Returns:
        The pairs in text order, not overlapping; and OR311 for each mark without its partner.
    """
    text, pairs, problems = report.text, [], []
    blocks = list(find_blocks(text, layout.stretches))
    for (start, end), following in pairwise([*blocks, (len(text), len(text))]):
        doubles, open_at = pair_doubles(text, start, end)
        pairs += doubles
        if open_at is None:
            pairs += find_single_pairs(text, (start, end), doubles, going_on=text[slice(*following)][:1] in ("'", "‘"))
            continue
        last = start + len(text[start:end].rstrip())
        pairs.append((open_at, last))
        if not DOUBLE.match(text, following[0]):
            problems.append(Problem("OR311", UNCLOSED, report.id, report.span(open_at, open_at + 1)))
    found = sorted(pair for pair in pairs if any(map(str.isalnum, text[slice(*pair)])))
    return tuple(report.span(*pair) for pair in found), tuple(problems)


def find_blocks(text: str, stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield the stretches, and each line of the text that lies outside them, in order."""
    at = 0
    for start, end in [*stretches, (len(text), len(text))]:
        for line in LINE.finditer(text, at, max(at, start)):
            yield line.span()
        if start < end:
            yield start, end
        at = max(at, end)


def pair_doubles(text: str, start: int, end: int) -> tuple[list[Stretch], int | None]:
    """Pair the double marks of a block; return the pairs, and where a mark stands that is never closed."""
    pairs: list[Stretch] = []
    open_at: int | None = None
    for mark in DOUBLE.finditer(text, start, end):
        if open_at is None:
            if _can_open(text, mark):
                open_at = mark.start()
        elif _can_close(text, mark):
            pairs.append((open_at, mark.end()))
            open_at = None
    return pairs, open_at


def _can_open(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark opens a quotation: inches (6'2") and stray closing marks do not."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if mark[0] in OPENING:
        return True
    if mark[0] in CLOSING or mark[0] == "''":
        return not before.isalnum() and after.isalnum()
    return not before.isdigit() and (after.isalnum() or not before.strip() or not after.isspace())


def _can_close(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark closes the open quotation: an opening one does only if it must be a slip."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark[0] not in OPENING or (not before.isspace() and not after.isalnum())


def link_quotes(marks: tuple[Span, ...], statements: tuple[Statement, ...]) -> tuple[Quote, ...]:
    """Say which statement each pair of marks belongs to, if any.

    It is the smallest statement whose content has the words between the marks, one that quotes before one
    that does not; the marks of a title or a scare quote belong to none.
    """
    spans = sorted((span, k) for k, statement in enumerate(statements) for span in statement.content)
    starts = [span.start for span, _ in spans]
    owners = []
    for mark in marks:
        near = spans[max(0, bisect_right(starts, mark.start) - MOST_AROUND) : bisect_left(starts, mark.end)]
        over = dict.fromkeys(k for span, k in near if span.overlaps(mark))
        owners.append(_owner(mark, [statements[k] for k in over]))
    return tuple(Quote(mark, owner.id if owner else None) for mark, owner in zip(marks, owners, strict=True))


def _owner(mark: Span, near: list[Statement]) -> Statement | None:
    quoting = [s for s in near if s.mode in ("direct", "mixed") and _share(mark, s) > 1 / 2]
    return min(quoting, key=lambda s: (sum(len(span.exact) for span in s.content), s.id), default=None)


def _share(mark: Span, statement: Statement) -> float:
    """Return how much of a pair of marks stands in what a statement says."""
    said = sum(max(0, min(mark.end, span.end) - max(mark.start, span.start)) for span in statement.content)
    return said / (mark.end - mark.start)
