"""Stretches of days and months, and days counted from a named one, read without a parse."""

import pytest

from onrecord.model.calendar import edtf_range


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        pytest.param("It sails Nov. 16-20.", "Nov. 16-20", "1998-11-16/1998-11-20", id="month-first"),
        pytest.param("It sails Nov. 16 to 20.", "Nov. 16 to 20", "1998-11-16/1998-11-20", id="to"),
        pytest.param("It sank August 7-8, 1996.", "August 7-8, 1996", "1996-08-07/1996-08-08", id="of-a-year"),
        pytest.param("It sails from 16 to 20 November.", "16 to 20 November", "1998-11-16/1998-11-20", id="day-first"),
        pytest.param("It sank on 9 and 10 November.", "9 and 10 November", "1998-11-09/1998-11-10", id="two-days"),
        pytest.param("It sails in the week of Nov. 18.", "the week of Nov. 18", "1998-11-16/1998-11-22", id="week-of"),
        pytest.param("It sails on Saturday week.", "Saturday week", "1998-11-21", id="saturday-week"),
        pytest.param("It sank a week ago Tuesday.", "a week ago Tuesday", "1998-11-03", id="a-week-ago-tuesday"),
        pytest.param("It sails a week today.", "a week today", "1998-11-20", id="a-week-today"),
        pytest.param("It sails two weeks from now.", "two weeks from now", "1998-11-27", id="from-now"),
        pytest.param("It sails six months from now.", "six months from now", "1999-05", id="months-from-now"),
        pytest.param(
            "It sank the week before last.", "the week before last", "1998-10-26/1998-11-01", id="before-last"
        ),
        pytest.param("It sails the year after next.", "the year after next", "2000", id="after-next"),
        pytest.param(
            "It sails on the first Sunday in May 1999.", "the first Sunday in May 1999", "1999-05-02", id="nth"
        ),
        pytest.param(
            "It sails on the last weekend of May 1999.",
            "the last weekend of May 1999",
            "1999-05-29/1999-05-30",
            id="last-weekend",
        ),
        pytest.param(
            "Profit in the year to March 1998 rose.", "the year to March 1998", "1997-04/1998-03", id="year-to"
        ),
        pytest.param("The budget for 1998-99 passed.", "1998-99", "1998/1999", id="year-of-accounts"),
        pytest.param("The season of 1999-00 was short.", "1999-00", "1999/2000", id="over-a-century"),
        pytest.param(
            "It sailed from Monday to Monday.",
            "Monday to Monday",
            "1998-11-09/1998-11-16",
            id="monday-to-monday",
        ),
        pytest.param("It sank in the noughties.", "the noughties", "200X", id="noughties"),
        pytest.param("It sank on All Souls' Day.", "All Souls' Day", "1998-11-02", id="feast-of-a-plural"),
    ],
)
def test_a_stretch_or_a_day_counted_from_another(times_in, text, words, value):
    """The words that name a stretch are one time, with its first and last day."""
    (time,) = times_in(text)
    assert (time.span.exact, time.value) == (words, value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("It sails on 16 and 23 November.", ["1998-11-23"], id="two-days-apart-are-no-stretch"),
        pytest.param("It was moved from Monday to Thursday.", ["1998-11-09", "1998-11-12"], id="put-off-is-no-stretch"),
        pytest.param("It sails Monday through Thursday.", ["1998-11-09/1998-11-12"], id="weekdays"),
        pytest.param("It sank on the Friday before the vote.", [None], id="only-who-knows-the-vote-can-tell"),
        pytest.param("Last Tuesday it sank; the Tuesday before, too.", ["1998-11-10", "1998-11-03"], id="one-before"),
        pytest.param("It sank in 1987 and was raised six years later.", ["1987", "1993"], id="years-later"),
        pytest.param("In 1987 it sank, and two months later", ["1987", "P2M"], id="no-month-to-count-from"),
        pytest.param(
            "Sales rose in the first half of 1997 and fell in the second half.",
            ["1997-01/1997-06", "1997-07/1997-12"],
            id="second-half",
        ),
        pytest.param("They scored in the second half.", [], id="half-of-a-match"),
        pytest.param("They left at the last minute.", [], id="the-last-minute"),
        pytest.param("It sank every few seconds.", [None], id="every-few"),
        pytest.param("They spoke on 60 Minutes.", [], id="a-program"),
        pytest.param("It lay there for the last year and a half.", ["P1Y6M"], id="the-last-year-and-a-half"),
        pytest.param("They meet this past weekend.", ["1998-11-07/1998-11-08"], id="this-past-weekend"),
        pytest.param("It ran under the 1033 program.", [], id="no-year"),
        pytest.param("The strike is in its fifth week.", ["P5W"], id="in-its-fifth-week"),
        pytest.param("It was a week late.", ["P1W"], id="late"),
        pytest.param("It is a quarter of a century old.", ["P25Y"], id="quarter-of-a-century"),
    ],
)
def test_what_only_looks_like_a_stretch(times_in, text, values):
    """Days are joined only where the words join them, and counted only from what was told."""
    assert [time.value for time in times_in(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It sailed on the 21st floor.", id="floor"),
        pytest.param("She had a birdie on the 18th.", id="hole"),
        pytest.param("He came in the 21st.", id="place"),
    ],
)
def test_an_ordinal_is_a_day_only_where_nothing_is_counted(times_in, text):
    """ "On the 21st" is a day; a floor, a hole of golf and a place in a race are none."""
    assert times_in(text) == ()


def test_a_day_of_some_month_without_tense_keeps_both(times_in):
    """Where no verb tells whether "the 21st" was or will be, both stay candidates."""
    (time,) = times_in("The hearing on the 21st")
    assert (time.value, time.candidates) == (None, ("1998-10-21", "1998-11-21"))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("It sailed from 28 to 3 November.", [("3 November", "1998-11-03")], id="day-first"),
        pytest.param(
            "It sailed October 30-2 November.",
            [("October 30", "1998-10-30"), ("2 November", "1998-11-02")],
            id="own-months",
        ),
        pytest.param("It sank on Nov. 9 - 3 drowned.", [("Nov. 9", "1998-11-09")], id="no-range"),
        pytest.param("It sank February 28-30.", [("February 28-30", None)], id="no-such-day"),
        pytest.param("It sank on 28 and 29 February 1997.", [("28 and 29 February 1997", None)], id="no-leap-year"),
        pytest.param(
            "It sank on 28 and 29 February 1996.",
            [("28 and 29 February 1996", "1996-02-28/1996-02-29")],
            id="leap-year",
        ),
    ],
)
def test_days_over_the_end_of_a_month(times_in, text, values):
    """Some days of one month end in that month: what would go on behind it is two days, or has no value."""
    found = [(time.span.exact, time.value) for time in times_in(text)]
    assert found == values


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It sails this Christmas", id="first-words-of-a-feast-at-the-end"),
        pytest.param("It sails this New Year's", id="more-of-them"),
        pytest.param(f"It sank {'9' * 400} years ago.", id="too-many-years"),
        pytest.param(f"It sails {'9' * 400} weeks from now.", id="too-many-weeks"),
        pytest.param("It sank in the 30,000 months to March 1990.", id="months-before-the-calendar"),
        pytest.param("It sank in the 0th century.", id="no-century"),
        pytest.param("It sank in the hundred nineties.", id="no-decade"),
    ],
)
def test_what_no_calendar_holds_has_no_value(times_in, text):
    """Strange numbers and cut texts are no error, and every value is one that can be read again."""
    assert all(time.value is None or edtf_range(time.value) or time.kind == "duration" for time in times_in(text))
