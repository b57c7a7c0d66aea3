"""The record of one story, `onrecord/1`: what is written, shown and scored."""

from typing import Any

from msgspec import Struct, field

from onrecord.errors import UnknownIdError
from onrecord.model.claims import AssertionLine, Claim, Finding, Lineage, Origin, Utterance
from onrecord.model.ledger import Commitment, Event, Position
from onrecord.model.marks import Amount, Entity, Problem, Statement, Time
from onrecord.model.report import Edtf, Report
from onrecord.model.span import Span

SCHEMA = "onrecord/1"


class Generator(Struct, frozen=True):
    """What made the record: name, version, models with their sums, options."""

    name: str
    version: str
    models: dict[str, dict[str, str] | None] = {}
    options: dict[str, Any] = {}


class Story(Struct, frozen=True):
    """What the reports are about, as far as they show it."""

    id: str
    title: str
    time: Edtf | None = None


class Record(Struct, frozen=True):
    """One story's record: every line of it stands on exact words of a report."""

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
