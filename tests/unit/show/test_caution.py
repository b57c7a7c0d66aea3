"""Rows that several reports tell: what is unlike at sight is said, and called no difference."""

import pytest
from msgspec.structs import replace

from onrecord.model.claims import Claim
from onrecord.model.marks import Amount, Time
from onrecord.model.record import Generator, Record, Story
from onrecord.show import show_html, show_markdown
from onrecord.show.caution import say_uncompared
from onrecord.show.lookup import look_up


def record_of(made, *told):
    """A record of one claim: a report's words each, and the status that they have there."""
    reports = tuple(made.report(f"r{n}", f"The Post {n}", f"{words}.\n") for n, (words, _) in enumerate(told))
    m = made.Maker(*reports)
    readings = tuple(m.reading(f"r{n}", words, status=status) for n, (words, status) in enumerate(told))
    claim = Claim("k", told[0][0], None, 1.0, readings)
    return Record(Generator("onrecord", "0"), Story("story", "A story"), reports, claims=(claim,))


def said_of(record):
    return say_uncompared(look_up(record), record.claims[0])


def happened(*words):
    return [(each, "happened") for each in words]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        pytest.param(happened("76 voted for it", "74 voted for it"), "the numbers differ", id="digits"),
        pytest.param(happened("1,200 voted", "1200 voted"), "", id="one-number-in-two-ways"),
        pytest.param(happened("76 to 73 voted for it", "76 voted for it"), "", id="one-tells-more"),
        pytest.param(happened("The door leaked", "The door did not leak"), "one is negated", id="negated"),
        pytest.param(happened("Room No. 4 burned", "Room 4 burned"), "", id="no-before-a-number"),
        pytest.param([("They will pay", "pledged"), ("They paid", "happened")], "the status differs", id="status"),
        pytest.param([("They pay", "ongoing"), ("They paid", "happened")], "", id="both-told-as-fact"),
    ],
)
def test_what_is_unlike_at_sight_is_said(made, told, said):
    """Numbers, negation and status that are unlike are named; who tells more numbers is not called unlike."""
    assert said_of(record_of(made, *told)) == (f"not compared: {said}" if said else "")


@pytest.mark.parametrize(
    ("lengths", "said"),
    [
        pytest.param(("PT6M", "PT10M"), "not compared: the lengths of time differ", id="one-unit"),
        pytest.param(("PT60M", "PT1H"), "", id="two-units-may-be-one-length"),
        pytest.param(("P2D", "P2D"), "", id="one-length"),
    ],
)
def test_lengths_of_time_in_one_unit_are_unlike(made, lengths, said):
    """Six minutes and ten differ at sight; 60 minutes and an hour do not."""
    record = record_of(made, *happened("It went on", "It lasted"))
    times = tuple(
        Time(report.span(0, 2), "duration", each) for report, each in zip(record.reports, lengths, strict=True)
    )
    claim = record.claims[0]
    readings = tuple(replace(reading, times=(n,)) for n, reading in enumerate(claim.readings))
    assert said_of(replace(record, times=times, claims=(replace(claim, readings=readings),))) == said


def test_amounts_are_read_as_figures_and_times_as_times(made):
    """ "Forty" and 60 differ as amounts, 2 and 3 July as times; digits inside of them are not counted again."""
    record = record_of(made, *happened("Forty left on 2 July", "60 left on 3 July"))
    a, b = record.reports
    amounts = (Amount(a.span(0, 5), "40"), Amount(b.span(0, 2), "60"))
    times = (Time(a.span(14, 20), "date", "1998-07-02"), Time(b.span(11, 17), "date", "1998-07-03"))
    claim = record.claims[0]
    readings = tuple(replace(r, amounts=(n,), times=(n,)) for n, r in enumerate(claim.readings))
    record = replace(record, amounts=amounts, times=times, claims=(replace(claim, readings=readings),))
    assert said_of(record) == "not compared: the numbers differ, the times differ"
    same = replace(record, amounts=(amounts[0], replace(amounts[1], value="40")), times=(times[0], times[0]))
    assert said_of(same) == ""


def test_the_row_says_so_and_looks_unsure(made):
    """The words stand in the row of every form, marked as unsure, and no conflict is made of them."""
    record = record_of(made, *happened("76 voted for it", "74 voted for it"))
    page = show_html(record)
    assert '<span class="caution"><i aria-hidden="true">?</i> not compared: the numbers differ</span>' in page
    assert 'class="why conflict"' not in page
    assert "? not compared: the numbers differ" in show_markdown(record)


def test_no_form_says_that_reports_agree(bridge):
    """A row without a mark is told by several, and the heading says that this is no agreement."""
    for text in (show_html(bridge), show_markdown(bridge)):
        assert "Told by several" in text
        assert "a row without a mark does not say that the reports agree" in text
        assert "agrees" not in text
        assert "no difference found" not in text
