"""What one report says of the day it was published on: a date in its dateline, what was over, what was to come."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onrecord.lang import table
from onrecord.model.calendar import edtf_range
from onrecord.model.marks import Annotations, Time
from onrecord.model.relative import Relative
from onrecord.model.span import Span

HEAD = 600
"""Code points at the top of a report in which a line that is only a date is its dateline."""
LEAD = 1200
"""Code points at the top within which the first weekday is nearly always that of the news."""


class Bound(NamedTuple):
    """A day on or after which (or on or before which) a report was published, and the words that show it."""

    day: date
    span: Span


class Bounds(NamedTuple):
    """The bounds of one report, in text order."""

    after: tuple[Bound, ...]
    before: tuple[Bound, ...]


def find_stated_day(notes: Annotations) -> Time | None:
    """Return the full date, year included, that a report bears in its dateline or on a line of its own at the top."""
    for time, _ in _datelined(notes):
        days = edtf_range(time.value)
        if time.kind == "date" and time.anchor == "none" and days is not None and days[0] == days[1]:
            return time
    return None


def find_stated_day_of_year(notes: Annotations) -> tuple[Time, Relative] | None:
    """Return the day that a report bears in its dateline without the year ("LORNVALE, March 9 —")."""
    for time, relative in _datelined(notes):
        if relative and relative.named == "month_day" and relative.base is None and not relative.is_stretched:
            return time, relative
    return None


def _datelined(notes: Annotations) -> Iterator[tuple[Time, Relative | None]]:
    """Yield the times of a dateline, or of a line of its own, at the top of a report, with what each says."""
    datelines = [aside.span for aside in notes.report.asides if aside.kind in ("dateline", "byline")]
    relatives = notes.relatives or (None,) * len(notes.times)
    for time, relative in zip(notes.times, relatives, strict=True):
        if time.span.start > HEAD:
            return
        if any(line.contains(time.span) for line in datelines) or _is_alone(notes.report.text, time.span):
            yield time, relative


def _is_alone(text: str, span: Span) -> bool:
    """Tell whether a line says nothing but a date, and perhaps that it is the one of publication."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    rest = text[start : span.start] + " " + text[span.end : end if end >= 0 else len(text)]
    words = re.findall(r"[^\W\d_]+", rest.lower())
    return set(words) <= set(table("times")["dateline"]["words"])


def find_bounds(notes: Annotations) -> Bounds:
    """Return the days that a report speaks of as past or as to come, with their full date.

    Only dates behind a preposition that fits count: "due in 2007" beside a past verb is not past.
    """
    words = table("times")["bounding"]
    after: list[Bound] = []
    before: list[Bound] = []
    for time, relative, tense in zip(notes.times, notes.relatives, notes.tenses, strict=True):
        days = edtf_range(time.value) if relative is None and time.anchor == "none" else None
        if days is None or time.kind not in ("date", "time") or not notes.report.in_body(time.span.start):
            continue
        preposition = _word_before(notes, time.span)
        if preposition == "of" and (time.value or "").isdecimal():
            continue  # "the warning of 2015" may be an hour
        if preposition in words["always_past"] or (tense == "past" and preposition in words["past"]):
            after.append(Bound(days[0], time.span))
        elif tense == "future" and preposition in words["future"]:
            before.append(Bound(days[1], time.span))
    return Bounds(tuple(after), tuple(before))


def _word_before(notes: Annotations, span: Span) -> str:
    inside = notes.parse.words_between(span.start, span.end)
    return notes.parse.words[inside[0].i - 1].text.lower() if inside and inside[0].i else ""


def lead_weekday(notes: Annotations) -> int | None:
    """Return the first weekday near the top that is said of what was: as a rule that of the news."""
    for time, relative in zip(notes.times, notes.relatives, strict=True):
        if time.span.start > LEAD:
            return None
        if is_past_weekday(relative):
            return relative.part if relative else None
    return None


def speaks_of_today(notes: Annotations) -> bool:
    """Tell whether a report says near its top that something is of the day it is, or of one counted from it."""
    lead = (r for t, r in zip(notes.times, notes.relatives, strict=True) if t.span.start <= LEAD)
    return any(r is not None and r.named is None and r.unit == "day" and r.base is None for r in lead)


def is_past_weekday(relative: Relative | None) -> bool:
    """Tell whether a date is a bare weekday of what was."""
    if relative is None or relative.is_stretched:
        return False
    return relative.named == "weekday" and relative.lean == "past" and relative.base is None
