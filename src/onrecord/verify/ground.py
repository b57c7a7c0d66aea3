"""What a draft is held against: the reports of a record, read together with the draft as one story.

How well a passage of a report covers words of the draft is what each of these words finds there at its likest,
weighed by how telling the word is in the story. A draft is shorter than its reports, so only its own words are asked.
"""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from onrecord.align.dates import resolve_dates
from onrecord.align.entities import resolve_entities
from onrecord.align.likeness import CHANCE, Likeness, word_likeness
from onrecord.align.texts import Floats, Text, read_texts
from onrecord.align.vectors import Encoder
from onrecord.compare.told import Story, Told, day_of, read_story
from onrecord.model.claims import Alignment, Finding, Reading
from onrecord.model.marks import Annotations
from onrecord.model.words import Word

BESIDE = 0.9
"""What a word counts that is found in the sentence before or after the one that is looked at."""
STEPS = 3
"""Steps in the tree of a sentence from a number or a day to the words that say what it is of."""


class Held(Struct, frozen=True):
    """A report beside the draft: for each word of the draft how like it, beyond chance, each word of the report is."""

    notes: Annotations
    text: Text
    likeness: Floats
    rows: dict[int, int]
    columns: dict[int, int]
    by_sentence: Floats
    best: Floats
    number: int


class Ground(Struct, frozen=True):
    """A draft and the reports it is held against."""

    draft: Annotations
    draft_text: Text
    reports: tuple[Held, ...]
    story: Story
    findings: tuple[Finding, ...]
    likeness: Likeness
    draft_rows: frozenset[int] = frozenset()

    def content(self, words: Sequence[Word]) -> list[Word]:
        """Return the words of the draft that carry something to compare."""
        return [word for word in words if word.i in self.draft_rows]

    def heard(self, word: Word) -> float:
        """Return how like a word of the draft the likest word of all reports is, 0 to 1."""
        return max((float(held.best[held.rows[word.i]]) for held in self.reports if word.i in held.rows), default=1.0)

    def kin(self, a: Held, i: int, b: Held, j: int) -> float:
        """Return how alike two sentences of two reports are."""
        if a.number > b.number:
            a, i, b, j = b, j, a, i
        if a.number == b.number:
            return 0.0
        return float(self.likeness.of(a.number, b.number).sentences[1, i, j])

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place of the draft stands in quotation marks."""
        return any(quote.span.start <= at < quote.span.end for quote in self.draft.report.quotes)

    def cover(self, words: Sequence[Word], held: Held, sentence: int) -> float:
        """Return what share of some words of the draft a sentence of a report has, with those beside it, 0 to 1."""
        rows = [held.rows[word.i] for word in words if word.i in held.rows]
        if not rows:
            return 0.0
        weights = self.draft_text.weights[[word.i for word in words if word.i in held.rows]]
        found = held.by_sentence[rows, sentence]
        return float((found * weights).sum() / max(weights.sum(), 1e-9))

    def alike(self, word: Word, held: Held, other: Word) -> float:
        """Return how like a word of a report one of the draft is, 0 to 1; of words that carry nothing, 0."""
        row, column = held.rows.get(word.i), held.columns.get(other.i)
        return 0.0 if row is None or column is None else float(held.likeness[row, column])

    def match(self, words: Sequence[Word], held: Held, others: Sequence[Word]) -> float:
        """Return what share of some words of the draft some words of a report have, 0 to 1."""
        rows = [(held.rows[word.i], word.i) for word in words if word.i in held.rows]
        columns = [held.columns[word.i] for word in others if word.i in held.columns]
        if not rows or not columns:
            return 0.0
        weights = self.draft_text.weights[[i for _, i in rows]]
        found = held.likeness[np.ix_([row for row, _ in rows], columns)].max(axis=1)
        return float((found * weights).sum() / max(weights.sum(), 1e-9))


def scaled(likeness: Floats) -> Floats:
    """Return likeness beyond what chance gives, 0 to 1."""
    found: Floats = np.clip((likeness - CHANCE) / (1 - CHANCE), 0, 1)
    return found


def read_ground(
    draft: Annotations, reports: Sequence[Annotations], findings: Sequence[Finding], *, encoder: Encoder | None
) -> Ground:
    """Read a draft and the reports as one story: one entity has one id in all of them."""
    entities, resolved = resolve_entities(resolve_dates([*distinct(reports), draft]))
    texts = read_texts(resolved, encoder=encoder)
    alignment = Alignment(
        resolved,
        entities=entities,
        times=tuple(time for notes in resolved for time in notes.times),
        amounts=tuple(amount for notes in resolved for amount in notes.amounts),
        statements=tuple(statement for notes in resolved for statement in notes.statements),
    )
    held = tuple(hold(texts[-1], text, k) for k, text in enumerate(texts[:-1]))
    likeness = Likeness(texts)
    return Ground(
        resolved[-1],
        texts[-1],
        held,
        read_story(alignment),
        tuple(findings),
        likeness,
        frozenset(int(i) for i in texts[-1].content),
    )


def distinct(reports: Sequence[Annotations]) -> list[Annotations]:
    """Return one report for each text."""
    return list({notes.report.text: notes for notes in reversed(reports)}.values())[::-1]


def hold(draft: Text, text: Text, number: int) -> Held:
    """Hold one report beside the draft."""
    likeness = scaled(word_likeness(draft, text))
    columns = {int(i): n for n, i in enumerate(text.content)}
    best = np.zeros((len(draft.content), max(1, len(text.sentences))), np.float32)
    for k, words in enumerate(text.sentences):
        own = [columns[int(i)] for i in words if int(i) in columns]
        if own:
            best[:, k] = likeness[:, own].max(axis=1)
    wide = best.copy()
    wide[:, 1:] = np.maximum(wide[:, 1:], BESIDE * best[:, :-1])
    wide[:, :-1] = np.maximum(wide[:, :-1], BESIDE * best[:, 1:])
    rows = {int(i): n for n, i in enumerate(draft.content)}
    return Held(text.notes, text, likeness, rows, columns, wide, best.max(axis=1), number)


def told_of(notes: Annotations, words: Sequence[Word]) -> Told:
    """Return some words of a text as a reading of it, for the comparers."""
    start, end = words[0].start, words[-1].end
    span = notes.report.span(start, end)
    return Told(
        "",
        Reading(notes.report.id, "full", (span,), "happened"),
        notes,
        tuple(words),
        tuple(amount for amount in notes.amounts if start <= amount.span.start < end),
        tuple(time for time in notes.times if start <= time.span.start < end),
        tuple(s for s in notes.statements if any(part.start < end and start < part.end for part in s.content)),
        day_of(notes),
    )


def clause_at(notes: Annotations, at: int) -> tuple[Word, ...]:
    """Return the words of the smallest assertion that a place in the text stands in, else of its sentence."""
    word = next(iter(notes.parse.words_between(at, at + 1)), None)
    if word is None:
        return ()
    sentence = notes.parse.sentences[word.sentence]
    sized = (a for a in notes.assertions if a.sentence == word.sentence and a.size != "phrase")
    around = [a.words for a in sized if word.i in a.words]
    own = min(around, key=len, default=tuple(range(sentence.first, sentence.end)))
    return tuple(notes.parse.words[i] for i in own)


def near(words: Sequence[Word], notes: Annotations) -> tuple[Word, ...]:
    """Return the words that stand within a few steps of some others in the tree of their sentence."""
    parse, inside = notes.parse, {word.i for word in words}
    seen, edge = set(inside), set(inside)
    for _ in range(STEPS):
        edge = {i for k in edge for i in (parse.words[k].head, *parse.children[k])} - seen
        seen |= edge
    return tuple(parse.words[i] for i in sorted(seen - inside) if parse.words[i].pos not in ("PUNCT", "NUM"))
