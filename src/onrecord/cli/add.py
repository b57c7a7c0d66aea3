"""``onrecord add``: further reports join a record, and what they bring is said first."""

import json
from typing import Any

import click
import msgspec

from onrecord import api
from onrecord.changes import find_arrival
from onrecord.cli import FINE, SOME_UNREAD
from onrecord.cli.build import keeper, tell_of_the_story
from onrecord.cli.standing import Standing, rebuilt, save_over, standing_in, tell_place, work_beside
from onrecord.cli.told import print_rich, tell_unread
from onrecord.errors import NoReportsError
from onrecord.outfolder import RECORD_FILE
from onrecord.show.changes import show_arrival


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
    standing = standing_in(folder)
    with work_beside(standing.folder) as work:
        further, unread = api.read(sources, documents=options["document"], keep=keeper(work / api.SOURCES_FOLDER))
        tell_unread(unread)
        if not further:
            raise NoReportsError(())
        record = rebuilt(standing, work=work, further=further, unread=unread)
        save_over(record, standing, sources=work / api.SOURCES_FOLDER)
    tell_of_the_story(record)
    tell_arrival(standing, record, as_json=options["json"])
    context.exit(SOME_UNREAD if unread else FINE)


def tell_arrival(standing: Standing, record: api.Record, *, as_json: bool) -> None:
    """Print what the reports that a record has now and had not before bring to it."""
    known = {report.id for report in standing.record.reports}
    arrival = find_arrival(record, tuple(report.id for report in record.reports if report.id not in known))
    if as_json:
        names = [record.report(report).name for report in arrival.reports]
        place = {"record": str(standing.folder / RECORD_FILE), "names": names}
        click.echo(json.dumps({**place, **msgspec.to_builtins(arrival)}))
        return
    print_rich(show_arrival(record, arrival))
    tell_place(standing.folder)
