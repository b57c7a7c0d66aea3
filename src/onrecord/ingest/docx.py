"""Word files (.docx), with the extra ``onrecord[docx]``.

What is read is the body as it would be printed with all changes accepted: what was deleted under tracked changes is
left out, what was inserted is read. Heads, feet and notes are no part of the body.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from onrecord.ingest.problems import BINARY, BROKEN, LOCKED, NEEDS_EXTRA, UnreadError
from onrecord.ingest.text import checked
from onrecord.ingest.told import Told

LOCKED_FILE = b"\xd0\xcf\x11\xe0"
"""How a Word file with a password begins: it is wrapped in an old office file."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
LEFT_OUT = (f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}txbxContent", f"{W}instrText")


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
        texts = list(blocks_of(Document(io.BytesIO(raw)).element.body))
    except (OpcError, zipfile.BadZipFile, SyntaxError, *BROKEN) as error:
        raise UnreadError(BINARY, f"is no Word file that can be read ({error}); save it as plain text") from error
    return Told(text=checked("\n\n".join(texts)))


def blocks_of(part: Any) -> Iterator[str]:  # noqa: ANN401 - an extra
    """Yield the text of each paragraph and of each table of a part, also of what stands in a form's field."""
    for child in part:
        if child.tag == f"{W}p":
            yield text_of(child)
        elif child.tag == f"{W}tbl":
            yield "\n".join("\t".join(cells_of(row)) for row in child.iter(f"{W}tr"))
        elif child.tag not in LEFT_OUT:
            yield from blocks_of(child)


def cells_of(row: Any) -> Iterator[str]:  # noqa: ANN401 - an extra
    """Yield the text of each cell of a row; what stands in a table inside a cell comes with its own row."""
    for cell in row.iterchildren(f"{W}tc"):
        yield " ".join(text for child in cell.iterchildren(f"{W}p") if (text := text_of(child)))


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
