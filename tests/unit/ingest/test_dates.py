"""A date given is EDTF or an ISO day with a time; anything else is not guessed at."""

import pytest

from onrecord.ingest.dates import given_date, metadata_date, read_date


@pytest.mark.parametrize(
    ("given", "date"),
    [
        pytest.param("1998-11-13", "1998-11-13", id="day"),
        pytest.param(" 1998-11-13 ", "1998-11-13", id="blanks-around"),
        pytest.param("1998-11", "1998-11", id="month"),
        pytest.param("1998", "1998", id="year"),
        pytest.param("1998-22", "1998-22", id="season"),
        pytest.param("1987~", "1987~", id="about"),
        pytest.param("1998-11-1X", None, id="a-day-half-unknown-is-level-2"),
        pytest.param("1998-11-XX", "1998-11-XX", id="a-day-of-the-month"),
        pytest.param("199X", "199X", id="decade"),
        pytest.param("1987-03-02/1987-03-08", "1987-03-02/1987-03-08", id="interval"),
        pytest.param("../1987-03-08", "../1987-03-08", id="open-start"),
        pytest.param("1987-03-02/", "1987-03-02/", id="unknown-end"),
        pytest.param("1998-11-13T10:00:00Z", "1998-11-13", id="time-in-utc"),
        pytest.param("1998-11-13T23:30:00.123-05:00", "1998-11-13", id="time-with-offset-keeps-its-day"),
        pytest.param("1998-11-13 10:00", "1998-11-13", id="time-after-a-blank"),
        pytest.param("1998-11-13 10:00:00 UTC", "1998-11-13", id="time-as-pandas-writes-it"),
        pytest.param("19981113", "1998-11-13", id="basic-day"),
        pytest.param("1996-02-29", "1996-02-29", id="leap-day"),
        pytest.param("1998-02-29", None, id="no-leap-day"),
        pytest.param("1998-11-31", None, id="no-such-day"),
        pytest.param("1998-13", None, id="no-such-month"),
        pytest.param("0000-01-01", None, id="no-such-year"),
        pytest.param("19981332", None, id="basic-no-such-day"),
        pytest.param("13 November 1998", None, id="words"),
        pytest.param("11/13/1998", None, id="month-first"),
        pytest.param("13.11.1998", None, id="day-first"),
        pytest.param("../..", None, id="no-date-at-all"),
        pytest.param("1998-11-13/nonsense", None, id="half-an-interval"),
        pytest.param("910915200", None, id="seconds"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_date_is_read_or_left(given, date):
    """What the calendar has in a known form is a date; no other form is guessed at."""
    assert read_date(given) == date


def test_a_given_day_is_its_own_window():
    """A day that a user gives is a point, and known as given."""
    published = given_date("1998-11-13")
    assert (published.value, published.window, published.candidates, published.basis) == (
        "1998-11-13",
        ("1998-11-13", "1998-11-13"),
        ("1998-11-13",),
        "given",
    )


def test_a_given_interval_is_the_window():
    """The ends of an interval are those of the window."""
    assert given_date("1987-03-02/1987-03-08").window == ("1987-03-02", "1987-03-08")


def test_a_page_s_date_is_known_as_metadata():
    """A page's date may be a copy's, so its basis is told."""
    assert metadata_date("1998-11-13").basis == "metadata"
