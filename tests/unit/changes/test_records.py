"""How two records differ: matched by words, so neither ids nor the order of lines make a difference."""

import time

import pytest
from msgspec import structs

from onrecord.changes import compare_records
from onrecord.model.claims import Claim, Reading
from onrecord.model.marks import Time
from onrecord.model.record import Generator, Record, Story
from onrecord.model.report import Report


def renamed(record):
    """The same record under other ids, in another order, with other weights."""
    claims = tuple(structs.replace(c, id=f"x{c.id}", salience=0.0) for c in reversed(record.claims))
    findings = tuple(
        structs.replace(f, id=f"x{f.id}", claims=tuple(f"x{c}" for c in f.claims)) for f in reversed(record.findings)
    )
    return structs.replace(record, claims=claims, findings=findings)


def without(record, report):
    """A record as it may have been before a report came."""
    claims = tuple(
        structs.replace(claim, readings=tuple(r for r in claim.readings if r.report != report))
        for claim in record.claims
    )
    return structs.replace(
        record,
        reports=tuple(r for r in record.reports if r.id != report),
        claims=tuple(claim for claim in claims if claim.readings),
        findings=tuple(f for f in record.findings if not any(report in side.reports for side in f.sides)),
        statements=tuple(s for s in record.statements if s.report != report),
    )


def versions(before, after, **more):
    """Two records of one report each, of one outlet, without claims."""
    reports = [
        Report(f"r{n}", more.get(f"name{n}", "a.txt"), text, "0", outlet="Post")
        for n, text in ((1, before), (2, after))
    ]
    return [Record(Generator("onrecord", "0"), Story("story", "A story"), (report,)) for report in reports]


def said(difference):
    return [(c.before and c.before.exact, c.after and c.after.exact) for v in difference.versions for c in v.changes]


def test_a_record_beside_itself_differs_in_nothing(bridge):
    """Nor beside one whose lines have other ids, another order, another weight."""
    assert compare_records(bridge, bridge).empty
    assert compare_records(bridge, renamed(bridge)).empty
    assert compare_records(renamed(bridge), bridge).empty


def test_a_report_more_changes_what_it_tells_and_nothing_else(bridge):
    """Claims that it joins, claims and differences that only came with it; those it is silent on are no change."""
    change = compare_records(without(bridge, "herald"), bridge)
    assert change.reports_new == ("herald",)
    assert [line.claim for line in change.claims_new] == ["k6"]
    assert {c.after: {s.report for s in c.joined} for c in change.claims_changed} == {
        claim: {"herald"} for claim in ("k1", "k2", "k3", "k7")
    }
    assert [finding.id for finding in change.findings_new] == ["f1", "f2"]
    assert (change.claims_gone, change.findings_gone, change.values, change.reports_gone) == ((), (), (), ())


def test_the_way_back_names_the_same(bridge):
    """What was new is gone, what joined has left."""
    change = compare_records(bridge, without(bridge, "herald"))
    assert change.reports_gone == ("herald",)
    assert [line.claim for line in change.claims_gone] == ["k6"]
    assert {c.before for c in change.claims_changed} == {"k1", "k2", "k3", "k7"}
    assert not any(c.joined for c in change.claims_changed)
    assert [finding.id for finding in change.findings_gone] == ["f1", "f2"]


def test_two_claims_that_become_one_are_told_as_one_that_is_gone(bridge):
    """With the claim in which its words stand now."""
    first, second, *rest = bridge.claims
    one = structs.replace(first, readings=(*first.readings, *second.readings))
    change = compare_records(bridge, structs.replace(bridge, claims=(one, *rest)))
    assert [(line.claim, line.within) for line in change.claims_gone] == [("k2", "k1")]
    assert [(c.before, c.after) for c in change.claims_changed] == [("k1", "k1")]


def test_another_value_of_the_same_words_is_told(bridge):
    """A date that was open and is known."""
    words = bridge.claims[0].readings[1].evidence[0]
    open_, known = (structs.replace(bridge, times=(Time(words, "date", value),)) for value in (None, "1998-05-04"))
    (value,) = compare_records(open_, known).values
    assert (value.what, value.before, value.after) == ("date", None, "1998-05-04")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("It sank. All lived.", "It sank. All lived.", [], id="same-words"),
        pytest.param("It sank.", "It sank. Two died.", [(None, "Two died.")], id="new"),
        pytest.param("It sank. Two died.", "It sank.", [("Two died.", None)], id="gone"),
        pytest.param(
            "At least 23 people died on Friday.\nIt sank.",
            "At least 41 people died on Friday.\nIt sank.",
            [("At least 23 people died on Friday.", "At least 41 people died on Friday.")],
            id="number",
        ),
        pytest.param("It sank.\r\n\r\nTwo  died.", "It sank.\nTwo died.", [], id="white-space"),
        pytest.param("It sank.", "", [("It sank.", None)], id="emptied"),
    ],
)
def test_two_versions_are_told_passage_by_passage(before, after, expected):
    """What was said and is no longer, what is new, and what reads otherwise."""
    assert said(compare_records(*versions(before, after))) == expected


def test_the_claims_of_a_new_version_are_found_where_their_words_stand_now():
    """A sentence put in front moves every offset, and no claim."""
    old, now = versions("The ferry sank. Two died.", "Late news. The ferry sank. Two died.")
    records = []
    for record, at in ((old, 0), (now, 11)):
        report = record.reports[0]
        reading = Reading(report.id, "full", (report.span(at, at + 15),), "happened")
        records.append(structs.replace(record, claims=(Claim("c1", "The ferry sank", None, 1.0, (reading,)),)))
    change = compare_records(*records)
    assert said(change) == [(None, "Late news.")]
    assert (change.claims_new, change.claims_gone, change.claims_changed) == ((), (), ())


def test_texts_of_one_outlet_that_share_nothing_are_two_reports():
    """A version is told by its address, its name, or its words."""
    other = compare_records(*versions("The ferry sank.", "Bread is dear.", name2="b.txt"))
    assert (other.reports_new, other.reports_gone, other.versions) == (("r2",), ("r1",), ())


def test_a_long_text_written_anew_is_told_soon():
    """The time does not grow with the square of the text: a live page may have thousands of sentences."""
    before, after = (
        "\n".join(
            " ".join(f"{word}{(n * step + k) % 97}" for k, word in enumerate(["ferry", "crew", "storm", "port"] * 3))
            + "."
            for n in range(2_500)
        )
        for step in (7, 11)
    )
    started = time.process_time()
    (version,) = compare_records(*versions(before, after)).versions
    assert version.changes
    assert time.process_time() - started < 10
