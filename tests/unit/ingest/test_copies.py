"""One text twice is one report under one outlet, and two under two."""

import itertools

import pytest
from msgspec import structs

from onrecord.ingest import merge_copies
from onrecord.ingest.dates import given_date, metadata_date
from onrecord.ingest.reporting import report_id
from onrecord.model.report import Published, Report


def make_report(name, *, text="The mayor left.", outlet=None, **more):
    """A report as ingest makes it."""
    kind = more.pop("kind", "report")
    return Report(report_id(text, outlet=outlet, kind=kind), name, text, "0" * 64, kind=kind, outlet=outlet, **more)


@pytest.mark.parametrize(
    ("other", "names"),
    [
        pytest.param({}, [("a", ("b",))], id="same-text-no-outlet"),
        pytest.param({"outlet": "Six"}, [("a", ()), ("b", ())], id="outlet-and-none"),
        pytest.param({"text": "The mayor left!"}, [("a", ()), ("b", ())], id="another-text"),
        pytest.param({"kind": "document"}, [("a", ()), ("b", ())], id="another-kind"),
        pytest.param({"title": "Other title"}, [("a", ("b",))], id="another-title"),
    ],
)
def test_copies_are_those_of_text_outlet_and_kind(other, names):
    """Copies become one report with both names; what differs in text, outlet or kind is no copy."""
    merged = merge_copies([make_report("b", **other), make_report("a")])
    assert [(report.name, report.also) for report in merged] == names


def test_the_order_of_copies_does_not_matter():
    """Whatever the order, the same reports come out in the same order."""
    reports = [
        make_report("c", url="https://c.example"),
        make_report("a", published=metadata_date("1998-11-12")),
        make_report("b", published=given_date("1998-11-14"), title="B"),
        make_report("b", published=given_date("1998-11-13")),
        make_report("d", outlet="Six", also=("e",)),
    ]
    results = {merge_copies(order) for order in itertools.permutations(reports)}
    assert len(results) == 1
    first, second = results.pop()
    assert (first.name, first.also, first.url, first.title) == ("a", ("b", "c"), "https://c.example", "B")
    assert first.published == given_date("1998-11-13")
    assert (second.name, second.also) == ("d", ("e",))


def test_merging_twice_changes_nothing():
    """Merged reports are their own copies."""
    once = merge_copies([make_report("a"), make_report("b", published=Published())])
    assert merge_copies(once) == once


def test_a_record_may_grow_copy_by_copy():
    """Merging what was merged with what comes later gives what merging all at once gives, in any order."""
    reports = [
        make_report("c", url="https://c.example", title="C"),
        make_report("a", published=metadata_date("1998-11-12")),
        make_report("b", published=given_date("1998-11-14"), title="B", url="https://b.example"),
        structs.replace(make_report("a", published=given_date("1998-11-13")), sha256="1" * 64),
    ]
    at_once = merge_copies(reports)
    for order in itertools.permutations(reports):
        grown = ()
        for report in order:
            grown = merge_copies((*grown, report))
        assert grown == at_once
