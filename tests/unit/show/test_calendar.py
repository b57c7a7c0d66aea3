"""The due dates of commitments as a calendar."""

import pytest

from onrecord.model.ledger import Commitment, CommitmentReading
from onrecord.model.marks import Entity
from onrecord.model.record import Generator, Record, Story
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId
from onrecord.show import show_calendar

TEXT = "Corland will free the pilots by 11 January; it said so; in Kallport."


def record(due, status="pledged"):
    report = Report(ReportId("r0"), "a.txt", TEXT, "0" * 64, outlet="Gazette", published=Published("1998-12-30"))
    reading = CommitmentReading(report.id, status, (report.span(0, 42),), due=due)
    commitment = Commitment("c1", "e1", "free", "the pilots", (reading,), due=due, condition="if Ilvara\nagrees")
    entity = Entity("e1", "Corland", "state")
    return Record(
        Generator("onrecord", "0"), Story("story", ""), (report,), entities=(entity,), commitments=(commitment,)
    )


@pytest.mark.parametrize(
    ("due", "status", "entries"),
    [
        pytest.param("1999-01-11", "pledged", 1, id="a-day"),
        pytest.param("../1999-01-11", "pledged", 1, id="by-a-day"),
        pytest.param("1999-01", "pledged", 0, id="a-month"),
        pytest.param(None, "pledged", 0, id="no-date"),
        pytest.param("1999-01-11", "done", 0, id="kept-already"),
    ],
)
def test_only_what_is_still_due_on_a_known_day_is_in_the_calendar(due, status, entries):
    """A month is no day, and what is done is not due."""
    pytest.importorskip("icalendar")
    assert show_calendar(record(due, status)).count("BEGIN:VEVENT") == entries


def test_a_calendar_is_read_back_as_it_was_meant():
    """Day, actor, deed, condition and the report's words come back; the stamp is the reports' last day."""
    icalendar = pytest.importorskip("icalendar")
    (entry,) = icalendar.Calendar.from_ical(show_calendar(record("1999-01-11"))).walk("VEVENT")
    assert (str(entry["summary"]), entry["dtstart"].dt.isoformat()) == ("Corland: free the pilots", "1999-01-11")
    assert entry["dtstamp"].dt.isoformat() == "1998-12-30T00:00:00+00:00"
    assert str(entry["description"]).split("\n") == ["Condition: if Ilvara agrees", f"Gazette (pledged): {TEXT[:42]}"]


def test_the_same_record_gives_the_same_bytes():
    """No clock and no chance: two calendars of one record are equal, and another due date has another id."""
    pytest.importorskip("icalendar")
    first, again, other = (show_calendar(record(due)) for due in ("1999-01-11", "1999-01-11", "1999-01-12"))
    assert first == again
    assert [line for line in first.splitlines() if line.startswith("UID")] != [
        line for line in other.splitlines() if line.startswith("UID")
    ]


def test_without_the_extra_there_is_no_calendar(monkeypatch):
    """The core needs no calendar library."""
    monkeypatch.setitem(__import__("sys").modules, "icalendar", None)
    assert show_calendar(record("1999-01-11")) == ""
