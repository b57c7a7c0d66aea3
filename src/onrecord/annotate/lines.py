"""Statements that the layout attributes: "NAME: …" in a transcript or headline, "“…” — Name" under a quotation."""

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.candidates import Candidate, Source
from onrecord.annotate.page import Page, Region, Stretch

LABEL = re.compile(
    r"[\"“'‘]?((?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})(?: \([^()\n]{1,40}\))?(:)\s+(?=\S)"
)
"""A name of up to five words before a colon at the start of a paragraph."""
SIGNATURE = re.compile(r"\s*[—–―-]{1,2}\s*([A-Z][\w.’'-]*(?:,? (?:[A-Z][\w.’'-]*|of|the|de|van|von|and)){0,6})")
"""A dash and a name behind a quotation."""
FEWEST_TURNS = 3
"""Paragraphs that open with a label, from which a text is a transcript."""


def find_turns(page: Page) -> Iterator[Candidate]:
    """Yield the turns of a transcript: paragraphs that open with a speaker's name and a colon."""
    turns = [
        (k, match)
        for k, (start, end) in enumerate(page.parse.paragraphs)
        if (match := LABEL.match(page.report.text, start, end))
    ]
    if len({match[1] for _, match in turns}) < 2 or len(turns) < FEWEST_TURNS:
        return
    for k, match in turns:
        end = page.parse.paragraphs[k][1]
        words = page.word_at(match.end()), page.word_at(end) - 1
        stretch = page.trimmed(*words) if words[0] <= words[1] else None
        if stretch:
            yield _labelled(page, match, (match.end(), max(stretch[1], match.end() + 1)))


def _labelled(page: Page, match: re.Match[str], content: Stretch) -> Candidate:
    head = page.word_at(match.start(1))
    last = page.word_at(match.end(1)) - 1
    source = Source(match.span(1), max(head, last))
    return Candidate(head, (content,), "statements.lines/turn", 5, cue=(match.span(2),), source=source, mode="direct")


def find_signed(page: Page, free: Sequence[Region]) -> Iterator[Candidate]:
    """Yield the quotations that a dash and a name follow."""
    for region in free:
        match = SIGNATURE.match(page.report.text, region.outer[1], page.parse.paragraphs[region.paragraph][1])
        if match:
            head = max(region.last, page.word_at(match.end(1)) - 1)
            yield Candidate(
                min(head, len(page.parse.words) - 1),
                (region.outer,),
                "statements.lines/signature",
                5,
                source=Source(match.span(1), min(head, len(page.parse.words) - 1)),
            )
