"""One run over sources: each is read when its turn comes, and each file once, however often it is named."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from onrecord.ingest.content import read_content, read_fetched
from onrecord.ingest.decoding import decode
from onrecord.ingest.descriptions import Descriptions, file_of, is_describing, named_file
from onrecord.ingest.files import check_not_binary, form_of, identity, is_folder, read_bytes
from onrecord.ingest.folder import list_folder
from onrecord.ingest.problems import (
    LIST,
    LOOP,
    MISSING,
    NO_REPORTS,
    OTHER_KINDS,
    TWO_ANSWERS,
    UnreadError,
    listed,
    unread,
)
from onrecord.ingest.reporting import Label, report_on, sha256_of
from onrecord.ingest.rows import Broken, Row, read_rows, tell_broken, tell_textless, unit_of
from onrecord.ingest.text import LONGEST, checked
from onrecord.ingest.told import Told
from onrecord.ingest.web import fetch, is_address
from onrecord.model.marks import Problem
from onrecord.model.report import Report, ReportKind
from onrecord.model.span import ReportId

Keep = Callable[[str, bytes], None]
Items = Iterator[Report | Problem]
STANDARD_INPUT = Label("standard input", "standard input")


class Place(Struct, frozen=True):
    """A file, and the folder that was named to have it read: a report's name is its path from there."""

    file: Path
    root: Path

    @property
    def label(self) -> Label:
        """What the file's report is called."""
        return Label(self.file.relative_to(self.root).as_posix(), str(self.file))

    def row_label(self, line: int, name: str | None = None) -> Label:
        """What the report of a row is called, if the row does not name it."""
        place = f", {unit_of(self.file)} {line:,}"
        return Label(name or self.label.name + place, str(self.file) + place)


class Intake:
    """One run: what is asked of it, and what it has read."""

    def __init__(self, *, kind: ReportKind, keep: Keep | None, stdin: BinaryIO | None) -> None:
        self.kind = kind
        self.keep = keep
        self.stdin = stdin
        self.had: dict[str, ReportId | None] = {}
        self.descriptions = Descriptions()

    def read(self, source: str) -> Items:
        """Yield the reports of one source, and what could not be read of it."""
        if not source:
            yield unread(MISSING, "", "a source without a name; name a file, a folder or an address")
            return
        try:
            if source == "-":
                yield from self.read_stdin()
            elif is_address(source):
                yield from self.read_address(source)
            elif source.startswith("@") and len(source) > 1:
                yield from self.read_list(Path(source[1:]))
            else:
                yield from self.read_path(Path(source))
        except UnreadError as error:
            yield error.problem(source)

    def read_stdin(self) -> Items:
        """Yield the report that stands on standard input."""
        stream = self.stdin or sys.stdin.buffer
        raw = stream.read(LONGEST + 1) if self.is_new("-") else b""
        try:
            found = read_content(raw, "text")
        except UnreadError as error:
            yield error.problem(STANDARD_INPUT.place)
        else:
            yield from report_on(STANDARD_INPUT, found, sha256=sha256_of(raw), kind=self.kind)

    def read_address(self, address: str) -> Items:
        """Yield the report at an address, and have its bytes kept."""
        if self.is_new(address):
            fetched = fetch(address)
            found = read_fetched(fetched)
            if self.keep:
                self.keep(fetched.name, fetched.raw)
            given = Told(url=address)
            yield from report_on(
                Label(fetched.name, address), found, sha256=sha256_of(fetched.raw), kind=self.kind, given=given
            )

    def read_list(self, file: Path) -> Items:
        """Yield the reports of the sources that a file lists, one a line; paths count from the file's folder."""
        if not self.is_new(f"@{identity(file)}"):
            raise UnreadError(LOOP, "is a list that was read already; it was not read again")
        raw = read_bytes(file, at_most=LONGEST)
        check_not_binary(raw)
        lines = [line.strip() for line in decode(raw).splitlines()]
        sources = [line for line in lines if line and not line.startswith("#")]
        if not sources:
            raise UnreadError(NO_REPORTS, "lists no source; write one a line")
        for source in sources:
            yield from self.read(beside(file, source))

    def read_path(self, path: Path) -> Items:
        """Yield the reports of a folder or a file."""
        if is_folder(path):
            yield from self.read_folder(path)
        elif path.name.startswith("@"):
            yield from self.read_list(path)
        else:
            yield from self.read_file(Place(path, path.parent))

    def read_folder(self, folder: Path) -> Items:
        """Yield the reports of a folder and of those in it, and name the files that were passed over."""
        listing = list_folder(folder)
        yield from listing.problems
        for file in listing.files:
            try:
                yield from self.read_file(Place(file, folder))
            except UnreadError as error:
                yield error.problem(str(file))
        names = listed([file.relative_to(folder).as_posix() for file in listing.others])
        if not listing.files and not listing.problems:
            passed = f" ({names})" if names else ""
            raise UnreadError(NO_REPORTS, f"holds no report{passed}; put text, HTML, JSONL or CSV files there")
        if names:
            count = f"{len(listing.others)} file{'s' if len(listing.others) > 1 else ''} of other kinds"
            why = f"{count} passed over ({names}); convert to plain text what should be read"
            yield unread(OTHER_KINDS, str(folder), why)

    def read_file(self, place: Place) -> Items:
        """Yield the report of a file, or those of a table."""
        key = identity(place.file)
        if not self.is_new(key):
            return
        if place.file.name.startswith("@"):
            raise UnreadError(LIST, "is a list of sources; name it by itself to have them read")
        form = form_of(place.file)
        if form == "table":
            yield from self.read_table(place)
            return
        raw = read_bytes(place.file, at_most=LONGEST)
        found = read_content(raw, form)
        given = self.descriptions.told_of(place.file, root=place.root)
        for item in report_on(place.label, found, sha256=sha256_of(raw), kind=self.kind, given=given):
            if isinstance(item, Report):
                self.had[key] = item.id
            yield item

    def read_table(self, place: Place) -> Items:
        """Yield the reports of a table's rows and of the files that they name; broken rows are named at its end."""
        broken: list[Broken] = []
        textless: list[Row] = []
        for row in read_rows(place.file):
            if isinstance(row, Broken):
                broken.append(row)
            elif not row.told.text and not (row.told.name and is_describing(place.file)):
                textless.append(row)
            else:
                try:
                    yield from self.read_row(row, place)
                except UnreadError as error:
                    yield error.problem(place.row_label(row.line).place)
        if broken:
            yield tell_broken(broken, unit=unit_of(place.file)).problem(str(place.file))
        if textless:
            yield tell_textless(textless, unit=unit_of(place.file)).problem(str(place.file))

    def read_row(self, row: Row, place: Place) -> Items:
        """Yield the report of a row, or of the file that it names.

        Raises:
            UnreadError: If there is neither.
        """
        told, folder = row.told, place.file.parent
        if told.text is None:
            file = named_file(told.name or "", folder)
            if self.descriptions.told_of(file, root=folder) != told:
                why = f"describes {file.name}, as another row does; the first counts, take one away"
                raise UnreadError(TWO_ANSWERS, why)
            yield from self.read_named(file, place)
            return
        label = place.row_label(row.line, told.name)
        twin = file_of(told.name, folder) if told.name and is_describing(place.file) else None
        if twin:
            yield from self.read_named(twin, place)
        text = checked(told.text)
        for item in report_on(label, Told(text=text), sha256=sha256_of(text.encode()), kind=self.kind, given=told):
            if twin and isinstance(item, Report):
                if item.id == self.had[identity(twin)]:
                    return
                why = f"this file and {label.place} are of one name and have two texts; take one away"
                yield unread(TWO_ANSWERS, str(twin), why)
            yield item

    def read_named(self, file: Path, table: Place) -> Items:
        """Yield the report of a file that a table names, if it was not read before."""
        root = table.root if file.is_relative_to(table.root) else file.parent
        try:
            yield from self.read_file(Place(file, root))
        except UnreadError as error:
            yield error.problem(str(file))

    def is_new(self, key: str) -> bool:
        """Tell whether this was not read before, and note that it is read now."""
        new = key not in self.had
        self.had.setdefault(key, None)
        return new


def beside(file: Path, source: str) -> str:
    """Return a source of a list as it is named from where the list is read."""
    if source == "-" or is_address(source):
        return source
    mark = "@" if source.startswith("@") else ""
    return f"{mark}{file.parent / source.removeprefix('@')}"
