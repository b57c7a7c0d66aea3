"""Status: done in one report, only planned, offered or possible in another."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.told import Told
from onrecord.lang import table
from onrecord.model.claims import Finding

ALIKE = 0.5
"""Share of the lighter reading's weight that two readings must have in common for their status to be compared."""


class Stage(Struct, frozen=True):
    """How far a thing is in one reading, what it is about, and the day of the report."""

    status: Literal["done", "ahead"]
    content: frozenset[str]
    day: str | None


def compare_status(claim: str, readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say which readings call done what others call planned."""

    def judge(a: Stage, b: Stage) -> Ruling | None:
        if weights.shared(a.content, b.content) < ALIKE:
            return None
        return judge_stages(a, b)

    views = []
    for told in readings:
        stage = stage_of(told)
        if stage is not None:
            views.append(
                View(told.report, stage, told.reading.evidence, Stage(stage, content_of(told.words), told.day))
            )
    return find_differences((claim,), views, judge)


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
