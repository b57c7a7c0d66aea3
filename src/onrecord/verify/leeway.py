"""What one report leaves open, or takes something out of, where another says it outright.

"Whether to appeal has not been decided" leaves open what "will appeal" says; "all but two of the proposals" takes out
what "all the proposals" takes in.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from onrecord.lang import table
from onrecord.model.claims import Side
from onrecord.model.marks import Annotations
from onrecord.model.span import ReportId, Span
from onrecord.model.words import Word
from onrecord.verify.ground import Ground, Held

SAME = 0.45
"""How well a sentence that leaves something open covers a deed of the draft, at the least, to be about it."""
SAME_THING = 0.4
"""The same for a sentence that takes something out of a whole."""


class Leeway(Struct, frozen=True):
    """Stretches of a report that are left open, and sentences that take something out of a whole."""

    held: Held
    words: tuple[Word, ...]
    shown: Span
    excepting: bool


def read_leeway(ground: Ground) -> tuple[Leeway, ...]:
    """Return all stretches of the reports that leave something open or take something out."""
    found = []
    for held in ground.reports:
        found += [stretch_of(held, words, excepting=False) for words in left_open(held.notes)]
        found += [stretch_of(held, words, excepting=True) for words in taken_out(held.notes)]
    return tuple(found)


def stretch_of(held: Held, words: Sequence[Word], *, excepting: bool) -> Leeway:
    """Return a stretch with the words that are shown for it."""
    return Leeway(held, tuple(words), held.notes.report.span(words[0].start, words[-1].end), excepting)


def left_open(notes: Annotations) -> Iterator[list[Word]]:
    """Yield what stands under "whether", "considering" and the like."""
    rows, parse = table("drafts"), notes.parse
    for word in parse.words:
        if word.text.casefold() == "whether":
            yield [parse.words[i] for i in parse.subtree(parse.words[word.head])]
        elif word.lemma in rows["leaving_open"] and word.pos == "VERB":
            yield [parse.words[i] for i in parse.subtree(word)]


def taken_out(notes: Annotations) -> Iterator[list[Word]]:
    """Yield the sentences with "except", "in principle" and the like."""
    phrases = table("drafts")["taking_out"]
    for sentence in notes.parse.sentences:
        words = notes.parse.words_of(sentence)
        text = f" {notes.report.text[words[0].start : words[-1].end].casefold()} "
        if any(f" {phrase} " in text for phrase in phrases):
            yield list(words)


def sides_of(
    ground: Ground, words: Sequence[Word], verb: Word, *, carried: Sequence[Span], leeway: Sequence[Leeway]
) -> tuple[Side, ...]:
    """Return both sides of a deed that some reports carry, and others leave open or take something out of."""
    having = {span.report for span in carried}
    whole = any(word.lemma in table("drafts")["whole"] for word in words)
    best: dict[ReportId, tuple[float, Span]] = {}
    for one in leeway:
        report = one.held.notes.report.id
        if not whole if one.excepting else report in having:
            continue
        fit = ground.cover(words, one.held, one.words[0].sentence)
        about = (
            fit >= SAME_THING if one.excepting else fit >= SAME and any(word.lemma == verb.lemma for word in one.words)
        )
        if about and fit > best.get(report, (0.0,))[0]:
            best[report] = (fit, one.shown)
    spans = tuple(dict.fromkeys(span for span in carried if span.report not in best))
    if not best or not spans:
        return ()
    carrying = Side(tuple(dict.fromkeys(span.report for span in spans)), spans[0].exact, spans)
    others = tuple(span for _, span in best.values())
    return (carrying, Side(tuple(best), others[0].exact, others))
