"""Revised figures: what a later report says has gone from one number to another, and an earlier one has as the first.

"The list was cut to 58 products from 62" makes the 62 products of an earlier report old news, whether or not the two
passages were joined into one claim. A report that has the new number, too, is not overtaken by it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.findings import View, build_finding, side_of
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.measures import Quantity, quantity_of, same_head
from onrecord.compare.reads import say_amount
from onrecord.compare.surroundings import shown, with_context
from onrecord.compare.told import Story, bare_told
from onrecord.model.claims import Finding
from onrecord.model.marks import Amount, Annotations

ALIKE = 0.05
ALIKE_NOUNS = 0.25
"""Share of the lighter sentence's weight that both have in common, beside the number; more where they name what is
counted by two nouns ("1,100 wagons", "1,100 freight cars")."""
REACH = 15
"""Words from a new number to the old one behind "from"."""


class Revision(Struct, frozen=True):
    """A number that has taken the place of another one in a report."""

    old: View[Quantity]
    new: View[Quantity]


def compare_revisions(story: Story, weights: Weights) -> tuple[Finding, ...]:
    """Say which figures of earlier reports a later one calls overtaken."""
    revised = {name: tuple(revisions_in(notes)) for name, notes in story.notes.items()}
    if not any(revised.values()):
        return ()
    figures = {name: tuple(figures_in(notes)) for name, notes in story.notes.items()}
    found = []
    for mine, revisions in revised.items():
        others = [views for name, views in figures.items() if name != mine]
        for revision in revisions:
            overtaken = [view for views in others for view in overtaken_in(views, revision, weights)]
            if overtaken:
                found.append(_finding(overtaken, revision, story))
    return tuple(found)


def _finding(overtaken: Sequence[View[Quantity]], revision: Revision, story: Story) -> Finding:
    sides = (side_of(overtaken), side_of([revision.new]))
    claims = story.claims_at(span for side in sides for span in side.evidence)
    return build_finding(("update", "amount"), claims, sides, why="A later report has a newer figure in its place")


def overtaken_in(views: Sequence[View[Quantity]], revision: Revision, weights: Weights) -> list[View[Quantity]]:
    """Return the places where an earlier report has the old number; none where it has the new one, too."""
    old, new = revision.old.value, revision.new.value
    if any(view.value.dimension == new.dimension and view.value.value == new.value for view in views):
        return []
    return [view for view in views if is_overtaken(view.value, old, new, weights=weights)][:1]


def is_overtaken(known: Quantity, old: Quantity, new: Quantity, *, weights: Weights) -> bool:
    """Tell whether a number of an earlier report is the one that has been left behind."""
    if known.dimension != old.dimension or known.value != old.value or not (known.day and new.day):
        return False
    one_noun = old.head is None or known.head is None or same_head(old.head, known.head)
    return known.day < new.day and weights.shared(known.around, new.around) >= (ALIKE if one_noun else ALIKE_NOUNS)


def revisions_in(notes: Annotations) -> Iterator[Revision]:
    """Yield the pairs of numbers of a report of which one has become the other: "to 58 from 62", "38, up from 31"."""
    pairs = [(replace(a, value=a.upper), a) for a in notes.amounts if a.upper and is_from(a, notes)]
    pairs += [(new, old) for new, old in pairwise(notes.amounts) if is_left_behind(new, old, notes)]
    for new, old in pairs:
        ours, theirs = (_view(replace(each, upper=None), notes) for each in (new, old))
        if ours is None or theirs is None or not notes.report.in_body(new.span.start):
            continue
        now, then = ours.value, theirs.value
        if then.dimension == now.dimension or then.head is None:  # "goes to 25 percent from 6"
            then = replace(then, dimension=now.dimension, head=then.head or now.head)
            yield Revision(replace(theirs, value=then), ours)


def is_from(amount: Amount, notes: Annotations) -> bool:
    """Tell whether "from" stands in front of two numbers in one: "from 184,000 to 410,000"."""
    words = notes.parse.words_between(amount.span.start, amount.span.end)
    before = notes.parse.words[words[0].i - 1].lemma if words and words[0].i else ""
    return amount.role == "change_from_to" or before == "from"


def is_left_behind(new: Amount, old: Amount, notes: Annotations) -> bool:
    """Tell whether "from" stands in front of the second of two numbers, and the first is what it has become."""
    parse = notes.parse
    ours, theirs = parse.words_between(new.span.start, new.span.end), parse.words_between(old.span.start, old.span.end)
    if not ours or not theirs or ours[0].sentence != theirs[0].sentence or theirs[0].i - ours[-1].i > REACH:
        return False
    between = [word.text.casefold() for word in parse.words[ours[-1].i + 1 : theirs[0].i] if word.pos != "DET"]
    if not between or between[-1] != "from":
        return False
    before = parse.words[ours[0].i - 1].lemma if ours[0].i else ""
    return before == "to" or new.role == "change_to" or (len(between) > 1 and between[-2] in ("up", "down"))


def figures_in(notes: Annotations) -> Iterator[View[Quantity]]:
    """Yield the numbers of a body with what they count and their sentence's words."""
    views = (_view(amount, notes) for amount in notes.amounts if notes.report.in_body(amount.span.start))
    return (view for view in views if view is not None)


def _view(amount: Amount, notes: Annotations) -> View[Quantity] | None:
    told, quantity, sentence = bare_told(notes), quantity_of(amount), notes.parse.sentence_at(amount.span.start)
    if quantity is None or sentence is None:
        return None
    near = content_of(word for word in notes.parse.words_of(sentence) if word.pos != "NUM")
    full = replace(with_context(quantity, amount, told), around=near)
    return View(notes.report.id, say_amount(full, amount), (shown(amount.span, told),), full)
