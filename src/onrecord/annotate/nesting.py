"""Which statement contains which: "the union said the mayor conceded ..." holds the mayor's within the union's."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import structs

from onrecord.model.marks import Statement
from onrecord.model.span import Span

MOST_AROUND = 40
"""Spans of content looked back for one that reaches over a cue."""


def with_outer(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Say of each statement which one contains it: the smallest whose content has its cue and what it says."""
    spans = sorted((span, k) for k, statement in enumerate(statements) for span in statement.content)
    starts = [span.start for span, _ in spans]
    found = []
    for inner, statement in enumerate(statements):
        mark = (statement.cue or statement.content)[0]
        near = bisect_right(starts, mark.start)
        around = [
            (span.end - span.start, k)
            for span, k in spans[max(0, near - MOST_AROUND) : near]
            if k != inner and span.contains(mark) and _contains(statements[k], statement.content[0])
        ]
        outer = statements[min(around)[1]].id if around else None
        found.append(structs.replace(statement, within=outer) if outer else statement)
    return tuple(found)


def _contains(statement: Statement, words: Span) -> bool:
    return any(span.contains(words) for span in statement.content)
