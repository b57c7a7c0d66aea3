"""Tolls: the number of dead, injured, missing, saved or aboard that each report gives for the event of its story.

A report's toll is the first count of one fate in its body that is neither a part of another number nor of another
year's event. It is compared across reports even where the sentences around it were not joined into one claim.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.compare.figures import judge
from onrecord.compare.findings import View, find_differences
from onrecord.compare.measures import Quantity, both_people, counted, quantity_of
from onrecord.compare.reads import say_amount
from onrecord.compare.surroundings import shown, with_context
from onrecord.compare.told import Story, Told, bare_told
from onrecord.model.claims import Finding
from onrecord.model.marks import Amount, Annotations
from onrecord.model.words import Parse, Word

YEAR = re.compile(r"1[0-9]{3}|20[0-9]{2}")
SMALLEST = 2
"""A single dead or missing person is told of by name and counts nothing that moves."""
TOLLS = ("dead", "injured", "missing", "saved", "held", "aboard")
"""Fates, and the place whose count is one of the whole event."""


def compare_tolls(story: Story) -> tuple[Finding, ...]:
    """Say how the reports' tolls differ, fate by fate."""
    views: dict[str, list[View[Quantity]]] = {}
    for notes in story.notes.values():
        for fate, view in first_counts(notes).items():
            views.setdefault(fate, []).append(view)
    found: list[Finding] = []
    for fate in TOLLS:
        mine = views.get(fate, [])
        found += find_differences(story.claims_at(span for view in mine for span in view.evidence), mine, judge)
    return tuple(found)


def first_counts(notes: Annotations) -> dict[str, View[Quantity]]:
    """Return the first count of each fate in a report."""
    found: dict[str, View[Quantity]] = {}
    for amount, told in counts_of(notes):
        quantity = quantity_of(amount)
        if quantity is None or quantity.dimension != "count" or quantity.value < SMALLEST:
            continue
        full = with_context(quantity, amount, told)
        kind = full.fate or full.place
        if kind in TOLLS and kind not in found and is_added(amount, notes):
            full = replace(full, part=False)
        if kind in TOLLS and kind not in found and not full.part and both_people(full.head, None):
            found[kind] = View(notes.report.id, say_amount(full, amount), (shown(amount.span, told),), full)
    return found


def is_added(amount: Amount, notes: Annotations) -> bool:
    """Tell whether a number follows "another": the first count of its fate adds to those of other fates."""
    words = notes.parse.words_between(amount.span.start, amount.span.end)
    return bool(words) and words[0].i > 0 and notes.parse.words[words[0].i - 1].lemma in counted()["adding"]


def counts_of(notes: Annotations) -> Iterator[tuple[Amount, Told]]:
    """Yield the amounts of the body that are not of another year."""
    for amount in notes.amounts:
        words = notes.parse.words_between(amount.span.start, amount.span.end)
        if words and notes.report.in_body(amount.span.start) and not of_other_year(words[0], notes):
            yield amount, bare_told(notes)


def of_other_year(number: Word, notes: Annotations) -> bool:
    """Tell whether a year that is not the one of publication dates the deed that a number counts, or one above it.

    "Since 1976" dates no deed, nor does the year of a thing below it ("in a house built in 1976").
    """
    parse, published = notes.parse, (notes.report.published.value or "")[:4]
    over = {verb.i for verb in (*_verbs_over(number, parse), *_verbs_of(number, parse))}
    for word in parse.words_of(parse.sentences[number.sentence]):
        if YEAR.fullmatch(word.text) and word.text != published:
            verb = next(_verbs_over(word, parse), None)
            if (verb is None or verb.i in over) and not _is_since(word, parse):
                return True
    return False


def _verbs_over(word: Word, parse: Parse) -> Iterator[Word]:
    """Yield the verbs above a word, the nearest first."""
    while word.head != word.i:
        word = parse.words[word.head]
        if word.pos in ("VERB", "AUX"):
            yield word


def _verbs_of(number: Word, parse: Parse) -> Iterator[Word]:
    """Yield the verbs that are told of what a number counts: "the 14 who died in 1992"."""
    for each in (number, parse.words[number.head]):
        yield from parse.dependents(each, "relcl", "acl")


def _is_since(year: Word, parse: Parse) -> bool:
    """Tell whether a year hangs on "since": "since 1976", "since a truce in 1976"."""
    while year.head != year.i and year.pos not in ("VERB", "AUX"):
        if year.lemma == "since":
            return True
        year = parse.words[year.head]
    return False
