"""When something was said: the day beside the words that introduce it."""

from collections.abc import Sequence

from msgspec import structs

from onrecord.model.marks import Statement, Time
from onrecord.model.report import Edtf
from onrecord.model.words import Parse

LINKS = frozenset({"npadvmod", "pobj", "prep", "compound", "advmod", "nmod", "det", "nummod", "amod", "dobj"})
"""What may stand between a day and the verb it goes with: "said on Monday", "told reporters Monday"."""
LONGEST_WAY = 6


def with_times(statements: Sequence[Statement], times: Sequence[Time], parse: Parse) -> tuple[Statement, ...]:
    """Give each statement the day that its own words name: "said on Monday that ...".

    Args:
        statements: The statements of a report.
        times: Its time expressions; only dates with a value are taken, and only under the cue's own verb.
        parse: Its words and sentences.

    Returns:
        The statements; without a day of their own they stay without one.
    """
    days = _days_by_verb(times, parse)
    found = []
    for statement in statements:
        cues = [word.i for span in statement.cue for word in parse.words_between(span.start, span.end)]
        own = [time for i in cues for time in days.get(i, ()) if not _is_said(statement, time)]
        value = own[0].value if own else None
        found.append(structs.replace(statement, time=Edtf(value.split("T")[0])) if value else statement)
    return tuple(found)


def _is_said(statement: Statement, time: Time) -> bool:
    return any(time.span.overlaps(span) for span in statement.content)


def _days_by_verb(times: Sequence[Time], parse: Parse) -> dict[int, list[Time]]:
    """Return the dates by the verb that each hangs on."""
    found: dict[int, list[Time]] = {}
    for time in times:
        words = parse.words_between(time.span.start, time.span.end)
        if not words or not time.value or time.kind not in ("date", "time"):
            continue
        at = words[-1]
        for _ in range(LONGEST_WAY):
            if at.dep not in LINKS:
                break
            at = parse.words[at.head]
        if at.pos in ("VERB", "AUX"):
            found.setdefault(at.i, []).append(time)
    return found
