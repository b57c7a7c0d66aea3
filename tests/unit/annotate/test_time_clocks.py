"""Times of day in words, read without a parse."""

import pytest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("at half past seven in the evening", "half past seven in the evening", "T19:30", id="half-past"),
        pytest.param("at a quarter to nine in the morning", "a quarter to nine in the morning", "T08:45", id="to"),
        pytest.param("at ten minutes to midnight", "ten minutes to midnight", "T23:50", id="to-midnight"),
        pytest.param("at twenty past noon", "twenty past noon", "T12:20", id="past-noon"),
        pytest.param("at eight in the morning", "eight in the morning", "T08:00", id="hour-of-a-part"),
        pytest.param("at 0630 GMT", "0630 GMT", "T06:30Z", id="four-digits"),
        pytest.param("at 20.30 hours", "20.30 hours", "T20:30", id="hours-with-a-point"),
        pytest.param("at 1647 local time", "1647 local time", "T16:47", id="local-time"),
        pytest.param("by mid-afternoon", "mid-afternoon", "", id="part"),
    ],
)
def test_a_time_of_day_is_of_the_day_spoken_of(times_in, text, words, value):
    """A time of day in words has its hour, on the day that the text names; without one it has no value."""
    day, time = times_in(f"On 9 November it sank. It was seen {text}.")
    assert (day.value, time.span.exact, time.value) == ("1998-11-09", words, f"1998-11-09{value}")
    (alone,) = times_in(f"It was seen {text}.")
    assert (alone.kind, alone.value) == ("time", None)


def test_an_hour_that_may_be_of_either_half_has_no_value(times_in):
    """ "Half past seven" alone may be in the morning or in the evening."""
    time = times_in("On 9 November it sank at half past seven.")[1]
    assert (time.span.exact, time.value) == ("half past seven", None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("It took five to six weeks.", ["P5W"], id="a-length"),
        pytest.param("They killed two in the night.", [], id="a-count"),
        pytest.param("It was a late-night message.", [], id="a-kind-of-message"),
        pytest.param("It took an hour and a quarter.", ["PT1H15M"], id="an-hour-and-a-quarter"),
    ],
)
def test_what_is_no_time_of_day(times_in, text, values):
    """Lengths and counts are no hours."""
    assert [time.value for time in times_in(text)] == values
