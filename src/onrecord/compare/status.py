"""Status: done in one report, only planned, offered or possible in another."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import clause_of
from onrecord.compare.told import Told
from onrecord.lang import table
from onrecord.model.claims import Finding

ALIKE = 0.5
"""Share of the lighter reading's weight that two readings must have in common for their status to be compared."""


ALIKE_STATES = 0.4
"""The same for words of state, which leave less in common."""


ALIKE_SIGNS = 0.6
"""The same for a negation, which may belong to another thing."""


class Stage(Struct, frozen=True):
    """How far a thing is in one reading, what it is about, and the day of the report."""

    status: Literal["done", "ahead"]
    content: frozenset[str]
    day: str | None


def compare_status(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say which readings call done what others call planned."""

    def judge(a: Stage, b: Stage) -> Ruling | None:
        if not weights.alike(a.content, b.content, ALIKE):
            return None
        return judge_stages(a, b)

    views = []
    for told in readings:
        stage = stage_of(told)
        if stage is not None:
            views.append(
                View(told.report, stage, told.reading.evidence, Stage(stage, content_of(told.words), told.day))
            )
    return find_differences(claims, views, judge)


def stage_of(told: Told) -> Literal["done", "ahead"] | None:
    """Return whether a reading's own verb says that a thing is done, or lies ahead; None without such a verb."""
    rows, inside = table("stages"), {word.i for word in told.words}
    verbs = [
        word for word in told.words if word.pos in ("VERB", "AUX") and (word.head == word.i or word.head not in inside)
    ]
    if not verbs:
        return None
    head = verbs[0]
    near = list(told.notes.parse.dependents(head))
    if any(word.lemma == "if" or word.dep == "neg" for word in near):
        return None
    if any(word.dep == "aux" and word.text.casefold() in rows["ahead_aux"] for word in near):
        return "ahead"
    if head.lemma in rows["ahead_words"]:
        return "ahead"
    if head.lemma == "be" and any(word.dep == "xcomp" for word in near):
        return "ahead"
    has_aux = any(word.dep in ("aux", "auxpass") and word.lemma in ("have", "be") for word in near)
    return "done" if head.tag == "VBD" or (head.tag == "VBN" and has_aux) else None


def judge_stages(a: Stage, b: Stage) -> Ruling | None:
    """Say how two stages of one thing stand to each other."""
    if a.status == b.status:
        return Ruling("same", "status", "")
    done, ahead = (a, b) if a.status == "done" else (b, a)
    if done.day and ahead.day and ahead.day < done.day:
        return Ruling("update", "status", "What an earlier report has ahead, a later one calls done")
    return Ruling("conflict", "status", "One report calls done what another calls only ahead")


class Sign(Struct, frozen=True):
    """A verb, whether it is negated, and what stands beside it."""

    verb: str
    negated: bool
    content: frozenset[str]


def compare_signs(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say which readings assert what others negate, in the same words."""

    def judge(a: Sign, b: Sign) -> Ruling | None:
        if a.verb != b.verb or not weights.alike(a.content, b.content, ALIKE_SIGNS):
            return None
        if a.negated == b.negated:
            return Ruling("same", "status", "")
        return Ruling("conflict", "status", "One report says what the other says is not so")

    views = []
    for told in readings:
        clause = clause_of(told)
        if clause is not None:
            sign = Sign(clause.verb.lemma, clause.negated, content_of(told.words))
            views.append(View(told.report, "not so" if clause.negated else "so", told.reading.evidence, sign))
    return find_differences(claims, views, judge)


class State(Struct, frozen=True):
    """A word for the state a thing is in: which pair of the table, which side of it."""

    pair: str
    side: int
    content: frozenset[str]
    day: str | None


def compare_states(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say which readings have a thing in one state and which in the opposite one ("held", "released")."""

    def judge(a: State, b: State) -> Ruling | None:
        if a.pair != b.pair or weights.shared(a.content, b.content) < ALIKE_STATES:
            return None
        return judge_states(a, b)

    found: list[Finding] = []
    for sort, pairs in table("opposites").items():
        for number, pair in enumerate(pairs):
            views = [view for told in readings if (view := _state(told, f"{sort} {number}", pair)) is not None]
            found += find_differences(claims, views, judge)
    return tuple(found)


def judge_states(a: State, b: State) -> Ruling:
    """Say how two states of one pair stand to each other."""
    if a.side == b.side:
        return Ruling("same", "status", "")
    first, then = (a, b) if a.side == 0 else (b, a)
    if a.pair.startswith("passing") and first.day and then.day and first.day < then.day:
        return Ruling("update", "status", "A later report has the thing in another state")
    return Ruling("conflict", "status", "Two states that cannot both hold")


def _state(told: Told, pair: str, words: Sequence[Sequence[str]]) -> View[State] | None:
    """Return the state of one pair that a reading has, if it has words of one side only, and no negation with them."""
    hits = [
        (word, k) for word in told.words for k in (0, 1) if word.text.casefold() in words[k] or word.lemma in words[k]
    ]
    if len({k for _, k in hits}) != 1:
        return None
    if any(child.dep == "neg" for word, _ in hits for child in told.notes.parse.dependents(word)):
        return None
    inside = {word.i for word, _ in hits}
    content = content_of(word for word in told.words if word.i not in inside)
    return View(told.report, hits[0][0].text, told.reading.evidence, State(pair, hits[0][1], content, told.day))
