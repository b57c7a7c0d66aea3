"""Scores: the two numbers of one vote or match ("by 41 votes to 38", "41-38"), compared as a pair.

A pair is two bare counts with nothing between them but "to", a dash or "against", under a verb of voting, winning or
losing, or with "votes"; "41 for, 38 against" is one, too. A range ("10-12 people") or a change ("from 3 to 5") is none.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Finding
from onrecord.model.marks import Amount, Annotations
from onrecord.model.words import Word

BETWEEN = re.compile(r"(?: votes?)?(?: ?[-–—] ?| to | against )", re.IGNORECASE)
FOUR_AND_THREE = re.compile(
    r" (?:[\w’'-]+ ){0,8}vot(?:ed|ing) (?:for|in favou?r)\b[^.;:()\d]{0,60}? and ", re.IGNORECASE
)
FOR_AND_AGAINST = re.compile(r" (?:votes )?(?:for|in favou?r)(?:,| and|, and) ", re.IGNORECASE)
AGAINST = re.compile(r" (?:votes )?(?:against|opposed)\b", re.IGNORECASE)
ALIKE = 0.3
"""Share of the lighter reading's weight that two readings have in common before their scores are one vote's."""
STEPS = 4
"""Steps from a number up to the verb that decides."""

Score = tuple[int, int, frozenset[str]]
"""The greater and the smaller number, and the words around them."""


def compare_scores(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say how the scores of a claim's readings differ, where each report has one."""

    def judge(a: Score, b: Score) -> Ruling | None:
        return judge_scores(a, b) if a[:2] == b[:2] or weights.shared(a[2], b[2]) >= ALIKE else None

    views = list(dict.fromkeys(view for told in readings for view in scores_of(told)))
    single = len({view.report for view in views}) == len(views)
    return find_differences(claims, views, judge) if single else ()


def compare_first_scores(story: Story) -> tuple[Finding, ...]:
    """Say how the first scores of the reports differ that have one greater number or one sum: "41 to 38", "40 to 39".

    Of one such number in the first score of two reports is told whether or not their sentences were joined.
    """
    firsts: dict[tuple[str, int], list[View[Score]]] = {}
    for notes in story.notes.values():
        inside = [each for each in notes.amounts if notes.report.in_body(each.span.start)]
        for pair in islice(pairs_in(inside, notes), 1):
            view = _view(pair, notes, frozenset())
            firsts.setdefault(("greater", view.value[0]), []).append(view)
            if is_vote(pair[0], notes):
                firsts.setdefault(("sum", sum(view.value[:2])), []).append(view)
    found: list[Finding] = []
    for views in firsts.values():
        found += find_differences(
            story.claims_at(span for each in views for span in each.evidence), views, judge_scores
        )
    return tuple(found)


def is_vote(amount: Amount, notes: Annotations) -> bool:
    """Tell whether the sentence of a score speaks of a vote: two matches may have the same number of goals."""
    sentence = notes.parse.sentence_at(amount.span.start)
    return sentence is not None and any(word.lemma == "vote" for word in notes.parse.words_of(sentence))


def judge_scores(a: Score, b: Score) -> Ruling:
    """Say how two scores of one vote stand to each other."""
    if a[:2] == b[:2]:
        return Ruling("same", "amount", "")
    return Ruling("conflict", "amount", "Two scores for one vote that cannot both hold")


def scores_of(told: Told) -> Iterator[View[Score]]:
    """Yield the scores of a reading, as the greater number first."""
    for pair in pairs_in(told.amounts, told.notes):
        start, end = pair[0].span.start, pair[1].span.end
        near = content_of(word for word in told.words if word.end <= start or word.start >= end)
        yield _view(pair, told.notes, near)


def _view(pair: tuple[Amount, Amount], notes: Annotations, near: frozenset[str]) -> View[Score]:
    low, high = sorted(int(each.value) for each in pair)
    against = AGAINST.match(notes.report.text, pair[1].span.end)
    span = notes.report.span(pair[0].span.start, against.end() if against else pair[1].span.end)
    return View(notes.report.id, f"{high:,} to {low:,}", (span,), (high, low, near))


def pairs_in(amounts: Sequence[Amount], notes: Annotations) -> Iterator[tuple[Amount, Amount]]:
    """Yield the neighboring counts that are one score."""
    for first, second in pairwise(amounts):
        apart = first.span.end < second.span.start
        if apart and _is_count(first) and _is_count(second) and _joined(first, second, notes):
            yield first, second


def _is_count(amount: Amount) -> bool:
    return amount.unit == "1" and amount.upper is None and amount.bound == "exact" and amount.value.isdigit()


def _joined(first: Amount, second: Amount, notes: Annotations) -> bool:
    text = notes.report.text
    between = text[first.span.end : second.span.start]
    if FOR_AND_AGAINST.fullmatch(between) or FOUR_AND_THREE.fullmatch(between):
        return AGAINST.match(text, second.span.end) is not None
    if BETWEEN.fullmatch(between) is None:
        return False
    number = notes.parse.words_between(first.span.start, first.span.end)[0]
    if number.i and notes.parse.words[number.i - 1].lemma in ("from", "between"):
        return False
    return "vote" in between.casefold() or _decides(number, notes)


def _decides(number: Word, notes: Annotations) -> bool:
    """Tell whether a number hangs on a verb of voting, winning or losing, or on "vote", with no other noun counted."""
    deciding, results = table("counted")["scores"]["verbs"], table("counted")["scores"]["nouns"]
    word = number
    for _ in range(STEPS):
        word = notes.parse.words[word.head]
        if word.pos in ("NOUN", "PROPN"):
            return word.lemma in results
        if word.pos == "VERB":
            return word.lemma in deciding
    return False
