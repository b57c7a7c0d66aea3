"""Plain text: what stands in the file is the report."""

import re

from onrecord.ingest.decoding import decode
from onrecord.ingest.problems import BINARY, EMPTY, TOO_LARGE, UnreadError
from onrecord.ingest.told import Told

LONGEST = 20_000_000
"""Bytes of one report; a long novel has one million, and a record repeats each text."""
WORDLESS = re.compile(r"\W*")


def read_text(raw: bytes) -> Told:
    """Return the text of a plain file.

    Raises:
        UnreadError: If it is too large, empty, or no text.
    """
    return Told(text=checked(decode(checked_size(raw))))


def checked_size(raw: bytes) -> bytes:
    """Return the bytes of a report that is not too large.

    Raises:
        UnreadError: If it is.
    """
    if len(raw) > LONGEST:
        why = f"has more than {LONGEST // 1_000_000} MB, too much for one report; split it into its reports"
        raise UnreadError(TOO_LARGE, why)
    return raw


def checked(text: str) -> str:
    """Return a text that has words.

    Raises:
        UnreadError: If it has none, or is no text.
    """
    if "\0" in text:
        raise UnreadError(BINARY, "holds bytes that no text has; convert it to plain text")
    if WORDLESS.fullmatch(text):
        raise UnreadError(EMPTY, "has no words in it; put the report's text there, or leave it out")
    return text
