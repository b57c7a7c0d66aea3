"""Speech put in between or behind, told by its commas: "The door, says the union, had leaked".

The parser often hangs such a verb, or what is said, in the wrong place. Commas, the verb's form and its
neighbors tell it without the tree: a finite verb of saying between a comma and another (or the end of the
sentence), with hardly more than its subject, hearers and place. Likewise "told reporters in Vessa that ...",
where the tree hangs the clause on the place.
"""

from collections.abc import Iterator

from msgspec import Struct

from onrecord.annotate.candidates import Candidate, Source
from onrecord.annotate.cues import can_report, can_say, is_verb, lemmas, one_of
from onrecord.annotate.indirect import LONGEST_CONTENT, listeners_before
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import FINITE, NAMES, noun_phrase
from onrecord.model.words import Sentence, Word

COMMAS = frozenset({",", "-", "—", "–", "--", ")"})
ENDS = COMMAS | {".", ";", ":", "?", "!"}
MAIN = FINITE | {"MD"}
SURE = 3.1
"""Weight of speech put in between that the parser took for the clause of what stands before it."""
LONGEST_SUBJECT = 12
LONGEST_TAIL = 14
"""Words of a subject before the verb, and of hearers and places behind it."""
IN_TAIL = NAMES | {"DET", "ADJ", "ADP", "NUM", "PART", "ADV"}
IN_SUBJECT = IN_TAIL | {"AUX", "CCONJ"}
PARTICIPLES = frozenset({"advcl", "acl", "conj", "dep", "ROOT"})
"""How "adding" hangs on what it goes on with, which "growing" in "growing wheat is dear" does not."""
LOOSE_THAT = frozenset({"nsubj", "dobj", "det", "advmod", "pobj"})
"""What the parser takes "that" for when it misses the clause."""


class Frame(Struct, frozen=True):
    """A verb of saying with its subject, hearers and place: first and last word, and the head of the subject."""

    first: int
    last: int
    head: int


def is_comma(page: Page, i: int) -> bool:
    """Tell whether a word is a comma or a dash, which a hyphen is not."""
    word = page.parse.words[i]
    return word.text in COMMAS and (word.text != "-" or page.report.text[word.start - 1 : word.start].isspace())


def find_aside(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the sentence around a verb of saying that commas set off."""
    if not _is_finite(page, verb) or not _speaks(verb):
        return
    sentence = page.parse.sentences[verb.sentence]
    frame = _inverted(page, verb, sentence) or _plain(page, verb, sentence)
    source = _named(page, frame, verb) if frame else None
    if frame is None or source is None or one_of(page.parse.words[frame.head], "relatives"):
        return
    if content := tuple(_around(page, sentence, frame)):
        weight = SURE if frame.first == verb.i and _subjects_beside(page, verb) else 2.6
        yield Candidate(verb.i, content, "statements.indirect/aside", weight, source=source)


def _is_finite(page: Page, verb: Word) -> bool:
    """Tell whether a verb is finite, alone or with "has", "had"."""
    perfect = verb.tag == "VBN" and any(w.tag in FINITE for w in page.dependents(verb.i, "aux"))
    perfect = perfect and not page.dependents(verb.i, "auxpass")
    return verb.tag in FINITE or perfect


def _speaks(verb: Word) -> bool:
    return can_report(verb) or verb.lemma in lemmas("view_verbs") or verb.lemma in lemmas("aside_only_verbs")


def _named(page: Page, frame: Frame, verb: Word) -> Source | None:
    """Return the source: what stands before the verb, or the noun phrase behind it."""
    if frame.head > verb.i:
        return noun_phrase(page, frame.head, away_from=verb.i)
    last = verb.i - 1
    while last > frame.head and page.parse.words[last].pos in ("ADV", "AUX", "PART", "PUNCT"):
        last -= 1
    stretch = page.trimmed(frame.first, last)
    return Source(stretch, frame.head) if stretch else None


def _plain(page: Page, verb: Word, sentence: Sentence) -> Frame | None:
    """Return the frame of ", the union said in Vessa,"."""
    words, at = page.parse.words, verb.i - 1
    if at > sentence.first and is_comma(page, at):
        at = _before_apposition(page, at - 1, sentence)
    while at >= sentence.first and verb.i - at <= LONGEST_SUBJECT and page.outside(at) and _in_subject(words[at]):
        at -= 1
    if at <= sentence.first or at == verb.i - 1 or not is_comma(page, at) or words[at + 1].pos in ("ADP", "CCONJ"):
        return None
    subjects = [w.i for w in page.dependents(verb.i, "nsubj") if at < w.i < verb.i]
    names = [i for i in range(at + 1, verb.i) if words[i].pos in NAMES]
    last = _tail(page, verb.i, sentence)
    if last is None or not names:
        return None
    return Frame(at + 1, last, subjects[0] if subjects else _head(names))


def _in_subject(word: Word) -> bool:
    """Tell whether a word may stand in the subject of speech put in between: "a resident reached by telephone said"."""
    return word.pos in IN_SUBJECT or (word.tag == "VBN" and word.dep == "acl")


def _before_apposition(page: Page, at: int, sentence: Sentence) -> int:
    """Return the last word before ", the union's leader," or the comma itself if no name stands there."""
    words, comma = page.parse.words, at + 1
    while at > sentence.first and comma - at <= LONGEST_SUBJECT and words[at].pos in IN_SUBJECT and page.outside(at):
        at -= 1
    return at - 1 if words[at].text == "," and words[at - 1].pos in ("PROPN", "NOUN") else comma


def _head(names: list[int]) -> int:
    """Return the word at the head of a phrase: the last of its first row of names."""
    return next((i for i in names if i + 1 not in names), names[-1])


def _inverted(page: Page, verb: Word, sentence: Sentence) -> Frame | None:
    """Return the frame of ", said the union,"."""
    words, at = page.parse.words, verb.i + 1
    if verb.i <= sentence.first + 1 or at >= sentence.end or not is_comma(page, verb.i - 1):
        return None
    opens = words[at].pos in ("DET", "PROPN") or words[at].tag in ("PRP", "PRP$", "NN", "NNS")
    if not opens or verb.lemma in lemmas("telling_verbs"):
        return None
    while at < sentence.end and words[at].pos in IN_SUBJECT and page.outside(at) and at - verb.i <= LONGEST_SUBJECT:
        at += 1
    names = [i for i in range(verb.i + 1, at) if words[i].pos in NAMES]
    if not names or (at < sentence.end and words[at].text not in ENDS):
        return None
    if any(_apposed(page, subject) for subject in _subjects_beside(page, verb)):
        return None
    said = [*words[sentence.first : verb.i], *words[at : sentence.end]]
    if not any(word.tag in MAIN and word.dep not in ("relcl", "acl") for word in said):
        return None
    return Frame(verb.i, _past_apposition(page, at, sentence) - 1, _head(names))


def _subjects_beside(page: Page, verb: Word) -> list[Word]:
    """Return what the parser takes for the subject of a verb, right before it or before its comma."""
    return [w for w in page.dependents(verb.i, "nsubj") if verb.i - 2 <= w.i < verb.i]


def _apposed(page: Page, subject: Word) -> bool:
    """Tell whether a comma before a verb may end an apposition, as it does not in "Moe, said the firm, left"."""
    first = page.parse.sentences[subject.sentence].first
    return any(page.parse.words[i].pos == "PUNCT" for i in range(first, subject.i))


def _past_apposition(page: Page, comma: int, sentence: Sentence) -> int:
    """Return the comma behind ", says the bishop, their go-between," or the first one if no apposition follows."""
    words, at = page.parse.words, comma + 1
    while at < sentence.end and at - comma <= LONGEST_SUBJECT and words[at].pos in IN_TAIL and page.outside(at):
        at += 1
    closed = comma < sentence.end and words[comma].text == "," and at < sentence.end and words[at].text == ","
    return at if closed and at > comma + 1 else comma


def _tail(page: Page, verb: int, sentence: Sentence) -> int | None:
    """Return the last word behind a verb up to a comma or the end; None if that is more than hearers and places."""
    words, at = page.parse.words, verb + 1
    while at < sentence.end and words[at].text not in ENDS:
        if words[at].pos not in IN_TAIL or at - verb > LONGEST_TAIL or not page.outside(at):
            return None
        at += 1
    if at > verb + 1 and words[verb].lemma not in lemmas("telling_verbs"):
        first = words[verb + 1]
        if first.pos not in ("ADP", "ADV") and first.ent not in ("DATE", "TIME"):
            return None
    return at - 1


def _around(page: Page, sentence: Sentence, frame: Frame) -> Iterator[Stretch]:
    """Yield what is said before and after the commas: a clause with a verb, from one semicolon to the next."""
    words = page.parse.words
    if sentence.end - sentence.first > LONGEST_CONTENT:
        return
    stops = [i for i in range(sentence.first, sentence.end) if words[i].text == ";" and page.outside(i)]
    start = max([i + 1 for i in stops if i < frame.first], default=sentence.first)
    stop = min([i for i in stops if i > frame.last], default=sentence.end)
    said = [words[i] for i in range(start, sentence.end) if not frame.first <= i <= frame.last]
    before = page.trimmed(start, frame.first - 1)
    if before is None or not any(is_verb(word) or word.tag == "TO" for word in said):
        return
    yield page.grown(before)
    if _goes_on(page, frame.last + 1, stop) and (after := page.trimmed(frame.last + 2, stop - 1)):
        yield page.grown(after)


def _goes_on(page: Page, comma: int, stop: int) -> bool:
    """Tell whether what is said goes on behind the second comma, rather than the writer or another speaker."""
    words = page.parse.words
    if comma + 1 >= stop or not is_comma(page, comma):
        return False
    opening = words[comma + 1]
    if one_of(opening, "remark_openers") or (opening.tag == "VBG" and opening.dep in PARTICIPLES):
        return False
    return not any(can_say(words[i]) and words[i].tag in FINITE and page.outside(i) for i in range(comma + 1, stop))


def find_that_clause(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the clause after "that" behind a verb and its hearers and places: "told the house in Vessa that"."""
    words, sentence = page.parse.words, page.parse.sentences[verb.sentence]
    had_it = verb.lemma in lemmas("have_verbs") and verb.i + 1 < sentence.end and one_of(words[verb.i + 1], "it_words")
    if verb.lemma in lemmas("letting_verbs"):
        yield from _let_be_known(page, verb, sentence)
        return
    if not (had_it or can_report(verb)):
        return
    at = verb.i + 2 if had_it else _that(page, verb, sentence)
    if at is None or at + 1 >= sentence.end or not one_of(words[at], "that_words"):
        return
    sure = words[at].dep == "mark"
    clause = words[words[at].head]
    if clause.i <= at or not (sure or (words[at].dep in LOOSE_THAT and one_of(verb, "loose_that_verbs"))):
        return
    last = page.rights[clause.i]
    stretch = page.trimmed(at + 1, last) if last - at <= LONGEST_CONTENT else None
    if stretch:
        listeners = listeners_before(page, verb, words[at])
        yield Candidate(verb.i, (page.grown(stretch),), "statements.indirect/that", 2.9, listeners=listeners)


def _let_be_known(page: Page, verb: Word, sentence: Sentence) -> Iterator[Candidate]:
    """Yield the clause of "let slip that", "let it be known through an aide that"."""
    words = page.parse.words
    known = next(
        (i for i in range(verb.i + 1, min(verb.i + 4, sentence.end)) if one_of(words[i], "letting_words")), None
    )
    if known is None:
        return
    for at in range(known + 1, min(sentence.end - 1, known + LONGEST_SUBJECT)):
        if one_of(words[at], "that_words") and page.outside(at):
            last = max(page.rights[words[at].head], page.rights[verb.i]) if words[at].head > at else sentence.end - 1
            stretch = page.trimmed(at + 1, last) if last - at <= LONGEST_CONTENT else None
            cue = ((verb.start, words[known].end),)
            if stretch:
                yield Candidate(verb.i, (page.grown(stretch),), "statements.indirect/that", 3.1, cue=cue)
            return


def _that(page: Page, verb: Word, sentence: Sentence) -> int | None:
    """Return where "that" stands behind a verb, with nothing but hearers and places between."""
    words = page.parse.words
    for at in range(verb.i + 1, min(sentence.end, verb.i + 1 + LONGEST_TAIL)):
        if one_of(words[at], "that_words"):
            return None if words[at - 1].lemma in lemmas("clause_nouns") and _is_owned(page, words[at - 1]) else at
        given = words[at].tag == "VBN" and words[at].dep == "acl"  # "in a statement carried by the radio"
        if not page.outside(at) or (words[at].pos not in IN_TAIL and words[at].text != "," and not given):
            return None
    return None


def _is_owned(page: Page, noun: Word) -> bool:
    """Tell whether a noun of speech is somebody's: "the senator's remark that" is the owner's."""
    return bool(page.dependents(noun.i, "poss"))
