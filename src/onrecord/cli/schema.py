"""``onrecord schema``: the JSON Schema of a record."""

import json

import click

from onrecord.model import codec


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a record (`onrecord/1`)."""
    click.echo(json.dumps(codec.json_schema(), indent=2))
