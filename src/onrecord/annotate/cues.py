"""The words that introduce what somebody says, as the language's table of cues has them."""

from functools import cache
from typing import Any

from onrecord.lang import table
from onrecord.model.marks import MediumKind
from onrecord.model.words import Word


@cache
def lemmas(name: str) -> frozenset[str]:
    """Return a class of words of the table, for instance ``say_verbs``."""
    return frozenset(table("cues")[name])


def one_of(word: Word, name: str) -> bool:
    """Tell whether a word, as it stands or by its lemma, is of a class of the table."""
    return word.text.lower() in lemmas(name) or word.lemma in lemmas(name)


@cache
def prepositions(name: str, verb: str) -> frozenset[str]:
    """Return the prepositions or particles that make a verb a cue; empty if none does."""
    entries: dict[str, Any] = table("cues")[name]
    return frozenset(entries.get(verb, ()))


@cache
def medium_kinds() -> dict[str, MediumKind]:
    """Return the kind of medium by its noun; the first kind that has the noun."""
    kinds: dict[str, MediumKind] = {}
    for kind, nouns in table("cues")["media"].items():
        for noun in nouns:
            kinds.setdefault(noun, kind)
    return kinds


def medium_of_verb(verb: Word) -> MediumKind | None:
    """Return the kind of medium that a verb names by itself, as "tweeted" does."""
    kinds: dict[str, MediumKind] = table("cues")["media_verbs"]
    return kinds.get(verb.lemma)


@cache
def addressee_nouns(name: str) -> frozenset[str]:
    """Return nouns of those to whom things are said: ``nouns`` of any, ``outlets`` of the press."""
    return frozenset(table("cues")["addressees"][name])


def is_verb(word: Word) -> bool:
    """Tell whether a word is a verb, by its class or by its tag."""
    return word.pos in ("VERB", "AUX") or word.tag.startswith("VB")


def can_say(word: Word) -> bool:
    """Tell whether a clause or a quotation beside a verb may be what somebody says."""
    return is_verb(word) and word.lemma in lemmas("say_verbs")


def can_report(word: Word) -> bool:
    """Tell whether a clause without quotation marks beside a verb may be what somebody says."""
    return can_say(word) and word.lemma not in lemmas("quotation_only")


def takes_clause(word: Word) -> bool:
    """Tell whether the clause under a verb is what somebody says, thinks or shows."""
    shows = word.lemma in lemmas("view_verbs") or word.lemma in lemmas("show_verbs")
    return can_report(word) or (is_verb(word) and shows)
