"""What encoding a file is in is read from its bytes, and its text is never rewritten."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.decoding import decode, decode_named
from onrecord.ingest.problems import ENCODING, UnreadError

TEXT = "The mayor of Aster left.\r\n“It was time,” she told the café — no more.\r\n"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + TEXT.encode(), id="utf-8-with-mark"),
        pytest.param(b"\xff\xfe" + TEXT.encode("utf-16-le"), id="utf-16-with-mark"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), id="utf-16-big-end-first"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16-by-its-nuls"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16-big-end-first-by-its-nuls"),
        pytest.param(b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), id="utf-32-with-mark"),
        pytest.param(TEXT.encode("cp1252"), id="windows-1252"),
    ],
)
def test_one_text_is_read_from_every_encoding(raw):
    """Whatever the encoding, the text is the same: the mark dropped, the line ends kept."""
    assert decode(raw) == TEXT


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        pytest.param(TEXT.encode("mac-roman"), "line 2 is not UTF-8", id="mac-roman"),
        pytest.param("Мэр города подал в отставку.".encode("cp1251"), "line 1 is not UTF-8", id="cyrillic-code-page"),
        pytest.param("Burmistrz złożył rezygnację".encode("iso-8859-2"), "line 1 is not UTF-8", id="latin-2"),
        pytest.param("市長は月曜日に辞任した".encode("shift-jis"), "line 1 is not UTF-8", id="shift-jis"),
        pytest.param(TEXT.encode() + b"caf\xe9", "line 3, where a byte is broken", id="utf-8-with-a-foreign-byte"),
        pytest.param("“The” café".encode()[:-1], "line 1, where a byte is broken", id="utf-8-cut-off"),
        pytest.param(b"\xff\xfea\xd8", "says it is UTF-16", id="utf-16-broken"),
    ],
)
def test_what_shows_no_encoding_is_not_guessed(raw, told):
    """A guess would put wrong letters on the record; the message names the line and says what to do."""
    with pytest.raises(UnreadError, match=told) as caught:
        decode(raw)
    assert caught.value.code == ENCODING
    assert "save it as UTF-8" in caught.value.why


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        pytest.param(b"caf\xe9", "iso-8859-1", "café", id="latin-1"),
        pytest.param(b"\x93yes\x94", "iso-8859-1", "“yes”", id="latin-1-means-windows-1252"),
        pytest.param("мэр".encode("koi8-r"), "koi8-r", "мэр", id="koi8"),
        pytest.param("café".encode(), "us-ascii", "cafÃ©", id="a-wrong-name-that-fits"),
        pytest.param("café ”".encode(), "shift_jis", "café ”", id="a-wrong-name-that-does-not-fit"),
        pytest.param("café".encode(), "nonsense", "café", id="no-encoding-of-this-name"),
        pytest.param("café".encode(), "hex", "café", id="no-encoding-for-text"),
        pytest.param("café".encode(), None, "café", id="none-named"),
        pytest.param(b"\xef\xbb\xbfcaf\xc3\xa9", "iso-8859-1", "café", id="a-mark-goes-first"),
    ],
)
def test_a_named_encoding_is_taken_where_it_fits(raw, charset, text):
    """The name goes before the evidence of the bytes, but not before a byte-order mark."""
    assert decode_named(raw, charset) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_is_never_taken_for_anything_else(text):
    """Every text without a NUL comes back from UTF-8 as it was."""
    assert decode(text.encode()) == text
