"""What a program calls: build a record, load one, save one."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from msgspec import structs

from onrecord.align.vectors import find_encoder
from onrecord.annotate import annotate
from onrecord.annotate.nlp import DEFAULT_PIPELINE, SpacyNlp
from onrecord.corrections import read_corrections
from onrecord.errors import CorrectionsFileError, DraftError, NoReportsError, WrongSchemaError
from onrecord.ingest import read_reports
from onrecord.ingest.dates import given_date, metadata_date
from onrecord.ingest.problems import EMPTY
from onrecord.model import codec
from onrecord.model import record as plain
from onrecord.model.checks import Check
from onrecord.model.corrections import Correction
from onrecord.model.marks import Annotations, Problem
from onrecord.model.report import Published, Report
from onrecord.outfolder import CALENDAR_FILE, CORRECTIONS_FILE, RECORD_FILE, replaced_folder
from onrecord.pipeline import Models, build_record
from onrecord.show import show_calendar, show_html, show_markdown, show_notebook, show_tables
from onrecord.verify import verify_draft
from onrecord.workfolder import KeptParses

SOURCES_FOLDER = "sources"
OF_SOURCES = "OR2"
"""How codes begin of what is wrong with what was read, and not with a record made of it."""

Source = str | os.PathLike[str]
Sources = Source | Iterable[Source]
Keep = Callable[[str, bytes], None]
"""Called with a safe name and the bytes of each address fetched."""


class Record(plain.Record, frozen=True):
    """One story's record: what the reports say, line by line, each line with the words it stands on.

    It is frozen, and its lists are tuples in a fixed order. Two records of the same texts are equal.
    `docs/glossary.md` has the words, `onrecord schema` prints the format.

    Attributes:
        generator: What made the record: version, models with their sums.
        story: Title and time of the story, as far as the reports show them.
        reports: The reports with their texts, never rewritten.
        entities: Who and what is spoken of, with each mention.
        times: Expressions of time with their values.
        amounts: Numbers with what they measure.
        statements: Somebody's words, as one report gives them.
        assertions: What was compared, stretch by stretch.
        claims: What the reports assert; for each report a reading, or silence, or "unsure".
        findings: Where readings differ, with both sides' words.
        utterances: The same words of one speaker across reports.
        commitments: What was promised, how firmly and by when.
        positions: Where each party stands on an issue.
        events: What happened or will.
        timeline: The ids of events, oldest first.
        origins: Where reports say they have something from.
        lineage: Who shares words with whom.
        problems: What could not be read or placed.
    """

    @classmethod
    def of(cls, record: plain.Record) -> Self:
        """Return a record of the model with these abilities."""
        return cls(**{name: getattr(record, name) for name in record.__struct_fields__})

    def save(
        self,
        folder: str | os.PathLike[str],
        *,
        force: bool = False,
        update: bool = False,
        sources: Path | None = None,
        corrections: Path | None = None,
    ) -> Path:
        """Write the record, its page and its tables into a new folder.

        The folder is written beside its place and then renamed, so there is never half a record.

        Args:
            folder: Where to write; it must not exist.
            force: Replace the folder if it holds a record already; a folder of anything else is never replaced.
                ``corrections.toml`` stays.
            update: Replace it as with ``force``, and keep everything in it that is not written again.
            sources: A folder of fetched bytes to keep with the record, if there is one.
            corrections: The file of corrections that it was built with, to keep with it.

        Returns:
            The folder.

        Raises:
            OutputExistsError: If the folder is there, and is no record or not to be replaced.
            OutputWriteError: If it cannot be written. Both are `InputError`.
        """
        target = Path(folder)
        with replaced_folder(target, force=force or update, keep_all=update) as beside:
            (beside / RECORD_FILE).write_bytes(codec.encode(self))
            (beside / "record.html").write_text(show_html(self), encoding="utf-8", newline="\n")
            (beside / "record.md").write_text(show_markdown(self), encoding="utf-8", newline="\n")
            for name, table in show_tables(self).items():
                (beside / name).write_text(table, encoding="utf-8-sig", newline="")  # Excel needs the mark
            if calendar := show_calendar(self):
                (beside / CALENDAR_FILE).write_text(calendar, encoding="utf-8", newline="")
            if corrections is not None:
                shutil.copyfile(corrections, beside / CORRECTIONS_FILE)
            for kept in (target / SOURCES_FOLDER if update else None, sources):
                if kept is not None and kept.is_dir():
                    shutil.copytree(kept, beside / SOURCES_FOLDER, dirs_exist_ok=True)
        return target

    def _repr_html_(self) -> str:
        """Return the matrix, for a notebook."""
        return show_notebook(self)


def load_models(pipeline: str = DEFAULT_PIPELINE, *, vectors: bool = True, work: Path | None = None) -> Models:
    """Return what reads the texts; the parser is loaded at its first use.

    Args:
        pipeline: The name of a spaCy pipeline with a tagger, a parser, a lemmatizer and names.
        vectors: Whether sentence vectors take part; without them claims are joined by shared words alone. If their
            model is missing, a record is built without it and says so among its problems.
        work: A folder to keep parses in, so that work that was interrupted goes on where it stopped. The caller
            removes it.

    Raises:
        ModelError: If the file of sentence vectors is not the known one; it is an `InputError`.
    """
    spacy = SpacyNlp(pipeline)
    nlp = KeptParses(spacy, work) if work else spacy
    match find_encoder() if vectors else None:
        case Problem() as problem:
            return Models(nlp, None, (problem,))
        case encoder:
            return Models(nlp, encoder)


def build(  # noqa: PLR0913 - what can be asked of a build, each by its name
    sources: Sources,
    *,
    documents: Sources = (),
    models: Models | None = None,
    keep: Keep | None = None,
    corrections: Source | None = None,
    on_report: Callable[[Report], None] = lambda _: None,
) -> Record:
    """Build the record of one story.

    Args:
        sources: Files, folders, http(s) addresses, ``@lists`` of them, or ``-``: all of one event. One of them
            may be given by itself.
        documents: Sources that are primary ones: a communique, a transcript, a filing.
        models: What reads the texts; the installed ones if not given.
        keep: Called with a name and the bytes of each address fetched.
        corrections: A ``corrections.toml``, or the folder of a record that may have one.
        on_report: Called with each report once it is annotated.

    Returns:
        The record. What could not be read stands in its ``problems``.

    Raises:
        NoReportsError: If none of the sources held a report; it says why for each.
        ModelError: If the parser is missing, or a model's files are not the known ones.
        CorrectionsFileError: If the corrections are not written as such.
        StaleCorrectionError: If the words of one lead nowhere, or to two places. All are `InputError`.

    >>> record = build("stories/ferry_aster/reports")
    >>> [report.outlet for report in record.reports]
    ['Union Telegraph', 'Channel Six', 'Kallport Herald', 'Seaways Weekly']
    >>> span = record.claims[0].readings[0].evidence[0]
    >>> span.exact == record.text_of(span) == record.report(span.report).text[span.start : span.end]
    True
    """
    told = corrections_in(corrections) if corrections is not None else ()
    reports, unread = read(sources, documents=documents, keep=keep)
    if not reports:
        raise NoReportsError(tuple(f"{problem.message} [{problem.code}]" for problem in unread))
    models = models or load_models()
    return Record.of(build_record(reports, models=models, unread=unread, corrections=told, on_report=on_report))


def corrections_in(place: Source) -> tuple[Correction, ...]:
    """Read a file of corrections, or the ``corrections.toml`` of a record's folder if there is one.

    Raises:
        CorrectionsFileError: If it cannot be read, or is not written as one; it is an `InputError`.
    """
    file = Path(place)
    if file.is_dir():
        file /= CORRECTIONS_FILE
        if not file.exists():
            return ()
    try:
        raw = file.read_bytes()
    except OSError as error:
        reason = f"cannot be read ({error.strerror}); make it a file that you may read"
        raise CorrectionsFileError(str(file), (reason,)) from error
    return read_corrections(raw, path=str(file))


def read(sources: Sources, *, documents: Sources = (), keep: Keep | None = None) -> tuple[list[Report], list[Problem]]:
    """Return the reports that sources hold, and what could not be read."""
    reports: list[Report] = []
    unread: list[Problem] = []
    for item in (
        *read_reports(paths_of(documents), kind="document", keep=keep),
        *read_reports(paths_of(sources), keep=keep),
    ):
        match item:
            case Report():
                reports.append(item)
            case Problem():
                unread.append(item)
    return reports, unread


def paths_of(sources: Sources) -> list[str]:
    """Return sources as the words a user would type."""
    several = (sources,) if isinstance(sources, str | os.PathLike) else sources
    return [os.fspath(source) for source in several]


def annotate_report(report: Report, *, models: Models | None = None) -> Annotations:
    """Find what one report shows by itself: asides, quotations, mentions, times, amounts, statements, assertions.

    Args:
        report: A report, such as one of a record's.
        models: What reads the texts; the installed ones if not given. Give them for many reports: they are
            loaded once.
    """
    return annotate(report, nlp=(models or load_models(vectors=False)).nlp)


def annotate_again(record: plain.Record, *, models: Models) -> tuple[Annotations, ...]:
    """Find again what each report of a record shows by itself, from the texts that the record holds.

    With the models that the record was made with, `onrecord.align.align` makes the same claims of it.
    """
    return tuple(annotate(as_read(report), nlp=models.nlp) for report in record.reports)


def as_read(report: Report) -> Report:
    """Return a report as it was when it had been read: without what the texts were found to show."""
    told = report.published
    dates = {"given": given_date, "metadata": metadata_date}
    published = dates[told.basis](told.value) if told.value is not None and told.basis in dates else Published()
    return structs.replace(report, published=published, body=(), quotes=(), asides=())


def as_sources(record: plain.Record) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Return the reports of a record as they had been read, and what could not be read.

    `onrecord.pipeline.build_record` makes the same record of them, and with further reports the record that all of
    them at once give.
    """
    unread = tuple(problem for problem in record.problems if problem.code.startswith(OF_SOURCES))
    return tuple(as_read(report) for report in record.reports), unread


def read_draft(path: Source) -> Report:
    """Read a draft of one's own: a text, Markdown, HTML, PDF or Word file, or ``-``.

    Raises:
        DraftError: If it holds no text, a text that is not English, or several; it is an `InputError`.
    """
    reports, unread = read(path)
    if len(reports) == 1:
        return reports[0]
    name = os.fspath(path)
    if reports:
        raise DraftError(name, f"{name}: holds {len(reports)} texts; name the file of one draft")
    if any(problem.code == EMPTY for problem in unread):
        raise DraftError(name, f"{name}: has no words in it; write the draft there, or name another file [{EMPTY}]")
    reasons = [f"{problem.message} [{problem.code}]" for problem in unread]
    raise DraftError(name, "; ".join(reasons) or f"{name}: holds no text; name the file of one draft")


def verify(draft: Report, record: plain.Record, *, models: Models | None = None) -> tuple[Check, ...]:
    """Hold a draft against the reports of a record, thing by thing.

    Args:
        draft: A text as `read_draft` returns it; it is annotated as any report.
        record: What it is held against; its texts are read again.
        models: What reads the texts; the installed ones if not given.

    Returns:
        A check for each quotation, number, day, attribution and clause that the reports carry or have otherwise,
        and for each detail that none has; in text order.
    """
    reading = models or load_models()
    notes = annotate(draft, nlp=reading.nlp)
    return verify_draft(notes, annotate_again(record, models=reading), record.findings, encoder=reading.encoder)


def load(path: str | os.PathLike[str]) -> Record:
    """Read a record from its folder, or from its ``record.json``.

    Args:
        path: What `Record.save` or ``onrecord build`` wrote.

    Raises:
        WrongSchemaError: If there is none, or it is of another schema; it is an `InputError`.
    """
    file = Path(path)
    if file.is_dir():
        file /= RECORD_FILE
    try:
        raw = file.read_bytes()
    except OSError as error:
        reason = f"cannot be read ({error.strerror}): name the folder that a record was written to"
        raise WrongSchemaError(str(file), reason) from error
    return Record.of(codec.decode(raw, path=str(file)))
