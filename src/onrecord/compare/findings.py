"""How a finding is built: views of one thing, grouped into sides, judged pair by pair.

A comparer says what each reading has in one respect (a `View`) and how two views stand to each other (a
`Ruling`). Here the views that are the same become one side, and each kind of difference one finding.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from onrecord.model.claims import Aspect, Finding, FindingKind, Side
from onrecord.model.date_words import say_date
from onrecord.model.span import ReportId, Span

Value = TypeVar("Value")
LONGEST_WORDS = 90
"""Code points of a side's words that a note repeats."""


class View(Struct, Generic[Value], frozen=True):
    """What one reading has in one respect: its normalised value as words, and the words it stands on."""

    report: ReportId
    reads: str
    evidence: tuple[Span, ...]
    value: Value


class Ruling(Struct, frozen=True):
    """How two views stand to each other, and why; ``same``: no difference that a reader should be told."""

    kind: FindingKind | Literal["same"]
    aspect: Aspect
    why: str


Judge = Callable[[Value, Value], Ruling | None]
"""Tells how two values stand to each other; None where they cannot be compared."""


def find_differences(claims: Sequence[str], views: Sequence[View[Value]], judge: Judge[Value]) -> tuple[Finding, ...]:
    """Return one finding for each kind and aspect in which the views differ, in the order they turn up."""
    groups = group_views(views, judge)
    rulings: dict[tuple[FindingKind, Aspect], list[tuple[int, int, Ruling]]] = {}
    for i, ours in enumerate(groups):
        for j in range(i + 1, len(groups)):
            ruling = judge_groups(ours, groups[j], judge)
            if ruling is not None and ruling.kind != "same":
                rulings.setdefault((ruling.kind, ruling.aspect), []).append((i, j, ruling))
    found = []
    for (kind, aspect), pairs in rulings.items():
        members = sorted({k for i, j, _ in pairs for k in (i, j)})
        sides = tuple(side_of(groups[k]) for k in members)
        found.append(build_finding((kind, aspect), tuple(claims), sides, why=pairs[0][2].why))
    return tuple(found)


def group_views(views: Sequence[View[Value]], judge: Judge[Value]) -> list[list[View[Value]]]:
    """Join the views that read alike, or that the judge calls the same as the first one of a group."""
    groups: list[list[View[Value]]] = []
    for view in views:
        for group in groups:
            ruling = None if group[0].reads == view.reads else judge(group[0].value, view.value)
            if group[0].reads == view.reads or (ruling is not None and ruling.kind == "same"):
                group.append(view)
                break
        else:
            groups.append([view])
    return groups


def judge_groups(ours: Sequence[View[Value]], theirs: Sequence[View[Value]], judge: Judge[Value]) -> Ruling | None:
    """Judge each view of one group beside each of the other; one pair that is the same settles it, else the gravest."""
    best: Ruling | None = None
    for a in ours:
        for b in theirs:
            ruling = judge(a.value, b.value)
            if ruling is not None and ruling.kind == "same":
                return ruling
            if ruling is not None and (best is None or GRAVITY.index(ruling.kind) < GRAVITY.index(best.kind)):
                best = ruling
    return best


GRAVITY = ("update", "conflict", "precision", "framing", "attribution")
"""A later figure of what changes is an update, though the earlier one, printed again, would be a conflict."""


GENERIC = ("asserted", "denied", "negated", "done", "ahead")
"""What a side reads as whatever it is about: two such findings are one only where they stand on the same words."""


def merge_alike(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Join findings of one kind and aspect in which the same reports read the same: one difference, told once."""
    merged: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        key = (
            finding.kind,
            finding.aspect,
            frozenset((side.reads.casefold(), side.reports[0]) for side in finding.sides),
            frozenset(side.evidence for side in finding.sides if side.reads in GENERIC),
        )
        known = merged.get(key)
        merged[key] = finding if known is None else _joined(known, finding)
    kept: list[Finding] = []
    for finding in merged.values():
        if not any(tells_again(finding, other) for other in kept):
            kept.append(finding)
    return tuple(kept)


def tells_again(finding: Finding, other: Finding) -> bool:
    """Tell whether a finding has no side of its own beside another one of its aspect that is as grave."""
    if finding.aspect != other.aspect or (finding.kind != other.kind and {finding.kind, other.kind} != RIVALS):
        return False
    met = [{k for k, side in enumerate(other.sides) if _touch(mine, side)} for mine in finding.sides]
    return all(met) and len(set().union(*met)) > 1


RIVALS = {"conflict", "update"}
"""Of one thing there is either news or a contradiction."""


def _touch(a: Side, b: Side) -> bool:
    return any(span.overlaps(other) for span in a.evidence for other in b.evidence)


def _joined(a: Finding, b: Finding) -> Finding:
    others = {side.reads.casefold(): side for side in b.sides}
    sides = tuple(
        Side(
            tuple(dict.fromkeys((*side.reports, *others[side.reads.casefold()].reports))),
            side.reads,
            tuple(dict.fromkeys((*side.evidence, *others[side.reads.casefold()].evidence))),
        )
        if side.reads.casefold() in others
        else side
        for side in a.sides
    )
    claims = tuple(dict.fromkeys((*a.claims, *b.claims)))
    return build_finding((a.kind, a.aspect), claims, sides, why=a.note.split(":")[0])


def side_of(group: Sequence[View[Value]]) -> Side:
    """Return one side: all its reports, the value of its first view, all words in order."""
    reports = tuple(dict.fromkeys(view.report for view in group))
    return Side(reports, group[0].reads, tuple(dict.fromkeys(span for view in group for span in view.evidence)))


def build_finding(
    what: tuple[FindingKind, Aspect], claims: tuple[str, ...], sides: tuple[Side, ...], *, why: str
) -> Finding:
    """Return a finding whose id comes from what it stands on, and whose note repeats both sides' words."""
    kind, aspect = what
    places = [(span.report, span.start, span.end) for side in sides for span in side.evidence]
    said = [say_side(side, aspect) for side in sides]
    digest = hashlib.sha256(repr((kind, aspect, places)).encode()).hexdigest()[:10]
    return Finding(f"f{digest}", kind, aspect, claims, sides, f"{why}: {'; '.join(said)}.")


def say_side(side: Side, aspect: Aspect) -> str:
    """Return the words of a side, with what they read as where that says more."""
    words = " ".join(side.evidence[0].exact.split())
    words = words if len(words) <= LONGEST_WORDS else words[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
    more = len(side.reports) - 1
    plus = f", and {more} more report{'s' if more > 1 else ''}" if more else ""
    reads = say_date(side.reads) if aspect == "date" else side.reads
    return f"“{words}”{plus}" if reads.casefold() in words.casefold() else f"“{words}” ({reads}{plus})"
