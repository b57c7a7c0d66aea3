"""Who is who across the reports of a story: merged entities, and every id rewritten to them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

import msgspec

from onrecord.align.bearers import group_entities, is_named, words_of
from onrecord.model.marks import Annotations, Assertion, Entity, EntityType, Mention, Statement

RANKED: tuple[EntityType, ...] = (
    "state", "government", "place", "organization", "thing", "person", "work", "event", "group", "office",
)  # fmt: skip

LONGEST_TITLE = 3
"""Words of an office before a name: "Deputy Foreign Minister"."""
IN_TITLE = frozenset({"PROPN", "NOUN", "ADJ"})
STATES_SHARE = 3
"""One in so many reports is enough to tell a state: the others have no government or people of it to show."""


def resolve_entities(
    annotated: Sequence[Annotations],
) -> tuple[tuple[Entity, ...], tuple[Annotations, ...]]:
    """Bring the entities of all reports together.

    Args:
        annotated: The reports of one story, in the record's order.

    Returns:
        The entities of the story, in order of their first mention, and the annotations with every entity id
        rewritten to the story's.
    """
    local = [entity for notes in annotated for entity in notes.entities]
    titles = {entity.id: _titles_of(notes, entity) for notes in annotated for entity in notes.entities}
    group = group_entities(local, titles)
    ids = {root: f"e{n}" for n, root in enumerate(dict.fromkeys(group[entity.id] for entity in local), 1)}
    new = {entity.id: ids[group[entity.id]] for entity in local}
    entities = _merge_all(local, new)
    return entities, tuple(_rewritten(notes, new, {entity.id: entity for entity in entities}) for notes in annotated)


def _titles_of(notes: Annotations, entity: Entity) -> tuple[tuple[str, ...], ...]:
    """Return the words that stand right before the name of a person, for instance "energy minister"."""
    found: set[tuple[str, ...]] = set()
    for mention in entity.mentions if entity.type == "person" else ():
        if mention.kind == "name" and (inside := notes.parse.words_between(mention.span.start, mention.span.end)):
            before = notes.parse.words[max(0, inside[0].i - LONGEST_TITLE) : inside[0].i]
            title = takewhile(lambda w: w.sentence == inside[0].sentence and w.pos in IN_TITLE, reversed(before))
            found.add(tuple(reversed([w.text.lower() for w in title])))
    return tuple(sorted(title for title in found if title and words_of("times_of_office").isdisjoint(title)))


def _merge_all(local: Sequence[Entity], new: Mapping[str, str]) -> tuple[Entity, ...]:
    parts: dict[str, list[Entity]] = defaultdict(list)
    for entity in local:
        parts[new[entity.id]].append(entity)
    return tuple(_merged(key, entities, new) for key, entities in parts.items())


def _merged(key: str, parts: Sequence[Entity], new: Mapping[str, str]) -> Entity:
    """Make one entity of the same entity in several reports."""
    wholes = [new[part.part_of] for part in parts if part.part_of is not None and part.part_of in new]
    members = dict.fromkeys(new[member] for part in parts for member in part.members if member in new)
    kind = likeliest_type(parts)
    return Entity(
        key,
        name=min(sorted(part.name for part in parts), key=len) if kind == "state" else fullest_name(parts),
        type=kind,
        part_of=next((whole for whole in wholes if whole != key), None),
        members=tuple(member for member in members if member != key),
        mentions=tuple(mention for part in parts for mention in part.mentions),
    )


def fullest_name(parts: Iterable[Entity]) -> str:
    """Return the name with most words; one from the texts before one made of a noun, a state's before a city's.

    What one report puts in front of a body's name that several have is no part of it ("Owner Varnel Line").
    """
    every = list(parts)
    named = [part for part in every if is_named(part)] or every
    counts = Counter(name for name, _ in {(part.name, _places_of(part)) for part in named})
    person = any(part.type == "person" for part in every)
    usual = () if person else [name for name, count in counts.items() if count > 1 and " " in name]
    return max(
        sorted(name for name in counts if not any(name.endswith(f" {other}") for other in usual)),
        key=lambda name: (" in " not in name, name != name.lower(), len(name.replace("-", " ").split()), len(name)),
    )


def _places_of(part: Entity) -> tuple[tuple[int, str], ...]:
    """Return what the mentions of an entity have in common with those of a copy of its report."""
    return tuple((mention.span.start, mention.span.exact) for mention in part.mentions)


def likeliest_type(parts: Iterable[Entity]) -> EntityType:
    """Return the type that most reports give, copies counted once; few reports show that a place is a state."""
    counts = Counter(kind for kind, _ in {(part.type, _places_of(part)) for part in parts})
    if counts["state"] * STATES_SHARE >= counts.total():
        return "state"
    return max(RANKED, key=lambda kind: (counts[kind], -RANKED.index(kind)))


def _rewritten(notes: Annotations, new: Mapping[str, str], merged: Mapping[str, Entity]) -> Annotations:
    return msgspec.structs.replace(
        notes,
        entities=_own(notes, new, merged),
        statements=tuple(_statement(statement, new) for statement in notes.statements),
        assertions=tuple(_assertion(assertion, new) for assertion in notes.assertions),
    )


def _own(notes: Annotations, new: Mapping[str, str], merged: Mapping[str, Entity]) -> tuple[Entity, ...]:
    """Return the story's entities with the mentions of one report only."""
    ids = dict.fromkeys(new[entity.id] for entity in notes.entities)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for entity in notes.entities:
        mentions[new[entity.id]] += entity.mentions
    return tuple(msgspec.structs.replace(merged[key], mentions=tuple(sorted(mentions[key]))) for key in ids)


def _statement(statement: Statement, new: Mapping[str, str]) -> Statement:
    replace = msgspec.structs.replace
    to = statement.addressee
    return replace(
        statement,
        speaker=_story_id(statement.speaker, new),
        addressee=None if to is None else replace(to, entity=_story_id(to.entity, new)),
        via=tuple(replace(relay, entity=_story_id(relay.entity, new)) for relay in statement.via),
    )


def _story_id(entity: str | None, new: Mapping[str, str]) -> str | None:
    return None if entity is None else new.get(entity)


def _assertion(assertion: Assertion, new: Mapping[str, str]) -> Assertion:
    return msgspec.structs.replace(
        assertion,
        holders=tuple(dict.fromkeys(new[e] for e in assertion.holders if e in new)),
        entities=tuple(dict.fromkeys(new[e] for e in assertion.entities if e in new)),
    )
