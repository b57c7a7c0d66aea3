"""Folders: which of their files are sources, in an order that does not depend on the disk."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from onrecord.ingest.files import denied, form_of, identity, is_folder
from onrecord.ingest.problems import LOOP, RECORD, UnreadError
from onrecord.model.marks import Problem

NEVER_READ = ("source.json", "thumbs.db", "desktop.ini")
"""Files that stand beside reports and are none; so do those called README."""
RECORD_FILE = "record.json"
RECORD_MARKS = (b'"onrecord/', b'"name": "onrecord"')
"""Either stands at the beginning of a record: its schema, or what made it."""
HEAD = 200


class Listing(Struct, frozen=True):
    """What a folder holds, its folders included: sources, tables last; files of other kinds; and problems."""

    files: tuple[Path, ...]
    others: tuple[Path, ...]
    problems: tuple[Problem, ...]


def list_folder(folder: Path) -> Listing:
    """Return what a folder holds; hidden files, and records that lie in it, are passed over.

    Raises:
        UnreadError: If it is the folder of a record, or may not be looked into.
    """
    if holds_record(folder):
        raise UnreadError(RECORD, "is the folder of a record, not of reports; look at it with `onrecord show`")
    found = list(walk(folder, above=()))
    problems = tuple(item for item in found if isinstance(item, Problem))
    files = [item for item in found if isinstance(item, Path)]
    sources = [file for file in files if form_of(file) != "other" and file.is_file()]
    sources.sort(key=lambda file: (form_of(file) == "table", file.as_posix()))
    return Listing(tuple(sources), tuple(sorted(set(files) - set(sources))), problems)


def walk(folder: Path, *, above: tuple[str, ...]) -> Iterator[Path | Problem]:
    """Yield the files of a folder and of those in it.

    Raises:
        UnreadError: If the folder may not be looked into, or was entered before on the way to it.
    """
    here = identity(folder)
    if here in above:
        raise UnreadError(LOOP, "leads back to a folder that it is in; it was not read again")
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise denied(error) from error
    for entry in entries:
        if entry.name.startswith((".", "README")) or entry.name.lower() in NEVER_READ:
            continue
        try:
            if not is_folder(entry):
                yield entry
            elif not holds_record(entry):
                yield from walk(entry, above=(*above, here))
        except UnreadError as error:
            yield error.problem(str(entry))


def holds_record(folder: Path) -> bool:
    """Tell whether a folder is one that `onrecord build` wrote."""
    try:
        with (folder / RECORD_FILE).open("rb") as file:
            head = file.read(HEAD)
            return any(mark in head for mark in RECORD_MARKS)
    except OSError:
        return False
