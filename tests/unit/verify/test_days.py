"""Two times beside each other: one day, two days, or of two sorts."""

from datetime import date

import pytest

from onrecord.model.marks import Time
from onrecord.model.span import Span
from onrecord.verify.days import Dated, clock_of, is_same

MONDAY = (date(1998, 5, 4), date(1998, 5, 4))
TUESDAY = (date(1998, 5, 5), date(1998, 5, 5))
MAY = (date(1998, 5, 1), date(1998, 5, 31))
YEAR = (date(1998, 1, 1), date(1998, 12, 31))


def at(days=None, weekday=None, clock=None):
    return Dated(None, "", days, weekday, clock, (), (), 0)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        pytest.param(at(MONDAY, 0), at(MONDAY, 0), True, id="one-day"),
        pytest.param(at(MONDAY, 0), at(TUESDAY, 1), False, id="two-days"),
        pytest.param(at(None, 0), at(MONDAY, 0), True, id="weekday-of-a-date"),
        pytest.param(at(None, 1), at(MONDAY, 0), False, id="another-weekday"),
        pytest.param(at(MAY), at(MONDAY, 0), True, id="day-of-the-month"),
        pytest.param(at((date(1998, 6, 1), date(1998, 6, 30))), at(MONDAY, 0), None, id="day-and-other-month"),
        pytest.param(at(YEAR), at((date(1997, 1, 1), date(1997, 12, 31))), False, id="two-years"),
        pytest.param(at(MONDAY, 0, 250), at(None, None, 255), True, id="hour-nearly"),
        pytest.param(at(MONDAY, 0, 250), at(None, None, 310), False, id="another-hour"),
        pytest.param(at(None, None, 250), at(MONDAY, 0), None, id="hour-and-day"),
        pytest.param(at(None, None, 4 * 60), at(None, None, 16 * 60), True, id="half-of-the-day-unsaid"),
    ],
)
def test_times_are_one_two_or_not_comparable(ours, theirs, expected):
    """A weekday is held beside the weekday of a date; what is of another sort says nothing."""
    assert is_same(ours, theirs) is expected


@pytest.mark.parametrize(
    ("words", "value", "minutes"),
    [
        pytest.param("5:20 a.m.", None, 320, id="hour-without-a-day"),
        pytest.param("2am", None, 120, id="full-hour"),
        pytest.param("4.10am", "1998-05-04T04:10", 250, id="value"),
        pytest.param("dawn on Tuesday 17 May", None, None, id="no-hour"),
    ],
)
def test_an_hour_is_read_though_its_day_is_not_known(words, value, minutes):
    """A draft tells hours without a date of its own."""
    assert clock_of(Time(Span("d", 0, len(words), words), "time", value)) == minutes
