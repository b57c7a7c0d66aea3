"""The bytes of one report to its text, by what the bytes are; a suffix may be wrong."""

import re

from onrecord.ingest.decoding import decode_named
from onrecord.ingest.docx import read_docx
from onrecord.ingest.files import PDF, Form, check_not_binary, document_form
from onrecord.ingest.html import is_html, read_html
from onrecord.ingest.pdf import read_pdf
from onrecord.ingest.problems import LIST, UnreadError
from onrecord.ingest.text import checked, checked_size, read_text
from onrecord.ingest.told import Told
from onrecord.ingest.web import Fetched

LONGEST_LIST = 100_000
"""Code points up to which a text is looked at for being a list."""


def read_content(raw: bytes, form: Form) -> Told:
    """Return the text of a report, and what a page tells of itself.

    Raises:
        UnreadError: If the bytes hold no text of a report.
    """
    if told := read_document(raw, form):
        return told
    check_not_binary(raw)
    if form == "page" or is_html(raw):
        return read_html(raw)
    told = read_text(raw)
    if is_list(told.text or ""):
        raise UnreadError(LIST, "is a list of addresses; put @ before its name to have them read")
    return told


def read_document(raw: bytes, form: Form) -> Told | None:
    """Return the text of a PDF or Word file, as its bytes or its name tell; None for anything else.

    Raises:
        UnreadError: If it holds no text of a report.
    """
    match document_form(raw) or form:
        case "pdf" if raw.startswith(PDF):
            return read_pdf(checked_size(raw))
        case "docx":
            return read_docx(checked_size(raw))
        case _:
            return None


def is_list(text: str) -> bool:
    """Tell whether a text is nothing but addresses, one a line."""
    lines = [line.strip() for line in text[:LONGEST_LIST].splitlines()]
    named = [line for line in lines if line and not line.startswith("#")]
    return bool(named) and all(re.fullmatch(r"https?://\S+", line, re.IGNORECASE) for line in named)


def read_fetched(fetched: Fetched) -> Told:
    """Return the text of what an address answered.

    Raises:
        UnreadError: If it holds no text of a report.
    """
    raw = fetched.raw
    if told := read_document(raw, fetched.form):
        return told
    check_not_binary(raw)
    if fetched.form == "page" or is_html(raw):
        return read_html(raw, url=fetched.url, charset=fetched.charset)
    return Told(text=checked(decode_named(raw, fetched.charset)))
