"""One place where an actor takes a stand, made of the words that tell it."""

from typing import NamedTuple

from onrecord.ledger.issues import LONGEST_ISSUE, can_stand, is_empty, issue_of
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import clause_words, stretch, subject_of
from onrecord.model.ledger import Stance
from onrecord.model.marks import Entity
from onrecord.model.span import Span
from onrecord.model.words import Word


class Stand(NamedTuple):
    """One place where an actor takes a stand."""

    actor: Entity
    issue: str
    stance: Stance
    evidence: Span
    statements: tuple[str, ...]


class Sign(NamedTuple):
    """What tells of a stand: the noun of the issue, the stance, the verb; of a demand the deed and who is to do it."""

    issue: Word
    stance: Stance
    verb: Word
    deed: Word | None = None
    asked: Word | None = None


def stand_of(scene: Scene, subject: Word, sign: Sign) -> Stand | None:
    """Make a stand of the one a subject names; of "we", of the speaker."""
    actor = scene.actor_of(subject)
    if actor is None and subject.text.lower() in ("i", "we"):
        statement = scene.statement_at(sign.verb.start)
        actor = scene.entities.get(statement.speaker or "") if statement is not None else None
    return None if actor is None else made_of(scene, actor, sign)


def made_of(scene: Scene, actor: Entity, sign: Sign) -> Stand | None:
    """Make a stand; the issue of a demand is the deed with all that belongs to it."""
    parse, name = scene.parse, issue_of(scene, sign.issue, sign.deed, asked=sign.asked)
    counted = any(span.start <= sign.issue.start < span.end for span, _ in scene.amounts)
    if sign.issue.i in scene.dated or counted or not can_stand(actor) or is_empty(scene, sign.issue, name):
        return None
    evidence = stretch(scene, clause_words(parse, sign.verb, subject_of(parse, sign.verb)))
    if len(name) > LONGEST_ISSUE or evidence is None:
        return None
    return Stand(actor, name, sign.stance, evidence, scene.statements_in(evidence))
