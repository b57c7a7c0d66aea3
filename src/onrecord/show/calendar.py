"""The due dates of commitments as a calendar (RFC 5545), with the extra ``onrecord[calendar]``."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import Any

from onrecord.model.calendar import edtf_range
from onrecord.model.ledger import Commitment
from onrecord.model.record import Record
from onrecord.show.lookup import Lookup, look_up
from onrecord.show.wording import few_words, one_line

WORDS = 300
"""Code points of the words of a reading in a calendar entry."""
OVER = frozenset(("done", "suspended", "denied"))
"""What is no longer to be done."""


def show_calendar(record: Record) -> str:
    """Return the commitments that are due on a known day, an entry each; empty where there is none.

    An entry's id comes from the words it stands on, and its stamp from the reports' last day: the same record gives
    the same text. What is kept, withdrawn or disputed in all reports is left out, as is what is due in a month or a
    year only. Without the extra nothing is returned.
    """
    try:
        import icalendar  # noqa: PLC0415 - an extra
    except ImportError:
        return ""
    lookup = look_up(record)
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//onrecord//record//EN")
    calendar.add("version", "2.0")
    entries = list(_entries(icalendar, lookup))
    for entry in entries:
        calendar.add_component(entry)
    return str(calendar.to_ical().decode("utf-8")) if entries else ""


def _entries(icalendar: Any, lookup: Lookup) -> Iterator[Any]:  # noqa: ANN401 - icalendar is an extra
    stamp = _last_day(lookup.record)
    for commitment in lookup.record.commitments:
        day = day_of(commitment.due)
        if day is None or all(reading.status in OVER for reading in commitment.readings):
            continue
        entry = icalendar.Event()
        entry.add("uid", f"{_digest(lookup, commitment)}@onrecord")
        entry.add("dtstamp", datetime.combine(stamp or day, time(), UTC))
        entry.add("dtstart", day)
        entry.add("summary", one_line(f"{lookup.entity(commitment.by)}: {commitment.action} {commitment.object}"))
        entry.add("description", "\n".join(_lines(lookup, commitment)))
        yield entry


def day_of(due: str | None) -> date | None:
    """Return the day of a due date that is one: the day itself, or the last one of "by then".

    >>> day_of("1999-01-11"), day_of("../1999-01-11"), day_of("1999-01"), day_of(None)
    (datetime.date(1999, 1, 11), datetime.date(1999, 1, 11), None, None)
    """
    days = edtf_range((due or "").removeprefix("../"))
    return days[0] if days is not None and days[0] == days[1] else None


def _last_day(record: Record) -> date | None:
    days = (edtf_range(report.published.value) for report in record.reports)
    return max((day[1] for day in days if day is not None), default=None)


def _digest(lookup: Lookup, commitment: Commitment) -> str:
    """Return an id from who undertakes what on which words, so that it stays when other lines come or go."""
    words = [span.exact for reading in commitment.readings for span in reading.evidence]
    parts = (lookup.entity(commitment.by), commitment.action, commitment.object, commitment.due or "", *words)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _lines(lookup: Lookup, commitment: Commitment) -> Iterator[str]:
    if commitment.condition:
        yield f"Condition: {one_line(commitment.condition)}"
    for reading in commitment.readings:
        words = " … ".join(few_words(span.exact, WORDS) for span in reading.evidence)
        yield f"{lookup.name_of(reading.report)} ({reading.status}): {words}"
