"""Who does it, and what holds two clauses together: the verb of a reading, its subject, its negation."""

from msgspec import Struct

from onrecord.compare.told import Told
from onrecord.lang import table
from onrecord.model.words import Word

PLACES = frozenset({"GPE", "LOC", "FAC"})


class Clause(Struct, frozen=True):
    """The head verb of a reading with its subject and whether it is negated."""

    verb: Word
    subject: Word | None
    passive: bool
    negated: bool


def clause_of(told: Told) -> Clause | None:
    """Return the clause a reading is made of; None where it has no verb of its own."""
    inside = {word.i for word in told.words}
    heads = [
        word for word in told.words if word.pos in ("VERB", "AUX") and (word.head == word.i or word.head not in inside)
    ]
    if not heads:
        return None
    verb, parse = heads[0], told.notes.parse
    subject = next(iter(parse.dependents(verb, "nsubj", "nsubjpass")), None)
    negations = table("wording")["negations"]
    negated = any(word.text.casefold() in negations or word.dep == "neg" for word in told.words)
    return Clause(verb, subject, subject is not None and subject.dep == "nsubjpass", negated)


def name_at(word: Word, told: Told) -> tuple[Word, ...]:
    """Return the words of the name that a word heads, with the parts in front of it."""
    parts = [w for w in told.notes.parse.dependents(word, "compound") if w.pos == "PROPN" and w.i < word.i]
    return (*parts, word)
