"""The words that introduce what somebody says, as the language's table of cues has them."""

from functools import cache
from typing import Any

from onrecord.lang import table
from onrecord.model.words import Word


@cache
def lemmas(name: str) -> frozenset[str]:
    """Return a class of words of the table, for instance ``say_verbs``."""
    return frozenset(table("cues")[name])


@cache
def prepositions(name: str, verb: str) -> frozenset[str]:
    """Return the prepositions or particles that make a verb a cue; empty if none does."""
    entries: dict[str, Any] = table("cues")[name]
    return frozenset(entries.get(verb, ()))


@cache
def medium_kinds() -> dict[str, str]:
    """Return the kind of medium by its noun."""
    return {noun: kind for kind, nouns in reversed(table("cues")["media"].items()) for noun in nouns}


@cache
def addressee_nouns(name: str) -> frozenset[str]:
    """Return nouns of those to whom things are said: ``nouns`` of any, ``outlets`` of the press."""
    return frozenset(table("cues")["addressees"][name])


def is_verb(word: Word) -> bool:
    """Tell whether a word is a verb: by its tag as well, as the parser often calls "said" an adjective's cousin."""
    return word.pos in ("VERB", "AUX") or word.tag.startswith("VB")


def can_say(word: Word) -> bool:
    """Tell whether a clause or a quotation beside a verb may be what somebody says."""
    return is_verb(word) and word.lemma in lemmas("say_verbs")


def takes_clause(word: Word) -> bool:
    """Tell whether the clause under a verb is what somebody says, thinks or shows."""
    return is_verb(word) and (
        (word.lemma in lemmas("say_verbs") and word.lemma not in lemmas("quotation_only"))
        or word.lemma in lemmas("view_verbs")
        or word.lemma in lemmas("show_verbs")
    )
