"""From what the reports have beside one number or day of the draft to a verdict on it."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.model.checks import Check, CheckAspect, CheckKind, Verdict
from onrecord.model.claims import Aspect, Side
from onrecord.model.span import Span
from onrecord.verify.ground import Ground, Held

ABOUT = 0.45
"""How well a passage covers what the draft says around a thing, at the least, to be about that thing."""
RARE = 0.12
LEAST = 0.22
"""The same for a passage with the draft's very value: less for a value that no other thing has by chance."""
BETTER = 0.2
"""By how much a passage with another value must cover the draft better than the best one with the same value."""
BETTER_SMALL = 0.35
KNOWN = 0.3
"""The same for a small count that a report has in a passage that is near: a text has many of them."""
CLOSE = 0.08
"""By how much less than the best a passage may cover the draft and still be shown."""
ONE_MEASURE = 0.58
"""How well another report's count of the same people or things must fit the draft and the passage that carries it,
together, where its own passage is not surely about the draft's thing."""


class Met(Struct, frozen=True):
    """One thing of a report beside one of the draft.

    ``score`` is how well it fits, ``same`` whether it is the same value; ``apart`` tells that it is of another thing,
    ``one_measure`` that both count the same people or things, ``toll`` that these are the dead, or the injured, of the
    story. ``value`` is what it is known by, ``other_noun`` tells that another noun is counted, ``coarse`` that it is a
    longer stretch around the draft's day.
    """

    held: Held
    sentence: int
    span: Span
    value: str
    score: float
    same: bool
    why: str = ""
    apart: bool = False
    one_measure: bool = False
    toll: bool = False
    other_noun: bool = False
    coarse: bool = False


class Asked(Struct, frozen=True):
    """The thing of the draft; a value that is ``rare`` stands nowhere by chance."""

    span: Span
    kind: CheckKind
    aspect: Aspect
    rare: bool = False


def weigh(ground: Ground, asked: Asked, met: Sequence[Met]) -> Check:
    """Return the verdict: the same value where the draft's words are, another one there, or nothing."""
    ranked = sorted(met, key=lambda one: (-one.score, one.span))
    same, other = [one for one in ranked if one.same], [one for one in ranked if not one.same]
    best_same, best_other = (row[0].score if row else 0.0 for row in (same, other))
    known = not asked.rare and any(one.score >= KNOWN and not one.other_noun for one in same)
    better = BETTER_SMALL if known else BETTER
    if same and (best_same >= best_other - better or best_other < ABOUT):
        if best_same < (RARE if asked.rare else LEAST):
            return make(asked, "not_found", same[:1], "the reports have it of something else")
        carried = [one for one in same if one.score >= best_same - BETTER]
        return make(asked, "carried", carried, "", sides=sides_of(ground, asked, carried, met))
    if best_other >= ABOUT:
        close = [one for one in other if one.score >= best_other - CLOSE]
        return make(asked, "differs", close, other[0].why or "the reports have it otherwise")
    return make(asked, "not_found", other[:1], "no report has it")


def sides_of(ground: Ground, asked: Asked, carried: Sequence[Met], met: Sequence[Met]) -> tuple[Side, ...]:
    """Return both sides where other reports have another value; those of the record's finding if it has one."""
    for finding in ground.findings:
        if finding.kind in ("conflict", "update") and finding.aspect == asked.aspect:
            spans = [span for side in finding.sides for span in side.evidence]
            if any(one.span.overlaps(span) for one in carried for span in spans):
                return finding.sides
    rivals = rivals_of(ground, carried, met)
    return (side_of(carried), side_of(rivals)) if rivals else ()


def rivals_of(ground: Ground, carried: Sequence[Met], met: Sequence[Met]) -> list[Met]:
    """Return what reports without the draft's value have in its place, the best of each.

    Its passage must be about the draft's thing by itself, or count the same: what is only near it is mostly the figure
    of something else. A value that the carrying report has, too, is there of something else.
    """
    having = {one.held.number for one in met if one.same and one.score >= RARE}
    known = {one.value for one in met if one.held.number in {each.held.number for each in carried}}
    found: dict[int, tuple[float, Met]] = {}
    for one in met:
        if one.same or one.apart or one.held.number in having or one.value in known:
            continue
        kin = max(ground.kin(one.held, one.sentence, each.held, each.sentence) for each in carried)
        fit = one.score + kin + one.toll
        is_rival = one.toll or one.score >= ABOUT or (one.one_measure and fit >= ONE_MEASURE)
        if is_rival and fit > found.get(one.held.number, (0.0,))[0]:
            found[one.held.number] = (fit, one)
    return [one for _, one in found.values()]


def side_of(met: Sequence[Met]) -> Side:
    """Return one side: its reports and its words."""
    spans = tuple(dict.fromkeys(one.span for one in met))
    return Side(tuple(dict.fromkeys(span.report for span in spans)), met[0].span.exact, spans)


def make(asked: Asked, verdict: Verdict, met: Sequence[Met], note: str, *, sides: tuple[Side, ...] = ()) -> Check:
    """Return the check of a number or a day."""
    return check_of(asked.span, (asked.kind, verdict, asked.aspect), [one.span for one in met], note=note, sides=sides)


def check_of(
    span: Span,
    what: tuple[CheckKind, Verdict, CheckAspect],
    evidence: Sequence[Span],
    *,
    note: str,
    sides: tuple[Side, ...] = (),
) -> Check:
    """Return a check with the reports that its evidence is of."""
    kind, verdict, aspect = what
    spans = tuple(dict.fromkeys(evidence))
    reports = tuple(dict.fromkeys(each.report for each in spans))
    return Check(span.start, span.end, span.exact, kind, verdict, aspect, note, reports, spans, sides)
