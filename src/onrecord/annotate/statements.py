"""Who says what: statements with their source, cue and content.

Each word that may be a cue proposes candidates; one candidate a cue is kept, quotations that stand alone go
on with the speaker before them, and what is left becomes statements, in text order.
"""

from collections.abc import Iterator

import msgspec

from onrecord.annotate.commas import find_aside, find_that_clause
from onrecord.annotate.candidates import Candidate, Source, mode_of, quoted_content
from onrecord.annotate.cues import is_verb
from onrecord.annotate.direct import find_direct, find_floating, nearest_only
from onrecord.annotate.frames import addressee_of, is_outlet, medium_of
from onrecord.annotate.indirect import find_indirect
from onrecord.annotate.lines import find_blocks, find_signed, find_turns
from onrecord.annotate.nominal import find_nominal
from onrecord.annotate.page import Page, Stretch, open_page
from onrecord.annotate.relays import find_phrases, quoted_as, relayed, speaks_itself, without_phrase
from onrecord.annotate.speakers import Roster, entity_at, speaker_of, is_passive, make_roster, may_speak, source_of
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

    Returns:
        The statements in text order, with ids of the report and their number.
    """
    page, roster = open_page(report, parse, marks), make_roster(entities)
    kept = [*find_turns(page)]
    turns = [stretch for turn in kept for stretch in turn.content]
    kept += [c for c in find_candidates(page) if not any(a <= c.content[0][0] < b for a, b in turns)]
    kept, relays = with_phrases(page, kept)
    blocks, relayed = find_blocks(page, kept)
    kept += blocks
    for k, candidate in enumerate(kept):
        outer = relayed.get(page.parse.sentences[page.parse.words[candidate.head].sentence].paragraph)
        if outer and outer.source and outer.cue:
            relays[k] = ((outer.source, outer.cue[0]), *relays.get(k, ()))
    kept = with_floating(page, kept)
    order = sorted(range(len(kept)), key=lambda k: (min(kept[k].content), kept[k].head))
    found = [_statement(page, roster, kept[k], n, relays=relays.get(k, ())) for n, k in enumerate(order)]
    return nested(tuple(found))


def find_candidates(page: Page) -> Iterator[Candidate]:
    """Yield the best candidate of each cue."""
    cues = [word for word in page.parse.words if page.outside(word.i) and word.pos not in NO_CUES]
    beside = {c.head: c for c in nearest_only(page, [c for word in cues for c in find_direct(page, word)])}
    for word in cues:
        proposed = [
            *find_indirect(page, word),
            *find_nominal(page, word),
            *find_aside(page, word),
            *find_that_clause(page, word),
        ]
        proposed += [beside[word.i]] if word.i in beside else []
        if not proposed:
            continue
        best = max(proposed, key=lambda candidate: candidate.weight)
        quoting = quoted_as(page, word) if is_verb(word) else None
        source = best.source or (quoting.speaker if quoting else source_of(page, word))
        if may_speak(page, source) and (source or _may_be_nameless(page, word, best)):
            yield msgspec.structs.replace(best, source=source, cue=best.cue or (cue_of(page, word),))


def _may_be_nameless(page: Page, word: Word, candidate: Candidate) -> bool:
    """Tell whether a cue without a source is one: a passive ("it was announced that"), or words in quotation marks."""
    return candidate.rule.startswith("statements.direct") or (candidate.mode is None and is_passive(page, word))


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


def with_phrases(
    page: Page, kept: list[Candidate]
) -> tuple[list[Candidate], dict[int, tuple[tuple[Source, Stretch], ...]]]:
    """Add what "according to" attributes by itself; return as well which candidates it relays."""
    found, relays = list(kept), {}
    for phrase in find_phrases(page):
        k = relayed(phrase, kept, page)
        if k is not None:
            relays[k] = (*relays.get(k, ()), (phrase.source, phrase.cue))
            found = [without_phrase(page, candidate, phrase) for candidate in found]
        elif candidate := speaks_itself(page, phrase):
            found.append(candidate)
    return found, relays


def with_floating(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """Add the quotations that stand alone: those that are signed, and those that go on with the one before."""
    taken = {region.i for candidate in kept for stretch in candidate.content for region in page.regions_in(stretch)}
    found = [*kept, *find_signed(page, [region for region in page.regions if region.i not in taken])]
    for k, region in find_floating(page, found):
        found[k] = msgspec.structs.replace(found[k], content=(*found[k].content, region.outer))
    return found


def nested(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Say of each statement which one contains it: the smallest whose content has its cue and what it says."""
    found = []
    for inner in statements:
        outer = min(
            (other for other in statements if other is not inner and _contains(other, inner)),
            key=lambda other: sum(len(span.exact) for span in other.content),
            default=None,
        )
        found.append(msgspec.structs.replace(inner, within=outer.id) if outer else inner)
    return tuple(found)


def _contains(outer: Statement, inner: Statement) -> bool:
    marks = inner.cue or inner.content
    return all(any(span.contains(mark) for span in outer.content) for mark in (marks[0], inner.content[0]))


def _statement(
    page: Page, roster: Roster, candidate: Candidate, n: int, *, relays: tuple[tuple[Source, Stretch], ...]
) -> Statement:
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
        via=_via(page, roster, candidate, addressee, relays=relays),
    )


def _via(
    page: Page,
    roster: Roster,
    candidate: Candidate,
    addressee: Addressee | None,
    *,
    relays: tuple[tuple[Source, Stretch], ...],
) -> tuple[Relay, ...]:
    """Return the relays of a statement, outermost first."""
    via = [Relay(page.span(source.stretch), entity_at(page, roster, source), page.span(cue)) for source, cue in relays]
    word = page.parse.words[candidate.head]
    quoting = quoted_as(page, word) if is_verb(word) else None
    if quoting and quoting.relay:
        verb = page.parse.words[quoting.verb]
        via.append(
            Relay(
                page.span(quoting.relay.stretch),
                entity_at(page, roster, quoting.relay),
                page.span((verb.start, verb.end)),
            )
        )
    if is_outlet(page, addressee) and is_foreign(page, addressee):
        via.append(Relay(addressee.span, addressee.entity))
    return tuple(via)


def is_foreign(page: Page, addressee: Addressee) -> bool:
    """Tell whether an outlet that is told something is another one than the report's own."""
    own = {word for word in (page.report.outlet or "").lower().split() if len(word) > 3}
    named = {word.strip(".,'’\"s") for word in addressee.span.exact.lower().split()}
    name = addressee.span.exact.removeprefix("the ").removeprefix("The ")
    return bool(own) and name[:1].isupper() and not own & named
