"""Places: one thing that happens in two places."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import PLACES, clause_of, name_at
from onrecord.compare.told import Told
from onrecord.lang import table
from onrecord.model.claims import Finding

ALIKE = 0.7
"""Share of the lighter reading's weight, places left out, that two readings must have in common."""


class Place(Struct, frozen=True):
    """A place by its name, the preposition before it, the verb it hangs on and the rest of the reading."""

    name: str
    before: str
    verb: str
    content: frozenset[str]


def compare_places(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say where readings put one thing in two places."""

    def judge(a: Place, b: Place) -> Ruling | None:
        if a.name == b.name or a.name in b.name or b.name in a.name:
            return Ruling("same", "place", "")
        if a.verb != b.verb or not weights.alike(a.content, b.content, ALIKE):
            return None
        return Ruling("conflict", "place", "One thing is put in two places")

    return find_differences(claims, [view for told in readings if (view := place_of(told)) is not None], judge)


def place_of(told: Told) -> View[Place] | None:
    """Return the only place that a reading names with its verb; None where there is none, or more than one."""
    clause = clause_of(told)
    if clause is None:
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
    return View(told.report, text, (span,), Place(text.casefold(), before.lemma, clause.verb.lemma, content))
