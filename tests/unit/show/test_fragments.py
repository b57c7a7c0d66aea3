"""Headings that are cut out of a sentence."""

import pytest

from onrecord.model.claims import Claim, Reading
from onrecord.model.marks import Entity, Mention
from onrecord.model.record import Generator, Record, Story
from onrecord.model.report import Report
from onrecord.show.fragments import begins_inside, ends_inside, say_claim
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
    ("heading", "said"),
    [
        pytest.param("gave way", "… gave way", id="begins-inside"),
        pytest.param("It left late", "It left late …", id="ends-inside"),
        pytest.param("The bow door … gave way", "The bow door … gave way", id="two-pieces"),
        pytest.param("“… It sank", "“… It sank", id="cut-already"),
        pytest.param("It left\n late", "It left late …", id="other-white-space"),
        pytest.param("It never sailed", "It never sailed", id="words-of-no-report"),
    ],
)
def test_a_heading_says_where_it_is_cut(heading, said):
    """An ellipsis stands where words were left out of a sentence; words that no report has stand as they are."""
    assert say_claim(*claim_of(heading)) == said


def claim_of(heading, *, holders=(), entities=()):
    """A claim with that heading on the whole text of the only report."""
    report = Report("r1", "a.txt", TEXT, "")
    claim = Claim("c1", heading, None, 1.0, (Reading("r1", "full", (report.span(0, 40),), "happened", (), holders),))
    record = Record(Generator("onrecord", "0"), Story("story", ""), (report,), entities=entities, claims=(claim,))
    return look_up(record), claim


def entity(name, words, kind="pronoun", *, called="name"):
    """An entity that a later place names, and for which some words stand."""
    report = Report("r1", "a.txt", TEXT, "")
    at, end = TEXT.index(words), TEXT.index(words) + len(words.split()[0])
    return Entity(
        "e1", name, "thing", mentions=(Mention(report.span(at, end), kind), Mention(report.span(0, 3), called))
    )


@pytest.mark.parametrize(
    ("heading", "given", "said"),
    [
        pytest.param("It sank", {"entities": [("Aster", "It sank")]}, "It [Aster] sank", id="the-one-it-stands-for"),
        pytest.param("It sank", {"entities": [("Aster", "It left")]}, "It sank", id="a-mention-elsewhere"),
        pytest.param("It sank when the Orla came", {"entities": [("Orla", "It sank")]}, None, id="named-itself"),
        pytest.param("It sank", {"entities": [("the ship", "It sank", "nominal")]}, "It sank", id="nobody-names-it"),
        pytest.param("It sank", {}, "It sank", id="not-known"),
        pytest.param("I saw it", {"holders": ("e1",), "entities": [("Teller", "It sank")]}, None, id="no-such-words"),
    ],
)
def test_a_pronoun_that_begins_a_heading_is_told(heading, given, said):
    """Behind a pronoun stands in brackets whom the record takes it for, if some report calls that by a name."""
    entities = tuple(
        entity(one[0], one[1], called=one[2] if len(one) > 2 else "name") for one in given.get("entities", ())
    )
    words = say_claim(*claim_of(heading, holders=given.get("holders", ()), entities=entities))
    assert words.removesuffix(" …") == (said or heading)


def test_a_speaker_is_told_behind_the_word_by_which_he_means_himself():
    """A heading in the first person names who has it, as the reading of that report holds."""
    text = "“I’ll never sail again,” said Ana Teller."
    report = Report("r1", "a.txt", text, "")
    teller = Entity("e1", "Ana Teller", "person", mentions=(Mention(report.span(29, 39), "name"),))
    reading = Reading("r1", "full", (report.span(1, 22),), "happened", (), ("e1",))
    claim = Claim("c1", "I’ll never sail again", None, 1.0, (reading,))
    record = Record(Generator("onrecord", "0"), Story("story", ""), (report,), entities=(teller,), claims=(claim,))
    assert say_claim(look_up(record), claim) == "I’ll [Ana Teller] never sail again"
