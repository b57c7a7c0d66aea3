"""Who says what: statements with their source, cue and content.

Each word that may be a cue proposes candidates; one candidate a cue is kept, quotations that stand alone go
on with the speaker before them, and what is left becomes statements, in text order.
"""

from collections.abc import Iterator

import msgspec

from onrecord.annotate.candidates import Candidate, mode_of, quoted_content
from onrecord.annotate.direct import find_direct, find_floating
from onrecord.annotate.indirect import find_indirect
from onrecord.annotate.page import Page, Stretch, open_page
from onrecord.annotate.speakers import entity_at, make_roster, may_speak, source_of, Roster
from onrecord.model.marks import Entity, Statement
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})


def find_statements(
    report: Report, parse: Parse, marks: tuple[Span, ...], entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """Find the statements of one report.

    Returns:
        The statements in text order, with ids of the report and their number.
    """
    page, roster = open_page(report, parse, marks), make_roster(entities)
    kept = with_floating(page, list(find_candidates(page)))
    kept.sort(key=lambda candidate: (min(candidate.content), candidate.head))
    return tuple(_statement(page, roster, candidate, n) for n, candidate in enumerate(kept))


def find_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the best candidate of each cue."""
    for word in page.parse.words:
        if not page.outside(word.i):
            continue
        proposed = [*find_direct(page, word), *find_indirect(page, word)]
        if not proposed:
            continue
        best = max(proposed, key=lambda candidate: candidate.weight)
        source = best.source or source_of(page, word)
        if not may_speak(page, source):
            continue
        yield msgspec.structs.replace(best, source=source, cue=best.cue or (cue_of(page, word),))


def cue_of(page: Page, verb: Word) -> Stretch:
    """Return a verb with its auxiliaries, its negation and its particle."""
    first = last = verb.i
    for child in page.dependents(verb.i, *CUE_PARTS):
        if child.i < verb.i and all(page.parse.words[i].dep != "nsubj" for i in range(child.i, verb.i)):
            first = min(first, child.i)
        if child.dep == "prt" and child.i == verb.i + 1:
            last = child.i
    words = page.parse.words
    return words[first].start, words[last].end


def with_floating(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """Add the quotations that stand alone to the candidates they go on with."""
    found = list(kept)
    for k, region in find_floating(page, kept):
        found[k] = msgspec.structs.replace(found[k], content=(*found[k].content, region.outer))
    return found


def _statement(page: Page, roster: Roster, candidate: Candidate, n: int) -> Statement:
    content = tuple(sorted(set(candidate.content)))
    mode = candidate.mode or mode_of(page, content)
    if mode == "direct":
        content = quoted_content(page, content)
    return Statement(
        id=f"{page.report.id}.s{n}",
        report=page.report.id,
        mode=mode,
        content=tuple(map(page.span, content)),
        rule=candidate.rule,
        source=page.span(candidate.source.stretch) if candidate.source else None,
        speaker=entity_at(page, roster, candidate.source),
        cue=tuple(map(page.span, candidate.cue)),
    )
