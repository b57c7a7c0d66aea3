"""Everything the page shows, as plain values: templates only lay them out."""

from dataclasses import dataclass

from onrecord.model.date_words import say_date
from onrecord.model.record import Record
from onrecord.show.actors_view import Actor, forms_of, list_actors
from onrecord.show.brief import Line, tell_brief
from onrecord.show.columns import Column, columns_of
from onrecord.show.corrections_view import CorrectionView, list_corrections
from onrecord.show.coverage import Coverage, measure_coverage
from onrecord.show.findings_view import FindingView, list_findings
from onrecord.show.ledger_view import CommitmentView, PositionsGrid, lay_positions, list_commitments
from onrecord.show.lineage_picture import LineagePicture, draw_lineage
from onrecord.show.lookup import look_up
from onrecord.show.matrix import Matrix, lay_matrix
from onrecord.show.method import Method, tell_method
from onrecord.show.quotes_view import Speaker, list_speakers
from onrecord.show.reading_view import ReportText, lay_texts
from onrecord.show.timeline_picture import Timeline, draw_timeline
from onrecord.show.topics_picture import TopicsPicture, draw_topics
from onrecord.show.wording import counted, one_line

FITS = 6
"""Reports whose columns fit beside one another; a wider matrix scrolls by itself."""

MOST_ACTORS = 100
"""Actors listed on the page, those of most reports first; `onrecord actors` has them all."""


@dataclass(frozen=True, slots=True)
class Page:
    """One record, ready to be laid out. What the record has nothing for is empty or ``None``."""

    title: str
    time: str
    columns: tuple[Column, ...]
    brief: tuple[Line, ...]
    matrix: Matrix
    findings: tuple[FindingView, ...]
    corrections: tuple[CorrectionView, ...]
    speakers: tuple[Speaker, ...]
    actors: tuple[Actor, ...]
    timeline: Timeline | None
    commitments: tuple[CommitmentView, ...]
    positions: PositionsGrid | None
    lineage: LineagePicture | None
    topics: TopicsPicture | None
    texts: tuple[ReportText, ...]
    coverage: Coverage
    method: Method

    @property
    def extent(self) -> str:
        """Say how many reports and documents the page compares."""
        n_documents = sum(column.document for column in self.columns)
        reports = counted(len(self.columns) - n_documents, "report")
        return f"{reports} and {counted(n_documents, 'document')}" if n_documents else reports

    @property
    def wide(self) -> bool:
        """Tell whether the matrix is wider than a screen."""
        return len(self.columns) > FITS


def lay_page(record: Record) -> Page:
    """Prepare everything that is shown of a record."""
    lookup = look_up(record)
    columns = columns_of(lookup)
    matrix = lay_matrix(lookup, columns)
    coverage = measure_coverage(lookup, columns)
    actors = list_actors(lookup)[:MOST_ACTORS]
    findings = list_findings(lookup)
    return Page(
        title=one_line(record.story.title) or "An untitled story",
        time=say_date(record.story.time),
        columns=columns,
        brief=tell_brief(matrix, findings),
        matrix=matrix,
        findings=findings,
        corrections=list_corrections(lookup),
        speakers=list_speakers(lookup),
        actors=actors,
        timeline=draw_timeline(lookup, columns),
        commitments=list_commitments(lookup),
        positions=lay_positions(lookup),
        lineage=draw_lineage(lookup, columns),
        topics=draw_topics(lookup, matrix),
        texts=lay_texts(lookup, matrix, coverage.spans, called=forms_of(actors)),
        coverage=coverage,
        method=tell_method(lookup, columns),
    )
