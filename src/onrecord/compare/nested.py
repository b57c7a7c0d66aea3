"""Dates inside one another, across a whole story: "August 1974" in one report, "1974" in the other.

Two such dates are held together where the words around them say the same, whether or not their passages were joined
into one claim. A year other than that of publication is rare enough to need less in common.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from msgspec import Struct

from onrecord.compare.findings import View, build_finding, side_of
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.told import Story
from onrecord.model.calendar import Days, edtf_range
from onrecord.model.claims import Finding
from onrecord.model.marks import Annotations

WINDOW = 10
"""Words on either side of a date that are taken for what it dates."""
NEAR = 0.35
NEAR_PAST = 0.3
"""Share of the lighter window's weight that both have in common; less for another year's dates.

Measured on the written stories: of the pairs above these, 6 in 10 and 8 in 10 are a difference that readers marked."""

LEAST_SHARED = 3
"""Words of meaning that both windows have, at the least."""


class Dated(Struct, frozen=True):
    """A date with the days it covers, the words around it, and whether it is of another year."""

    days: Days
    around: frozenset[str]
    past: bool
    clock: bool


def compare_nested_dates(story: Story, weights: Weights) -> tuple[Finding, ...]:
    """Say where one report gives a date more exactly than another, one finding for each thing that is dated."""
    views = [view for notes in story.notes.values() for view in dates_in(notes)]
    parent = list(range(len(views)))

    def root(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k

    for (i, a), (j, b) in combinations(enumerate(views), 2):
        if a.report != b.report and is_finer(a.value, b.value) and alike(a.value, b.value, weights):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[View[Dated]]] = {}
    for k, view in enumerate(views):
        groups.setdefault(root(k), []).append(view)
    return tuple(_finding(group, story) for group in groups.values() if len(group) > 1)


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
        if time.kind not in ("date", "time") or not value[:1].isdigit() or value[2:4] == "XX":  # no century
            continue
        words = notes.parse.words_between(time.span.start, time.span.end)
        days = edtf_range((time.value or "").split("T")[0])
        if days is None or not words or not notes.report.in_body(time.span.start):
            continue
        sentence = notes.parse.words_of(notes.parse.sentences[words[0].sentence])
        inside = {word.i for word in words}
        near = (word for word in sentence if abs(word.i - words[0].i) <= WINDOW and word.i not in inside)
        past = bool(year) and f"{days[0].year:04}" != year
        dated = Dated(days, content_of(near), past, "T" in (time.value or ""))
        yield View(notes.report.id, time.value or "", (time.span,), dated)


def is_finer(a: Dated, b: Dated) -> bool:
    """Tell whether one date lies inside the other and is not the same."""
    if a.days == b.days:
        return False
    inside = a.days[0] <= b.days[0] and b.days[1] <= a.days[1]
    return inside or (b.days[0] <= a.days[0] and a.days[1] <= b.days[1])


def alike(a: Dated, b: Dated, weights: Weights) -> bool:
    """Tell whether the words around two dates say the same."""
    least = NEAR_PAST if a.past and b.past else NEAR
    return len(a.around & b.around) >= LEAST_SHARED and weights.shared(a.around, b.around) >= least
