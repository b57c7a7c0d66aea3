"""Actors: one deed done by two, and a person whom one report names and another does not."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import clause_of, name_at
from onrecord.compare.told import Story, Told
from onrecord.model.claims import Finding

ALIKE = 0.7
"""Share of the lighter reading's weight, the actors left out, that two readings must have in common."""


class Actor(Struct, frozen=True):
    """Who does what: the entity or name, the verb and its voice, and the rest of the reading."""

    key: str
    name: str
    verb: str
    passive: bool
    content: frozenset[str]


def compare_actors(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say where readings give one deed to two."""

    def judge(a: Actor, b: Actor) -> Ruling | None:
        if a.key == b.key or a.name in b.name or b.name in a.name:
            return Ruling("same", "actor", "")
        alike = weights.alike(a.content, b.content, ALIKE)
        if (a.verb, a.passive) != (b.verb, b.passive) or not alike:
            return None
        return Ruling("conflict", "actor", "One deed is given to two")

    return find_differences(claims, [view for told in readings if (view := actor_of(told, story)) is not None], judge)


def actor_of(told: Told, story: Story) -> View[Actor] | None:
    """Return the named subject of a reading's verb; None for a pronoun or a noun that nobody resolved."""
    clause = clause_of(told)
    if clause is None or clause.subject is None or clause.subject.pos != "PROPN" or clause.negated:
        return None
    words = name_at(clause.subject, told)
    span = told.span_of(words)
    known = story.entity_at(span)
    inside = {w.i for w in words}
    content = content_of(w for w in told.words if w.i not in inside)
    key = known.id if known is not None else span.exact.casefold()
    name = known.name if known is not None else span.exact
    return View(told.report, name, (span,), Actor(key, name.casefold(), clause.verb.lemma, clause.passive, content))
