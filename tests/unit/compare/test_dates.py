"""A date inside another is never a conflict; a clock a few minutes off is none either."""

import pytest

from onrecord.compare.dates import When, judge_times
from onrecord.model.calendar import edtf_range


def when(value, *, clock=None, rough=False, published=None):
    days = edtf_range(value.split("T")[0]) if value[0].isdigit() else None
    return When(days, clock, None, rough, frozenset(), published, value)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param(when("1987-03-02"), when("1987-03-02"), "same", id="same-day"),
        pytest.param(when("1987-03"), when("1987-03-02"), "precision", id="day-in-month"),
        pytest.param(when("1987"), when("1987-03"), "precision", id="month-in-year"),
        pytest.param(when("1987-03-02"), when("1987-03-05"), "conflict", id="two-days"),
        pytest.param(when("1987-03-02"), when("1987-03-05", rough=True), None, id="rough"),
        pytest.param(when("1987-03-01/1987-03-06"), when("1987-03-05/1987-03-09"), None, id="overlapping"),
        pytest.param(
            when("1987-03-02T05:20", clock=320), when("1987-03-02T05:40", clock=340), "conflict", id="two-hours"
        ),
        pytest.param(
            when("1987-03-02T05:20", clock=320), when("1987-03-02T05:25", clock=325), "same", id="a-few-minutes"
        ),
        pytest.param(
            when("1987-03-02T05:20", clock=320),
            when("1987-03-02T05:40", clock=340, rough=True),
            "precision",
            id="rough-hour",
        ),
        pytest.param(
            when("1987-03-02T05:20", clock=320), when("1987-03-03T09:00", clock=540), None, id="hours-of-two-days"
        ),
        pytest.param(
            when("1987-03-20", published="1987-03-02"),
            when("1987-03-25", published="1987-03-04"),
            "update",
            id="put-off",
        ),
    ],
)
def test_times_are_judged_by_the_days_they_cover(a, b, kind):
    ruling = judge_times(a, b)
    assert (ruling.kind if ruling else None) == kind
    again = judge_times(b, a)
    assert (again.kind if again else None) == kind
