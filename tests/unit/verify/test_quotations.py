"""The words of a quotation, and where a text has them."""

import pytest

from onrecord.model.span import Span
from onrecord.verify.quotations import parts_of, tokens_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param('"We will go,"', [["we", "will", "go"]], id="plain"),
        pytest.param("“It’s 1,500 … or none”", [["it", "s", "1,500"], ["or", "none"]], id="left-out"),
        pytest.param('"he [Vole] stayed"', [["he"], ["stayed"]], id="brackets"),
        pytest.param('"..."', [], id="nothing"),
    ],
)
def test_a_quotation_is_parted_where_words_are_left_out(words, expected):
    """Case, marks and punctuation are no part of the wording."""
    assert [[token.text for token in part] for part in parts_of(Span("r", 0, len(words), words))] == expected


def test_tokens_keep_their_places():
    """Offsets are those of the text."""
    text = "a «Big» day"
    assert [text[token.start : token.end] for token in tokens_of(text)] == ["a", "Big", "day"]
