"""Plain text: what stands in the file is the report."""

import re

from onrecord.ingest.decoding import decode
from onrecord.ingest.problems import BINARY, EMPTY, ENCODING, TOO_LARGE, UnreadError
from onrecord.ingest.told import Told

LONGEST = 20_000_000
"""Bytes of one report; a long novel has one million, and a record repeats each text."""
WORD = re.compile(r"\w+(?:['’]\w+)*")
FEWEST = 3
"""Words in a row that may be a sentence: "Ferry sinks off Aster" and "23 people died", but not "Fire" or "Home"."""
UNSPACED = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u9fff\U00020000-\U0003ffff]{6}")
"""Scripts that put no space between words (Thai, Burmese, Khmer, Japanese, Chinese): their language is told later."""
SURROGATE = re.compile("[\ud800-\udfff]")


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
    """Return a text that says something.

    Raises:
        UnreadError: If it has no three words in a row, or is no text.
    """
    if "\0" in text:
        raise UnreadError(BINARY, "holds bytes that no text has; convert it to plain text")
    if half := SURROGATE.search(text):
        why = (
            f"has half a character (\\u{ord(half[0]):x}, a lone surrogate) at {half.start() + 1:,}; write it anew there"
        )
        raise UnreadError(ENCODING, why)
    if not WORD.search(text):
        raise UnreadError(EMPTY, "has no words in it; put the report's text there, or leave it out")
    if not has_sentence(text):
        raise UnreadError(EMPTY, f"has no {FEWEST} words in a row; put the report's text there, or leave it out")
    return text


def has_sentence(text: str) -> bool:
    """Tell whether three words stand in a row, at most one of them without a letter.

    >>> has_sentence("23 people died"), has_sentence("--- 123 ---"), has_sentence("Fire")
    (True, False, False)
    """
    lettered: list[bool] = []
    for word in WORD.finditer(text):
        lettered = [*lettered[1 - FEWEST :], any(char.isalpha() for char in word[0])]
        if len(lettered) == FEWEST and sum(lettered) >= FEWEST - 1:
            return True
    return UNSPACED.search(text) is not None
