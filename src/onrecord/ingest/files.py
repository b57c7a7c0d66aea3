"""Files: how their bytes are had, and what kind of source one is."""

import re
from pathlib import Path
from typing import BinaryIO, Literal

from onrecord.ingest.problems import BINARY, DENIED, LOOP, MISSING, TOO_LARGE, UnreadError

Form = Literal["text", "page", "table", "pdf", "docx", "other"]

FORMS: dict[str, Form] = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "table",
    ".ndjson": "table",
    ".json": "table",
    ".csv": "table",
    ".tsv": "table",
    ".pdf": "pdf",
    ".docx": "docx",
}
REPORT_SUFFIXES = tuple(suffix for suffix, form in FORMS.items() if suffix and form != "table")

ZIP = b"PK\x03\x04"
WORD_PART = b"word/document.xml"
"""The part of a zip archive that makes it a Word file; its name is never packed."""
MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (ZIP, "a zip archive (or an office file)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
    (b"RIFF", "a sound, film or picture file"),
)
PDF = b"%PDF-"
ADDRESS_LIKE = re.compile(r"www\.[^/]+\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net)/")


def form_of(path: Path) -> Form:
    """Tell what kind of source a file is by its suffix; ``.0711`` is none."""
    suffix = path.suffix.lower()
    return FORMS.get(suffix if any(char.isalpha() for char in suffix) else "", "other")


def document_form(raw: bytes) -> Form | None:
    """Tell whether bytes are a PDF or a Word file, whatever they are called."""
    if raw.startswith(PDF):
        return "pdf"
    return "docx" if raw.startswith(ZIP) and WORD_PART in raw else None


def check_not_binary(raw: bytes) -> None:
    """Pass over bytes that may be text.

    Raises:
        UnreadError: If they begin as a file that is none.
    """
    for magic, what in MAGIC:
        if raw.startswith(magic):
            raise UnreadError(BINARY, f"is {what}, not text; unpack it or convert it to plain text")


def read_bytes(path: Path, *, at_most: int) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadError: If the system does not give them, or there are too many.
    """
    with open_file(path) as file:
        try:
            raw = file.read(at_most + 1)
        except OSError as error:
            raise denied(error) from error
    if len(raw) > at_most:
        why = f"has more than {at_most // 1_000_000} MB, too much to be read; split it into its reports"
        raise UnreadError(TOO_LARGE, why)
    return raw


def open_file(path: Path) -> BinaryIO:
    """Return an open file, which the caller closes.

    Raises:
        UnreadError: If it is not there, or the system says no.
    """
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        hint = "put https:// before it" if ADDRESS_LIKE.match(path.as_posix()) else "look at how its name is written"
        raise UnreadError(MISSING, f"there is no such file or folder; {hint}") from error
    except (OSError, ValueError) as error:
        raise denied(error) from error


def is_folder(path: Path) -> bool:
    """Tell whether this is a folder.

    Raises:
        UnreadError: If the system does not let one look.
    """
    try:
        return path.is_dir()
    except OSError as error:
        raise denied(error) from error


def identity(path: Path) -> str:
    """Return the one path that all names of a file or a folder lead to.

    Raises:
        UnreadError: If it leads nowhere.
    """
    try:
        return str(path.resolve())
    except (OSError, ValueError) as error:
        raise denied(error) from error
    except RuntimeError as error:  # what Python 3.11 and 3.12 raise for a link to itself
        raise UnreadError(LOOP, "is a link that leads back to itself; name the file it was meant to lead to") from error


def denied(error: OSError | ValueError) -> UnreadError:
    """Return what the system says against reading."""
    if isinstance(error, PermissionError):
        return UnreadError(DENIED, "may not be read; change its permissions, or copy it")
    reason = error.strerror if isinstance(error, OSError) else error
    return UnreadError(DENIED, f"cannot be read ({reason}); copy it to another place and try again")
