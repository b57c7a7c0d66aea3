"""Names: what bears them by the consensus of a report, and which names are one bearer's."""

import pytest

from onrecord.annotate.clusters import initials, is_short_for
from onrecord.annotate.datelines import read_dateline
from onrecord.lang import table
from onrecord.lang.states import index_states, known_states, state_of_demonym

SHORT = [
    pytest.param("vole", "henrik vole", True, id="last-name"),
    pytest.param("henrik", "henrik vole", True, id="given-name"),
    pytest.param("h vole", "henrik vole", True, id="initial"),
    pytest.param("rolf dahm", "rolf k dahm", True, id="middle-initial"),
    pytest.param("lena vole", "henrik vole", False, id="other-given-name"),
    pytest.param("l vole", "henrik vole", False, id="other-initial"),
    pytest.param("henrik", "henrik", False, id="no-longer-name"),
]


@pytest.mark.parametrize(("short", "full", "fits"), SHORT)
def test_a_short_name_never_contradicts_the_full_one(short, full, fits):
    """A person goes by last name, given name or initial, never by another given name."""
    assert is_short_for(short.split(), full.split()) is fits


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        pytest.param("union telegraph", "ut", id="all-words"),
        pytest.param("bureau of northern ferries", "bnf", id="small-words-left-out"),
        pytest.param("kallport shipping corp.", "ks", id="corporate-word-left-out"),
        pytest.param("kallport shipping corp.", "ksc", id="corporate-word-kept"),
    ],
)
def test_initials_come_with_and_without_small_words(name, letters):
    """An acronym may leave out "of" and "Corp."."""
    assert letters in initials(name.split())


@pytest.mark.parametrize(
    ("word", "state"),
    [
        pytest.param("Tarsonan", "Tarsona", id="n"),
        pytest.param("Tarsonans", "Tarsona", id="people"),
        pytest.param("Velmarian", "Velmaria", id="ia"),
        pytest.param("Dzorani", "Dzoran", id="i"),
        pytest.param("Morranese", "Morrano", id="ese"),
        pytest.param("Vessa", None, id="a-name-is-no-word-for-people"),
        pytest.param("Herald", None, id="other-word"),
    ],
)
def test_the_word_for_a_people_leads_to_its_state(word, state):
    """States that no table lists are known by the words made of their names."""
    assert state_of_demonym(word, index_states(["Vessa", "Tarsona", "Velmaria", "Dzoran", "Morrano"])) == state


def test_no_form_of_a_listed_state_is_anothers():
    """Names, peoples and cities of the table lead to one state each, and no city is a state's name."""
    known = known_states()
    assert not known.names.keys() & known.cities.keys()
    clashes = {form for form in known.names.keys() & known.demonyms.keys() if known.names[form] != known.demonyms[form]}
    assert not clashes


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        pytest.param(
            "KALLPORT, Tarsona, Nov 13 (Union Telegraph) -",
            [("KALLPORT", "place"), ("Tarsona", "state"), ("Union Telegraph", "agency")],
            id="agency",
        ),
        pytest.param("VESSA -", [("VESSA", "place")], id="place"),
        pytest.param("BARUK, 10 October /Dzinform/.", [("BARUK", "place"), ("Dzinform", "agency")], id="slashes"),
        pytest.param("Saturday, 14 November 1998, 19:10", [], id="date-alone"),
    ],
)
def test_a_dateline_names_place_state_and_agency(line, parts):
    """Dates are no names."""
    assert [(line[start:end], part) for start, end, part in read_dateline(line)] == parts


def test_no_given_name_tells_two_genders():
    """A name that men and women bear is left out: it tells nothing."""
    names = table("first_names")
    assert not set(names["male"].split()) & set(names["female"].split())
