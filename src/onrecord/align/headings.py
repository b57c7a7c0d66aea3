"""The words that stand for a claim: those of the reading that is understood best without its neighbors.

A heading is always a report's own words; what was left out between two pieces is marked by " … ".
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from onrecord.align.units import Unit
from onrecord.model.marks import Annotations, Assertion
from onrecord.model.span import Span
from onrecord.model.words import Word

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
LEANING_TAGS = frozenset({"WDT", "WP", "WP$", "WRB", "CC", "TO"})
LEANING_DEPS = frozenset({"mark", "cc"})
SHORTEST, LONGEST = 6, 25
"""Words of a heading that is neither a scrap nor a paragraph."""
MIDDLING = 3
"""How many of the signs that a reading stands alone weigh more than what it shares with others: not its brevity."""
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
OMITTED = " … "
PAIRS = (("“", "”"), ("«", "»"), ("(", ")"))


def choose_headings(claims: Iterable[Sequence[Unit]], originals: Sequence[Annotations]) -> list[str]:
    """Return for each claim the words of the reading that stands best alone and heads no claim before it.

    Args:
        claims: The units of each claim, one for each report that has it.
        originals: The reports that the units count, copies left out.
    """
    taken: set[str] = set()
    found = []
    for units in claims:
        best = [write_heading(unit.assertion.evidence, originals[unit.report]) for unit in rank_units(units, originals)]
        found.append(next((words for words in best if words not in taken), best[0]))
        taken.add(found[-1])
    return found


def rank_units(units: Iterable[Unit], originals: Sequence[Annotations]) -> list[Unit]:
    """Order the units of a claim: the one that stands best alone first, that of the first report at a tie.

    Of those that stand alone well the one is first that is most like the others in what it tells.
    """
    told = {unit: _told(unit, originals[unit.report]) for unit in units}

    def rank(unit: Unit) -> tuple[float, ...]:
        standing = _standing(unit.assertion, originals[unit.report])
        shared = sum(2 * len(told[unit] & other) / max(1, len(told[unit]) + len(other)) for other in told.values())
        return (*standing[:MIDDLING], shared, *standing[MIDDLING:], -unit.report)

    return sorted(told, key=rank, reverse=True)


def _told(unit: Unit, notes: Annotations) -> frozenset[str]:
    """Return what a reading tells, to be found in others: its words with meaning, and its amounts."""
    words = (notes.parse.words[i] for i in unit.assertion.words)
    return unit.amounts | {word.lemma for word in words if word.pos in TELLING}


def write_heading(evidence: Sequence[Span], notes: Annotations) -> str:
    """Return pieces of a report as one line: omissions marked, quotation marks that stand alone at an edge dropped."""
    parts = [evidence[0].exact]
    for before, after in pairwise(evidence):
        between = notes.report.text[before.end : after.start]
        parts += [OMITTED if any(map(str.isalnum, between)) else between or " ", after.exact]
    return _balance(" ".join("".join(parts).split()))


def _standing(assertion: Assertion, notes: Annotations) -> tuple[float, ...]:
    """Say how well an assertion stands alone; the larger, the better, the first difference decides."""
    words = [notes.parse.words[i] for i in assertion.words]
    inside = [
        word
        for span in assertion.evidence
        for word in notes.parse.words_between(span.start, span.end)
        if word.pos not in ("PUNCT", "SPACE")
    ]
    head = notes.parse.words[assertion.head]
    subject = next((word for word in words if word.head == head.i and word.dep in SUBJECTS), None)
    leaning = bool(inside) and (inside[0].tag in LEANING_TAGS or inside[0].dep in LEANING_DEPS)
    return (
        float(subject is not None) + float(_is_finite(head, words)) + 2 * float(not leaning),
        float(subject is not None and subject.pos != "PRON"),
        float(SHORTEST <= len(inside) <= LONGEST),
        -float(len(assertion.evidence)),
        -assertion.sentence / max(1, len(notes.parse.sentences)),
    )


def _is_finite(head: Word, words: Sequence[Word]) -> bool:
    """Tell whether a verb, or what helps it, is finite."""
    helping = (word for word in words if word.head == head.i and word.dep in ("aux", "auxpass", "cop"))
    return head.tag in FINITE or any(word.tag in FINITE for word in helping)


def _balance(given: str) -> str:
    """Drop a mark at an edge whose other half is not there."""
    text = given
    if text.count('"') % 2:
        text = text.removeprefix('"') if text.startswith('"') else text.removesuffix('"')
    for opening, closing in PAIRS:
        if text.count(opening) != text.count(closing):
            first = text.startswith(opening) and text.count(opening) > text.count(closing)
            last = text.endswith(closing) and text.count(closing) > text.count(opening)
            text = text.removeprefix(opening) if first else text.removesuffix(closing) if last else text
    kept = re.sub(r"^[,;:\s]+|[,;:\s]+$", "", text)
    return kept or given
