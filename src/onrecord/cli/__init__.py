"""The command line: one file a command, each loaded when it is called.

Exit codes: 0 fine; 1 nothing could be done with the input; 2 usage; 3 done, but some report could not be
read; 130 interrupted.
"""

import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar

import click

from onrecord import __version__
from onrecord.errors import InputError

FINE, NOTHING_DONE, USAGE, SOME_UNREAD, INTERRUPTED = 0, 1, 2, 3, 130
SETTINGS_FILE = "onrecord.toml"


class Commands(click.Group):
    """The commands by name, each with its line of help, so that ``--help`` loads none of them."""

    lines: ClassVar[dict[str, str]] = {
        "build": "Build the record of one event from its reports.",
        "annotate": "Print what each report says by itself, one line of JSON a report.",
        "show": "Show a record in the terminal.",
        "open": "Open a record's page in the browser.",
        "why": "Say why the readings of a claim stand together.",
        "check": "Check every span of a record against its texts.",
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
        command: click.Command = import_module(f"onrecord.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without loading them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lines.items()))

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401 - click's signature
        """Run a command; answer the errors of the input with one message and the right exit code."""
        if extra.get("standalone_mode", True) is False:
            return super().main(*args, **extra)
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except InputError as error:
            click.echo(f"onrecord: {error} [{error.code}]", err=True)
            code = NOTHING_DONE
        except click.ClickException as error:
            error.show()
            code = error.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("\nonrecord: interrupted; nothing was written", err=True)
            code = INTERRUPTED
        except BrokenPipeError:  # the reader of a pipe has seen enough
            sys.stderr.close()
            code = FINE
        sys.exit(code if isinstance(code, int) else FINE)


def settings() -> dict[str, dict[str, Any]]:
    """Return the options that ``onrecord.toml`` in this folder sets, one table a command; none if it is not there.

    Flags win over ``ONRECORD_<COMMAND>_<OPTION>`` in the environment, which wins over the file.
    """
    path = Path(SETTINGS_FILE)
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise click.UsageError(f"{SETTINGS_FILE} cannot be read: {error}") from error


@click.command(
    cls=Commands,
    context_settings={"auto_envvar_prefix": "ONRECORD", "help_option_names": ["-h", "--help"]},
    epilog="`onrecord COMMAND --help` tells more. Everything happens on this machine.",
)
@click.version_option(__version__, prog_name="onrecord")
@click.pass_context
def main(context: click.Context) -> None:
    """Many reports of one event in, one sourced record out."""
    context.default_map = settings()
