"""In which order events happened: by their days, and by the words that say what came before what."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from onrecord.ledger.gaps import Gap, gap_before, moved
from onrecord.ledger.moods import event_words
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import auxiliaries, object_of, prepositions, subject_of
from onrecord.model.calendar import Days, edtf_range
from onrecord.model.ledger import Event
from onrecord.model.words import Parse, Word

LONGEST_CLIMB = 6
"""Steps up from "after" to the event that came later."""

Edge = tuple[int, int]
"""Two words that carry events, the earlier event first."""


class Places(NamedTuple):
    """What the words of a story tell of the order of its events, beside their dates.

    ``edges`` are pairs of event ids, the earlier first. ``days`` are days by which events without a date are
    placed: those of the report for what it opens with, or for what is said in it. ``gaps`` tell of pairs how long
    after the first event the second one came.
    """

    edges: tuple[tuple[str, str], ...] = ()
    days: Mapping[str, Days] = MappingProxyType({})
    published: Mapping[str, date] = MappingProxyType({})
    gaps: tuple[tuple[str, str, Gap], ...] = ()


def find_edges(scene: Scene, carriers: frozenset[int]) -> Iterator[Edge]:
    """Yield the pairs of event words of one report of which its words say that one came before the other."""
    lead = _lead(scene, carriers)
    after, before = event_words("after"), event_words("before")
    recent, wake, later = event_words("recent"), event_words("wake"), event_words("later")
    for word in scene.parse.words:
        text = word.text.lower()
        if text in recent and word.head in carriers and lead is not None and lead != word.head:
            yield word.head, lead
        if text in wake and word.dep == "pobj":
            for inner, outer in _around(scene.parse, scene.parse.words[word.head], carriers):
                yield inner, outer
        if word.dep in ("prep", "mark", "advmod") and (text in after or text in before):
            earlier = text in after
            for inner, outer in _around(scene.parse, word, carriers):
                yield (inner, outer) if earlier else (outer, inner)
        elif text in later and word.dep == "advmod":
            yield from _later(scene.parse, word, carriers)
        elif word.i in carriers and "had" in auxiliaries(scene.parse, word):
            yield from _before_main(scene.parse, word, carriers)
        elif word.i in carriers and word.lemma in event_words("judged"):
            yield from _crimes(scene.parse, word, carriers)


def find_gaps(scene: Scene, carriers: frozenset[int]) -> Iterator[tuple[int, int, Gap]]:
    """Yield the pairs of event words, the earlier first, of which the words say how long one came after the other."""
    parse, after = scene.parse, event_words("after")
    for word in parse.words:
        text = word.text.lower()
        bounds = text in after or text in event_words("before")
        gap = gap_before(scene, word) if bounds or text in event_words("later") else None
        if gap is None:
            continue
        pairs = _around(parse, word, carriers) if bounds else _later(parse, word, carriers)
        for inner, outer in pairs:
            yield (outer, inner, gap) if bounds and text not in after else (inner, outer, gap)


def _lead(scene: Scene, carriers: frozenset[int]) -> int | None:
    """Return the first verb of an event in what a report opens with."""
    opening = next((word.sentence for word in scene.parse.words if scene.in_body(word) and word.pos == "VERB"), 0)
    verbs = (i for i in carriers if scene.parse.words[i].pos == "VERB" and scene.parse.words[i].sentence == opening)
    return min(verbs, default=None)


def _around(parse: Parse, word: Word, carriers: frozenset[int]) -> Iterator[Edge]:
    """Yield (inside, outside) for the events below "after" and the one that it belongs to."""
    top = parse.words[word.head] if word.dep in ("mark", "advmod") else word
    inside = [i for i in parse.subtree(top) if i in carriers]
    here = parse.words[top.head]
    for _ in range(LONGEST_CLIMB):
        if here.i in carriers and here.i not in inside:
            yield from ((i, here.i) for i in inside)
            return
        near = _beside(parse, here) if here.pos in ("VERB", "AUX") else ()
        told = next((w.i for w in near if w is not None and w.i in carriers and w.i not in inside), None)
        if told is not None:
            yield from ((i, told) for i in inside)
            return
        if here.head == here.i:
            return
        here = parse.words[here.head]


def _beside(parse: Parse, verb: Word) -> tuple[Word | None, ...]:
    """Return the nouns that can name the event of a verb: its subject, its object, what is behind its prepositions."""
    return subject_of(parse, verb), object_of(parse, verb), *(noun for _, noun in prepositions(parse, verb))


def _later(parse: Parse, word: Word, carriers: frozenset[int]) -> Iterator[Edge]:
    """Yield what the text told just before, and the event of "later", "then"."""
    verb = parse.words[word.head]
    while verb.i not in carriers and verb.dep in ("npadvmod", "advmod") and verb.head != verb.i:
        verb = parse.words[verb.head]
    if verb.i not in carriers:
        return
    first = parse.sentences[max(0, verb.sentence - 1)].first
    before = [i for i in range(first, verb.i) if i in carriers]
    if before:
        yield before[-1], verb.i


def _before_main(parse: Parse, verb: Word, carriers: frozenset[int]) -> Iterator[Edge]:
    """Yield what "had" happened and what then happened in the same sentence ("when it came, the dam had burst")."""
    near = [parse.words[verb.head], *parse.dependents(verb, "advcl")]
    for other in near:
        plain = other.tag == "VBD" or ("had" not in auxiliaries(parse, other) and other.tag == "VBN")
        marked = {w.text.lower() for w in parse.dependents(other, "mark", "advmod")}
        if other.i != verb.i and other.i in carriers and plain and not marked & event_words("after"):
            yield verb.i, other.i


def _crimes(parse: Parse, verb: Word, carriers: frozenset[int]) -> Iterator[Edge]:
    for prep in parse.dependents(verb, "prep"):
        if prep.text.lower() in ("of", "for"):
            yield from ((i, verb.i) for i in parse.subtree(prep) if i in carriers)


def order_events(events: Sequence[Event], places: Places | None = None) -> tuple[tuple[str, ...], ...]:
    """Order events by their days and by what the words say, oldest first; what cannot be ordered stands side by side.

    Hypothetical events stay out, and those that neither a date nor another event places.
    """
    places = places or Places()
    real = [event for event in events if event.status != "hypothetical"]
    edges = _without_rings([event.id for event in real], places.edges)
    days = _placed(real, edges, places)
    groups: list[tuple[date, list[str]]] = []
    for (first, last), name in sorted((days[event.id], event.id) for event in real if event.id in days):
        if groups and first <= groups[-1][0]:
            # the narrowest event of a group tells where it ends: the day after it is later than all of it
            groups[-1] = (min(groups[-1][0], last), [*groups[-1][1], name])
        else:
            groups.append((last, [name]))
    rank = {event.id: n for n, event in enumerate(events)}
    own = _own_days(real, places)
    return tuple(
        level
        for _, names in groups
        for level in _levels(sorted(names, key=rank.__getitem__), edges, anchored=frozenset(own))
    )


def _own_days(events: Sequence[Event], places: Places) -> dict[str, Days]:
    """Return the days that are an event's own: its date, the day of telling, or a gap from an event that has one."""
    days: dict[str, Days] = {}
    for event in events:
        own = edtf_range(event.time)
        if own is not None and ".." not in (event.time or ""):
            days[event.id] = _before_today(own, places.published.get(event.id))
    for name, day in places.days.items():
        days.setdefault(name, day)
    for first, then, gap in places.gaps:
        known = first if first in days else then
        other = then if known == first else first
        found = moved(days[known], gap, back=known == then) if known in days and other not in days else None
        if found is not None:
            days[other] = found
    return days


def _placed(events: Sequence[Event], edges: Sequence[tuple[str, str]], places: Places) -> dict[str, Days]:
    """Return the days by which each event is placed: its own, else the first days of what it is told to come before.

    What is only told to come after others has the last days of those.
    """
    days = _own_days(events, places)
    later: dict[str, set[str]] = defaultdict(set)
    earlier: dict[str, set[str]] = defaultdict(set)
    for first, then in edges:
        later[first].add(then)
        earlier[then].add(first)
    placed = dict(days)
    for beside, known in ((later, days), (earlier, placed), (later, placed)):
        nearest = min if beside is later else max
        here = {e.id: [known[n] for n in _reached(beside, e.id) if n in known] for e in events if e.id not in placed}
        placed |= {name: nearest(found) for name, found in here.items() if found}
    return placed


def _before_today(days: Days, published: date | None) -> Days:
    """Return days that end before a report's own: "earlier this month" is not said of today."""
    first, last = days
    if published is None or not first < published <= last:
        return days
    return first, published - timedelta(1)


def _without_rings(names: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the edges between known events, those left out that would close a ring with the ones before."""
    after: dict[str, set[str]] = defaultdict(set)
    known, kept = frozenset(names), []
    for first, then in edges:
        if first in known and then in known and first != then and first not in _reached(after, then):
            after[first].add(then)
            kept.append((first, then))
    return kept


def _reached(after: dict[str, set[str]], start: str) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for name in after.get(waiting.pop(), ()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return found


def _levels(
    names: Sequence[str], edges: Sequence[tuple[str, str]], *, anchored: frozenset[str]
) -> Iterator[tuple[str, ...]]:
    """Yield the events of one stretch of days in levels: each after all that it is said to come after.

    An event that has only a later one to stand by goes before the whole day of that one; it pushes none of them on.
    """
    level = dict.fromkeys(names, 0)
    here = [(first, then) for first, then in edges if first in level and then in level]
    settled = {name for name in names if name in anchored}
    for _ in names:
        for first, then in here:
            if first in settled:
                settled.add(then)
                level[then] = max(level[then], level[first] + 1)
    for _ in names:
        for first, then in here:
            if first not in settled:
                level[first] = min(level[first], level[then] - 1)
    for n in sorted(set(level.values())):
        yield tuple(name for name in names if level[name] == n)
