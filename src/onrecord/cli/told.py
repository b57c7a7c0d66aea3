"""What commands tell: a view of the record, and on the side what was not read and how far it is."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn

import click
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from onrecord.cli.ending import legible
from onrecord.model.marks import Problem
from onrecord.model.report import Report


class Terminal(Console):
    """A console that leaves it to the program to end when a pipe closes."""

    def on_broken_pipe(self) -> NoReturn:
        """Let the program know."""
        self.quiet = True
        raise BrokenPipeError


def print_rich(view: RenderableType) -> None:
    """Print a view of a record; in a pipe without color, 80 columns wide."""
    Terminal().print(view)


def tell_unread(unread: Iterable[Problem]) -> None:
    """Print one line for each thing that was not read."""
    for problem in unread:
        click.echo(f"onrecord: {legible(problem.message)} [{problem.code}]", err=True)


@contextlib.contextmanager
def progress_of(n_reports: int) -> Iterator[Callable[[Report], None]]:
    """Lend a function that moves a progress bar on; there is a bar only on a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("reading", total=n_reports)

        def on_report(report: Report) -> None:
            del report
            progress.advance(task)
            if progress.tasks[task].completed >= n_reports:
                progress.update(task, description="comparing", total=None)

        yield on_report
