"""Word files (.docx), with the extra ``onrecord[docx]``."""

import io
import zipfile

from onrecord.ingest.problems import BINARY, NEEDS_EXTRA, UnreadError
from onrecord.ingest.text import checked
from onrecord.ingest.told import Told


def read_docx(raw: bytes) -> Told:
    """Return the paragraphs of a Word file.

    Raises:
        UnreadError: If the extra is not installed, or the file is no Word file or empty.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra
        from docx.opc.exceptions import OpcError  # noqa: PLC0415
    except ImportError as error:
        why = 'is a Word file; run `pip install "onrecord[docx]"`, or save it as plain text'
        raise UnreadError(NEEDS_EXTRA, why) from error
    try:
        document = Document(io.BytesIO(raw))
    except (OpcError, zipfile.BadZipFile, ValueError, KeyError) as error:
        raise UnreadError(BINARY, f"is no Word file that can be read ({error}); save it as plain text") from error
    return Told(text=checked("\n\n".join(paragraph.text for paragraph in document.paragraphs)))
