"""Titles cut at their end, and without marks that nothing closes."""

import pytest

from onrecord.ledger.captions import LONGEST_TITLE
from onrecord.ledger.complements import CUT, cut_short, without_open_marks


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("t]olls on ferries", "tolls on ferries", id="bracket"),
        pytest.param("his “open port campaign", "his open port campaign", id="quotation-mark"),
        pytest.param('the "open port" plan', 'the "open port" plan', id="closed-marks-stay"),
        pytest.param('the "open port', "the open port", id="straight-mark"),
        pytest.param("", "", id="empty"),
    ],
)
def test_marks_that_nothing_closes_are_left_out(text, whole):
    """A bracket or quotation mark without its other half goes; pairs stay."""
    assert without_open_marks(text) == whole


def test_a_long_title_is_cut_at_its_end():
    """What is too long keeps its beginning, ends at a word, and says that it goes on."""
    text = "Corland sold the ferries " + "and the tugs " * 9
    short = cut_short(text)
    assert len(short) <= LONGEST_TITLE
    assert short.endswith(CUT)
    assert text.startswith(short.removesuffix(CUT) + " ")
    assert cut_short("Corland sold the ferries") == "Corland sold the ferries"
