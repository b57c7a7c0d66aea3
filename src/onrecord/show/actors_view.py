"""Who is in the record: by which names each report calls an actor, how often, and what the actor belongs to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model.marks import Entity, EntityType, Mention
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.show.lookup import Link, Lookup
from onrecord.show.wording import one_line

ACTING: frozenset[EntityType] = frozenset({"person", "state", "government", "organization", "group", "office"})
"""Types of entities that act and speak; places, works, events and things are none."""
KINDS = ("name", "metonym", "nominal", "pronoun")
WORDS = 60


@dataclass(frozen=True, slots=True)
class Form:
    """Words by which a report calls an actor: where they stand first, and how often they come."""

    span: Span
    link: Link
    kind: str
    n: int


@dataclass(frozen=True, slots=True)
class CalledBy:
    """What one report calls an actor, names before nouns before pronouns; no form where it does not."""

    outlet: str
    forms: tuple[Form, ...]

    @property
    def n_mentions(self) -> int:
        """Return how often the report mentions the actor."""
        return sum(form.n for form in self.forms)


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor of the story. ``part_of`` and ``members`` are names; ``reports`` stand in the order of the columns."""

    id: str
    name: str
    type: str
    part_of: str
    members: tuple[str, ...]
    reports: tuple[CalledBy, ...]
    n_statements: int
    named: bool

    @property
    def n_reports(self) -> int:
        """Return how many reports mention the actor."""
        return sum(bool(report.forms) for report in self.reports)

    @property
    def n_mentions(self) -> int:
        """Return how often all reports together mention the actor."""
        return sum(report.n_mentions for report in self.reports)

    @property
    def belongs(self) -> str:
        """Say what the actor is part of, or of whom it consists."""
        of = [f"part of {self.part_of}"] if self.part_of else []
        return "; ".join([*of, *([", ".join(self.members)] if self.members else [])])


def list_actors(lookup: Lookup) -> tuple[Actor, ...]:
    """List the actors that have a name or speak: whom most reports mention first, then by mentions and name."""
    says = Counter(statement.speaker for statement in lookup.record.statements if statement.speaker)
    actors = [_actor(lookup, entity, says[entity.id]) for entity in lookup.record.entities if entity.type in ACTING]
    told = [actor for actor in actors if actor.named or actor.n_statements]
    return tuple(sorted(told, key=lambda actor: (-actor.n_reports, -actor.n_mentions, actor.name.casefold(), actor.id)))


def _actor(lookup: Lookup, entity: Entity, n_statements: int) -> Actor:
    by_report: dict[str, list[Mention]] = defaultdict(list)
    for mention in entity.mentions:
        if lookup.holds(mention.span):
            by_report[mention.span.report].append(mention)
    return Actor(
        id=entity.id,
        name=lookup.entity(entity.id),
        type=entity.type,
        part_of=lookup.entity(entity.part_of),
        members=tuple(lookup.entity(member) for member in entity.members),
        reports=tuple(
            CalledBy(lookup.name_of(report.id), _forms(lookup, by_report.get(report.id, [])))
            for report in lookup.record.reports
        ),
        n_statements=n_statements,
        named=any(mention.kind in ("name", "metonym") for mention in entity.mentions),
    )


def _forms(lookup: Lookup, mentions: list[Mention]) -> tuple[Form, ...]:
    """Return the forms of one report, each once whatever its case: names first, then those that come most."""
    same: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions):
        same[mention.kind, one_line(mention.span.exact).casefold()].append(mention)
    forms = [Form(own[0].span, lookup.link(own[0].span, WORDS), kind, len(own)) for (kind, _), own in same.items()]
    return tuple(sorted(forms, key=lambda form: (KINDS.index(form.kind), -form.n, form.span)))


def forms_of(actors: Iterable[Actor]) -> Iterator[Span]:
    """Yield where the forms of some actors stand first."""
    for actor in actors:
        for report in actor.reports:
            yield from (form.span for form in report.forms)


def actor_rows(record: Record, lookup: Lookup) -> tuple[dict[str, object], ...]:
    """Return the actors as plain values, for a program: ids stay, and each report's mentions with their spans."""
    entities = {entity.id: entity for entity in record.entities}
    return tuple(
        {
            "id": actor.id,
            "name": actor.name,
            "type": actor.type,
            "part_of": entities[actor.id].part_of,
            "members": entities[actor.id].members,
            "statements": actor.n_statements,
            "forms": _form_rows(actor),
            "mentions": _mention_rows(entities[actor.id]),
        }
        for actor in list_actors(lookup)
    )


def _form_rows(actor: Actor) -> list[dict[str, object]]:
    n, first = Counter[tuple[str, str]](), dict[tuple[str, str], str]()
    for form in (form for report in actor.reports for form in report.forms):
        words = one_line(form.span.exact)
        first.setdefault((form.kind, words.casefold()), words)
        n[form.kind, words.casefold()] += form.n
    return [{"words": words, "kind": key[0], "mentions": n[key]} for key, words in first.items()]


def _mention_rows(entity: Entity) -> dict[str, list[Mention]]:
    rows: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(entity.mentions):
        rows[mention.span.report].append(mention)
    return dict(rows)
