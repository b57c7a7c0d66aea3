"""Actors: one deed that two reports give to two doers, both of them known by name."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import Clause, clause_of, deed_of, name_at
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Finding
from onrecord.model.marks import Entity
from onrecord.model.words import Word

ALIKE = 0.8
"""Share of the lighter reading's weight, doers left out, that two readings must have in common."""
ONE_SORT = (
    frozenset({"person"}),
    frozenset({"state", "government", "place"}),
    frozenset({"organization"}),
)
"""Types of doers that may be told from one another: a company and its head are not two doers."""


class Doer(Struct, frozen=True):
    """Who does something by name, what is done to what, and the rest of the reading."""

    entity: Entity
    verb: str
    object: str
    content: frozenset[str]
    modals: frozenset[str]


def compare_actors(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say where readings give one deed to two doers."""

    def judge(a: Doer, b: Doer) -> Ruling | None:
        if a.entity.id == b.entity.id:
            return Ruling("same", "actor", "")
        if (a.verb, a.object, a.modals) != (b.verb, b.object, b.modals) or not are_two(a.entity, b.entity):
            return None
        return TWO if weights.alike(a.content, b.content, ALIKE) else None

    views = [view for told in readings if (view := doer_of(told, story)) is not None]
    return find_differences(claims, views, judge)


TWO = Ruling("conflict", "actor", "One deed is given to two doers")


def doer_of(told: Told, story: Story) -> View[Doer] | None:
    """Return who does what a reading asserts; None where no name stands for the doer, or nothing for the object."""
    clause = clause_of(told)
    if clause is None or not clause.asserted or clause.negated:
        return None
    word, deed = _doer(clause, told), deed_of(clause, told, story)
    if word is None or deed.object is None or deed.verb in (*table("stages")["light"], *table("stages")["saying"]):
        return None
    name = name_at(word, told)
    known = story.entity_at(told.span_of(name)) or story.entity_at(told.notes.report.span(word.start, word.end))
    if known is None or known.name == known.name.lower():
        return None
    inside = {each for own in name for each in told.notes.parse.subtree(own)}
    content = content_of(each for each in told.words if each.i not in inside)
    doer = Doer(known, deed.verb, deed.object, content, clause.modals)
    return View(told.report, known.name, (told.span_of(name),), doer)


def _doer(clause: Clause, told: Told) -> Word | None:
    """Return the word for who does something: the subject, of a passive what "by" introduces."""
    if not clause.passive:
        return clause.subject
    parse = told.notes.parse
    agents = (word for agent in parse.dependents(clause.verb, "agent") for word in parse.dependents(agent, "pobj"))
    return next(agents, None)


def are_two(a: Entity, b: Entity) -> bool:
    """Tell whether two entities are two of one sort, and neither is part of the other or named like it."""
    if not any(a.type in sort and b.type in sort for sort in ONE_SORT):
        return False
    if a.id in (b.part_of, *b.members) or b.id in (a.part_of, *a.members) or (a.part_of and a.part_of == b.part_of):
        return False
    ours, theirs = (set(each.name.casefold().split()) for each in (a, b))
    return not ours & theirs
