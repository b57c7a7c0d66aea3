"""``onrecord actors``: who is in a record, and by which names."""

import click
import msgspec

from onrecord import api
from onrecord.cli.told import print_rich
from onrecord.show.actors_table import list_actor_rows, show_actors


@click.command("actors")
@click.argument("folder", metavar="DIR")
@click.option("--json", is_flag=True, help="Print one line of JSON an actor, with every mention and its place.")
def command(folder: str, *, json: bool) -> None:
    """Show the actors of the record in DIR: who they are, what they belong to, what each report calls them.

    Listed are persons, states, governments, bodies and groups that have a name or speak, those of most reports first.
    """
    record = api.load(folder)
    if json:
        for row in list_actor_rows(record):
            click.echo(msgspec.json.encode(row))
    else:
        print_rich(show_actors(record))
