"""Which entities of different reports are one: by name, by its longer form, its initials, its spelling, by office.

Everything is decided on names and never on how often they occur, so that a copy of a report changes nothing.
Two persons with different given names never are one. Where two entities of the story could be meant, neither is.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from onrecord.lang import table
from onrecord.lang.states import index_states, is_state_form, state_of_demonym
from onrecord.model.marks import Entity

FOLDED = str.maketrans({"ø": "o", "æ": "ae", "đ": "d", "ł": "l", "ß": "ss", "’": "'", "-": " ", ".": " "})
TRANSCRIBED = (("ae", "a"), ("oe", "o"), ("ue", "u"))
LONGEST_EXACT = 6
"""Letters up to which two last names must be spelled alike: Iran is not Iraq."""


class Groups:
    """Disjoint sets of entities; each goes by the first of its members."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._order = {key: n for n, key in enumerate(ids)}
        self._root = {key: key for key in ids}

    def root(self, key: str) -> str:
        """Return the first member of the set of an entity."""
        while self._root[key] != key:
            self._root[key] = self._root[self._root[key]]
            key = self._root[key]
        return key

    def join(self, a: str, b: str) -> None:
        """Make the sets of two entities one."""
        first, second = sorted((self.root(a), self.root(b)), key=self._order.__getitem__)
        self._root[second] = first


@cache
def words_of(*path: str) -> frozenset[str]:
    """Return a list of words of the table of actors."""
    found = table("actors")
    for key in path:
        found = found[key]
    return frozenset(found)


Titles = Mapping[str, Sequence[tuple[str, ...]]]
"""The words that stand before the names of persons and end in an office, by the id of the person's entity."""


def group_entities(local: Sequence[Entity], titles: Titles) -> dict[str, str]:
    """Return for the id of each entity the id of the first entity that is the same."""
    groups = Groups([entity.id for entity in local])
    named = [entity for entity in local if is_named(entity)]
    _join_same_names(groups, named)
    _join_peoples(groups, named)
    _join_seats(groups, named)
    _join_persons(groups, [entity for entity in named if entity.type == "person"])
    _join_short_names(groups, named, written_forms)
    _join_short_names(groups, named, short_forms)
    _join_nominals(groups, [entity for entity in local if not is_named(entity)], named, titles)
    return {entity.id: groups.root(entity.id) for entity in local}


def is_named(entity: Entity) -> bool:
    """Tell whether an entity has a name, or goes by nouns alone."""
    return any(mention.kind in {"name", "metonym"} for mention in entity.mentions)


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name without case, accents, hyphens and articles.

    >>> folded("The Kovač-Mühle")
    ('kovac', 'muhle')
    """
    plain = unicodedata.normalize("NFKD", name.lower().translate(FOLDED))
    words = "".join(c for c in plain if not unicodedata.combining(c)).split()
    return tuple(word for word in words if word not in words_of("name_articles")) or tuple(words)


def transcribed(word: str) -> str:
    """Return a folded word with the digraphs that stand for accents opened: mueller, muller."""
    for digraph, letter in TRANSCRIBED:
        word = word.replace(digraph, letter)
    return word


def _join_same_names(groups: Groups, named: Iterable[Entity]) -> None:
    """Join what bears one name, whatever each report took it for; a single name of a person waits for a full one."""
    first: dict[tuple[str, ...], str] = {}
    for entity in named:
        key = folded(entity.name)
        single = entity.type == "person" and len(key) == 1
        groups.join(first.setdefault((*key, "person") if single else key, entity.id), entity.id)


def _join_peoples(groups: Groups, named: Sequence[Entity]) -> None:
    """Join a state that a report knows by its people only with the state: Tarsonan, Tarsona."""
    states = {entity.name: entity.id for entity in reversed(named) if entity.type == "state"}
    places = states | {entity.name: entity.id for entity in reversed(named) if entity.type == "place"}
    sure, maybe = index_states(sorted(states)), index_states(sorted(places))
    for entity in named:
        if entity.type == "person" or is_state_form(entity.name.lower()):
            continue
        state = state_of_demonym(entity.name, maybe if entity.type == "state" else sure)
        if state is not None and len(state) < len(entity.name):
            groups.join(places[state], entity.id)


def _join_seats(groups: Groups, local: Iterable[Entity]) -> None:
    """Join governments that go by one city in different reports: Kallport's."""
    first: dict[tuple[str, ...], str] = {}
    for entity in local:
        if entity.type != "government":
            continue
        seats = [folded(mention.span.exact) for mention in entity.mentions if mention.kind == "metonym"]
        ruled = [folded(entity.name)[2:]] if entity.name.startswith(("government of ", "government in ")) else []
        for key in dict.fromkeys([*seats, *ruled]):
            groups.join(first.setdefault(key, entity.id), entity.id)


def _join_persons(groups: Groups, persons: Sequence[Entity]) -> None:
    """Join full names of one person: other spelling, a middle name, an initial."""
    by_last: dict[str, list[Entity]] = defaultdict(list)
    for person in persons:
        if len(folded(person.name)) > 1:
            by_last[transcribed(folded(person.name)[-1])].append(person)
    lasts = sorted(by_last)
    for n, last in enumerate(lasts):
        near = [last, *(other for other in lasts[n + 1 :] if is_variant(last, other))]
        _join_alike(groups, [person for name in near for person in by_last[name]])


def is_variant(a: str, b: str) -> bool:
    """Tell whether two long last names differ in one letter only: a slip, or another transcription."""
    return min(len(a), len(b)) > LONGEST_EXACT and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1


def _join_alike(groups: Groups, persons: Sequence[Entity]) -> None:
    """Join persons whose given names agree, an initial only where one given name of the story has it."""
    given: dict[str, list[Entity]] = defaultdict(list)
    for person in persons:
        given[transcribed(folded(person.name)[0])].append(person)
    for name, bearers in given.items():
        whole = [other for other in given if len(other) > 1 and other[0] == name[0]]
        same = bearers if len(name) > 1 else [*bearers, *(given[whole[0]] if len(whole) == 1 else [])]
        for person in same[1:]:
            groups.join(same[0].id, person.id)


def _join_short_names(groups: Groups, named: Sequence[Entity], forms: Callable[[Entity], set[tuple[str, ...]]]) -> None:
    """Join a short name with the only longer name of the story that it may stand for."""
    longer: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for entity in named:
        for form in sorted(forms(entity)):
            longer[form].append(entity)
    bodies: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for entity in named:
        if entity.type != "person":
            bodies[folded(entity.name)].append(entity)
    for entity in named:
        if entity.type == "state":
            continue
        fits = longer[folded(entity.name)]
        if entity.type == "person":
            persons = [other for other in fits if other.type == "person"]
            fits = persons or bodies[folded(entity.name)] or fits
        roots = {groups.root(other.id): other for other in fits}
        if len(roots) == 1:
            (other,) = roots.values()
            if _may_be(entity, other):
                groups.join(other.id, entity.id)


def is_namesake(person: Entity, other: Entity) -> bool:
    """Tell whether what one report took for a person bears the very name of something else in another."""
    return other.type != "person" and folded(person.name) == folded(other.name)


def _may_be(short: Entity, full: Entity) -> bool:
    if full.type == "person":
        return short.type == "person"
    if is_namesake(short, full):
        return True
    if full.type == "place" or short.type == "place":
        return full.type == short.type
    return full.type != "state"


def written_forms(entity: Entity) -> set[tuple[str, ...]]:
    """Return the other names that a report itself uses for an entity, and the initials of its name."""
    words = folded(entity.name)
    if entity.type in {"state", "person"} or len(words) == 1:
        return set()
    large = [word for word in words if word not in words_of("names", "small")]
    short = [word for word in large if word not in words_of("names", "corporate")]
    letters = {("".join(word[0] for word in chosen),) for chosen in (words, large, short) if len(chosen) > 1}
    return letters | {folded(mention.span.exact) for mention in entity.mentions if mention.kind == "name"} - {words}


def short_forms(entity: Entity) -> set[tuple[str, ...]]:
    """Return the shorter names by which an entity may go: a last name, first or last words."""
    words = folded(entity.name)
    if entity.type == "state" or len(words) == 1:
        return set()
    if entity.type == "person":
        return {words[-1:], words[:1]}
    ends = {words[n:] for n in range(1, len(words))}
    names = table("offices")["names"]
    named_after = words[-1] in names["after_places"] or words[-1] in names["media"]
    shortest = 2 if entity.type == "place" else 1  # the Kestrian Sound is not Kestria
    return ends if named_after else ends | {words[:n] for n in range(shortest, len(words))}


def _join_nominals(groups: Groups, nominal: Sequence[Entity], named: Sequence[Entity], titles: Titles) -> None:
    """Join what goes by nouns alone: bodies and groups of one name, an office with its only holder."""
    first: dict[tuple[str, ...], str] = {folded(e.name): e.id for e in reversed(named) if e.type != "person"}
    offices = _holders(groups, named, titles)
    genders: dict[str, set[str]] = defaultdict(set)
    for entity in named:
        genders[groups.root(entity.id)] |= _genders(entity)
    for entity in nominal:
        key = folded(entity.name)
        if entity.type == "person":
            holders = offices.get(key[-1], {}) if _is_definite(entity) and key[-1] not in words_of("fleeting") else {}
            told = set(key[:-1])
            ranks = told & words_of("ranks")
            fits = [root for root, words in holders.items() if told <= words and words & words_of("ranks") == ranks]
            own = _genders(entity)
            if len(fits) == 1 and not (own and genders[fits[0]] and own.isdisjoint(genders[fits[0]])):
                groups.join(fits[0], entity.id)
        elif len(key) > 1 or key[-1] not in words_of("loose"):
            groups.join(first.setdefault(key, entity.id), entity.id)


def _genders(entity: Entity) -> set[str]:
    """Return the genders that the pronouns for a person and the given name tell."""
    pronouns = {m.span.exact.lower() for m in entity.mentions if m.kind == "pronoun"}
    given = folded(entity.name)[:1] if len(folded(entity.name)) > 1 else ()
    names = table("first_names")
    told = {"m": ("he", "male"), "f": ("she", "female")}
    return {
        gender
        for gender, (pronoun, list_) in told.items()
        if not pronouns.isdisjoint(words_of(pronoun)) or not set(names[list_].split()).isdisjoint(given)
    }


def _is_definite(entity: Entity) -> bool:
    return any(
        m.span.exact.lower().startswith(tuple(table("actors")["definite_openings"]))
        for m in entity.mentions
        if m.kind == "nominal"
    )


def _holders(groups: Groups, named: Iterable[Entity], titles: Titles) -> dict[str, dict[str, set[str]]]:
    """Return for each office the persons that the reports call so, with the words before it."""
    offices: dict[str, dict[str, set[str]]] = defaultdict(dict)
    nouns = set(table("offices")["person"])
    for entity in named:
        if entity.type != "person":
            continue
        names = set(folded(entity.name))
        called = [folded(mention.span.exact) for mention in entity.mentions if mention.kind != "pronoun"]
        for name in (*called, *titles.get(entity.id, ())):
            words = [word for word in name if word not in names]
            if words and words[-1] in nouns:
                offices[words[-1]].setdefault(groups.root(entity.id), set()).update(words[:-1])
    return offices
