"""Through whom a statement came: "according to the agency", "the agency quoted him as saying".

A phrase of the first kind stands beside a sentence. If the sentence itself says that somebody said something,
the phrase names a relay of that statement; else its object is the speaker and the sentence is what is said.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

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
        elif word.lemma in lemmas("counts") and word.dep == "pobj" and words[word.head].lemma in ("by", "on"):
            yield from _counted(page, words[word.head], word)


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


def _counted(page: Page, preposition: Word, noun: Word) -> Iterator[Phrase]:
    """Yield "by the count of the unions" and "by its own estimate" with whose they are."""
    owners = page.dependents(noun.i, "poss")
    owners += [w for of in page.dependents(noun.i, "prep") if of.lemma == "of" for w in page.dependents(of.i, "pobj")]
    source = noun_phrase(page, owners[0].i, away_from=noun.i) if owners else None
    if source is None:
        return
    host = page.parse.words[preposition.head]
    while not is_verb(host) and host.head != host.i:
        host = page.parse.words[host.head]
    end = noun.end if source.stretch[0] < noun.start else noun.end
    words = page.lefts[preposition.i], page.rights[preposition.i]
    yield Phrase(preposition.i, (preposition.start, end), words, source, host.i)


def _is_definite(page: Page, noun: Word) -> bool:
    """Tell "per the agency" from "per cent" and "per day"."""
    return noun.pos == "PROPN" or any(w.lemma in ("the", "its", "his", "her") for w in page.dependents(noun.i))


def relayed(phrase: Phrase, kept: Sequence[Candidate], page: Page) -> int | None:
    """Return the number of the candidate that a phrase relays, if its sentence says that somebody else said something."""
    words = page.parse.words
    root = page.parse.sentences[words[phrase.head].sentence].root
    sentence = page.parse.sentences[words[phrase.head].sentence]
    at_edge = phrase.words[0] <= sentence.first + 1 or phrase.words[1] >= sentence.end - 2
    for head in (root, phrase.host) if at_edge else (phrase.host,):
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


def without_phrase(page: Page, candidate: Candidate, phrase: Phrase) -> Candidate:
    """Return a candidate whose content leaves out a phrase at one of its edges."""
    words, pieces = page.parse.words, []
    start, end = words[phrase.words[0]].start, words[phrase.words[1]].end
    for piece in candidate.content:
        if piece[0] < start < piece[1] <= end + 1 and (
            cut := page.trimmed(page.word_at(piece[0]), phrase.words[0] - 1)
        ):
            pieces.append(cut)
        elif start <= piece[0] < end < piece[1] and (
            cut := page.trimmed(phrase.words[1] + 1, page.word_at(piece[1]) - 1)
        ):
            pieces.append(cut)
        else:
            pieces.append(piece)
    return structs.replace(candidate, content=tuple(pieces))


class QuotedAs(Struct, frozen=True):
    """ "The agency quoted him as saying": who is quoted, the verb of quoting, and who quotes, if that is told."""

    speaker: Source | None
    verb: int
    relay: Source | None


def quoted_as(page: Page, verb: Word) -> QuotedAs | None:
    """Return who quotes whom, if a verb of saying stands in "quoted X as saying"."""
    words = page.parse.words
    for citing in page.dependents(verb.i, "advcl"):
        objects = page.dependents(citing.i, "dobj")
        if citing.lemma in lemmas("quoting_verbs") and citing.tag == "VBG" and objects and citing.i > verb.i:
            return QuotedAs(noun_phrase(page, objects[0].i, away_from=citing.i), verb.i, own_source(page, verb))
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
