"""Whom the words of a source mean: the entities of a report, looked up by place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from onrecord.annotate.candidates import Source
from onrecord.annotate.cues import lemmas, medium_kinds, one_of
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import noun_phrase, own_source
from onrecord.model.marks import Entity, Mention
from onrecord.model.words import Word

LONGEST_MENTION = 40
"""Mentions looked back from a word for one that reaches over it."""
FARTHEST_TEXT = 400
"""Words looked back for the text that "the suit" goes on about."""
SHORTEST_TAIL = 4
"""Letters of "suit", which "the suit" shares with a "lawsuit"."""


class Roster(Struct, frozen=True):
    """The mentions of a report's entities in text order, for looking up whom some words mean."""

    starts: tuple[int, ...]
    mentions: tuple[tuple[Mention, str], ...]


def make_roster(entities: Iterable[Entity]) -> Roster:
    """List all mentions with the ids of their entities."""
    rows = sorted(((mention, entity.id) for entity in entities for mention in entity.mentions), key=_order)
    return Roster(tuple(mention.span.start for mention, _ in rows), tuple(rows))


def _order(row: tuple[Mention, str]) -> tuple[int, int, str]:
    return row[0].span.start, row[0].span.end, row[1]


def entity_at(page: Page, roster: Roster, source: Source | None) -> str | None:
    """Return the entity whose mention lies at the head of some words; the smallest such mention decides.

    "Who" means what its clause hangs on.
    """
    if source is None:
        return None
    word = page.parse.words[source.head]
    clause = page.parse.words[word.head]
    if one_of(word, "relatives") and clause.dep == "relcl":
        word = page.parse.words[clause.head]
    return _entity_over(roster, (word.start, word.end), source.stretch)


def _entity_over(roster: Roster, head: Stretch, words: Stretch) -> str | None:
    """Return the entity of the largest mention over the head of some words that lies inside them, else the smallest."""
    over = [
        (mention.span.end - mention.span.start, mention.span.start, entity)
        for mention, entity in _near(roster, head[0])
        if mention.span.start <= head[0] and head[1] <= mention.span.end
    ]
    inside = [one for one in over if words[0] <= one[1] and one[1] + one[0] <= words[1]]
    return max(inside)[2] if inside else min(over)[2] if over else None


def _near(roster: Roster, at: int) -> Sequence[tuple[Mention, str]]:
    k = bisect_right(roster.starts, at)
    return roster.mentions[max(0, k - LONGEST_MENTION) : k]


def speaker_of(page: Page, roster: Roster, source: Source | None) -> str | None:
    """Return the entity that speaks; a text without an entity of its own speaks for whoever made it."""
    entity = entity_at(page, roster, source)
    if entity or source is None:
        return entity
    if page.parse.words[source.head].lemma not in medium_kinds():
        return _apposed(page, roster, source)
    text = page.parse.words[source.head]
    for noun in (text, *_earlier(page, text)):
        if maker := _maker(page, noun):
            return entity_at(page, roster, maker)
    return None


def _apposed(page: Page, roster: Roster, source: Source) -> str | None:
    """Return the only name behind a comma in a source: "the clerk responsible, Mara Quill"."""
    start, end = source.stretch
    first, last = bisect_right(roster.starts, start), bisect_right(roster.starts, end)
    named = [
        entity
        for mention, entity in roster.mentions[first:last]
        if mention.kind == "name" and page.report.text[start : mention.span.start].rstrip()[-1:] == ","
    ]
    return named[0] if len(named) == 1 else None


def _maker(page: Page, text: Word) -> Source | None:
    """Return who made a text: "the union's letter", "a suit filed by the firm", "the firm filed a suit"."""
    makers = page.dependents(text.i, "poss")
    for by in page.dependents(text.i, "prep", "acl"):
        if by.dep == "acl":
            makers += [w for agent in page.dependents(by.i, "agent") for w in page.dependents(agent.i, "pobj")]
        elif one_of(by, "owner_prepositions"):
            makers += page.dependents(by.i, "pobj")
    if makers:
        return noun_phrase(page, makers[0].i, away_from=text.i)
    giver = page.parse.words[text.head]
    return own_source(page, giver) if text.dep == "dobj" and giver.lemma in lemmas("light_verbs") else None


def _earlier(page: Page, text: Word) -> Iterator[Word]:
    """Yield the same noun earlier in the report, nearest first, if this one is definite."""
    if not any(one_of(w, "the_words") for w in page.dependents(text.i)):
        return
    for i in range(text.i - 1, max(-1, text.i - FARTHEST_TEXT), -1):
        word = page.parse.words[i]
        longer = len(text.lemma) >= SHORTEST_TAIL and word.lemma.endswith(text.lemma)
        if word.pos == "NOUN" and (word.lemma == text.lemma or longer):
            yield word
