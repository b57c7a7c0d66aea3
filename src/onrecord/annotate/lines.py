"""Statements that the layout attributes.

The turns of a transcript ("NAME: …"), a signed post ("… — Name (@account)"), a signature under a quotation
("“…” — Name"), and a paragraph behind a colon ("The ministry states:").
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from onrecord.annotate.candidates import Candidate, Source, Through
from onrecord.annotate.cues import can_report, lemmas, medium_kinds
from onrecord.annotate.floating import is_sentence
from onrecord.annotate.page import MARK_CHARACTERS, Page, Region, Stretch
from onrecord.annotate.speakers import FINITE, NAMES, noun_phrase, own_source, source_of
from onrecord.model.marks import Mode
from onrecord.model.words import Word

NAME = r"[A-Z][\w.’'-]{0,30}"
LABEL = re.compile(rf"[\"“'‘]?({NAME}(?: {NAME}){{0,4}})(?: \([^()\n]{{1,40}}\))?(:)\s+(?=\S)")
"""A name of up to five words before a colon at the start of a paragraph."""
SIGNATURE = re.compile(rf"\s{{0,3}}[—–―-]{{1,2}}\s{{0,3}}({NAME}(?:,? (?:{NAME}|of|the|de|van|von|and)){{0,6}})")
"""A dash and a name behind a quotation."""
POST = re.compile(rf"\s[—–―]\s?({NAME}(?: {NAME}){{0,5}}) \(@\w{{1,30}}\)[^\n]{{0,40}}\Z")
"""A dash, a name and an account at the end of a paragraph: whose post stands before it."""
FEWEST_TURNS = 3
"""Paragraphs that open with a label, from which a text is a transcript."""
LONGEST_NAME = 8
"""Words before a verb that may name who speaks."""
FEWEST_NAMES = 2
BESIDE = frozenset({"statements.relay/according", "statements.indirect/parenthesis", "statements.indirect/aside"})
"""Rules of cues that stand beside a sentence: with a colon at its end, they go for the next paragraph as well."""


def find_turns(page: Page) -> Iterator[Candidate]:
    """Yield the turns of a transcript: paragraphs that open with a speaker's name and a colon."""
    starts = ((k, LABEL.match(page.report.text, *paragraph)) for k, paragraph in enumerate(page.parse.paragraphs))
    turns = [(k, match) for k, match in starts if match]
    names = {match[1] for _, match in turns}
    shouted = all(name.isupper() for name in names)  # NAME: or Q: and A: are no sentence of the writer's
    if len(names) < FEWEST_NAMES or len(turns) < (FEWEST_NAMES if shouted else FEWEST_TURNS):
        return
    for k, match in turns:
        words = page.word_at(match.end()), page.word_at(page.parse.paragraphs[k][1]) - 1
        stretch = page.trimmed(*words) if words[0] <= words[1] else None
        if stretch:
            head = max(page.word_at(match.start(1)), page.word_at(match.end(1)) - 1)
            content, cue, source = (
                ((words_start(page, words), stretch[1]),),
                (match.span(2),),
                Source(match.span(1), head),
            )
            yield Candidate(head, content, "statements.lines/turn", 5, cue=cue, source=source, mode="direct")


def find_posts(page: Page) -> Iterator[Candidate]:
    """Yield the posts that stand as a paragraph of their own, signed: "No door was open. — Mara Quill (@maraquill)"."""
    for paragraph in page.parse.paragraphs:
        match = POST.search(page.report.text, *paragraph)
        if match is None:
            continue
        words = page.word_at(paragraph[0]), page.word_at(match.start()) - 1
        stretch = page.trimmed(*words) if words[0] <= words[1] else None
        head = min(max(words[1] + 1, page.word_at(match.end(1)) - 1), len(page.parse.words) - 1)
        if stretch:
            content = ((words_start(page, words), max(stretch[1], page.parse.words[words[1]].end)),)
            source = Source(match.span(1), head)
            yield Candidate(head, content, "statements.lines/post", 5, source=source, mode="direct")


def find_headline(page: Page, kept: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield what a headline gives to somebody who speaks in the report as well: "Quill: The bridge is safe"."""
    paragraphs = page.parse.paragraphs
    match = LABEL.match(page.report.text, *paragraphs[0]) if len(paragraphs) > 1 else None
    if match is None:
        return
    sources = [page.text(candidate.source.stretch) for candidate in kept if candidate.source]
    name = match[1].split()[-1]
    first, last = page.word_at(match.end()), page.word_at(paragraphs[0][1]) - 1
    speaks = any(name in source.split() for source in sources)
    says = any(word.tag in FINITE or word.tag == "MD" for word in page.parse.words[first : last + 1])
    stretch = page.trimmed(first, last) if speaks and says and first <= last else None
    if stretch:
        head = page.word_at(match.end(1)) - 1
        cue, source = (match.span(2),), Source(match.span(1), head)
        yield Candidate(head, (page.grown(stretch),), "statements.lines/headline", 5, cue=cue, source=source)


def words_start(page: Page, words: tuple[int, int]) -> int:
    """Return where the first of some words starts."""
    return page.parse.words[words[0]].start


def find_signed(page: Page, free: Sequence[Region]) -> Iterator[Candidate]:
    """Yield the quotations that a dash and a name follow."""
    for region in free:
        match = SIGNATURE.match(page.report.text, region.outer[1], page.parse.paragraphs[region.paragraph][1])
        if match:
            end = match.start(1) + len(match[1].split(",")[0])
            head = min(max(region.last, page.word_at(end) - 1), len(page.parse.words) - 1)
            source = Source(match.span(1), head)
            yield Candidate(head, (region.outer,), "statements.lines/signature", 5, source=source)


def find_labelled(page: Page, free: Sequence[Region]) -> Iterator[Candidate]:
    """Yield the quotations that a name and a colon precede: "The timing does not surprise Daron Shaw: “…”"."""
    words = page.parse.words
    for region in free:
        colon = region.first - 1
        opens = colon > 0 and words[colon].text == ":" and page.outside(colon) and page.outside(colon - 1)
        if not opens or words[colon - 1].pos != "PROPN":
            continue
        head = colon - 1
        while words[head].dep in ("compound", "flat") and colon > words[head].head > head:
            head = words[head].head
        source = noun_phrase(page, head, away_from=colon)
        cue = ((words[colon].start, words[colon].end),)
        if source and is_sentence(page, region):
            yield Candidate(head, (region.outer,), "statements.lines/label", 5, cue=cue, source=source)


def find_introduced(page: Page, free: Sequence[Region]) -> Iterator[Candidate]:
    """Yield the quotations behind a colon that a noun of speech introduces: "The mayor made this comment: “…”"."""
    words = page.parse.words
    for region in free:
        colon = region.first - 1
        if colon < 1 or words[colon].text != ":" or not page.outside(colon) or not is_sentence(page, region):
            continue
        sentence = page.parse.sentences[words[colon].sentence]
        verb = words[sentence.root]
        spoken = [
            w for w in page.dependents(verb.i, "dobj") if w.lemma in lemmas("act_nouns") or w.lemma in medium_kinds()
        ]
        source = (
            source_of(page, verb) if verb.lemma in lemmas("light_verbs") and spoken and page.outside(verb.i) else None
        )
        if source and region.paragraph - sentence.paragraph <= 1:
            cue = ((verb.start, spoken[0].end),)
            yield Candidate(verb.i, (region.outer,), "statements.lines/introduced", 5, cue=cue, source=source)


def with_blocks(page: Page, kept: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with paragraphs that are somebody's words because the one before ends in a colon.

    "The ministry states:" introduces the paragraph; "..., according to the ministry:" and "As the ministry points
    out, ...:" make the ministry a relay of all that is said there.
    """
    in_sentence: dict[int, list[Candidate]] = {}
    for candidate in kept:
        in_sentence.setdefault(page.parse.words[candidate.head].sentence, []).append(candidate)
    found, relays = list(kept), {}
    for k, sentence in _before_blocks(page):
        said = in_sentence.get(sentence, [])
        beside = [c for c in said if c.rule in BESIDE and c.source and c.cue]
        if beside and beside[0].source:
            relays[k] = Through(beside[0].source, beside[0].cue[0])
        elif not said:
            found += filter(None, [_introduced(page, sentence, k)])
    return [_relayed(candidate, relays.get(_paragraph(page, candidate))) for candidate in found]


def _relayed(candidate: Candidate, relay: Through | None) -> Candidate:
    return structs.replace(candidate, via=(relay, *candidate.via)) if relay else candidate


def _paragraph(page: Page, candidate: Candidate) -> int:
    return page.parse.sentences[page.parse.words[candidate.head].sentence].paragraph


def _before_blocks(page: Page) -> Iterator[tuple[int, int]]:
    """Yield each paragraph without a mark at its start that follows a colon, and the sentence of the colon."""
    text, paragraphs = page.report.text, page.parse.paragraphs
    for k in range(1, len(paragraphs)):
        start, end = paragraphs[k - 1]
        if not text[max(start, end - 3) : end].rstrip().endswith(":") or text[paragraphs[k][0]] in MARK_CHARACTERS:
            continue
        last = page.word_at(end) - 1
        if last >= 0 and page.parse.words[last].start >= start:
            yield k, page.parse.words[last].sentence


def _introduced(page: Page, sentence: int, paragraph: int) -> Candidate | None:
    """Return what the root verb of a sentence introduces in the next paragraph."""
    verb = page.parse.words[page.parse.sentences[sentence].root]
    source = own_source(page, verb) if can_report(verb) and page.outside(verb.i) else None
    if source is None and (last := _last_word(page, sentence)):
        verb, source = last, _before(page, sentence, last)
    content = _whole(page, paragraph)
    if source is None or content is None or page.dependents(verb.i, "ccomp"):
        return None
    mode: Mode = "mixed" if page.regions_in(content) else "direct"
    cue = ((verb.start, verb.end),)
    return Candidate(verb.i, (content,), "statements.lines/block", 3, cue=cue, source=source, mode=mode)


def _last_word(page: Page, sentence: int) -> Word | None:
    """Return the word before a colon if it may be a verb of saying, whatever the parser took it for: "states"."""
    words = page.parse.words_of(page.parse.sentences[sentence])
    found = next((word for word in reversed(words) if word.pos != "PUNCT"), None)
    return found if found and found.lemma in lemmas("say_verbs") and page.outside(found.i) else None


def _before(page: Page, sentence: int, verb: Word) -> Source | None:
    """Return the words before a verb as its source: a short name, nothing else."""
    first = page.parse.sentences[sentence].first
    names = [i for i in range(first, verb.i) if page.parse.words[i].pos in NAMES]
    short = names and verb.i - first <= LONGEST_NAME and not page.has_quoted(first, verb.i)
    stretch = page.trimmed(first, verb.i - 1) if short else None
    head = next((i for i in names if i + 1 not in names), first)
    return Source(stretch, head) if stretch else None


def _whole(page: Page, paragraph: int) -> Stretch | None:
    start, end = page.parse.paragraphs[paragraph]
    first, last = page.word_at(start), page.word_at(end) - 1
    return (page.parse.words[first].start, page.parse.words[last].end) if first <= last else None
