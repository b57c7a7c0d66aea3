"""What is compared: assertions in two sizes, each with the slots that a score looks at."""

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.align.texts import Text
from onrecord.model.marks import Annotations, Assertion

OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd", "dative"})


class Unit(NamedTuple):
    """One assertion as it is compared, with its slots as sets of keys that hold across the story.

    ``report`` counts the story's texts, ``position`` is 0 at the beginning of a report and 1 at its end.
    """

    report: int
    assertion: Assertion
    position: float
    head: str
    objects: frozenset[str]
    holders: frozenset[str]
    quoted: frozenset[str]
    times: frozenset[str]
    amounts: frozenset[str]
    numbers: frozenset[str]


def make_units(report: int, text: Text, assertions: Iterable[Assertion]) -> tuple[Unit, ...]:
    """Make assertions of one report ready for comparing, in their order."""
    quoted = _quoted_words(text.notes)
    return tuple(_unit(report, text, assertion, quoted) for assertion in assertions)


def _unit(report: int, text: Text, assertion: Assertion, quoted: frozenset[int]) -> Unit:
    notes, parse = text.notes, text.notes.parse
    words = [parse.words[i] for i in assertion.words]
    amounts = [notes.amounts[k] for k in assertion.amounts]
    times = [notes.times[k] for k in assertion.times]
    return Unit(
        report=report,
        assertion=assertion,
        position=assertion.sentence / max(1, len(parse.sentences) - 1),
        head=parse.words[assertion.head].lemma,
        objects=frozenset(f"{text.lemmas[w.i]}" for w in words if w.dep in OBJECTS and text.lemmas[w.i] >= 0),
        holders=frozenset(assertion.holders[-1:]),
        quoted=frozenset(str(text.lemmas[i]) for i in assertion.words if i in quoted and text.lemmas[i] >= 0),
        times=frozenset(time.value for time in times if time.value),
        amounts=frozenset(f"{amount.value} {amount.unit}" for amount in amounts),
        numbers=frozenset(w.text.lower() for w in words if w.pos == "NUM"),
    )


def _quoted_words(notes: Annotations) -> frozenset[int]:
    """Return the words that begin between quotation marks."""
    return frozenset(
        word.i
        for quote in notes.report.quotes
        for word in notes.parse.words_between(quote.span.start, quote.span.end)
        if word.start >= quote.span.start
    )
