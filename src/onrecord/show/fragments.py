"""A claim's heading as it is read: where its words stand, an ellipsis where they are cut, a name for a bare pronoun."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.lang import table
from onrecord.model.claims import Claim
from onrecord.show.lookup import Lookup
from onrecord.show.wording import QUOTATION_MARKS, one_line

OPENING = f"([ \t{QUOTATION_MARKS}"
SENTENCE_ENDS = ".!?:…\n\r"
CLAUSE_ENDS = f".!?:;,…)]–—-\n\r{QUOTATION_MARKS}"
OMITTED = "…"
NEAR = 1500
"""Code points around a reading's evidence in which the words of its heading stand: a long sentence."""

GAP = 900
"""Code points that may be left out between two pieces of a heading, and the next piece with them."""

_WORD = re.compile(r"\w+")
_SHORTENED = re.compile(r"['’]\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of a heading stand in one report: from the first of them to the last."""

    report: str
    start: int
    end: int


def say_claim(lookup: Lookup, claim: Claim) -> str:
    """Return a claim's text on one line, an ellipsis where it is cut, and in brackets whom its pronoun means.

    A name in brackets is the one that the record has for the pronoun, or for who says "I".
    """
    line = one_line(claim.text)
    place = find_heading(lookup, claim)
    if place is None:
        return line
    text = lookup.reports[place.report].text
    before = f"{OMITTED} " if begins_inside(text, place.start) and not _opens_cut(line) else ""
    after = f" {OMITTED}" if ends_inside(text, place.end) and not line.endswith(OMITTED) else ""
    return f"{before}{_with_name(lookup, claim, line, place)}{after}"


def say_part(lookup: Lookup, claim: Claim) -> str:
    """Return the words of a claim's first reading alone, for a claim that stands under the one that has the rest."""
    spans = next((r.evidence for r in claim.readings if r.evidence and lookup.holds(r.evidence[0])), ())
    if not spans:
        return one_line(claim.text)
    line = f" {OMITTED} ".join(one_line(span.exact) for span in spans)
    before = f"{OMITTED} " if begins_inside(lookup.reports[spans[0].report].text, spans[0].start) else ""
    after = f" {OMITTED}" if ends_inside(lookup.reports[spans[-1].report].text, spans[-1].end) else ""
    return f"{before}{line}{after}"


def find_heading(lookup: Lookup, claim: Claim) -> Place | None:
    """Find the report whose words a claim's text is, and where they stand; ``None`` where they are nobody's."""
    pieces = [words for piece in claim.text.split(OMITTED) if (words := _WORD.findall(piece))]
    patterns = [re.compile(r"\W+".join(map(re.escape, piece))) for piece in pieces]
    for reading in claim.readings:
        spans = [span for span in reading.evidence if lookup.holds(span)]
        if not spans or not patterns:
            continue
        text = lookup.reports[reading.report].text
        low = max(0, min(span.start for span in spans) - NEAR)
        high = max(span.end for span in spans) + NEAR
        for first in patterns[0].finditer(text, low, high):
            end = _end_of(patterns[1:], text, first.end())
            if end:
                return Place(reading.report, first.start(), end)
    return None


def _end_of(patterns: Iterable[re.Pattern[str]], text: str, start: int) -> int:
    """Return where the last of some pieces ends that follow one another; 0 where one of them does not follow."""
    at = start
    for pattern in patterns:
        found = pattern.search(text, at, at + GAP)
        if found is None:
            return 0
        at = found.end()
    return at


def _opens_cut(line: str) -> bool:
    return line.lstrip(QUOTATION_MARKS).startswith(OMITTED)


def _with_name(lookup: Lookup, claim: Claim, line: str, place: Place) -> str:
    """Put a name behind the first word of a heading that is a pronoun, in brackets."""
    first = _WORD.search(line)
    if first is None:
        return line
    name = _name_for(lookup, claim, first[0].casefold(), place)
    named = {word.casefold() for word in _WORD.findall(line)}
    if not name or named & {word.casefold() for word in _WORD.findall(name)}:
        return line
    at = _SHORTENED.match(line, first.end())
    end = at.end() if at else first.end()
    return f"{line[:end]} [{name}]{line[end:]}"


def _name_for(lookup: Lookup, claim: Claim, word: str, place: Place) -> str:
    """Return the name of whom a pronoun means that begins a heading; empty where the record does not say."""
    words = table("fragments")
    if word in words["first_person"]:
        own = [r.holders[-1] for r in claim.readings if r.report == place.report and r.holders]
        return _proper_name(lookup, own[0]) if own else ""
    mentions = lookup.mentions.get(place.report, ())
    at = bisect_left(mentions, (place.start, 0, "", ""))
    if word not in words["subject_pronouns"] or at >= len(mentions):
        return ""
    start, end, kind, entity = mentions[at]
    stands = start == place.start and kind == "pronoun" and end - start == len(word)
    return _proper_name(lookup, entity) if stands else ""


def _proper_name(lookup: Lookup, entity: str) -> str:
    """Return the name of an entity that some report calls by a name."""
    return lookup.entity(entity) if entity in lookup.named else ""


def begins_inside(text: str, at: int) -> bool:
    """Tell whether the words from an offset on begin in the middle of a sentence.

    Words in the middle of a sentence that begin with a capital are a name's; they read well as they are.

    >>> begins_inside("The ferry, it said, had left late.", 20), begins_inside("Late. had left", 6)
    (True, False)
    """
    before = text[max(0, at - 80) : at].rstrip(OPENING)
    return text[at : at + 1].islower() and bool(before) and before[-1] not in SENTENCE_ENDS


def ends_inside(text: str, at: int) -> bool:
    """Tell whether a clause goes on behind an offset.

    >>> ends_inside("It left late in a storm.", 12), ends_inside("It left late and sank.", 12)
    (True, False)
    """
    after = text[at : at + 80].lstrip(" \t")
    if not after or after[0] in CLAUSE_ENDS:
        return False
    return after.split()[0] not in table("fragments")["clause_starts"]
