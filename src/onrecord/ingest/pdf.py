"""PDF files, with the extra ``onrecord[pdf]``: what stands where on a page, by PDFium.

PDFium (BSD, Apache) says of each letter where it stands; the order of reading is ours (`onrecord.ingest.pdf_layout`).
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from onrecord.ingest.pdf_layout import Piece
from onrecord.ingest.pdf_text import HYPHEN, SOFT, join_pages
from onrecord.ingest.problems import BINARY, LOCKED, NEEDS_EXTRA, NO_TEXT_LAYER, TOO_LARGE, UnreadError
from onrecord.ingest.text import LONGEST, checked
from onrecord.ingest.told import Told

NEEDS_PASSWORD = 4
"""What PDFium answers where a file is locked (FPDF_ERR_PASSWORD)."""
BROKEN_WORD = "\x02"
"""What PDFium gives for a hyphen at the end of a line."""
APART = 0.28
"""Heights of a letter from which white space parts two words that no blank parts."""
INSIDE = 0.6
"""Share of the mean letter by which a letter may stand to the left of the last one and still be of its word."""

SMALL, RAISED = 0.8, 0.15
"""Heights of a letter below which the next one is small, and by which it must stand higher, to be raised; word
processors set the number of a note at about three fifths, a third higher."""
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LONGEST_UNIT = 2
"""Letters of a unit that may be squared, at the most."""
SLANT = 0.1
"""Quarter turns by which a line may be aslant: a scan that lay askew is read, "DRAFT" across the page is not."""
MOST_PAGES = 10_000
"""Pages of a PDF, at the most: a few bytes can claim millions of them."""


def read_pdf(raw: bytes) -> Told:
    """Return the text of a PDF in reading order, without what runs along the pages, and where each page begins.

    Raises:
        UnreadError: If the extra is not installed, or the file is broken, locked, too large or only pictures.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ImportError as error:
        why = 'is a PDF; run `pip install "onrecord[pdf]"`, or save it as plain text'
        raise UnreadError(NEEDS_EXTRA, why) from error
    try:
        with pypdfium2.PdfDocument(raw) as document:
            pages = read_pages(document, pypdfium2.raw)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == NEEDS_PASSWORD:
            why = "is a PDF that asks for a password; save a copy without one, or print it to a new PDF"
            raise UnreadError(LOCKED, why) from error
        raise UnreadError(BINARY, f"is a PDF that cannot be read ({error}); save it as plain text") from error
    if not any(pages):
        raise UnreadError(NO_TEXT_LAYER, "is a PDF of pictures, without text; run text recognition over it first")
    text, starts = join_pages(pages)
    return Told(text=checked(text), pages=starts)


def read_pages(document: Any, pdfium: Any) -> list[list[Piece]]:  # noqa: ANN401 - an extra
    """Return the words of each page.

    Raises:
        UnreadError: If there are too many pages, or too much on them.
    """
    if len(document) > MOST_PAGES:
        raise UnreadError(TOO_LARGE, f"has {len(document):,} pages, too many for one report; split it into its parts")
    pages, left = [], LONGEST
    for page in document:
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise UnreadError(TOO_LARGE, "is a PDF with too much text for one report; split it into its parts")
        pages.append(list(join_letters(upright(list(letters_on(text, pdfium))))))
    return pages


def letters_on(text: Any, pdfium: Any) -> Iterator[tuple[Piece, int]]:  # noqa: ANN401 - an extra
    """Yield the letters of a page with the quarter turns of their line; blanks between words are letters, too."""
    quarter = 0
    for at in range(text.count_chars()):
        sign = chr(pdfium.FPDFText_GetUnicode(text, at))
        if sign in "\r\n":
            sign = " "
        box = pdfium.FS_RECTF()
        known = pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        if not known and sign.strip():
            continue
        shown = HYPHEN if sign == BROKEN_WORD else sign
        if shown.strip() and shown != SOFT:
            turns = pdfium.FPDFText_GetCharAngle(text, at) / (math.pi / 2)
            quarter = round(turns)
            if abs(turns - quarter) > SLANT:
                continue
        if shown.isprintable() or shown in (" ", SOFT):
            yield turned(shown, (box.left, box.bottom, box.right, box.top), quarter % 4), quarter % 4


def turned(sign: str, box: tuple[float, float, float, float], quarter: int) -> Piece:
    """Return a letter where it stands when the page is turned so that its line runs from the left."""
    left, low, right, high = box
    places = (
        (left, -high, right, -low),
        (-high, -right, -low, -left),
        (-right, low, -left, high),
        (low, left, high, right),
    )
    return Piece(sign, *places[quarter])


def upright(letters: Sequence[tuple[Piece, int]]) -> Iterator[Piece]:
    """Yield the letters that run as most of their page do: what stands crosswise is a stamp on the margin."""
    turns = Counter(quarter for letter, quarter in letters if letter.text.strip())
    usual = max(turns, key=lambda quarter: (turns[quarter], -quarter), default=0)
    return (letter for letter, quarter in letters if quarter == usual)


def join_letters(letters: Iterator[Piece]) -> Iterator[Piece]:
    """Yield the words that the letters of a page make, in the order of the file, without the marks of notes."""
    word: list[Piece] = []
    for letter in letters:
        raised = bool(word) and is_raised(word[-1], letter)
        if raised and is_note_mark(word):
            continue
        if word and (not letter.text.strip() or is_apart(word[-1], letter)):
            yield join_word(word)
            word = []
        if letter.text.strip():
            word.append(replace(letter, text=letter.text.translate(SUPERSCRIPT)) if raised else letter)
    if word:
        yield join_word(word)


def is_raised(last: Piece, letter: Piece) -> bool:
    """Tell whether a letter is a small raised digit."""
    small = letter.height < SMALL * last.height
    return small and letter.text.isdigit() and letter.bottom < last.bottom - RAISED * last.height


def is_note_mark(word: Sequence[Piece]) -> bool:
    """Tell whether a raised digit behind a word is the number of a note: "sank.¹"; not that of "km²" or "10⁶"."""
    return len(word) > LONGEST_UNIT and not word[-1].text.isdigit()


def is_apart(last: Piece, letter: Piece) -> bool:
    """Tell whether a letter begins another word: on another line, after a gap, or to the left of the last one."""
    size = max(last.height, 1.0)
    other_line = abs(letter.bottom - last.bottom) > size / 2
    gap = letter.left - last.right
    return other_line or gap > APART * size or gap < -INSIDE * size


def join_word(letters: list[Piece]) -> Piece:
    """Return the word that some letters make."""
    return Piece(
        "".join(letter.text for letter in letters),
        min(letter.left for letter in letters),
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters),
    )
