"""What is undertaken: the deed with its object, towards whom, by when, on what condition."""

from functools import cache
from typing import Any, NamedTuple

from onrecord.lang import table
from onrecord.ledger.scene import Scene
from onrecord.ledger.stems import STEM
from onrecord.ledger.verbs import clause_words, is_negated, is_passive, object_of, phrase, prepositions, stretch
from onrecord.model.ledger import CommitmentStatus
from onrecord.model.marks import Entity
from onrecord.model.words import Parse, Word


class Act(NamedTuple):
    """Who undertakes, in which verb, what: the verb of the deed, or none where the object says all."""

    actor: Entity
    cue: Word
    deed: Word
    status: CommitmentStatus
    subject: Word | None


@cache
def commissive_words() -> dict[str, Any]:
    """Return the words of undertaking: verbs and adjectives with their status, each list of words behind a ``*``."""
    found = table("commitments")
    return {
        "verbs": found["verbs"],
        "adjectives": found["adjectives"],
        **{f"*{name}": frozenset(words) for name, words in found["words"].items()},
    }


def action_of(parse: Parse, deed: Word, *, told: bool) -> str:
    """Return the verb of a deed with its particle, "be" before what is suffered, "not" before what is left undone."""
    passive = is_passive(parse, deed) and any(True for _ in parse.dependents(deed, "auxpass"))
    bare = deed.text.lower() if passive else deed.lemma
    parts = ["be"] if passive and next(parse.dependents(deed, "nsubjpass"), None) is None else []
    parts = [*parts, bare if parts else deed.lemma, *(w.text.lower() for w in parse.dependents(deed, "prt"))]
    return " ".join(["not", *parts] if is_negated(parse, deed) and not told else parts)


def head_of(parse: Parse, deed: Word) -> str:
    """Return the stem of the noun that is undertaken."""
    thing = object_of(parse, deed)
    for below in (deed, *parse.dependents(deed, "xcomp")):
        thing = thing or object_of(parse, below)
    return thing.lemma[:STEM] if thing is not None and thing.pos in ("NOUN", "PROPN") else ""


def thing_of(scene: Scene, deed: Word) -> str | None:
    """Return what is undertaken: the object, else what follows the verb."""
    parse = scene.parse
    thing = object_of(parse, deed)
    thing = next(parse.dependents(deed, "nsubjpass"), None) if thing is None and is_passive(parse, deed) else thing
    if thing is not None and thing.lemma in commissive_words()["*empty"]:
        return None
    if thing is not None and thing.pos == "PRON":
        meant = scene.entity_of(thing)
        return None if meant is None else meant.name
    if thing is not None:
        return phrase(scene, thing).removeprefix("no ") or None
    below = next(parse.dependents(deed, "xcomp", "ccomp"), None)
    return _behind(scene, deed) if below is None else _below_deed(scene, below)


def _below_deed(scene: Scene, below: Word) -> str | None:
    """Return "impose sanctions" of "continue to impose sanctions"."""
    if below.pos in ("NOUN", "PROPN"):
        return phrase(scene, below) or None
    inner = object_of(scene.parse, below)
    return None if inner is None else f"{below.lemma} {phrase(scene, inner)}"


def _behind(scene: Scene, deed: Word) -> str | None:
    """Return what stands behind a verb without an object: a preposition with its noun, else an adverb."""
    parse = scene.parse
    for preposition, noun in prepositions(parse, deed):
        if noun.i not in scene.dated:
            return f"{preposition} {phrase(scene, noun)}"
    particle = next(parse.dependents(deed, "advmod"), None)
    return None if particle is None else particle.text.lower()


def hearer_of(scene: Scene, act: Act) -> str | None:
    """Return towards whom: the dative, or who stands behind "to" or "for"."""
    parse = scene.parse
    for verb in (act.deed, act.cue):
        for child in parse.dependents(verb, "dative"):
            found = scene.actor_of(child) if child.pos in ("PROPN", "NOUN", "PRON") else None
            if found is not None and found.id != act.actor.id:
                return found.id
        told = object_of(parse, verb) if verb is act.cue and act.deed is not act.cue else None
        hearer = scene.actor_of(told) if told is not None else None
        if hearer is not None and hearer.id != act.actor.id:
            return hearer.id
        things = [verb, *filter(None, (object_of(parse, verb),))]
        for place in things:
            for preposition, noun in prepositions(parse, place):
                found = scene.actor_of(noun) if preposition in ("to", "for", "on", "against", "with") else None
                if found is not None and found.id != act.actor.id:
                    return found.id
    return None


def due_of(scene: Scene, own: frozenset[int], act: Act) -> str | None:
    """Return the one date by which or on which it is to be done; the date of the promise itself is none."""
    dates = []
    for time in scene.times_at(own):
        if time.kind not in ("date", "time") or time.value is None or time.value.startswith("P"):
            continue
        inside = scene.parse.words_between(time.span.start, time.span.end)
        if act.deed is act.cue and act.status != "expected" and act.deed.tag in ("VBD", "VBN"):
            before = scene.parse.words[inside[0].i - 1].text.lower() if inside and inside[0].i else ""
            if before not in ("by", "before", "until", "from"):
                continue
        dates.append(time.value.partition("T")[0])
    return dates[0] if len(set(dates)) == 1 else None


def condition_of(scene: Scene, verb: Word) -> str | None:
    """Return the words of the condition of a verb, its conjunction first."""
    parse = scene.parse
    for clause in parse.dependents(verb, "advcl"):
        marks = [
            w for w in parse.dependents(clause, "mark", "advmod") if w.text.lower() in commissive_words()["*conditions"]
        ]
        if marks:
            span = stretch(scene, tuple(sorted({marks[0].i, *clause_words(parse, clause, None)})))
            return None if span is None else " ".join(span.exact.split())
    for place in (verb, *parse.dependents(verb, "dobj")):
        for preposition in parse.dependents(place, "prep"):
            if any(w.lemma == "condition" for w in parse.dependents(preposition, "pobj")):
                span = stretch(scene, parse.subtree(preposition))
                return None if span is None else " ".join(span.exact.split())
    return None
