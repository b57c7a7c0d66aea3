"""What stands inside an assertion: entities, amounts, times, what is said there, and who stands behind it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from onrecord.model.marks import Annotations, Assertion, Statement
from onrecord.model.overlaps import Ranges
from onrecord.model.span import Span

ACTS = ("statements.nominal", "statements.silence", "statements.indirect/open")
"""The rules for what somebody does with words, which the reporter asserts."""


class _Marks(Struct, frozen=True):
    """The marks of a report by where they stand; all but contents and quotes by the place where they begin."""

    entities: Ranges
    amounts: Ranges
    times: Ranges
    contents: Ranges
    frames: Ranges
    quotes: Ranges


def with_marks(notes: Annotations, assertions: Iterable[Assertion]) -> tuple[Assertion, ...]:
    """Add to each assertion who holds it, and which entities, amounts, times and statements stand inside it."""
    marks = _Marks(
        entities=_begins((mention.span, k) for k, entity in enumerate(notes.entities) for mention in entity.mentions),
        amounts=_begins((amount.span, k) for k, amount in enumerate(notes.amounts)),
        times=_begins((time.span, k) for k, time in enumerate(notes.times)),
        contents=Ranges((s.start, s.end, k) for k, one in enumerate(notes.statements) for s in one.content),
        frames=Ranges((s.start, s.end, k) for k, one in enumerate(notes.statements) for s in _frame_of(one)),
        quotes=Ranges((quote.span.start, quote.span.end, k) for k, quote in enumerate(notes.report.quotes)),
    )
    return tuple(_with_marks(notes, marks, assertion) for assertion in assertions)


def _frame_of(statement: Statement) -> tuple[Span, ...]:
    """Return the words that say who says it, to whom and through whom; none of an act, which the reporter asserts."""
    if statement.rule.startswith(ACTS):
        return ()
    addressee = statement.addressee.span if statement.addressee else None
    relays = [span for relay in statement.via for span in (relay.span, relay.cue)]
    return tuple(span for span in (*statement.cue, statement.source, addressee, *relays) if span)


def _begins(spans: Iterable[tuple[Span, int]]) -> Ranges:
    return Ranges((span.start, span.start + 1, k) for span, k in spans)


def _with_marks(notes: Annotations, marks: _Marks, assertion: Assertion) -> Assertion:
    statements = [notes.statements[k] for k in _covering(marks, assertion)]
    return structs.replace(
        assertion,
        holders=_holders(statements),
        statements=tuple(statement.id for statement in statements),
        entities=tuple(notes.entities[k].id for k in _inside(marks.entities, assertion)),
        amounts=_inside(marks.amounts, assertion),
        times=_inside(marks.times, assertion),
        quoted=any(_is_quoted(marks.quotes, span) for span in assertion.evidence),
    )


def _inside(marks: Ranges, assertion: Assertion) -> tuple[int, ...]:
    """Return the numbers of the marks that begin inside an assertion, in order."""
    found = {one.mark for span in assertion.evidence for one in marks.over(span.start, span.end)}
    return tuple(sorted(found))


def _is_quoted(quotes: Ranges, span: Span) -> bool:
    """Tell whether a pair of quotation marks opens in a span, or reaches around all of it."""
    return any(
        span.start <= quote.start + 1 < span.end or (quote.start <= span.start and span.end <= quote.end)
        for quote in quotes.over(span.start, span.end)
    )


def _covering(marks: _Marks, assertion: Assertion) -> list[int]:
    """Return the numbers of the statements that say more than half of an assertion, in order.

    The words that say who says it are left out of account: "The union says seventeen" is what the union says.
    """
    total = sum(span.end - span.start for span in assertion.evidence)
    said, framing = _shared(marks.contents, assertion), _shared(marks.frames, assertion)
    return sorted(k for k, n in said.items() if 2 * n > total - framing[k])


def _shared(ranges: Ranges, assertion: Assertion) -> Counter[int]:
    """Return how many code points of an assertion the ranges of each mark cover."""
    shared: Counter[int] = Counter()
    for span in assertion.evidence:
        for one in ranges.over(span.start, span.end):
            shared[one.mark] += min(span.end, one.end) - max(span.start, one.start)
    return shared


def _holders(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return who stands behind an assertion, the outermost relay first, each once."""
    found: list[str] = []
    for statement in statements:
        found += [relay.entity for relay in statement.via if relay.entity]
        if statement.speaker:
            found.append(statement.speaker)
    return tuple(dict.fromkeys(found))
