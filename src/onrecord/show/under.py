"""Rows that stand under another one: they tell a part of it, stand in its sentences, or differ as it does."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.model.claims import Claim
from onrecord.model.report import Report
from onrecord.show.parts import find_parts

PART = "part of"
SENTENCE = "in the sentences of"
DIFFERENCE = "differs as"
"""How a row stands to the one above it, before that one's number."""

NONE: frozenset[int] = frozenset()
Sentences = tuple[tuple[str, int], ...]
"""The number of a sentence in each report that tells a claim."""

_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[\"“‘«(]?[A-Z0-9])|\n+")
_SHORT_FORM = re.compile(r"(?:^|[\s(])(?:[A-Z]|[A-Z][a-z]{1,3}|(?:[A-Za-z]\.)+[A-Za-z])\.$")
"""What ends in a stop that ends no sentence: "Mr.", "Gen.", "a.m."; a short last word is taken for one, too."""


@dataclass(frozen=True, slots=True)
class Under:
    """The claim that another stands under, and why."""

    whole: str
    how: str


def stand_under(
    claims: Sequence[Claim], reports: Iterable[Report], *, findings: Mapping[str, frozenset[int]]
) -> dict[str, Under]:
    """Return the claims that stand under another one, which stands under none itself.

    One stands under the claim that has all its words; else under the first that the same reports tell in the same
    sentences; else under the first that has all its differences. One that differs stands under none that does not.

    Args:
        claims: In the order of their rows.
        reports: The reports that they stand in.
        findings: The numbers of the findings of each claim that has any.
    """
    parts = {p: w for p, w in find_parts(claims).items() if findings.get(w) or not findings.get(p)}
    found = {part: Under(whole, PART) for part, whole in parts.items()}
    found |= _in_one_sentence([c for c in claims if c.id not in found], reports, findings=findings)
    found |= _differing_alike([c.id for c in claims if c.id not in found], findings)
    return {part: _top(found, part) for part in found}


def _in_one_sentence(
    claims: Sequence[Claim], reports: Iterable[Report], *, findings: Mapping[str, frozenset[int]]
) -> dict[str, Under]:
    sentences = _sentences_of(claims, reports)
    first_in: dict[Sentences, str] = {}
    found = {}
    for claim in claims:
        first = first_in.setdefault(sentences[claim.id], claim.id) if sentences[claim.id] else claim.id
        if first != claim.id and (findings.get(first) or not findings.get(claim.id)):
            found[claim.id] = Under(first, SENTENCE)
    return found


def _differing_alike(names: Iterable[str], findings: Mapping[str, frozenset[int]]) -> dict[str, Under]:
    seen: list[str] = []
    found = {}
    for name in names:
        own = findings.get(name, NONE)
        first = next((one for one in seen if own <= findings.get(one, NONE)), None)
        if own and first is not None:
            found[name] = Under(first, DIFFERENCE)
        elif own:
            seen.append(name)
    return found


def _top(found: Mapping[str, Under], part: str) -> Under:
    """Follow a claim up to the one that stands under none."""
    under = found[part]
    return Under(_top(found, under.whole).whole, under.how) if under.whole in found else under


def _sentences_of(claims: Iterable[Claim], reports: Iterable[Report]) -> dict[str, Sentences]:
    """Return for each claim the sentences that its readings begin in: one for each report that tells it."""
    starts = {str(report.id): _sentence_starts(report.text) for report in reports}
    found = {}
    for claim in claims:
        first: dict[str, int] = {}
        for reading in claim.readings:
            if reading.report in starts and reading.evidence:
                at = min(span.start for span in reading.evidence)
                first[reading.report] = min(at, first.get(reading.report, at))
        found[claim.id] = tuple(sorted((name, bisect_right(starts[name], at)) for name, at in first.items()))
    return found


def _sentence_starts(text: str) -> list[int]:
    """Return where the sentences of a text begin."""
    ends = (m for m in _SENTENCE.finditer(text) if not _SHORT_FORM.search(text[max(0, m.start() - 8) : m.start()]))
    return [0, *(end.end() for end in ends)]
