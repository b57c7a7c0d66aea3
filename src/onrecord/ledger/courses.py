"""What befalls one person in its course: arrested, charged, convicted, sentenced, freed; death comes last."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from onrecord.lang import table
from onrecord.ledger.happenings import Told, kind_of

DEATH = "kind death"


def find_courses(groups: Sequence[Sequence[Told]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of events, the earlier first, that befall one person in a course of its own.

    A person's death comes after all that he does; nobody has died whom a report hears speak.
    Where a person goes through one stage twice, his course is not told.

    Args:
        groups: The places of each event.
    """
    stages: dict[str, list[tuple[int, int]]] = defaultdict(list)
    deaths: dict[str, int] = {}
    deeds: dict[str, set[int]] = defaultdict(set)
    alive: set[str] = set()
    for k, group in enumerate(groups):
        if any(one.what.status != "happened" for one in group):
            continue
        for one in group:
            who = one.what.sufferer
            if who is not None and one.what.head == DEATH:
                deaths.setdefault(who, k)
            elif who is not None and (stage := _stages().get(one.what.head)) is not None:
                stages[who].append((stage, k))
            if one.what.doer is not None:
                deeds[one.what.doer].add(k)
                alive.update({one.what.doer} if one.what.spoken else ())
    for who, steps in stages.items():
        yield from _in_course(dict.fromkeys(steps))
        deeds[who].update(k for _, k in steps)
    for who, last in deaths.items():
        if who in alive:
            continue
        yield from ((k, last) for k in sorted(deeds[who] - {last}))


def _in_course(steps: Mapping[tuple[int, int], None]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of neighboring stages, if each stage is one event."""
    if len({stage for stage, _ in steps}) < len(steps):
        return
    course = [k for _, k in sorted(steps)]
    yield from pairwise(course)


def _stages() -> Mapping[str, int]:
    """Return the number of the stage of each kind of happening that is one."""
    order: Sequence[Sequence[str]] = table("events")["sort"]["course"]
    return {kind_of(lemma): n for n, lemmas in enumerate(order) for lemma in lemmas}
