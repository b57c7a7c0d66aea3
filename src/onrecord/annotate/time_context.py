"""Time expressions in their text: which stretches are none after all, their bounds, and what they hang on."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from onrecord.annotate.time_parts import Reading, duration, kinds_of
from onrecord.annotate.time_readers import READERS
from onrecord.annotate.time_rules import match_rules
from onrecord.annotate.time_tense import find_tense
from onrecord.annotate.time_tokens import TimeText, TimeToken, classes_of_words, read_tokens
from onrecord.annotate.time_years import months_of
from onrecord.lang import table
from onrecord.model.marks import TimeMod
from onrecord.model.relative import Relative
from onrecord.model.words import Parse

LONGEST_BOUND = 20
"""Code points before an expression in which "at least", "nearly" and their like are looked for."""
QUARTER_REACH = 1500
"""Code points back within which a quarter is still spoken of."""
DAY_REACH = 600
"""The same for the day that a time of day belongs to."""
DAY_RULES = ("day", "iso", "clock_day", "daypart", "slashes")
NAMES = ("PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT")
NOUNS = ("NOUN", "PROPN", "NUM", "SYM")
MONEY = ("$", "€", "£", "¥")


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
        if not _is_time(rule, tokens, first, row=row, parse=parse):
            continue
        if rule == "ago" and _text_at(row, first + len(tokens)) == "than":
            yield from _length_between(tokens)
            continue
        reading = READERS[rule](tokens)
        if reading is None:
            continue
        start, end = tokens[0].start, tokens[-1].end
        if rule == "duration" and tokens[0].kind == "a" and _is_rate(parse, tokens):
            reading = reading._replace(kind="set")
        start, end, reading = _with_bound(text, start, end, reading)
        if rule == "the_unit" and _is_closed(row, first + len(tokens)):
            reading = Reading("duration", duration(1, str(tokens[-1].value)))
        if reading.tensed and reading.relative is not None:
            reading = reading._replace(relative=_with_tense(reading.relative, parse, start, end))
        yield Found(*_trim(tokens, start, end), reading, rule)


def _length_between(tokens: Sequence[TimeToken]) -> Iterator[Found]:
    """Yield "a week" in "a week earlier than the other one", which is no date."""
    reading = READERS["duration"](tokens[:-1])
    if reading is not None:
        yield Found(tokens[0].start, tokens[-2].end, reading, "duration")


def _text_at(row: TimeText, at: int) -> str:
    return row.tokens[at].text.lower() if 0 <= at < len(row.tokens) else ""


def _is_closed(row: TimeText, after: int) -> bool:
    """Tell whether the end of a unit is said next ("the year ended March 31"): it is then a length."""
    return after < len(row.tokens) and row.tokens[after].text.lower() in table("times")["closing"]["words"]


def _trim(tokens: Sequence[TimeToken], start: int, end: int) -> tuple[int, int]:
    """Leave out an article before a hyphenated length ("a 10-hour tour") and a bracket that was not closed."""
    if tokens[0].kind == "a" and len(tokens) > 2 and tokens[2].kind == "-":  # noqa: PLR2004
        start = tokens[1].start
    return start, end


def _with_tense(relative: Relative, parse: Parse, start: int, end: int) -> Relative:
    tense = find_tense(parse, start, end)
    if relative.named in ("quarter", "half"):
        return msgspec.structs.replace(relative, lean="near" if tense == "future" else "past")
    if relative.named in (None, "month_day"):
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
    return start - len(match[0]), end, reading._replace(mod=mod)


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


def _is_time(rule: str, tokens: Sequence[TimeToken], first: int, *, row: TimeText, parse: Parse) -> bool:
    """Tell whether what the grammar found is a time where it stands."""
    kinds = kinds_of(tokens)
    if _is_name_of_other(tokens, parse):
        return False
    if set(kinds) & set("DBV") or rule in ("near_unit", "the_unit"):
        return not _is_in_name(row, first)
    match rule:
        case "year":
            right = len(tokens) > 1 or _is_year(tokens[0], first, row, parse)
        case "month" | "day" | "month_of" if set(kinds) & set("MW"):
            right = _is_name(tokens, parse)
        case "named":
            right = not _leads_noun(tokens, parse)
        case "season":
            right = _is_noun(tokens, parse, "S") and _is_season(tokens, first, row)
        case "plural":
            right = _before_word(row, first) in table("times")["plural_before"]["words"]
        case "duration":
            right = _before_word(row, first) not in MONEY and not _is_clock_in_words(row, first, len(tokens))
        case _:
            right = True
    return right


def _is_name_of_other(tokens: Sequence[TimeToken], parse: Parse) -> bool:
    """Tell whether capitalised words of time begin a name ("April Dane", "the Sunday Ledger", "21st Century Fund")."""
    last = tokens[-1]
    found = parse.words_between(last.start, last.end) if last.kind in "MWUSPC'" and last.text[:1].isupper() else ()
    if not found or found[-1].i + 1 >= len(parse.words):
        return False
    word, after = found[-1], parse.words[found[-1].i + 1]
    close = after.sentence == word.sentence and after.text[:1].isupper() and after.pos in ("PROPN", "NOUN")
    if not close or after.ent in ("DATE", "TIME") or after.text.lower() in classes_of_words():
        return False
    named = word.ent in NAMES and after.ent == word.ent
    titled = last.kind == "U" or (last.kind == "W" and tokens[0].kind == "t" and word.dep == "compound")
    return named or (titled and after.tag in ("NNP", "NNPS") and word.tag in ("NNP", "NNPS"))


def _leads_noun(tokens: Sequence[TimeToken], parse: Parse) -> bool:
    """Tell whether a feast only says of what kind something is ("a Christmas tree")."""
    found = parse.words_between(tokens[-1].start, tokens[-1].end)
    if not found or tokens[-1].kind == "y":
        return False
    head = parse.words[found[-1].head]
    return found[-1].dep in ("compound", "nmod", "amod") and head.i > found[-1].i and head.pos in NOUNS


def _is_clock_in_words(row: TimeText, first: int, length: int) -> bool:
    """Tell whether minutes are counted to or from an hour ("ten minutes to one"), so that they are no length."""
    end = first + length
    after = [token.text.lower() for token in row.tokens[end : end + 1]]
    of_hour = row.classes[end + 1 : end + 2] in ("w", "d", "N") and row.tokens[end - 1].value == "M"
    return of_hour and after[0] in table("times")["minutes_of"]["words"]


def _before_word(row: TimeText, first: int) -> str:
    return row.tokens[first - 1].text.lower() if first else ""


def _is_name(tokens: Sequence[TimeToken], parse: Parse) -> bool:
    """Tell whether a capitalised word is a month or weekday, not a verb ("May we", "March on") or a cut word."""
    words = table("times")["capital"]
    token = next(token for token in tokens if token.kind in "MW")
    low = token.text.lower().rstrip(".")
    alone = not set(kinds_of(tokens)) & set("doyLTXZ,pCN")
    if low in words["short"] and alone and not token.text.endswith("."):
        return False
    if low in words["doubtful"] and alone:
        found = parse.words_between(token.start, token.end)
        return bool(found) and found[0].pos == "PROPN" and found[0].ent in ("DATE", "")
    return True


def _is_noun(tokens: Sequence[TimeToken], parse: Parse, kind: str) -> bool:
    token = next(token for token in tokens if token.kind == kind)
    found = parse.words_between(token.start, token.end)
    return not found or found[0].pos in ("NOUN", "PROPN")


def _is_season(tokens: Sequence[TimeToken], first: int, row: TimeText) -> bool:
    """Tell "in the fall" from a fall of something: without a year or "last" only what stands before it can say so."""
    words = table("times")["doubtful_seasons"]
    doubtful = any(token.text.lower() in words["words"] for token in tokens if token.kind == "S")
    if not doubtful or not set(kinds_of(tokens)) <= {"t", "S"}:
        return True
    after = row.tokens[first + len(tokens)].text.lower() if first + len(tokens) < len(row.tokens) else ""
    return _before_word(row, first) in words["before"] and after not in words["not_after"]


def _is_in_name(row: TimeText, first: int) -> bool:
    """Tell whether a word is written like the end of a name ("the Tarn Daily"): a capital right behind a capital."""
    token, before = row.tokens[first], row.tokens[first - 1] if first else None
    if before is None or not token.text[0].isupper() or not before.text[0].isupper():
        return False
    return token.start - before.end == 1


def _is_year(token: TimeToken, first: int, row: TimeText, parse: Parse) -> bool:
    """Tell whether four digits are a year: not money, not a count of what follows, not a part of a name."""
    before = row.tokens[first - 1].text if first else ""
    after = row.tokens[first + 1] if first + 1 < len(row.tokens) else None
    if before in ("$", "€", "£", "#", "/", "+", "@", "&") or (after and after.text in ("%", "°", "/")):
        return False
    if after and _is_measure(row, first + 1):
        return False
    if before.lower() in table("times")["labels"]["words"] or _is_in_address(row, first):
        return False
    found = parse.words_between(token.start, token.end)
    if not found or found[0].text != token.text:
        return before.lower() in table("times")["year_before"]["words"]
    head = parse.words[found[0].head]
    if found[0].dep == "nummod" and head.i > found[0].i and head.tag in ("NNS", "NNPS"):
        return before.lower() in ("the", "in") and head.i == found[0].i + 1 and head.tag == "NNPS"
    year = int(token.value)
    named = before.lower() in table("times")["year_before"]["words"]
    return (1900 <= year <= 2100) or named  # noqa: PLR2004 - years that news speaks of


def _is_measure(row: TimeText, at: int) -> bool:
    """Tell whether a unit stands at a token ("1990 sq m", "1990 m2")."""
    words = table("times")["measured"]["words"]
    after = row.tokens[at + 1] if at + 1 < len(row.tokens) else None
    glued = after is not None and after.start == row.tokens[at].end
    return _text_at(row, at) in words or (glued and _text_at(row, at) + _text_at(row, at + 1) in words)


def _is_in_address(row: TimeText, first: int) -> bool:
    """Tell whether digits are the number of a house ("1984 Summer Street")."""
    near = row.tokens[first + 1 : first + 4]
    streets = table("times")["labels"]["streets"]
    at = next((k for k, token in enumerate(near) if token.text in streets), 0)
    return at > 0 and all(token.text[:1].isupper() for token in near[:at])


def _is_rate(parse: Parse, tokens: Sequence[TimeToken]) -> bool:
    """Tell whether "a year" says how often ("40 flights a week")."""
    found = parse.words_between(tokens[-1].start, tokens[-1].end)
    if len(tokens) > 2 or not found:  # noqa: PLR2004
        return False
    head = parse.words[found[0].head]
    return found[0].dep == "npadvmod" and head.pos in NOUNS and head.i < found[0].i


class _Spoken(NamedTuple):
    """What later words of a text may go back to, by index: its last date, day and quarter.

    ``compared`` is that quarter too, while "a year ago" means one: until a longer span is spoken of.
    """

    last: int | None = None
    day: int | None = None
    quarter: int | None = None
    compared: int | None = None


def link_to_text(found: Sequence[Found]) -> tuple[Relative | None, ...]:
    """Say for each expression what it hangs on: the day of publication, or an earlier one of the text."""
    linked: list[Relative | None] = []
    spoken = _Spoken()
    for k, one in enumerate(found):
        if spoken.quarter is not None and one.start - found[spoken.quarter].end > QUARTER_REACH:
            spoken = spoken._replace(quarter=None, compared=None)
        if spoken.day is not None and one.start - found[spoken.day].end > DAY_REACH:
            spoken = spoken._replace(day=None)
        relative = _linked(one, spoken)
        linked.append(relative)
        if _is_quarter(one, relative):
            spoken = spoken._replace(quarter=k, compared=k)
        if one.rule == "first_units":
            spoken = spoken._replace(compared=None)
        if one.reading.kind in ("date", "time") and (one.reading.value or relative is not None):
            spoken = spoken._replace(last=k, day=k if one.rule in DAY_RULES else spoken.day)
    return tuple(linked)


def settle_quarters(found: Sequence[Found]) -> tuple[Found, ...]:
    """Read "the 1988 period" as the quarter of that year that the text speaks of; without one it is the year."""
    settled: list[Found] = []
    part = 0
    for one in found:
        relative, reading = one.reading.relative, one.reading
        if one.rule == "quarter" and relative is not None and relative.named == "quarter":
            part = relative.part
        if reading.refers == "quarter_of_year" and part and reading.value:
            reading = reading._replace(value=months_of(int(reading.value), part, 3))
        settled.append(one._replace(reading=reading))
    return tuple(settled)


def _is_quarter(one: Found, relative: Relative | None) -> bool:
    """Tell whether a quarter is named, of this year, behind us: one that later words may go back to."""
    named = one.rule == "quarter" and one.reading.kind == "date"
    if relative is None:
        return named and one.reading.refers != "quarter_of_year" and "/" in (one.reading.value or "")
    plain = relative.base is None and relative.step == 0 and relative.lean != "near"
    return named and plain and "quarter" in (relative.named, relative.unit)


def _linked(one: Found, spoken: _Spoken) -> Relative | None:
    """Say what one expression hangs on; None where its words are complete, or what they go back to is missing."""
    relative = one.reading.relative
    if relative is None or one.reading.refers == "publication":
        return relative
    if one.reading.refers in ("year_ago", "year_earlier"):
        return relative if spoken.compared is None else Relative("quarter", -4, base=spoken.compared)
    base = {"quarter": spoken.quarter, "day": spoken.day}.get(one.reading.refers, spoken.last)
    if one.reading.kind == "duration" and base != spoken.last:
        return None  # "in 1985 ... eleven days later" is a length: not of the day that was named before the year
    return None if base is None else msgspec.structs.replace(relative, base=base)
