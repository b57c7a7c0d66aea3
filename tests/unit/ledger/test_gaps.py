"""How long after one event another came."""

from datetime import date

import pytest

from onrecord.ledger.gaps import Gap, moved

DAY = (date(1998, 11, 13), date(1998, 11, 13))


@pytest.mark.parametrize(
    ("gap", "back", "days"),
    [
        pytest.param(Gap(1, "W"), True, (date(1998, 11, 6), date(1998, 11, 6)), id="a-week-before"),
        pytest.param(Gap(3, "D"), False, (date(1998, 11, 16), date(1998, 11, 16)), id="three-days-after"),
        pytest.param(Gap(2, "M"), False, (date(1999, 1, 1), date(1999, 1, 31)), id="two-months-after"),
        pytest.param(Gap(1, "Y"), False, (date(1999, 1, 1), date(1999, 12, 31)), id="a-year-after"),
        pytest.param(Gap(9000, "Y"), False, None, id="beyond-the-calendar"),
    ],
)
def test_a_gap_is_as_narrow_as_its_unit(gap, back, days):
    """Days and weeks after a day lead to a day, months to a month, years to a year."""
    assert moved(DAY, gap, back=back) == days


def test_no_day_is_counted_from_a_month():
    """A week after "in November" is no day."""
    assert moved((date(1998, 11, 1), date(1998, 11, 30)), Gap(1, "W"), back=False) is None
