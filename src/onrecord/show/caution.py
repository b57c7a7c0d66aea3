"""What several reports tell with unlike numbers, days, negation or status, though no difference was found in it."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from onrecord.lang import table
from onrecord.model.calendar import edtf_range, overlap
from onrecord.model.claims import Claim, Reading
from onrecord.model.marks import Status, Time
from onrecord.show.lookup import Lookup

NOT_COMPARED = "not compared: "
AS_FACT: frozenset[Status] = frozenset({"happened", "ongoing", "view"})
"""What is told without being ahead, supposed or denied."""

_NUMBER = re.compile(r"(?<!\w)\d+(?:,\d{3})*(?:\.\d+)?(?!\w)")
_DIGITS = re.compile(r"[\d.]+")
_CLOCK = re.compile(r"T(\d\d:\d\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMERO = re.compile(r"\bno\.(?=\s*\d)", re.IGNORECASE)


def say_uncompared(lookup: Lookup, claim: Claim) -> str:
    """Say in what the readings of a claim are unlike at sight; empty where in nothing that can be seen.

    This is no finding: whether "40 dead" and "3 hurt" contradict each other was not looked into.
    """
    told: dict[str, list[Reading]] = {}
    for reading in claim.readings:
        told.setdefault(reading.report, []).append(reading)
    reasons = tuple(_reasons(lookup, list(told.values())))
    return f"{NOT_COMPARED}{', '.join(reasons)}" if reasons else ""


def _reasons(lookup: Lookup, told: list[list[Reading]]) -> Iterator[str]:
    if _any_unlike(_numbers(lookup, readings) for readings in told):
        yield "the numbers differ"
    if _any_apart(_times(lookup, readings) for readings in told):
        yield "the times differ"
    if _any_longer(_lengths(lookup, readings) for readings in told):
        yield "the lengths of time differ"
    if len({_is_negated(readings) for readings in told}) > 1:
        yield "one is negated"
    if len({frozenset("fact" if r.status in AS_FACT else r.status for r in readings) for readings in told}) > 1:
        yield "the status differs"


def _any_unlike(numbers: Iterable[frozenset[Decimal]]) -> bool:
    """Tell whether two reports have each a number that the other lacks; who has more of them only tells more."""
    return any(a - b and b - a for a, b in combinations(numbers, 2))


def _numbers(lookup: Lookup, readings: list[Reading]) -> frozenset[Decimal]:
    """Return the numbers of a report's readings: its amounts, and the digits outside of them and of times."""
    record = lookup.record
    amounts = [record.amounts[n] for r in readings for n in r.amounts if n < len(record.amounts)]
    read = [a.span for a in amounts] + [t.span for t in _times_of(lookup, readings)]
    values = [value for a in amounts if not a.vague for value in (a.value, a.upper) if value]
    values += [
        found[0]
        for reading in readings
        for span in reading.evidence
        for found in _NUMBER.finditer(span.exact)
        if not any(r.report == span.report and r.start <= span.start + found.start() < r.end for r in read)
    ]
    return frozenset(Decimal(value.replace(",", "")).normalize() for value in values if _NUMBER.fullmatch(value))


def _times_of(lookup: Lookup, readings: list[Reading]) -> list[Time]:
    times = lookup.record.times
    return [times[n] for reading in readings for n in reading.times if n < len(times)]


def _any_apart(times: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether two reports have times of which none can mean the same."""
    return any(a and b and not any(_may_be_one(x, y) for x in a for y in b) for a, b in combinations(times, 2))


def _may_be_one(a: str, b: str) -> bool:
    ours, theirs = _CLOCK.search(a), _CLOCK.search(b)
    return overlap(a, b) and (ours is None or theirs is None or ours[1] == theirs[1])


def _times(lookup: Lookup, readings: list[Reading]) -> tuple[str, ...]:
    times = _times_of(lookup, readings)
    return tuple(t.value for t in times if t.value and t.kind in {"date", "time"} and edtf_range(t.value))


def _lengths(lookup: Lookup, readings: list[Reading]) -> frozenset[str]:
    return frozenset(t.value for t in _times_of(lookup, readings) if t.value and t.kind == "duration")


def _any_longer(lengths: Iterable[frozenset[str]]) -> bool:
    """Tell whether two reports have lengths of time in one unit, each one that the other lacks: 6 and 10 minutes."""
    return any(
        _DIGITS.sub("", x) == _DIGITS.sub("", y) for a, b in combinations(lengths, 2) for x in a - b for y in b - a
    )


def _is_negated(readings: list[Reading]) -> bool:
    negations = table("wording")["negations"]
    words = (
        word.casefold()
        for reading in readings
        for span in reading.evidence
        for word in _WORD.findall(_NUMERO.sub("", span.exact))
    )
    return any(word in negations or word.endswith(("n't", "n’t")) for word in words)
