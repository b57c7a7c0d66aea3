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
LIKE_DRAFT, LIKE_CARRIER = 0.3, 0.45
"""How well the passage of another value must fit the draft, and how like the one that carries the draft's value it must
be, at the least, to be a rival.

Measured on 266 contradictions of the stories, each put as a sentence of one report: of what is shown as a rival number
or day by these, and by those below, every second is the contradiction that was meant; in 400 sentences without one,
eleven show one."""
CLEAR_DRAFT, CLEAR_CARRIER, CLEAR = 0.25, 0.3, 0.6
"""The same for a number, with how much both are together, if none of its report's other sentences comes near that."""
CLEARLY = 0.2
"""By how much less another sentence may fit, at the least."""


class Met(Struct, frozen=True):
    """One thing of a report beside one of the draft.

    ``score`` is how well it fits, ``same`` whether it is the same value, ``opposed`` whether both cannot be the value
    of one thing; ``apart`` tells that it is of another thing, ``one_measure`` that both count the same people or
    things. ``value`` is what it is known by, ``other_noun`` tells that another noun is counted, ``coarse`` that it is
    a longer stretch around the draft's day.
    """

    held: Held
    sentence: int
    span: Span
    value: str
    score: float
    same: bool
    why: str = ""
    opposed: bool = False
    apart: bool = False
    one_measure: bool = False
    other_noun: bool = False
    coarse: bool = False


class Rival(Struct, frozen=True):
    """Another value of a report: how well its passage fits the draft and the carrying one together, and the latter."""

    fit: float
    kin: float
    met: Met


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
        if alone := carriers_beside(ground, same, other):
            return make(asked, "carried", alone, "", sides=(side_of(alone), side_of(close)))
        return make(asked, "differs", close, other[0].why or "the reports have it otherwise")
    return make(asked, "not_found", other[:1], "no report has it")


def carriers_beside(ground: Ground, same: Sequence[Met], other: Sequence[Met]) -> list[Met]:
    """Return what carries the draft's value in reports of their own, where others have another value that fits better.

    One report that has both has the draft's of something else.
    """
    against = [one for one in other if one.score >= ABOUT]
    elsewhere = {one.held.number for one in against}
    return [
        one
        for one in same
        if one.score >= ABOUT
        and not one.other_noun
        and one.held.number not in elsewhere
        and ground.kin(one.held, one.sentence, against[0].held, against[0].sentence) >= CLEAR_CARRIER
    ]


def sides_of(ground: Ground, asked: Asked, carried: Sequence[Met], met: Sequence[Met]) -> tuple[Side, ...]:
    """Return both sides where other reports have another value; those of the record's finding if it has one."""
    for finding in ground.findings:
        if finding.kind in ("conflict", "update") and finding.aspect == asked.aspect:
            spans = [span for side in finding.sides for span in side.evidence]
            if any(one.span.overlaps(span) for one in carried for span in spans):
                return finding.sides
    rivals = rivals_of(ground, asked, carried, met)
    return (side_of(carried), side_of(rivals)) if rivals else ()


def rivals_of(ground: Ground, asked: Asked, carried: Sequence[Met], met: Sequence[Met]) -> list[Met]:
    """Return what reports without the draft's value have in its place, the best of each.

    Its passage must be about the draft's thing and like the one that carries the draft's value: what is only near is
    mostly the figure of something else.
    """
    values = {one.value for one in carried}
    having = {one.held.number for one in met if one.same and one.score >= (RARE if one.value in values else LIKE_DRAFT)}
    by_report: dict[int, list[Rival]] = {}
    for one in met:
        if one.opposed and not one.apart and one.held.number not in having:
            kin = max(ground.kin(one.held, one.sentence, each.held, each.sentence) for each in carried)
            by_report.setdefault(one.held.number, []).append(Rival(one.score + kin, kin, one))
    found = []
    for rivals in by_report.values():
        best = max(rivals, key=lambda rival: rival.fit)
        if best.met.other_noun or is_known(ground, best, carried, met):
            continue
        next_best = max((rival.fit for rival in rivals if rival.met.sentence != best.met.sentence), default=0.0)
        if is_rival(best) or (asked.kind == "number" and is_clear(best, next_best)):
            found.append(best.met)
    return found


def is_known(ground: Ground, rival: Rival, carried: Sequence[Met], met: Sequence[Met]) -> bool:
    """Tell whether a carrying report has the other value, too, in a passage that is as like the rival's."""
    carriers, mine = {one.held.number for one in carried}, rival.met
    return any(
        one.value == mine.value
        and one.held.number in carriers
        and ground.kin(mine.held, mine.sentence, one.held, one.sentence) >= min(rival.kin, CLEAR_CARRIER)
        for one in met
    )


def is_rival(rival: Rival) -> bool:
    """Tell whether the passage of another value is about the draft's thing."""
    if rival.met.score >= ABOUT or (rival.met.one_measure and rival.fit >= ONE_MEASURE):
        return True
    return rival.met.score >= LIKE_DRAFT and rival.kin >= LIKE_CARRIER


def is_clear(rival: Rival, next_best: float) -> bool:
    """Tell whether a passage is near enough, and the only one of its report that is."""
    near = rival.met.score >= CLEAR_DRAFT and rival.kin >= CLEAR_CARRIER
    return near and rival.fit >= max(CLEAR, next_best + CLEARLY)


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
