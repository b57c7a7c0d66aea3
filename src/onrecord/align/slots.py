"""What the slots of two assertions have in common: holders, times, amounts, objects and the like."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.texts import Bools, Floats, Ints
from onrecord.align.units import Unit

SLOTS = ("holder", "negation", "quoted", "time", "number", "position", "head", "object")
MOST_QUOTED = 3
"""Quoted words in common beyond which more of them say nothing more."""

SETS: tuple[Callable[[Unit], frozenset[str]], ...] = (
    lambda unit: unit.holders,
    lambda unit: unit.quoted,
    lambda unit: unit.times,
    lambda unit: unit.amounts,
    lambda unit: unit.objects,
)


class Slots(NamedTuple):
    """The slots of one report's units: each set as a matrix (units x keys of the story), and the plain ones."""

    sets: tuple[Floats, ...]
    filled: tuple[Floats, ...]
    negated: Bools
    positions: Floats
    heads: Ints


def make_slots(reports: Sequence[Sequence[Unit]]) -> tuple[Slots, ...]:
    """Make the slots of a story's units ready, report by report."""
    every = [unit for units in reports for unit in units]
    keys = [_shared_keys(reports, of) for of in SETS]
    heads = {head: n for n, head in enumerate(sorted({unit.head for unit in every}))}
    return tuple(
        Slots(
            tuple(_matrix(units, of, known) for of, known in zip(SETS, keys, strict=True)),
            tuple(np.array([bool(of(unit)) for unit in units], np.float32) for of in SETS),
            np.array([unit.assertion.negated for unit in units], np.bool_),
            np.array([unit.position for unit in units], np.float32),
            np.array([heads[unit.head] for unit in units], np.int64),
        )
        for units in reports
    )


def _matrix(units: Sequence[Unit], of: Callable[[Unit], frozenset[str]], keys: dict[str, int]) -> Floats:
    found = np.zeros((len(units), len(keys)), np.float32)
    places = [(k, keys[key]) for k, unit in enumerate(units) for key in of(unit) if key in keys]
    if places:
        found[tuple(np.array(places).T)] = 1
    return found


def _shared_keys(reports: Sequence[Sequence[Unit]], of: Callable[[Unit], frozenset[str]]) -> dict[str, int]:
    """Number the keys that units of two reports have: no other can be in common."""
    known = Counter(key for units in reports for key in frozenset().union(*map(of, units)))
    return {key: n for n, key in enumerate(sorted(key for key, count in known.items() if count > 1))}


def slot_features(a: Slots, b: Slots) -> Floats:
    """Return what the slots of two reports' units have in common (8 x units x units), in the order of `SLOTS`.

    One holder counts 1, two others -1; one time 1, two others -.5; a difference of negation and of the relative
    place in the report counts against.
    """
    holders, quoted, times, numbers, objects = (x @ y.T for x, y in zip(a.sets, b.sets, strict=True))
    both_held, both_timed = np.outer(a.filled[0], b.filled[0]), np.outer(a.filled[2], b.filled[2])
    rows = (
        np.where(holders > 0, 1, -both_held),
        -(a.negated[:, None] != b.negated[None, :]).astype(np.float32),
        np.minimum(quoted, MOST_QUOTED),
        np.where(times > 0, 1, -0.5 * both_timed),
        numbers > 0,
        -np.abs(a.positions[:, None] - b.positions[None, :]),
        a.heads[:, None] == b.heads[None, :],
        objects > 0,
    )
    return np.stack([row.astype(np.float32) for row in rows])
