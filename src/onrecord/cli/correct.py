"""``onrecord correct``: the corrections that stand beside a record are applied to it."""

import json as plain_json

import click
import msgspec

from onrecord.cli.standing import rebuilt, save_over, standing_in, work_beside
from onrecord.cli.told import print_rich
from onrecord.outfolder import RECORD_FILE
from onrecord.show.changes import show_corrections


@click.command("correct")
@click.argument("folder", metavar="DIR")
@click.option("--json", is_flag=True, help="Print what was corrected as one line of JSON.")
def command(folder: str, *, json: bool) -> None:
    """Apply DIR/corrections.toml to the record in DIR, and say what each correction changed.

    The record is built again from its own texts; nothing else is read. Without the file it is again what the
    reports alone give. If any correction cannot be applied, nothing is changed.
    """
    standing = standing_in(folder)
    with work_beside(standing.folder) as work:
        record = rebuilt(standing, work=work)
        save_over(record, standing)
    if json:
        told = msgspec.to_builtins(record.corrections)
        click.echo(plain_json.dumps({"record": str(standing.folder / RECORD_FILE), "corrections": told}))
    else:
        print_rich(show_corrections(record))
