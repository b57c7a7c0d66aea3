"""Utterances: what one speaker said on one occasion, in the renderings of several reports.

What is compared is what a statement says in one sentence. Two renderings are of one remark only if both have the
same speaker; how alike they must be is measured as for claims, with a lower bar, because the speaker is known.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.claims import cluster
from onrecord.align.pairs import NEVER, make_level, score_pairs
from onrecord.align.texts import Text
from onrecord.align.units import make_units
from onrecord.model.claims import Relation, Rendering, Utterance
from onrecord.model.marks import Assertion, Statement
from onrecord.model.span import Span
from onrecord.model.words import Word

SAID_FROM = 0.95
"""Share of a story's pairs of renderings, whoever speaks, that two renderings of one remark surpass (written stories)."""
WORD = re.compile(r"\w+")
SAME = 0.9
"""F1 of words from which two renderings have the same words."""
INSIDE = 0.8
"""Share of a rendering's words that stand in the base, from which it is a shortened one."""
LEAST_WORDS = 2
"""A rendering of fewer words is not told from others."""


class Said(NamedTuple):
    """What a statement says in one sentence of a report."""

    statement: Statement
    span: Span
    words: tuple[Word, ...]


def find_utterances(texts: Sequence[Text]) -> tuple[Utterance, ...]:
    """Bring together the renderings of each remark that two or more reports give, in the order of its base."""
    said = [tuple(_said_of(text)) for text in texts]
    every = [piece for row in said for piece in row]
    if not any(said[1:]):
        return ()
    level = make_level([make_units(k, text, map(_as_assertion, said[k])) for k, text in enumerate(texts)])
    scores = score_pairs(texts, level, share=SAID_FROM)
    speakers = np.array([piece.statement.speaker or "" for piece in every])
    scores[speakers[:, None] != speakers[None, :]] = NEVER
    clusters = cluster(scores, [unit.report for unit in level.units])
    return tuple(
        Utterance(f"u{n}", every[own[0]].statement.speaker, make_renderings([every[k] for k in own]))
        for n, own in enumerate((own for own in clusters if len(own) > 1), 1)
    )


def _said_of(text: Text) -> Iterator[Said]:
    """Yield what each statement with a speaker says, sentence by sentence."""
    parse = text.notes.parse
    for statement in text.notes.statements:
        for span in statement.content if statement.speaker and statement.mode != "silence" else ():
            inside = parse.words_between(span.start, span.end)
            for number in dict.fromkeys(word.sentence for word in inside):
                words = tuple(word for word in inside if word.sentence == number)
                start, end = max(span.start, words[0].start), min(span.end, words[-1].end)
                if sum(word.pos != "PUNCT" for word in words) >= LEAST_WORDS:
                    yield Said(statement, text.notes.report.span(start, end), words)


def _as_assertion(piece: Said) -> Assertion:
    """Make a unit of what is said, for the score."""
    own = frozenset(word.i for word in piece.words)
    head = next((word for word in piece.words if word.head not in own or word.head == word.i), piece.words[0])
    return Assertion(
        id=f"{piece.statement.id}@{piece.span.start}",
        report=piece.span.report,
        size="quotation",
        evidence=(piece.span,),
        sentence=head.sentence,
        head=head.i,
        words=tuple(word.i for word in piece.words),
        quoted=piece.statement.mode in ("direct", "mixed"),
    )


def make_renderings(pieces: Sequence[Said]) -> tuple[Rendering, ...]:
    """Order the renderings of a remark, the fullest direct one first, and say how the others stand to it."""
    order = {"direct": 0, "mixed": 1}
    ranked = sorted(pieces, key=lambda said: (order.get(said.statement.mode, 2), -len(said.words), said.span))
    base = ranked[0]
    return (
        Rendering(base.statement.id, base.span, "base"),
        *(Rendering(said.statement.id, said.span, relation_of(base, said)) for said in ranked[1:]),
    )


def relation_of(base: Said, other: Said) -> Relation:
    """Say how a rendering stands to the base: the same words, fewer of them, others, or another meaning.

    Another meaning only where one of both is negated and they share most of their words.
    """
    ours, theirs = _words(base), _words(other)
    both = len(ours & theirs)
    if 2 * both >= SAME * (len(ours) + len(theirs)):
        return "same_words"
    if both >= INSIDE * len(theirs):
        return "shortened"
    return "other_words"


def _words(said: Said) -> frozenset[str]:
    return frozenset(WORD.findall(said.span.exact.lower()))
