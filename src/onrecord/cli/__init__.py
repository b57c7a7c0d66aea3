"""The command line: one file a command, each loaded when it is called.

Exit codes: 0 fine; 1 nothing could be done with the input; 2 usage; 3 done, but some report could not be
read; 130 interrupted. What is no command is in ``ending`` (how a command ends), ``settings``
(``onrecord.toml``), ``told`` (what is told on the side), and ``maker`` (what a record was made with).
"""

from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import click

from onrecord import __version__
from onrecord.cli.ending import Interrupted, PipeClosedError, ended
from onrecord.cli.settings import read_settings

FINE, NOTHING_DONE, SOME_UNREAD = 0, 1, 3


class Commands(click.Group):
    """The commands by name, each with its line of help, so that ``--help`` loads none of them."""

    lines: ClassVar[dict[str, str]] = {
        "build": "Build the record of one event from its reports.",
        "add": "Add reports to a record, and say what they bring.",
        "correct": "Apply the corrections that stand beside a record.",
        "diff": "Say what changed between two records of one story.",
        "annotate": "Print what each report says by itself, one line of JSON a report.",
        "show": "Show a record in the terminal.",
        "actors": "Show who is in a record, and by which names.",
        "dates": "Show when each report was published, and what shows it.",
        "open": "Open a record's page in the browser.",
        "verify-draft": "Hold a draft of your own against a record.",
        "why": "Say why the readings of a claim stand together.",
        "check": "Check every span and every link of a record.",
        "schema": "Print the JSON Schema of a record.",
        "models": "Say which models are installed, and check their sums.",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of use."""
        del ctx
        return list(self.lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        del ctx
        if cmd_name not in self.lines:
            return None
        command: click.Command = import_module(f"onrecord.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines.items()))

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run a command, and end with one message and the right exit code, whatever happens."""
        run = partial(super().main, *args, **{**extra, "standalone_mode": False})
        return ended(run) if extra.get("standalone_mode", True) else run()

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Run a command; what click would answer in its own words is left to `ended`."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise Interrupted(error) from error
        except BrokenPipeError as error:
            raise PipeClosedError from error


@click.command(
    cls=Commands,
    context_settings={"auto_envvar_prefix": "ONRECORD", "help_option_names": ["-h", "--help"]},
    epilog="`onrecord COMMAND --help` tells more. Everything happens on this machine.",
)
@click.version_option(__version__, prog_name="onrecord")
@click.pass_context
def main(context: click.Context) -> None:
    """Many reports of one event in, one sourced record out."""
    try:
        Path.cwd()
    except FileNotFoundError as error:  # the parser could not be loaded either
        raise click.ClickException("the folder you are in was removed: change into another one") from error
    name = context.invoked_subcommand
    command = main.get_command(context, name) if name else None
    if command is not None:
        context.default_map = read_settings(command, tables=main.list_commands(context))
