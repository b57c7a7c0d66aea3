"""How a command ends: with one message and the right exit code, whatever happens.

Ctrl-C, SIGTERM and a terminal that goes away end a command in the same way, as an exception, so that what
it began is cleared away. A pipe that closes ends it quietly.
"""

import contextlib
import logging
import os
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from types import FrameType
from typing import NoReturn

import click

from onrecord.errors import (
    CorrectionsFileError,
    InputError,
    InternalError,
    ModelError,
    OutputExistsError,
    OutputWriteError,
    StaleCorrectionError,
)

NOTHING_DONE, INTERRUPTED = 1, 130
STOPPING = ("SIGTERM", "SIGHUP")
"""Signals that end a command as Ctrl-C does; not every system has both."""
TRACEBACK = "ONRECORD_TRACEBACK"


class Stopped(KeyboardInterrupt):
    """The system asks the program to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number


class PipeClosedError(Exception):
    """The reader of a pipe has seen enough."""


class Interrupted(Exception):  # noqa: N818 - it is no error
    """A command was interrupted; the message says what is left of it."""

    def __init__(self, by: KeyboardInterrupt, message: str = "") -> None:
        super().__init__(f"interrupted; {message}" if message else "interrupted")
        self.exit_code = by.exit_code if isinstance(by, Stopped) else INTERRUPTED


def ended(run: Callable[[], object]) -> NoReturn:
    """Run a command, say what went wrong in one message, or one for each thing, and leave the program."""
    with _quiet_libraries(), _stopping_signals():
        messages, code = _outcome(run)
        with contextlib.suppress(OSError, ValueError):  # a terminal may be gone
            for message in messages:
                click.echo(f"onrecord: {legible(message)}", err=True)
    sys.exit(code)


def legible(message: str) -> str:
    r"""Return a message on one line, and without what would steer a terminal: the name of a file may hold anything.

    >>> print(legible("a\n\x1b[2Jb.txt is empty"))
    a\n\x1b[2Jb.txt is empty
    """
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in message)


def _outcome(run: Callable[[], object]) -> tuple[tuple[str, ...], int]:
    """Return what to say, and the exit code."""
    messages: tuple[str, ...] = ()
    code = NOTHING_DONE
    try:
        code = _exit_code_of(run)
    except InputError as error:
        messages = tuple(f"{said} [{error.code}]" for said in _said(error))
    except Interrupted as error:
        messages, code = (str(error),), error.exit_code
    except click.UsageError as error:
        error.show()
        code = error.exit_code
    except click.ClickException as error:
        messages, code = (error.message,), error.exit_code
    except (click.Abort, KeyboardInterrupt):
        messages, code = ("interrupted",), INTERRUPTED
    except (PipeClosedError, BrokenPipeError):
        _drop_output()
        code = 0
    except OSError as error:
        _drop_output()
        messages = (_refusal(error),)
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        messages = (_own_fault(error),)
    return messages, code


def _said(error: InputError) -> tuple[str, ...]:
    """Return an error with the options and commands by which a user does what it asks of a program."""
    match error:
        case OutputExistsError(replaceable=True):
            return (f"{error.path} {error.reason}: name another folder with -o, or say --force to replace it",)
        case OutputExistsError() | OutputWriteError():
            return (f"{error} with -o",)
        case ModelError():
            return (f"{error}; `onrecord models` says what is installed",)
        case CorrectionsFileError() | StaleCorrectionError():
            return error.sentences
        case _:
            return (str(error),)


def _exit_code_of(run: Callable[[], object]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a letter shall show another one
            stream.reconfigure(errors="replace" if stream is sys.stdout else "backslashreplace")
    code = run()
    if sys.stdout:  # a program may be started without
        sys.stdout.flush()
    return code if isinstance(code, int) else 0


def _refusal(error: OSError) -> str:
    place = f" ({error.filename})" if error.filename else ""
    return f"the system says: {error.strerror or error}{place}; make room, or take another place"


def _own_fault(error: Exception) -> str:
    """Say where an error came from that nobody foresaw."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    where = f"{os.path.basename(last.filename)}:{last.lineno}"  # noqa: PTH119 - a name, not a path
    return f"this is our fault, please report it ({what}, at {where}; {TRACEBACK}=1 shows more) [{InternalError.code}]"


def _drop_output() -> None:
    """Send what is still to be printed nowhere, so that leaving the program does not fail on it."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Keep what libraries log and warn of off the terminal."""
    before = logging.root.manager.disable
    with warnings.catch_warnings():
        if not sys.warnoptions:
            warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)
        try:
            yield
        finally:
            logging.disable(before)


@contextlib.contextmanager
def _stopping_signals() -> Iterator[None]:
    """Raise `Stopped` where a signal would end the program; a signal that is ignored stays so."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        del frame
        raise Stopped(number)

    changed = []
    if threading.current_thread() is threading.main_thread():
        known = [getattr(signal, name) for name in STOPPING if hasattr(signal, name)]
        changed = [number for number in known if signal.getsignal(number) is signal.SIG_DFL]
    for number in changed:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)
