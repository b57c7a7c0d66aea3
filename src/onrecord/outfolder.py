"""The folder that a record is written to: beside its place first, then renamed, so there is never half a record."""

import contextlib
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from onrecord.errors import OutputExistsError, OutputWriteError

RECORD_FILE = "record.json"
LONGEST_NAME = 240
"""Bytes of a folder's name: most file systems end at 255, and what is written beside it has a longer name."""


@contextlib.contextmanager
def replaced_folder(target: Path, *, force: bool) -> Iterator[Path]:
    """Lend an empty folder beside a target, and put it in the target's place when all went well.

    Only a folder that holds a record, or nothing, is ever replaced.

    Raises:
        OutputExistsError: If the target is there and may not be replaced.
        OutputWriteError: If the disk says no.
    """
    check_target(target, force=force)
    beside: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
        beside.chmod(0o777 & ~current_umask())
        yield beside
        check_target(target, force=force)  # another run may have been faster
        put_in_place(beside, target)
    except OSError as error:
        raise OutputWriteError(str(target), error.strerror or str(error)) from error
    finally:
        if beside is not None:
            with signals_held_back():
                shutil.rmtree(beside, ignore_errors=True)


def put_in_place(beside: Path, target: Path) -> None:
    """Rename a folder to its target; a record that stood there is gone only once the new one stands."""
    with signals_held_back():
        if not target.exists():
            beside.rename(target)
            return
        old = Path(tempfile.mkdtemp(prefix=f".{target.name}-old-", dir=target.parent))
        try:
            target.rename(old / target.name)
            beside.rename(target)
        finally:
            if not target.exists():
                (old / target.name).rename(target)
            shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def signals_held_back() -> Iterator[None]:
    """Hold back the signals that end a program until a few renames are done."""
    held: list[int] = []

    def hold(number: int, frame: FrameType | None) -> None:
        del frame
        held.append(number)

    numbers = (signal.SIGINT, signal.SIGTERM) if threading.current_thread() is threading.main_thread() else ()
    before = [(number, signal.signal(number, hold)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)
        for late in dict.fromkeys(held):
            signal.raise_signal(late)


def check_target(target: Path, *, force: bool) -> None:
    """Refuse a target that may not be replaced, or cannot be written, before any work is done.

    Raises:
        OutputExistsError: If the target is there, and is no record or not to be replaced.
        OutputWriteError: If nothing can be written at its place.
    """
    try:
        check_place(target)
        if not target.exists() and not target.is_symlink():
            return
        if not target.is_dir() or (any(target.iterdir()) and not (target / RECORD_FILE).is_file()):
            raise OutputExistsError(str(target), "exists and is no record")
        if is_in_use(target):
            raise OutputExistsError(str(target), "exists and is in use, so it cannot be replaced")
        if not force and any(target.iterdir()):
            raise OutputExistsError(str(target), "exists already", replaceable=True)
    except OSError as error:
        raise OutputWriteError(str(target), error.strerror or str(error)) from error


def check_place(target: Path) -> None:
    """Refuse a target whose folder may not be written to.

    Raises:
        OutputWriteError: If it may not, or is no folder.
    """
    if len(os.fsencode(target.name)) > LONGEST_NAME:
        raise OutputWriteError(str(target), "its name is too long")
    above = next(place for place in (*target.absolute().parents, Path("/")) if place.exists())
    if not above.is_dir():
        raise OutputWriteError(str(target), f"{above} is a file")
    if not os.access(above, os.W_OK | os.X_OK):
        raise OutputWriteError(str(target), f"{above} may not be written to")


def is_in_use(target: Path) -> bool:
    """Tell whether a folder cannot be moved away: a mount point, or one that the caller stands in."""
    try:
        here = Path.cwd()
    except FileNotFoundError:
        return target.is_mount()
    return target.is_mount() or here.is_relative_to(target.resolve())


def current_umask() -> int:
    """Return the permissions that new files shall not have."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
