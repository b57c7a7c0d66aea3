"""When undated reports of a story were published; parses made by hand, tenses and relatives given."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.align.dates import resolve_dates
from onrecord.model.calendar import edtf_range
from onrecord.model.marks import Annotations, Time
from onrecord.model.placing import place_times
from onrecord.model.relative import Relative
from onrecord.model.report import Aside, Published, Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse, Sentence, Word

MONDAY = Relative(named="weekday", part=0)
FRIDAY = Relative(named="weekday", part=4)
YESTERDAY = Relative("day", -1)
AUG_7 = Relative(named="month_day", part=8, day=7)
LAST_YEAR = Relative("year", -1)
LAST_MONTH = Relative("month", -1)
TIME_WORDS = ("Monday", "Friday", "yesterday", "1996", "2004", "year", "Aug.", "7", "1998")


def parse_of(text):
    """Make a parse without a tree, one sentence a line: words with the parts of speech that content words have."""
    words, sentences, at = [], [], 0
    for number, line in enumerate(text.split("\n")):
        first = len(words)
        for token in line.split(" "):
            if token:
                pos = "ADP" if token in ("on", "in", "by", "since", "to", "of", "the") else "NOUN"
                ent = "DATE" if token in TIME_WORDS else ""
                i = len(words)
                words.append(Word(i, at, at + len(token), token, token.lower(), pos, "NN", "dep", i, ent, number))
            at += len(token) + 1
        sentences.append(Sentence(number, first, len(words), first, number))
    return Parse(tuple(words), tuple(sentences), ((),) * len(words), ((0, len(text)),))


def notes(name, text, *times, day=None, asides=()):
    """Make a report with times: (words, value or relative, tense) each."""
    published = Published(day, (day, day), (day,), "given") if day else Published()
    report = Report(ReportId(name), name, text, "0" * 64, published=published, body=((0, len(text)),))
    report = Report(
        ReportId(name),
        name,
        text,
        "0" * 64,
        published=published,
        body=report.body,
        asides=tuple(Aside(kind, report.span(start, end)) for kind, start, end in asides),
    )
    made, relatives, tenses = [], [], []
    for words, said, tense in times:
        start = text.index(words)
        relative = said if isinstance(said, Relative) else None
        anchor = "publication" if relative else "none"
        made.append(Time(report.span(start, start + len(words)), "date", None if relative else said, anchor=anchor))
        relatives.append(relative)
        tenses.append(tense)
    placed = place_times(made, relatives, date.fromisoformat(day) if day else None)
    return Annotations(report, parse_of(text), times=placed, relatives=tuple(relatives), tenses=tuple(tenses))


def alone(text, *times, **more):
    return resolve_dates([notes("a", text, *times, **more)])[0]


def test_a_given_day_stays():
    """A report whose day was given keeps it, and its times with it."""
    report = notes("a", "The ferry sank on Monday", ("Monday", MONDAY, "past"), day="1998-08-14")
    assert resolve_dates([report]) == (report,)


def test_a_report_that_tells_nothing_keeps_nothing():
    """Without a hint there is neither window nor candidate, and a weekday keeps null."""
    found = alone("The ferry sank on Monday", ("Monday", MONDAY, "past"))
    assert found.report.published == Published()
    assert (found.times[0].value, found.times[0].candidates) == (None, ())


@pytest.mark.parametrize(
    ("text", "times", "window"),
    [
        pytest.param("It sank in 1996", [("1996", "1996", "past")], ("1996-01-01", ".."), id="past-year"),
        pytest.param("It sails in 2004", [("2004", "2004", "future")], ("..", "2004-12-31"), id="coming-year"),
        pytest.param("Closed since 1996", [("1996", "1996", None)], ("1996-01-01", ".."), id="since"),
        pytest.param(
            "It sank in 1996\nIt sails in 2004",
            [("1996", "1996", "past"), ("2004", "2004", "future")],
            ("1996-01-01", "2004-12-31"),
            id="both",
        ),
    ],
)
def test_what_was_and_what_will_be_bound_the_day(text, times, window):
    """A report was published after what it tells as past and before what it tells as to come; never on a point."""
    published = alone(text, *times).report.published
    assert (published.value, published.window, published.basis) == (None, window, "inferred")
    assert {span.exact for span in published.evidence} == {words for words, _, _ in times}


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        pytest.param("Bonds due 2004", "past", id="due"),
        pytest.param("The 2004 fund was cut", "past", id="attribute"),
        pytest.param("It sank in 2004", None, id="no-tense"),
    ],
)
def test_a_date_that_may_lie_anywhere_bounds_nothing(text, tense):
    """Only a date behind a fitting preposition, with a tense, is a bound."""
    assert alone(text, ("2004", "2004", tense)).report.published.window is None


def test_a_clash_is_a_problem_and_the_past_wins():
    """What was cannot be later than what is to come: the clash is reported, the bound of the past stays."""
    found = alone("It sank in 2004\nIt sails in 1996", ("2004", "2004", "past"), ("1996", "1996", "future"))
    assert found.report.published.window == ("2004-01-01", "..")
    assert [(problem.code, problem.span.exact) for problem in found.problems] == [("OR411", "1996")]


def test_a_dateline_with_its_year_is_the_day():
    """A full date in the dateline is the day of publication, as stated; what hangs on it is placed."""
    text = "TARN, Aug. 7, 1998\nThe ferry sank yesterday"
    found = alone(
        text, ("Aug. 7, 1998", "1998-08-07", None), ("yesterday", YESTERDAY, "past"), asides=[("dateline", 0, 18)]
    )
    published = found.report.published
    assert (published.value, published.basis, published.evidence[0].exact) == ("1998-08-07", "stated", "Aug. 7, 1998")
    assert found.times[1].value == "1998-08-06"


def test_a_line_that_is_only_a_date_is_a_dateline():
    """A date alone on a line at the top states the day; a date inside a sentence does not."""
    line = alone("Ferry sinks\nFriday Aug. 7, 1998\nIt sank", ("Aug. 7, 1998", "1998-08-07", None))
    assert line.report.published.basis == "stated"
    inside = alone("The ferry sank on Aug. 7, 1998", ("Aug. 7, 1998", "1998-08-07", "past"))
    assert inside.report.published.value is None


DATELINED = "TARN, Aug. 7\nThe ferry sank"


@pytest.mark.parametrize(
    ("said", "known", "expected"),
    [
        pytest.param(AUG_7, ("1998-08-08",), "1998-08-07", id="the-year-of-a-dated-report"),
        pytest.param(Relative(named="month_day", part=12, day=30), ("1999-01-02",), "1998-12-30", id="over-new-year"),
        pytest.param(AUG_7, (), None, id="no-dated-report"),
        pytest.param(AUG_7, ("1998-02-08",), None, id="half-a-year-away"),
        pytest.param(AUG_7, ("1998-08-08", "1999-08-08"), None, id="of-two-years"),
        pytest.param(
            Relative(named="month_day", part=8, day=7, weekday=4), ("1998-08-08",), "1998-08-07", id="its-weekday"
        ),
        pytest.param(
            Relative(named="month_day", part=8, day=7, weekday=0), ("1998-08-08",), None, id="another-weekday"
        ),
        pytest.param(Relative(named="month_day", part=8, day=7, days=2), ("1998-08-08",), None, id="some-days"),
        pytest.param(Relative(named="month_day", part=2, day=29), ("1988-03-01",), "1988-02-29", id="leap-day"),
        pytest.param(Relative(named="month_day", part=2, day=29), ("1987-03-01",), None, id="no-leap-year"),
    ],
)
def test_a_dateline_without_its_year_has_that_of_the_dated_reports(said, known, expected):
    """The day of the year nearest to the known days, if it is one day, near, and on the weekday that is named."""
    undated = notes("a", DATELINED, ("Aug. 7", said, None), asides=[("dateline", 0, 12)])
    dated = [notes(f"b{k}", "Nothing more", day=day) for k, day in enumerate(known)]
    published = resolve_dates([undated, *dated])[0].report.published
    assert (published.value, published.basis == "stated") == (expected, expected is not None)


SHARED = "Divers searched the wreck of the ferry Aster on"


def test_a_weekday_of_a_shared_event_leaves_a_week():
    """What a dated report puts on a Friday, and an undated one too, was reported on that day or the six after it."""
    dated = notes("a", f"{SHARED} Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    found = resolve_dates([dated, notes("b", f"{SHARED} Friday", ("Friday", FRIDAY, "past"))])[1]
    published = found.report.published
    assert (published.value, published.window) == (None, ("1998-08-07", "1998-08-13"))
    assert published.candidates[0] == "1998-08-07"
    assert len(published.candidates) == 7
    assert published.evidence[0].exact == "Friday"


def test_a_weekday_inside_the_window_gets_candidates_and_no_value():
    """A weekday in a report with a window keeps null and lists the days it may be."""
    dated = notes("a", f"{SHARED} Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    text = f"{SHARED} Friday\nThe crew was freed on Monday"
    bare = notes("b", text, ("Friday", FRIDAY, "past"), ("Monday", MONDAY, "past"))
    friday, monday = resolve_dates([dated, bare])[1].times
    assert (friday.value, friday.candidates) == (None, ("1998-08-07",))
    assert (monday.value, monday.candidates) == (None, ("1998-08-03", "1998-08-10"))


def test_a_year_that_the_window_settles_gets_its_value():
    """What all days of the window agree on is told: the year of "last year", of "Aug. 7"."""
    dated = notes("a", f"{SHARED} Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    text = f"{SHARED} Friday\nIt was built last year\nIt sank on Aug. 7"
    bare = notes("b", text, ("Friday", FRIDAY, "past"), ("last year", LAST_YEAR, "past"), ("Aug. 7", AUG_7, "past"))
    assert [time.value for time in resolve_dates([dated, bare])[1].times] == [None, "1997", "1998-08-07"]


def test_a_day_that_dated_reports_know_in_one_year_tells_the_year():
    """ "Aug. 7" is of the year in which the dated reports have it, with no sentence alike."""
    dated = notes("a", f"{SHARED} Aug. 7 1998", ("Aug. 7 1998", "1998-08-07", "past"), day="1998-08-20")
    bare = notes("b", "Farmers block a road as on Aug. 7", ("Aug. 7", AUG_7, "past"))
    found = resolve_dates([dated, bare])[1]
    assert found.report.published.window == ("1998-06-08", "1999-06-07")
    assert found.times[0].value == "1998-08-07"


def test_last_month_of_a_shared_event_leaves_a_month():
    """What a dated report puts on a day of August was "last month" in September."""
    dated = notes("a", f"{SHARED} Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    bare = notes("b", f"{SHARED} month", ("month", LAST_MONTH, "past"))
    assert resolve_dates([dated, bare])[1].report.published.window == ("1998-09-01", "1998-09-30")


def test_a_window_too_wide_lists_what_is_likeliest_and_gives_no_value():
    """Where no window is left, a weekday keeps null and lists what it is seen from the likeliest days."""
    dated = notes("a", "The ferry Aster sank off Kallport on Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    bare = notes("b", "Farmers met in Kallport on Monday", ("Monday", MONDAY, "past"))
    found = resolve_dates([dated, bare])[1]
    assert (found.report.published.value, found.report.published.window) == (None, None)
    assert found.report.published.candidates == ("1998-08-10", "1998-08-11")
    assert (found.times[0].value, found.times[0].candidates) == (None, ("1998-08-10",))


def test_today_alone_is_near_the_report_most_alike():
    """A report that only says "today" has the day of the dated report most like it as its likeliest."""
    dated = notes("a", "The ferry Aster sank off Kallport on Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    bare = notes("b", "Farmers met in Kallport yesterday", ("yesterday", YESTERDAY, "past"))
    assert resolve_dates([dated, bare])[1].report.published.candidates[0] == "1998-08-08"


def test_what_is_shared_does_not_override_what_is_said():
    """A report that speaks of a later year as past was not published in the week that its weekdays suggest."""
    dated = notes("a", f"{SHARED} Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    text = f"{SHARED} Friday\nThe wreck was sold in 2004"
    found = resolve_dates([dated, notes("b", text, ("Friday", FRIDAY, "past"), ("2004", "2004", "past"))])[1]
    assert found.report.published.window == ("2004-01-01", "..")
    assert [(problem.code, problem.span.exact) for problem in found.problems] == [("OR412", "Friday")]


def test_another_event_on_a_friday_says_nothing():
    """A weekday alone joins nothing: the sentences must share their rare words."""
    dated = notes("a", "Farmers blocked a road near Oderfeld on Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    found = resolve_dates([dated, notes("b", f"{SHARED} Friday", ("Friday", FRIDAY, "past"))])[1]
    assert found.report.published.window is None


def test_the_order_of_the_reports_does_not_matter():
    """The days found are the same in whatever order the reports come."""
    dated = notes("a", f"{SHARED} Friday", ("Friday", FRIDAY, "past"), day="1998-08-08")
    other = notes("c", "It sank in 1996", ("1996", "1996", "past"))
    bare = notes("b", f"{SHARED} Friday", ("Friday", FRIDAY, "past"))
    one = {n.report.id: n.report.published for n in resolve_dates([dated, bare, other])}
    assert one == {n.report.id: n.report.published for n in resolve_dates([other, bare, dated])}


def test_annotations_without_what_was_read_of_times_pass():
    """Annotations that bear no relatives (read by something else) come back unharmed."""
    report = Report(ReportId("a"), "a", "Monday", "0" * 64)
    bare = Annotations(report, Parse((), (), (), ()), times=(Time(report.span(0, 6), "date", None),))
    assert resolve_dates([bare]) == (bare,)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Monday", "Friday", "yesterday"]),
            st.sampled_from([MONDAY, FRIDAY, YESTERDAY, LAST_YEAR, AUG_7]),
            st.sampled_from(["past", "future", None]),
        ),
        max_size=3,
    ),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
def test_a_day_is_never_made_up(times, day):
    """Whatever is read, an undated report gets no value, its window is in order, and no weekday gets one."""
    text = f"{SHARED} Monday\n{SHARED} Friday\n{SHARED} yesterday"
    dated = notes("a", text, *times, day=day.isoformat())
    found = resolve_dates([dated, notes("b", text, *times)])[1]
    published = found.report.published
    assert published.value is None
    window = edtf_range("/".join(published.window)) if published.window else None
    assert (window is None) == (published.window is None)
    assert all(time.value is None or "-" not in time.value or time.value.endswith("-08-07") for time in found.times)
