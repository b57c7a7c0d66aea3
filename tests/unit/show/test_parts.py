"""A row that says less of what another row says stands under it."""

import pytest

from onrecord.model.claims import Claim
from onrecord.model.record import Generator, Record, Story
from onrecord.show import show_markdown
from onrecord.show.parts import find_parts
from onrecord.show.under import DIFFERENCE, PART, SENTENCE, Under, stand_under

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


SAME = ("The keeper", "The keeper"), ("took the key", "took a key")
AFAR = {"r0": "The keeper left. He took the key.", "r1": "The keeper left. He took a key."}


@pytest.mark.parametrize(
    ("told", "findings", "under"),
    [
        pytest.param(SAME, {}, {"c1": Under("c0", SENTENCE)}, id="one-sentence-in-both"),
        pytest.param(SAME, {"c1": {1}}, {}, id="one-that-differs-under-none-that-does-not"),
        pytest.param(SAME, {"c0": {1}}, {"c1": Under("c0", SENTENCE)}, id="one-that-does-not-under-one-that-does"),
        pytest.param((SAME[0], SAME[1][:1]), {}, {}, id="told-by-fewer"),
        pytest.param((WHOLE, SAME[1]), {}, {"c1": Under("c0", PART)}, id="its-words-inside"),
        pytest.param((("The keeper",), (None, "took a key")), {"c0": {1, 2}, "c1": {2}}, DIFFERENCE, id="its-finding"),
        pytest.param((("The keeper",), (None, "took a key")), {"c0": {1}, "c1": {1, 2}}, {}, id="a-finding-more"),
    ],
)
def test_rows_of_one_fact_stand_under_the_first(made, told, findings, under):
    """A row stands under the first with its sentences in the same reports, or with all its differences."""
    reports = tuple(made.report(name, name, words) for name, words in TEXTS.items())
    m = made.Maker(*reports)
    claims = tuple(
        Claim(f"c{n}", "", None, 1.0, tuple(m.reading(r, w) for r, w in zip(TEXTS, words, strict=False) if w))
        for n, words in enumerate(told)
    )
    expected = {"c1": Under("c0", DIFFERENCE)} if under is DIFFERENCE else under
    assert stand_under(claims, reports, findings={name: frozenset(own) for name, own in findings.items()}) == expected


def test_two_sentences_are_two_rows(made):
    """What the same reports tell one after the other stands in rows of its own; a short form ends no sentence."""
    for texts, expected in ((AFAR, {}), ({k: v.replace("left.", "left Mr.") for k, v in AFAR.items()}, {"c1": "c0"})):
        reports = tuple(made.report(name, name, words) for name, words in texts.items())
        m = made.Maker(*reports)
        rows = (("The keeper", "The keeper"), ("the key", "a key"))
        claims = tuple(
            Claim(f"c{n}", "", None, 1.0, tuple(m.reading(r, w) for r, w in zip(texts, words, strict=True)))
            for n, words in enumerate(rows)
        )
        found = stand_under(claims, reports, findings={})
        assert {part: under.whole for part, under in found.items()} == expected
