"""The deed of a reading: its verb, who does it and to what, and whether it is asserted, denied, done or still ahead.

A deed is the verb that carries what is told: of "is scheduled to meet" it is "meet", of "said that it sank" it is
"sank". Two readings tell of one deed where verb, doer and object are the same; an unknown doer is nobody's.
"""

from typing import Literal

from msgspec import Struct

from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.words import Parse, Word

PLACES = frozenset({"GPE", "LOC", "FAC"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
DEEPEST = 3
"""Verbs in a chain ("said it was expected to sign") that are followed down to the deed."""

Stage = Literal["done", "ahead", ""]


class Clause(Struct, frozen=True):
    """One deed with its places: the finite verb over it, its subject, object and what is said of the subject."""

    verb: Word
    finite: Word
    subject: Word | None
    object: Word | None
    passive: bool
    negated: bool
    modals: frozenset[str]
    stage: Stage
    asserted: bool


class Deed(Struct, frozen=True):
    """Who does what to what, by keys that are the same for one entity in all reports; None is unknown."""

    verb: str
    doer: str | None
    object: str | None


def clause_of(told: Told) -> Clause | None:
    """Return the clause a reading is made of; None where it has no verb of its own."""
    inside = {word.i for word in told.words}
    heads = [
        word for word in told.words if word.pos in ("VERB", "AUX") and (word.head == word.i or word.head not in inside)
    ]
    return read_clause(heads[0], told.notes.parse) if heads else None


def read_clause(head: Word, parse: Parse) -> Clause:
    """Read a verb with its auxiliaries, and follow it down to the deed."""
    rows = table("stages")
    finite = verb = head
    ahead = False
    for _ in range(DEEPEST):
        lower = _lower(verb, parse, rows["saying"], "ccomp")
        if lower is not None:
            finite = verb = lower
            continue
        lower = _lower(verb, parse, rows["ahead_words"], "xcomp") or _under_adjective(verb, parse, rows["ahead_words"])
        if lower is None or lower.tag != "VB":
            break
        verb, ahead = lower, True
    near = [*parse.dependents(finite), *(parse.dependents(verb) if verb.i != finite.i else ())]
    passive = any(word.dep == "auxpass" for word in parse.dependents(verb))
    over = (verb, finite, *parse.dependents(verb, "aux", "auxpass"))
    subject = next((word for each in over for word in parse.dependents(each, *SUBJECTS)), None)
    modals = frozenset(word.lemma for word in near if word.dep == "aux" and word.tag == "MD")
    return Clause(
        verb,
        finite,
        subject,
        next(iter(parse.dependents(verb, "dobj", "attr", "acomp", "oprd", "dative")), None),
        passive,
        any(word.dep == "neg" for word in near),
        modals,
        "ahead" if ahead or modals & set(rows["ahead_aux"]) else _stage(finite, parse),
        is_finite(finite, parse) and not is_open(finite, parse),
    )


def _lower(verb: Word, parse: Parse, over: list[str], label: str) -> Word | None:
    """Return the verb that stands under one of certain verbs."""
    if verb.lemma not in over:
        return None
    return next((word for word in parse.dependents(verb, label) if word.pos in ("VERB", "AUX")), None)


def _under_adjective(verb: Word, parse: Parse, over: list[str]) -> Word | None:
    """Return "sign" of "is due to sign"."""
    for word in parse.dependents(verb, "acomp"):
        return _lower(word, parse, over, "xcomp")
    return None


def _stage(finite: Word, parse: Parse) -> Stage:
    """Return "done" for a past or perfect form without a modal."""
    near = list(parse.dependents(finite, "aux", "auxpass"))
    if any(word.tag == "MD" or word.lemma == "do" for word in near):
        return ""
    return "done" if finite.tag == "VBD" or (finite.tag == "VBN" and near) else ""


def is_finite(verb: Word, parse: Parse) -> bool:
    """Tell whether a verb makes a sentence: "sank", "has sunk", not "to sink" and "sinking"."""
    return verb.tag in FINITE or any(word.tag in FINITE for word in parse.dependents(verb, "aux", "auxpass"))


def is_open(verb: Word, parse: Parse) -> bool:
    """Tell whether a verb stands in a question, a condition, or under a verb that leaves it open ("deny", "hope")."""
    rows, word = table("stages"), verb
    sentence = parse.sentences[verb.sentence]
    if any(each.text == "?" for each in parse.words[sentence.end - 2 : sentence.end]):
        return True
    while True:
        if any(each.text.casefold() in rows["open_marks"] for each in parse.dependents(word, "mark", "advmod")):
            return True
        if any(each.dep == "advcl" and _is_condition(each, parse) for each in parse.dependents(word)):
            return True
        over = parse.words[word.head]
        if over.i == word.i:
            return False
        if word.pos in ("VERB", "AUX") and over.lemma in rows["open_under"]:
            return True
        word = over


def _is_condition(clause: Word, parse: Parse) -> bool:
    return any(each.text.casefold() in ("if", "unless") for each in parse.dependents(clause, "mark"))


def deed_of(clause: Clause, told: Told, story: Story) -> Deed:
    """Return the keys of a clause's verb, doer and object; of a passive, the subject is the object."""
    parse = told.notes.parse
    subject = key_of(clause.subject, told, story)
    if not clause.passive:
        return Deed(clause.verb.lemma, subject, key_of(clause.object, told, story))
    by = (word for agent in parse.dependents(clause.verb, "agent") for word in parse.dependents(agent))
    return Deed(clause.verb.lemma, key_of(next(by, None), told, story), subject)


def key_of(word: Word | None, told: Told, story: Story) -> str | None:
    """Return what stands for one thing in all reports: an entity's id, else the noun; None for a bare pronoun."""
    if word is None:
        return None
    words = name_at(word, told)
    known = story.entity_at(told.span_of(words)) or story.entity_at(told.notes.report.span(word.start, word.end))
    if known is not None and known.name != known.name.lower():
        return known.id  # "the minister" that no report names is an entity of its own in each of them
    return None if word.pos in ("PRON", "DET") else word.lemma.casefold()


def same_deed(a: Deed, b: Deed) -> bool:
    """Tell whether two deeds are one: the same verb, no doer or object that differs, and one that both have."""
    if a.verb != b.verb:
        return False
    pairs = [(a.doer, b.doer), (a.object, b.object)]
    known = [(x, y) for x, y in pairs if x is not None and y is not None]
    if a.verb in table("stages")["light"] and not (a.object and b.object):
        return False
    return bool(known) and all(x == y for x, y in known)


def name_at(word: Word, told: Told) -> tuple[Word, ...]:
    """Return the words of the name that a word heads, with the parts in front of it."""
    parts = [w for w in told.notes.parse.dependents(word, "compound") if w.pos == "PROPN" and w.i < word.i]
    return (*parts, word)
