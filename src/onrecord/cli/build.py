"""``onrecord build``: reports in, a folder with the record, its page and its tables out."""

import json
import tempfile
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from onrecord import api
from onrecord.annotate.nlp import DEFAULT_PIPELINE
from onrecord.cli import FINE, SOME_UNREAD
from onrecord.cli.told import progress_of, tell_unread
from onrecord.errors import NoReportsError
from onrecord.pipeline import build_record
from onrecord.show import show_terminal

COUNTED = ("reports", "claims", "findings", "statements", "problems")


@click.command("build")
@click.argument("sources", nargs=-1, metavar="SOURCES...")
@click.option("-o", "--output", "folder", default="record", show_default=True, help="The folder to write.")
@click.option("--force", is_flag=True, help="Replace the folder if it holds a record already.")
@click.option("--document", "documents", multiple=True, metavar="SOURCE", help="A primary source, such as a filing.")
@click.option("--pipeline", default=DEFAULT_PIPELINE, show_default=True, help="The spaCy pipeline to parse with.")
@click.option("--vectors/--no-vectors", default=True, show_default=True, help="Join claims by meaning, too.")
@click.option("--json", "as_json", is_flag=True, help="Print what was written as one line of JSON.")
@click.pass_context
def command(context: click.Context, /, sources: tuple[str, ...], documents: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - click's options
    """Build the record of one event from its reports.

    SOURCES are text or HTML files, JSONL or CSV tables with a column "text", folders of these, http(s)
    addresses, @FILE with one source a line, or - for standard input.
    """
    if not sources and not documents:
        raise click.UsageError("name at least one report: a file, a folder, an address, @FILE or -")
    target = Path(options["folder"])
    api.check_target(target, force=options["force"])
    with tempfile.TemporaryDirectory(prefix="onrecord-") as kept:
        reports, unread = api.read(sources, documents=documents, keep=keeper(Path(kept)))
        tell_unread(unread)
        if not reports:
            raise NoReportsError(())
        models = api.load_models(options["pipeline"], vectors=options["vectors"])
        with progress_of(len(reports)) as on_report:
            record = api.Record.of(build_record(reports, models=models, unread=unread, on_report=on_report))
        record.save(target, force=options["force"], sources=Path(kept))
    if options["as_json"]:
        counts = {name: len(getattr(record, name)) for name in COUNTED}
        click.echo(json.dumps({"record": str(target / api.RECORD_FILE), **counts}))
    else:
        console = Console()
        console.print(show_terminal(record))
        console.print(f"\nOpen {target / 'record.html'} in a browser; the record is {target / api.RECORD_FILE}.")
    context.exit(SOME_UNREAD if unread else FINE)


def keeper(folder: Path) -> api.Keep:
    """Return what keeps the bytes of fetched addresses in a folder."""

    def keep(name: str, raw: bytes) -> None:
        (folder / name).write_bytes(raw)

    return keep
