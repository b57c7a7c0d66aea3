"""What happened and when it was reported, on two rails; a date that is not known to the day is a bar."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from onrecord.model.date_words import say_date
from onrecord.model.ledger import Event
from onrecord.show.columns import Column
from onrecord.show.dates import Days, days_of, published_days
from onrecord.show.lookup import Link, Lookup
from onrecord.show.wording import one_line

WIDTH = 1000
LEFT, RIGHT = 70, 60
LANE = 18
WORDS = 140


@dataclass(frozen=True, slots=True)
class Bar:
    """A mark on a rail: a point where ``x1 == x2``, else a bar."""

    label: str
    title: str
    href: str
    x1: float
    x2: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis; ``named`` if there is room for its name."""

    x: float
    name: str


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as the list below the picture has it."""

    number: int
    title: str
    day: str
    status: str
    participants: tuple[str, ...]
    words: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture and the list; the axis is in order of days, not to scale."""

    width: int
    height: float
    axis: float
    ticks: tuple[Tick, ...]
    events: tuple[Bar, ...]
    reports: tuple[Bar, ...]
    lines: tuple[EventLine, ...]

    @property
    def has_picture(self) -> bool:
        """Tell whether any event has a day to be drawn at."""
        return bool(self.events)


def draw_timeline(lookup: Lookup, columns: tuple[Column, ...]) -> Timeline | None:
    """Draw the timeline, or ``None`` where the record has no events."""
    ordered = _in_order(lookup)
    if not ordered:
        return None
    dated = [(n, event, days) for n, event in enumerate(ordered, 1) if (days := days_of(event.time))]
    published = [(c, days) for c in columns if (days := published_days(lookup.reports[c.report].published))]
    edges = sorted({d for _, _, days in dated for d in _ends(days)} | {d for _, days in published for d in _ends(days)})
    spread = _Spread(edges)
    events, depth = _lanes([(str(n), f"{say_date(e.time)}: {e.title}", f"e{n}", *spread(days)) for n, e, days in dated])
    axis = depth * LANE + 34
    reports, below = _lanes([(c.name, f"{c.name}: {c.day}", c.anchor, *spread(days)) for c, days in published])
    return Timeline(
        width=WIDTH,
        height=axis + 44 + below * LANE,
        axis=axis,
        ticks=tuple(spread.ticks()),
        events=tuple(Bar(b.label, b.title, b.href, b.x1, b.x2, axis - 22 - b.y) for b in events),
        reports=tuple(Bar(b.label, b.title, b.href, b.x1, b.x2, axis + 38 + b.y) for b in reports),
        lines=tuple(_line(lookup, n, event) for n, event in enumerate(ordered, 1)),
    )


def _in_order(lookup: Lookup) -> list[Event]:
    """Return the events oldest first, in the order of the record's timeline.

    What that leaves out, such as an event with an open end, stands where the first of its days is; last, if unknown.
    """
    known = {event.id: event for event in lookup.record.events}
    placed = [known.pop(event_id) for group in lookup.record.timeline for event_id in group if event_id in known]
    reached, keyed = date.min, list[tuple[date, Event]]()
    for event in placed:
        reached = max(reached, _first_day(event) or reached)
        keyed.append((reached, event))
    keyed += [(_first_day(event) or date.max, event) for event in known.values()]
    return [event for _, event in sorted(keyed, key=lambda pair: pair[0])]


def _first_day(event: Event) -> date | None:
    """Return the earliest day that an event may have; of one that is only known to be over by a day, that day."""
    days = days_of(event.time)
    return (days.first or days.last) if days else None


def _ends(days: Days) -> list[date]:
    return [day for day in (days.first, days.last) if day is not None]


class _Spread:
    """Places on the axis: each day that matters gets an equal share, so that an hour and a decade both show."""

    def __init__(self, edges: list[date]) -> None:
        self.edges = edges
        self.step = (WIDTH - LEFT - RIGHT) / max(1, len(edges) - 1)

    def __call__(self, days: Days) -> tuple[float, float]:
        first = LEFT if days.first is None else self.at(days.first)
        last = WIDTH - RIGHT if days.last is None else self.at(days.last)
        return first, last

    def at(self, day: date) -> float:
        return round(LEFT + self.step * bisect_left(self.edges, day), 1)

    def ticks(self) -> list[Tick]:
        """Return a tick for each day, named wherever the last name leaves room."""
        ticks, free = [], 0.0
        for day in self.edges:
            x = self.at(day)
            named = x >= free
            ticks.append(Tick(x, _say_edge(day) if named else ""))
            free = x + 86 if named else free
        return ticks


def _say_edge(day: date) -> str:
    """Say a day on the axis; the ends of a year are mostly those of a date known to the year only."""
    if (day.month, day.day) == (1, 1):
        return str(day.year)
    if (day.month, day.day) == (12, 31):
        return f"end of {day.year}"
    return say_date(day.isoformat())


def _lanes(marks: list[tuple[str, str, str, float, float]]) -> tuple[list[Bar], int]:
    """Put marks that would touch into lanes above one another."""
    ends: list[float] = []
    bars = []
    for label, title, href, x1, x2 in sorted(marks, key=lambda mark: mark[3]):
        reach = max(x2, x1 + 12 + 7.2 * len(label)) + 8
        lane = next((n for n, end in enumerate(ends) if end <= x1), len(ends))
        ends[lane : lane + 1] = [reach]
        bars.append(Bar(label, title, href, x1, x2, lane * LANE))
    return bars, len(ends)


def _line(lookup: Lookup, number: int, event: Event) -> EventLine:
    return EventLine(
        number=number,
        title=one_line(event.title),
        day=say_date(event.time) or "day not known",
        status=event.status,
        participants=tuple(lookup.entity(participant) for participant in event.participants),
        words=lookup.links(event.evidence, WORDS),
    )
