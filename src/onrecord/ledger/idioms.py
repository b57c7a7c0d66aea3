"""Stands told in set phrases: what draws outrage or has support, what fails, whose success is hoped for."""

from collections.abc import Iterator

from onrecord.lang import table
from onrecord.ledger.issues import position_words
from onrecord.ledger.scene import Scene
from onrecord.ledger.stands import Sign, Stand, made_of, stand_of
from onrecord.ledger.verbs import auxiliaries, is_negated, is_passive, object_of, phrase, prepositions, subject_of
from onrecord.model.ledger import Stance
from onrecord.model.marks import Entity
from onrecord.model.words import Parse, Word

UNREAL = frozenset(("could", "might", "may", "should", "must", "can", "to", "would"))


def by_reception(scene: Scene, verb: Word) -> Stand | None:
    """Read "the plan drew outrage from X", "the strike has the support of X": what meets with it is the issue."""
    parse, thing = scene.parse, object_of(scene.parse, verb)
    if verb.lemma not in position_words("reception", "verbs") or thing is None or not _is_real(parse, verb):
        return None
    stance: Stance | None = table("positions")["reception"]["nouns"].get(thing.lemma)
    who = next((noun for word, noun in _sources(parse, verb, thing)), None)
    if stance is None or who is None or any(w.text.lower() == "no" for w in parse.dependents(thing, "det")):
        return None
    found = _matter(parse, verb)
    if found is None or (found[1] is None and scene.actor_of(found[0]) is not None):
        return None
    return stand_of(scene, who, Sign(found[0], stance, verb, found[1]))


def _sources(parse: Parse, verb: Word, thing: Word) -> Iterator[tuple[str, Word]]:
    links = ("from", "by", "among", "in", "of")
    return ((word, noun) for place in (thing, verb) for word, noun in prepositions(parse, place) if word in links)


def _matter(parse: Parse, verb: Word) -> tuple[Word, Word | None] | None:
    """Return the noun that is the subject of a verb, or the object and the verb of "putting Corland on the list"."""
    deed = next(parse.dependents(verb, "csubj"), None)
    if deed is not None:
        below = object_of(parse, deed)
        return None if below is None or below.pos not in ("NOUN", "PROPN") else (below, deed)
    subject = subject_of(parse, verb)
    return None if subject is None or subject.pos != "NOUN" else (subject, None)


def by_failing(scene: Scene, verb: Word) -> Stand | None:
    """Read in X's words "the plan fails to protect anybody", "raising the toll is not the answer"."""
    parse = scene.parse
    fails = verb.lemma == "fail" and any(True for _ in parse.dependents(verb, "xcomp"))
    judged = next(parse.dependents(verb, "attr"), None)
    no_way = verb.lemma == "be" and judged is not None and judged.lemma in position_words("reception", "answers")
    if (
        not (fails or no_way)
        or verb.dep == "relcl"
        or set(auxiliaries(parse, verb)) & UNREAL
        or is_negated(parse, verb) == fails
    ):
        return None
    found, actor = _matter(parse, verb), _speaker(scene, verb)
    if found is None or actor is None or (found[1] is None and scene.actor_of(found[0]) is not None):
        return None
    return made_of(scene, actor, Sign(found[0], "opposes", verb, found[1]))


def by_hope(scene: Scene, verb: Word) -> Stand | None:
    """Read "X hopes that the talks will succeed", "X voiced optimism that the house will pass the bill"."""
    parse, thing = scene.parse, object_of(scene.parse, verb)
    hopes = verb.lemma in ("hope", "hop")
    voiced = thing is not None and thing.lemma in ("optimism", "hope", "confidence")
    clause = next(parse.dependents(verb, "ccomp"), None) if hopes else None
    if thing is not None and voiced and verb.lemma in position_words("words", "voicing"):
        clause = next(parse.dependents(thing, "acl", "ccomp"), None)
    subject = subject_of(parse, verb)
    issue = None if clause is None or is_negated(parse, clause) else _wished_well(parse, clause)
    if issue is None or subject is None or not _is_real(parse, verb) or scene.actor_of(issue) is not None:
        return None
    return stand_of(scene, subject, Sign(issue, "supports", verb))


def _wished_well(parse: Parse, clause: Word) -> Word | None:
    """Return what succeeds in a clause, or what is passed in it."""
    how = next(parse.dependents(clause, "acomp"), None)
    if clause.lemma in position_words("reception", "success") or (how is not None and how.lemma == "successful"):
        thing = object_of(parse, clause) or next(parse.dependents(clause, "nsubj"), None)
        return thing if thing is not None and thing.pos == "NOUN" else None
    return None


def by_interest(scene: Scene, verb: Word) -> Stand | None:
    """Read "X has no intention of lifting the blockade"; who has none of ending a thing is for that thing."""
    parse, thing = scene.parse, object_of(scene.parse, verb)
    if verb.lemma != "have" or thing is None or thing.lemma not in ("interest", "intention", "desire", "plan"):
        return None
    if not any(w.text.lower() == "no" for w in parse.dependents(thing, "det")) or not _is_real(parse, verb):
        return None
    below = (w for prep in parse.dependents(thing, "prep") for w in parse.dependents(prep, "pcomp"))
    deed = next((w for w in (*below, *parse.dependents(thing, "acl")) if w.pos == "VERB"), None)
    issue = None if deed is None else object_of(parse, deed)
    subject = subject_of(parse, verb)
    if deed is None or issue is None or issue.pos not in ("NOUN", "PROPN") or subject is None:
        return None
    names = {deed.lemma, *(f"{deed.lemma}_{word.text.lower()}" for word in parse.dependents(deed, "prt"))}
    ending = bool(names & position_words("demands", "ending")) and scene.actor_of(issue) is None
    return stand_of(scene, subject, Sign(issue, "supports", verb) if ending else Sign(issue, "opposes", verb, deed))


def by_blame(scene: Scene, verb: Word) -> Stand | None:
    """Read in X's words "the line has no liability", "we bear no blame": X denies it."""
    parse, thing = scene.parse, object_of(scene.parse, verb)
    if verb.lemma not in ("have", "bear", "accept", "carry") or thing is None:
        return None
    before = {w.text.lower() for w in parse.dependents(thing, "det", "amod", "nummod")}
    actor = _speaker(scene, verb)
    if thing.lemma not in position_words("reception", "blame") or not before & {"no", "zero"} or actor is None:
        return None
    return made_of(scene, actor, Sign(thing, "opposes", verb))


def by_decision(scene: Scene, verb: Word) -> Stand | None:
    """Read "X proposed a ban", "X will impose sanctions": who does so is for it."""
    parse, thing = scene.parse, object_of(scene.parse, verb)
    subject = subject_of(parse, verb)
    known = verb.lemma in position_words("reception", "deciding") and thing is not None
    if not known or thing is None or subject is None or is_passive(parse, verb) or is_negated(parse, verb):
        return None
    goes_on = verb.dep == "xcomp" and parse.words[verb.head].lemma in position_words("reception", "going_on")
    if set(auxiliaries(parse, verb)) & UNREAL and not goes_on:
        return None
    return stand_of(scene, subject, Sign(thing, "supports", verb)) if _is_measure(scene, thing) else None


def _is_measure(scene: Scene, thing: Word) -> bool:
    """Tell whether a noun names a measure; a plan only with what is planned."""
    told = thing.lemma != "plan" or " " in phrase(scene, thing)
    return told and thing.lemma in position_words("reception", "measures")


def _is_real(parse: Parse, verb: Word) -> bool:
    return not set(auxiliaries(parse, verb)) & UNREAL and not is_negated(parse, verb) and not is_passive(parse, verb)


def _speaker(scene: Scene, verb: Word) -> Entity | None:
    """Return whose words a verb stands in."""
    statement = scene.statement_at(verb.start)
    return None if statement is None else scene.entities.get(statement.speaker or "")
