"""Dates in words: whatever EDTF can say is read by people, never its code."""

import pytest

from onrecord.model.date_words import say_date


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param("1976-21", "spring 1976", id="season"),
        pytest.param("1976-22/1976-23", "summer–autumn 1976", id="seasons-of-a-year"),
        pytest.param("2031-33", "first quarter of 2031", id="quarter"),
        pytest.param("2031-41", "second half of 2031", id="half"),
        pytest.param("199X", "the 1990s", id="decade"),
        pytest.param("19XX", "the 20th century", id="century"),
        pytest.param("20XX", "the 21st century", id="century-with-another-ending"),
        pytest.param("10XX", "the 11th century", id="a-teen"),
        pytest.param("XXXX-12-25", "25 Dec of an unknown year", id="year-not-said"),
        pytest.param("2031-W12", "week of 17 Mar 2031", id="week"),
        pytest.param("2031-W12-3", "19 Mar 2031", id="day-of-a-week"),
        pytest.param("1987-03-XX", "Mar 1987", id="day-not-said"),
        pytest.param("1987?", "perhaps 1987", id="unsure"),
        pytest.param("1976-22~", "about summer 1976", id="about-a-season"),
        pytest.param("199X/..", "from the 1990s", id="open-end"),
        pytest.param("../1976-23", "by autumn 1976", id="open-start"),
        pytest.param("1987-04-15TEV", "15 Apr 1987, evening", id="part-of-the-day"),
    ],
)
def test_no_code_of_a_date_is_left(value, said):
    """Seasons, quarters, weeks, digits left open, open ends and marks of doubt become words."""
    assert say_date(value) == said


@pytest.mark.parametrize("value", ["P6Y", "2031-W60", "1987-50", "soon", "../.."])
def test_what_is_no_date_comes_back_as_it_is(value):
    """Nothing is made up for what the calendar does not have."""
    assert say_date(value) == value
