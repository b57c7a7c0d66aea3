import itertools
from pathlib import Path

import pytest
from tokenizers import BertWordPieceTokenizer

from onrecord.align import wordpiece

VOCABULARY = Path(wordpiece.__file__).with_name("vocab.txt")

TEXTS = [
    pytest.param("", id="nothing"),
    pytest.param("The ferry sank in a storm off Cape Lorn early on Friday.", id="plain"),
    pytest.param("“We’re not at fault” — said Olav Rist, 57 (twice)…", id="marks"),
    pytest.param("Café Ångström, Łódź, İstanbul, naïve ﬁsh, Straße", id="accents"),
    pytest.param("antidisestablishmentarianism hydro-electricity 1,234.56 $3.5bn 12%", id="pieces"),
    pytest.param("a\u0301 e\u0300\u0323 o\u200bo \ufffd\0x \r\n\ty\u00a0z", id="combining-and-controls"),
    pytest.param("東京 talks 漢字x 한국 العربية हिन्दी 🙂👍🏽", id="scripts"),
    pytest.param("x" * 150 + " end", id="long-word"),
    pytest.param("`~^$+<=>|", id="ascii-symbols"),
]


@pytest.fixture(scope="module")
def reference():
    return BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)


@pytest.mark.parametrize("text", TEXTS)
def test_ids_are_those_of_the_reference(text, reference):
    """Our WordPiece gives the ids of `tokenizers`, whatever the script or the marks."""
    assert [piece.id for piece in wordpiece.read_pieces(text)] == reference.encode(text, add_special_tokens=False).ids


@pytest.mark.parametrize("text", TEXTS)
def test_tokens_stand_in_text_order_on_what_they_came_from(text):
    """Each token knows its code points: never empty, in order, inside the text."""
    pieces = wordpiece.read_pieces(text)
    assert all(0 <= piece.start < piece.end <= len(text) for piece in pieces)
    assert all(a.start <= b.start for a, b in itertools.pairwise(pieces))


def test_an_accent_does_not_shift_what_follows():
    """Offsets count the text's own code points, also where normalization takes some away."""
    text = "Cafe\u0301 fire"
    last = wordpiece.read_pieces(text)[-1]
    assert text[last.start : last.end] == "fire"
