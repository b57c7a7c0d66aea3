"""Details of a draft that no report has: names that none names, and clauses that no passage comes near."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from onrecord.model.checks import Check
from onrecord.model.marks import Annotations
from onrecord.model.span import Span
from onrecord.model.words import Word
from onrecord.verify.ground import Ground
from onrecord.verify.weighing import check_of

COVERED = 0.42
"""Share of the telling words of a clause that one passage has, at the least, for a report to have it."""
COVERED_ODD = 0.6
"""The same for a clause with a verb or adjective that nothing in the reports is like."""
UNHEARD = 0.4
"""How like a word of the draft the likest word of all reports is, below which none of them has it.

Of the words of sound sentences nearly all reach .6, of invented details few reach .3."""
FEWEST = 2
"""Telling words of a clause, at the least, to say that no report has it."""
SHORTEST = 3
"""Letters of a name that is looked for; shorter ones are titles and initials."""


def check_details(ground: Ground) -> Iterator[Check]:
    """Yield what of the draft stands in no report."""
    known = {word.text.casefold() for held in ground.reports for word in held.notes.parse.words}
    report = ground.draft.report
    for words in own_words(ground.draft):
        names = [word for word in words if word.pos == "PROPN" and is_new(word, known, ground)]
        if names:
            yield found(report.span(names[0].start, names[-1].end), None, "no report names this")
            continue
        new = [word for word in words if is_unheard(word, ground)]
        if new:
            yield found(report.span(new[0].start, new[-1].end), None, "no report has a word like this")
            continue
        telling = [word for word in words if word.i in ground.draft_rows and word.pos != "ADV"]
        share, nearest = best_passage(ground, telling)
        odd = any(ground.heard(word) < UNHEARD for word in telling if word.pos in ("VERB", "ADJ"))
        if len(telling) >= FEWEST and share < (COVERED_ODD if odd and len(telling) > FEWEST else COVERED):
            yield found(report.span(words[0].start, words[-1].end), nearest, "no report has this")


def own_words(notes: Annotations) -> Iterator[list[Word]]:
    """Yield the words of each clause that stand in no smaller one."""
    clauses = sorted((a for a in notes.assertions if a.size != "phrase"), key=lambda a: (len(a.words), a.words))
    taken: set[int] = set()
    for clause in clauses:
        own = [i for i in clause.words if i not in taken]
        taken.update(own)
        if own:
            yield [notes.parse.words[i] for i in own]


def is_new(word: Word, known: AbstractSet[str], ground: Ground) -> bool:
    """Tell whether a name stands in no report; times are looked at by themselves."""
    text = word.text.casefold()
    if text in known or len(text) < SHORTEST or not text.isalpha() or not word.text[:1].isupper():
        return False
    if text.removesuffix("s") in known or f"{text}s" in known:
        return False
    inside = (time.span for time in ground.draft.times)
    return not any(span.start <= word.start < span.end for span in inside)


def is_unheard(word: Word, ground: Ground) -> bool:
    """Tell whether no report has anything like a noun of the draft's own; units and times are looked at elsewhere."""
    marks = [*(time.span for time in ground.draft.times), *(amount.span for amount in ground.draft.amounts)]
    return (
        word.pos == "NOUN"
        and word.i in ground.draft_rows
        and not ground.is_quoted(word.start)
        and ground.heard(word) < UNHEARD
        and not any(span.start <= word.start < span.end for span in marks)
    )


def found(span: Span, nearest: Span | None, note: str) -> Check:
    """Return the check of something that no report has, with the passage that comes nearest."""
    evidence = [] if nearest is None else [nearest]
    return check_of(span, ("detail", "not_found", "detail"), evidence, note=note)


def best_passage(ground: Ground, words: list[Word]) -> tuple[float, Span | None]:
    """Return how well the likest sentence of any report covers some words, and the sentence."""
    best, where = 0.0, None
    for held in ground.reports:
        for k, sentence in enumerate(held.notes.parse.sentences):
            share = ground.cover(words, held, k)
            if share > best:
                inside = held.notes.parse.words_of(sentence)
                best, where = share, held.notes.report.span(inside[0].start, inside[-1].end)
    return best, where
