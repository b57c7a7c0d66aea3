"""What happened when: verbs and nouns of events with a date, joined across reports, and their order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.lang import table
from onrecord.ledger.scene import ACTORS, Scene
from onrecord.ledger.stems import likeness
from onrecord.ledger.verbs import (
    auxiliaries,
    clause_words,
    is_negated,
    is_passive,
    object_of,
    phrase,
    prepositions,
    stretch,
    subject_of,
)
from onrecord.model.calendar import Days, contains, edtf_range
from onrecord.model.ledger import Event, EventStatus
from onrecord.model.marks import Entity, Time
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

HEAD = 4
"""Letters by which "sank", lemma "sink", and "sinking" are one."""
LONGEST_TITLE = 90
LIKE_TITLES = 0.4
"""Likeness from which two titles with one head are one event although no participant is known to both."""
LONGEST_WAY = 8
"""Steps from a date up the tree to its event."""
PLACES = frozenset(("place", "state"))


class Happening(NamedTuple):
    """One place where a report tells an event."""

    head: str
    title: str
    time: str
    status: EventStatus
    evidence: Span
    place: str | None
    participants: tuple[str, ...]
    claims: tuple[str, ...]
    entity: str | None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("events")["words"][name])


def find_events(scenes: Sequence[Scene]) -> tuple[Event, ...]:
    """Find the dated events of a story, the same event of several reports joined.

    Returns:
        In the order of their dates, then of their first places; ids ``e1``, ``e2`` ... in that order.
    """
    made = [_event(group) for group in _grouped(one for scene in scenes for one in find_happenings(scene))]
    order = sorted(range(len(made)), key=lambda k: (edtf_range(made[k].time) or LATEST, k))
    return tuple(_named(made[k], f"e{n}") for n, k in enumerate(order, 1))


def _grouped(happenings: Iterable[Happening]) -> list[list[Happening]]:
    """Put each place into the first group that has one of the same event, else into a group of its own.

    Only groups with its head or one of its claims are looked at: `_is_same` asks for either.
    """
    groups: list[list[Happening]] = []
    known: dict[str, set[int]] = defaultdict(set)
    for one in happenings:
        keys = (f"head {one.head}", *(f"claim {claim}" for claim in one.claims))
        near = sorted(set().union(*(known[key] for key in keys)))
        home = next((k for k in near if any(_is_same(other, one) for other in groups[k])), len(groups))
        if home == len(groups):
            groups.append([])
        groups[home].append(one)
        for key in keys:
            known[key].add(home)
    return groups


RELATIVES = frozenset(("which", "whom", "who", "that", "it", "them"))
LATEST: Days = (date.max, date.max)


def _named(event: Event, name: str) -> Event:
    return Event(
        name,
        event.title,
        event.status,
        event.evidence,
        event.entity,
        event.time,
        event.place,
        event.participants,
    )


def _is_same(first: Happening, second: Happening) -> bool:
    """Tell whether two places tell one event: compatible dates, and the same head, claim or nearly the same title."""
    if not (contains(first.time, second.time) or contains(second.time, first.time)):
        return False
    if (first.status == "hypothetical") != (second.status == "hypothetical"):
        return False
    shared = bool(set(first.participants) & set(second.participants))
    alike = likeness(first.title, second.title)
    is_open = "/" in first.time or "/" in second.time
    if not is_open and set(first.claims) & set(second.claims) and (shared or alike > 0 or first.head == second.head):
        return True
    return first.head == second.head and (shared or alike >= LIKE_TITLES)


def _event(group: Sequence[Happening]) -> Event:
    """Make the event of a group: the narrowest date, the shortest title with a subject, everybody who takes part."""
    dated = min(group, key=lambda one: _width(one.time))
    statuses = [one.status for one in group]
    status: EventStatus = "happened" if "happened" in statuses else statuses[0]
    return Event(
        "",
        min((one.title for one in group), key=lambda title: (" " not in title, len(title))),
        status,
        tuple(dict.fromkeys(one.evidence for one in group)),
        entity=next((one.entity for one in group if one.entity is not None), None),
        time=dated.time,
        place=next((one.place for one in group if one.place is not None), None),
        participants=tuple(dict.fromkeys(name for one in group for name in one.participants)),
    )


def _width(value: str) -> int:
    days = edtf_range(value)
    return (days[1] - days[0]).days if days is not None else date.max.toordinal()


def order_events(events: Sequence[Event]) -> tuple[tuple[str, ...], ...]:
    """Order events by their days, oldest first; those whose days overlap stand side by side.

    Hypothetical events stay out, and those without a date or with one that is open to a side.
    """
    real = (event for event in events if event.status != "hypothetical" and ".." not in (event.time or ""))
    dated = sorted((days, event.id) for event in real if (days := edtf_range(event.time)) is not None)
    groups: list[tuple[date, list[str]]] = []
    for (first, last), name in dated:
        if groups and first <= groups[-1][0]:
            # the narrowest event of a group tells where it ends: the day after it is later than all of it
            groups[-1] = (min(groups[-1][0], last), [*groups[-1][1], name])
        else:
            groups.append((last, [name]))
    return tuple(tuple(names) for _, names in groups)


def find_happenings(scene: Scene) -> Iterator[Happening]:
    """Yield the dated events that one report tells, in the order of their dates in the text."""
    seen: set[int] = set()
    for time in scene.times:
        if time.kind not in ("date", "time") or edtf_range(time.value) is None:
            continue
        head = _event_word(scene, time)
        if head is None or head.i in seen or not scene.in_body(head):
            continue
        seen.add(head.i)
        found = _happening(scene, head, time)
        if found is not None:
            yield found


def _event_word(scene: Scene, time: Time) -> Word | None:
    """Return the verb or the noun of the event that a date belongs to."""
    parse = scene.parse
    inside = parse.words_between(time.span.start, time.span.end)
    if not inside:
        return None
    numbers = {word.i for word in inside}
    word = next((w for w in inside if w.head not in numbers or w.head == w.i), inside[0])
    for _ in range(LONGEST_WAY):
        if word.i not in numbers:
            if word.pos == "NOUN" and word.lemma in _words("nouns"):
                return word
            if word.pos == "VERB":
                return None if word.lemma in _words("no_event") else word
            if word.pos == "AUX":
                return None
        if word.head == word.i:
            return None
        word = parse.words[word.head]
    return None


def _happening(scene: Scene, head: Word, time: Time) -> Happening | None:
    parse = scene.parse
    status = _status(scene, head, time)
    if status is None or time.value is None:
        return None
    subject = None if head.pos == "NOUN" else subject_of(parse, head)
    words = parse.subtree(head) if head.pos == "NOUN" else clause_words(parse, head, subject)
    evidence = stretch(scene, words)
    title = phrase(scene, head) if head.pos == "NOUN" else _title(scene, head, subject, status)
    if evidence is None or not title or len(title) > LONGEST_TITLE:
        return None
    entity = scene.entity_of(head) if head.pos == "NOUN" else None
    return Happening(
        head.lemma[:HEAD],
        title,
        _bounded(scene, time),
        status,
        evidence,
        _place(scene, words),
        _participants(scene, words),
        scene.claims_at(evidence),
        entity.id if entity is not None and entity.type == "event" else None,
    )


def _bounded(scene: Scene, time: Time) -> str:
    """Return the date of an event: open to one side where the words only say "after" or "before" it."""
    value = (time.value or "").partition("T")[0]
    inside = scene.parse.words_between(time.span.start, time.span.end)
    near = {word.text.lower() for word in scene.parse.words[max(0, inside[0].i - 2) : inside[0].i]} if inside else set()
    if "/" in value:
        return value
    if near & _words("after"):
        return f"{value}/.."
    return f"../{value}" if near & _words("before") else value


def _status(scene: Scene, head: Word, time: Time) -> EventStatus | None:
    """Return whether an event happened, is going on, planned or only thought of.

    None where it is denied, or where it would have happened after its report was published: then the date is wrong.
    """
    parse = scene.parse
    verb = _verb_of(parse, head)
    later = _is_after(time.value, scene.notes.report.published.value)
    if verb is None:
        return None if later else "happened"
    if is_negated(parse, verb):
        return None
    mood = _mood(parse, verb)
    if not later or mood in ("planned", "hypothetical"):
        return mood
    past = verb.tag == "VBD" or not {"was", "were", "had", "has", "have"}.isdisjoint(auxiliaries(parse, verb))
    return None if past or mood == "ongoing" else "planned"


def _is_after(value: str | None, published: str | None) -> bool:
    """Tell whether a date lies wholly after the day of publication, if that is known."""
    days, day = edtf_range(value), edtf_range(published)
    return days is not None and day is not None and days[0] > day[1]


def _mood(parse: Parse, verb: Word) -> EventStatus:
    helping = set(auxiliaries(parse, verb))
    reported = verb.dep == "ccomp" and parse.words[verb.head].lemma in _words("no_event")
    if "would" in helping and reported and not any(True for _ in parse.dependents(verb, "advcl")):
        return "planned"
    conditional = any(w.text.lower() in _words("conditions") for w in parse.dependents(verb, "mark"))
    if helping & _words("conditional") or conditional:
        return "hypothetical"
    if "to" in helping and not helping & _words("future"):
        above = parse.words[verb.head]
        return "planned" if above.lemma in _words("planning") or verb.dep == "acl" else "hypothetical"
    if verb.tag == "VBG" and helping & {"is", "are", "'s", "'re"}:
        return "ongoing"
    past = verb.tag in ("VBD", "VBN", "VBG") or bool(helping & {"has", "have"})
    return "happened" if past and not helping & _words("future") else "planned"


def _verb_of(parse: Parse, head: Word) -> Word | None:
    """Return the verb whose mood tells whether an event is real: its own, or for a noun the one above."""
    if head.pos != "NOUN":
        return head
    for _ in range(LONGEST_WAY):
        if head.pos == "VERB":
            return head if head.lemma not in _words("no_event") else None
        if head.pos == "AUX" or head.head == head.i:
            return None
        head = parse.words[head.head]
    return None


def _title(scene: Scene, verb: Word, subject: Word | None, status: EventStatus) -> str:
    """Return who did what, in the report's words."""
    parse = scene.parse
    thing = object_of(parse, verb)
    passive = is_passive(parse, verb)
    parts = [_name(scene, subject)] if subject is not None else []
    if not any(parts):
        return ""
    ahead = status in ("planned", "hypothetical") and verb.tag in ("VB", "VBN")
    parts.append(f"to {'be ' if passive else ''}{verb.text}" if ahead else verb.text)
    parts.extend(word.text for word in parse.dependents(verb, "prt"))
    deed = next(parse.dependents(verb, "xcomp"), None)
    if thing is not None and thing.pos in ("NOUN", "PROPN"):
        parts.append(phrase(scene, thing))
    elif deed is not None and deed.tag == "VB":
        below = object_of(parse, deed)
        parts.append(f"to {deed.text}" + (f" {phrase(scene, below)}" if below is not None else ""))
    elif verb.lemma in _words("saying") and not passive:
        return ""
    for word, noun in prepositions(parse, verb):
        more = f"{word} {phrase(scene, noun)}"
        if (
            noun.i not in scene.dated
            and noun.text.lower() not in RELATIVES
            and len(" ".join([*parts, more])) <= LONGEST_TITLE
        ):
            parts.append(more)
            break
    return " ".join(parts).removeprefix("whose ") if len(parts) > 1 else ""


def _name(scene: Scene, subject: Word) -> str:
    """Return the words of a subject; of a pronoun the name of who is meant, if that is known."""
    if subject.pos in ("NOUN", "PROPN"):
        return phrase(scene, subject)
    meant = scene.entity_of(subject)
    return "" if meant is None else meant.name


def _place(scene: Scene, words: Sequence[int]) -> str | None:
    """Return the first place behind a preposition of place."""
    parse = scene.parse
    for i in words:
        word = parse.words[i]
        if word.dep == "pobj" and parse.words[word.head].text.lower() in _words("place_prepositions"):
            found = scene.entity_of(word)
            if found is not None and found.type in PLACES:
                return found.id
    return None


def _participants(scene: Scene, words: Sequence[int]) -> tuple[str, ...]:
    """Return the actors among the words of an event, places left out, in text order."""
    found: dict[str, None] = {}
    for i in words:
        word = scene.parse.words[i]
        entity: Entity | None = scene.entity_of(word) if word.pos in ("NOUN", "PROPN", "PRON") else None
        if entity is not None and entity.type in ACTORS and word.dep not in ("poss", "compound"):
            place = word.dep == "pobj" and scene.parse.words[word.head].text.lower() in _words("place_prepositions")
            if not (place and entity.type in PLACES):
                found.setdefault(entity.id)
    return tuple(found)
