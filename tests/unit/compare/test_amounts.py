"""Two numbers are a conflict only where unit, bound, rounding, role and time leave no other way."""

import pytest
from msgspec.structs import replace

from onrecord.compare.durations import duration_of
from onrecord.compare.figures import judge
from onrecord.compare.measures import quantity_of
from onrecord.compare.told import bare_told
from onrecord.model.marks import Amount, Time
from onrecord.model.span import Span


def quantity(words, value, **more):
    """Return an amount as a quantity; keys that an amount does not have are set on the quantity."""
    own = {key: more.pop(key) for key in ("unit", "upper", "bound", "role", "vague") if key in more}
    return replace(quantity_of(Amount(Span("a", 0, len(words), words), value, **own)), **more)


DEAD = {"fate": "dead", "changing": True}


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param(quantity("40", "40", head="man"), quantity("43", "43", head="man"), "conflict", id="different"),
        pytest.param(quantity("40", "40", head="man"), quantity("40", "40", head="man"), "same", id="equal"),
        pytest.param(
            quantity("nearly 40 %", "40", unit="%", bound="nearly"),
            quantity("nearly 70 %", "70", unit="%", bound="nearly"),
            "conflict",
            id="nearly-beside-nearly",
        ),
        pytest.param(
            quantity("nearly 20", "20", bound="nearly", day="1987-03-03", **DEAD),
            quantity("19", "19", day="1987-03-02", **DEAD),
            "same",
            id="nearly-is-no-news",
        ),
        pytest.param(quantity("40", "40", head="truck"), quantity("43", "43", head="lorry"), "conflict", id="synonyms"),
        pytest.param(quantity("40", "40", head="truck"), quantity("43", "43", head="house"), None, id="other-things"),
        pytest.param(quantity("40", "40", fate="dead"), quantity("43", "43", fate="injured"), None, id="other-fate"),
        pytest.param(
            quantity("at least 23", "23", head="man", bound="at_least"),
            quantity("41", "41", head="man"),
            "precision",
            id="inside",
        ),
        pytest.param(
            quantity("at least 43", "43", head="man", bound="at_least"),
            quantity("30", "30", head="man"),
            "conflict",
            id="outside",
        ),
        pytest.param(
            quantity("about 70", "70", head="man", bound="about"),
            quantity("71", "71", head="man"),
            "same",
            id="rounding",
        ),
        pytest.param(
            quantity("about 70", "70", head="man", bound="about"),
            quantity("78", "78", head="man"),
            "precision",
            id="rough",
        ),
        pytest.param(
            quantity("about 70", "70", head="man", bound="about"),
            quantity("120", "120", head="man"),
            "conflict",
            id="rough-and-far",
        ),
        pytest.param(
            quantity("hundreds", "100", head="man", bound="at_least", vague=True),
            quantity("250", "250", head="man"),
            "precision",
            id="vague",
        ),
        pytest.param(
            quantity("40 miles", "40", unit="[mi_i]"), quantity("64 km", "64", unit="km"), "same", id="converted"
        ),
        pytest.param(
            quantity("40 miles", "40", unit="[mi_i]"),
            quantity("90 km", "90", unit="km"),
            "conflict",
            id="converted-apart",
        ),
        pytest.param(quantity("3,187", "3187", unit="t"), quantity("3,200", "3200", unit="t"), "same", id="rounder"),
        pytest.param(
            quantity("3,000", "3000", unit="t"), quantity("3,200", "3200", unit="t"), "precision", id="roughly"
        ),
        pytest.param(
            quantity("by 10 %", "10", unit="%", role="change_by"),
            quantity("to 10 %", "10", unit="%", role="change_to"),
            "conflict",
            id="by-is-not-to",
        ),
        pytest.param(
            quantity("by 10 %", "10", unit="%", role="change_by", head="tax"),
            quantity("to 10 % of the level", "10", unit="%", role="change_to", head="level", part=True),
            "conflict",
            id="by-is-not-to-of-a-level",
        ),
        pytest.param(
            quantity("3", "3", head="man"), quantity("300", "300", head="man"), None, id="too-far-to-be-one-thing"
        ),
        pytest.param(
            quantity("17", "17", day="1987-03-02", **DEAD),
            quantity("21", "21", day="1987-03-03", **DEAD),
            "update",
            id="later-toll",
        ),
        pytest.param(
            quantity("17", "17", day="1987-03-02", **DEAD),
            quantity("21", "21", day="1987-03-02", **DEAD),
            "conflict",
            id="rival-toll",
        ),
        pytest.param(
            quantity("21", "21", day="1987-03-02", **DEAD),
            quantity("17", "17", day="1987-03-03", **DEAD),
            "conflict",
            id="tolls-do-not-fall",
        ),
        pytest.param(
            quantity("12 of 30", "12", head="man", part=True),
            quantity("30", "30", head="man"),
            None,
            id="part-of-a-sum",
        ),
        pytest.param(
            quantity("40", "40", fate="missing"), quantity("43", "43", fate="saved"), None, id="missing-is-not-saved"
        ),
        pytest.param(
            quantity("9 %", "9", unit="%", head="rise", verb="demand"),
            quantity("6 %", "6", unit="%", head="rise", verb="offer"),
            None,
            id="asked-is-not-offered",
        ),
        pytest.param(
            quantity("9 %", "9", unit="%", head="rise", verb="demand"),
            quantity("8 %", "8", unit="%", head="rise", verb="seek"),
            "conflict",
            id="asked-and-asked",
        ),
        pytest.param(quantity("51", "51", head="seat"), quantity("48", "48", head="vote"), None, id="seats-and-votes"),
        pytest.param(
            quantity("51 %", "51", unit="%", head="turnout"),
            quantity("48 %", "48", unit="%", head="vote"),
            None,
            id="turnout-and-votes",
        ),
    ],
)
def test_numbers_are_judged_by_what_they_measure(a, b, kind):
    ruling = judge(a, b)
    assert (ruling.kind if ruling else None) == kind
    again = judge(b, a)
    assert (again.kind if again else None) == kind


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param("P16D", "P18D", "conflict", id="two-numbers-of-days"),
        pytest.param("P18D", "P18D", "same", id="equal"),
        pytest.param("P2W", "P14D", "same", id="weeks-and-days"),
        pytest.param("P2W", "P15D", None, id="rounded-to-weeks"),
        pytest.param("P30Y", "P31Y", "same", id="round-years"),
    ],
)
def test_lengths_of_time_are_compared_in_their_unit(notes_of, a, b, kind):
    """Two numbers of one unit differ exactly; of two units they are rounded twice."""
    text = "It took a while."
    told = bare_told(notes_of(text))
    lengths = [duration_of(Time(Span("a", 8, 15, "a while"), "duration", value), told) for value in (a, b)]
    ruling = judge(*lengths)
    assert (ruling and ruling.kind) == kind
