"""Statements that the layout attributes: "NAME: …" in a transcript or headline, "“…” — Name" under a quotation."""

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.candidates import Candidate, Source
from onrecord.annotate.cues import can_say, lemmas
from onrecord.annotate.page import MARK_CHARACTERS, Page, Region, Stretch
from onrecord.annotate.speakers import own_source

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


def find_blocks(page: Page, kept: Sequence[Candidate]) -> tuple[list[Candidate], dict[int, Candidate]]:
    """Find paragraphs that are somebody's words because the one before ends in a colon.

    Returns:
        What "The ministry states:" introduces, as candidates; and for each paragraph behind "..., according to the
        ministry:" or "As the ministry points out, ...:" the candidate whose source relays all that is said there.
    """
    found: list[Candidate] = []
    relayed: dict[int, Candidate] = {}
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in kept:
        by_sentence.setdefault(page.parse.words[candidate.head].sentence, []).append(candidate)
    for k, sentence in _before_blocks(page):
        said = by_sentence.get(sentence, [])
        beside = [c for c in said if c.rule in BESIDE and c.source]
        if beside:
            relayed[k] = beside[0]
        elif not said and (candidate := _introduced(page, sentence, k)):
            found.append(candidate)
    return found, relayed


BESIDE = frozenset({"statements.relay/according", "statements.indirect/parenthesis", "statements.indirect/aside"})


def _before_blocks(page: Page) -> Iterator[tuple[int, int]]:
    """Yield each paragraph without a mark at its start that follows a colon, and the sentence of the colon."""
    text, paragraphs = page.report.text, page.parse.paragraphs
    for k in range(1, len(paragraphs)):
        start, end = paragraphs[k - 1]
        if text[start:end].rstrip().endswith(":") and text[paragraphs[k][0]] not in MARK_CHARACTERS:
            last = page.word_at(end) - 1
            if last >= 0 and page.parse.words[last].start >= start:
                yield k, page.parse.words[last].sentence


def _introduced(page: Page, sentence: int, paragraph: int) -> Candidate | None:
    """Return what the root verb of a sentence introduces in the next paragraph."""
    verb = page.parse.words[page.parse.sentences[sentence].root]
    source = own_source(page, verb) if can_say(verb) and verb.lemma not in lemmas("quotation_only") else None
    start, end = page.parse.paragraphs[paragraph]
    words = page.word_at(start), page.word_at(end) - 1
    stretch = page.trimmed(*words) if words[0] <= words[1] else None
    if source is None or stretch is None or page.dependents(verb.i, "ccomp"):
        return None
    content = (stretch[0], page.parse.words[words[1]].end)
    mode = "mixed" if page.regions_in(content) else "direct"
    return Candidate(
        verb.i, (content,), "statements.lines/block", 3, cue=((verb.start, verb.end),), source=source, mode=mode
    )
