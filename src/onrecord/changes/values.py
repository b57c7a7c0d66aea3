"""Words that two records have and read in two ways: a date, a speaker, the day of a report."""

from collections.abc import Iterator

from onrecord.changes.versions import Twins
from onrecord.model.changes import ValueChange
from onrecord.model.marks import Statement
from onrecord.model.record import Record
from onrecord.model.report import Published
from onrecord.model.span import ReportId, Span


def find_other_values(before: Record, after: Record, twins: Twins) -> Iterator[ValueChange]:
    """Yield the days of reports, the dates and the speakers that the latter record gives another value."""
    yield from _other_days(before, after, twins)
    yield from _other_dates(before, after, twins)
    yield from _other_speakers(before, after, twins)


def _other_days(before: Record, after: Record, twins: Twins) -> Iterator[ValueChange]:
    now = {report.id: say_day(report.published) for report in after.reports}
    for report in before.reports:
        day, other = say_day(report.published), now.get(twins.known.get(report.id, ReportId("")))
        if report.id in twins.known and day != other:
            yield ValueChange("published", twins.known[report.id], None, day, other)


def say_day(published: Published) -> str | None:
    """Say when a report was published: its day, or the window it fell into."""
    return published.value or (published.window and "/".join(published.window)) or None


def _other_dates(before: Record, after: Record, twins: Twins) -> Iterator[ValueChange]:
    now = {(time.span, time.kind): time.value for time in after.times}
    for time in before.times:
        place = (twins.moved((time.span,))[0], time.kind)
        if place in now and now[place] != time.value:
            yield ValueChange("date", place[0].report, place[0], time.value, now[place])


def _other_speakers(before: Record, after: Record, twins: Twins) -> Iterator[ValueChange]:
    """Yield the statements with another speaker; one that is only named more fully is no other."""
    names = [{entity.id: entity.name for entity in record.entities} for record in (before, after)]
    mentioned = {m.span: entity.id for entity in after.entities for m in entity.mentions}
    same = {
        (entity.id, mentioned.get(span))
        for entity in before.entities
        for span in twins.moved(tuple(m.span for m in entity.mentions))
    }
    now = {_place(statement): statement for statement in after.statements}
    for statement in before.statements:
        twin = now.get((twins.moved(statement.content), statement.mode))
        if twin and twin.speaker != statement.speaker and (statement.speaker, twin.speaker) not in same:
            was, is_now = (names[n].get(one.speaker or "") for n, one in enumerate((statement, twin)))
            if was != is_now:
                yield ValueChange("speaker", twin.report, twin.content[0], was, is_now)


def _place(statement: Statement) -> tuple[tuple[Span, ...], str]:
    return statement.content, statement.mode
