"""``onrecord check``: does a record stand on its texts?"""

from json import dumps

import click

from onrecord import api
from onrecord.cli import FINE, NOTHING_DONE
from onrecord.model import codec
from onrecord.model.laws import count_links, find_broken_laws
from onrecord.show.wording import counted


@click.command("check")
@click.argument("folder", metavar="DIR")
@click.option("--json", is_flag=True, help="Print the result as one line of JSON.")
@click.pass_context
def command(context: click.Context, folder: str, *, json: bool) -> None:
    """Check every span and every link of the record in DIR against its texts."""
    record = api.load(folder)
    n_spans, n_links = len(list(codec.spans_of(record))), count_links(record)
    broken = tuple(find_broken_laws(record))
    if json:
        click.echo(dumps({"spans": n_spans, "links": n_links, "broken": [problem.message for problem in broken]}))
    else:
        for problem in broken:
            click.echo(f"{problem.message} [{problem.code}]")
        seen = f"{counted(n_spans, 'span')} and {counted(n_links, 'link')} in {counted(len(record.reports), 'report')}"
        click.echo(f"{seen}, {len(broken) or 'nothing'} broken")
    context.exit(NOTHING_DONE if broken else FINE)
