import pytest

from onrecord.align.utterances import Said, make_renderings
from onrecord.model.marks import Statement
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.model.words import Word


def said(name, words, mode):
    report = Report(ReportId(name), name, words, "0" * 64)
    span = report.span(0, len(words))
    tokens = tuple(
        Word(i, 0, 1, text, text.lower(), "NOUN", "NN", "dep", 0, "", 0) for i, text in enumerate(words.split())
    )
    return Said(Statement(f"s-{name}", report.id, mode, (span,), "test"), span, tokens)


BASE = said("ra", "We know of no fault in the ship", "direct")


@pytest.mark.parametrize(
    ("words", "mode", "relation"),
    [
        pytest.param("We know of no fault in the ship", "direct", "same_words", id="same"),
        pytest.param("no fault in the ship", "mixed", "shortened", id="shortened"),
        pytest.param("the vessel was sound", "indirect", "other_words", id="other-words"),
    ],
)
def test_a_rendering_is_told_by_its_words(words, mode, relation):
    """How a rendering stands to the base is read off their common words."""
    found = make_renderings([said("rb", words, mode), BASE])
    assert {rendering.statement: rendering.relation for rendering in found} == {"s-ra": "base", "s-rb": relation}


def test_the_fullest_direct_rendering_is_the_base():
    """Somebody's very words come before a longer report of them."""
    longer = said("rb", "he knew of no fault at all in the ship or in its door", "indirect")
    assert make_renderings([longer, BASE])[0].statement == "s-ra"
