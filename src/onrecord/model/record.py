"""The record of one story, `onrecord/1`: what is written, shown and scored."""

from msgspec import Struct, field

from onrecord.errors import UnknownIdError
from onrecord.model.claims import AssertionLine, Claim, Finding, Lineage, Origin, Utterance
from onrecord.model.corrections import Corrected
from onrecord.model.ledger import Commitment, Event, Position
from onrecord.model.marks import Amount, Entity, Problem, Statement, Time
from onrecord.model.report import Edtf, Report
from onrecord.model.span import Span

SCHEMA = "onrecord/1"


class UsedModel(Struct, frozen=True):
    """A model that read the texts; ``sha256`` is of its files, None for one that is not known to this version."""

    name: str
    version: str | None = None
    sha256: str | None = None


class UsedModels(Struct, frozen=True):
    """The parser, and the model of sentence vectors; None where claims were joined by shared words alone."""

    nlp: UsedModel | None = None
    embedding: UsedModel | None = None

    def by_use(self) -> tuple[tuple[str, UsedModel | None], ...]:
        """Return each model under the name of its use."""
        return ("embedding", self.embedding), ("nlp", self.nlp)


class BuildOptions(Struct, frozen=True):
    """What was asked for, and changes what a record says of the same texts.

    ``vectors`` tells whether claims were to be joined by meaning, too: with ``embedding`` None it tells a
    choice from a model that was missing. The parser that was chosen is among the models, and what was given
    as a primary source is so among the reports. ``corrections`` are those that a person has written beside the
    record, with what each changed.
    """

    vectors: bool = True
    corrections: tuple[Corrected, ...] = ()


class Generator(Struct, frozen=True):
    """What made the record: name, version, models with their sums, options."""

    name: str
    version: str
    models: UsedModels = UsedModels()
    options: BuildOptions = BuildOptions()


class Story(Struct, frozen=True):
    """What the reports are about, as far as they show it."""

    id: str
    title: str
    time: Edtf | None = None


class Record(Struct, frozen=True, eq=False):
    """One story's record: every line of it stands on exact words of a report.

    Two records are equal if all their lists are, whichever of them can also be saved (`onrecord.Record`).
    """

    generator: Generator
    story: Story
    reports: tuple[Report, ...]
    schema: str = SCHEMA
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    amounts: tuple[Amount, ...] = ()
    statements: tuple[Statement, ...] = ()
    assertions: tuple[AssertionLine, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    positions: tuple[Position, ...] = ()
    events: tuple[Event, ...] = ()
    timeline: tuple[tuple[str, ...], ...] = ()
    origins: tuple[Origin, ...] = ()
    lineage: Lineage = field(default_factory=Lineage)
    problems: tuple[Problem, ...] = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__struct_fields__)

    def __ne__(self, other: object) -> bool:  # a Struct answers by itself otherwise, and by its class
        return not self == other

    def __hash__(self) -> int:
        return hash((self.generator, self.story, self.reports))

    @property
    def corrections(self) -> tuple[Corrected, ...]:
        """What a person has corrected, in the order of the file."""
        return self.generator.options.corrections

    def report(self, report_id: str) -> Report:
        """Return the report with this id.

        Raises:
            UnknownIdError: If no report of the record has it.
        """
        for report in self.reports:
            if report.id == report_id:
                return report
        raise UnknownIdError("report", report_id)

    def text_of(self, span: Span) -> str:
        """Return the words a span points at, from the report's text.

        Raises:
            UnknownIdError: If the span's report is not in the record.
        """
        return self.report(span.report).text_of(span)
