"""``onrecord show``: a record in the terminal."""

import click

from onrecord import api
from onrecord.cli.told import print_rich
from onrecord.model import codec
from onrecord.show import show_terminal
from onrecord.show.terminal import Section


@click.command("show")
@click.argument("folder", metavar="DIR")
@click.option("--claims", "section", flag_value="claims", help="What each report has for each claim.")
@click.option("--quotes", "section", flag_value="quotes", help="Who said what, with all renderings.")
@click.option("--findings", "section", flag_value="findings", help="Where the reports differ.")
@click.option("--timeline", "section", flag_value="timeline", help="What happened when.")
@click.option("--commitments", "section", flag_value="commitments", help="Who undertakes what, by when.")
@click.option("--positions", "section", flag_value="positions", help="Who stands where on what.")
@click.option("--json", is_flag=True, help="Print the record itself.")
def command(folder: str, section: Section | None, *, json: bool) -> None:
    """Show the record in DIR: a summary, or one section of it."""
    record = api.load(folder)
    if json:
        click.echo(codec.encode(record), nl=False)
    else:
        print_rich(show_terminal(record, section=section or "summary"))
