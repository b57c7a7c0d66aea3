"""What one reading tells, with all that a comparer looks at: its words, numbers, times, statements and day."""

from collections.abc import Iterable

from msgspec import Struct

from onrecord.model.claims import Alignment, Claim, Reading
from onrecord.model.marks import Amount, Annotations, Entity, Statement, Time
from onrecord.model.span import ReportId, Span
from onrecord.model.words import Word


class Told(Struct, frozen=True):
    """One reading of one claim, with what stands inside its evidence.

    ``words`` are the words of the evidence, in text order; ``day`` is the day of publication, if it is known.
    """

    claim: str
    reading: Reading
    notes: Annotations
    words: tuple[Word, ...]
    amounts: tuple[Amount, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    day: str | None

    @property
    def report(self) -> ReportId:
        """The report whose reading this is."""
        return self.reading.report

    def span_of(self, words: Iterable[Word]) -> Span:
        """Return the stretch from the first to the last of some words of this report."""
        chosen = sorted(words, key=lambda word: word.start)
        return self.notes.report.span(chosen[0].start, chosen[-1].end)


def bare_told(notes: Annotations) -> Told:
    """Return a report as a reading of nothing in particular, for what is compared outside claims."""
    whole = Reading(notes.report.id, "full", (), "happened")
    return Told("", whole, notes, (), (), (), (), day_of(notes))


class Story(Struct, frozen=True):
    """An alignment with what is looked up in it, by id.

    ``notes`` has one report for each text, by day and sum: an order of its own, so that neither a copy nor the
    name of an outlet decides what is compared with what. ``every`` has all reports in the record's order.
    """

    alignment: Alignment
    every: dict[ReportId, Annotations]
    notes: dict[ReportId, Annotations]
    entities: dict[str, Entity]
    statements: dict[str, Statement]
    told: dict[str, tuple[Told, ...]]
    """The readings of each claim, in the order of the reports."""
    mentioned: dict[tuple[ReportId, int], Entity] = {}
    """Entities by where their mentions end."""
    spoken: dict[ReportId, tuple[Statement, ...]] = {}
    """Statements by report, in text order."""

    def outlets_of(self, text: str) -> tuple[str, ...]:
        """Return the outlets that printed a text: a copy's own outlet is that of its twins, too."""
        return tuple(n.report.outlet for n in self.every.values() if n.report.text == text and n.report.outlet)

    def first_of(self, report: ReportId) -> ReportId:
        """Return the report that is compared for this one: the one of its text."""
        text = self.every[report].report.text
        return next(name for name, notes in self.notes.items() if notes.report.text == text)

    def entity_at(self, span: Span) -> Entity | None:
        """Return the entity with a mention on some words, if there is one."""
        return self.mentioned.get((span.report, span.end))

    def of_report(self, report: ReportId) -> tuple[Statement, ...]:
        """Return the statements of a report, in text order, with the entities of the story."""
        return self.spoken.get(report, ())

    def claims_at(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the claims whose readings stand on words of some spans, in the record's order."""
        wanted: dict[str, list[Span]] = {}
        for span in spans:
            wanted.setdefault(span.report, []).append(span)
        return tuple(
            claim.id
            for claim in self.alignment.claims
            if any(
                span.overlaps(other)
                for reading in claim.readings
                for other in reading.evidence
                for span in wanted.get(reading.report, ())
            )
        )


def read_story(alignment: Alignment) -> Story:
    """Gather what comparers look up."""
    every = {each.report.id: each for each in alignment.annotated}
    texts: dict[str, Annotations] = {}
    for each in sorted(alignment.annotated, key=lambda notes: (day_of(notes) or "~", notes.report.sha256)):
        texts.setdefault(each.report.text, each)
    notes = {each.report.id: each for each in texts.values()}
    statements = {statement.id: statement for statement in alignment.statements}
    entities = {entity.id: entity for entity in alignment.entities}
    bare = Story(alignment, every, notes, entities, statements, {})
    told = {claim.id: tell(claim, bare) for claim in alignment.claims}
    mentioned = {(m.span.report, m.span.end): entity for entity in alignment.entities for m in entity.mentions}
    spoken = {report: tuple(each for each in alignment.statements if each.report == report) for report in every}
    return Story(alignment, every, notes, entities, statements, told, mentioned, spoken)


def tell(claim: Claim, story: Story) -> tuple[Told, ...]:
    """Return the readings of a claim with their words and values, copies left out, in the order of the reports."""
    order = {report: k for k, report in enumerate(story.notes)}
    readings = sorted(
        (each for each in claim.readings if each.report in order),
        key=lambda reading: (order[reading.report], reading.evidence),
    )
    return tuple(_tell(claim.id, reading, story) for reading in readings)


def _tell(claim: str, reading: Reading, story: Story) -> Told:
    notes = story.notes[reading.report]
    found: dict[int, Word] = {}
    for span in reading.evidence:
        found.update((word.i, word) for word in notes.parse.words_between(span.start, span.end))
    return Told(
        claim,
        reading,
        notes,
        tuple(found[i] for i in sorted(found)),
        tuple(story.alignment.amounts[i] for i in reading.amounts),
        tuple(story.alignment.times[i] for i in reading.times),
        tuple(story.statements[i] for i in reading.statements if i in story.statements),
        day_of(notes),
    )


def day_of(notes: Annotations) -> str | None:
    """Return the day a report was published, where it is known to the day."""
    value = notes.report.published.value
    return value if value and len(value) == len("1987-03-02") and "X" not in value else None
