"""``onrecord verify-draft``: which of a draft's words do the reports of a record carry?"""

from typing import Any

import click
import msgspec

from onrecord import api
from onrecord.cli.told import print_rich
from onrecord.model.checks import Check
from onrecord.show.checks import show_checks


@click.command("verify-draft")
@click.argument("draft", metavar="DRAFT")
@click.argument("folder", metavar="DIR")
@click.option("--json", is_flag=True, help="Print the checks as one line of JSON.")
def command(draft: str, folder: str, *, json: bool) -> None:
    """Hold DRAFT, a text of your own, against the record in DIR.

    DRAFT is a text, Markdown or Word file. Each quotation, number, date and attribution of it is carried by the
    reports, differs from what they have, or is not found in them; what is wrong is printed first. A draft is held
    against what the reports say, not against what is true.
    """
    record = api.load(folder)
    text = api.read_draft(draft)
    checks = api.verify(text, record)
    if json:
        click.echo(msgspec.json.encode([row_of(check) for check in checks]))
    else:
        print_rich(show_checks(text, checks, record.reports))


def row_of(check: Check) -> dict[str, Any]:
    """Return a check as data, the fields that every reader wants first."""
    first = ("start", "end", "exact", "verdict", "aspect", "reports", "evidence")
    names = (*first, *(name for name in check.__struct_fields__ if name not in first))
    return {name: getattr(check, name) for name in names}
