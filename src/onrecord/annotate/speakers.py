"""Who speaks: the words that name the source of a verb or noun of saying, and the entity they mean.

A subject is the source, or the agent of a passive. A verb without one takes it over from the verb that
governs it: "he thanked the crew and said", "..., adding that", "went on to say". The head of a relative
clause lends its entity to "who".
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from onrecord.annotate.candidates import Source
from onrecord.annotate.cues import lemmas, medium_kinds
from onrecord.annotate.page import Page, Stretch
from onrecord.model.marks import Entity, Mention
from onrecord.model.words import Word

LONGEST_SOURCE = 30
"""Words; a longer subject is cut at its first clause."""
LONGEST_CHAIN = 6
"""Verbs that a missing subject is looked for above a verb."""
CLAUSES = frozenset({"relcl", "appos", "acl", "advcl", "ccomp", "parataxis"})
RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMES = ("NOUN", "PROPN", "PRON")
LONGEST_APPOSITION = 12
SUBJECTS = ("nsubj", "nsubjpass")


def source_of(page: Page, verb: Word) -> Source | None:
    """Return who says what a verb introduces, or None if nobody is named."""
    at, words = verb, page.parse.words
    for _ in range(LONGEST_CHAIN):
        own = own_source(page, at)
        if own or (at.i == verb.i and is_passive(page, at)):
            return own
        if is_passive(page, at):
            return _patient(page, at)
        governor = words[at.head]
        if governor.i == at.i:
            return None
        if at.dep == "acl":
            return _noun_source(page, governor, at)
        if at.dep == "xcomp" and (objects := page.dependents(governor.i, "dobj")) and objects[0].i < at.i:
            return noun_phrase(page, objects[0].i, away_from=at.i)
        above = words[governor.head]
        resumes = at.tag == "VBG" or (at.dep == "conj" and at.tag == above.tag != governor.tag)
        if governor.dep == "ccomp" and above.i < governor.i and resumes and above.lemma in lemmas("say_verbs"):
            governor = above
        if at.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp") or (
            at.dep == "ccomp" and governor.i > at.i
        ):
            return None
        at = governor
    return None


def own_source(page: Page, verb: Word) -> Source | None:
    """Return the subject of a verb, or the agent of a passive, if it has one."""
    if is_passive(page, verb):
        for agent in page.dependents(verb.i, "agent"):
            for noun in page.dependents(agent.i, "pobj"):
                return noun_phrase(page, noun.i, away_from=verb.i)
        return None
    for label in ("nsubj", "csubj"):
        for subject in page.dependents(verb.i, label):
            if label == "csubj" and subject.pos not in ("NOUN", "PROPN"):
                continue
            return noun_phrase(page, subject.i, away_from=verb.i)
    return neighbor_before(page, verb) or neighbor_after(page, verb)


def neighbor_before(page: Page, verb: Word) -> Source | None:
    """Return the noun right before a finite verb that the parser left without a subject."""
    words, at = page.parse.words, verb.i - 1
    if verb.tag not in FINITE:
        return None
    while at > 0 and words[at].pos in ("ADV", "AUX", "PART"):
        at -= 1
    at = _past_parenthesis(page, at)
    if at < 0 or not page.outside(at) or words[at].pos not in NAMES or words[at].text.lower() in RELATIVES:
        return None
    if words[at].dep in ("pobj", "dobj") and words[at].pos != "PROPN":
        return None
    head = at
    while words[head].head > head and words[head].head < verb.i and words[words[head].head].pos in NAMES:
        head = words[head].head
    return noun_phrase(page, head, away_from=verb.i)


def _past_parenthesis(page: Page, at: int) -> int:
    """Return the word before "(D-Md.)" and before ", a doctor," if a name stands there; else the word itself."""
    words, closing = page.parse.words, at
    opening = {")": "(", ",": ","}.get(words[at].text) if at >= 0 else None
    if opening is None:
        return at
    at -= 1
    while at > 0 and closing - at <= LONGEST_APPOSITION and words[at].text != opening and page.outside(at):
        at -= 1
    return at - 1 if words[at].text == opening and words[at - 1].pos == "PROPN" else -1


def neighbor_after(page: Page, verb: Word) -> Source | None:
    """Return the noun phrase right behind a finite verb of saying that a quotation or a comma precedes: "..., said Moe"."""
    words, at = page.parse.words, verb.i + 1
    if verb.tag not in FINITE or at >= len(words) or verb.i == 0 or words[at].pos not in (*NAMES, "DET", "ADJ"):
        return None
    before = words[verb.i - 1]
    if page.outside(before.i) and before.text not in (",", "“", "”", '"', "''", "’", "'", "-", "—", "–"):
        return None
    while words[at].pos not in NAMES or (
        at + 1 < len(words) and words[at + 1].pos in ("NOUN", "PROPN") and words[at].pos != "PRON"
    ):
        at += 1
        if (
            at >= len(words)
            or at - verb.i > LONGEST_APPOSITION
            or words[at].pos not in (*NAMES, "DET", "ADJ", "PART", "NUM")
        ):
            return None
    return noun_phrase(page, at, away_from=verb.i)


def _patient(page: Page, verb: Word) -> Source | None:
    for subject in page.dependents(verb.i, "nsubjpass"):
        return noun_phrase(page, subject.i, away_from=verb.i)
    return None


def is_passive(page: Page, verb: Word) -> bool:
    """Tell whether a verb is passive, with its subject or without."""
    if page.dependents(verb.i, "nsubjpass", "auxpass", "agent"):
        return True
    return verb.tag == "VBN" and verb.dep in ("acl", "advcl") and not page.dependents(verb.i, "aux")


def _noun_source(page: Page, noun: Word, verb: Word) -> Source | None:
    """Return the noun that a participle belongs to, or who issued it: "the man claiming", "issued a statement saying"."""
    giver = page.parse.words[noun.head]
    if noun.dep == "dobj" and giver.lemma in lemmas("light_verbs") and (found := source_of(page, giver)):
        return found
    return noun_phrase(page, noun.i, away_from=verb.i) if verb.tag == "VBG" else None


def noun_phrase(page: Page, head: int, *, away_from: int) -> Source | None:
    """Return the words of a noun phrase, cut so that they hold neither the cue nor a quotation.

    Args:
        page: The report.
        head: The word at its head.
        away_from: The word that carries the cue.
    """
    first, last = page.lefts[head], page.rights[head]
    if page.parse.words[head].pos == "PUNCT" or not page.outside(head):
        return None
    for child in page.dependents(head):
        own = page.lefts[child.i], page.rights[child.i]
        swallows = own[0] <= away_from <= own[1] or any(not page.outside(i) for i in range(own[0], own[1] + 1))
        if child.i > head and (swallows or (child.dep in CLAUSES and last - first >= LONGEST_SOURCE)):
            last = min(last, own[0] - 1)
        elif child.i < head and swallows:
            first = max(first, own[1] + 1)
    if head < away_from <= last:
        last = away_from - 1
    if first <= away_from < head:
        first = away_from + 1
    stretch = page.trimmed(max(first, head - LONGEST_SOURCE), min(last, head + 2 * LONGEST_SOURCE))
    return Source(stretch, head) if stretch else None


def may_speak(page: Page, source: Source | None) -> bool:
    """Tell whether a source can say something: "it" of the weather and an event cannot."""
    if source is None:
        return True
    word = page.parse.words[source.head]
    return word.lemma not in lemmas("not_speakers") or word.lemma in RELATIVES and word.dep in SUBJECTS


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
    """Return the entity whose mention lies at the head of some words; the smallest such mention decides."""
    if source is None:
        return None
    word = page.parse.words[source.head]
    if word.text.lower() in RELATIVES and page.parse.words[word.head].dep == "relcl":
        antecedent = page.parse.words[page.parse.words[word.head].head]
        return _entity_over(roster, (antecedent.start, antecedent.end), source.stretch)
    return _entity_over(roster, (word.start, word.end), source.stretch)


def speaker_of(page: Page, roster: Roster, source: Source | None) -> str | None:
    """Return the entity that speaks; a text without an entity of its own speaks for whoever made it."""
    entity = entity_at(page, roster, source)
    if entity or source is None or page.parse.words[source.head].lemma not in medium_kinds():
        return entity
    maker = _maker(page, page.parse.words[source.head])
    return entity_at(page, roster, maker) if maker else None


def _maker(page: Page, text: Word) -> Source | None:
    """Return who made a text: "the union's letter", "a suit filed by the firm", or the maker of the one named before."""
    for noun in (text, *_earlier(page, text)):
        makers = page.dependents(noun.i, "poss")
        for by in page.dependents(noun.i, "prep", "acl"):
            if by.lemma in ("by", "from") or by.dep == "acl":
                below = page.dependents(by.i, "agent", "pobj")
                makers += [w for a in below for w in (page.dependents(a.i, "pobj") if a.dep == "agent" else [a])]
        if makers:
            return noun_phrase(page, makers[0].i, away_from=noun.i)
        giver = page.parse.words[noun.head]
        if noun.dep == "dobj" and giver.lemma in lemmas("light_verbs") and (found := own_source(page, giver)):
            return found
    return None


FARTHEST_TEXT = 400
"""Words looked back for the text that "the suit" goes on about."""


def _earlier(page: Page, text: Word) -> Iterator[Word]:
    """Yield the same noun earlier in the report, nearest first, if this one is definite."""
    if not any(w.lemma == "the" for w in page.dependents(text.i)):
        return
    for i in range(text.i - 1, max(-1, text.i - FARTHEST_TEXT), -1):
        word = page.parse.words[i]
        if word.pos == "NOUN" and (
            word.lemma == text.lemma or (len(text.lemma) > 3 and word.lemma.endswith(text.lemma))
        ):
            yield word


def _entity_over(roster: Roster, head: Stretch, whole: Stretch) -> str | None:
    """Return the entity of the smallest mention over a head, else of the last one that starts inside the whole."""
    over = [
        (mention.span.end - mention.span.start, entity)
        for mention, entity in _near(roster, head[0])
        if mention.span.start <= head[0] and head[1] <= mention.span.end
    ]
    return min(over)[1] if over else None


LONGEST_MENTION = 40
"""Mentions looked back from a word for one that reaches over it."""


def _near(roster: Roster, at: int) -> Sequence[tuple[Mention, str]]:
    k = bisect_right(roster.starts, at)
    return roster.mentions[max(0, k - LONGEST_MENTION) : k]
