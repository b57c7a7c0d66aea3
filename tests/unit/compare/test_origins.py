"""An origin is the first one outside a report; independent are those that stand farthest behind."""

import pytest
from msgspec.structs import replace

from onrecord.compare.origins import _name, find_origins, independent
from onrecord.compare.told import read_story
from onrecord.model.claims import Alignment, Origin
from onrecord.model.marks import Relay, Statement

TEXT = "Nine people died, Minister Anna Berg said according to the Union Press."


@pytest.fixture
def origins(notes_of):
    return lambda *makers: found_by(notes_of, makers)


def found_by(notes_of, makers):
    notes, statements = [], []
    for k, make in enumerate(makers):
        one = notes_of(TEXT, f"r{k}")
        words = tuple(replace(w, pos="PROPN" if w.text[0].isupper() and w.i else w.pos) for w in one.parse.words)
        one = replace(one, parse=replace(one.parse, words=words))
        statement = make(one.report, f"s{k}")
        notes.append(replace(one, statements=(statement,)))
        statements.append(statement)
    return find_origins(read_story(Alignment(tuple(notes), statements=tuple(statements))))


def part(report, words):
    return report.span(TEXT.index(words), TEXT.index(words) + len(words))


def said(report, name):
    return Statement(
        name,
        report.id,
        "indirect",
        (part(report, "Nine people died"),),
        "t",
        source=part(report, "Minister Anna Berg"),
        cue=(part(report, "said"),),
    )


def relayed(report, name):
    return replace(said(report, name), via=(Relay(part(report, "Union Press"), cue=part(report, "according to")),))


def test_a_speaker_is_an_origin_of_each_report_that_names_him(origins):
    found, _ = origins(said, said)
    assert [(origin.name, [place.report for place in origin.reports]) for origin in found] == [
        ("Minister Anna Berg", ["r0", "r1"])
    ]


def test_a_relay_stands_before_the_speaker(origins):
    found, of_statement = origins(relayed)
    agency = next(origin for origin in found if origin.id == of_statement["s0"])
    behind = next(origin for origin in found if origin.id == agency.behind)
    assert (agency.name, agency.kind, behind.name) == ("Union Press", "agency", "Minister Anna Berg")


def test_two_ways_to_one_speaker_are_one_independent_origin(origins):
    found, of_statement = origins(said, relayed)
    assert len(independent(found, list(of_statement.values()))) == 1


def test_a_chain_that_runs_in_a_circle_ends():
    circle = (Origin("a", "A", "agency", (), behind="b"), Origin("b", "B", "agency", (), behind="a"))
    assert len(independent(circle, ["a"])) == 1


@pytest.mark.parametrize("mode", ["nominal", "silence"])
def test_what_is_no_speech_names_no_origin(origins, mode):
    found, _ = origins(lambda report, name: replace(said(report, name), mode=mode))
    assert found == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        pytest.param("the harbor office", "harbor office", id="an-article"),
        pytest.param("its director’s", "director", id="whose-it-is"),
        pytest.param("Mara Quill, who runs the yard", "Mara Quill", id="an-apposition"),
        pytest.param("another", "another", id="nothing-else"),
    ],
)
def test_a_name_is_what_somebody_is_called(words, name):
    """What leads to a name, says whose it is or explains it is no part of it; something is always left."""
    assert _name(words) == name
