"""``onrecord open``: a record's page in the browser."""

import webbrowser
from pathlib import Path

import click

from onrecord.cli import NOTHING_DONE
from onrecord.errors import WrongSchemaError


@click.command("open")
@click.argument("folder", metavar="DIR")
@click.pass_context
def command(context: click.Context, folder: str) -> None:
    """Open the page of the record in DIR in the browser of this machine."""
    page = Path(folder) / "record.html"
    if not page.is_file():
        raise WrongSchemaError(str(page), "is not there: name the folder that a record was written to")
    address = page.resolve().as_uri()
    if not webbrowser.open(address):
        click.echo(f"onrecord: no browser could be started; open {address}", err=True)
        context.exit(NOTHING_DONE)
