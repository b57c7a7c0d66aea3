"""Dates inside one another, across a whole story: "August 1974" in one report, "1974" in the other.

Two such dates are held together where the words around them say the same, whether or not their passages were joined
into one claim. The year of publication itself is no date that another one could be finer than.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from onrecord.compare.findings import View, build_finding, side_of
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.told import Story
from onrecord.lang import table
from onrecord.model.calendar import Days, edtf_range
from onrecord.model.claims import Finding
from onrecord.model.marks import Annotations
from onrecord.model.words import Word

WINDOW = 10
"""Words on either side of a date that are taken for what it dates."""
NEAR = 0.3
"""Share of the lighter window's weight that both have in common. Measured on the written stories: of the pairs above
it two thirds are a difference that readers marked; read on 60 stories of other people, three in four are one."""

LEAST_SHARED = 2
"""Words of meaning that both windows have, at the least."""


class Dated(Struct, frozen=True):
    """A date with the days it covers and the words around it."""

    days: Days
    around: frozenset[str]


def compare_nested_dates(story: Story, weights: Weights) -> tuple[Finding, ...]:
    """Say where one report gives a date more exactly than another, one finding for each thing that is dated."""
    views = [view for notes in story.notes.values() for view in dates_in(notes)]
    parent = list(range(len(views)))

    def root(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k

    for (i, a), (j, b) in combinations(enumerate(views), 2):
        if a.report != b.report and is_within(a.value, b.value) and alike(a.value, b.value, weights):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[View[Dated]]] = {}
    for k, view in enumerate(views):
        groups.setdefault(root(k), []).append(view)
    nested = [group for group in groups.values() if len({view.value.days for view in group}) > 1]
    return tuple(_finding(group, story) for group in merge_on_one_day(nested))


def merge_on_one_day(groups: Iterable[list[View[Dated]]]) -> list[list[View[Dated]]]:
    """Join groups whose finest date is one: what a story dates twice to a day is seldom two things."""
    merged: dict[Days, list[View[Dated]]] = {}
    for group in groups:
        finest = min((view.value.days for view in group), key=lambda days: (days[1] - days[0], days[0]))
        merged.setdefault(finest, []).extend(group)
    return list(merged.values())


def _finding(group: Sequence[View[Dated]], story: Story) -> Finding:
    rows: dict[str, list[View[Dated]]] = {}
    for view in group:
        rows.setdefault(view.reads, []).append(view)
    sides = tuple(side_of(row) for row in rows.values())
    claims = story.claims_at(span for view in group for span in view.evidence)
    return build_finding(("precision", "date"), claims, sides, why="One report says more exactly when")


def dates_in(notes: Annotations) -> Iterator[View[Dated]]:
    """Yield the dates of a body that are known at least to the year, with the words around them."""
    year = (notes.report.published.value or "")[:4]
    for time in notes.times:
        value = time.value or ""
        words = notes.parse.words_between(time.span.start, time.span.end)
        if time.kind not in ("date", "time") or not value[:1].isdigit() or "X" in value[:4] or not words:
            continue
        days = edtf_range(value.split("T")[0])
        quoted = any(quote.span.contains(time.span) for quote in notes.report.quotes)
        if days is None or not notes.report.in_body(time.span.start) or quoted or value == year or names(words, notes):
            continue
        sentence = notes.parse.words_of(notes.parse.sentences[words[0].sentence])
        inside = {word.i for word in words}
        near = (word for word in sentence if abs(word.i - words[0].i) <= WINDOW and word.i not in inside)
        told = content_of(near) - set(table("stages")["saying"])  # all told the same newspaper something
        yield View(notes.report.id, value, (time.span,), Dated(days, told))


def names(words: Sequence[Word], notes: Annotations) -> bool:
    """Tell whether a date is part of a name and dates nothing: "the 2016 election"."""
    noun = notes.parse.words[words[-1].head]
    return noun.i > words[-1].i and words[-1].dep in ("nummod", "compound") and noun.pos in ("NOUN", "PROPN")


def is_within(a: Dated, b: Dated) -> bool:
    """Tell whether one date lies inside the other, or is the same."""
    return _holds(a, b) or _holds(b, a)


def _holds(a: Dated, b: Dated) -> bool:
    return a.days[0] <= b.days[0] and b.days[1] <= a.days[1]


def alike(a: Dated, b: Dated, weights: Weights) -> bool:
    """Tell whether the words around two dates say the same."""
    return len(a.around & b.around) >= LEAST_SHARED and weights.shared(a.around, b.around) >= NEAR
