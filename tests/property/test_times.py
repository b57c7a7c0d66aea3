"""What hangs on the day of publication moves with it, by as much, and nothing else moves."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.times import read_times
from onrecord.model.calendar import edtf_of, edtf_range
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse

NO_PARSE = Parse((), (), (), ())
MONDAY = date(1998, 11, 9)
RELATIVE = (
    *("It sank on Friday.", "It sank last Tuesday night.", "It sails next Monday.", "It sank at 10:35 p.m. Thursday."),
    *("Divers went down yesterday.", "They meet tomorrow.", "It was seen three days ago.", "A week ago it was sound."),
    *(
        "Crews rested last week.",
        "The strike ends this weekend.",
        "Talks go on the day after tomorrow.",
        "Today it rains.",
    ),
)
ABSOLUTE = (
    *("It was built in 1974.", "It sank on 3 March 1987.", "Two days later it was raised.", "It took five years."),
    *("It sails daily.", "Since the 1980s it leaked.", "It was sold in the third quarter of 1989.", "At noon it left."),
    *("On Easter Sunday 1988 it ran aground.", "About 40 people, or 5 per cent, died.", "“”", "\n\n", "😀"),
)
TEXTS = st.lists(st.sampled_from(RELATIVE + ABSOLUTE), max_size=8).map(" ".join)


def read(text: str, day: date):
    told = day.isoformat()
    report = Report(
        ReportId("r1"), "one.txt", text, "0" * 64, published=Published(told, (told, told), (told,), "given")
    )
    return read_times(report, NO_PARSE)


def moved(value: str | None, by: timedelta) -> str | None:
    """Return a date some weeks on, in the form it had."""
    days = edtf_range(value)
    if value is None or days is None:
        return value
    return edtf_of(days[0] + by, days[1] + by) + value[len("1998-11-13") :] * ("T" in value)


@given(TEXTS, st.integers(0, 6), st.integers(-1000, 1000))
def test_a_day_of_publication_some_weeks_on_moves_relative_days_alone(text, after, weeks):
    """Every relative day moves by as many weeks; spans, kinds and dates that are complete in themselves stay."""
    day, by = MONDAY + timedelta(after), timedelta(7 * weeks)
    before, later = read(text, day), read(text, day + by)
    hanging = [relative is not None and relative.base is None for relative in before.relatives]
    assert before.relatives == later.relatives
    for one, other, hangs in zip(before.times, later.times, hanging, strict=True):
        assert (one.span, one.kind, one.mod, one.anchor) == (other.span, other.kind, other.mod, other.anchor)
        if hangs:
            assert other.value == moved(one.value, by)
            assert other.candidates == tuple(moved(value, by) for value in one.candidates)
        elif one.anchor == "none":
            assert other == one


def test_every_relative_sentence_hangs_on_the_day():
    """The law above is about something: each of these sentences has a time that moves."""
    assert [
        text for text in RELATIVE if not any(time.anchor == "publication" for time in read(text, MONDAY).times)
    ] == []
