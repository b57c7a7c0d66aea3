"""``onrecord correct``: the corrections that stand beside a record are applied to it."""

import json as plain_json
from pathlib import Path

import click
import msgspec

from onrecord import api
from onrecord.cli.add import folder_of, rebuilt, save_over
from onrecord.cli.build import KEPT
from onrecord.cli.ending import Interrupted
from onrecord.cli.told import print_rich
from onrecord.outfolder import RECORD_FILE, check_record
from onrecord.show.changes import show_corrections
from onrecord.workfolder import work_folder


@click.command("correct")
@click.argument("folder", metavar="DIR")
@click.option("--json", is_flag=True, help="Print what was corrected as one line of JSON.")
def command(folder: str, *, json: bool) -> None:
    """Apply DIR/corrections.toml to the record in DIR, and say what each correction changed.

    The record is built again from its own texts; nothing else is read. Without the file it is again what the
    reports alone give. If any correction cannot be applied, nothing is changed.
    """
    former = api.load(folder)
    target = folder_of(folder)
    check_record(target)
    corrections = api.corrections_in(target)
    work: Path | None = None
    try:
        with work_folder(target) as work:
            record = rebuilt(former, work=work, corrections=corrections)
            save_over(record, target, former=former)
    except KeyboardInterrupt as error:
        raise Interrupted(error, KEPT.format(work) if work and work.exists() else "the record is as it was") from error
    if json:
        told = msgspec.to_builtins(record.corrections)
        click.echo(plain_json.dumps({"record": str(target / RECORD_FILE), "corrections": told}))
    else:
        print_rich(show_corrections(record))
