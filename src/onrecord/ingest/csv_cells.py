"""CSV to rows of cells (RFC 4180), for cells as long as reports are.

The standard reader has one limit of 131,072 characters a cell for the whole process, and an unclosed
quotation mark silently costs it the rest of the file; this one goes on at the next line.
"""

import re
from collections.abc import Iterator

QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"')
LINE_END = re.compile(r"\r\n|\n|\r|\Z")
REST_OF_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)?")
BARE = {separator: re.compile(rf'(?!")[^{separator}\r\n]*') for separator in (",", ";", "\t")}


def read_cells(text: str) -> Iterator[tuple[int, list[str] | None]]:
    r"""Yield the rows with the numbers of their first lines; ``None`` for a row whose quotation marks do not fit.

    >>> list(read_cells('a,b\n1,"x, y"\n'))
    [(1, ['a', 'b']), (2, ['1', 'x, y'])]
    """
    header = find_line(text, 0)
    separator = max(BARE, key=header.count)
    at, line = 0, 1
    while at < len(text):
        row = read_row(text, at, separator)
        cells, end = row or (None, at + len(find_line(text, at)))
        if cells != [""]:
            yield line, cells
        line += text.count("\n", at, end) or text.count("\r", at, end)
        at = end


def find_line(text: str, at: int) -> str:
    """Return the line from an offset on, with its end."""
    line = REST_OF_LINE.match(text, at)
    return line[0] if line else ""


def read_row(text: str, at: int, separator: str) -> tuple[list[str], int] | None:
    """Return the cells of the row that begins at an offset, and where the next row begins; ``None`` if it is broken."""
    cells: list[str] = []
    while True:
        if quoted := QUOTED.match(text, at):
            cells.append(quoted[1].replace('""', '"'))
            at = quoted.end()
        elif bare := BARE[separator].match(text, at):
            cells.append(bare[0])
            at = bare.end()
        else:
            return None
        if end := LINE_END.match(text, at):
            return cells, end.end()
        if not text.startswith(separator, at):
            return None
        at += 1
