"""``onrecord diff``: what changed between two records of one story, or two versions of a report."""

import click
import msgspec

from onrecord import api
from onrecord.changes import compare_records
from onrecord.cli.told import print_rich
from onrecord.show.changes import show_difference


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--json", is_flag=True, help="Print the difference as one line of JSON.")
def command(before: str, after: str, *, json: bool) -> None:
    """Say what changed from record A to record B: claims, differences, values, by the words they stand on.

    A and B are what `onrecord build` wrote. Where a report of B is another version of one of A, what was said and
    is no longer, and what is new, is told passage by passage.
    """
    old, now = api.load(before), api.load(after)
    if (old.generator.version, old.generator.models) != (now.generator.version, now.generator.models):
        click.echo(
            "onrecord: the records were made by two versions, which may read the same words differently", err=True
        )
    difference = compare_records(old, now)
    if json:
        click.echo(msgspec.json.encode({"empty": difference.empty, **msgspec.to_builtins(difference)}))
    else:
        print_rich(show_difference(old, now, difference))
