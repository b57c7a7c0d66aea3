"""Word files (.docx), with the extra ``onrecord[docx]``."""

import io
import zipfile
from typing import Any

from onrecord.ingest.problems import BINARY, BROKEN, NEEDS_EXTRA, UnreadError
from onrecord.ingest.text import checked
from onrecord.ingest.told import Told


def read_docx(raw: bytes) -> Told:
    """Return the paragraphs of a Word file, and its tables where they stand, one row a line.

    Raises:
        UnreadError: If the extra is not installed, or the file is no Word file or empty.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
        from docx.table import Table  # noqa: PLC0415
    except ImportError as error:
        why = 'is a Word file; run `pip install "onrecord[docx]"`, or save it as plain text'
        raise UnreadError(NEEDS_EXTRA, why) from error
    try:
        parts = list(Document(io.BytesIO(raw)).iter_inner_content())
        texts = [table_text(part) if isinstance(part, Table) else part.text for part in parts]
    except (OpcError, zipfile.BadZipFile, SyntaxError, *BROKEN) as error:
        raise UnreadError(BINARY, f"is no Word file that can be read ({error}); save it as plain text") from error
    return Told(text=checked("\n\n".join(texts)))


def table_text(table: Any) -> str:  # noqa: ANN401 - python-docx is an extra
    """Return a table's cells, one row a line."""
    return "\n".join("\t".join(cell.text for cell in row.cells) for row in table.rows)
