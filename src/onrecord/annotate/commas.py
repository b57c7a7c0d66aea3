"""Speech put in between or behind, told by its commas: "The door, says the union, had leaked", "..., he said."

The parser often hangs such a verb, or what is said, in the wrong place. Commas, the verb's form and its
neighbors tell it without the tree: a finite verb of saying between a comma and another (or the end of the
sentence), with hardly more than its subject, hearers and place. Likewise "told reporters in Vessa that ...",
where the tree hangs the clause on the place.
"""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate, Source
from onrecord.annotate.cues import can_say, is_verb, lemmas
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import RELATIVES, noun_phrase
from onrecord.model.words import Sentence, Word

COMMAS = frozenset({",", "-", "—", "–", "--", ")"})
ENDS = frozenset({",", ".", ";", "-", "—", "–", "--", ":", "?", "!", ")"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LONGEST_SUBJECT = 12
LONGEST_TAIL = 14
"""Words of a subject before the verb, and of hearers and places behind it."""
LISTENED_TO = frozenset({"tell", "remind", "assure", "inform", "warn", "advise", "notify", "reassure"})
NAMES = frozenset({"NOUN", "PROPN", "PRON"})
IN_SUBJECT = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "NUM", "PART", "ADV", "AUX", "CCONJ"})
IN_TAIL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "NUM", "PART", "ADV"})


def is_comma(page: Page, i: int) -> bool:
    """Tell whether a word is a comma or a dash, which a hyphen is not."""
    word = page.parse.words[i]
    return word.text in COMMAS and (word.text != "-" or page.report.text[word.start - 1 : word.start].isspace())


def find_aside(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the sentence around a verb of saying that commas set off."""
    if not is_verb(verb) or verb.tag not in FINITE or not _speaks(verb):
        return
    sentence = page.parse.sentences[verb.sentence]
    frame = _inverted(page, verb, sentence) or _plain(page, verb, sentence)
    if frame is None:
        return
    first, last, head = frame
    source = _named(page, frame, verb)
    if source is None or page.parse.words[head].text.lower() in RELATIVES:
        return
    content = tuple(_around(page, sentence, (first, last)))
    if content:
        yield Candidate(verb.i, content, "statements.indirect/aside", 2.6, source=source)


def _named(page: Page, frame: tuple[int, int, int], verb: Word) -> Source | None:
    """Return the source: what stands before the verb, or the noun phrase behind it."""
    first, _, head = frame
    if head > verb.i:
        return noun_phrase(page, head, away_from=verb.i)
    last = verb.i - 1
    while last > head and page.parse.words[last].pos in ("ADV", "AUX", "PART", "PUNCT"):
        last -= 1
    stretch = page.trimmed(first, last)
    return Source(stretch, head) if stretch else None


def _speaks(verb: Word) -> bool:
    return (
        (can_say(verb) and verb.lemma not in lemmas("quotation_only"))
        or verb.lemma in lemmas("view_verbs")
        or verb.lemma == "find"
    )


def _plain(page: Page, verb: Word, sentence: Sentence) -> tuple[int, int, int] | None:
    """Return first and last word of ", the union said in Vessa," and the head of its subject."""
    words, at = page.parse.words, verb.i - 1
    if is_comma(page, at) and at > sentence.first:
        at = _before_apposition(page, at - 1, sentence)
    while at >= sentence.first and verb.i - at <= LONGEST_SUBJECT and page.outside(at) and words[at].pos in IN_SUBJECT:
        at -= 1
    if at <= sentence.first or not is_comma(page, at) or at == verb.i - 1:
        return None
    subjects = [w.i for w in page.dependents(verb.i, "nsubj") if at < w.i < verb.i]
    names = [i for i in range(at + 1, verb.i) if words[i].pos in NAMES]
    last = _tail(page, verb.i, sentence)
    if last is None or not names or words[at + 1].pos in ("ADP", "CCONJ"):
        return None
    return at + 1, last, subjects[0] if subjects else _head(page, names)


def _before_apposition(page: Page, at: int, sentence: Sentence) -> int:
    """Return the last word before "..., the union's leader," or the place itself if no name stands there."""
    words, start = page.parse.words, at
    while at > sentence.first and start - at <= LONGEST_SUBJECT and words[at].pos in IN_SUBJECT and page.outside(at):
        at -= 1
    named = words[at].text == "," and words[at - 1].pos == "PROPN"
    return at - 1 if named else start + 1


def _head(page: Page, names: list[int]) -> int:
    """Return the word at the head of a row of names: the last before a preposition."""
    for i in names:
        if i + 1 not in names:
            return i
    return names[-1]


def _inverted(page: Page, verb: Word, sentence: Sentence) -> tuple[int, int, int] | None:
    """Return first and last word of ", said the union," and the head of its subject."""
    words = page.parse.words
    if verb.i <= sentence.first + 1 or not is_comma(page, verb.i - 1) or verb.i + 1 >= sentence.end:
        return None
    names, at = [], verb.i + 1
    while at < sentence.end and words[at].pos in IN_SUBJECT and page.outside(at) and at - verb.i <= LONGEST_SUBJECT:
        names += [at] if words[at].pos in NAMES else []
        at += 1
    if verb.lemma in LISTENED_TO:
        return None
    opens = words[verb.i + 1].pos in ("DET", "PROPN") or words[verb.i + 1].tag in ("PRP", "PRP$", "NN", "NNS")
    if not names or not opens or (at < sentence.end and words[at].text not in ENDS):
        return None
    if any(w.i < verb.i and w.i > verb.i - 3 for w in page.dependents(verb.i, "nsubj")):
        return None
    return verb.i, at - 1, _head(page, names)


def _tail(page: Page, verb: int, sentence: Sentence) -> int | None:
    """Return the last word of what follows a verb up to a comma or the end; None if that is more than hearers and places."""
    words, at = page.parse.words, verb + 1
    while at < sentence.end and words[at].text not in ENDS:
        if words[at].pos not in IN_TAIL or at - verb > LONGEST_TAIL or not page.outside(at):
            return None
        at += 1
    follows = range(verb + 1, at)
    first = words[verb + 1] if follows else None
    if (
        first
        and words[verb].lemma not in LISTENED_TO
        and first.pos not in ("ADP", "ADV")
        and first.ent not in ("DATE", "TIME")
    ):
        return None
    return at - 1


def _around(page: Page, sentence: Sentence, frame: tuple[int, int]) -> Iterator[Stretch]:
    """Yield what is said before and after the commas: a clause with a verb, back to a semicolon."""
    words = page.parse.words
    start = max(
        [sentence.first] + [i + 1 for i in range(sentence.first, frame[0]) if words[i].text == ";" and page.outside(i)]
    )
    before = page.trimmed(start, frame[0] - 1)
    if before is None or not any(
        words[i].pos in ("VERB", "AUX") or words[i].tag == "TO"
        for i in range(start, sentence.end)
        if not frame[0] <= i <= frame[1]
    ):
        return
    yield page.grown(before)
    stop = min(
        [sentence.end] + [i for i in range(frame[1] + 1, sentence.end) if words[i].text == ";" and page.outside(i)]
    )
    goes_on = frame[1] + 1 < stop and is_comma(page, frame[1] + 1)
    after = range(frame[1] + 2, stop)
    other = any(can_say(words[i]) and words[i].tag in FINITE and page.outside(i) for i in after)
    author = bool(after) and (
        words[after[0]].text.lower()
        in ("who", "which", "but", "although", "though", "while", "as", "when", "after", "adding")
        or words[after[0]].tag == "VBG"
    )
    if goes_on and after and not other and not author and (stretch := page.trimmed(after[0], after[-1])):
        yield page.grown(stretch)


def find_that_clause(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the clause after "that" behind a verb of saying and its hearers and places: "told the house in Vessa that"."""
    idiom = verb.lemma == "have"
    if not is_verb(verb) or not (idiom or (can_say(verb) and verb.lemma not in lemmas("quotation_only"))):
        return
    words, at = page.parse.words, verb.i + 1
    sentence = page.parse.sentences[verb.sentence]
    if idiom and (at >= sentence.end or words[at].text.lower() != "it"):
        return
    while at < sentence.end and at - verb.i <= LONGEST_TAIL and words[at].text.lower() != "that":
        if (words[at].pos not in IN_TAIL and words[at].text != ",") or not page.outside(at):
            return
        at += 1
    if (
        at + 1 >= sentence.end
        or words[at].text.lower() != "that"
        or words[at].dep not in ("mark", "nsubj", "dobj", "det", "advmod", "pobj")
        or (idiom and at > verb.i + 2)
    ):
        return
    if words[at].dep != "mark" and not (verb.lemma in ("tell", "say", "have") and at > verb.i):
        return
    clause = words[words[at].head]
    last = max(page.rights[clause.i], at + 1)
    stretch = page.trimmed(at + 1, last)
    listeners = tuple(w.i for w in page.dependents(verb.i, "dobj", "dative") if w.i < at)
    if stretch and clause.i > at:
        yield Candidate(verb.i, (page.grown(stretch),), "statements.indirect/that", 2.9, listeners=listeners)
