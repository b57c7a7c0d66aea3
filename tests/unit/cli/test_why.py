"""``onrecord why``: what it says of a claim, without reading any text again."""

from io import StringIO
from typing import NamedTuple

import pytest
from rich.console import Console

from onrecord.cli.why import differences, lines_of, places_in
from onrecord.model.record import UsedModel, UsedModels
from onrecord.model.why import Explanation, PairSum
from onrecord.pipeline import Models, describe
from whole_record import put, tree_of, whole_record


class Reader(NamedTuple):
    """A parser, or vectors, by what a record says of it."""

    name: str
    version: str | None = "1"
    sha256: str | None = "a" * 64


HERE = Models(Reader("parser"), Reader("vectors"))


def made_with(nlp, embedding, version=None):
    """Return a record that says what made it."""
    tree = tree_of(describe(HERE))
    models = UsedModels(UsedModel(*nlp), UsedModel(*embedding) if embedding else None)
    tree |= {"models": tree_of(models), "version": version or tree["version"]}
    return put(whole_record(), "generator", tree)


PARSER, VECTORS = ("parser", "1", "a" * 64), ("vectors", "1", "a" * 64)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        pytest.param(made_with(PARSER, VECTORS), [], id="the-same"),
        pytest.param(
            made_with(("parser", "0", "a" * 64), VECTORS),
            ["the record was made with another parser: parser 0 aaaaaaaaaaaa, here is parser 1 aaaaaaaaaaaa"],
            id="parser",
        ),
        pytest.param(
            made_with(PARSER, None),
            ["the record was made with another model of sentence vectors: none, here is vectors 1 aaaaaaaaaaaa"],
            id="no-vectors",
        ),
        pytest.param(
            made_with(("mine", None, None), VECTORS),
            ["the record was made with another parser: mine, here is parser 1 aaaaaaaaaaaa"],
            id="a-parser-of-ones-own",
        ),
    ],
)
def test_what_is_other_than_when_the_record_was_made_is_said(record, told):
    """The parser, the vectors; nothing where nothing is."""
    assert list(differences(record, HERE)) == told


def test_another_version_of_the_program_is_said():
    """Another version may join texts in another way."""
    (told,) = differences(made_with(PARSER, VECTORS, "0.0.0"), HERE)
    assert told.startswith("the record was made with onrecord 0.0.0, this is ")


def printed(record, claim, found):
    console = Console(width=80, no_color=True, file=StringIO())
    for line in lines_of(record, claim, found):
        console.print(line)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


@pytest.fixture
def claim():
    """A claim of two reports."""
    return whole_record().claims[0]


def test_each_pair_is_shown_with_its_sum_and_each_reading_with_its_number(claim):
    """The largest features first; what is small is left out; what was needed stands beside the sum."""
    a, b = (reading.evidence for reading in claim.readings)
    pair = PairSum(a, b, 1.5, (("words", 2.0), ("vectors", 0.5), ("times", 0.01)))
    lines = printed(whole_record(), claim, Explanation("c1", claim.text, (pair,), ()))
    assert "  1 r1  “40 new trees”" in lines
    assert "  2 r2  “About 50 trees”" in lines
    assert "    1 and 2: +1.5" in lines
    assert "      words +2.0, vectors +0.5; sum 2.5, needed 1.0" in lines
    assert lines[-1] == "There are none."


def test_what_was_left_out_is_shown_with_where_it_stands(claim):
    """And what decided, where it was not the sum."""
    here, there = claim.readings[0].evidence, whole_record().assertions[0].evidence
    pair = PairSum(there, here, -3.0, (("words", 0.2),), "no words alike")
    lines = printed(whole_record(), claim, Explanation("c1", claim.text, (), (pair,)))
    assert "They are copies of one text." in lines
    assert lines[-4:] == [
        "r1  “flooded the orchard”",
        "    with 1: -3.0",
        "      words +0.2; decided by no words alike",
        "      stands in c1; its report has a reading here",
    ]


def test_a_claim_of_one_report_needs_no_pair():
    """It is said to be told by one report."""
    claim = whole_record().claims[1]
    lines = printed(whole_record(), claim, Explanation(claim.id, claim.text, (), ()))
    assert "It is told by one report." in lines
    assert places_in(claim) == {claim.readings[0].evidence: 1}
