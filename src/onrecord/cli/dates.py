"""``onrecord dates``: when the reports of a record were published, and what shows it."""

import click
import msgspec

from onrecord import api
from onrecord.cli.told import print_rich
from onrecord.show.dates_table import list_date_rows, show_dates


@click.command("dates")
@click.argument("folder", metavar="DIR")
@click.option("--json", is_flag=True, help="Print one line of JSON a report, with the words each day stands on.")
def command(folder: str, *, json: bool) -> None:
    """Show when each report of the record in DIR was published, and the words that show it.

    A day that nobody told is never made up: such a report has a window, with the likeliest days first.
    """
    record = api.load(folder)
    if json:
        for row in list_date_rows(record):
            click.echo(msgspec.json.encode(row))
    else:
        print_rich(show_dates(record))
