"""Causes: why something happened, where two reports give it different reasons."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import clause_of, key_of
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Finding

ALIKE = 0.25
"""Share of the lighter reading's weight, causes left out, that two readings must have in common."""
SAME = 0.3
"""Share of the lighter cause's weight that two causes have in common when they are one."""
LONGEST = 9
"""Words of a cause that are shown."""


class Cause(Struct, frozen=True):
    """A cause as a reading gives it: its words of meaning, those of the rest, and whom or what it moved."""

    words: frozenset[str]
    rest: frozenset[str]
    subject: str | None


def compare_causes(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say where readings give different causes."""

    def judge(a: Cause, b: Cause) -> Ruling | None:
        if weights.shared(a.words, b.words) >= SAME:
            return Ruling("same", "cause", "")
        if a.subject is None or a.subject != b.subject or weights.shared(a.rest, b.rest) < ALIKE:
            return None
        return Ruling("conflict", "cause", "Two reasons are given for one thing")

    return find_differences(claims, [view for told in readings for view in causes_of(told, story)], judge)


def causes_of(told: Told, story: Story) -> Iterator[View[Cause]]:
    """Yield the first cause that a reading gives."""
    if not told.words:
        return
    text, start = told.notes.report.text, told.words[0].start
    for match in _pattern().finditer(text, start, told.words[-1].end):
        words = [word for word in told.words if word.start >= match.end()][:LONGEST]
        end = next(
            (k for k, word in enumerate(words) if word.text in (",", ";", ".", "and", "but") and k > 1), len(words)
        )
        words = words[:end]
        content = content_of(words)
        if content:
            span = told.notes.report.span(match.start(), words[-1].end)
            inside = {word.i for word in words}
            rest = content_of(w for w in told.words if w.i not in inside)
            clause = clause_of(told)
            subject = key_of(clause.subject, told, story) if clause is not None and clause.asserted else None
            yield View(told.report, span.exact, (span,), Cause(content, rest, subject))
            return


@cache
def _pattern() -> re.Pattern[str]:
    phrases = sorted(table("causes")["before"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)
