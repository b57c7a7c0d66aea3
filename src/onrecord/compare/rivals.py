"""Rival figures: two numbers that one report gives for one thing, each from a source of its own.

"Police put the crowd at 8,000; the organizers said 20,000": the second number says nothing of what it counts, for it
counts what the first one does. Reports that set the same number against another one share a finding.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.figures import OPEN, judge_reach
from onrecord.compare.findings import View, build_finding, side_of
from onrecord.compare.measures import Quantity, quantity_of
from onrecord.compare.reads import say_amount
from onrecord.compare.surroundings import is_corrected, shown, verb_of, with_context
from onrecord.compare.told import Story, Told, bare_told
from onrecord.lang import table
from onrecord.model.claims import Finding
from onrecord.model.marks import Amount, Annotations
from onrecord.model.words import Word

FARTHEST = 5.0
"""Times that one of two estimates of a thing may be the other."""
SMALLEST = 10
"""Whole numbers below this are told by name more often than they are estimated."""
STEPS = 4
"""Steps from a number up to the verb whose subject gives it."""
NEAR = 60
"""Words between two figures that are set against each other, at the most."""
FATES_APART = 2
"""Sentences from a count of the dead to one by another source, at the most."""


class Figure(Struct, frozen=True):
    """A number of one report with its source.

    ``source`` are the lemmas of who gives it, ``own`` tells whether they stand beside the number itself, ``behind``
    whether they follow it, so that they may be the source of all that goes before; ``bare`` is a number that does not
    say what it counts, ``at`` the index of its first word, ``places`` are the names in the phrases of place on it.
    """

    view: View[Quantity]
    source: frozenset[str]
    own: bool
    behind: bool
    bare: bool
    at: int
    places: frozenset[str]


def compare_rivals(story: Story) -> tuple[Finding, ...]:
    """Say where a report sets the figure of one source against that of another."""
    pairs = [pair for notes in story.notes.values() for pair in rivals_in(notes, story)]
    groups: list[list[View[Quantity]]] = []
    for a, b in pairs:
        met = [g for g in groups if any(same_figure(view.value, mine.value) for view in g for mine in (a.view, b.view))]
        groups = [g for g in groups if g not in met]
        groups.append([view for g in met for view in g] + [a.view, b.view])
    return tuple(_finding(group, story) for group in groups)


def _finding(group: Sequence[View[Quantity]], story: Story) -> Finding:
    sides: dict[tuple[float, str], list[View[Quantity]]] = {}
    for view in dict.fromkeys(group):
        sides.setdefault((view.value.value, view.value.bound), []).append(view)
    claims = story.claims_at(span for view in group for span in view.evidence)
    why = "Two sources give two figures for one thing"
    return build_finding(("conflict", "amount"), claims, tuple(side_of(views) for views in sides.values()), why=why)


def same_figure(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers of a rivalry are one."""
    return a.dimension == b.dimension and a.value == b.value


def rivals_in(notes: Annotations, story: Story) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs of figures of a report of which the second, by another source, counts what the first one does."""
    figures = [figure for amount in notes.amounts if (figure := figure_of(amount, notes, story)) is not None]
    for k, second in enumerate(figures):
        yield from ((first, second) for first in _before(figures[:k], second) if are_rivals(first, second, notes))


def _before(figures: Sequence[Figure], second: Figure) -> Sequence[Figure]:
    """Return the figures that another one may rival: those of its fate, else the last one before a bare number."""
    fate = second.view.value.fate
    if fate is None:
        return figures[-1:] if second.bare and second.own else ()
    return [
        each
        for each in figures
        if each.view.value.fate == fate and not each.view.value.part and each.source and second.source
    ]


def are_rivals(a: Figure, b: Figure, notes: Annotations) -> bool:
    """Tell whether one figure stands close before another that may count the same, and contradicts it."""
    words = notes.parse.words
    most = 1 if b.view.value.fate is None else FATES_APART
    if b.at - a.at > NEAR or words[b.at].sentence - words[a.at].sentence > most or a.source & b.source:
        return False
    if ((a.bare or b.behind) and not a.source) or (b.view.value.fate and a.places != b.places):
        return False
    apart = set(table("rivals")["apart"])
    if any(word.lemma in apart for word in words[a.at + 1 : b.at]):
        return False
    ours, theirs = a.view.value, b.view.value
    if not may_count_alike(ours, theirs):
        return False
    theirs = replace(theirs, dimension=ours.dimension, unit=ours.unit)
    ruling = judge_reach(ours, theirs)
    return (ruling is None and are_apart(ours, theirs)) or (ruling is not None and ruling.kind == "conflict")


def are_apart(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures, each rough by no more than its last digit, cannot both hold."""
    return not {a.bound, b.bound} & OPEN and abs(a.value - b.value) > max(a.step, b.step)


def may_count_alike(known: Quantity, bare: Quantity) -> bool:
    """Tell whether a bare number may count what another one counts: no other fate or place, no part, of its size."""
    if bare.part or bare.fate not in (None, known.fate) or bare.place not in (None, known.place):
        return False
    return 0 < max(known.value, bare.value) <= FARTHEST * min(known.value, bare.value)


def figure_of(amount: Amount, notes: Annotations, story: Story) -> Figure | None:
    """Return a number of the body that somebody may have estimated; None for small ones, ages and ranges."""
    quantity, told = quantity_of(amount), bare_told(notes)
    words = notes.parse.words_between(amount.span.start, amount.span.end)
    if quantity is None or not words or not notes.report.in_body(amount.span.start):
        return None
    small = quantity.unit == "1" and quantity.value < SMALLEST and quantity.value % 1 == 0
    if small or quantity.unit == "a" or amount.upper or is_corrected(amount, told):
        return None
    full = with_context(_as_written(quantity), amount, told)
    bare = full.dimension == "count" and (full.head is None or full.head in table("rivals")["nouns"])
    if bare:
        full, amount = replace(full, head=None), replace(amount, of=None)
    view = View(notes.report.id, say_amount(full, amount), (shown(amount.span, told),), full)
    own, behind = _by_owner(words, notes) or _by_verb(words, notes), _by_phrase(words, notes)
    source = own or behind or _by_statement(amount, notes, story)
    return Figure(view, source, bool(own or behind), bool(behind and not own), bare, words[0].i, _places(words, told))


def _as_written(quantity: Quantity) -> Quantity:
    """Return "0.6" as a number among numbers, not as a share of a hundred."""
    if quantity.unit != "1" or quantity.dimension != "%":
        return quantity
    value, low, high, step = (each / 100 for each in (quantity.value, quantity.low, quantity.high, quantity.step))
    return replace(quantity, dimension="count", value=value, low=low, high=high, step=step)


def _places(words: Sequence[Word], told: Told) -> frozenset[str]:
    """Return the names of places that hang on a number, its noun or its verb: "35 dead in Velm"."""
    parse, ways = told.notes.parse, {way for row in table("places")["ways"] for way in row}
    over, verb = parse.words[words[-1].head], verb_of(words, told)
    tops = [words[-1], *([over] if over.pos in ("NOUN", "PROPN", "ADJ") else []), *([verb] if verb else [])]
    preps = (prep for top in tops for prep in parse.dependents(top, "prep") if prep.text.casefold() in ways)
    return frozenset(
        parse.words[i].lemma for prep in preps for i in parse.subtree(prep) if parse.words[i].pos == "PROPN"
    )


def _by_statement(amount: Amount, notes: Annotations, story: Story) -> frozenset[str]:
    """Return the lemmas of who is said to say what holds a number."""
    said = [s for s in story.of_report(notes.report.id) if s.source and any(c.overlaps(amount.span) for c in s.content)]
    source = min(said, key=lambda s: sum(c.end - c.start for c in s.content)).source if said else None
    if source is None or source.overlaps(amount.span):
        return frozenset()
    return _names(notes.parse.words_between(source.start, source.end))


def _names(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.lemma.casefold() for word in words if word.pos in ("NOUN", "PROPN"))


def _by_owner(words: Sequence[Word], notes: Annotations) -> frozenset[str]:
    """Read "the union's own count is 1,500" and "the overman's reading of 1.8"."""
    parse, nouns = notes.parse, table("rivals")["nouns"]
    over = parse.words[words[-1].head]
    verb = parse.words[over.head] if over.pos in ("ADP", "NOUN") else over
    said = parse.dependents(verb, "nsubj") if verb.lemma == "be" else (verb,) if over.lemma == "of" else ()
    owners = (owner for noun in said if noun.lemma in nouns for owner in parse.dependents(noun, "poss"))
    return _names([parse.words[i] for owner in owners for i in parse.subtree(owner)])


def _by_phrase(words: Sequence[Word], notes: Annotations) -> frozenset[str]:
    """Read "20,000, according to the unions" and "27,000 by that of the management"."""
    match = _behind().match(notes.report.text, words[-1].end)
    return _names(notes.parse.words_between(match.start(1), match.end(1))) if match else frozenset()


def _by_verb(words: Sequence[Word], notes: Annotations) -> frozenset[str]:
    """Read "the coastguard says 17,000", "a survey makes it 7.1", "the police prefer to speak of 30 million"."""
    parse, verbs = notes.parse, table("rivals")["verbs"]
    word = words[-1]
    for _ in range(STEPS):
        word = parse.words[word.head]
        if word.lemma in verbs and (word.pos == "VERB" or word.head == word.i):
            top = parse.words[word.head] if word.dep == "xcomp" else word
            subject = next(iter(parse.dependents(top, "nsubj")), None)
            before = subject is not None and subject.i < words[0].i
            return _names([parse.words[i] for i in parse.subtree(subject)]) if subject and before else frozenset()
        if word.pos == "VERB":
            break
    return frozenset()


@cache
def _behind() -> re.Pattern[str]:
    nouns = "|".join(table("rivals")["nouns"])
    return re.compile(
        rf"[”\"’']*,? (?:according to|by (?:that|the (?:{nouns})) of) ((?:the )?[\w’'-]+(?: [A-Z][\w’'-]*)*)"
    )
