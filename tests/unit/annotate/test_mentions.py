"""Entities of one report with their mentions: names, nominals, metonyms; the parser is needed."""

import hashlib

import pytest

from onrecord.annotate.body import find_layout
from onrecord.annotate.mentions import find_entities
from onrecord.annotate.nlp import SpacyNlp
from onrecord.annotate.quotes import find_quotes
from onrecord.model.report import Report
from onrecord.model.span import ReportId

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp():
    return SpacyNlp()


@pytest.fixture
def entities(nlp):
    def find(text, outlet=None):
        report = Report(ReportId("r1"), "one.txt", text, hashlib.sha256(text.encode()).hexdigest(), outlet=outlet)
        layout = find_layout(report)
        return find_entities(report, nlp.parse(text, layout.stretches), find_quotes(report, layout)[0])

    return find


def named(found, name):
    return next((entity for entity in found if entity.name == name), None)


def words_of(entity):
    return [mention.span.exact for mention in entity.mentions]


@pytest.mark.parametrize(
    ("text", "name", "kind", "mentions"),
    [
        pytest.param(
            "Henrik Vole said so. Mr Vole was on board. Later Vole left.",
            "Henrik Vole", "person", ["Henrik Vole", "Mr Vole", "Vole"], id="last-name",
        ),
        pytest.param(
            "Mira van der Aalst wrote the plan. Aalst left in May.",
            "Mira van der Aalst", "person", ["Mira van der Aalst", "Aalst"], id="several-particles",
        ),
        pytest.param(
            "Sami al-Nasri owns the mill. Nasri is 71.",
            "Sami al-Nasri", "person", ["Sami al-Nasri", "Nasri"], id="article-with-a-hyphen",
        ),
        pytest.param(
            "Transport Minister Greta Amundal said it was too early. The minister left.",
            "Greta Amundal", "person", ["Greta Amundal", "The minister"], id="office",
        ),
        pytest.param(
            "The captain, Henrik Vole, 57, is among the missing.",
            "Henrik Vole", "person", ["The captain", "Henrik Vole"], id="apposition",
        ),
        pytest.param(
            "Merrow Line owns the ferry. The company said it knew of no fault.",
            "Merrow Line", "organization", ["Merrow Line", "The company", "it"], id="company",
        ),
        pytest.param(
            "The Seamen's Union said the door leaked. The union has told the police.",
            "Seamen's Union", "organization", ["Seamen's Union", "The union"], id="union",
        ),
        pytest.param(
            "The trawler Ina Marie took in 34 people. The Ina Marie came late.",
            "Ina Marie", "thing", ["Ina Marie", "Ina Marie"], id="ship",
        ),
        pytest.param(
            "Tarsona's transport minister resigned. A Tarsonan court had asked for it.",
            "Tarsona", "state", ["Tarsona", "Tarsonan"], id="invented-state",
        ),
        pytest.param(
            "Contemporary Harbor Services said so on Monday. Nobody at CHS would say more.",
            "Contemporary Harbor Services", "organization", ["Contemporary Harbor Services", "CHS"], id="acronym",
        ),
        pytest.param(
            "The ferry sank. The coastguard said nobody was hurt. The coastguard called off its search.",
            "coastguard", "organization", ["The coastguard", "The coastguard", "its"], id="nominal-of-its-own",
        ),
    ],
)  # fmt: skip
def test_an_entity_has_all_its_mentions(entities, text, name, kind, mentions):
    """Names, offices, nouns and pronouns for one bearer are one entity, named by its fullest name without title."""
    entity = named(entities(text), name)
    assert entity is not None
    assert (entity.type, words_of(entity)) == (kind, mentions)


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        pytest.param(
            "President Solander spoke on Monday. The Solander Fund paid for the hall. Solander left at noon.",
            "Solander", ["President Solander", "Solander"], id="office-beside-a-body-called-after-him",
        ),
        pytest.param(
            "President Solander signed the NSP on Monday. The Solander NSP is short. Solander wrote the NSP in May.",
            "Solander", ["President Solander", "Solander", "Solander"], id="an-acronym-behind-the-name",
        ),
        pytest.param(
            "Ida Merrow owns the Merrow Line. The Merrow Line has two ferries. Merrow left at noon.",
            "Ida Merrow", ["Ida Merrow", "Merrow"], id="full-name-beside-a-body-called-after-her",
        ),
    ],
)  # fmt: skip
def test_a_titled_name_is_a_person_whatever_is_called_after_it(entities, text, name, mentions):
    """A name under an office, or the last of a full name, stays a person's beside a body that opens with it."""
    person = named(entities(text), name)
    assert (person.type, words_of(person)) == ("person", mentions)


def test_a_body_called_after_nobody_in_the_report_is_a_body(entities):
    """Without title or full name beside it, the first word of a body's name is the body."""
    found = entities("Merrow Line owns the ferry. Merrow said it knew of no fault. Owner Merrow was fined in May.")
    assert words_of(named(found, "Merrow Line"))[:2] == ["Merrow Line", "Merrow"]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        pytest.param(
            "The Kallport Relief Fund has paid. The pension fund said it had not been asked.",
            "Kallport Relief Fund", ["The Kallport Relief Fund"], id="a-modifier-of-its-own",
        ),
        pytest.param(
            "The Northern Weather Service warned of the storm. The inquiry said nobody had listened.",
            "Northern Weather Service", ["The Northern Weather Service"], id="another-noun",
        ),
        pytest.param(
            "The union said the door leaked. The Seamen's Union has told the police.",
            "Seamen's Union", ["The Seamen's Union"], id="never-forward",
        ),
        pytest.param(
            "The Northern Herald has the letter. The newspaper said it came by post.",
            "Northern Herald", ["The Northern Herald", "The newspaper", "it"], id="a-noun-that-stands-for-it",
        ),
        pytest.param(
            "The Kallport Relief Fund has paid. The relief fund said it was glad.",
            "Kallport Relief Fund", ["The Kallport Relief Fund", "The relief fund", "it"], id="a-modifier-of-its-name",
        ),
    ],
)  # fmt: skip
def test_a_noun_for_a_body_says_nothing_that_the_body_is_not(entities, text, name, mentions):
    """A noun goes back to a body that it is called by, or may stand for, and that has all the noun's modifiers."""
    found = named(entities(text), name)
    assert [words.removeprefix("The ") for words in words_of(found)] == [m.removeprefix("The ") for m in mentions]


def test_a_city_that_acts_is_its_government_and_a_place_is_not(entities):
    """A capital that speaks is a government, part of its state; as the goal of a trip it stays a place."""
    found = entities(
        "Norway has two ferries. Oslo accused the owner of neglect. The owner had flown to Oslo on Monday."
    )
    government, place, state = (named(found, name) for name in ("government of Norway", "Oslo", "Norway"))
    assert [(m.span.exact, m.kind) for m in government.mentions] == [("Oslo", "metonym")]
    assert government.part_of == state.id
    assert (place.type, words_of(place)) == ("place", ["Oslo"])


def test_two_ministers_are_not_one(entities):
    """A noun with a word that contradicts an office does not bind to its holder."""
    found = entities("Prime Minister Oskar Torvald declared mourning. The transport minister kept silent about it.")
    assert words_of(named(found, "Oskar Torvald")) == ["Oskar Torvald"]


@pytest.mark.parametrize(
    ("text", "joint", "members"),
    [
        pytest.param(
            "Erik Solander and Rolf Dahm said the door had leaked.",
            "Erik Solander and Rolf Dahm", ["Erik Solander", "Rolf Dahm"], id="coordination",
        ),
        pytest.param(
            "Norway and Denmark share the strait. Both countries signed the pact.",
            "countries", ["Norway", "Denmark"], id="both",
        ),
    ],
)  # fmt: skip
def test_joint_actors_have_members(entities, text, joint, members):
    """Who speaks or acts together is a group whose members are the entities of the report."""
    found = entities(text)
    names = {entity.id: entity.name for entity in found}
    assert [names[member] for member in named(found, joint).members] == members


def test_headlines_teach_no_names_but_know_them(entities):
    """Capitals of a headline are no evidence of a name; a name of the body is found in it."""
    found = entities("Vole Faces Long Inquiry\n\nHenrik Vole left Kallport on Monday. Nobody has seen Vole since.\n")
    assert words_of(named(found, "Henrik Vole")) == ["Vole", "Henrik Vole", "Vole"]
    assert not any("Inquiry" in words for entity in found for words in words_of(entity))


def test_a_headline_may_tell_the_given_name(entities):
    """A given name in front of a name that the body uses alone makes it the person's full name."""
    text = "Lena Forss Tells Of Rescue\n\nForss was half asleep on Friday. She woke at once, she said.\n"
    assert words_of(named(entities(text), "Lena Forss")) == ["Lena Forss", "Forss", "She", "she"]


def test_a_dateline_names_the_agency_in_full(entities):
    """The initials of the outlet in its dateline stand for the outlet."""
    text = "KALLPORT, Tarsona, Nov 13 (UT) - The ferry Aster sank early on Friday.\n\nNobody was hurt in the storm.\n"
    agency = named(entities(text, outlet="Union Telegraph"), "Union Telegraph")
    assert words_of(agency) == ["UT"]


@pytest.mark.parametrize(
    "text",
    ["", "😀 🎉", "\r\n\r\n", "“", "A", "ÀÉ", "He said.", "Mr.", "U.S.-", "The", "' s", "of of of", "Lt. Lt. Lt."],
)
def test_strange_texts_have_sound_mentions(entities, text):
    """Whatever the text, each entity has a mention, and ids number the entities in order."""
    found = entities(text)
    assert all(entity.mentions for entity in found)
    assert [entity.id for entity in found] == [f"r1.e{n}" for n in range(1, len(found) + 1)]
