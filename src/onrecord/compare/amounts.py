"""Amounts and bounds: how many, how much, how long, and when two such figures cannot both hold.

Looked at before two numbers are called different: what they measure, the unit, the bound ("at least 23" and 41),
rounding ("about 70" and 71), the role (by or to), parts of a sum, and whether the number moves while a story
runs, so that a later report's figure is news.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from onrecord.compare.durations import duration_of
from onrecord.compare.figures import judge
from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights
from onrecord.compare.measures import Quantity, are_swapped, quantity_of, same_kind
from onrecord.compare.reads import say_amount, say_length
from onrecord.compare.scores import compare_scores, pairs_in
from onrecord.compare.surroundings import around, is_corrected, shown, with_context
from onrecord.compare.told import Told
from onrecord.model.claims import Finding
from onrecord.model.span import Span

ALIKE = 0.3
"""Share of the lighter reading's weight that two readings have in common, at the least, before figures are two."""
ALIKE_MEASURES = 0.4
"""The same for lengths of time, money and shares, of which a story has many beside one another."""
ALIKE_BARE = 0.5
"""The same for a number without a noun beside one with a noun."""


def compare_amounts(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say how the amounts of a claim's readings differ, if they measure the same thing."""

    def judge_alike(a: Quantity, b: Quantity) -> Ruling | None:
        ruling = judge(a, b)
        vague = (a.vague or b.vague) and a.dimension != "count"  # a story has many "billions of dollars"
        if ruling is None or ruling.kind == "same" or (ruling.kind == "precision" and not vague):
            return ruling
        both_by = a.unit == b.unit == "%" and a.role == b.role == "change_by"
        least = ALIKE if a.dimension == "count" or both_by or are_swapped(a, b) else ALIKE_MEASURES
        return ruling if weights.shared(a.around, b.around) >= least else None

    paired = {amount.span for told in readings for pair in pairs_in(told.amounts, told.notes) for amount in pair}
    scored = len({span.report for span in paired}) > 1
    views = [view for told in readings for view in views_of(told, () if not scored else paired)]
    views = lend_nouns(views, weights)
    found: list[Finding] = list(compare_scores(claims, readings, weights)) if scored else []
    for kin in kindred(views):
        found += find_differences(claims, kin, judge_alike)
    return tuple(found)


def lend_nouns(views: Sequence[View[Quantity]], weights: Weights) -> list[View[Quantity]]:
    """Let a bare number ("put their number at 300") count what the likest reading of another report counts."""
    return [_with_noun(view, views, weights) for view in views]


def _with_noun(view: View[Quantity], views: Sequence[View[Quantity]], weights: Weights) -> View[Quantity]:
    mine = view.value
    bare = [v for v in views if v.report == view.report and v.value.dimension == "count" and v.value.head is None]
    if mine.dimension != "count" or mine.head is not None or len(bare) > 1:
        return view
    lenders = [
        (weights.shared(mine.around, v.value.around), v.value)
        for v in views
        if v.report != view.report
        and v.value.dimension == "count"
        and v.value.head is not None
        and weights.alike(mine.around, v.value.around, ALIKE_BARE)
    ]
    if not lenders:
        return view
    _, likest = max(lenders, key=lambda row: row[0])
    return replace(view, value=replace(mine, head=likest.head, fate=mine.fate or likest.fate))


def kindred(views: Sequence[View[Quantity]]) -> Iterator[list[View[Quantity]]]:
    """Yield the views that may measure one thing, of two reports at least."""
    groups: list[list[View[Quantity]]] = []
    for view in views:
        for group in groups:
            if all(same_kind(view.value, other.value) for other in group):
                group.append(view)
                break
        else:
            groups.append([view])
    for group in groups:
        if len({view.report for view in group}) > 1:
            yield from _unambiguous(group)


def _unambiguous(group: list[View[Quantity]]) -> Iterator[list[View[Quantity]]]:
    """Yield a group in which each report has one number.

    Where one has several, the numbers that another report has, too, are set aside, if that leaves one each.
    """
    by_report: dict[str, list[View[Quantity]]] = {}
    for view in group:
        by_report.setdefault(view.report, []).append(view)
    if all(len(mine) == 1 for mine in by_report.values()):
        yield group
        return
    lonely = [
        view
        for view in group
        if not any(
            other.report != view.report
            and (ruling := judge(view.value, other.value)) is not None
            and ruling.kind == "same"
            for other in group
        )
    ]
    single = [view for view in lonely if sum(other.report == view.report for other in lonely) == 1]
    if len(single) == len(lonely) and len({view.report for view in single}) > 1:
        yield single


def views_of(told: Told, left_out: Collection[Span] = ()) -> Iterator[View[Quantity]]:
    """Yield the amounts and durations of a reading, with what they count, but for some amounts."""
    for amount in told.amounts:
        quantity = quantity_of(amount)
        if quantity is not None and amount.span not in left_out and not is_corrected(amount, told):
            full = with_context(quantity, amount, told)
            yield View(told.report, say_amount(full, amount), (shown(amount.span, told),), full)
    for time in told.times:
        length = duration_of(time, told)
        if length is not None:
            reads = say_length(length, time.value or "")
            yield View(told.report, reads, (time.span,), replace(length, around=around(time.span, told)))
