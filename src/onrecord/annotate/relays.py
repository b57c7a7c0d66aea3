"""Through whom a statement came: "according to the agency", "the agency quoted him as saying".

A phrase of the first kind stands beside a sentence. If the sentence itself says that somebody said something,
the phrase names a relay of that statement; else its object is the speaker and the sentence is what is said.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct, structs

from onrecord.annotate.candidates import Candidate, Source, Through
from onrecord.annotate.cues import is_verb, lemmas, one_of
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import noun_phrase, own_source
from onrecord.model.words import Word

EMPTY = frozenset({"PUNCT", "CCONJ", "ADV"})


class Phrase(Struct, frozen=True):
    """A phrase that names where something is from.

    ``words`` are its first and last one; ``host`` is the verb that it hangs on.
    """

    head: int
    cue: Stretch
    words: tuple[int, int]
    source: Source
    host: int


def with_phrases(page: Page, kept: list[Candidate]) -> list[Candidate]:
    """Return the candidates with the relays that "according to" names, and with what it attributes by itself."""
    found = list(kept)
    numbers = {candidate.head: k for k, candidate in enumerate(kept)}
    in_sentence: dict[int, list[int]] = {}
    for k, candidate in enumerate(kept):
        in_sentence.setdefault(page.parse.words[candidate.head].sentence, []).append(k)
    phrases = list(find_phrases(page))
    ends: dict[int, int] = {}
    several = Counter(page.parse.words[phrase.head].sentence for phrase in phrases)
    for phrase in phrases:
        sentence = page.parse.words[phrase.head].sentence
        bounds = (ends.get(sentence, -1), several[sentence])
        ends[sentence] = phrase.words[1]
        told = _relayed(page, phrase, kept, numbers)
        if told is None:
            found += filter(None, [_speaks_itself(page, phrase, behind=bounds[0] if bounds[1] > 1 else None)])
            continue
        found[told] = structs.replace(found[told], via=(*found[told].via, Through(phrase.source, phrase.cue)))
        for other in in_sentence[sentence]:
            found[other] = _without_phrase(page, found[other], phrase)
    return found


def find_phrases(page: Page) -> Iterator[Phrase]:
    """Yield each "according to X", "per X" and "by the count of X" outside quotation marks, in order."""
    words = page.parse.words
    for word in words:
        if not page.outside(word.i):
            continue
        if word.text.lower() in lemmas("according_words") and word.i + 1 < len(words):
            if one_of(words[word.i + 1], "to_words"):
                yield from _phrase(page, word, words[word.i + 1])
        elif word.dep == "prep" and one_of(word, "per_words") and not _is_given_name(page, word):
            yield from _phrase(page, word, word)
        elif word.dep == "pobj" and one_of(word, "counts") and one_of(words[word.head], "count_prepositions"):
            yield from _counted(page, words[word.head], word)


def _is_given_name(page: Page, word: Word) -> bool:
    """Tell "Per Stenmark" from "per the agency": a capital inside a sentence, or before a name."""
    behind = page.parse.words[word.i + 1 : word.i + 2]
    return word.text[0].isupper() and all(w.text[0].isupper() for w in behind)


def _phrase(page: Page, opening: Word, preposition: Word) -> Iterator[Phrase]:
    object_ = next(iter(page.dependents(preposition.i, "pobj", "pcomp")), None)
    if object_ is None or (object_.lemma in lemmas("not_accounts") and not page.dependents(object_.i)):
        return
    if opening is preposition and not _is_definite(page, object_):
        return
    source = noun_phrase(page, object_.i, away_from=opening.i)
    if source:
        last = page.word_at(source.stretch[1]) - 1
        cue = opening.start, preposition.end
        yield Phrase(opening.i, cue, (opening.i, last), source, _host(page, opening))


def _counted(page: Page, preposition: Word, noun: Word) -> Iterator[Phrase]:
    """Yield "by the count of the unions" and "by its own estimate" with whose they are."""
    owners = page.dependents(noun.i, "poss")
    for of in page.dependents(noun.i, "prep"):
        owners += page.dependents(of.i, "pobj") if one_of(of, "of_words") else []
    source = noun_phrase(page, owners[0].i, away_from=noun.i) if owners else None
    if source:
        words = page.lefts[preposition.i], page.rights[preposition.i]
        cue = preposition.start, noun.end
        yield Phrase(preposition.i, cue, words, source, _host(page, preposition))


def _host(page: Page, word: Word) -> int:
    """Return the verb that a phrase hangs on, or the root above it."""
    host = page.parse.words[word.head]
    while not is_verb(host) and host.head != host.i:
        host = page.parse.words[host.head]
    return host.i


def _is_definite(page: Page, noun: Word) -> bool:
    """Tell "per the agency" from "per cent" and "per day"."""
    return noun.pos == "PROPN" or any(one_of(w, "definite_words") for w in page.dependents(noun.i))


def _relayed(page: Page, phrase: Phrase, kept: list[Candidate], numbers: Mapping[int, int]) -> int | None:
    """Return the number of the candidate that a phrase relays, if its sentence says that somebody else spoke."""
    sentence = page.parse.sentences[page.parse.words[phrase.head].sentence]
    at_edge = phrase.words[0] <= sentence.first + 1 or phrase.words[1] >= sentence.end - 2
    for head in (sentence.root, phrase.host) if at_edge else (phrase.host,):
        k = numbers.get(head)
        source = None if k is None else kept[k].source
        if source and not phrase.words[0] <= source.head <= phrase.words[1]:
            return k
    return None


def _speaks_itself(page: Page, phrase: Phrase, *, behind: int | None) -> Candidate | None:
    """Return the statement of a phrase that relays nobody else: the sentence around it, or its own clause of that.

    Args:
        page: The report.
        phrase: The phrase.
        behind: In a sentence with several phrases, the last word of the one before; each then goes with what stands
            before it: "8,000, according to the police, or 20,000, according to the unions".
    """
    sentence = page.parse.sentences[page.parse.words[phrase.head].sentence]
    first, last = sentence.first, sentence.end - 1
    host = page.parse.words[phrase.host]
    own_clause = host.dep == "relcl" or (host.dep == "conj" and page.dependents(host.i, "nsubj", "nsubjpass"))
    if own_clause and page.lefts[host.i] <= phrase.head <= page.rights[host.i]:
        first, last = page.lefts[host.i], page.rights[host.i]
    if behind is not None and phrase.words[0] > sentence.first + 1:
        first, last = max(first, behind + 1), phrase.words[1]
        while first < phrase.words[0] and page.parse.words[first].pos in ("PUNCT", "CCONJ"):
            first += 1
    pieces = []
    for a, b in ((first, phrase.words[0] - 1), (phrase.words[1] + 1, last)):
        stretch = page.trimmed(a, b) if a <= b else None
        if stretch and any(page.parse.words[i].pos not in EMPTY for i in range(a, b + 1)):
            pieces.append(page.grown(stretch))
    if not pieces:
        return None
    rule, cue = "statements.relay/according", (phrase.cue,)
    return Candidate(phrase.head, tuple(pieces), rule, 3, cue=cue, source=phrase.source)


def _without_phrase(page: Page, candidate: Candidate, phrase: Phrase) -> Candidate:
    """Return a candidate whose content leaves out a phrase at one of its edges."""
    words = page.parse.words
    start, end = words[phrase.words[0]].start, words[phrase.words[1]].end
    pieces = []
    for piece in candidate.content:
        cut = None
        if piece[0] < start < piece[1] <= end + 1:
            cut = page.trimmed(page.word_at(piece[0]), phrase.words[0] - 1)
        elif start <= piece[0] < end < piece[1]:
            cut = page.trimmed(phrase.words[1] + 1, page.word_at(piece[1]) - 1)
        pieces.append(cut or piece)
    return structs.replace(candidate, content=tuple(pieces))


class QuotedAs(Struct, frozen=True):
    """Who is quoted, with what word, and who quotes, if that is told: "the agency quoted him as saying"."""

    speaker: Source | None
    cue: Stretch
    relay: Through | None


def quoted_as(page: Page, verb: Word) -> QuotedAs | None:
    """Return who quotes whom, if a verb of saying stands in "quoted X as saying" or "reported, citing X"."""
    beside = [w for subject in page.dependents(verb.i, "nsubj") for w in page.dependents(subject.i, "acl", "advcl")]
    for citing in (*page.dependents(verb.i, "advcl"), *beside):
        objects = page.dependents(citing.i, "dobj")
        if citing.lemma in lemmas("quoting_verbs") and citing.tag == "VBG" and objects:
            speaker = noun_phrase(page, objects[0].i, away_from=citing.i)
            return QuotedAs(speaker, (citing.start, citing.end), _through(page, verb))
    preposition = page.parse.words[verb.head]
    quoting = page.parse.words[preposition.head]
    if verb.dep != "pcomp" or not one_of(preposition, "as_words") or quoting.lemma not in lemmas("quoting_verbs"):
        return None
    quoted = page.dependents(quoting.i, "nsubjpass") or page.dependents(quoting.i, "dobj")
    speaker = (
        noun_phrase(page, quoted[0].i, away_from=quoting.i if quoted[0].i < quoting.i else verb.i) if quoted else None
    )
    return QuotedAs(speaker, (verb.start, verb.end), _through(page, quoting))


def _through(page: Page, verb: Word) -> Through | None:
    source = own_source(page, verb)
    return Through(source, (verb.start, verb.end)) if source else None
