"""What actors undertake: pledges, plans, offers, refusals; not what they ask of others, nor what will happen.

An undertaking is read from a commissive verb whose own subject acts ("Corland promised 12 million
florins", "the union agreed to talk"), from "will" in the actor's own words ("we will sail again"), from
reported "would" of the speaker's own ("the line said it would pay"), and from a reporter's "will" or
"is to" with an actor who does something to something ("the ministry will inspect the ferries").
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ledger.deeds import Act, action_of, commissive_words, condition_of, due_of, head_of, hearer_of, thing_of
from onrecord.ledger.scene import Scene, related
from onrecord.ledger.stems import SAME, likeness
from onrecord.ledger.verbs import (
    auxiliaries,
    clause_words,
    deed_words,
    is_negated,
    is_passive,
    object_of,
    stretch,
    subject_of,
)
from onrecord.model.ledger import Commitment, CommitmentReading, CommitmentStatus
from onrecord.model.marks import Entity
from onrecord.model.words import Parse, Word

SAME_THING = 0.6
"""Likeness from which two objects are one thing although the verbs differ."""


class Undertaking(NamedTuple):
    """One reading of a commitment, before readings are joined."""

    by: str
    action: str
    object: str
    reading: CommitmentReading
    to: str | None
    condition: str | None
    claims: tuple[str, ...]
    head: str = ""
    """The stem of the noun that is undertaken, or nothing."""


def find_commitments(scenes: Sequence[Scene]) -> tuple[Commitment, ...]:
    """Find the commitments of a story, readings of several reports joined.

    Returns:
        In the order of their first readings; ids ``c1``, ``c2`` ... in that order.
    """
    groups: list[list[Undertaking]] = []
    for scene in scenes:
        for one in find_undertakings(scene):
            home = next((group for group in groups if _is_same(scene.entities, group, one)), None)
            if home is None:
                groups.append([one])
            else:
                home.append(one)
    return tuple(_commitment(f"c{n}", group) for n, group in enumerate(groups, 1))


def _is_same(entities: dict[str, Entity], group: Sequence[Undertaking], one: Undertaking) -> bool:
    """Tell whether an undertaking is one of a group: the actor and what is undertaken agree, or actor and claim."""
    for other in group:
        if not related(entities, other.by, one.by):
            continue
        denied = "denied" in (other.reading.status, one.reading.status) and other.reading.status != one.reading.status
        if not denied and (set(other.claims) & set(one.claims) or _says_same(other, one)):
            return True
    return False


def _says_same(first: Undertaking, second: Undertaking) -> bool:
    day = first.reading.due is not None and first.reading.due == second.reading.due
    if first.head and first.head == second.head and (day or first.action == second.action):
        return True
    return likeness(first.object, second.object) >= (SAME if first.action == second.action else SAME_THING)


def _commitment(name: str, group: Sequence[Undertaking]) -> Commitment:
    best = max(group, key=lambda one: (bool(one.object), one.to is not None, bool(one.reading.amounts)))
    dues = {one.reading.due for one in group if one.reading.due is not None}
    return Commitment(
        name,
        group[0].by,
        best.action,
        best.object,
        tuple(one.reading for one in group),
        to=next((one.to for one in group if one.to is not None), None),
        due=dues.pop() if len(dues) == 1 else None,
        condition=next((one.condition for one in group if one.condition is not None), None),
    )


def find_undertakings(scene: Scene) -> Iterator[Undertaking]:
    """Yield the undertakings that one report tells, in text order."""
    told: set[int] = set()
    for verb in scene.parse.words:
        if verb.pos not in ("VERB", "AUX", "ADJ") or verb.i in told or not scene.in_body(verb):
            continue
        act = _commissive(scene, verb) or _willing(scene, verb)
        if act is not None:
            told.add(act.deed.i)
            found = _undertaking(scene, act)
            if found is not None:
                yield found


def _commissive(scene: Scene, verb: Word) -> Act | None:
    """Read "X pledged to V", "X promised an inquiry", "X is due to V"."""
    words, parse = commissive_words(), scene.parse
    adjective = verb.lemma in words["adjectives"] and verb.dep in ("acomp", "ROOT", "conj", "ccomp", "attr")
    status: CommitmentStatus | None = (words["adjectives"] if adjective else words["verbs"]).get(verb.lemma)
    if status is None or not (adjective or verb.pos == "VERB") or _is_unreal(parse, verb):
        return None
    passive = is_passive(parse, verb)
    subject = subject_of(parse, parse.words[verb.head] if adjective and verb.dep == "acomp" else verb)
    actor = None if subject is None else _actor(scene, subject, verb)
    deed = next((w for w in parse.dependents(verb, "xcomp") if _is_infinitive(parse, w)), None)
    deed = deed or _own_clause(parse, verb, subject)
    if actor is None or (passive and deed is None):
        return None
    if deed is None:
        thing = object_of(parse, verb)
        if adjective or verb.lemma not in words["*take_object"] or thing is None or _is_talk(scene, thing):
            return None
        deed = verb
    elif passive and verb.lemma not in ("schedule", "commit", "prepare"):
        return None
    thing = object_of(parse, deed)
    none = thing is not None and any(w.text.lower() == "no" for w in parse.dependents(thing, "det"))
    status = "denied" if is_negated(parse, verb) or (deed is verb and none) else status
    return Act(actor, verb, deed, status, subject)


def _is_talk(scene: Scene, thing: Word) -> bool:
    """Tell whether what is offered is only said, or is somebody who is told."""
    parse, would = scene.parse, commissive_words()["*would"]
    told = any(not would.isdisjoint(auxiliaries(parse, w)) for w in parse.dependents(thing, "relcl"))
    return told or thing.lemma in commissive_words()["*talk"] or scene.actor_of(thing) is not None


def _is_unreal(parse: Parse, verb: Word) -> bool:
    """Tell whether a commissive verb is itself asked, possible or past hope ("should promise", "if it agreed")."""
    helping = set(auxiliaries(parse, verb))
    if helping & {"should", "must", "could", "might", "may", "would", "can", "to"}:
        return True
    return any(w.text.lower() in commissive_words()["*conditions"] for w in parse.dependents(verb, "mark"))


def _is_infinitive(parse: Parse, verb: Word) -> bool:
    return verb.pos in ("VERB", "AUX") and any(w.text.lower() == "to" for w in parse.dependents(verb, "aux"))


def _own_clause(parse: Parse, verb: Word, subject: Word | None) -> Word | None:
    """Return the verb of "that it would V", where the subject is the one who undertakes."""
    for deed in parse.dependents(verb, "ccomp"):
        own = next(parse.dependents(deed, "nsubj"), None)
        helping = set(auxiliaries(parse, deed))
        same = own is not None and subject is not None and (own.lemma in commissive_words()["*third_person"])
        done = own is None or verb.lemma in commissive_words()["*take_object"]
        if (same or done) and helping & (commissive_words()["*will"] | commissive_words()["*would"]):
            return deed
        infinitive = own is None and _is_infinitive(parse, deed)
        if infinitive:
            return deed
    return None


def _willing(scene: Scene, verb: Word) -> Act | None:
    """Read "will V", "is to V", "is going to V", and the speaker's own "would V"."""
    words, parse = commissive_words(), scene.parse
    helping = set(auxiliaries(parse, verb))
    going = verb.dep == "xcomp" and _is_infinitive(parse, verb) and _is_going(parse, parse.words[verb.head])
    will, would = bool(helping & words["*will"]), bool(helping & words["*would"])
    if verb.pos != "VERB" or not (will or would or going) or is_passive(parse, verb):
        return None
    subject = subject_of(parse, verb)
    first = subject is not None and subject.text.lower() in words["*first_person"]
    if verb.lemma in words["*states"] and not (first and verb.lemma in ("have", "do", "take", "work")):
        return None
    if subject is None or _is_forecast(parse, verb) or verb.dep in ("relcl", "advcl", "acl", "csubj"):
        return None
    own = _is_own(scene, verb, subject)
    if would and (first or not own or parse.words[verb.head].lemma not in words["*speech"]):
        return None
    actor = _actor(scene, subject, verb)
    aimed = any(object_of(parse, deed) for deed in (verb, *_below(parse, verb))) or verb.lemma in (
        "report",
        "meet",
        "vote",
        "strike",
        "sail",
        "march",
    )
    if actor is None or not aimed:
        return None
    return Act(actor, verb, verb, "pledged" if own else "expected", subject)


def _below(parse: Parse, verb: Word) -> tuple[Word, ...]:
    """Return the verb of the deed below "continue to"."""
    return tuple(parse.dependents(verb, "xcomp")) if verb.lemma in commissive_words()["*aspects"] else ()


def _is_going(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb is the "is" or "going" of a plan."""
    if verb.lemma == "be":
        return verb.tag in ("VBZ", "VBP", "VBD") and not any(True for _ in parse.dependents(verb, "attr", "acomp"))
    now = {"is", "are", "am", "'m", "'re", "'s", "’m", "’re", "’s"}
    return verb.lemma == "go" and verb.tag == "VBG" and not now.isdisjoint(auxiliaries(parse, verb))


def _is_forecast(parse: Parse, verb: Word) -> bool:
    """Tell whether a doubt or a condition of the verb's own clause makes it a forecast or a question."""
    words = commissive_words()
    if any(w.text.lower() in words["*doubt"] for w in parse.dependents(verb, "advmod")):
        return True
    sentence = parse.words_of(parse.sentences[verb.sentence])
    return sentence[-1].text == "?" or any(w.text.lower() in ("if", "whether") for w in parse.dependents(verb, "mark"))


def _is_own(scene: Scene, verb: Word, subject: Word) -> bool:
    """Tell whether somebody speaks of what he himself will do."""
    words, parse = commissive_words(), scene.parse
    statement = scene.statement_at(verb.start)
    speaker = None if statement is None else statement.speaker
    if subject.lemma in words["*first_person"] or subject.text.lower() in words["*first_person"]:
        return statement is not None
    meant = scene.entity_of(subject)
    if speaker is not None and meant is not None:
        return related(scene.entities, speaker, meant.id)
    above = parse.words[verb.head]
    told = verb.dep == "ccomp" and above.lemma in words["*speech"]
    return told and meant is None and subject.lemma in words["*third_person"]


def _actor(scene: Scene, subject: Word, verb: Word) -> Entity | None:
    """Return who a subject is: its own entity, for "we" the speaker, for "it" in "X said it would" that X."""
    found = scene.actor_of(subject)
    if found is not None:
        return found
    words, parse = commissive_words(), scene.parse
    statement = scene.statement_at(verb.start)
    if subject.lemma in words["*instruments"] and statement is not None:
        owner = next(parse.dependents(subject, "poss"), None)
        return None if owner is None else scene.actor_of(owner)
    spoken = statement.speaker if statement is not None else None
    if subject.text.lower() in words["*first_person"] and spoken is not None:
        return scene.entities.get(spoken)
    above = parse.words[verb.head]
    if subject.text.lower() in words["*third_person"] and verb.dep == "ccomp" and above.lemma in words["*speech"]:
        teller = subject_of(parse, above)
        return None if teller is None else scene.actor_of(teller)
    return None


def _undertaking(scene: Scene, act: Act) -> Undertaking | None:
    parse, deed = scene.parse, act.deed
    words = set(clause_words(parse, deed, None)) | set(clause_words(parse, act.cue, act.subject))
    evidence = stretch(scene, tuple(sorted(words)))
    own = deed_words(parse, deed)
    thing = thing_of(scene, deed)
    if evidence is None or thing is None:
        return None
    statement = scene.statement_at(deed.start)
    speaker = scene.entities.get(statement.speaker or "") if statement is not None else None
    holders = (speaker.id,) if speaker is not None else ()
    reading = CommitmentReading(
        scene.notes.report.id,
        act.status,
        (evidence,),
        scene.amounts_at(own),
        due_of(scene, own, act),
        holders,
    )
    action = action_of(parse, deed, told=deed is act.cue and deed.lemma in commissive_words()["verbs"])
    condition = condition_of(scene, deed) or condition_of(scene, act.cue)
    return Undertaking(
        act.actor.id,
        action,
        thing,
        reading,
        hearer_of(scene, act),
        condition,
        scene.claims_at(evidence),
        head_of(parse, deed),
    )
