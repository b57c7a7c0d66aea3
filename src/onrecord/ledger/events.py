"""What happened when: the places where reports tell one event, joined, with its date, and the order of all."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.ledger.courses import find_courses
from onrecord.ledger.gaps import Gap
from onrecord.ledger.happenings import Happening, Told, find_happenings
from onrecord.ledger.moods import event_words
from onrecord.ledger.occasions import find_occasions
from onrecord.ledger.scene import Scene
from onrecord.ledger.sequence import Places, find_edges, find_gaps
from onrecord.ledger.stems import likeness
from onrecord.model.calendar import Days, contains, edtf_range
from onrecord.model.ledger import Event, EventStatus

LIKE_TITLES = 0.4
"""Likeness from which two titles with one head are one event although no participant is known to both."""
LIKE_UNDATED = 0.5
"""The same, where not both have a date."""
SHORT_TITLE = 2
"""Words of a title that says little: "the bombing", "Corland attacked"."""
JUST_TOLD = 500
"""Code points, about three sentences, back to somebody nameless whom a name can stand for."""
LATEST: Days = (date.max, date.max)


class Chronicle(NamedTuple):
    """The events of a story, and what the words tell of their order."""

    events: tuple[Event, ...]
    places: Places


def find_events(scenes: Sequence[Scene]) -> Chronicle:
    """Find the events of a story, the same event of several reports joined.

    Kept are those with a date, those that two reports tell, what a report opens with, occasions of speech, and
    what the words place before or after another event.

    Returns:
        In the order of their dates, then of their first places; ids ``e1``, ``e2`` ... in that order.
    """
    told = [Told(n, one) for n, scene in enumerate(scenes) for one in _tellings(scene)]
    groups = _grouped(told, _nameless(scenes))
    home = {(one.scene, one.what.at): k for k, group in enumerate(groups) for one in group}
    edges = dict.fromkeys((*_edges(scenes, home), *find_courses(groups)))
    tied = {k for edge in edges for k in edge}
    made = {k: _event(group) for k, group in enumerate(groups) if k in tied or _is_kept(group)}
    order = sorted(made, key=lambda k: (edtf_range(made[k].time) or LATEST, k))
    names = {k: f"e{n}" for n, k in enumerate(order, 1)}
    places = Places(
        tuple((names[a], names[b]) for a, b in edges if a in names and b in names),
        {names[k]: day for k in order if (day := _day_of_telling(scenes, groups[k])) is not None},
        {names[k]: last for k in order if (last := _last_published(scenes, groups[k])) is not None},
        tuple((names[a], names[b], gap) for a, b, gap in _gaps(scenes, home)),
    )
    return Chronicle(tuple(_named(made[k], names[k]) for k in order), places)


def _tellings(scene: Scene) -> Iterable[Happening]:
    found = tuple(find_happenings(scene))
    return (*found, *find_occasions(scene, frozenset(one.at for one in found)))


def _edges(scenes: Sequence[Scene], home: dict[tuple[int, int], int]) -> Iterable[tuple[int, int]]:
    """Yield pairs of groups, the earlier first."""
    for n, scene in enumerate(scenes):
        carriers = frozenset(at for scene_of, at in home if scene_of == n)
        for first, then in find_edges(scene, carriers):
            if home[n, first] != home[n, then]:
                yield home[n, first], home[n, then]


def _gaps(scenes: Sequence[Scene], home: dict[tuple[int, int], int]) -> Iterable[tuple[int, int, Gap]]:
    """Yield pairs of groups, the earlier first, with how long after it the later one came."""
    for n, scene in enumerate(scenes):
        carriers = frozenset(at for scene_of, at in home if scene_of == n)
        for first, then, gap in find_gaps(scene, carriers):
            if home[n, first] != home[n, then]:
                yield home[n, first], home[n, then], gap


def _is_kept(group: Sequence[Told]) -> bool:
    dated = any(one.what.time is not None for one in group)
    several = len({one.scene for one in group}) > 1
    return dated or several or any(one.what.lead or one.what.spoken for one in group)


def _day_of_telling(scenes: Sequence[Scene], group: Sequence[Told]) -> Days | None:
    """Return the day of the first report that opens with an event, or in which something is said."""
    for one in group:
        if one.what.lead or one.what.spoken:
            return edtf_range(scenes[one.scene].notes.report.published.value)
    return None


def _last_published(scenes: Sequence[Scene], group: Sequence[Told]) -> date | None:
    days = [edtf_range(scenes[one.scene].notes.report.published.value) for one in group]
    known = [day[0] for day in days if day is not None]
    return min(known) if known and all(one.what.status == "happened" for one in group) else None


def _nameless(scenes: Sequence[Scene]) -> frozenset[str]:
    """Return the actors that no report names ("a top official"): each can be one who is named elsewhere."""
    entities = (entity for scene in scenes[:1] for entity in scene.entities.values())
    return frozenset(entity.id for entity in entities if entity.name.islower())


def _grouped(told: Sequence[Told], nameless: frozenset[str]) -> list[list[Told]]:
    """Put each place into the first group that has one of the same event, else into a group of its own.

    Dated places come first, so that others join them; only groups with its head or one of its claims are looked at:
    `_is_same` asks for either.
    """
    groups: list[list[Told]] = []
    known: dict[str, set[int]] = defaultdict(set)
    for one in sorted(told, key=lambda one: (one.what.time is None, one.what.known and not one.what.participants)):
        keys = (f"head {one.what.head}", *(f"claim {claim}" for claim in one.what.claims))
        near = sorted(set().union(*(known[key] for key in keys)))
        home = next((k for k in near if any(_are_same(other, one) for other in groups[k])), None)
        if home is None:
            home = len(groups)
            groups.append([])
        groups[home].append(one)
        for key in keys:
            known[key].add(home)
    return _with_back_references(groups, nameless)


def _with_back_references(groups: Sequence[list[Told]], nameless: frozenset[str]) -> list[list[Told]]:
    """Join each group that only points back ("the blast") with the largest of its kind that it can mean."""
    kept = [group for group in groups if not all(one.what.known for one in group)]
    of_kind: dict[str, list[list[Told]]] = defaultdict(list)
    for group in kept:
        for head in dict.fromkeys(one.what.head for one in group):
            of_kind[head].append(group)
    for group in (group for group in groups if all(one.what.known for one in group)):
        head = group[0].what.head
        kin = [other for other in of_kind[head] if all(_is_kin(other, one, nameless) for one in group)]
        home = max(kin, key=len, default=None)
        if home is None:
            kept.append(group)
            of_kind[head].append(group)
        else:
            home.extend(group)
    return kept


def _is_kin(group: Sequence[Told], one: Told, nameless: frozenset[str]) -> bool:
    """Tell whether a noun that points back can mean a group: its kind, and nobody who takes part in another one."""
    ours = set(one.what.participants)
    theirs = {name for other in group for name in other.what.participants}
    same = any(other.what.head == one.what.head for other in group)
    if any(other.what.status in ("planned", "hypothetical") for other in group) or not _can_meet(group, one):
        return False
    shared = not ours or not theirs or bool(ours & theirs)
    return same and (shared or any(_is_just_told(other, one) and other.what.doer in nameless for other in group))


def _is_just_told(first: Told, then: Told) -> bool:
    """Tell whether one place stands shortly before another of its report."""
    return first.scene == then.scene and 0 < then.what.evidence.start - first.what.evidence.start <= JUST_TOLD


def _can_meet(group: Sequence[Told], one: Told) -> bool:
    """Tell whether no date of a group rules out the date of another place."""
    times = [other.what.time for other in group if other.what.time is not None]
    time = one.what.time
    return time is None or all(contains(time, other) or contains(other, time) for other in times)


def _are_same(first: Told, second: Told) -> bool:
    """Tell whether two places tell one event; two kinds of happening in overlapping words of a report do not."""
    if first.scene == second.scene and first.what.head != second.what.head:
        a, b = first.what.evidence, second.what.evidence
        if a.start < b.end and b.start < a.end:
            return False
    return _is_same(first.what, second.what)


def _is_same(first: Happening, second: Happening) -> bool:
    """Tell whether two places tell one event: compatible dates, and the same head, claim or nearly the same title."""
    if (first.status == "hypothetical") != (second.status == "hypothetical"):
        return False
    shared = bool(set(first.participants) & set(second.participants))
    alike = likeness(first.title, second.title)
    if first.time is None or second.time is None:
        return first.head == second.head and _is_same_undated(first, second)
    if not (contains(first.time, second.time) or contains(second.time, first.time)):
        return False
    if _is_one_of_a_day(first, second):
        return True
    is_open = "/" in first.time or "/" in second.time
    if not is_open and set(first.claims) & set(second.claims) and (shared or alike > 0 or first.head == second.head):
        return True
    return first.head == second.head and (shared or alike >= LIKE_TITLES)


def _is_one_of_a_day(first: Happening, second: Happening) -> bool:
    """Tell whether two places tell what strikes once a day ("the ferry sank", "the ship went down"): nobody else's."""
    kind = first.head.removeprefix("kind ")
    if first.head != second.head or kind not in event_words("once", "sort"):
        return False
    days = [edtf_range(time.removesuffix("/..").removeprefix("../")) for time in (first.time or "", second.time or "")]
    one_day = all(day is not None and day[0] == day[1] for day in days)
    apart = bool(first.participants and second.participants) and not set(first.participants) & set(second.participants)
    return one_day and not apart and (first.place is None or second.place is None or first.place == second.place)


def _is_same_undated(first: Happening, second: Happening) -> bool:
    """Tell whether two places with one head tell one event although a date is missing: the claim, or who does what."""
    if first.head.startswith("speech ") or set(first.claims) & set(second.claims):
        return True
    if first.doer is None or first.doer != second.doer:
        return False
    return first.head.startswith("kind ") or likeness(first.deed, second.deed) >= LIKE_UNDATED


def _event(group: Sequence[Told]) -> Event:
    """Make the event of a group: the narrowest date, the shortest title with a subject, everybody who takes part."""
    all_of = [one.what for one in group]
    time = min((one.time for one in all_of if one.time is not None), key=_width, default=None)
    statuses = [one.status for one in all_of]
    status: EventStatus = "happened" if "happened" in statuses else statuses[0]
    best = min(all_of, key=lambda one: (_is_vague(one), len(one.title)))
    return Event(
        "",
        best.caption or best.title,
        status,
        tuple(dict.fromkeys(one.evidence for one in all_of)),
        entity=next((one.entity for one in all_of if one.entity is not None), None),
        time=time,
        place=next((one.place for one in all_of if one.place is not None), None),
        participants=tuple(dict.fromkeys(name for one in all_of for name in one.participants)),
    )


def _is_vague(one: Happening) -> tuple[bool, bool, bool]:
    """Tell whether a title says little: only what points back, one word, nobody who takes part."""
    return " " not in one.title, len(one.title.split()) <= SHORT_TITLE, not one.participants


def _width(value: str) -> int:
    days = edtf_range(value)
    return (days[1] - days[0]).days if days is not None else date.max.toordinal()


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
