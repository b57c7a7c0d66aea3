"""Bytes to text: which encoding a file is in, by its own evidence, and nothing of it rewritten."""

import codecs
import re

from onrecord.ingest.problems import ENCODING, UnreadError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
UTF16_SAMPLE = 2000
"""Bytes that show whether every other one is NUL."""
UTF16_SHARE = 0.4
"""NULs among the high bytes of UTF-16 in a Latin script: nearly all, but for curly marks and dashes."""
UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
OUT_OF_PLACE = re.compile(
    "[^\\W\\d_A-Za-z]{3}"  # three accented letters in a row: Cyrillic or Greek in a code page of its own
    "|[a-z][À-ÖØ-ÞŠŽŒŸ]"  # a capital inside a word: the apostrophe and the accents of Mac Roman
    "|[A-Za-z][¡¤¥¦¬¯±²³µ¶¹¿×÷†‡‰‹ƒˆ˜][A-Za-z]"  # noqa: RUF001 - a sign inside a word: Polish, Czech or Turkish letters
)
LATIN1 = frozenset({"iso8859-1", "ascii"})
"""Names that mean Windows-1252 on the web (WHATWG Encoding, section 4.2)."""
ADVICE = "save it as UTF-8 in an editor and try again"


def decode(raw: bytes) -> str:
    """Return the text of a file; only a byte-order mark is dropped.

    Raises:
        UnreadError: If the bytes are text in no encoding that shows itself.
    """
    for mark, encoding in BOMS:
        if raw.startswith(mark):
            return decode_as(raw[len(mark) :], encoding)
    if utf16 := utf16_without_mark(raw):
        return decode_as(raw, utf16)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return decode_windows(raw, error)


def decode_as(raw: bytes, encoding: str) -> str:
    """Return the text of bytes that say what they are.

    Raises:
        UnreadError: If they are not.
    """
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        why = f"says it is {encoding.upper()}, but byte {error.start + 1:,} is not; {ADVICE}"
        raise UnreadError(ENCODING, why) from error


def utf16_without_mark(raw: bytes) -> str | None:
    """Name the UTF-16 in which every other byte is NUL, as in any text of a Latin script."""
    sample = raw[:UTF16_SAMPLE]
    if len(raw) % 2 or not sample:
        return None
    even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > UTF16_SHARE and not even:
        return "utf-16-le"
    return "utf-16-be" if even > UTF16_SHARE and not odd else None


def decode_windows(raw: bytes, not_utf8: UnicodeDecodeError) -> str:
    """Return the text of Windows-1252, if every high byte is a letter or a mark in its place.

    Raises:
        UnreadError: If the file is broken UTF-8, or in another code page.
    """
    line = raw.count(b"\n", 0, not_utf8.start) + 1
    in_sequences = sum(len(sequence) for sequence in UTF8_SEQUENCE.findall(raw))
    if in_sequences > len(HIGH.findall(raw)) / 2:
        why = f"is UTF-8 but for line {line:,}, where a byte is broken; mend that line, or {ADVICE}"
        raise UnreadError(ENCODING, why) from not_utf8
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    if not text or OUT_OF_PLACE.search(text):
        why = f"is in an encoding that is not known (line {line:,} is not UTF-8); {ADVICE}"
        raise UnreadError(ENCODING, why) from not_utf8
    return text


def decode_named(raw: bytes, charset: str | None) -> str:
    """Return the text of bytes whose encoding is named, if the name is one and they are in it; else by their evidence.

    Raises:
        UnreadError: If they are text in no encoding that shows itself.
    """
    encoding = codec_of(charset)
    if encoding is None or any(raw.startswith(mark) for mark, _ in BOMS):
        return decode(raw)
    try:
        return raw.decode(encoding)
    except UnicodeError:
        return decode(raw)


def codec_of(charset: str | None) -> str | None:
    """Return the codec of a name on the web; ``None`` if there is none for text."""
    if not charset:
        return None
    try:
        b"a".decode(charset)  # a codec that is none of a text, such as "hex", says so here
    except LookupError:
        return None
    except ValueError:
        pass
    name = codecs.lookup(charset).name
    return "cp1252" if name in LATIN1 else name
