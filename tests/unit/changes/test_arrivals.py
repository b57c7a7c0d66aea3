"""What reports bring: each claim stands in one list at most, with the words of both sides."""

import pytest
from msgspec import structs

from onrecord.changes import find_arrival

LISTS = ("new", "confirms", "unsure", "leaves_out")


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(
            "herald",
            {"new": ["k6"], "confirms": ["k1", "k7"], "unsure": ["k4"], "leaves_out": ["k5"], "findings": ["f1", "f2"]},
            id="tells-otherwise-and-more",
        ),
        pytest.param(
            "times",
            {"new": [], "confirms": ["k1", "k4", "k7"], "unsure": ["k6"], "leaves_out": ["k3", "k2", "k5"]},
            id="only-repeats",
        ),
    ],
)
def test_each_claim_stands_where_the_report_meets_it(bridge, report, expected):
    """New, told by others too, near, or left out; a claim with a difference stands with its finding only."""
    arrival = find_arrival(bridge, (report,))
    assert {name: [met.claim for met in getattr(arrival, name)] for name in LISTS} == {
        name: expected[name] for name in LISTS
    }
    assert [finding.id for finding in (*arrival.contradicts, *arrival.differs)] == expected.get("findings", [])


def test_a_conflict_contradicts_and_a_narrower_date_is_told_otherwise(bridge):
    """Only what cannot hold at once, or is newer, is called a contradiction."""
    arrival = find_arrival(bridge, ("herald",))
    assert [finding.id for finding in arrival.contradicts] == ["f1"]
    assert [finding.id for finding in arrival.differs] == ["f2"]


def test_words_of_both_sides_stand_beside_each_other(bridge):
    """Ours are of the reports that came, theirs of all others; near passages only where there is no reading."""
    arrival = find_arrival(bridge, ("herald", "times"))
    for met in (*arrival.new, *arrival.confirms, *arrival.unsure, *arrival.leaves_out):
        assert {span.report for span in (*met.ours, *met.nearest)} <= {"herald", "times"}
        assert not {span.report for span in met.theirs} & {"herald", "times"}
        assert not (met.ours and met.nearest)


def test_a_difference_among_the_others_is_none_of_the_new_report(bridge):
    """Nor is one between two reports that came together."""
    assert find_arrival(bridge, ("times",)).contradicts == ()
    assert find_arrival(bridge, ("herald", "post")).contradicts == ()


def test_shared_wording_is_said(bridge):
    """What a copy tells as well has no other origin."""
    assert find_arrival(bridge, ("post",)).shares == ("notice",)
    assert find_arrival(bridge, ("herald",)).shares == ()


def test_nobody_brings_nothing(bridge):
    """And a story of one report is all new."""
    assert find_arrival(bridge, ()).new == ()
    alone = structs.replace(bridge, claims=bridge.claims[5:6], findings=())
    assert [met.claim for met in find_arrival(alone, ("herald",)).new] == ["k6"]


def test_a_dispute_that_both_tell_is_no_contradiction(bridge):
    """Two prints of one text have both sides of what it disputes."""
    told, denied = (structs.replace(side, reports=("post", "herald")) for side in bridge.findings[0].sides)
    both = structs.replace(bridge.findings[0], sides=(told, denied))
    assert find_arrival(structs.replace(bridge, findings=(both,)), ("herald",)).contradicts == ()
    third = structs.replace(both, sides=(told, denied, structs.replace(denied, reports=("times",))))
    assert find_arrival(structs.replace(bridge, findings=(third,)), ("herald",)).contradicts == (third,)
