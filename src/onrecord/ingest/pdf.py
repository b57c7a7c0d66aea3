"""PDF files, with the extra ``onrecord[pdf]``: what stands where on a page, by PDFium.

PDFium (BSD, Apache) says of each letter where it stands; the order of reading is ours (`onrecord.ingest.pdf_layout`).
"""

import ctypes
from collections.abc import Iterator
from typing import Any

from onrecord.ingest.pdf_layout import Piece
from onrecord.ingest.pdf_text import HYPHEN, SOFT, join_pages
from onrecord.ingest.problems import BINARY, LOCKED, NEEDS_EXTRA, NO_TEXT_LAYER, UnreadError
from onrecord.ingest.text import checked
from onrecord.ingest.told import Told

NEEDS_PASSWORD = 4
"""What PDFium answers where a file is locked (FPDF_ERR_PASSWORD)."""
BROKEN_WORD = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""
APART = 0.28
"""Heights of a letter from which white space parts two words that no blank parts."""
INSIDE = 0.6
"""Share of the mean letter by which a letter may stand to the left of the last one and still be of its word."""


def read_pdf(raw: bytes) -> Told:
    """Return the text of a PDF in reading order, without what runs along the pages, and where each page begins.

    Raises:
        UnreadError: If the extra is not installed, or the file is broken, locked or only pictures.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ImportError as error:
        why = 'is a PDF; run `pip install "onrecord[pdf]"`, or save it as plain text'
        raise UnreadError(NEEDS_EXTRA, why) from error
    try:
        with pypdfium2.PdfDocument(raw) as document:
            pages = [list(words_on(page, pypdfium2.raw)) for page in document]
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == NEEDS_PASSWORD:
            why = "is a PDF that asks for a password; save a copy without one, or print it to a new PDF"
            raise UnreadError(LOCKED, why) from error
        raise UnreadError(BINARY, f"is a PDF that cannot be read ({error}); save it as plain text") from error
    if not any(pages):
        raise UnreadError(NO_TEXT_LAYER, "is a PDF of pictures, without text; run text recognition over it first")
    text, starts = join_pages(pages)
    return Told(text=checked(text), pages=starts)


def words_on(page: Any, pdfium: Any) -> Iterator[Piece]:  # noqa: ANN401 - an extra
    """Yield the words of a page with their boxes, in the order of the file."""
    height = page.get_height()
    letters: list[Piece] = []
    for letter in letters_on(page, pdfium, height):
        if letters and (not letter.text.strip() or is_apart(letters[-1], letter)):
            yield join_letters(letters)
            letters = []
        if letter.text.strip():
            letters.append(letter)
    if letters:
        yield join_letters(letters)


def letters_on(page: Any, pdfium: Any, height: float) -> Iterator[Piece]:  # noqa: ANN401 - an extra
    """Yield the letters of a page; blanks that PDFium puts between words are letters, too."""
    text = page.get_textpage()
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, at))
        if sign in "\r\n":
            sign = " "
        box = pdfium.FS_RECTF()
        known = pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        if not known and sign.strip():
            continue
        shown = HYPHEN if sign == BROKEN_WORD else sign
        if shown.isprintable() or shown in (" ", SOFT):
            yield Piece(shown, box.left, height - box.top, box.right, height - box.bottom)


def is_apart(last: Piece, letter: Piece) -> bool:
    """Tell whether a letter begins another word: on another line, after a gap, or to the left of the last one."""
    size = max(last.height, 1.0)
    other_line = abs(letter.bottom - last.bottom) > size / 2
    gap = letter.left - last.right
    return other_line or gap > APART * size or gap < -INSIDE * size


def join_letters(letters: list[Piece]) -> Piece:
    """Return the word that some letters make."""
    return Piece(
        "".join(letter.text for letter in letters),
        min(letter.left for letter in letters),
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters),
    )
