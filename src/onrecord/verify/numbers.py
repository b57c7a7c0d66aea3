"""Numbers of a draft: does a report have this number, of the same thing, and as a change by or to it?"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.durations import duration_of
from onrecord.compare.figures import judge
from onrecord.compare.findings import Ruling
from onrecord.compare.measures import LARGEST_RATIO, Quantity, both_people, quantity_of, same_head
from onrecord.compare.surroundings import shown, with_context
from onrecord.lang import table
from onrecord.model.checks import Check
from onrecord.model.marks import Amount, Annotations, Time
from onrecord.model.span import Span
from onrecord.model.words import Word
from onrecord.verify.days import bare_hours
from onrecord.verify.ground import Ground, Held, clause_at, near, told_of
from onrecord.verify.weighing import Asked, Met, weigh

SMALL = 100
"""Counts below this stand in any text."""
FEWEST = 2
"""Telling words of a clause by which its number is looked for, without the rest of its sentence."""
SIBLING = 0.25
"""What the fit of a report's number is lowered by that the draft gives, too, as another one of the same sentence."""
OTHER_THING = 0.5
"""What the fit is multiplied by where another thing is counted."""


class Figure(Struct, frozen=True):
    """A number or a length of time of a text, with the words around it, those beside it, and the one before it."""

    span: Span
    shown: Span
    quantity: Quantity
    context: tuple[Word, ...]
    beside: tuple[Word, ...]
    sentence: int
    led_by: str = ""


def check_numbers(ground: Ground) -> Iterator[Check]:
    """Yield a check for each number and each length of time of the draft that is not quoted."""
    pool = [(held, figure) for held in ground.reports for figure in figures_of(held.notes)]
    own = [in_sentence(ground, figure) for figure in figures_of(ground.draft)]
    twins = [frozenset(k for k, mine in enumerate(own) if is_equal(other, mine)) for _, other in pool]
    for at, figure in enumerate(own):
        if ground.is_quoted(figure.span.start):
            continue
        siblings = frozenset(k for k, other in enumerate(own) if k != at and other.sentence == figure.sentence)
        met = [
            lowered(meet(ground, figure, held, other), told=bool(equal & siblings))
            for (held, other), equal in zip(pool, twins, strict=True)
            if is_comparable(figure.quantity, other.quantity)
        ]
        rare = figure.quantity.value >= SMALL or figure.quantity.dimension != "count"
        yield weigh(ground, Asked(figure.span, "number", "amount", rare), met)


def in_sentence(ground: Ground, figure: Figure) -> Figure:
    """Return a figure of the draft with its whole sentence around it where its clause tells too little.

    "In which 300 were taken" says by itself nothing that a report could be found by.
    """
    if len(ground.content(figure.context)) >= FEWEST:
        return figure
    parse = ground.draft.parse
    words = parse.words_of(parse.sentences[figure.sentence])
    own = parse.words_between(figure.span.start, figure.span.end)
    return replace(figure, context=tuple(word for word in words if word not in own))


def figures_of(notes: Annotations) -> Iterator[Figure]:
    """Yield the numbers and lengths of time of a text, in its order."""
    hours = {dated.span for dated in bare_hours(notes)}
    amounts = (amount for amount in notes.amounts if amount.span not in hours)
    marks: list[Amount | Time] = sorted([*amounts, *notes.times], key=lambda mark: mark.span)
    for mark in marks:
        words = notes.parse.words_between(mark.span.start, mark.span.end)
        if not words or is_replaced(words[0], notes):
            continue
        clause = clause_at(notes, mark.span.start)
        told = told_of(notes, clause)
        if isinstance(mark, Time):
            full, seen = duration_of(mark, told), mark.span
        else:
            bare = quantity_of(mark)
            full, seen = None if bare is None else with_context(bare, mark, told), shown(mark.span, told)
        if full is not None:
            before = notes.parse.words[max(0, words[0].i - 1)].text.casefold()
            context = tuple(word for word in clause if word not in words)
            yield Figure(mark.span, seen, full, context, near(words, notes), words[0].sentence, before)


def is_replaced(word: Word, notes: Annotations) -> bool:
    """Tell whether another number stands in the place of this one: "a month rather than a fortnight"."""
    words, k = notes.parse.words, word.i
    while k and words[k - 1].pos == "DET":
        k -= 1
    phrases = tuple(table("drafts")["instead_of"])
    end = words[k - 1].end if k else 0
    return notes.report.text[max(0, end - max(map(len, phrases))) : end].casefold().endswith(phrases)


def is_comparable(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities are of one dimension, a rate of what is counted beside the count."""
    return plain(a).dimension == plain(b).dimension and (a.vague or not b.vague)


def meet(ground: Ground, figure: Figure, held: Held, other: Figure) -> Met:
    """Hold a figure of the draft beside one of a report."""
    wide = ground.cover(figure.context, held, other.sentence)
    tight = ground.match(figure.beside, held, other.beside)
    ours, theirs = figure.quantity, other.quantity
    ruling, full = judge(plain(ours), plain(theirs)), judge(ours, theirs)
    opposed = full is not None and full.kind in ("conflict", "update")
    unlike = is_unlike(ours, theirs)
    return Met(
        held,
        other.sentence,
        other.shown,
        f"{theirs.value} {theirs.unit}",
        (wide + tight) / 2 * (OTHER_THING if unlike else 1),
        is_same(figure, theirs, ruling) and not opposed,
        "" if ruling is None else ruling.why,
        ruling is not None and ruling.kind == "conflict",
        unlike or is_far(ours, theirs),
        is_one_measure(ours, theirs),
        is_of_others(ours, theirs) and last_word(figure) != last_word(other),
    )


def is_same(figure: Figure, theirs: Quantity, ruling: Ruling | None) -> bool:
    """Tell whether a report has the draft's number; a change that no "by" or "to" shows may be taken for a level."""
    ours = figure.quantity
    if (ours.value, ours.unit) == (theirs.value, theirs.unit) and {ours.role, theirs.role} == {"level", "change_by"}:
        return figure.led_by not in ("by", "to")
    return ruling is not None and (ruling.kind == "same" or holds(ours, theirs) or is_rounded(ours, theirs))


def is_rounded(a: Quantity, b: Quantity) -> bool:
    """Tell whether one number is the other without its decimals: 61 for 61.4."""
    fine, coarse = sorted((a, b), key=lambda one: one.step)
    return (
        fine.unit == coarse.unit and fine.step < 1 <= coarse.step and abs(fine.value - coarse.value) <= coarse.step / 2
    )


def lowered(met: Met, *, told: bool) -> Met:
    """Lower the fit of a number that is told, too: the draft gives it as another one of its sentence."""
    return replace(met, score=max(0.0, met.score - SIBLING), apart=True) if told and not met.same else met


def is_equal(a: Figure, b: Figure) -> bool:
    """Tell whether two figures are one number."""
    ruling = judge(plain(a.quantity), plain(b.quantity))
    return ruling is not None and ruling.kind == "same"


def holds(ours: Quantity, theirs: Quantity) -> bool:
    """Tell whether the draft says roughly, or as a limit, what a report says: "at least 20" for 23."""
    if theirs.vague or ours.role != theirs.role:
        return False
    return ours.value == theirs.value or (ours.low <= theirs.value <= ours.high and ours.low != ours.high)


def plain(quantity: Quantity) -> Quantity:
    """Return how much a quantity is, without what it is of."""
    rate = quantity.dimension.startswith("1/")  # "35m crowns a day", of a coin that no code is known for
    dimension, unit = ("count", "1") if rate else (quantity.dimension, quantity.unit)
    bare = replace(quantity, dimension=dimension, unit=unit, head=None, fate=None, verb="")
    return replace(bare, part=False, changing=False, beside=(None, None))


def is_far(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers are so far from one another that they hardly measure one thing."""
    return max(a.value, b.value) > LARGEST_RATIO * min(a.value, b.value)


def is_of_others(a: Quantity, b: Quantity) -> bool:
    """Tell whether two counts are of two nouns that are no synonyms."""
    return a.dimension == "count" and a.head is not None and b.head is not None and not same_head(a.head, b.head)


def last_word(figure: Figure) -> str:
    """Return the word that ends a figure, mostly what is counted."""
    return figure.shown.exact.split()[-1].casefold()


def is_one_measure(a: Quantity, b: Quantity) -> bool:
    """Tell whether two counts are surely of the same people or things, by the nouns that are counted."""
    return a.dimension == b.dimension == "count" and None not in (a.head, b.head) and same_head(a.head, b.head)


def is_unlike(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities are surely of two things: people and others counted, or another fate."""
    if a.fate and b.fate and a.fate != b.fate:
        return True
    if a.dimension != "count" or a.head is None or b.head is None:
        return False
    return both_people(a.head, a.head) != both_people(b.head, b.head) and not same_head(a.head, b.head)
