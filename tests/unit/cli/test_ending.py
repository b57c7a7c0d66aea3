"""How a command ends: whatever happens, one message and the exit code that the help names."""

import logging
import os
import signal
import subprocess
import sys
import time
import warnings

import click
import pytest

from onrecord.cli import main
from onrecord.cli.ending import Interrupted, PipeClosedError, Stopped, ended
from onrecord.errors import ModelError, OutputExistsError, OutputWriteError, UnknownIdError


def failing(error):
    def run():
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        pytest.param(
            OutputExistsError("x", "exists already", replaceable=True),
            1,
            "onrecord: x exists already: name another folder with -o, or say --force to replace it [OR202]\n",
            id="record-there",
        ),
        pytest.param(
            OutputExistsError("x", "exists and is no record"),
            1,
            "onrecord: x exists and is no record: name another folder with -o [OR202]\n",
            id="folder-there",
        ),
        pytest.param(
            OutputWriteError("x", "No space left on device"),
            1,
            "onrecord: x cannot be written (No space left on device): name another folder with -o [OR203]\n",
            id="not-written",
        ),
        pytest.param(
            ModelError("parser", "is not installed"),
            1,
            "onrecord: model parser: is not installed; `onrecord models` says what is installed [OR301]\n",
            id="model",
        ),
        pytest.param(UnknownIdError("claim", "c0"), 1, f"onrecord: {UnknownIdError('claim', 'c0')} [OR103]\n", id="id"),
        pytest.param(click.ClickException("no"), 1, "onrecord: no\n", id="click"),
        pytest.param(KeyboardInterrupt(), 130, "onrecord: interrupted\n", id="ctrl-c-early"),
        pytest.param(Interrupted(KeyboardInterrupt(), "so"), 130, "onrecord: interrupted; so\n", id="ctrl-c"),
        pytest.param(Interrupted(Stopped(signal.SIGTERM)), 143, "onrecord: interrupted\n", id="sigterm"),
        pytest.param(BrokenPipeError(), 0, "", id="pipe-closed-at-the-end"),
        pytest.param(PipeClosedError(), 0, "", id="pipe-closed"),
        pytest.param(
            OSError(28, "No space left on device"),
            1,
            "onrecord: the system says: No space left on device; make room, or take another place\n",
            id="disk-full",
        ),
    ],
)
def test_every_end_has_one_message_and_its_exit_code(capfd, error, code, message):
    """0 fine, 1 nothing could be done, 130 interrupted."""
    with pytest.raises(SystemExit) as end:
        ended(failing(error))
    assert end.value.code == code
    assert capfd.readouterr().err == message


def test_the_name_of_a_file_neither_breaks_a_line_nor_steers_the_terminal(tmp_path, monkeypatch, capsys):
    """It is written with escapes: one message is one line, whatever the system lets a file be called."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit):
        main(["show", "a\n\x1b[2J\u202eb"])
    said = capsys.readouterr().err
    assert said.startswith(r"onrecord: a\n\x1b[2J\u202eb: cannot be read")
    assert said.count("\n") == 1


def test_an_error_of_our_own_is_said_in_one_line(capsys, monkeypatch):
    """No traceback reaches a user who does not ask for it; one who does gets it."""
    monkeypatch.delenv("ONRECORD_TRACEBACK", raising=False)
    with pytest.raises(SystemExit) as end:
        ended(failing(ZeroDivisionError("one\ntwo")))
    said = capsys.readouterr().err
    assert end.value.code == 1
    assert said.count("\n") == 1
    assert "ZeroDivisionError: one two, at test_ending.py:" in said
    assert "[OR901]" in said
    monkeypatch.setenv("ONRECORD_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        ended(failing(ZeroDivisionError()))


def test_what_libraries_log_and_warn_of_stays_off_the_terminal(capsys):
    """And is as it was before once the command has ended."""

    def run():
        logging.getLogger("trafilatura.core").error("not for users")
        warnings.warn("nor this", DeprecationWarning, stacklevel=1)

    with pytest.raises(SystemExit):
        ended(run)
    assert capsys.readouterr().err == ""
    assert logging.root.manager.disable == logging.NOTSET
    with pytest.raises(DeprecationWarning):
        warnings.warn("heard again", DeprecationWarning, stacklevel=1)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_that_ends_a_program_is_an_interrupt(name):
    """So what a command began is cleared away; afterwards the signal does what it did before."""
    number = getattr(signal, name)
    former = signal.signal(number, signal.SIG_DFL)  # what is ignored, as under nohup, stays ignored
    cleared = []

    def run():
        try:
            os.kill(os.getpid(), number)
            time.sleep(5)
        except KeyboardInterrupt as error:
            cleared.append(name)
            raise Interrupted(error) from error

    try:
        with pytest.raises(SystemExit) as end:
            ended(run)
        assert cleared == [name]
        assert end.value.code == 128 + number
        assert signal.getsignal(number) is signal.SIG_DFL
    finally:
        signal.signal(number, former)


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param("{} schema | head -1 >/dev/null; exit ${{PIPESTATUS[0]}}", id="head"),
        pytest.param("{} schema | true; exit ${{PIPESTATUS[0]}}", id="reader-gone"),
        pytest.param("{} schema >&-", id="no-stdout"),
        pytest.param("{} schema 2>&- >/dev/null", id="no-stderr"),
    ],
)
def test_a_closed_pipe_is_no_error(shell):
    """The reader of a pipe may leave when it has seen enough."""
    done = subprocess.run(
        ["/bin/bash", "-c", shell.format(f"{sys.executable} -m onrecord")], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_folder_that_was_removed_is_named_as_such(tmp_path, monkeypatch, capsys):
    """Nothing works there, not even the parser; so it is said at once."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(SystemExit) as end:
        main(["models"])
    assert end.value.code == 1
    assert "was removed" in capsys.readouterr().err
