"""What actors undertake: pledges, plans, offers, refusals; not what they ask of others, nor what will happen.

An undertaking is read from a commissive verb whose own subject acts ("Corland promised 12 million
florins", "the union agreed to talk"), from "will" in the actor's own words ("we will sail again"), from
reported "would" of the speaker's own ("the line said it would pay"), and from a reporter's "will" or
"is to" with an actor who does something to something ("the ministry will inspect the ferries").
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.ledger.acts import find_acts, find_candidates
from onrecord.ledger.commissives import commissive_words
from onrecord.ledger.copies import alike_in_copies, one_a_text
from onrecord.ledger.deeds import Act, action_of, condition_of, head_of, hearer_of, is_doing, thing_of
from onrecord.ledger.doers import NEW
from onrecord.ledger.dues import due_of
from onrecord.ledger.scene import Scene, related
from onrecord.ledger.stems import SAME, likeness
from onrecord.ledger.verbs import clause_words, deed_words, phrase, stretch
from onrecord.model.ledger import Commitment, CommitmentReading
from onrecord.model.marks import Entity

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
    actor: Entity | None = None


class Promises(NamedTuple):
    """The commitments of a story, and the actors among them that the story did not list."""

    commitments: tuple[Commitment, ...]
    actors: tuple[Entity, ...]


def find_commitments(scenes: Sequence[Scene]) -> Promises:
    """Find the commitments of a story, readings of several reports joined.

    Returns:
        In the order of their first readings; ids ``c1``, ``c2`` ... in that order. New actors ``n1``, ``n2`` ...
    """
    found = {scene.notes.report.id: tuple(find_undertakings(scene)) for scene in scenes}
    groups: list[list[Undertaking]] = []
    for scene in one_a_text(scenes):
        for one in found[scene.notes.report.id]:
            home = next((group for group in groups if _is_same(scene.entities, group, one)), None)
            if home is None:
                groups.append([one])
            else:
                home.append(one)
    alike = alike_in_copies(scenes, found)
    groups = [[each for one in group for each in alike[one]] for group in groups]
    actors = _new_actors(groups)
    return Promises(
        tuple(_commitment(f"c{n}", group, actors) for n, group in enumerate(groups, 1)), tuple(actors.values())
    )


def _new_actors(groups: Sequence[Sequence[Undertaking]]) -> dict[str, Entity]:
    """Return the actors that the story does not list under the names the rules gave them, numbered."""
    found: dict[str, list[Entity]] = {}
    for group in groups:
        for one in group:
            if one.actor is not None and one.actor.id.startswith(NEW) and one.by == group[0].by:
                found.setdefault(one.by, []).append(one.actor)
    return {
        name: Entity(
            f"n{n}",
            alike[0].name,
            alike[0].type,
            mentions=tuple(sorted({mention for actor in alike for mention in actor.mentions})),
        )
        for n, (name, alike) in enumerate(found.items(), 1)
    }


def _is_same(entities: dict[str, Entity], group: Sequence[Undertaking], one: Undertaking) -> bool:
    """Tell whether an undertaking is one of a group: the actor and what is undertaken agree, or actor and claim."""
    for other in group:
        if not related(entities, other.by, one.by):
            continue
        here = other.reading.report == one.reading.report
        denied = "denied" in (other.reading.status, one.reading.status) and other.reading.status != one.reading.status
        claim = not here and bool(set(other.claims) & set(one.claims))
        if not denied and (claim or _says_same(other, one)):
            return True
    return False


def _says_same(first: Undertaking, second: Undertaking) -> bool:
    day = first.reading.due is not None and first.reading.due == second.reading.due
    if first.head and first.head == second.head and (day or first.action == second.action):
        return True
    return likeness(first.object, second.object) >= (SAME if first.action == second.action else SAME_THING)


def _commitment(name: str, group: Sequence[Undertaking], actors: Mapping[str, Entity]) -> Commitment:
    best = max(group, key=lambda one: (bool(one.object), one.to is not None, bool(one.reading.amounts)))
    dues = {one.reading.due for one in group if one.reading.due is not None}
    return Commitment(
        name,
        actors[group[0].by].id if group[0].by in actors else group[0].by,
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
    for word in find_candidates(scene):
        if word.i in told:
            continue
        for act in find_acts(scene, word):
            if act.deed.i not in told:
                told.add(act.deed.i)
                found = _undertaking(scene, act)
                if found is not None:
                    yield found


def _undertaking(scene: Scene, act: Act) -> Undertaking | None:
    parse, deed = scene.parse, act.deed
    noun = deed.pos not in ("VERB", "AUX")
    words = set(parse.subtree(deed) if noun else clause_words(parse, deed, None))
    words |= {act.cue.i} if noun else set(clause_words(parse, act.cue, act.subject))
    evidence = stretch(scene, tuple(sorted(words)))
    own = frozenset(parse.subtree(deed)) if noun else deed_words(parse, deed)
    thing = (phrase(scene, deed) or None) if noun else thing_of(scene, deed)
    if evidence is None or thing is None or not (noun or is_doing(scene, deed, thing)):
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
    told = deed is act.cue and deed.lemma in commissive_words()["verbs"]
    return Undertaking(
        act.actor.id,
        act.cue.lemma if noun else action_of(parse, deed, told=told),
        thing,
        reading,
        hearer_of(scene, act),
        condition_of(scene, act),
        scene.claims_at(evidence),
        head_of(parse, deed),
        act.actor,
    )
