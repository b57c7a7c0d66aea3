"""Places: one thing that happens in two places."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import PLACES, Deed, clause_of, deed_of, name_at, same_deed
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Finding

ALIKE = 0.7
"""Share of the lighter reading's weight, places left out, that two readings must have in common."""


class Place(Struct, frozen=True):
    """A place by its name, the deed that is put there and the rest of the reading."""

    name: str
    deed: Deed
    content: frozenset[str]


def compare_places(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say where readings put one thing in two places."""

    def judge(a: Place, b: Place) -> Ruling | None:
        if a.name == b.name or a.name in b.name or b.name in a.name:
            return Ruling("same", "place", "")
        if not same_deed(a.deed, b.deed) or not weights.alike(a.content, b.content, ALIKE):
            return None
        return Ruling("conflict", "place", "One thing is put in two places")

    views = [view for told in readings if (view := place_of(told, story)) is not None]
    return find_differences(claims, [view for view in views if not _gives_another(view, views)], judge)


def _gives_another(view: View[Place], views: Sequence[View[Place]]) -> bool:
    """Tell whether a report puts the thing in another of the places, too: then they are no rivals."""
    return any(other.report == view.report and other.value.name != view.value.name for other in views)


def place_of(told: Told, story: Story) -> View[Place] | None:
    """Return the only place that a reading names with its verb; None where there is none, or more than one."""
    clause = clause_of(told)
    if clause is None or not clause.asserted:
        return None
    found = []
    for word in told.words:
        before = told.notes.parse.words[word.head]
        if word.dep == "pobj" and word.ent in PLACES and before.text.casefold() in table("places")["where"]:
            found.append((word, before))
    if len(found) != 1:
        return None
    word, before = found[0]
    name = name_at(word, told)
    inside = {w.i for w in name}
    content = content_of(w for w in told.words if w.i not in inside)
    text = " ".join(w.text for w in name)
    span = told.span_of((before, *name))
    return View(told.report, text, (span,), Place(text.casefold(), deed_of(clause, told, story), content))
