"""Time expressions in their text: what the grammar finds there, with the words that bound it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from onrecord.annotate.time_checks import is_moved, is_rate, is_time
from onrecord.annotate.time_parts import Reading, duration
from onrecord.annotate.time_readers import READERS
from onrecord.annotate.time_rules import match_rules
from onrecord.annotate.time_stretches import day_by_month
from onrecord.annotate.time_tense import find_tense
from onrecord.annotate.time_tokens import TimeText, TimeToken, read_tokens
from onrecord.lang import table
from onrecord.model.marks import TimeMod
from onrecord.model.relative import Relative
from onrecord.model.words import Parse

LONGEST_BOUND = 20
"""Code points before an expression in which "at least", "nearly" and their like are looked for."""
THE = "the "


class Found(NamedTuple):
    """A stretch of text with what it says."""

    start: int
    end: int
    reading: Reading
    rule: str


def find_readings(text: str, parse: Parse) -> Iterator[Found]:
    """Yield the time expressions of a text, in order, not overlapping."""
    row = read_tokens(text)
    phrases = _phrases(text)
    at = 0
    for found in sorted((*_by_grammar(text, row, parse), *phrases), key=lambda one: (one.start, -one.end)):
        if found.start >= at:
            yield found
            at = found.end


def _phrases(text: str) -> Iterator[Found]:
    for match in _phrase_pattern().finditer(text):
        yield Found(match.start(), match.end(), Reading("date"), "phrase")


@cache
def _phrase_pattern() -> re.Pattern[str]:
    words = table("times")
    phrases = [phrase for name in ("now", "once", "soon") for phrase in words[name]["phrases"]]
    joined = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def _by_grammar(text: str, row: TimeText, parse: Parse) -> Iterator[Found]:
    for rule, tokens, first in match_rules(row):
        if not is_time(rule, tokens, first, row=row, parse=parse):
            continue
        for name, part in _parted(rule, tokens, row, first):
            found = _found(name, part, text, parse)
            if found is not None:
                yield found


def _parted(
    rule: str, tokens: Sequence[TimeToken], row: TimeText, first: int
) -> Iterator[tuple[str, Sequence[TimeToken]]]:
    """Yield the rule and its tokens; of what only looks like it, the part that is a time.

    "A week" in "a week earlier than the other one" is no date, nor is "a day late"; what was put off "from Monday to
    Thursday" is on two days. Of "28 to 3 March" only the last day has its month.
    """
    if rule == "ago" and (row.low(first + len(tokens)) == "than" or tokens[-1].text.lower() in ("early", "late")):
        yield "duration", tokens[:-1]
    elif rule == "range_of_weekdays" and is_moved(row, first):
        yield "day", tokens[:1]
        yield "day", tokens[-1:]
    elif rule == "range_of_days" and (own := day_by_month(tokens)):
        yield "day", own
    else:
        yield rule, tokens


def _found(rule: str, tokens: Sequence[TimeToken], text: str, parse: Parse) -> Found | None:
    reading = READERS[rule](tokens)
    if reading is None:
        return None
    start, end = tokens[0].start, tokens[-1].end
    if rule == "duration" and tokens[0].kind == "a" and is_rate(parse, tokens):
        reading = reading._replace(kind="set")
    start, end, reading = _with_bound(text, start, end, reading)
    if rule == "the_unit" and _is_closed(text, end):
        reading = Reading("duration", duration(1, str(tokens[-1].value)))
    if reading.tensed and reading.relative is not None:
        reading = reading._replace(relative=_with_tense(reading.relative, parse, start, end))
    return Found(*_trim(tokens, start, end), reading, rule)


def _is_closed(text: str, end: int) -> bool:
    """Tell whether the end of a unit is said next ("the year ended March 31"): it is then a length."""
    after = re.match(r"\s*(\w+)", text[end : end + LONGEST_BOUND])
    return after is not None and after[1].lower() in table("times")["closing"]["words"]


def _trim(tokens: Sequence[TimeToken], start: int, end: int) -> tuple[int, int]:
    """Leave out an article before a hyphenated length ("a 10-hour tour") and a bracket that was not closed."""
    if tokens[0].kind == "a" and len(tokens) > 2 and tokens[2].kind == "-":  # noqa: PLR2004
        start = tokens[1].start
    return start, end


def _with_tense(relative: Relative, parse: Parse, start: int, end: int) -> Relative:
    tense = find_tense(parse, start, end)
    if relative.named in ("quarter", "half"):
        return msgspec.structs.replace(relative, lean="near" if tense == "future" else "past")
    if relative.named in (None, "month_day", "number"):
        return msgspec.structs.replace(relative, lean=tense or "past", sure=tense is not None)
    lean = tense or relative.lean
    return msgspec.structs.replace(relative, lean=lean, sure=tense is not None)


def _with_bound(text: str, start: int, end: int, reading: Reading) -> tuple[int, int, Reading]:
    """Take in the words before an expression that say it is not exact."""
    if reading.mod is not None or (reading.kind != "duration" and reading.relative is None and reading.value is None):
        return start, end, reading
    match = _bound_pattern().search(text[max(0, start - LONGEST_BOUND) : start])
    if match is None:
        return start, end, reading
    mod: TimeMod = _bounds()[" ".join(match[1].lower().split())]
    if mod != "about" and reading.kind != "duration" and not _is_distance(reading):
        return start, end, reading  # "over Easter", "within this week" are no bounds
    if mod == "about" and _is_named_day(reading):
        return start, end, reading  # nor "questions about yesterday"
    if match[1].lower() == "over" and text[start : start + len(THE)].lower() == THE:
        return start, end, reading  # nor is "over the past decade"
    return start - len(match[0]), end, reading._replace(mod=mod)


def _is_named_day(reading: Reading) -> bool:
    """Tell whether a day is called by its weekday, or as today and the days beside it: it is then an exact one."""
    relative = reading.relative
    if relative is None or relative.clock is not None:
        return False
    return relative.named == "weekday" or (relative.named is None and relative.unit == "day" and abs(relative.step) < 2)  # noqa: PLR2004


def _is_distance(reading: Reading) -> bool:
    """Tell whether a date is so far from another day ("less than a year ago")."""
    relative = reading.relative
    return reading.kind == "date" and relative is not None and relative.named is None and relative.step != 0


@cache
def _bounds() -> dict[str, TimeMod]:
    bounds = table("times")["bounds"]
    mods: tuple[TimeMod, ...] = ("about", "less", "more")
    return {phrase: mod for mod in mods for phrase in bounds[mod]}


@cache
def _bound_pattern() -> re.Pattern[str]:
    phrases = sorted(_bounds(), key=len, reverse=True)
    joined = "|".join(r"\s".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"(?<!\w)({joined})\s$", re.IGNORECASE)
