"""``onrecord models``: what reads the texts, where it is from, and whether it is what was measured."""

from json import dumps

import click

from onrecord.cli import FINE, NOTHING_DONE
from onrecord.errors import ModelError
from onrecord.manifest import find_files, known_models


@click.command("models")
@click.option("--json", is_flag=True, help="Print the models as one line of JSON.")
@click.pass_context
def command(context: click.Context, *, json: bool) -> None:
    """Say which models are installed, and check the sums of their files."""
    rows, sound = [], True
    for name in known_models():
        try:
            found = find_files(name)
            state = f"{', '.join(found.altered)}: not the known file" if found.altered else "every sum is the known one"
            row = {"name": name, "version": found.version, "license": found.license, "folder": str(found.folder)}
            rows.append({**row, "sha256": found.sha256, "state": state})
            sound = sound and not found.altered
        except ModelError as error:
            rows.append({"name": name, "state": error.reason})
            sound = False
    if json:
        click.echo(dumps(rows))
    else:
        for row in rows:
            click.echo(f"{row['name']} {row.get('version', '')}".rstrip())
            for key in ("license", "folder", "sha256", "state"):
                if key in row:
                    click.echo(f"  {key:8} {row[key]}")
    context.exit(FINE if sound else NOTHING_DONE)
