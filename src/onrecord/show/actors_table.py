"""The actors of a record on a terminal: a table at 80 columns."""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from onrecord.model.record import Record
from onrecord.show.actors_view import Actor, CalledBy, actor_rows, list_actors
from onrecord.show.lookup import look_up
from onrecord.show.wording import counted, inert

NARROW = 64
"""Columns of a terminal below which the names stand above what they are called, not beside it."""
NAME_WIDTH = 24
MOST_FORMS = 6
"""Forms of one report that are shown; how many there are besides is said."""


def show_actors(record: Record) -> RenderableType:
    """Return the actors of a record for a `rich` console: each report's names for each, with their number."""
    actors = list_actors(look_up(record))
    if not actors:
        return Text("Nobody is named.", style="dim")
    head = Text(f"{counted(len(actors), 'actor')} in {counted(len(record.reports), 'report')}", style="bold")
    return Group(head, Text(), _Actors(actors))


def list_actor_rows(record: Record) -> tuple[dict[str, object], ...]:
    """Return the actors of a record as plain values, in the order of the table."""
    return actor_rows(record, look_up(record))


class _Actors:
    """The actors: two columns where they fit, else one."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        self.actors = actors

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay them out for the width that there is."""
        del console
        table = Table.grid(padding=(0, 2))
        narrow = options.max_width < NARROW
        if not narrow:
            table.add_column(width=NAME_WIDTH, overflow="fold")
        table.add_column(overflow="fold")
        for actor in self.actors:
            who, called = Group(*_who(actor)), Group(*_called(actor), Text())
            if narrow:
                table.add_row(who)
                table.add_row(called)
            else:
                table.add_row(who, called)
        yield table


def _who(actor: Actor) -> Iterator[Text]:
    yield Text(inert(actor.name), style="bold")
    yield Text(actor.type, style="dim")
    if actor.part_of:
        yield Text(inert(f"part of {actor.part_of}"), style="dim")
    if actor.members:
        yield Text(inert(f"members: {', '.join(actor.members)}"), style="dim")


def _called(actor: Actor) -> Iterator[Text]:
    for report in actor.reports:
        if report.forms:
            yield _line(report)
    silent = [inert(report.outlet) for report in actor.reports if not report.forms]
    if silent:
        yield Text(f"not in {', '.join(silent)}", style="dim")
    if actor.n_statements:
        yield Text(f"speaks in {counted(actor.n_statements, 'statement')}", style="dim")


def _line(report: CalledBy) -> Text:
    shown = ", ".join(
        f"{inert(form.link.words)} ×{form.n}" if form.n > 1 else inert(form.link.words)
        for form in report.forms[:MOST_FORMS]
    )
    more = f", {len(report.forms) - MOST_FORMS} more" if len(report.forms) > MOST_FORMS else ""
    return Text.assemble((f"{inert(report.outlet)} {report.n_mentions}: ", "dim"), shown + more)
