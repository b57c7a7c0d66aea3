"""``onrecord.toml``: options of a folder, one table a command.

Flags win over ``ONRECORD_<COMMAND>_<OPTION>`` in the environment, which wins over the file.
"""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

SETTINGS_FILE = "onrecord.toml"


class SettingsError(click.ClickException):
    """The file of settings sets what there is not; a mistake of usage."""

    exit_code = 2


def read_settings(command: click.Command, *, tables: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the options that the file in this folder sets for a command; none if it is not there.

    Args:
        command: The command that is called; its options are checked.
        tables: The names of all commands, each of which may have a table.

    Raises:
        SettingsError: If the file cannot be read, or sets what there is not.
    """
    try:
        whole = tomllib.loads(Path(SETTINGS_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(f"cannot be read ({error}); mend it or move it away") from error
    for name, table in whole.items():
        if name not in tables:
            raise _wrong(f"{name!r} is no command; options stand in tables, such as [build]")
        if not isinstance(table, dict):
            raise _wrong(f"{name!r} is not a table; write [{name}], and its options below")
    name = command.name or ""
    own = whole.get(name, {})
    _check_options(own, command)
    return {name: own}


def _check_options(table: dict[str, Any], command: click.Command) -> None:
    options = {p.name: p for p in command.params if isinstance(p, click.Option) and f"--{p.name}" in p.opts}
    for key, value in table.items():
        option = options.get(key)
        if option is None:
            known = ", ".join(map(str, options)) or "none"
            raise _wrong(f"[{command.name}] has no option {key!r}; there are: {known}")
        if option.is_flag and not isinstance(value, bool):
            raise _wrong(f"[{command.name}] {key} must be true or false")
        if option.multiple and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            raise _wrong(f'[{command.name}] {key} must be a list of texts, such as ["one", "two"]')
        if not option.is_flag and not option.multiple and not isinstance(value, str):
            raise _wrong(f"[{command.name}] {key} must be a text in quotation marks")


def _wrong(why: str) -> SettingsError:
    return SettingsError(f"{SETTINGS_FILE}: {why}")
