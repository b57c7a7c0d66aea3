"""Places: one thing that happens in two places."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import PLACES, Deed, clause_of, deed_of, name_at, same_deed
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Finding
from onrecord.model.words import Parse, Word

ALIKE = 0.7
"""Share of the lighter reading's weight, places left out, that two readings must have in common."""


class Place(Struct, frozen=True):
    """A place by its name, the deed that is put there, the rest of the reading, and whether it is known for a place."""

    name: str
    deed: Deed
    content: frozenset[str]
    known: bool


def compare_places(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say where readings put one thing in two places."""

    def judge(a: Place, b: Place) -> Ruling | None:
        if a.name == b.name or a.name in b.name or b.name in a.name:
            return Ruling("same", "place", "")
        if not (a.known or b.known) or not same_deed(a.deed, b.deed) or not weights.alike(a.content, b.content, ALIKE):
            return None
        return Ruling("conflict", "place", "One thing is put in two places")

    found: list[Finding] = []
    for before in table("places")["ways"]:
        views = [view for told in readings if (view := place_of(told, story, before=before)) is not None]
        found += find_differences(claims, [view for view in views if not _gives_another(view, views)], judge)
    return tuple(found)


def _over(word: Word, parse: Parse) -> Word:
    """Return what puts a name in its place: "in Lyon", "at the airport of Lyon"."""
    over = parse.words[word.head]
    noun = parse.words[over.head]
    return parse.words[noun.head] if over.lemma == "of" and noun.dep == "pobj" else over


def _gives_another(view: View[Place], views: Sequence[View[Place]]) -> bool:
    """Tell whether a report puts the thing in another of the places, too: then they are no rivals."""
    return any(other.report == view.report and other.value.name != view.value.name for other in views)


def place_of(told: Told, story: Story, *, before: Collection[str]) -> View[Place] | None:
    """Return the only place that a reading names after one of some words; None where there is none, or more than one.

    A name that nothing is known of may be a place: the other reading's decides.
    """
    clause = clause_of(told)
    if clause is None or not clause.asserted:
        return None
    found = []
    for word in told.words:
        over = _over(word, told.notes.parse)
        named = word.pos == "PROPN" and (word.ent in PLACES or not word.ent)
        if word.dep == "pobj" and named and over.text.casefold() in before:
            found.append((word, over))
    if len(found) != 1:
        return None
    word, over = found[0]
    name = name_at(word, told)
    inside = {w.i for w in name}
    content = content_of(w for w in told.words if w.i not in inside)
    text = " ".join(w.text for w in name)
    span = told.span_of((over, *name))
    place = Place(text.casefold(), deed_of(clause, told, story), content, known=word.ent in PLACES)
    return View(told.report, text, (span,), place)
