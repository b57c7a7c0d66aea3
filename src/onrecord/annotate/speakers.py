"""Who speaks: the words that name the source of a verb or noun of saying.

A subject is the source, or the agent of a passive. A verb without one takes it over from the verb that
governs it: "he thanked the crew and said", "..., adding that", "went on to say". Where the parser gives a
finite verb no subject, the noun beside it is taken.
"""

from onrecord.annotate.candidates import Source
from onrecord.annotate.cues import lemmas, one_of
from onrecord.annotate.page import Page
from onrecord.model.words import Word

LONGEST_SOURCE = 30
"""Words; a longer subject is cut at its first clause."""
LONGEST_CHAIN = 6
"""Verbs that a missing subject is looked for above a verb."""
LONGEST_APPOSITION = 25
"""Words between a name and its verb: "Moe, a lorry driver from Kallport, said"."""
CLAUSES = frozenset({"relcl", "appos", "acl", "advcl", "ccomp", "parataxis"})
TAKES_OVER = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"})
"""How a verb hangs on the verb whose subject it shares."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAMES = frozenset({"NOUN", "PROPN", "PRON"})
OPENS_PHRASE = NAMES | {"DET", "ADJ"}
IN_PHRASE = OPENS_PHRASE | {"PART", "NUM"}
SUBJECTS = ("nsubj", "nsubjpass")
BEFORE_INVERSION = frozenset({",", "“", "”", '"', "''", "’", "'", "-", "—", "–"})


def source_of(page: Page, verb: Word) -> Source | None:
    """Return who says what a verb introduces, or None if nobody is named."""
    at, words = verb, page.parse.words
    for _ in range(LONGEST_CHAIN):
        own = own_source(page, at)
        if own is None and at.i != verb.i and is_passive(page, at):
            return patient_of(page, at)
        if own or is_passive(page, at):
            return own
        governor = words[at.head]
        if at.dep == "acl":
            return _noun_source(page, governor, at)
        if at.dep == "xcomp" and (objects := page.dependents(governor.i, "dobj")) and objects[0].i < at.i:
            return noun_phrase(page, objects[0].i, away_from=at.i)
        if at.dep not in TAKES_OVER or (at.dep == "ccomp" and governor.i > at.i):
            return None
        at = _resumed(page, at, governor)
    return None


def _resumed(page: Page, verb: Word, governor: Word) -> Word:
    """Return the verb whose subject goes on: in "said he would come and warned" both are one speaker's."""
    above = page.parse.words[governor.head]
    concedes = above.lemma in lemmas("conceding_verbs") and any(
        one_of(w, "but_words") for w in page.dependents(governor.i, "cc")
    )
    resumes = verb.tag == "VBG" or (
        verb.dep == "conj" and verb.tag == above.tag and (above.tag != governor.tag or concedes)
    )
    if governor.dep == "ccomp" and above.i < governor.i and resumes and above.lemma in lemmas("say_verbs"):
        return above
    return governor


def own_source(page: Page, verb: Word) -> Source | None:
    """Return the subject of a verb, or the agent of a passive, if it has one."""
    if is_passive(page, verb):
        for agent in page.dependents(verb.i, "agent"):
            for noun in page.dependents(agent.i, "pobj"):
                return noun_phrase(page, noun.i, away_from=verb.i)
        return None
    for subject in page.dependents(verb.i, "nsubj", "csubj"):
        quoted = not page.outside(subject.i)  # “Not yet, Vole,” said Rist: the parser may give a verb both as subjects
        if not quoted and (subject.dep == "nsubj" or subject.pos in NAMES):
            return noun_phrase(page, subject.i, away_from=verb.i)
    return neighbor_before(page, verb) or neighbor_after(page, verb)


def neighbor_before(page: Page, verb: Word) -> Source | None:
    """Return the noun right before a finite verb that the parser left without a subject."""
    words, at = page.parse.words, verb.i - 1
    if verb.tag not in FINITE:
        return None
    while at > 0 and words[at].pos in ("ADV", "AUX", "PART"):
        at -= 1
    beside, at = at, _past_parenthesis(page, at)
    if at < 0 or not page.outside(at) or words[at].pos not in NAMES or one_of(words[at], "relatives"):
        return None
    if at == beside and words[at].dep in ("pobj", "dobj") and words[at].pos != "PROPN":
        return None
    head = at
    while head < words[head].head < verb.i and words[words[head].head].pos in NAMES:
        head = words[head].head
    return noun_phrase(page, head, away_from=verb.i)


def _past_parenthesis(page: Page, at: int) -> int:
    """Return the word before "(D-Md.)" or ", a doctor," if a name stands there, else the word itself."""
    words, closing = page.parse.words, at
    opening = {")": "(", ",": ","}.get(words[at].text) if at >= 0 else None
    if opening is None:
        return at
    at -= 1
    while at > 0 and closing - at <= LONGEST_APPOSITION and words[at].text != opening and page.outside(at):
        at -= 1
    return at - 1 if words[at].text == opening and words[at - 1].pos in ("PROPN", "NOUN") else -1


def neighbor_after(page: Page, verb: Word) -> Source | None:
    """Return the noun phrase right behind a finite verb that a quotation or a comma precedes: "..., said Moe"."""
    words, at = page.parse.words, verb.i + 1
    if verb.tag not in FINITE or verb.i == 0 or at >= len(words) or words[at].pos not in OPENS_PHRASE:
        return None
    opens = words[verb.i - 1].sentence != verb.sentence
    if page.outside(verb.i - 1) and words[verb.i - 1].text not in BEFORE_INVERSION and not opens:
        return None
    head = None
    while at < len(words) and at - verb.i <= LONGEST_APPOSITION and words[at].pos in IN_PHRASE and page.outside(at):
        head = at if words[at].pos in NAMES else head
        if words[at].pos == "PRON":
            break
        at += 1
    if head and words[head].pos == "PRON" and words[head].dep in SUBJECTS and words[head].head > head:
        return None  # "said it would": the clause's own subject
    return noun_phrase(page, head, away_from=verb.i) if head else None


def patient_of(page: Page, verb: Word) -> Source | None:
    """Return the subject of a passive."""
    for subject in page.dependents(verb.i, "nsubjpass"):
        return noun_phrase(page, subject.i, away_from=verb.i)
    return None


def is_passive(page: Page, verb: Word) -> bool:
    """Tell whether a verb is passive, with its subject or without."""
    if page.dependents(verb.i, "nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag == "VBN":
        return not page.dependents(verb.i, "aux", "nsubj")
    loose = (
        verb.tag == "VBD" and verb.dep == "advcl"
    )  # "..., asked whether": the parser takes the participle for a verb
    return loose and not page.dependents(verb.i, "aux", "nsubj", "mark", "advmod")


def _noun_source(page: Page, noun: Word, verb: Word) -> Source | None:
    """Return the noun of a participle, or who gave it out: "the man claiming", "the firm issued a statement saying"."""
    giver = page.parse.words[noun.head]
    if noun.dep == "dobj" and giver.lemma in lemmas("giving_verbs") and (found := source_of(page, giver)):
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
        swallows = own[0] <= away_from <= own[1] or page.has_quoted(*own)
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
    """Tell whether a source can say something: an event cannot, nor can "there"."""
    if source is None:
        return True
    return page.parse.words[source.head].lemma not in lemmas("not_speakers")
