"""Tolls: the number of dead, injured, missing, saved or aboard that each report gives for the event of its story.

A report's toll is the first count of one fate in its body that is neither a part of another number nor of another
year's event. It is compared across reports even where the sentences around it were not joined into one claim.
"""

import re
from collections.abc import Iterator

from onrecord.compare.figures import judge
from onrecord.compare.findings import View, find_differences
from onrecord.compare.measures import Quantity, both_people, quantity_of
from onrecord.compare.reads import say_amount
from onrecord.compare.surroundings import shown, with_context
from onrecord.compare.told import Story, Told, bare_told
from onrecord.model.claims import Finding
from onrecord.model.marks import Amount, Annotations
from onrecord.model.words import Sentence

YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
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
        if kind in TOLLS and not full.part and both_people(full.head, None) and kind not in found:
            found[kind] = View(notes.report.id, say_amount(full, amount), (shown(amount.span, told),), full)
    return found


def counts_of(notes: Annotations) -> Iterator[tuple[Amount, Told]]:
    """Yield the amounts of the body that stand in no sentence about another year."""
    for amount in notes.amounts:
        sentence = notes.parse.sentence_at(amount.span.start)
        if sentence is not None and notes.report.in_body(amount.span.start) and not of_other_year(sentence, notes):
            yield amount, bare_told(notes)


def of_other_year(sentence: Sentence, notes: Annotations) -> bool:
    """Tell whether a sentence names a year that is not the one of publication."""
    words = notes.parse.words_of(sentence)
    text = notes.report.text[words[0].start : words[-1].end]
    published = (notes.report.published.value or "")[:4]
    return any(year != published for year in YEAR.findall(text))
