from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.calendar import edtf_range
from onrecord.model.relative import Relative, place

DAY = date(1998, 11, 13)  # a Friday


@pytest.mark.parametrize(
    ("relative", "value"),
    [
        pytest.param(Relative("day", -1), "1998-11-12", id="day"),
        pytest.param(Relative("week", 1), "1998-11-16/1998-11-22", id="week"),
        pytest.param(Relative("weekend"), "1998-11-07/1998-11-08", id="the-weekend-that-was"),
        pytest.param(Relative("weekend", lean="this"), "1998-11-14/1998-11-15", id="this-weekend"),
        pytest.param(Relative("month", 3), "1999-02", id="month-into-next-year"),
        pytest.param(Relative("quarter", -4), "1997-10/1997-12", id="quarter-a-year-before"),
        pytest.param(Relative("year", -1), "1997", id="year"),
        pytest.param(Relative("decade"), "199X", id="decade"),
        pytest.param(Relative("century", -1), "18XX", id="century"),
        pytest.param(Relative(named="weekday", part=0), "1998-11-09", id="last-monday"),
        pytest.param(Relative(named="weekday", part=0, lean="future"), "1998-11-16", id="next-monday"),
        pytest.param(Relative(named="weekday", part=4), "1998-11-13", id="today-is-friday"),
        pytest.param(Relative(named="weekday", part=4, lean="last"), "1998-11-06", id="last-friday"),
        pytest.param(Relative(named="month", part=12), "1997-12", id="december-behind"),
        pytest.param(Relative(named="month", part=12, sure=False), "1998-12", id="december-so-near"),
        pytest.param(Relative(named="month", part=2, lean="future"), "1999-02", id="february-ahead"),
        pytest.param(Relative(step=-1, named="month", part=6, lean="this"), "1997-06", id="june-last-year"),
        pytest.param(Relative(named="month_day", part=1, day=3, lean="near"), "1999-01-03", id="nearest-day"),
        pytest.param(Relative(named="month_day", part=2, day=1), "1998-02-01", id="far-day-behind"),
        pytest.param(Relative(named="month_day", part=6, day=1, lean="future"), "1999-06-01", id="far-day-ahead"),
        pytest.param(Relative(named="month_day", part=2, day=30), None, id="no-such-day"),
        pytest.param(Relative(named="month_day", part=2, day=29, lean="this"), None, id="no-leap-day-this-year"),
        pytest.param(Relative(named="month_day", part=2, day=29), "1996-02-29", id="the-last-leap-day"),
        pytest.param(Relative(named="season", part=23, lean="last"), "1997-23", id="last-autumn"),
        pytest.param(Relative(named="quarter", part=3), "1998-07/1998-09", id="third-quarter"),
        pytest.param(Relative(named="half", part=1, lean="this"), "1998-01/1998-06", id="first-half"),
        pytest.param(Relative(named="weekday", part=3, clock="22:00"), "1998-11-12T22:00", id="clock"),
        pytest.param(Relative("year", 9000), None, id="calendar-ends"),
    ],
)
def test_what_is_meant_seen_from_a_day(relative, value):
    """What words say in terms of the calendar has one meaning, seen from a day."""
    assert place(relative, DAY) == value


@pytest.mark.parametrize(
    ("relative", "value"),
    [
        pytest.param(Relative("week", -1, lean="last"), "1998-11-09/1998-11-15", id="last-week"),
        pytest.param(Relative("week", -1), "1998-11-02/1998-11-08", id="a-week-ago"),
        pytest.param(Relative("week", 1, lean="next"), "1998-11-16/1998-11-22", id="next-week"),
    ],
)
def test_seen_from_a_sunday_last_week_ends_that_day(relative, value):
    """On a Sunday the week that ends is called the last one."""
    assert place(relative, date(1998, 11, 15)) == value


@pytest.mark.parametrize(
    ("relative", "value"),
    [
        pytest.param(
            Relative("week", named="month_day", part=11, day=18, lean="near"), "1998-11-16/1998-11-22", id="week"
        ),
        pytest.param(Relative(named="weekday", part=5, lean="future", shift=7), "1998-11-21", id="shift"),
        pytest.param(Relative(named="month_day", part=11, day=3, days=6), "1998-11-03/1998-11-09", id="days"),
        pytest.param(Relative(named="month", part=3, months=12), "1997-04/1998-03", id="months"),
        pytest.param(Relative(named="number", day=21, lean="future"), "1998-11-21", id="a-day-of-this-month"),
        pytest.param(Relative(named="number", day=21), "1998-10-21", id="a-day-of-the-last-month"),
        pytest.param(Relative(named="number", day=31, lean="future"), "1998-12-31", id="a-day-that-not-each-month-has"),
    ],
)
def test_a_stretch_beside_what_is_named(relative, value):
    """What is named may be a week, some days or some months beside a day."""
    assert place(relative, DAY) == value


RELATIVES = st.builds(
    Relative,
    unit=st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century"]),
    step=st.integers(-40, 40),
) | st.builds(
    Relative,
    named=st.sampled_from(["weekday", "month", "month_day", "quarter", "half", "number"]),
    part=st.integers(1, 2),
    day=st.integers(1, 29),
    shift=st.sampled_from([-7, 0, 7]),
    days=st.integers(0, 9),
    months=st.integers(0, 12),
    lean=st.sampled_from(["past", "future", "near", "this", "last", "next"]),
    sure=st.booleans(),
)


@given(RELATIVES, st.dates())
def test_any_relative_can_be_placed_from_any_day(relative, day):
    """From whatever day, the answer is a date or nothing."""
    value = place(relative, day)
    assert value is None or edtf_range(value) is not None


@given(
    st.integers(0, 6),
    st.sampled_from(["past", "last", "future", "next", "near"]),
    st.dates(date(2, 1, 1), date(9998, 1, 1)),
)
def test_a_weekday_is_that_weekday_on_the_side_that_is_meant(weekday, lean, day):
    """A weekday is placed on that weekday on the side meant; the last or next one is not a day or two away."""
    placed = date.fromisoformat(place(Relative(named="weekday", part=weekday, lean=lean), day))
    away = (placed - day).days
    assert placed.weekday() == weekday
    assert {
        "past": -6 <= away <= 0,
        "last": -9 <= away <= -3,
        "future": 0 <= away <= 6,
        "next": 3 <= away <= 9,
        "near": -3 <= away <= 3,
    }[lean]
