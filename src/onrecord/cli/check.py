"""``onrecord check``: does a record stand on its texts?"""

from json import dumps

import click

from onrecord import api
from onrecord.cli import FINE, NOTHING_DONE
from onrecord.model import codec
from onrecord.model.laws import find_broken_laws


@click.command("check")
@click.argument("folder", metavar="DIR")
@click.option("--json", is_flag=True, help="Print the result as one line of JSON.")
@click.pass_context
def command(context: click.Context, folder: str, *, json: bool) -> None:
    """Check every span and most links of the record in DIR against its texts."""
    record = api.load(folder)
    n_spans = len(list(codec.spans_of(record)))
    broken = tuple(find_broken_laws(record))
    if json:
        click.echo(dumps({"spans": n_spans, "broken": [problem.message for problem in broken]}))
    else:
        for problem in broken:
            click.echo(f"{problem.message} [{problem.code}]")
        click.echo(f"{n_spans} spans in {len(record.reports)} reports, {len(broken) or 'nothing'} broken")
    context.exit(NOTHING_DONE if broken else FINE)
