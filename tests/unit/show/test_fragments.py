"""Headings that are cut out of a sentence."""

import pytest

from onrecord.model.record import Generator, Record, Story
from onrecord.model.report import Report
from onrecord.show.fragments import begins_inside, ends_inside, say_fragment
from onrecord.show.lookup import look_up

TEXT = (
    "The bow door, which had leaked since May, gave way. It left late in a storm. "
    "“we saw nothing,” said Ana Teller. It sank when the Orla came. Pilots of the Orla saw it."
)


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        pytest.param("which had leaked", True, id="behind-a-comma"),
        pytest.param("gave way", True, id="behind-words"),
        pytest.param("It left", False, id="a-sentence"),
        pytest.param("The bow", False, id="the-first-words"),
        pytest.param("we saw", False, id="a-quote-that-begins-a-sentence"),
        pytest.param("Orla saw", False, id="a-name"),
    ],
)
def test_where_words_begin(words, inside):
    """Small letters in the middle of a sentence are a fragment's; a sentence and a name stand by themselves."""
    assert begins_inside(TEXT, TEXT.index(words)) is inside


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        pytest.param("It left late", True, id="before-more-words"),
        pytest.param("leaked since May", False, id="before-a-comma"),
        pytest.param("It sank", False, id="before-another-clause"),
        pytest.param("gave way", False, id="before-a-full-stop"),
        pytest.param("we saw nothing", False, id="in-a-quote"),
        pytest.param("saw it.", False, id="the-last-words"),
    ],
)
def test_where_words_end(words, inside):
    """A clause ends at a mark or at the end of its line; before other words it is cut."""
    assert ends_inside(TEXT, TEXT.index(words) + len(words)) is inside


@pytest.mark.parametrize(
    ("stretches", "said"),
    [
        pytest.param(["gave way"], "… gave way", id="begins-inside"),
        pytest.param(["It left late"], "It left late …", id="ends-inside"),
        pytest.param(["The bow door", "gave way"], "The bow door gave way", id="two-spans"),
        pytest.param([], "The bow door", id="words-that-no-span-has"),
    ],
)
def test_a_fragment_says_that_it_is_one(stretches, said):
    """An ellipsis stands where words were left out of a sentence; without a span there is none."""
    report = Report("r1", "a.txt", TEXT, "")
    lookup = look_up(Record(Generator("onrecord", "0"), Story("story", ""), (report,)))
    spans = [report.span(at := TEXT.index(words), at + len(words)) for words in stretches]
    assert say_fragment(lookup, " ".join(stretches) or "The bow door", spans) == said
