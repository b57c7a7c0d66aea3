"""Time expressions and their values, read without a parse: what the words alone say."""

import pytest

from onrecord.annotate.times import find_times, read_times
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse

NO_PARSE = Parse((), (), (), ())
FRIDAY = "1998-11-13"


def times_in(text, day=FRIDAY):
    published = Published(day, (day, day), (day,), "given") if day else Published()
    return find_times(Report(ReportId("r1"), "one.txt", text, "0" * 64, published=published), NO_PARSE)


def only(text, day=FRIDAY):
    (time,) = times_in(text, day)
    return time


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("It sank on 3 March 1987.", "3 March 1987", "1987-03-03", id="day-first"),
        pytest.param("It sank on March 3, 1987.", "March 3, 1987", "1987-03-03", id="month-first"),
        pytest.param(
            "It sank on Friday, Sept. 4, 1987.", "Friday, Sept. 4, 1987", "1987-09-04", id="weekday-and-short-month"
        ),
        pytest.param("It sank on the 3rd of March, 1987.", "the 3rd of March, 1987", "1987-03-03", id="ordinal"),
        pytest.param("It sank on 1987-03-03.", "1987-03-03", "1987-03-03", id="iso"),
        pytest.param("It sank on 3/14/1987.", "3/14/1987", "1987-03-14", id="slashes"),
        pytest.param("It sank on 14.03.1987.", "14.03.1987", "1987-03-14", id="dots-are-day-first"),
        pytest.param("It sank in March 1987.", "March 1987", "1987-03", id="month-of-a-year"),
        pytest.param("It sank in 1987.", "1987", "1987", id="year"),
        pytest.param("It sank in nineteen eighty-seven.", "nineteen eighty-seven", "1987", id="year-in-words"),
        pytest.param("It sank in the year two thousand.", "the year two thousand", "2000", id="round-year-in-words"),
        pytest.param("It sank in the winter of 1987.", "the winter of 1987", "1987-24", id="season"),
        pytest.param("It sank in the summer of '68.", "the summer of '68", "1968-22", id="short-year"),
        pytest.param("It sank on Easter Sunday 1916.", "Easter Sunday 1916", "1916-04-23", id="feast-of-a-year"),
        pytest.param("It sank in the 1980s.", "the 1980s", "198X", id="decade"),
        pytest.param("It sank in the '80s.", "the '80s", "198X", id="short-decade"),
        pytest.param("It sank in the 19th century.", "the 19th century", "18XX", id="century"),
        pytest.param(
            "It sank in the third quarter of 1987.", "the third quarter of 1987", "1987-07/1987-09", id="quarter"
        ),
        pytest.param("Profits for fiscal 1987 rose.", "fiscal 1987", "1987", id="fiscal-year"),
        pytest.param("It sank at 10 p.m. March 3, 1987.", "10 p.m. March 3, 1987", "1987-03-03T22:00", id="clock"),
    ],
)
def test_a_full_date_is_complete_in_itself(text, words, value):
    """A date with its year has its value whether or not the day of publication is known, and needs no anchor."""
    for day in (FRIDAY, None):
        time = only(text, day)
        assert (time.span.exact, time.value, time.anchor) == (words, value, "none")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("It sank yesterday.", "yesterday", "1998-11-12", id="yesterday"),
        pytest.param("It sank on Monday.", "Monday", "1998-11-09", id="weekday"),
        pytest.param("It sank on Friday.", "Friday", "1998-11-13", id="weekday-of-today"),
        pytest.param("It sank last Friday.", "last Friday", "1998-11-06", id="last-weekday-is-not-today"),
        pytest.param("It sails next Monday.", "next Monday", "1998-11-16", id="next-weekday"),
        pytest.param("It sank Thursday night.", "Thursday night", "1998-11-12", id="part-of-a-day"),
        pytest.param("It sank last night.", "last night", "1998-11-12", id="last-night"),
        pytest.param("It sank the day before yesterday.", "the day before yesterday", "1998-11-11", id="two-days-ago"),
        pytest.param("It sails the day after tomorrow.", "the day after tomorrow", "1998-11-15", id="in-two-days"),
        pytest.param("It sank last Christmas.", "last Christmas", "1997-12-25", id="feast"),
        pytest.param("It sails on New Year's Day.", "New Year's Day", "1999-01-01", id="feast-of-three-words"),
        pytest.param("It sails next Easter Monday.", "next Easter Monday", "1999-04-05", id="feast-by-easter"),
        pytest.param("It sails on Thanksgiving.", "Thanksgiving", "1998-11-26", id="feast-by-a-weekday"),
        pytest.param("It sank last Memorial Day.", "last Memorial Day", "1998-05-25", id="feast-on-the-last-monday"),
        pytest.param("It sank on the 6th of this month.", "the 6th of this month", "1998-11-06", id="day-of-a-month"),
        pytest.param("It sails on Monday 19 April.", "Monday 19 April", "1999-04-19", id="a-weekday-tells-the-year"),
        pytest.param("It sank at 11.40pm on Thursday.", "11.40pm on Thursday", "1998-11-12T23:40", id="dotted-clock"),
        pytest.param("It sank this morning.", "this morning", "1998-11-13", id="this-morning"),
        pytest.param(
            "It sank at 1:35 a.m. Thursday.", "1:35 a.m. Thursday", "1998-11-12T01:35", id="clock-and-weekday"
        ),
        pytest.param("It sank two days ago.", "two days ago", "1998-11-11", id="days-ago"),
        pytest.param("It sank last week.", "last week", "1998-11-02/1998-11-08", id="week"),
        pytest.param("It sank three weeks ago.", "three weeks ago", "1998-10-19/1998-10-25", id="weeks-ago"),
        pytest.param("It sank last month.", "last month", "1998-10", id="month"),
        pytest.param("It sank five months ago.", "five months ago", "1998-06", id="months-ago"),
        pytest.param("It sank last year.", "last year", "1997", id="year"),
        pytest.param("It sank two decades ago.", "two decades ago", "1978", id="decades-ago-is-a-year"),
        pytest.param("It sank in June last year.", "June last year", "1997-06", id="month-of-last-year"),
        pytest.param("It sank last June.", "last June", "1998-06", id="last-month-of-that-name"),
        pytest.param("It sank in October.", "October", "1998-10", id="bare-month"),
        pytest.param("It sank on Oct. 23.", "Oct. 23", "1998-10-23", id="day-of-this-year"),
        pytest.param("It sails on Jan. 3.", "Jan. 3", "1999-01-03", id="nearest-day-of-the-year"),
        pytest.param("It sank last fall.", "last fall", "1997-23", id="season"),
        pytest.param("It sank in the second quarter.", "the second quarter", "1998-04/1998-06", id="quarter"),
        pytest.param(
            "It sails in next year's first quarter.",
            "next year's first quarter",
            "1999-01/1999-03",
            id="quarter-of-year",
        ),
    ],
)
def test_a_date_that_hangs_on_the_day_of_publication(text, words, value):
    """What is said from the day it is has a value where that day is known, and none where it is not."""
    time = only(text)
    assert (time.span.exact, time.value, time.anchor) == (words, value, "publication")
    unanchored = only(text, day=None)
    assert (unanchored.value, unanchored.anchor) == (None, "publication")


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        pytest.param("It took five years.", "P5Y", None, id="years"),
        pytest.param("It took two and a half years.", "P2Y6M", None, id="halves"),
        pytest.param("It took half an hour.", "PT30M", None, id="half-an-hour"),
        pytest.param("It took a minute and a half.", "PT1M30S", None, id="one-and-a-half"),
        pytest.param("It took two decades.", "P20Y", None, id="decades-are-years"),
        pytest.param("It took a couple of weeks.", "P2W", None, id="couple"),
        pytest.param("It took the past three months.", "P3M", None, id="past-months"),
        pytest.param("It took nearly six years.", "P6Y", "less", id="nearly"),
        pytest.param("It took at least 30 days.", "P30D", "more", id="at-least"),
        pytest.param("It took about ten minutes.", "PT10M", "about", id="about"),
        pytest.param("It lasted for years.", "PXY", None, id="vague-years"),
        pytest.param("It took several months.", "PXM", None, id="several"),
        pytest.param("It took a few hours.", None, None, id="vague-hours-have-no-word"),
        pytest.param("It was a 10-hour flight.", "PT10H", None, id="hyphen"),
    ],
)
def test_a_length_of_time(text, value, mod):
    """A length of time is a duration in ISO 8601, with its bound beside it; a vague one keeps its unit."""
    time = only(text)
    assert (time.kind, time.value, time.mod, time.anchor) == ("duration", value, mod, "none")


@pytest.mark.parametrize(
    ("text", "value", "mod"),
    [
        pytest.param("It sank in late May 1987.", "1987-05", "end", id="late"),
        pytest.param("It sank in early 1987.", "1987", "start", id="early"),
        pytest.param("It sank in mid-1987.", "1987", "mid", id="mid"),
        pytest.param("It sank at the beginning of March 1987.", "1987-03", "start", id="the-beginning-of"),
        pytest.param("It sank in the late 1980s.", "198X", "end", id="late-decade"),
        pytest.param("It sank around March 3, 1987.", "1987-03-03", "about", id="around"),
    ],
)
def test_a_part_of_a_date_stands_beside_it(text, value, mod):
    """What part of a date is meant stands in ``mod``; the value is the whole."""
    time = only(text)
    assert (time.value, time.mod) == (value, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("It sails every two weeks.", "P2W", id="every"),
        pytest.param("It sails once a week.", "P1W", id="once-a"),
        pytest.param("It sails daily.", "P1D", id="adverb"),
        pytest.param("It sails each July.", None, id="each-july"),
        pytest.param("It sails on Mondays.", None, id="plural-weekday"),
    ],
)
def test_what_comes_again_is_a_set(text, value):
    """A repetition is a set, and never a date of its own."""
    time = only(text)
    assert (time.kind, time.value) == ("set", value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Write to 1984 Summer Street.", id="a-house"),
        pytest.param("Write to Box 2007.", id="a-box"),
        pytest.param("A hall of 1990 m2 was let.", id="a-measure"),
        pytest.param("The 24-year-old sailor was saved.", id="age"),
        pytest.param("He is 52 years old.", id="age-after-the-name"),
        pytest.param("It may sink.", id="may-the-verb"),
        pytest.param("They march on the harbor.", id="march-the-verb"),
        pytest.param("It cost $1987.", id="money"),
        pytest.param("Prices fall.", id="fall-the-verb"),
        pytest.param("He reads the Tarn Daily.", id="name-of-a-paper"),
        pytest.param("Three-quarters of it burned.", id="fraction"),
        pytest.param("He sat in the sun.", id="sun"),
        pytest.param("She spoke on “Today” again.", id="a-program"),
        pytest.param("He told “Fells News Sunday,” a show.", id="a-program-of-a-day"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_no_time(text):
    """Ages are amounts; verbs, names, money and fractions that look like times are none."""
    assert times_in(text) == ()


def test_a_day_in_a_remark_is_one():
    """A word for a day within quotation marks is a time where something is said with it."""
    assert only("“Today,” she said, “we sail.”").value == "1998-11-13"
    assert only("“See you Monday,” she said.").value == "1998-11-09"


def test_a_date_may_hang_on_the_text():
    """Words that go back to a date of the text count from there, not from the day of publication."""
    sank, after = times_in("It sank in 1987, and the following year it was raised.")
    assert (sank.value, after.value, after.anchor) == ("1987", "1988", "text")
    (alone,) = times_in("The following year it was raised.")
    assert (alone.value, alone.anchor) == (None, "text")


def test_a_year_ago_is_the_quarter_spoken_of():
    """Beside a quarter "a year ago" is that quarter of the year before; elsewhere it is the year."""
    assert [t.value for t in times_in("Profit rose in the third quarter from a year ago.")] == [
        "1998-07/1998-09",
        "1997-07/1997-09",
    ]
    assert only("It sank a year ago.").value == "1997"


def test_a_clock_time_without_its_day_has_no_value():
    """A time of day is placed only on a day that the text names."""
    assert only("It sank at 10 p.m.").value is None
    assert [t.value for t in times_in("It left on March 3, 1987 and sank at 10 p.m.")] == [
        "1987-03-03",
        "1987-03-03T22:00",
    ]


def test_now_and_recently_have_no_value():
    """What says no more than that it is now, was or will be keeps null."""
    assert [(t.span.exact, t.value) for t in times_in("It is now afloat, as it was recently.")] == [
        ("now", None),
        ("recently", None),
    ]


def test_a_month_of_publication_is_no_anchor():
    """Only a day of publication gives "yesterday" a value."""
    assert only("It sank yesterday.", day="1998-11").value is None


def test_what_each_says_goes_with_the_times():
    """Times, what they say and their tenses are lists of one length."""
    report = Report(ReportId("r1"), "one.txt", "It sank on Monday, in 1987, for years.", "0" * 64)
    found = read_times(report, NO_PARSE)
    assert len(found.times) == len(found.relatives) == len(found.tenses) == 3
    assert [relative is None for relative in found.relatives] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("It sank on 3 November. Two days later divers came.", "1998-11-05", id="behind-a-day"),
        pytest.param("It sank in 1987. Two days later divers came.", "P2D", id="behind-no-day"),
        pytest.param("Two days later divers came.", "P2D", id="behind-nothing"),
        pytest.param("On 3 November it sank, as in 1987. Two days later divers came.", "P2D", id="a-year-between"),
    ],
)
def test_a_distance_from_a_day_of_the_text_is_a_day(text, value):
    """ "Two days later" is a day where the text has just named one, and a length where it has not."""
    time = times_in(text)[-1]
    assert (time.value, time.kind) == (value, "date" if value.startswith("1") else "duration")


@pytest.mark.parametrize(
    ("day", "value"),
    [
        pytest.param("2032-01-20", "2030-24", id="in-january"),
        pytest.param("2031-12-20", "2030-24", id="in-december"),
        pytest.param("2031-06-20", "2030-24", id="in-summer"),
    ],
)
def test_the_last_winter_is_over(day, value):
    """In January the winter that began the month before is this one, not the last."""
    assert only("Last winter was cold.", day).value == value


@pytest.mark.parametrize(
    "text",
    [
        "It lay there over the weekend.",
        "It sank within this week.",
        "It was shut over Easter.",
        "It lay there over the past decade.",
        "They asked about yesterday.",
    ],
)
def test_over_and_within_bound_lengths_not_dates(text):
    """ "Over a year" is more than one; "over Easter" is Easter."""
    assert only(text).mod is None
