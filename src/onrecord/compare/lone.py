"""Numbers of one noun that stand alone: the only count of ferries in one report, and the only one in another.

Such two counts are of one thing where the words around them say the same, whether or not their passages were joined
into one claim.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.compare.figures import judge
from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.measures import Quantity, counted, quantity_of
from onrecord.compare.reads import say_amount
from onrecord.compare.surroundings import shown, with_context
from onrecord.compare.told import Story, bare_told
from onrecord.model.claims import Finding
from onrecord.model.marks import Annotations

WINDOW = 10
"""Words on either side of a number that are taken for what is told of what it counts."""
NEAR = 0.35
"""Share of the lighter window's weight that both have in common. Measured on the written stories: of the pairs above
it 9 in 10 are a difference that readers marked, of those between .2 and it 4 in 10."""
SMALLEST = 3
"""Ones and twos are articles and pairs more often than counts."""


def compare_lone(story: Story, weights: Weights) -> tuple[Finding, ...]:
    """Say how the only counts that reports give of one noun differ."""

    def judge_alike(a: Quantity, b: Quantity) -> Ruling | None:
        return judge(a, b) if weights.shared(a.around, b.around) >= NEAR else None

    views: dict[str, list[View[Quantity]]] = {}
    for notes in story.notes.values():
        for noun, view in lone_counts(notes).items():
            views.setdefault(noun, []).append(view)
    found: list[Finding] = []
    for mine in views.values():
        if len(mine) > 1:
            found += find_differences(
                story.claims_at(span for view in mine for span in view.evidence), mine, judge_alike
            )
    return tuple(found)


def lone_counts(notes: Annotations) -> dict[str, View[Quantity]]:
    """Return the nouns of which a body counts one number, with it."""
    found: dict[str, list[View[Quantity]]] = {}
    for view in counts_in(notes):
        if view.value.head:
            found.setdefault(view.value.head, []).append(view)
    many = counted()["generic"] | {"age"}
    return {
        noun: views[0]
        for noun, views in found.items()
        if len(views) == 1 and views[0].value.value >= SMALLEST and noun not in many
    }


def counts_in(notes: Annotations) -> Iterator[View[Quantity]]:
    """Yield the counts of a body with the words around them."""
    for amount in notes.amounts:
        quantity, words = quantity_of(amount), notes.parse.words_between(amount.span.start, amount.span.end)
        if quantity is None or not words or quantity.dimension != "count" or not notes.report.in_body(words[0].start):
            continue
        sentence = notes.parse.words_of(notes.parse.sentences[words[0].sentence])
        inside = {word.i for word in words}
        near = content_of(
            w for w in sentence if abs(w.i - words[0].i) <= WINDOW and w.pos != "NUM" and w.i not in inside
        )
        full = replace(with_context(quantity, amount, bare_told(notes)), around=near)
        yield View(notes.report.id, say_amount(full, amount), (shown(amount.span, bare_told(notes)),), full)
