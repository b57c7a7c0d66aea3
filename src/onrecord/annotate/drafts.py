"""Entities of one report while they grow: names that are one bearer's, brought together.

A person goes by a full name, then by the last one; a body by its full name, then by its first or last words
or its initials. Where two could be meant, the one that the report speaks of more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from onrecord.annotate.lexicon import given_names, title_gender
from onrecord.annotate.names import Name
from onrecord.annotate.states import known_states
from onrecord.model.marks import EntityType, MentionKind
from onrecord.model.words import Parse

CORPORATE = frozenset({"corp", "corp.", "inc", "inc.", "ltd", "ltd.", "plc", "co", "co.", "llc"})
SMALL = frozenset({"of", "for", "the", "and", "&", "'s", "in", "de", "la"})
Place = tuple[int, int]


class Draft(Struct):
    """An entity of one report while it grows.

    ``places`` are ranges of words (end exclusive) with the kind of each mention. ``roles`` are nouns by which
    the report introduces it, each with the words before it: {"minister": {"transport"}}. ``country`` is the
    state of a person, ``government`` that of a state or a person; ``is_rule`` tells a government from its
    ministries.
    """

    name: str
    type: EntityType
    places: list[tuple[Place, MentionKind]] = field(default_factory=list)
    roles: dict[str, set[str]] = field(default_factory=dict)
    gender: str | None = None
    part_of: "Draft | None" = None
    country: "Draft | None" = None
    government: "Draft | None" = None
    is_rule: bool = False

    def add_role(self, noun: str, before: Iterable[str]) -> None:
        """Note a noun by which the report introduces this entity."""
        self.roles.setdefault(noun, set()).update(before)


class Cast(Struct):
    """The drafts of one report, by the names they go by and by the words where they are mentioned."""

    drafts: list[Draft] = field(default_factory=list)
    at: dict[int, Draft] = field(default_factory=dict)
    named: dict[str, Draft] = field(default_factory=dict)

    def new(self, name: str, kind: EntityType) -> Draft:
        """Add an entity."""
        draft = Draft(name, kind)
        self.drafts.append(draft)
        return draft

    def place(self, draft: Draft, place: Place, kind: MentionKind, *, head: int) -> None:
        """Mention an entity: at a range of words, found later by its head word."""
        draft.places.append((place, kind))
        self.at[head] = draft


def cluster_names(
    parse: Parse, names: Sequence[Name], kinds: Mapping[str, EntityType], learned: Mapping[str, str]
) -> Cast:
    """Bring the mentions of names together by their bearers."""
    cast = Cast()
    bearers = _bearers(cast, names, kinds, learned)
    for name in names:
        draft = bearers.get(name.key)
        chosen = _person_for(name, draft, cast) if kinds[name.key] == "person" else draft
        if chosen is None:
            continue
        cast.place(chosen, (name.first, name.end), "name", head=name.end - 1)
        for i in range(name.core, name.end - 1):
            cast.at.setdefault(i, chosen)
        _introduce(parse, chosen, name)
    cast.named = bearers
    cast.drafts = [draft for draft in cast.drafts if draft.places]
    return cast


def _bearers(
    cast: Cast, names: Sequence[Name], kinds: Mapping[str, EntityType], learned: Mapping[str, str]
) -> dict[str, Draft]:
    """Return the draft of each name that is clear by itself."""
    found: dict[str, Draft] = {}
    texts = {name.key: name.text for name in names}
    for key in sorted(texts, key=lambda key: (-len(key.split()), -len(key), key)):
        state = _state_named(key, learned)
        if state is not None:
            found[key] = _state_draft(cast, found, state)
        elif kinds[key] == "person":
            found[key] = _same_person(key, found) or cast.new(texts[key], "person")
        else:
            found[key] = _same_body(key, texts[key], found, kinds[key]) or cast.new(texts[key], kinds[key])
    return found


def _state_named(key: str, learned: Mapping[str, str]) -> str | None:
    known = known_states()
    return known.names.get(key) or known.demonyms.get(key) or learned.get(key)


def _state_draft(cast: Cast, found: dict[str, Draft], state: str) -> Draft:
    for draft in cast.drafts:
        if draft.type == "state" and draft.name == state:
            return draft
    return cast.new(state, "state")


def name_parts(key: str) -> list[str]:
    """Return the parts of a person's name, hyphens opened: Kim Jong-un, Kim Jong Un."""
    return key.replace("-", " ").replace(".", "").split()


def _same_person(key: str, found: Mapping[str, Draft]) -> Draft | None:
    """Return the person with a longer form of a name, if exactly one fits."""
    parts = name_parts(key)
    fits = {id(d): d for other, d in found.items() if d.type == "person" and is_short_for(parts, name_parts(other))}
    return next(iter(fits.values())) if len(fits) == 1 else None


def is_short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a name may be a shorter form of another: last name, initial and last name, given name.

    >>> is_short_for(["h", "vole"], ["henrik", "vole"])
    True
    """
    if len(short) == 1:
        return len(full) > 1 and short[0] in {full[-1], full[0]}
    if short == full:
        return True
    return short[-1] == full[-1] and _same_given(short[0], full[0])


def _same_given(a: str, b: str) -> bool:
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0])


def _person_for(name: Name, draft: Draft | None, cast: Cast) -> Draft | None:
    """Choose among several persons who share a name the one that the report speaks of most so far."""
    if draft is None or " " in name.text:
        return draft
    parts = name_parts(name.key)
    others = [
        d
        for d in cast.drafts
        if d.type == "person" and d is not draft and is_short_for(parts, name_parts(d.name.lower()))
    ]
    if not others:
        return draft
    gender = title_gender(name.title)
    fitting = [d for d in others if d.places and not (gender and d.gender and gender != d.gender)]
    return max(fitting, key=lambda d: len(d.places), default=draft)


def _same_body(key: str, text: str, found: Mapping[str, Draft], kind: EntityType) -> Draft | None:
    """Return the body, place or work with a longer form of a name, if exactly one fits."""
    parts = key.split()
    fits: dict[int, Draft] = {}
    for other, draft in found.items():
        longer = other.split()
        if draft.type in {"person", "state"} or len(longer) <= 1 or len(longer) < len(parts):
            continue
        if _is_part(parts, longer, kind, draft.type) or (text.isupper() and key.replace(".", "") in initials(longer)):
            fits[id(draft)] = draft
    return next(iter(fits.values())) if len(fits) == 1 else None


def _is_part(parts: list[str], longer: list[str], kind: EntityType, other: EntityType) -> bool:
    """Tell whether a name is the first or the last words of another of a like kind."""
    if kind == "place" and other not in {"place", "organization"}:
        return False
    if kind == "place" != other and len(parts) == 1:
        return False
    return longer[: len(parts)] == parts or (longer[-len(parts) :] == parts and kind == other)


def initials(words: Sequence[str]) -> set[str]:
    """Return the initials by which a name of several words may go, with and without its small words.

    >>> sorted(initials(["contemporary", "services", "corp."]))
    ['cs', 'csc']
    """
    large = [word for word in words if word not in SMALL]
    short = [word for word in large if word not in CORPORATE]
    return {"".join(w[0] for w in chosen) for chosen in (words, large, short) if len(chosen) > 1}


def _introduce(parse: Parse, draft: Draft, name: Name) -> None:
    """Note what stands around a name of who bears it: title, role, gender."""
    if draft.type == "person":
        draft.gender = draft.gender or title_gender(name.title) or given_names().get(name_parts(name.key)[0])
        if len(name.text) > len(draft.name):
            draft.name = name.text
    for noun, before in _roles(parse, name):
        draft.add_role(noun, before)
        if draft.type == "person":
            draft.gender = draft.gender or title_gender(noun)


def _roles(parse: Parse, name: Name) -> Iterator[tuple[str, list[str]]]:
    """Yield the nouns in front of a name: "Transport Minister", "coastguard spokesman"."""
    title = name.title.split()
    if title:
        yield title[-1], title[:-1]
    end, first = name.first, name.first
    words = parse.words
    while first > 0 and end - first < 4 and words[first - 1].pos in {"NOUN", "ADJ"} and words[first - 1].text.islower():
        first -= 1
    if first < end and words[end - 1].pos == "NOUN":
        yield words[end - 1].text, [word.text for word in words[first : end - 1]]
