"""Certainty and scope: the same fact said more or less surely, or of more or less.

Both are read off small words, and only where two readings otherwise say nearly the same.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import Deed, Stage, clause_of, deed_of, same_deed
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Aspect, Finding
from onrecord.model.words import Word

ALIKE = 0.6
"""Share of the lighter reading's weight that two readings must have in common to differ by a small word alone."""
ALIKE_OTHERWISE = 0.8
"""The same where it is not known that both tell of one deed."""


class Shade(Struct, frozen=True):
    """The degree that a reading gives, by its cue, the words of meaning it stands beside, and the one it measures."""

    degree: str
    content: frozenset[str]
    of: str | None = None
    deed: Deed | None = None
    stage: Stage = ""


def compare_certainty(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say which readings are surer of the claim than others."""
    views = [_with_deed(certainty_of(told), told, story) for told in readings]
    return _differences(claims, views, "certainty", weights)


def compare_scope(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say which readings speak of all, and which of some, or only of this."""
    views = [_with_deed(scope_of(told), told, story) for told in readings]
    return _differences(claims, views, "scope", weights)


def _with_deed(view: View[Shade], told: Told, story: Story) -> View[Shade]:
    clause = clause_of(told)
    deed = deed_of(clause, told, story) if clause is not None and clause.asserted else None
    stage: Stage = clause.stage if clause is not None else ""
    return replace(view, value=replace(view.value, deed=deed, stage=stage))


WHY: dict[Aspect, str] = {
    "certainty": "One report is surer of it than the other",
    "scope": "One report says it of more than the other",
}


def _differences(
    claims: tuple[str, ...], views: Sequence[View[Shade]], aspect: Aspect, weights: Weights
) -> tuple[Finding, ...]:
    def judge(a: Shade, b: Shade) -> Ruling | None:
        if a.degree == b.degree:
            return Ruling("same", aspect, "")
        if (a.stage == "ahead") != (b.stage == "ahead"):
            return None
        one = a.deed is not None and b.deed is not None and same_deed(a.deed, b.deed)
        least = ALIKE if one else ALIKE_OTHERWISE
        if not weights.alike(a.content, b.content, least) or not _measure_one_thing(a, b):
            return None
        return Ruling("framing", aspect, WHY[aspect])

    return find_differences(claims, views, judge)


def _measure_one_thing(a: Shade, b: Shade) -> bool:
    """Tell whether what one reading measures stands in the other, too."""
    return all(one.of is None or one.of in other.content or one.of == other.of for one, other in ((a, b), (b, a)))


def certainty_of(told: Told) -> View[Shade]:
    """Return how sure a reading is: open, hedged, firm or plain."""
    words = table("certainty")
    for degree, spans in (
        ("open", _phrases(told, words["open"])),
        ("hedged", _cues(told, words["hedges"])),
        ("firm", _cues(told, words["firm"])),
    ):
        for cue in spans:
            return View(told.report, degree, told.reading.evidence, Shade(degree, content_of(told.words) - {cue.lemma}))
    return View(told.report, "plain", told.reading.evidence, Shade("plain", content_of(told.words)))


def scope_of(told: Told) -> View[Shade]:
    """Return of how much a reading speaks: the first word of scope in it, or none."""
    words = table("scope")
    for degree in ("only", "whole", "most", "part"):
        for cue in _cues(told, words[degree]):
            head = told.notes.parse.words[cue.head]
            shade = Shade(degree, content_of(told.words) - {cue.lemma}, head.lemma)
            return View(told.report, degree, told.reading.evidence, shade)
    return View(told.report, "plain", told.reading.evidence, Shade("plain", content_of(told.words)))


def _cues(told: Told, cues: Sequence[str]) -> Iterator[Word]:
    for word in told.words:
        if word.pos != "PROPN" and (word.text.casefold() in cues or (word.pos == "VERB" and word.lemma in cues)):
            yield word


def _phrases(told: Told, phrases: Sequence[str]) -> Iterator[Word]:
    if told.words:
        text = told.notes.report.text[told.words[0].start : told.words[-1].end].casefold()
        if any(phrase in text for phrase in phrases):
            yield told.words[0]
