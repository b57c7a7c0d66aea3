"""Utterances: what one speaker said on one occasion, in the renderings of several reports.

What is compared is what a statement says in one sentence. Two renderings are of one remark only if they have
one speaker, or share a run of words; how alike they must be is measured as for claims.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.align.claims import cluster
from onrecord.align.likeness import Likeness
from onrecord.align.pairs import make_features, make_level
from onrecord.align.scores import NEVER, Scores, score_pairs
from onrecord.align.strangers import heed_events
from onrecord.align.texts import Text
from onrecord.align.units import make_units
from onrecord.model.claims import Relation, Rendering, Utterance
from onrecord.model.marks import Assertion, Entity, Statement
from onrecord.model.span import Span
from onrecord.model.words import Word

SAID_EACH = 0.7
"""How many pairs of two reports count as one remark, for each rendering of the shorter, whoever speaks
(written stories)."""
WORD = re.compile(r"\w+")
SAME = 0.9
"""F1 of words from which two renderings have the same words."""
INSIDE = 0.8
"""Share of a rendering's words that stand in the base, from which it is a shortened one."""
UNKNOWN_SPEAKER = 10.0
"""How much more alike renderings must be where one speaker is not known, or may be the other ("the minister")."""
RUN = 4
LEAST_WORDS = 2
"""A rendering of fewer words is not told from others, nor an act of speech about fewer words with a meaning."""
MEANS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


class Said(NamedTuple):
    """What a statement says in one sentence of a report."""

    statement: Statement
    span: Span
    words: tuple[Word, ...]


def find_utterances(
    texts: Sequence[Text], entities: Sequence[Entity], *, likeness: Likeness, events: Sequence[int | None]
) -> tuple[Utterance, ...]:
    """Bring together the renderings of each remark that two or more reports give, in the order of its base.

    Args:
        texts: The reports, copies left out.
        entities: Those of the story.
        likeness: What each two texts have in common.
        events: What each text tells of, none where it is too short to tell; remarks of two events are two.
    """
    said = [tuple(_said_of(text)) for text in texts]
    every = [piece for row in said for piece in row]
    if not any(said[1:]):
        return ()
    level = make_level([make_units(k, text, map(_as_assertion, said[k])) for k, text in enumerate(texts)])
    features = make_features(texts, level, likeness=likeness)
    scores = heed_events(score_pairs(features, level, each=SAID_EACH), events)
    _heed_speakers(scores, every, {entity.id: entity for entity in entities})
    joined = ([every[k] for k in own] for own in cluster(scores) if len(own) > 1)
    clusters = [own for own in joined if _is_remark(own)]
    return tuple(
        Utterance(f"u{n}", _speaker_of(own, entities), make_renderings(own)) for n, own in enumerate(clusters, 1)
    )


def _is_remark(own: Sequence[Said]) -> bool:
    """Tell whether renderings are of one remark: somebody's very words among them, or one known speaker for all."""
    speakers = {said.statement.speaker for said in own}
    quoted = any(said.statement.mode in ("direct", "mixed") for said in own)
    return quoted or (len(speakers) == 1 and None not in speakers)


def _heed_speakers(scores: Scores, every: Sequence[Said], entities: Mapping[str, Entity]) -> None:
    """Take apart what two speakers say, unless it is the very words, and ask for more where one may be the other.

    Changes the blocks of ``scores``.
    """
    for (a, b), block in scores.blocks.items():
        a0, b0 = scores.level.bounds[a][0], scores.level.bounds[b][0]
        for i, j in np.argwhere(block > 0).tolist():
            ours, theirs = every[a0 + i], every[b0 + j]
            mine, other = ours.statement.speaker, theirs.statement.speaker
            if mine == other or _share_run(ours, theirs):
                continue
            if mine is not None and other is not None and _are_two(entities[mine], entities[other]):
                block[i, j] = NEVER
            else:
                block[i, j] -= UNKNOWN_SPEAKER


def _are_two(a: Entity, b: Entity) -> bool:
    """Tell whether two entities certainly speak for themselves: both have names, and neither is a part of the other."""
    related = a.part_of == b.id or b.part_of == a.id or a.id in b.members or b.id in a.members
    named = all(entity.name != entity.name.lower() for entity in (a, b))
    return named and a.type == b.type and not related


def _share_run(a: Said, b: Said) -> bool:
    """Tell whether two renderings have a run of words in common that nobody finds twice by chance."""
    ours, theirs = (WORD.findall(said.span.exact.lower()) for said in (a, b))
    runs = {tuple(ours[k : k + RUN]) for k in range(len(ours) - RUN + 1)}
    return any(tuple(theirs[k : k + RUN]) in runs for k in range(len(theirs) - RUN + 1))


def _speaker_of(own: Sequence[Said], entities: Sequence[Entity]) -> str | None:
    """Return who speaks: whom most renderings name, the named before the unnamed, the base's at a tie."""
    named = {entity.id for entity in entities if entity.name != entity.name.lower()}
    ranked = [said.statement.speaker for said in ranked_renderings(own) if said.statement.speaker is not None]
    return max(ranked, key=lambda who: (who in named, ranked.count(who)), default=None)


def _said_of(text: Text) -> Iterator[Said]:
    """Yield what each statement says, sentence by sentence."""
    parse = text.notes.parse
    for statement in text.notes.statements:
        for span in statement.content if statement.mode != "silence" else ():
            inside = parse.words_between(span.start, span.end)
            for number in dict.fromkeys(word.sentence for word in inside):
                words = tuple(word for word in inside if word.sentence == number)
                start, end = max(span.start, words[0].start), min(span.end, words[-1].end)
                bare = statement.mode == "nominal"
                if sum(w.pos in MEANS if bare else w.pos != "PUNCT" for w in words) >= LEAST_WORDS:
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


def ranked_renderings(pieces: Sequence[Said]) -> list[Said]:
    """Order renderings: direct ones first, then mixed ones, the longer before the shorter."""
    order = {"direct": 0, "mixed": 1}
    return sorted(pieces, key=lambda said: (order.get(said.statement.mode, 2), -len(said.words), said.span))


def make_renderings(pieces: Sequence[Said]) -> tuple[Rendering, ...]:
    """Order the renderings of a remark, the fullest direct one first, and say how the others stand to it."""
    ranked = ranked_renderings(pieces)
    base = ranked[0]
    return (
        Rendering(base.statement.id, base.span, "base"),
        *(Rendering(said.statement.id, said.span, relation_of(base, said)) for said in ranked[1:]),
    )


def relation_of(base: Said, other: Said) -> Relation:
    """Say how a rendering stands to the base: the same words, fewer of them, or others."""
    ours, theirs = _words(base), _words(other)
    both = len(ours & theirs)
    if 2 * both >= SAME * (len(ours) + len(theirs)):
        return "same_words"
    if both >= INSIDE * len(theirs):
        return "shortened"
    return "other_words"


def _words(said: Said) -> frozenset[str]:
    return frozenset(WORD.findall(said.span.exact.lower()))
