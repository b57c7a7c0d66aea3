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

from onrecord.errors import NotUpdatedError, OutputExistsError, OutputWriteError
from onrecord.show.tables import TABLES

RECORD_FILE = "record.json"
CORRECTIONS_FILE = "corrections.toml"
"""What a user writes into the folder of a record, and no build takes away."""
CALENDAR_FILE = "commitments.ics"
NOT_ALWAYS_WRITTEN = frozenset({CALENDAR_FILE, *TABLES})
"""What a build writes only where there is something to write: that of an earlier one is no file of the user's."""
LONGEST_NAME = 240
"""Bytes of a folder's name: most file systems end at 255, and what is written beside it has a longer name."""


@contextlib.contextmanager
def replaced_folder(target: Path, *, force: bool, keep_all: bool = False) -> Iterator[Path]:
    """Lend an empty folder beside a target, and put it in the target's place when all went well.

    Only a folder that holds a record, or nothing, is ever replaced.

    Args:
        target: The folder that is to stand there.
        force: Whether a record that stands there may be replaced.
        keep_all: Whether everything is taken over from it that was not written anew, or the user's corrections alone.

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
        carry_over(target, beside, keep_all=keep_all)
        put_in_place(beside, target)
    except OSError as error:
        raise OutputWriteError(str(target), error.strerror or str(error)) from error
    finally:
        if beside is not None:
            with signals_held_back():
                shutil.rmtree(beside, ignore_errors=True)


def carry_over(old: Path, new: Path, *, keep_all: bool) -> None:
    """Copy what a user has put into a record's folder into its next state, but for what that has already."""
    for path in sorted(old.iterdir()) if old.is_dir() else ():
        there = new / path.name
        of_the_user = path.name not in NOT_ALWAYS_WRITTEN if keep_all else path.name == CORRECTIONS_FILE
        if of_the_user and not there.exists():
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, there, symlinks=True)
            else:
                shutil.copy2(path, there, follow_symlinks=False)


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


def check_record(folder: Path) -> None:
    """Refuse the folder of a record that cannot be replaced by its next state, before any work is done.

    Raises:
        NotUpdatedError: If it is in use, or the system does not let it be written.
    """
    if is_in_use(folder):
        advice = "change into another folder, and name it from there"
        raise NotUpdatedError(str(folder), "is in use, so it cannot be replaced", advice=advice)
    for place in (folder, folder.parent):
        if not os.access(place, os.W_OK | os.X_OK):
            advice = "ask for the right to write there, or copy the record into a folder of your own"
            raise NotUpdatedError(str(folder), f"cannot be replaced ({place} may not be written to)", advice=advice)


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
