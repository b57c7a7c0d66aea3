"""The pages of a PDF to one text: what runs along every page is left out, lines become paragraphs."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise

from onrecord.ingest.pdf_layout import Piece, order_blocks, set_lines, set_paragraphs, words_of
from onrecord.lang import table

EDGE = 2
"""Lines at the head and at the foot of a page that may run along all pages."""
OFTEN = 0.5
"""Share of the pages on which such a line stands, at the least; and on two."""
PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|seite)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
NUMBER = re.compile(r"\d+")
PARTED = "\n\n"
SOFT = "\u00ad"
HYPHEN = "-"
BROKEN = re.compile(rf"[^\W\d_][{SOFT}\u2010{HYPHEN}]$")
ENDED = re.compile(r"[.!?:;][\"”’')\]]*$")
WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")

Lines = list[list[Piece]]


def join_pages(pages: Sequence[Sequence[Piece]]) -> tuple[str, tuple[int, ...]]:
    """Return the text of pages of words, and the offset at which each page begins.

    A paragraph that goes on over the end of a page is one; its page is the one that it begins on.
    """
    lines = without_running([set_lines(words) for words in pages])
    known = frozenset(WORD.findall(" ".join(words_of(page) for page in lines).casefold()))
    joined: list[str] = []
    starts: list[tuple[int, int]] = []
    for page in lines:
        paragraphs = [
            paragraph
            for block in order_blocks([word for line in page for word in line])
            for paragraph in set_paragraphs(block)
        ]
        told = join_broken([join_lines(paragraph, known) for paragraph in paragraphs], known)
        if joined and told and goes_on(joined[-1], told[0]):
            joint = join_two(joined[-1], told[0], known)
            starts.append((len(joined) - 1, len(joint) - len(told[0])))
            joined[-1:] = [joint, *told[1:]]
        else:
            starts.append((len(joined), 0))
            joined += told
    text = PARTED.join(joined)
    places = [0, *accumulate(len(paragraph) + len(PARTED) for paragraph in joined)]
    return text, tuple(min(places[number] + offset, len(text)) for number, offset in starts)


def without_running(pages: Sequence[Lines]) -> list[Lines]:
    """Leave out page numbers, and the lines at head and foot that several pages have alike but for their numbers.

    Where nothing would be left, that is what the pages say.
    """
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({shape_of(line) for line in edges_of(page)})
    least = max(2, OFTEN * len(pages))
    running = {shape for shape, n in counts.items() if n >= least}
    kept = [trimmed(page, running) for page in pages]
    return kept if any(kept) else list(pages)


def edges_of(page: Lines) -> Lines:
    """Return the lines at the head and at the foot of a page."""
    return [*page[:EDGE], *page[max(EDGE, len(page) - EDGE) :]]


def trimmed(page: Lines, running: set[str]) -> Lines:
    """Take what runs along from head and foot of a page, from the edge inwards."""
    start, end = 0, len(page)
    while start < min(EDGE, end) and is_running(page[start], running):
        start += 1
    while end > max(start, len(page) - EDGE) and is_running(page[end - 1], running):
        end -= 1
    return page[start:end]


def is_running(line: Sequence[Piece], running: set[str]) -> bool:
    """Tell whether a line runs along."""
    return shape_of(line) in running or PAGE_NUMBER.fullmatch(words_of([line])) is not None


def shape_of(line: Sequence[Piece]) -> str:
    """Return a line with its numbers taken off."""
    return NUMBER.sub("0", words_of([line])).casefold()


def join_lines(lines: Sequence[str], known: frozenset[str]) -> str:
    """Return the lines of a paragraph as one."""
    text = lines[0]
    for line in lines[1:]:
        text = join_two(text, line, known)
    return text


def join_two(text: str, line: str, known: frozenset[str]) -> str:
    """Join two lines: a word broken at the end of the first is made whole only where that is safe.

    It is safe at a soft hyphen, where the text has the whole word elsewhere, and before an ending that is no word.
    Otherwise the hyphen stays: "long-" and "term" are "long-term".
    """
    if not BROKEN.search(text[-2:]):
        return f"{text} {line}"
    rest = WORD.match(line)
    if rest is None or not rest[0][0].islower():
        return f"{text}{line}" if text.endswith(HYPHEN) and not line[:1].isspace() else f"{text} {line}"
    head = WORD.findall(text.rsplit(maxsplit=1)[-1])[-1]
    whole = f"{head}{rest[0]}".casefold()
    safe = text.endswith(SOFT) or (whole in known and f"{head}-{rest[0]}".casefold() not in known)
    return f"{text[:-1]}{line}" if safe or rest[0] in table("hyphens")["endings"] else f"{text[:-1]}{HYPHEN}{line}"


def join_broken(paragraphs: Sequence[str], known: frozenset[str]) -> list[str]:
    """Join the paragraphs that a column's end has cut in two."""
    joined = list(paragraphs[:1])
    for above, below in pairwise(paragraphs):
        if goes_on(above, below):
            joined[-1] = join_two(joined[-1], below, known)
        else:
            joined.append(below)
    return joined


def goes_on(above: str, below: str) -> bool:
    """Tell whether a text goes on in another piece: no end of a sentence, and a small letter, or a broken word."""
    return "\t" not in above and "\t" not in below and not ENDED.search(above) and below[:1].islower()
