"""What a figure reads as: its bound, number, unit and what is counted, in the plural where it is many."""

import pytest

from onrecord.compare.measures import quantity_of
from onrecord.compare.reads import plural_of, say_amount, say_length
from onrecord.model.marks import Amount
from onrecord.model.span import ReportId, Span

SPAN = Span(ReportId("r1"), 0, 1, "x")


@pytest.mark.parametrize(
    ("amount", "reads"),
    [
        pytest.param(Amount(SPAN, "2", of="lifeboat"), "2 lifeboats", id="many"),
        pytest.param(Amount(SPAN, "1", of="lifeboat"), "1 lifeboat", id="one"),
        pytest.param(Amount(SPAN, "41", of="dead"), "41 dead", id="a-state"),
        pytest.param(Amount(SPAN, "41", of="body"), "41 bodies", id="a-noun-that-tells-a-state"),
        pytest.param(Amount(SPAN, "9", unit="[mi_i]", bound="at_least"), "at least 9 miles", id="measure"),
        pytest.param(Amount(SPAN, "7", unit="[ft_i]"), "7 feet", id="measure-of-its-own-way"),
        pytest.param(Amount(SPAN, "1200000", unit="USD"), "1,200,000 USD", id="money"),
        pytest.param(Amount(SPAN, "30000000000", unit="USD"), "30,000,000,000 USD", id="no-exponent"),
        pytest.param(Amount(SPAN, "6", "8", unit="km"), "6 to 8 kilometers", id="range"),
        pytest.param(Amount(SPAN, "400", of="town resident", bound="about"), "about 400 town residents", id="words"),
    ],
)
def test_an_amount_in_words(amount, reads):
    """A reader sees neither codes of measures nor "2 lifeboat"."""
    assert say_amount(quantity_of(amount), amount) == reads


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(("2.3", "km"), ("2300", "m"), id="length"),
        pytest.param(("1.1", "t"), ("1100", "kg"), id="mass"),
        pytest.param(("0.7", "har"), ("7000", "m2"), id="area"),
    ],
)
def test_values_in_two_units_are_compared_exactly(a, b):
    """A conversion is a product of decimals: no last digit comes in from binary numbers."""
    ours, theirs = (quantity_of(Amount(SPAN, value, unit=unit)) for value, unit in (a, b))
    assert ours.value == theirs.value


@pytest.mark.parametrize(
    ("value", "reads"),
    [
        pytest.param("PT19H", "19 hours", id="hours"),
        pytest.param("P3W", "3 weeks", id="weeks"),
        pytest.param("P1Y6M", "1 year 6 months", id="months-are-no-minutes"),
        pytest.param("PT1M", "1 minute", id="minutes"),
    ],
)
def test_a_length_of_time_in_words(value, reads):
    """The letters of ISO 8601 are read by the side of the T on which they stand."""
    assert say_length(quantity_of(Amount(SPAN, "1")), value) == reads


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        pytest.param("ferry", "ferries", id="y"),
        pytest.param("valley", "valleys", id="ey"),
        pytest.param("church", "churches", id="ch"),
        pytest.param("policeman", "policemen", id="man"),
        pytest.param("policewoman", "policewomen", id="woman"),
        pytest.param("people", "people", id="people"),
        pytest.param("life", "lives", id="life"),
    ],
)
def test_the_plural_of_a_noun(noun, plural):
    """Nouns of their own way come before the endings."""
    assert plural_of(noun) == plural
