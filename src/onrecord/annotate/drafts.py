"""Entities of one report while they grow."""

from collections.abc import Iterable

from msgspec import Struct, field

from onrecord.model.marks import EntityType, MentionKind

Place = tuple[int, int]


class Draft(Struct):
    """An entity of one report while it grows.

    ``places`` are ranges of words (end exclusive) with the kind of each mention, ``spans`` ranges of the text
    that the parser never saw (datelines). ``roles`` are nouns by which
    the report introduces it, each with the words before it: {"minister": {"transport"}}. ``country`` is the
    state of a person, ``government`` that of a state or a person; ``is_rule`` tells a government from its
    ministries, ``is_seat`` a city that speaks for one.
    """

    name: str
    type: EntityType
    places: list[tuple[Place, MentionKind]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=dict)
    gender: str | None = None
    part_of: "Draft | None" = None
    country: "Draft | None" = None
    government: "Draft | None" = None
    members: list["Draft"] = field(default_factory=list)
    is_rule: bool = False
    is_seat: bool = False

    def add_role(self, noun: str, before: Iterable[str]) -> None:
        """Note a noun by which the report introduces this entity."""
        self.roles.setdefault(noun, set()).update(before)


class Cast(Struct):
    """The drafts of one report, by the words where they are mentioned and by the names they go by.

    ``namesakes`` are the persons with full names, by each given and each last name; ``nouns`` the entities
    that have no name, by the noun and the words before it.
    """

    drafts: list[Draft] = field(default_factory=list)
    at: dict[int, Draft] = field(default_factory=dict)
    bearers: dict[str, Draft] = field(default_factory=dict)
    namesakes: dict[str, list[Draft]] = field(default_factory=dict)
    nouns: dict[str, Draft] = field(default_factory=dict)

    def new(self, name: str, kind: EntityType) -> Draft:
        """Add an entity."""
        draft = Draft(name, kind)
        self.drafts.append(draft)
        return draft

    def place(self, draft: Draft, place: Place, kind: MentionKind, *, head: int) -> None:
        """Mention an entity: at a range of words, found later by its head word."""
        draft.places.append((place, kind))
        self.at[head] = draft
