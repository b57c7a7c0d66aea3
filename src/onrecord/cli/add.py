"""``onrecord add``: further reports join a record, and what they bring is said first."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import msgspec

from onrecord import api
from onrecord.changes import find_arrival
from onrecord.cli import FINE, SOME_UNREAD
from onrecord.cli.build import KEPT, keeper, tell_of_the_story
from onrecord.cli.ending import Interrupted, legible
from onrecord.cli.maker import differences, models_of
from onrecord.cli.told import print_rich, progress_of, tell_unread
from onrecord.errors import NoReportsError, NotUpdatedError
from onrecord.model.corrections import Correction
from onrecord.model.marks import Problem
from onrecord.model.report import Report
from onrecord.outfolder import RECORD_FILE, check_record
from onrecord.pipeline import build_record
from onrecord.show.changes import show_arrival
from onrecord.workfolder import work_folder


@click.command("add")
@click.argument("folder", metavar="DIR")
@click.argument("sources", nargs=-1, metavar="SOURCES...")
@click.option("--document", multiple=True, metavar="SOURCE", help="A primary source, such as a filing.")
@click.option("--json", is_flag=True, help="Print what the reports bring as one line of JSON.")
@click.pass_context
def command(context: click.Context, /, folder: str, sources: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - click's options
    """Add reports to the record in DIR, and say what is new, confirmed, contradicted and left out.

    SOURCES are what `onrecord build` takes. The record is then the one that a build of all reports gives; what
    else stands in DIR stays. What was read before an interrupt is kept beside DIR.
    """
    if not sources and not options["document"]:
        raise click.UsageError("name at least one report to add: a file, a folder, an address, @FILE or -")
    former = api.load(folder)
    target = folder_of(folder)
    check_record(target)
    corrections = api.corrections_in(target)
    work: Path | None = None
    try:
        with work_folder(target) as work:
            record, unread = joined_record(former, sources, work=work, corrections=corrections, **options)
            save_over(record, target, former=former, sources=work / api.SOURCES_FOLDER)
    except KeyboardInterrupt as error:
        kept = KEPT.format(work) if work and work.exists() else "the record is as it was"
        raise Interrupted(error, kept) from error
    tell_of_the_story(record)
    tell_arrival(former, record, target, as_json=options["json"])
    context.exit(SOME_UNREAD if unread else FINE)


def folder_of(path: str) -> Path:
    """Return the folder of a record that is named by it or by its ``record.json``, links followed."""
    place = Path(path).resolve()
    return place if place.is_dir() else place.parent


def joined_record(
    former: api.Record,
    sources: tuple[str, ...],
    *,
    work: Path,
    corrections: tuple[Correction, ...],
    **options: Any,  # noqa: ANN401 - click's options
) -> tuple[api.Record, list[Problem]]:
    """Build the record of the reports of a record and of further ones, and return what could not be read."""
    further, unread = api.read(sources, documents=options["document"], keep=keeper(work / api.SOURCES_FOLDER))
    tell_unread(unread)
    if not further:
        raise NoReportsError(())
    return rebuilt(former, work=work, corrections=corrections, further=further, unread=unread), unread


def rebuilt(
    former: api.Record,
    *,
    work: Path,
    corrections: tuple[Correction, ...],
    further: Sequence[Report] = (),
    unread: Sequence[Problem] = (),
) -> api.Record:
    """Build a record again, with further reports, by the models that it was made with.

    Where those are others now, that is said.
    """
    reports, known = api.as_sources(former)
    models = models_of(former, vectors=former.generator.options.vectors, work=work)
    for difference in differences(former, models):
        click.echo(f"onrecord: {difference}; all its reports are read anew", err=True)
    every = (*reports, *further)
    with progress_of(len({report.id for report in every})) as on_report:
        record = build_record(
            every, models=models, unread=(*known, *unread), corrections=corrections, on_report=on_report
        )
    return api.Record.of(record)


def save_over(record: api.Record, target: Path, *, former: api.Record, sources: Path | None = None) -> None:
    """Put a record in the place of its former state.

    Raises:
        NotUpdatedError: If another run has changed that meanwhile.
    """
    if api.load(target) != former:
        raise NotUpdatedError(str(target), "was changed meanwhile", advice="say the same command again")
    record.save(target, update=True, sources=sources)


def tell_arrival(former: api.Record, record: api.Record, target: Path, *, as_json: bool) -> None:
    """Print what the reports that a record has now and had not before bring to it."""
    known = {report.id for report in former.reports}
    arrival = find_arrival(record, tuple(report.id for report in record.reports if report.id not in known))
    if as_json:
        names = [record.report(report).name for report in arrival.reports]
        place = {"record": str(target / RECORD_FILE), "names": names}
        click.echo(json.dumps({**place, **msgspec.to_builtins(arrival)}))
        return
    print_rich(show_arrival(record, arrival))
    page, file = legible(str(target / "record.html")), legible(str(target / RECORD_FILE))
    click.echo(f"\nOpen {page} in a browser; the record is {file}.")
