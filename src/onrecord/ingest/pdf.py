"""PDF files, with the extra ``onrecord[pdf]``."""

import io

from onrecord.ingest.problems import BINARY, BROKEN, NEEDS_EXTRA, NO_TEXT_LAYER, UnreadError
from onrecord.ingest.text import checked
from onrecord.ingest.told import Told


def read_pdf(raw: bytes) -> Told:
    """Return the text of a PDF, page after page.

    Raises:
        UnreadError: If the extra is not installed, or the file is broken, locked or only pictures.
    """
    try:
        from pypdf import PdfReader  # noqa: PLC0415 - an extra
        from pypdf.errors import PyPdfError  # noqa: PLC0415
    except ImportError as error:
        why = 'is a PDF; run `pip install "onrecord[pdf]"`, or save it as plain text'
        raise UnreadError(NEEDS_EXTRA, why) from error
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages]
    except (PyPdfError, *BROKEN) as error:
        raise UnreadError(BINARY, f"is a PDF that cannot be read ({error}); save it as plain text") from error
    text = "\n\n".join(pages)
    if not text.strip():
        raise UnreadError(NO_TEXT_LAYER, "is a PDF of pictures, without text; run text recognition over it first")
    return Told(text=checked(text))
