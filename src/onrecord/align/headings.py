"""The words that stand for a claim: those of the reading that is understood best without its neighbors.

A heading is always one report's own words: of its evidence, or of the clause around it where that is a scrap. What was
left out between two pieces is marked by " … ".
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import itemgetter

from onrecord.align.heading_words import (
    LONGEST,
    SHORTEST,
    Wording,
    find_wordings,
    is_cut,
    is_finite,
    leans,
    length,
    own_words,
    subject_of,
)
from onrecord.align.units import Unit
from onrecord.model.marks import Annotations
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

MIDDLING = 3
"""How many of the signs that words stand alone weigh more than what they share with other readings."""
ALIKE = 6
"""Words from which two headings that begin with them are one to a reader."""
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
NAMING = frozenset({"NOUN", "PROPN", "NUM"})
POINTING = frozenset({"this", "that", "these", "those", "such", "another", "both", "latter", "former"})
OMITTED = " … "
PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ('"', '"'), ("‘", "’"))
_CLOSED = re.compile(r"[.,?!]’(?!\w)|(?<=‘)[^‘’]*’(?!\w)")
"""A single mark that closes a quotation and is no apostrophe: behind another mark, or behind its opening one."""
AFTER = 3
"""Code points behind a heading in which the mark that closes its quotation may stand: after a comma or a full stop."""


def choose_headings(claims: Iterable[Sequence[Unit]], originals: Sequence[Annotations]) -> list[str]:
    """Return for each claim the words that stand best alone and head no claim before it.

    Args:
        claims: The units of each claim, one for each report that has it.
        originals: The reports that the units count, copies left out.
    """
    taken: set[str] = set()
    found = []
    for units in claims:
        ranked = rank_headings(units, originals)
        fresh = [words for words in ranked if _beginning(words) not in taken]
        found.append(fresh[0] if fresh else ranked[0])
        taken.add(_beginning(found[-1]))
    return found


def _beginning(words: str) -> str:
    """Return the words by which two headings are taken for one."""
    return " ".join(words.casefold().split()[:ALIKE])


def rank_headings(units: Iterable[Unit], originals: Sequence[Annotations]) -> list[str]:
    """Order the wordings of a claim: the one that stands best alone first, that of the first report at a tie.

    Of those that stand alone well the one is first whose reading is most like the others in what it tells. Wordings
    that stand alone worse than another are left out.
    """
    told = {unit: _told(unit, originals[unit.report]) for unit in units}
    shared = {unit: _shared(own, told.values()) for unit, own in told.items()}

    def rank(pair: tuple[Unit, Wording]) -> tuple[float, ...]:
        unit, wording = pair
        standing = _standing(unit, wording, originals[unit.report].parse)
        return (*standing[:MIDDLING], shared[unit], *standing[MIDDLING:], -unit.report)

    pairs = [(unit, one) for unit in told for one in find_wordings(unit.assertion, originals[unit.report].parse)]
    ranked = sorted(((rank(pair), pair) for pair in pairs), key=itemgetter(0), reverse=True)
    best = [_say(*pair, originals[pair[0].report]) for ranks, pair in ranked if ranks[0] == ranked[0][0][0]]
    return best or [write_heading(unit.assertion.evidence, originals[unit.report]) for unit in told]


def _told(unit: Unit, notes: Annotations) -> frozenset[str]:
    """Return what a reading tells, to be found in others: its words with meaning, and its amounts."""
    words = (notes.parse.words[i] for i in unit.assertion.words)
    return unit.amounts | {word.lemma for word in words if word.pos in TELLING}


def _shared(own: frozenset[str], every: Iterable[frozenset[str]]) -> float:
    """Return how much of what a reading tells is in all readings."""
    return sum(2 * len(own & other) / max(1, len(own) + len(other)) for other in every)


def _standing(unit: Unit, wording: Wording, parse: Parse) -> tuple[float, ...]:
    """Say how well words stand alone; the larger, the better, the first difference decides."""
    head = parse.words[wording.head]
    subject = subject_of(parse, head)
    inside = subject is not None and wording.first <= subject.i <= wording.last
    whole = inside and is_finite(parse, head) and not leans(parse, wording)
    fits = SHORTEST <= length(parse, wording) <= LONGEST
    own = own_words(unit.assertion, parse)
    wider = (wording.last - wording.first + 1) - (own[-1] - own[0] + 1)
    return (
        2 * float(whole) + float(fits) + float(not leans(parse, wording)) + 1.5 * float(not is_cut(parse, wording)),
        float(subject is not None and inside and _names(subject, parse)),
        -float(wider > 0),
        -float(wording.pieces),
        -float(wider),
        -float(parse.words[wording.first].sentence) / max(1, len(parse.sentences)),
    )


def _names(subject: Word, parse: Parse) -> bool:
    """Tell whether a subject says by itself whom or what it means."""
    if subject.dep in ("expl", "csubj", "csubjpass"):
        return True
    pointing = any(word.lemma in POINTING for word in parse.dependents(subject, "det", "amod"))
    owned = any(word.tag == "PRP$" for word in parse.dependents(subject, "poss"))
    return subject.pos in NAMING and not pointing and not owned


def _say(unit: Unit, wording: Wording, notes: Annotations) -> str:
    """Write a wording: pieces as they stand, neighbors with the quotation marks that belong to them."""
    if wording.pieces:
        return write_heading(unit.assertion.evidence, notes)
    words, text = notes.parse.words, notes.report.text
    start, end = words[wording.first].start, words[wording.last].end
    return _balance(" ".join(_with_marks(text, start, end).split()))


def _with_marks(text: str, start: int, end: int) -> str:
    """Return a stretch of text with the quotation marks that belong to it, beside it or behind what is left out."""
    said = text[start:end]
    for opening, closing in PAIRS:
        if opening not in said and closing not in said:
            continue
        closes, opens = _lone_marks(said, opening, closing)
        if closes and not said.endswith(closing):
            said = f"{opening}{'' if text[start - 1 : start] == opening else OMITTED.lstrip()}{said}"
        if opens and said.rfind(opening) > 0:
            said = _closed(said, closing, text[end : end + AFTER])
    return said


def _closed(said: str, closing: str, near: str) -> str:
    """Close a quotation: with the mark that stands near behind the words, else behind what they leave out."""
    at = near.find(closing)
    if at >= 0 and not _lettered(near[:at]):
        return said + near[: at + 1]
    return f"{said}{OMITTED.rstrip()}{closing}"


def _lone_marks(said: str, opening: str, closing: str) -> tuple[bool, bool]:
    """Tell whether words close a quotation that they do not open, and whether they open one that they do not close."""
    if opening == closing:
        odd = said.count(opening) % 2 == 1
        opens = odd and not said[: said.rindex(opening)][-1:].strip()
        return odd and not opens, opens
    ends = [m.end() - 1 for m in _CLOSED.finditer(said)] if closing == "’" else _places(said, closing)
    depth, closes = 0, False
    for _, step in sorted([*((at, 1) for at in _places(said, opening)), *((at, -1) for at in ends)]):
        closes = closes or depth + step < 0
        depth = max(0, depth + step)
    return closes, depth > 0


def _places(said: str, mark: str) -> list[int]:
    return [found.start() for found in re.finditer(re.escape(mark), said)]


def _lettered(text: str) -> bool:
    return any(map(str.isalnum, text))


def write_heading(evidence: Sequence[Span], notes: Annotations) -> str:
    """Return pieces of a report as one line: omissions marked, quotation marks that stand alone at an edge dropped."""
    parts = [evidence[0].exact]
    for before, after in pairwise(evidence):
        between = notes.report.text[before.end : after.start]
        parts += [OMITTED if _lettered(between) else between or " ", after.exact]
    return _balance(" ".join("".join(parts).split()))


def _balance(given: str) -> str:
    """Drop a mark at an edge whose other half is not there."""
    text = given
    for opening, closing in PAIRS:
        lone = text.count(opening) % 2 == 1 if opening == closing else text.count(opening) != text.count(closing)
        if lone:
            first = text.startswith(opening) and (opening == closing or text.count(opening) > text.count(closing))
            last = text.endswith(closing) and (opening == closing or text.count(closing) > text.count(opening))
            text = text.removeprefix(opening) if first else text.removesuffix(closing) if last else text
    kept = re.sub(r"^[,;:\s]+|[,;:\s]+$", "", text)
    return kept or given
