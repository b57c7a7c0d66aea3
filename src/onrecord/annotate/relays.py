"""Through whom a statement came: "according to the agency", "the agency quoted him as saying".

A phrase of the first kind stands beside a sentence. If the sentence itself says that somebody said something,
the phrase names a relay of that statement; else its object is the speaker and the sentence is what is said.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from onrecord.annotate.candidates import Candidate, Source
from onrecord.annotate.cues import is_verb, lemmas
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import noun_phrase, own_source
from onrecord.model.words import Word


class Phrase(Struct, frozen=True):
    """A phrase that names where something is from: its cue, its words (first, last), its source, the verb it hangs on."""

    head: int
    cue: Stretch
    words: tuple[int, int]
    source: Source
    host: int


def find_phrases(page: Page) -> Iterator[Phrase]:
    """Yield each "according to X" and "per X" outside quotation marks, in order."""
    words = page.parse.words
    for word in words:
        lower = word.text.lower()
        if not page.outside(word.i):
            continue
        if lower == "according" and word.i + 1 < len(words) and words[word.i + 1].text.lower() == "to":
            yield from _phrase(page, word, words[word.i + 1])
        elif lower == "per" and word.dep == "prep":
            yield from _phrase(page, word, word)


def _phrase(page: Page, opening: Word, preposition: Word) -> Iterator[Phrase]:
    words = page.parse.words
    object_ = next(iter(page.dependents(preposition.i, "pobj", "pcomp")), None)
    if object_ is None or (opening is preposition and not _is_definite(page, object_)):
        return
    source = noun_phrase(page, object_.i, away_from=opening.i)
    if source is None:
        return
    host = words[opening.head]
    while not is_verb(host) and host.head != host.i:
        host = words[host.head]
    last = page.word_at(source.stretch[1]) - 1
    yield Phrase(opening.i, (opening.start, preposition.end), (opening.i, last), source, host.i)


def _is_definite(page: Page, noun: Word) -> bool:
    """Tell "per the agency" from "per cent" and "per day"."""
    return noun.pos == "PROPN" or any(w.lemma in ("the", "its", "his", "her") for w in page.dependents(noun.i))


def relayed(phrase: Phrase, kept: Sequence[Candidate], page: Page) -> int | None:
    """Return the number of the candidate that a phrase relays, if its sentence says that somebody else said something."""
    words = page.parse.words
    root = page.parse.sentences[words[phrase.head].sentence].root
    for head in (phrase.host, root):
        for k, candidate in enumerate(kept):
            if candidate.head == head and candidate.source and candidate.source.head not in _span(phrase):
                return k
    return None


def _span(phrase: Phrase) -> range:
    return range(phrase.words[0], phrase.words[1] + 1)


def speaks_itself(page: Page, phrase: Phrase) -> Candidate | None:
    """Return the statement of a phrase that relays nobody else: the sentence around it."""
    words = page.parse.words
    sentence = page.parse.sentences[words[phrase.head].sentence]
    first, last = sentence.first, sentence.end - 1
    host = words[phrase.host]
    if (
        host.i != sentence.root
        and host.dep in ("relcl", "conj")
        and page.lefts[host.i] <= phrase.head <= page.rights[host.i]
    ):
        first, last = page.lefts[host.i], page.rights[host.i]
    pieces = []
    for a, b in ((first, phrase.words[0] - 1), (phrase.words[1] + 1, last)):
        stretch = page.trimmed(a, b) if a <= b else None
        if stretch and any(words[i].pos not in ("PUNCT", "CCONJ", "ADV") for i in range(a, b + 1)):
            pieces.append(page.grown(stretch))
    if not pieces:
        return None
    return Candidate(
        phrase.head, tuple(pieces), "statements.relay/according", 3, cue=(phrase.cue,), source=phrase.source
    )


class QuotedAs(Struct, frozen=True):
    """ "The agency quoted him as saying": who is quoted, the verb of quoting, and who quotes, if that is told."""

    speaker: Source | None
    verb: int
    relay: Source | None


def quoted_as(page: Page, verb: Word) -> QuotedAs | None:
    """Return who quotes whom, if a verb of saying stands in "quoted X as saying"."""
    words = page.parse.words
    preposition = words[verb.head]
    quoting = words[preposition.head]
    if verb.dep != "pcomp" or preposition.lemma != "as" or quoting.lemma not in lemmas("quoting_verbs"):
        return None
    passive = page.dependents(quoting.i, "nsubjpass")
    if passive:
        return QuotedAs(noun_phrase(page, passive[0].i, away_from=quoting.i), quoting.i, own_source(page, quoting))
    quoted = page.dependents(quoting.i, "dobj")
    speaker = noun_phrase(page, quoted[0].i, away_from=verb.i) if quoted else None
    return QuotedAs(speaker, quoting.i, own_source(page, quoting))
