"""What two reports share is found word for word; a common quotation makes no family."""

import pytest

from onrecord.compare.passages import find_lineage

OWN = (
    "The dam above the village of Orlo gave way after nine days of rain and the water took the mill, two bridges and "
    "the road to the coast. The mayor walked from house to house with a lamp and counted the sleepers."
)
OTHER = (
    "Nobody in the valley had slept well since the autumn fair. A teacher kept her pupils on the upper floor of the "
    "school, because the stream had changed its color. Farmers drove their cattle to the pass."
)


@pytest.fixture
def passages(notes_of):
    return lambda a, b: find_lineage([notes_of(a, "a"), notes_of(b, "b")])


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        pytest.param(
            "He said the road to the coast is closed.",
            "She knew the road to the coast is closed now.",
            {"copied"},
            id="copied",
        ),
        pytest.param(
            "The road to the coast is closed until Friday noon, he said.",
            "The road to the coast is now closed until late Friday noon, he said.",
            {"near"},
            id="near",
        ),
        pytest.param(OWN, OTHER, set(), id="nothing"),
        pytest.param("on the part of the", "it was on the part of the", set(), id="function-words"),
        pytest.param("", "", set(), id="empty"),
    ],
)
def test_shared_wording_is_found(passages, a, b, kinds):
    assert {p.kind for p in passages(a, b).passages} == kinds


def test_a_copy_makes_a_family(passages):
    lineage = passages(OWN, OWN)
    assert [family.reports for family in lineage.families] == [("a", "b")]
    assert len(lineage.families[0].basis) == len(lineage.passages)


def test_a_quotation_of_both_makes_no_family(passages):
    speech = '"' + OWN.replace('"', "") + '"'
    assert passages(f"He wrote: {speech} Then he left.", f"We read: {speech} It was late.").families == ()


def test_every_passage_stands_in_its_report(notes_of):
    one, two = notes_of(OWN + OTHER, "a"), notes_of(OTHER + OWN, "b")
    for passage in find_lineage([one, two]).passages:
        assert one.report.text_of(passage.a) == passage.a.exact
        assert two.report.text_of(passage.b) == passage.b.exact
