"""A row that says less of what another row says stands under it."""

import pytest

from onrecord.model.claims import Claim
from onrecord.model.record import Generator, Record, Story
from onrecord.show import show_markdown
from onrecord.show.parts import find_parts

TEXTS = {"r0": "The keeper of the mill left and took the key.", "r1": "The keeper left and took a key of the mill."}
WHOLE = ("The keeper of the mill left and took the key", "The keeper left and took a key")


def record_of(made, *told):
    """A record of some claims: by name, the words of either report."""
    reports = tuple(made.report(name, f"The Post {name}", f"{words}\n") for name, words in TEXTS.items())
    m = made.Maker(*reports)
    claims = tuple(
        Claim(name, words[0], None, 1.0, tuple(m.reading(report, w) for report, w in zip(TEXTS, words, strict=False)))
        for name, words in told
    )
    return Record(Generator("onrecord", "0"), Story("story", "A story"), reports, claims=claims)


@pytest.mark.parametrize(
    ("other", "parts"),
    [
        pytest.param(("took the key", "took a key"), {"b": "a"}, id="inside-in-both"),
        pytest.param(("took the key",), {"b": "a"}, id="inside-in-the-one-report"),
        pytest.param(("took the key", "key of the mill"), {}, id="its-mate-lies-elsewhere"),
        pytest.param(WHOLE, {"b": "a"}, id="the-same-words-the-first-is-the-whole"),
    ],
)
def test_a_part_lies_in_one_other_claim_with_all_its_readings(made, other, parts):
    """A claim is a part where one other claim has the words of each of its readings."""
    assert find_parts(record_of(made, ("a", WHOLE), ("b", other)).claims) == parts


def test_a_part_of_a_part_stands_under_the_whole(made):
    """What a row stands under stands under nothing itself."""
    told = (("c", ("took the key",)), ("b", ("left and took the key",)), ("a", WHOLE))
    assert find_parts(record_of(made, *told).claims) == {"c": "a", "b": "a"}


def test_a_row_is_told_as_a_part_and_not_counted_again(made):
    """The heading counts rows, not their parts; a part names the row that it is of."""
    told = (("b", ("took the key", "took a key")), ("c", ("The keeper",)), ("a", WHOLE))
    words = show_markdown(record_of(made, *told))
    assert "## Told by several (1)" in words
    assert words.index("**3.**") < words.index("(part of 3: 2 reports") < words.index("(part of 3: 1 report,")
