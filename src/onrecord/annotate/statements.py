"""Who says what: statements with their source, cue and content.

Each word that may be a cue proposes candidates; one candidate a cue is kept, quotations that stand alone go
on with the speaker before them, and what is left becomes statements, in text order.
"""

from collections.abc import Iterator

from msgspec import structs

from onrecord.annotate.candidates import Candidate, Through, mode_of, quoted_content
from onrecord.annotate.commas import find_aside, find_that_clause
from onrecord.annotate.direct import find_direct, nearest_only
from onrecord.annotate.floating import find_floating
from onrecord.annotate.frames import addressee_of, is_foreign, is_outlet, medium_of
from onrecord.annotate.indirect import find_indirect
from onrecord.annotate.lines import (
    find_headline,
    find_introduced,
    find_labelled,
    find_posts,
    find_signed,
    find_turns,
    with_blocks,
)
from onrecord.annotate.nesting import with_outer
from onrecord.annotate.nominal import find_nominal
from onrecord.annotate.page import Page, Stretch, open_page
from onrecord.annotate.relays import quoted_as, with_phrases
from onrecord.annotate.roster import Roster, entity_at, make_roster, speaker_of
from onrecord.annotate.silence import is_withheld
from onrecord.annotate.speakers import is_passive, may_speak, source_of
from onrecord.model.marks import Addressee, Entity, Relay, Statement
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

NO_CUES = frozenset({"PUNCT", "DET", "ADP", "PRON", "NUM", "CCONJ", "SCONJ", "PART", "SPACE", "SYM"})
CUE_PARTS = frozenset({"aux", "auxpass", "neg", "prt"})


def find_statements(
    report: Report, parse: Parse, marks: tuple[Span, ...], entities: tuple[Entity, ...]
) -> tuple[Statement, ...]:
    """Find the statements of one report.

    Args:
        report: The report as ingest read it.
        parse: Its words and sentences.
        marks: Its pairs of quotation marks.
        entities: Who its words may mean.

    Returns:
        The statements in text order, with ids of the report and their number.
    """
    page, roster = open_page(report, parse, marks), make_roster(entities)
    turns = [*find_turns(page)] or [*find_posts(page)]
    spoken = {_paragraph(page, turn) for turn in turns}
    kept = [c for c in find_candidates(page) if _paragraph(page, c) not in spoken]
    kept += find_headline(page, kept) if not turns else ()
    kept = with_floating(page, with_blocks(page, with_phrases(page, [*turns, *kept])))
    kept.sort(key=lambda candidate: (min(candidate.content), candidate.head))
    return with_outer([_statement(page, roster, candidate, n) for n, candidate in enumerate(kept)])


def _paragraph(page: Page, candidate: Candidate) -> int:
    return page.parse.sentences[page.parse.words[candidate.head].sentence].paragraph


def find_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the best candidate of each cue, with its source, its cue and who quotes it."""
    cues = [w for w in page.parse.words if page.outside(w.i) and w.pos not in NO_CUES and not is_withheld(page, w)]
    beside = {c.head: c for c in nearest_only(page, [c for word in cues for c in find_direct(page, word)])}
    for word in cues:
        proposed = [beside[word.i]] if word.i in beside else []
        for find in (find_indirect, find_nominal, find_aside, find_that_clause):
            proposed += find(page, word)
        if proposed:
            yield from _with_source(page, word, max(proposed, key=lambda candidate: candidate.weight))


def _with_source(page: Page, word: Word, candidate: Candidate) -> Iterator[Candidate]:
    """Yield a candidate with its source and cue, if somebody is there who may speak."""
    quoting = quoted_as(page, word)
    if quoting:
        via = (quoting.relay,) if quoting.relay else ()
        yield structs.replace(candidate, source=quoting.speaker, cue=(quoting.cue,), via=via)
        return
    source = candidate.source or source_of(page, word)
    if may_speak(page, source) and (source or _may_be_nameless(page, word, candidate)):
        yield structs.replace(candidate, source=source, cue=candidate.cue or (cue_of(page, word),))


def _may_be_nameless(page: Page, word: Word, candidate: Candidate) -> bool:
    """Tell whether a cue without a source is one: a passive ("it was announced that"), or words in quotation marks."""
    asked = word.dep == "advcl"  # "..., asked whether he had": who asks is of no matter
    return candidate.rule.startswith("statements.direct") or (
        candidate.mode is None and is_passive(page, word) and not asked
    )


def cue_of(page: Page, verb: Word) -> Stretch:
    """Return a verb with its auxiliaries, its negation and its particle."""
    first = last = verb.i
    subjects = [w.i for w in page.dependents(verb.i, "nsubj")]
    for child in page.dependents(verb.i, *CUE_PARTS):
        if (
            child.i < verb.i
            and not page.has_quoted(child.i, verb.i)
            and not any(child.i < subject < verb.i for subject in subjects)
        ):
            first = min(first, child.i)
        if child.dep == "prt" and child.i == verb.i + 1:
            last = child.i
    return page.parse.words[first].start, page.parse.words[last].end


def with_floating(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """Add the quotations that stand alone: those that are signed, and those that go on with the one before."""
    taken = {region.i for candidate in kept for stretch in candidate.content for region in page.regions_in(stretch)}
    free = [region for region in page.regions if region.i not in taken]
    found = [*kept, *find_signed(page, free), *find_labelled(page, free), *find_introduced(page, free)]
    for k, region in find_floating(page, found):
        found[k] = structs.replace(found[k], content=(*found[k].content, region.outer))
    return found


def _statement(page: Page, roster: Roster, candidate: Candidate, n: int) -> Statement:
    content = tuple(sorted(set(candidate.content)))
    mode = candidate.mode or mode_of(page, content)
    if mode == "direct" and candidate.mode is None:
        content = quoted_content(page, content)
    addressee = addressee_of(page, roster, candidate)
    return Statement(
        id=f"{page.report.id}.s{n}",
        report=page.report.id,
        mode=mode,
        content=tuple(map(page.span, content)),
        rule=candidate.rule,
        source=page.span(candidate.source.stretch) if candidate.source else None,
        speaker=speaker_of(page, roster, candidate.source),
        cue=tuple(map(page.span, candidate.cue)),
        addressee=addressee,
        medium=medium_of(page, candidate, addressee),
        via=tuple(_relays(page, roster, candidate.via, addressee)),
    )


def _relays(page: Page, roster: Roster, via: tuple[Through, ...], addressee: Addressee | None) -> Iterator[Relay]:
    """Yield the relays of a statement, outermost first; a foreign outlet that was told it is one."""
    for relay in via:
        cue = page.span(relay.cue) if relay.cue else None
        yield Relay(page.span(relay.source.stretch), entity_at(page, roster, relay.source), cue)
    if addressee and is_outlet(page, addressee) and is_foreign(page, addressee):
        yield Relay(addressee.span, addressee.entity)
