"""What comparing the reports of one story gives: claims, readings, findings, utterances, origins, passages."""

from typing import Literal

from msgspec import Struct

from onrecord.model.marks import Amount, Annotations, Assertion, Entity, Problem, Statement, Status, Time
from onrecord.model.span import ReportId, Span

Support = Literal["full", "part"]
FindingKind = Literal["conflict", "update", "precision", "framing", "attribution"]
Aspect = Literal[
    "amount",
    "bound",
    "date",
    "place",
    "status",
    "scope",
    "actor",
    "cause",
    "wording",
    "speaker",
    "source",
    "addressee",
    "medium",
    "certainty",
]
Relation = Literal["base", "same_words", "other_words", "shortened", "other_meaning"]
OriginKind = Literal["agency", "government", "official", "person", "document", "post", "outlet", "unnamed"]
PassageKind = Literal["copied", "near", "reworded"]


class Reading(Struct, frozen=True):
    """What one report has for a claim; ``amounts`` and ``times`` are indices into the record's lists."""

    report: ReportId
    support: Support
    evidence: tuple[Span, ...]
    status: Status
    statements: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    times: tuple[int, ...] = ()


class Unsure(Struct, frozen=True):
    """A report that may have something for a claim: its nearest passage."""

    report: ReportId
    nearest: Span


class Claim(Struct, frozen=True):
    """One proposition; each report of the story stands in exactly one of readings, silent, unsure."""

    id: str
    text: str
    topic: str | None
    salience: float
    readings: tuple[Reading, ...]
    silent: tuple[ReportId, ...] = ()
    unsure: tuple[Unsure, ...] = ()


class Side(Struct, frozen=True):
    """One side of a finding: who reads so, and the words."""

    reports: tuple[ReportId, ...]
    reads: str
    evidence: tuple[Span, ...]


class Finding(Struct, frozen=True):
    """A difference between readings, with both sides' words and a reason in one sentence."""

    id: str
    kind: FindingKind
    aspect: Aspect
    claims: tuple[str, ...]
    sides: tuple[Side, ...]
    note: str


class Rendering(Struct, frozen=True):
    """How one report gives an utterance, and how that relates to the base."""

    statement: str
    span: Span
    relation: Relation


class Utterance(Struct, frozen=True):
    """One remark on one occasion, in the renderings of several reports; the first is the base."""

    id: str
    speaker: str | None
    renderings: tuple[Rendering, ...]


class OriginPlace(Struct, frozen=True):
    """Where one report names an origin."""

    report: ReportId
    evidence: tuple[Span, ...]


class Origin(Struct, frozen=True):
    """Where reports say they have something from; ``behind`` is the origin this one itself relays."""

    id: str
    name: str
    kind: OriginKind
    reports: tuple[OriginPlace, ...]
    entity: str | None = None
    behind: str | None = None


class Passage(Struct, frozen=True):
    """Two stretches of different reports that share their wording."""

    a: Span
    b: Span
    kind: PassageKind


class Family(Struct, frozen=True):
    """Reports that share wording beyond what common origins explain; ``basis`` are indices of passages."""

    reports: tuple[ReportId, ...]
    basis: tuple[int, ...]


class Lineage(Struct, frozen=True):
    """Who shares words with whom."""

    families: tuple[Family, ...] = ()
    passages: tuple[Passage, ...] = ()


class AssertionLine(Struct, frozen=True):
    """An assertion as the record keeps it: its words, and the claim it stands in, if any."""

    id: str
    report: ReportId
    evidence: tuple[Span, ...]
    claim: str | None = None


class Alignment(Struct, frozen=True):
    """All reports of one story, read together.

    ``annotated`` are the reports' annotations in the record's order of reports, their statements and
    assertions with entity ids of the story. ``entities``, ``times``, ``amounts`` and ``statements`` are
    the record's lists; indices in claims count in them. ``placed`` says for each of `assertions` which claim it
    stands in, if any. ``told_with`` says for each report the first report that tells of the same event, none for a
    report that is too short to tell; empty where nothing is known.
    """

    annotated: tuple[Annotations, ...]
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    amounts: tuple[Amount, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    placed: tuple[str | None, ...] = ()
    told_with: tuple[ReportId | None, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    problems: tuple[Problem, ...] = ()

    def assertions(self) -> tuple[Assertion, ...]:
        """Return the assertions of all reports, in the record's order."""
        return tuple(assertion for notes in self.annotated for assertion in notes.assertions)


class Comparison(Struct, frozen=True):
    """What comparing readings shows; ``claims`` are the alignment's, with origins and salience filled in.

    ``struck`` are findings that a person has called wrong; they count for nothing.
    """

    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    origins: tuple[Origin, ...] = ()
    lineage: Lineage = Lineage()
    struck: tuple[Finding, ...] = ()
