"""Time expressions and their values.

Words are found by an own grammar over the whole text, headlines and datelines included, in linear time
(`time_tokens`, `time_rules`), read by `time_readers` into what they say, and placed on the calendar by
`onrecord.model.relative`. Ages are no times, and a date that hangs on a day nobody told keeps ``null``:
never does today's date stand in. TimeML's TIMEX3 is what is taken for a time expression; of its values
those for "now" and "recently" have no counterpart in EDTF and stay null.
"""

from datetime import date
from typing import NamedTuple

from onrecord.annotate.time_context import Found, find_readings
from onrecord.annotate.time_links import link_to_text, settle_quarters
from onrecord.annotate.time_tense import find_tense
from onrecord.model.calendar import edtf_range
from onrecord.model.marks import Anchor, Time
from onrecord.model.overlaps import Ranges
from onrecord.model.placing import place_times
from onrecord.model.relative import Relative, Tense
from onrecord.model.report import Published, Report
from onrecord.model.words import Parse

SKIPPED = ("teaser", "notice")
"""Asides that are no part of what the outlet tells about the event."""


class ReadTimes(NamedTuple):
    """The times of a report, what each says in the terms of the calendar, and its tense.

    A time that is complete in itself says nothing more: None.
    """

    times: tuple[Time, ...]
    relatives: tuple[Relative | None, ...]
    tenses: tuple[Tense | None, ...]


def find_times(report: Report, parse: Parse) -> tuple[Time, ...]:
    """Find the time expressions of a report and read their values.

    Args:
        report: The report, its asides filled in: teasers and notices are passed over. What hangs on its day
            of publication gets a value only if that day is known.
        parse: Its parse: the tense decides between the last Monday and the next one.

    Returns:
        The times in text order, not overlapping.
    """
    return read_times(report, parse).times


def read_times(report: Report, parse: Parse) -> ReadTimes:
    """Find the time expressions of a report, with what is needed to place them once its day is known."""
    spans = (aside.span for aside in report.asides if aside.kind in SKIPPED)
    skipped = Ranges((span.start, span.end, k) for k, span in enumerate(spans))
    found = tuple(one for one in find_readings(report.text, parse) if not skipped.over(one.start, one.end))
    found = settle_quarters(found)
    relatives = link_to_text(found)
    times = tuple(_time(report, one, relative) for one, relative in zip(found, relatives, strict=True))
    tenses = tuple(find_tense(parse, one.start, one.end) for one in found)
    return ReadTimes(place_times(times, relatives, publication_day(report.published)), relatives, tenses)


def publication_day(published: Published) -> date | None:
    """Return the day of publication if exactly one is known; a crawl date or a month is none."""
    days = edtf_range(published.value)
    return days[0] if days and days[0] == days[1] else None


def _time(report: Report, found: Found, relative: Relative | None) -> Time:
    reading = found.reading
    anchor: Anchor = "none" if relative is None else "publication" if relative.base is None else "text"
    if relative is None and reading.relative is not None:
        anchor = "text"
    span = report.span(found.start, found.end)
    return Time(span, reading.kind, reading.value, reading.mod, anchor=anchor)
