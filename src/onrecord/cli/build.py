"""``onrecord build``: reports in, a folder with the record, its page and its tables out."""

import json
from pathlib import Path
from typing import Any

import click

from onrecord import api
from onrecord.annotate.nlp import DEFAULT_PIPELINE
from onrecord.cli import FINE, SOME_UNREAD
from onrecord.cli.standing import tell_place, work_beside
from onrecord.cli.told import print_rich, progress_of, tell_unread
from onrecord.errors import NoReportsError, NotUpdatedError, OutputWriteError
from onrecord.model.corrections import Correction
from onrecord.model.marks import Problem
from onrecord.outfolder import CORRECTIONS_FILE, RECORD_FILE, check_target
from onrecord.pipeline import build_record
from onrecord.show import show_terminal
from onrecord.show.wording import inert

OF_THE_STORY = "OR4"
"""How codes begin of what is wrong with the reports as one story: said at once, for a user will want to mend it."""
COUNTED = ("reports", "claims", "findings", "statements", "problems")


@click.command("build")
@click.argument("sources", nargs=-1, metavar="SOURCES...")
@click.option("-o", "--output", default="record", show_default=True, metavar="DIR", help="The folder to write.")
@click.option("--force", is_flag=True, help="Replace the folder if it holds a record already.")
@click.option("--document", multiple=True, metavar="SOURCE", help="A primary source, such as a filing.")
@click.option("--pipeline", default=DEFAULT_PIPELINE, show_default=True, help="The spaCy pipeline to parse with.")
@click.option("--vectors/--no-vectors", default=True, show_default=True, help="Join claims by meaning, too.")
@click.option("--corrections", metavar="FILE", help="Corrections to apply and to keep with the record.")
@click.option("--json", is_flag=True, help="Print what was written as one line of JSON.")
@click.pass_context
def command(context: click.Context, /, sources: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - click's options
    """Build the record of one event from its reports.

    SOURCES are text or HTML files, JSONL or CSV tables with a column "text", folders of these, http(s)
    addresses, @FILE with one source a line, or - for standard input. What was read before an interrupt is
    kept beside DIR, and the same command goes on from there.
    """
    if not sources and not options["document"]:
        raise click.UsageError("name at least one report: a file, a folder, an address, @FILE or -")
    target = Path(options["output"])
    check_target(target, force=options["force"])
    corrected_by = corrections_file(options["corrections"], target)
    options["corrections"] = api.corrections_in(corrected_by) if corrected_by else ()
    with work_beside(target, untouched="nothing was written") as work:
        record, unread = make_record(sources, work=work, **options)
        record.save(target, force=options["force"], sources=work / api.SOURCES_FOLDER, corrections=corrected_by)
    tell_of_the_story(record)
    if options["json"]:
        counts = {name: len(getattr(record, name)) for name in COUNTED}
        click.echo(json.dumps({"record": str(target / RECORD_FILE), **counts}))
    else:
        print_rich(show_terminal(record))
        tell_place(target)
    context.exit(SOME_UNREAD if unread else FINE)


def corrections_file(given: str | None, target: Path) -> Path | None:
    """Return the file of corrections to build with: the one that is given, else the one in the target.

    Raises:
        NotUpdatedError: If the target has another one already.
    """
    own = target / CORRECTIONS_FILE
    if given is None:
        return own if own.exists() else None
    if own.is_file() and not (Path(given).is_file() and own.read_bytes() == Path(given).read_bytes()):
        advice = "take it away, or build without --corrections"
        raise NotUpdatedError(str(target), f"has a {CORRECTIONS_FILE} of its own", advice=advice)
    return Path(given)


def make_record(
    sources: tuple[str, ...],
    *,
    work: Path,
    corrections: tuple[Correction, ...],
    **options: Any,  # noqa: ANN401 - click's options
) -> tuple[api.Record, list[Problem]]:
    """Read the sources and build their record, and return what could not be read, too."""
    reports, unread = api.read(sources, documents=options["document"], keep=keeper(work / api.SOURCES_FOLDER))
    tell_unread(unread)
    if not reports:
        raise NoReportsError(())
    models = api.load_models(options["pipeline"], vectors=options["vectors"], work=work)
    with progress_of(len(reports)) as on_report:
        record = build_record(reports, models=models, unread=unread, corrections=corrections, on_report=on_report)
    return api.Record.of(record), unread


def tell_of_the_story(record: api.Record) -> None:
    """Print what is wrong with the reports as one story."""
    for problem in record.problems:
        if problem.code.startswith(OF_THE_STORY):
            name = f"{inert(record.report(problem.report).name)}: " if problem.report else ""
            click.echo(f"onrecord: {name}{problem.message} [{problem.code}]", err=True)


def keeper(folder: Path) -> api.Keep:
    """Return what keeps the bytes of fetched addresses in a folder."""

    def keep(name: str, raw: bytes) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(raw)
        except OSError as error:
            raise OutputWriteError(str(folder), error.strerror or str(error)) from error

    return keep
