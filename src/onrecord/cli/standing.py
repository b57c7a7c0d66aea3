"""A record that stands in a folder, and what commands do to it: work beside it, build it again, put it back."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from msgspec import Struct

from onrecord import api
from onrecord.cli.ending import Interrupted, legible
from onrecord.cli.maker import differences, models_of
from onrecord.cli.told import progress_of
from onrecord.errors import NotUpdatedError, OutputWriteError
from onrecord.model.corrections import Correction
from onrecord.model.marks import Problem
from onrecord.model.report import Report
from onrecord.outfolder import RECORD_FILE, check_record
from onrecord.pipeline import build_record
from onrecord.workfolder import work_folder

KEPT = "what was read is kept in {}, and the same command goes on from there"
AS_IT_WAS = "the record is as it was"


class Standing(Struct, frozen=True):
    """A record, the folder that it stands in, and the corrections beside it."""

    record: api.Record
    folder: Path
    corrections: tuple[Correction, ...]


def standing_in(path: str) -> Standing:
    """Return the record that is named by its folder or by its ``record.json``, links followed.

    Raises:
        InputError: If there is none, or it cannot be put back, or its corrections cannot be read.
    """
    record = api.load(path)
    place = Path(path).resolve()
    folder = place if place.is_dir() else place.parent
    check_record(folder)
    return Standing(record, folder, api.corrections_in(folder))


@contextlib.contextmanager
def work_beside(folder: Path, *, untouched: str = AS_IT_WAS) -> Iterator[Path]:
    """Lend a folder to work in beside another one; where the work cannot be written, what is kept of it is said.

    Raises:
        Interrupted: If a user ends the work; it says what is kept of it, or that nothing was touched.
    """
    work: Path | None = None
    try:
        with work_folder(folder) as work:
            yield work
    except KeyboardInterrupt as error:
        raise Interrupted(error, KEPT.format(work) if work and work.exists() else untouched) from error
    except OutputWriteError:
        if work and work.exists():
            click.echo("onrecord: " + legible(KEPT.format(work)), err=True)
        raise


def rebuilt(
    standing: Standing, *, work: Path, further: Sequence[Report] = (), unread: Sequence[Problem] = ()
) -> api.Record:
    """Build a record again, with its corrections and with further reports, by the models that it was made with.

    Where those are others now, that is said.
    """
    reports, known = api.as_sources(standing.record)
    models = models_of(standing.record, vectors=standing.record.generator.options.vectors, work=work)
    for difference in differences(standing.record, models):
        click.echo(f"onrecord: {difference}; all its reports are read anew", err=True)
    every = (*reports, *further)
    with progress_of(len({report.id for report in every})) as on_report:
        record = build_record(
            every, models=models, unread=(*known, *unread), corrections=standing.corrections, on_report=on_report
        )
    return api.Record.of(record)


def save_over(record: api.Record, standing: Standing, *, sources: Path | None = None) -> None:
    """Put a record in the place of its former state.

    Raises:
        NotUpdatedError: If another run has changed that meanwhile.
    """
    if api.load(standing.folder) != standing.record:
        raise NotUpdatedError(str(standing.folder), "was changed meanwhile", advice="say the same command again")
    record.save(standing.folder, update=True, sources=sources)


def tell_place(folder: Path) -> None:
    """Print where the page and the record of a folder are."""
    page, file = legible(str(folder / "record.html")), legible(str(folder / RECORD_FILE))
    click.echo(f"\nOpen {page} in a browser; the record is {file}.")
