"""One report of a story as the ledger reads it: who a word refers to, who says what, which amounts stand where."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from onrecord.model.claims import Alignment
from onrecord.model.marks import Annotations, Entity, Statement, Time
from onrecord.model.overlaps import Ranges
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

ACTORS = frozenset(("person", "state", "government", "organization", "group", "office"))
LONGEST_MENTION = 200
"""Code points back to the beginning of a mention that may still cover a word."""


class Scene(Struct, frozen=True):
    """A report with the entities of its story.

    ``mentions`` are (start, end, entity id), sorted; ``amounts`` pairs a span with its index in the
    alignment's list; ``readings`` pairs a span with the claim whose reading stands on it. ``over_readings``,
    ``over_contents`` and ``over_parts`` find the readings, and the statements by what they say and by that and
    their cues, that stand over a range.
    """

    notes: Annotations
    entities: dict[str, Entity]
    mentions: tuple[tuple[int, int, str], ...]
    amounts: tuple[tuple[Span, int], ...]
    times: tuple[Time, ...]
    readings: tuple[tuple[Span, str], ...]
    over_readings: Ranges
    over_contents: Ranges
    over_parts: Ranges
    dated: frozenset[int] = frozenset()
    """The words that stand in a time expression."""

    @property
    def parse(self) -> Parse:
        """The report's parse."""
        return self.notes.parse

    def entity_of(self, word: Word) -> Entity | None:
        """Return the entity of the smallest mention that covers a word, where the word can be its head."""
        best: tuple[int, str] | None = None
        low = bisect_left(self.mentions, (word.start - LONGEST_MENTION, 0, ""))
        high = bisect_right(self.mentions, (word.start, len(self.notes.report.text) + 1, ""))
        for start, end, entity in self.mentions[low:high]:
            if word.end <= end and (best is None or end - start < best[0]):
                best = (end - start, entity)
        return None if best is None else self.entities.get(best[1])

    def actor_of(self, word: Word) -> Entity | None:
        """Return the entity of a word if it can act."""
        found = self.entity_of(word)
        return found if found is not None and found.type in ACTORS else None

    def statement_at(self, at: int) -> Statement | None:
        """Return the smallest statement whose content covers an offset."""
        found = self.over_contents.over(at, at + 1)
        best = min(found, key=lambda one: one.end - one.start, default=None)
        return None if best is None else self.notes.statements[best.mark]

    def statements_in(self, span: Span) -> tuple[str, ...]:
        """Return the statements whose content or cue shares words with a span."""
        found = {one.mark for one in self.over_parts.over(span.start, span.end)}
        return tuple(self.notes.statements[k].id for k in sorted(found))

    def amounts_at(self, words: frozenset[int]) -> tuple[int, ...]:
        """Return the indices of the amounts that begin at some words."""
        starts = {self.parse.words[i].start for i in words}
        return tuple(index for span, index in self.amounts if span.start in starts)

    def times_at(self, words: frozenset[int]) -> tuple[Time, ...]:
        """Return the time expressions that begin at some words."""
        starts = {self.parse.words[i].start for i in words}
        return tuple(time for time in self.times if time.span.start in starts)

    def claims_at(self, span: Span) -> tuple[str, ...]:
        """Return the claims that stand on words of a span, those of most of its words only."""
        found = []
        for reading, claim in (self.readings[one.mark] for one in self.over_readings.over(span.start, span.end)):
            shared = min(reading.end, span.end) - max(reading.start, span.start)
            if shared * 2 > min(span.end - span.start, reading.end - reading.start):
                found.append(claim)
        return tuple(found)

    def in_body(self, word: Word) -> bool:
        """Tell whether a word stands in what the outlet's writer reports; a report without a body is all body."""
        report = self.notes.report
        return not report.body or report.in_body(word.start)


def set_scenes(alignment: Alignment) -> tuple[Scene, ...]:
    """Return the scenes of a story's reports, in the record's order."""
    entities = {entity.id: entity for entity in alignment.entities}
    mentions: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in alignment.entities:
        for mention in entity.mentions:
            mentions[mention.span.report].append((mention.span.start, mention.span.end, entity.id))
    readings: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for claim in alignment.claims:
        for reading in claim.readings:
            readings[reading.report].extend((span, claim.id) for span in reading.evidence)
    scenes = []
    for notes in alignment.annotated:
        report = notes.report.id
        scenes.append(_set(alignment, notes, entities, mentions=sorted(mentions[report]), readings=readings[report]))
    return tuple(scenes)


def _set(
    alignment: Alignment,
    notes: Annotations,
    entities: dict[str, Entity],
    *,
    mentions: Sequence[tuple[int, int, str]],
    readings: Sequence[tuple[Span, str]],
) -> Scene:
    report = notes.report.id
    times = tuple(time for time in alignment.times if time.span.report == report)
    statements = tuple(enumerate(notes.statements))
    return Scene(
        notes,
        entities,
        tuple(mentions),
        tuple((amount.span, k) for k, amount in enumerate(alignment.amounts) if amount.span.report == report),
        times,
        tuple(readings),
        Ranges((span.start, span.end, k) for k, (span, _) in enumerate(readings)),
        Ranges((span.start, span.end, k) for k, one in statements for span in one.content),
        Ranges((span.start, span.end, k) for k, one in statements for span in (*one.content, *one.cue)),
        frozenset(word.i for time in times for word in notes.parse.words_between(time.span.start, time.span.end)),
    )


def related(entities: dict[str, Entity], first: str, second: str) -> bool:
    """Tell whether two entities are one actor: the same, or a state, its government and its ministries."""
    return not set(_line(entities, first)).isdisjoint(_line(entities, second))


def _line(entities: dict[str, Entity], entity: str) -> Sequence[str]:
    """Return an entity and what it is part of, as far as governments go."""
    found = [entity]
    while (here := entities.get(found[-1])) is not None and here.part_of is not None and here.part_of not in found:
        if here.type not in ("government", "office", "organization"):
            break
        found.append(here.part_of)
    return found
