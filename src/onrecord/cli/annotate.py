"""``onrecord annotate``: what each report says by itself."""

import click

from onrecord import api
from onrecord.annotate.nlp import DEFAULT_PIPELINE
from onrecord.cli import FINE, NOTHING_DONE, SOME_UNREAD
from onrecord.cli.told import tell_unread
from onrecord.ingest import read_reports
from onrecord.model import codec
from onrecord.model.marks import Problem


@click.command("annotate")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
@click.option("--pipeline", default=DEFAULT_PIPELINE, show_default=True, help="The spaCy pipeline to parse with.")
@click.pass_context
def command(context: click.Context, sources: tuple[str, ...], pipeline: str) -> None:
    """Print what each report says by itself, one line of JSON a report.

    SOURCES are those of `onrecord build`. Reports are read one after the other, so any number will do.
    """
    models, n_read, n_unread = api.load_models(pipeline, vectors=False), 0, 0
    for item in read_reports(sources):
        if isinstance(item, Problem):
            tell_unread([item])
            n_unread += 1
        else:
            click.echo(codec.encode_annotations(api.annotate_report(item, models=models)))
            n_read += 1
    context.exit(NOTHING_DONE if not n_read else SOME_UNREAD if n_unread else FINE)
