"""Numbers as they are written, and pairs of them."""

import pytest

from onrecord.annotate.numbers import read_number
from onrecord.annotate.quantities import find_quantities
from onrecord.annotate.tokens import tokenize


def first_number(text):
    tokens = tokenize(text, 0, len(text))
    return next(filter(None, (read_number(tokens, at) for at in range(len(tokens)))), None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("forty-one bodies", "41", id="hyphen"),
        pytest.param("two hundred and fifty men", "250", id="and"),
        pytest.param("two thousand five hundred jobs", "2500", id="thousands"),
        pytest.param("two and a half million", "2500000", id="and-a-half"),
        pytest.param("half a million", "500000", id="half-a-million"),
        pytest.param("a hundred boats", "100", id="article"),
        pytest.param("two dozen guests", "24", id="dozen"),
        pytest.param("4 hundred million people", "400000000", id="two-magnitudes"),
        pytest.param("1.2bn crowns", "1200000000", id="letters"),
        pytest.param("15,000, which is", "15000", id="comma-behind"),
        pytest.param("2½ years", "2.5", id="vulgar"),
        pytest.param(".001 per cent", "0.001", id="no-zero"),
        pytest.param("two-thirds of them", "0.6666666667", id="part"),
        pytest.param("a third of its exports", "0.3333333333", id="article-part"),
        pytest.param("seven of every ten houses", "0.7", id="of-every"),
        pytest.param("almost half", "0.5", id="half"),
        pytest.param("tens of thousands of families", "10000", id="vague"),
        pytest.param("several hundred relatives", "100", id="several"),
    ],
)
def test_a_number_is_read_as_it_is_written(text, value):
    """Digits, words, magnitudes and parts of a whole give one decimal value."""
    assert format(first_number(text).value.normalize(), "f") == value


@pytest.mark.parametrize(
    "text", ["a third ferry", "half asleep", "a quiet day", "the second attempt", "past halves"], ids=str
)
def test_what_only_looks_like_a_number_is_none(text):
    """Ordinals and "half" before an adjective count nothing."""
    assert first_number(text) is None


def quantities(text):
    return [
        (format(q.value, "f"), q.upper and format(q.upper, "f"), q.unit and q.unit.code)
        for q in find_quantities(tokenize(text, 0, len(text)))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("10-14 million tonnes", [("10000000", "14000000", "t")], id="dash"),
        pytest.param("between 10 and 14 million tonnes", [("10000000", "14000000", "t")], id="between"),
        pytest.param("from 57% to 47%", [("57", "47", "%")], id="falling"),
        pytest.param("from 4.8 to 4.7 percent", [("4.8", "4.7", "%")], id="unit-once"),
        pytest.param("$62 to $68 per share", [("62", "68", "USD/{share}")], id="per-share"),
        pytest.param("fell 10% to 5%", [("10", None, "%"), ("5", None, "%")], id="no-range-behind-a-change"),
        pytest.param("$200,000 to $4 million", [("200000", "4000000", "USD")], id="magnitude-not-shared"),
        pytest.param("50 miles (80 km)", [("50", None, "[mi_i]"), ("80", None, "km")], id="conversion"),
        pytest.param("US$260m", [("260000000", None, "USD")], id="m-is-million-behind-a-sign"),
        pytest.param("14m tonnes", [("14000000", None, "t")], id="m-is-million-before-a-unit"),
        pytest.param("70m of water", [("70", None, "m")], id="m-is-metre"),
        pytest.param("102 km/h", [("102", None, "km/h")], id="speed"),
        pytest.param("minus-130 degrees Fahrenheit", [("-130", None, "[degF]")], id="minus"),
        pytest.param("5.10 crowns a liter", [("5.10", None, "1/L")], id="a-liter"),
        pytest.param("at 12:52 a.m. and 8.15pm", [], id="clock"),
        pytest.param("an F-16, an A320 and the 1990s", [], id="names-with-digits"),
        pytest.param("ring 555-4410", [], id="telephone"),
        pytest.param("it ended 2-0", [], id="score"),
    ],
)
def test_numbers_join_with_their_units(text, found):
    """Ranges share unit and magnitude; clocks, names, telephone numbers and scores are no quantities."""
    assert quantities(text) == found


def test_a_long_row_of_digits_is_read_in_linear_time():
    """A text of nothing but digits, commas or number words ends, and soon."""
    for text in ("1" * 50_000, "1,000," * 8_000, "one hundred and " * 3_000, "a third of " * 4_000, "- " * 20_000):
        assert list(find_quantities(tokenize(text, 0, len(text)))) is not None
