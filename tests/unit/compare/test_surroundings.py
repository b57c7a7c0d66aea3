"""What a number counts, whose it is and whether it is a part; read by the real parser."""

import pytest

from onrecord.annotate import annotate
from onrecord.annotate.nlp import SpacyNlp
from onrecord.compare.measures import quantity_of, same_kind
from onrecord.compare.scores import pairs_in
from onrecord.compare.surroundings import is_corrected, with_context
from onrecord.compare.told import bare_told
from onrecord.model.report import Published, Report, ReportId

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def notes_of():
    """Return what a report of some text shows."""
    nlp = SpacyNlp()

    def read(text):
        report = Report(ReportId("a"), "a.txt", text, "a", published=Published("1998-05-04"))
        return annotate(report, nlp=nlp)

    return read


def quantities(notes):
    return [with_context(quantity_of(amount), amount, bare_told(notes)) for amount in notes.amounts]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("Divers found four of the nine vases.", [True, False], id="four-of-the-nine"),
        pytest.param(
            "Divers saw the three large vases among the nine on deck.", [True, False], id="three-among-the-nine"
        ),
        pytest.param("Two of them sank.", [True], id="two-of-them"),
        pytest.param("The oldest of them, a bowl worth $7 million, is gone.", [True], id="worth-of-one-of-them"),
        pytest.param("The number of them rose to 40.", [False], id="the-number-of-them"),
        pytest.param("The nine vases are worth $7 million.", [False, False], id="all"),
    ],
)
def test_what_is_set_into_a_larger_number_is_a_part(notes_of, text, parts):
    """A part is never compared as the whole."""
    assert [quantity.part for quantity in quantities(notes_of(text))] == parts


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        pytest.param("Bakers go on retiring at 57.", "Judges retire at 55.", False, id="below-a-preposition"),
        pytest.param("Bakers retire at 57.", "Bakers want to retire at 55.", True, id="one-subject"),
        pytest.param("There were 218 aboard.", "The barge had 231 people on board.", True, id="aboard"),
    ],
)
def test_numbers_of_others_are_not_compared(notes_of, first, second, alike):
    """A verb that is not finite takes the subject of its governor; those aboard are people."""
    (a,), (b,) = quantities(notes_of(first)), quantities(notes_of(second))
    assert same_kind(a, b) is alike


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("There were 218 aboard.", "aboard", id="aboard"),
        pytest.param("Of the 231 people who were on board, most slept.", "aboard", id="relative-clause"),
        pytest.param("The tug took 71 people on board.", None, id="taken-aboard"),
        pytest.param("The island has 71 people.", None, id="no-place"),
    ],
)
def test_a_place_holds_for_all_that_are_counted(notes_of, text, place):
    """Not for those that are only now taken there."""
    (quantity,) = quantities(notes_of(text))
    assert quantity.place == place


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("The council rejected the plan by 76 votes to 73.", [("76", "73")], id="votes-to"),
        pytest.param("The plan was carried by 76 to 72.", [("76", "72")], id="to"),
        pytest.param("The plan passed 76-73 in the council.", [("76", "73")], id="dash"),
        pytest.param("The clerk read it out: 76 for, 73 against.", [("76", "73")], id="for-and-against"),
        pytest.param("The count rose from 3 to 5.", [], id="change"),
        pytest.param("The guards won 10-12 seats.", [], id="range"),
        pytest.param("The council met from 10 to 12 on Monday and voted.", [], id="clock"),
        pytest.param("The mayor sold 76 cows to 12 farmers.", [], id="no-vote"),
    ],
)
def test_the_two_numbers_of_a_vote_are_one_score(notes_of, text, pairs):
    """Neither a range nor a change, a date or a clock is a score."""
    notes = notes_of(text)
    assert [(first.value, second.value) for first, second in pairs_in(notes.amounts, notes)] == pairs


@pytest.mark.parametrize(
    ("text", "counted", "fate"),
    [
        pytest.param("The state has raised to 21 the number of people killed.", "people", "dead", id="raised-to"),
        pytest.param("The number of ships rose to 40.", "ship", None, id="no-people"),
    ],
)
def test_a_number_that_the_number_of_something_comes_to_counts_it(notes_of, text, counted, fate):
    """With the fate that stands below "number"."""
    (quantity,) = quantities(notes_of(text))
    assert (quantity.head, quantity.fate) == (counted, fate)


def test_a_number_that_is_said_not_to_be_so_is_set_aside(notes_of):
    """Of "not 17 but at least 24" only the second is the report's own."""
    notes = notes_of("The mayor said that not 17 but at least 24 people were missing.")
    assert [is_corrected(amount, bare_told(notes)) for amount in notes.amounts] == [True, False]
