"""Pronouns: whom he and she refer to, where the report makes it clear.

A pronoun agrees in gender with its person, and prefers subjects, the recent, and the person that the last
pronoun of its gender stood for; nobody inside another's quotation counts. In a phrase before the subject of its
sentence it looks forward: "In his speech, Vole said". Where nothing speaks for a person, it stays open.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.lexicon import gender_of_pronouns
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
WINDOW = 4
"""Sentences that a pronoun looks back; sentences that stand in quotation marks as a whole do not count."""

# Weights, set on the development part of PolNeAR, where they decide 52 of 59 labels rightly.
NEAR, FADING, SUBJECT, KNOWN_GENDER, SAME_AGAIN, NAMELESS, PARALLEL = 3.0, 1.0, 1.5, 1.0, 0.5, 1.0, 0.5
LEAST, CLEAR = 2.0, 0.2


class Scene(Struct, frozen=True):
    """What pronouns are read in: the words, the quotation that each quoted word stands in, each sentence's time."""

    parse: Parse
    quoted: Mapping[int, int]
    ticks: Sequence[int]


def read_scene(parse: Parse, marks: Sequence[Span]) -> Scene:
    """Number the quotations, and the sentences that are not wholly quoted."""
    quoted = {word.i: k for k, mark in enumerate(marks) for word in parse.words_between(mark.start, mark.end)}
    told = [int(any(i not in quoted for i in range(s.first, s.end))) for s in parse.sentences]
    return Scene(parse, quoted, tuple(accumulate(told)))


def place_pronouns(scene: Scene, cast: Cast) -> None:
    """Add he and she to the persons they refer to, as far as that is clear."""
    mentions: list[tuple[Word, Draft]] = []
    last: dict[str, Draft] = {}
    for word in scene.parse.words:
        draft = cast.at.get(word.i)
        if draft is not None and draft.type == "person":
            mentions.append((word, draft))
            continue
        gender = gender_of_pronouns().get(word.text.lower())
        if gender is None or word.pos not in {"PRON", "DET"}:
            continue
        chosen = _ahead(scene, cast, word, gender) or _behind(
            scene, word, mentions, gender=gender, last=last.get(gender)
        )
        if chosen is not None:
            chosen.gender = chosen.gender or gender
            cast.place(chosen, (word.i, word.i + 1), "pronoun", head=word.i)
            mentions.append((word, chosen))
            last[gender] = chosen


def _ahead(scene: Scene, cast: Cast, word: Word, gender: str) -> Draft | None:
    """Return the subject of a sentence whose opening phrase a pronoun stands in, if it is a person."""
    parse = scene.parse
    sentence = parse.sentences[word.sentence]
    subject = next(parse.dependents(parse.words[sentence.root], "nsubj"), None)
    draft = cast.at.get(subject.i) if subject is not None and subject.pos == "PROPN" else None
    if (
        draft is None
        or subject is None
        or not word.i < subject.i
        or word.i in scene.quoted
        or subject.i in scene.quoted
    ):
        return None
    top = word
    while top.head not in {sentence.root, top.i}:
        top = parse.words[top.head]
    fronted = top.i < subject.i and top.dep in {"prep", "advcl"} and top.head == sentence.root
    return draft if fronted and draft.type == "person" and draft.gender in {gender, None} else None


def _behind(
    scene: Scene, word: Word, mentions: Sequence[tuple[Word, Draft]], *, gender: str, last: Draft | None
) -> Draft | None:
    """Return the person before a pronoun for whom most speaks."""
    scores: dict[int, float] = {}
    drafts: dict[int, Draft] = {}
    for mention, draft in reversed(mentions):
        distance = scene.ticks[word.sentence] - scene.ticks[mention.sentence]
        if distance > WINDOW:
            break
        if draft.gender not in {gender, None} or not _reachable(scene, word, mention):
            continue
        score = NEAR - FADING * distance + SAME_AGAIN * (draft is last)
        score += SUBJECT * (mention.dep in SUBJECTS) + KNOWN_GENDER * (draft.gender == gender)
        score += PARALLEL * (mention.sentence == word.sentence and {mention.dep, word.dep} <= SUBJECTS)
        score -= NAMELESS * draft.name.islower()
        drafts[id(draft)] = draft
        scores[id(draft)] = max(scores.get(id(draft), 0.0), score)
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked or scores[ranked[0]] < LEAST:
        return None
    clear = len(ranked) == 1 or scores[ranked[0]] - scores[ranked[1]] >= CLEAR
    return drafts[ranked[0]] if clear else None


def _reachable(scene: Scene, word: Word, mention: Word) -> bool:
    """Tell whether a pronoun may refer to a mention: not to one in another's quotation, not to its own subject."""
    if mention.i in scene.quoted and scene.quoted.get(word.i) != scene.quoted[mention.i]:
        return False
    same_verb = mention.sentence == word.sentence and mention.head == word.head
    return not (same_verb and word.dep in {"dobj", "iobj", "dative"} and not word.text.endswith("self"))
