from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.calendar import contains, edtf_of, edtf_range, month_days, overlap, week_days

DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        pytest.param("1987-03-02", "1987-03-02", "1987-03-02", id="day"),
        pytest.param("1987-02", "1987-02-01", "1987-02-28", id="month"),
        pytest.param("1988-02", "1988-02-01", "1988-02-29", id="leap-month"),
        pytest.param("1987", "1987-01-01", "1987-12-31", id="year"),
        pytest.param("198X", "1980-01-01", "1989-12-31", id="decade"),
        pytest.param("19XX", "1900-01-01", "1999-12-31", id="century"),
        pytest.param("1987-XX-XX", "1987-01-01", "1987-12-31", id="unspecified-parts"),
        pytest.param("1987-04-XX", "1987-04-01", "1987-04-30", id="unspecified-day"),
        pytest.param("1987-22", "1987-06-01", "1987-08-31", id="summer"),
        pytest.param("1987-24", "1987-12-01", "1988-02-29", id="winter-ends-next-year"),
        pytest.param("1987-35", "1987-07-01", "1987-09-30", id="quarter-of-level-2"),
        pytest.param("1987-W01", "1986-12-29", "1987-01-04", id="week"),
        pytest.param("1987~", "1987-01-01", "1987-12-31", id="a-mark-does-not-widen"),
        pytest.param("1987-03-02/1987-03-08", "1987-03-02", "1987-03-08", id="interval"),
        pytest.param("1987-03/1987-05", "1987-03-01", "1987-05-31", id="interval-of-months"),
        pytest.param("../1987-04-15", "0001-01-01", "1987-04-15", id="open-start"),
        pytest.param("1987-04-15/..", "1987-04-15", "9999-12-31", id="open-end"),
        pytest.param("1998-11-13T01:35", "1998-11-13", "1998-11-13", id="clock-time-covers-its-day"),
    ],
)
def test_a_date_covers_its_days(value, first, last):
    """A date in EDTF covers all days from its first to its last."""
    assert edtf_range(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", [None, "", "P3D", "PXY", "1987-02-30", "1987-13", "T01:35", "soon", "../..", "1987/1986"]
)
def test_what_is_no_date_has_no_days(value):
    """A duration, a day that no calendar has and an interval that ends before it starts cover nothing."""
    assert edtf_range(value) is None
    assert not overlap(value, "1987")
    assert not contains("../2100", value)


@pytest.mark.parametrize(
    ("a", "b", "meets", "holds"),
    [
        pytest.param("1987-03", "1987-03-31", True, True, id="inside"),
        pytest.param("1987-03", "1987-03-31/1987-04-02", True, False, id="across-the-edge"),
        pytest.param("1987-03", "1987-04-01", False, False, id="apart"),
        pytest.param("1987-03-31", "1987-03", True, False, id="wider"),
        pytest.param("1987/..", "1990-05", True, True, id="open"),
    ],
)
def test_how_two_dates_lie(a, b, meets, holds):
    """Two dates overlap where they share a day, and one contains the other where it covers all its days."""
    assert (overlap(a, b), contains(a, b)) == (meets, holds)


@given(DAYS, DAYS)
def test_what_is_written_covers_the_same_days(a, b):
    """Writing a stretch of days loses none of them."""
    first, last = sorted((a, b))
    assert edtf_range(edtf_of(first, last)) == (first, last)


@given(st.text(max_size=24) | st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}(/[0-9.]{2,10})?", fullmatch=True))
def test_any_text_can_be_asked(text):
    """Whatever the text, the answer is days in order or nothing."""
    days = edtf_range(text)
    assert days is None or days[0] <= days[1]


@given(DAYS, st.integers(-30, 30))
def test_months_count_on_into_other_years(day, months):
    """A month counted on from another one is as far from it as was counted."""
    first, last = month_days(2000 + day.year % 100, day.month + months)
    assert (first.year - 2000 - day.year % 100) * 12 + first.month - day.month == months
    assert first.month == last.month


@given(DAYS)
def test_a_week_is_monday_to_sunday(day):
    """The week of a day holds it and runs from Monday to Sunday."""
    monday, sunday = week_days(day)
    assert (monday.weekday(), (sunday - monday).days) == (0, 6)
    assert monday <= day <= sunday
