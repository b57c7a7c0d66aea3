"""Word files (.docx), with the extra ``onrecord[docx]``.

What is read is the body as it would be printed with all changes accepted: what was deleted under tracked changes is
left out, what was inserted is read. Heads, feet and notes are no part of the body.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from onrecord.ingest.problems import BINARY, BROKEN, LOCKED, NEEDS_EXTRA, TOO_LARGE, UnreadError
from onrecord.ingest.text import LONGEST, checked
from onrecord.ingest.told import Told

LOCKED_FILE = b"\xd0\xcf\x11\xe0"
"""How a Word file with a password begins: it is wrapped in an old office file."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What stands a second time, for programs that do not know the first."""
LEFT_OUT = (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}txbxContent", f"{W}instrText", FALLBACK)
FIELDS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml")
IN_CELL = (f"{W}p", *FIELDS)
UNPACKED = 200_000_000
"""Bytes of a Word file when unpacked: one with many pictures has tens of millions, a zip bomb thousands."""


TOO_LONG = "is a Word file with too much in it for one report; split it, or save its text as plain text"


def read_docx(raw: bytes) -> Told:
    """Return the paragraphs of a Word file, and its tables where they stand, one row a line.

    Raises:
        UnreadError: If the extra is not installed, or the file is no Word file, locked or empty.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
    except ImportError as error:
        why = 'is a Word file; run `pip install "onrecord[docx]"`, or save it as plain text'
        raise UnreadError(NEEDS_EXTRA, why) from error
    if raw.startswith(LOCKED_FILE):
        why = "is a Word file that asks for a password, or of the time before 2007; save it as .docx without one"
        raise UnreadError(LOCKED, why)
    try:
        check_unpacked(raw)
        text = "\n\n".join(blocks_of(Document(io.BytesIO(raw)).element.body))
    except (OpcError, zipfile.BadZipFile, SyntaxError, RuntimeError, *BROKEN) as error:
        raise UnreadError(BINARY, f"is no Word file that can be read ({error}); save it as plain text") from error
    if len(text) > LONGEST:
        raise UnreadError(TOO_LARGE, TOO_LONG)
    return Told(text=checked(text))


def check_unpacked(raw: bytes) -> None:
    """Refuse an archive that is small only while it is packed, before it is unpacked.

    Raises:
        UnreadError: If it would be too large.
    """
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if sum(part.file_size for part in archive.infolist()) > UNPACKED:
            raise UnreadError(TOO_LARGE, TOO_LONG)


def blocks_of(part: Any) -> Iterator[str]:  # noqa: ANN401 - an extra
    """Yield the text of each paragraph and of each table of a part, also of what stands in a form's field."""
    for child in part:
        if child.tag == f"{W}p":
            yield text_of(child)
        elif child.tag == f"{W}tbl":
            yield "\n".join("\t".join(map(words_in, cells_of(row))) for row in child.iter(f"{W}tr"))
        elif child.tag not in LEFT_OUT:
            yield from blocks_of(child)


def cells_of(row: Any) -> Iterator[Any]:  # noqa: ANN401 - an extra
    """Yield the cells of a row, also those that are a form's field."""
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in FIELDS:
            yield from cells_of(child)


def words_in(cell: Any) -> str:  # noqa: ANN401 - an extra
    """Return the text of a cell as one line; what stands in a table inside it comes with its own row."""
    texts = (text_of(child) if child.tag == f"{W}p" else words_in(child) for child in cell if child.tag in IN_CELL)
    return " ".join(filter(None, texts))


def text_of(paragraph: Any) -> str:  # noqa: ANN401 - an extra
    """Return the text of a paragraph."""
    found: list[str] = []
    for child in paragraph:
        if child.tag == f"{W}t":
            found.append(child.text or "")
        elif child.tag in SIGNS:
            found.append(SIGNS[child.tag])
        elif child.tag not in LEFT_OUT:
            found.append(text_of(child))
    return "".join(found)
