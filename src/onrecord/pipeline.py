"""The whole way, on one screen: read this first."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord import __version__
from onrecord.align import align
from onrecord.align.vectors import Encoder
from onrecord.annotate import annotate
from onrecord.annotate.nlp import Nlp
from onrecord.compare import compare
from onrecord.corrections import Corrector
from onrecord.ingest import merge_copies
from onrecord.ledger import keep_ledger
from onrecord.model.claims import AssertionLine
from onrecord.model.corrections import Corrected, Correction
from onrecord.model.marks import Problem
from onrecord.model.record import BuildOptions, Generator, Record, Story, UsedModel, UsedModels
from onrecord.model.report import Report

LONGEST_TITLE = 90
"""Code points of a first line that names a story."""


class Models(Struct, frozen=True):
    """What reads the texts: a parser, and sentence vectors if there are any.

    ``missing`` says what was asked for and is not there; a record made without it keeps that among its problems.
    """

    nlp: Nlp
    encoder: Encoder | None
    missing: tuple[Problem, ...] = ()


def build_record(
    reports: Iterable[Report],
    *,
    models: Models,
    unread: Iterable[Problem] = (),
    corrections: Iterable[Correction] = (),
    on_report: Callable[[Report], None] = lambda _: None,
) -> Record:
    """Build the record of one story from its reports.

    Args:
        reports: The reports, in any order: the record has an order of its own.
        models: What reads the texts.
        unread: What ingest could not read; kept among the record's problems, each once.
        corrections: What a person has written beside the record.
        on_report: Called with each report once it is annotated, for a progress bar.

    Raises:
        StaleCorrectionError: If the words of a correction lead nowhere, or to two places.
    """
    annotated = []
    for report in sorted(merge_copies(reports), key=place_of):
        annotated.append(annotate(report, nlp=models.nlp))
        on_report(report)
    applied = Corrector(corrections).correct(align(annotated, encoder=models.encoder))
    alignment = applied.alignment
    comparison = compare(alignment, strikes=applied.strikes)
    ledger = keep_ledger(alignment)
    read = tuple(notes.report for notes in alignment.annotated)
    return Record(
        generator=describe(models, applied.told((*comparison.struck, *comparison.findings))),
        story=name_story(read),
        reports=read,
        entities=tuple(replace(entity, name=entity.printed) for entity in (*alignment.entities, *ledger.actors)),
        times=alignment.times,
        amounts=alignment.amounts,
        statements=alignment.statements,
        assertions=tuple(
            AssertionLine(a.id, a.report, a.evidence, claim)
            for a, claim in zip(alignment.assertions(), alignment.placed, strict=True)
        ),
        claims=comparison.claims,
        findings=comparison.findings,
        utterances=alignment.utterances,
        commitments=ledger.commitments,
        positions=ledger.positions,
        events=ledger.events,
        timeline=ledger.timeline,
        origins=comparison.origins,
        lineage=comparison.lineage,
        problems=(
            *models.missing,
            *sorted({*unread}, key=lambda problem: (problem.code, problem.message)),
            *alignment.problems,
        ),
    )


def place_of(report: Report) -> tuple[bool, str, str, str, str]:
    """Return what reports are ordered by: documents first, then by day, outlet and name."""
    return (report.kind != "document", report.published.value or "~", report.outlet or "", report.name, report.id)


def describe(models: Models, corrections: tuple[Corrected, ...] = ()) -> Generator:
    """Return what the record says of its making: enough to make it again."""
    nlp, encoder = models.nlp, models.encoder
    used = UsedModels(
        UsedModel(nlp.name, nlp.version, nlp.sha256),
        UsedModel(encoder.name, encoder.version, encoder.sha256) if encoder else None,
    )
    asked = BuildOptions(vectors=encoder is not None or bool(models.missing), corrections=corrections)
    return Generator("onrecord", __version__, used, asked)


def name_story(reports: Sequence[Report]) -> Story:
    """Name a story after its first title, else its first line; date it by the days of its reports that are known."""
    days = sorted(report.published.value for report in reports if report.published.value)
    titles = [report.title for report in reports if report.title] or [first_line(report) for report in reports]
    time = None if not days else days[0] if days[0] == days[-1] else f"{days[0]}/{days[-1]}"
    return Story("story", titles[0] if titles else "", time)


def first_line(report: Report) -> str:
    """Return a headline, else the opening words of the body."""
    for aside in report.asides:
        if aside.kind == "headline":
            return aside.span.exact
    start = report.body[0][0] if report.body else 0
    opening = report.text[start:].lstrip()[:LONGEST_TITLE]
    line = " ".join(opening.split("\n", 1)[0].split())
    if len(opening) < LONGEST_TITLE or "\n" in opening:
        return line
    clause = line.rfind(", ")
    return line[:clause] if clause > LONGEST_TITLE // 2 else line.rsplit(" ", 1)[0] + " …"
