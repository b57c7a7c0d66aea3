"""Naming: the words that reports choose for one thing, where the choice lays a weight on it.

The table of choices is made by hand. A report's way is the one whose words it uses in its own voice; two reports
that share a word of a kind do not differ in it.
"""

from collections.abc import Iterable, Iterator, Sequence

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Finding
from onrecord.model.marks import Annotations
from onrecord.model.words import Word

ALIKE = 0.3
"""Share of the lighter reading's weight that two readings must have in common for their names to be compared."""
SHOWN = 4
"""Places of a report in which its word is shown."""
LEAST = 1
"""Times that a report uses its word."""


def compare_naming(story: Story) -> tuple[Finding, ...]:
    """Say where reports name one thing by words of different weight."""
    found: list[Finding] = []
    voiced = [(notes, tuple(own_words(notes))) for notes in story.notes.values()]
    for kind in table("naming")["kind"]:
        if not kind.get("wide"):
            continue
        views = [view for notes, words in voiced for view in names_in(notes, words, kind["ways"])]
        claims = story.claims_at(span for view in views for span in view.evidence)
        found += find_differences(claims, views, judge)
    return tuple(found)


def compare_names(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say where the readings of a claim name one thing by words of different weight."""
    found: list[Finding] = []
    for kind in table("naming")["kind"]:
        named = {told.report: told for told in readings if any(names_in(told.notes, told.words, kind["ways"]))}
        close = [
            told
            for told in named.values()
            if any(
                weights.shared(content_of(told.words), content_of(o.words)) >= ALIKE
                for o in named.values()
                if o is not told
            )
        ]
        views = [view for told in close for view in names_in(told.notes, told.words, kind["ways"])]
        found += find_differences(claims, views, judge)
    return tuple(found)


def names_in(notes: Annotations, words: Iterable[Word], ways: list[list[str]]) -> Iterator[View[frozenset[str]]]:
    """Yield the words of a kind that a report uses, if they are all of one way to see it."""
    known = {word for way in ways for word in way}
    words = [word for word in words if word.lemma in known and word.pos in ("NOUN", "VERB")]
    used = frozenset(k for word in words for k, way in enumerate(ways) if word.lemma in way)
    if len(words) >= LEAST and len(used) == 1:
        spans = tuple(notes.report.span(word.start, word.end) for word in words[:SHOWN])
        common = max(words, key=lambda word: sum(other.lemma == word.lemma for other in words))
        yield View(notes.report.id, common.lemma, spans, frozenset(ways[next(iter(used))]))


def own_words(notes: Annotations) -> Iterator[Word]:
    """Yield the words of the body that stand outside quotation marks."""
    quotes = sorted((quote.span.start, quote.span.end) for quote in notes.report.quotes)
    at = 0
    for word in notes.parse.words:
        while at < len(quotes) and quotes[at][1] <= word.start:
            at += 1
        quoted = at < len(quotes) and quotes[at][0] <= word.start
        if not quoted and notes.report.in_body(word.start):
            yield word


def judge(a: frozenset[str], b: frozenset[str]) -> Ruling:
    """Say whether two ways to name a thing are one."""
    if a == b:
        return Ruling("same", "wording", "")
    return Ruling("framing", "wording", "The reports name one thing by words of another weight")
