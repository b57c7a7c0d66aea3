"""Two numbers beside each other: one number, or a change by it and a change to it."""

import pytest

from onrecord.compare.figures import judge
from onrecord.compare.measures import quantity_of
from onrecord.model.marks import Amount
from onrecord.model.span import Span
from onrecord.verify.numbers import Figure, is_same, plain

SPAN = Span("r", 0, 2, "xx")


def quantity(value, role="level", **more):
    return quantity_of(Amount(SPAN, value, role=role, **more))


@pytest.mark.parametrize(
    ("ours", "led_by", "theirs", "expected"),
    [
        pytest.param(quantity("40"), "", quantity("40"), True, id="one-number"),
        pytest.param(quantity("40"), "", quantity("43"), False, id="two-numbers"),
        pytest.param(quantity("40", "change_by"), "by", quantity("40", "change_to"), False, id="by-is-not-to"),
        pytest.param(quantity("40", "change_by"), "by", quantity("40"), False, id="by-is-no-level"),
        pytest.param(quantity("40"), "takes", quantity("40", "change_by"), True, id="a-change-in-other-words"),
        pytest.param(quantity("40", bound="at_least"), "least", quantity("43"), True, id="inside-the-draft's-limit"),
        pytest.param(quantity("40"), "", quantity("30", bound="about"), False, id="about-another-number"),
        pytest.param(quantity("25", unit="%"), "", quantity("25", unit="%"), True, id="share"),
    ],
)
def test_a_number_is_carried_by_the_same_number(ours, led_by, theirs, expected):
    """What it is of is another question."""
    figure = Figure(SPAN, SPAN, ours, (), (), 0, led_by)
    assert is_same(figure, theirs, judge(plain(ours), plain(theirs))) is expected
