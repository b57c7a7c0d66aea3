"""Tables of reports: JSON lines, CSV and JSON, with the columns of `Told`; other columns are passed over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from onrecord.ingest.csv_cells import read_cells
from onrecord.ingest.decoding import BOMS, decode
from onrecord.ingest.files import open_file, read_bytes
from onrecord.ingest.problems import BROKEN_ROW, EMPTY, ENCODING, NO_TEXT, RECORD, TOO_LARGE, UnreadError, listed
from onrecord.ingest.text import LONGEST, SURROGATE
from onrecord.ingest.told import COLUMNS, NOTHING_TOLD, Told

LONGEST_TABLE = 500_000_000
"""Bytes of a table that is read as a whole; JSON lines are read one by one and may be longer."""
JSON_LINES = frozenset({".jsonl", ".ndjson"})
SUFFIXES = JSON_LINES | {".csv", ".tsv", ".json"}


HALF_ESCAPE = re.compile(
    rb"(?<!\\)(?:\\\\)*"  # the reverse solidus is not itself escaped
    rb"(?:\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])|(?<!\\ud[89ab][0-9a-f]{2})\\ud[c-f][0-9a-f]{2})",
    re.IGNORECASE,
)
"""Half of a surrogate pair, which stands for no character (RFC 8259, section 8.2)."""


class Row(Struct, frozen=True):
    """One row, and the line it begins on (in a JSON list: its number)."""

    line: int
    told: Told


class Broken(Struct, frozen=True):
    """A row that cannot be read, and why."""

    line: int
    why: str


def read_rows(path: Path) -> Iterator[Row | Broken]:
    """Yield the rows of a table, in order.

    Raises:
        UnreadError: If the file cannot be read, or is no table of reports.
    """
    if path.suffix.lower() in JSON_LINES:
        with open_file(path) as file:
            yield from read_json_lines(file)
    elif path.suffix.lower() == ".json":
        yield from read_json(read_bytes(path, at_most=LONGEST_TABLE))
    else:
        yield from read_csv(decode(read_bytes(path, at_most=LONGEST_TABLE)))


def read_json_lines(file: BinaryIO) -> Iterator[Row | Broken]:
    """Yield one row a line; blank lines are none."""
    for number, raw in enumerate(read_lines(file), start=1):
        if raw.strip():
            try:
                row = Row(number, told_by(msgspec.json.decode(decode(raw))))
            except UnreadError as error:
                if error.code != ENCODING:
                    raise
                yield Broken(number, f"it {error.why}")
            except (msgspec.MsgspecError, ValueError) as error:
                yield Broken(number, fault_of(raw, error))
            else:
                yield row


def fault_of(raw: bytes, error: Exception) -> str:
    """Return what is wrong with a line that is no JSON, or no row."""
    half = HALF_ESCAPE.search(raw) if isinstance(error, msgspec.DecodeError) else None
    return f"it has half a character ({half[0].decode()}, a lone surrogate)" if half else str(error)


def read_lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file in UTF-8, whatever it was in.

    Raises:
        UnreadError: If the whole file, or a line of it, is too long, or its encoding is not known.
    """
    first = file.readline(LONGEST + 1)
    if first.startswith(tuple(mark for mark, encoding in BOMS if encoding != "utf-8")):
        whole = first + file.read(LONGEST_TABLE)
        yield from (line.encode() for line in decode(whole).split("\n"))
        return
    line = first.removeprefix(BOMS[0][0])
    while line:
        if len(line) > LONGEST:
            why = f"has a line of more than {LONGEST // 1_000_000} MB; there must be one report a line"
            raise UnreadError(TOO_LARGE, why)
        yield line
        line = file.readline(LONGEST + 1)


def read_json(raw: bytes) -> Iterator[Row | Broken]:
    """Yield the rows of a list, or the one row that stands there alone.

    Raises:
        UnreadError: If the file is not JSON, or something else than rows.
    """
    try:
        found = msgspec.json.decode(decode(raw))
    except (msgspec.MsgspecError, ValueError) as error:
        raise UnreadError(
            BROKEN_ROW, f"is no JSON ({fault_of(raw, error)}); mend it, or save it as one row a line (.jsonl)"
        ) from error
    for number, row in enumerate(found if isinstance(found, list) else [found], start=1):
        try:
            yield Row(number, told_by(row))
        except ValueError as error:
            yield Broken(number, str(error))


def read_csv(text: str) -> Iterator[Row | Broken]:
    """Yield the rows below the header.

    Raises:
        UnreadError: If there is no header with the columns of a report.
    """
    rows = read_cells(text)
    _, header = next(rows, (0, []))
    if not header:
        raise UnreadError(EMPTY, "is empty; its first line must name the columns")
    names = [name.strip().lower() for name in header]
    if not {"text", "name"} & set(names):
        columns = listed([name or '""' for name in names])
        why = f'has no column "text" or "name" (its columns: {columns}); name the columns so in the first line'
        raise UnreadError(NO_TEXT, why)
    for line, cells in rows:
        if cells is None:
            yield Broken(line, "its quotation marks do not fit")
        elif len(cells) != len(names):
            yield Broken(line, f"it has {len(cells)} cells for {len(names)} columns")
        else:
            yield Row(line, told_by(dict(zip(names, cells, strict=True))))


def told_by(row: object) -> Told:
    """Return what a row tells.

    Raises:
        UnreadError: If it is a line of an onrecord record.
        ValueError: If it is no row, or a column holds neither words nor a number.
    """
    if not isinstance(row, Mapping):
        raise ValueError("it is no object with columns")  # noqa: TRY004 - what is wrong is a value in a file
    if str(row.get("schema")).startswith("onrecord/"):
        raise UnreadError(RECORD, "is an onrecord record, not a report; look at it with `onrecord show`")
    columns = {str(name).strip().lower(): value for name, value in row.items()}
    return replace(NOTHING_TOLD, **{name: cell_of(columns, name) for name in COLUMNS})


def cell_of(columns: Mapping[str, object], name: str) -> str | None:
    """Return the words of a cell; none if it is empty.

    Raises:
        ValueError: If it holds something else.
    """
    match columns.get(name):
        case str(words) if name != "text" and SURROGATE.search(words):
            raise ValueError(f'its column "{name}" has half a character (a lone surrogate)')
        case str(words):
            return (words if name == "text" else words.strip()) or None
        case None:
            return None
        case int(number) if not isinstance(number, bool):
            return str(number)
        case other:
            raise ValueError(f'its column "{name}" holds {type(other).__name__} where words belong')


def tell_broken(rows: Sequence[Broken], *, unit: str) -> UnreadError:
    """Return what is wrong with the broken rows of a table."""
    first = f"{unit} {rows[0].line:,}: {rows[0].why}"
    why = f"{places_of(rows, unit)} cannot be read ({first}); mend or delete, the others were read"
    return UnreadError(BROKEN_ROW, why)


def tell_textless(rows: Sequence[Row], *, unit: str) -> UnreadError:
    """Return what is wrong with rows that are no report."""
    why = f'no column "text" in {places_of(rows, unit)}; give one (a table of files is called reports.jsonl or .csv)'
    return UnreadError(NO_TEXT, why)


def places_of(rows: Sequence[Row | Broken], unit: str) -> str:
    """Return where rows stand, in words."""
    return f"{unit}{'s' if len(rows) > 1 else ''} {listed([f'{row.line:,}' for row in rows])}"


def unit_of(table: Path) -> str:
    """Return what the numbers of a table's rows count."""
    return "row" if table.suffix.lower() == ".json" else "line"
