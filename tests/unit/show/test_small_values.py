"""The small parts: dates, names, short words, collation."""

import pytest

from onrecord.model.date_words import say_date
from onrecord.model.report import Published
from onrecord.show.collation import collate
from onrecord.show.columns import window_behind
from onrecord.show.coverage import say_coverage
from onrecord.show.dates import days_of, say_published
from onrecord.show.names import short_names
from onrecord.show.wording import excerpt, few_words, inert


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1987-03-02", "2 Mar 1987"),
        ("1987-03", "Mar 1987"),
        ("1987", "1987"),
        ("1987-XX-XX", "1987"),
        ("1987~", "about 1987"),
        ("1987-03-02/1987-03-08", "2–8 Mar 1987"),
        ("1987-03-30/1987-04-02", "30 Mar 1987 to 2 Apr 1987"),
        ("1987-03/1987-05", "Mar–May 1987"),
        ("1987-03-02/1987-03-02", "2 Mar 1987"),
        ("../1987-04-15", "by 15 Apr 1987"),
        ("1987-04-15/..", "from 15 Apr 1987"),
        ("1987-04-15T02:30", "15 Apr 1987, 02:30"),
        ("P6Y", "P6Y"),
        (None, ""),
    ],
)
def test_dates_are_said_as_a_reader_would(value, said):
    """An EDTF value becomes words; what is no date stays as it is."""
    assert say_date(value) == said


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1988-02", "1988-02-01", "1988-02-29"),
        ("1987", "1987-01-01", "1987-12-31"),
        ("1987-03-02/1987-05", "1987-03-02", "1987-05-31"),
        ("../1987-04-15", None, "1987-04-15"),
        ("1987-04/..", "1987-04-01", None),
    ],
)
def test_a_date_covers_all_days_that_it_may_mean(value, first, last):
    """A month is all its days; an open side has none."""
    days = days_of(value)
    assert (days.first and days.first.isoformat(), days.last and days.last.isoformat()) == (first, last)


@pytest.mark.parametrize("value", [None, "", "P6Y", "soon", "1987-02-30", "0000"])
def test_what_is_no_date_has_no_days(value):
    """Nothing is drawn for what cannot be placed."""
    assert days_of(value) is None


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (Published("1987-03-02", basis="given"), "2 Mar 1987"),
        (Published(window=("1987-03-02", "1987-03-04")), "between 2 Mar 1987 and 4 Mar 1987"),
        (Published(candidates=("1987-03-02", "1987-03-09")), "2 Mar 1987 or 9 Mar 1987"),
        (Published(window=("1987-03-02", "1987-03-02")), "2 Mar 1987"),
        (Published(window=("1969-01-01", "..")), "1969 or later"),
        (Published(window=("1969-03-02", "..")), "2 Mar 1969 or later"),
        (Published(window=("..", "1998-11-13")), "by 13 Nov 1998"),
        (Published(window=("1997-01-01", "1998-11-13")), "between 1997 and 13 Nov 1998"),
        (Published(window=("1997-01-01", "1997-12-31")), "1997"),
        (Published(window=("1996-01-01", "1998-12-31")), "day not known"),
        (Published(window=("..", "..")), "day not known"),
        (Published(), "day not known"),
    ],
)
def test_publication_days(published, said):
    """A day, a window, candidates and nothing are four different things."""
    assert say_published(published) == said


def test_a_window_that_is_not_said_stands_behind():
    """Where a window is too wide to be said, it is there for who asks; else it is said once."""
    wide, narrow = Published(window=("1996-01-01", "1998-11-13")), Published(window=("1996-01-01", ".."))
    assert window_behind(wide) == "published between 1996 and 13 Nov 1998"
    assert (window_behind(narrow), window_behind(Published())) == ("", "")


@pytest.mark.parametrize(
    ("n_passages", "n_unread", "n_reports", "said"),
    [
        (0, 0, 2, "every passage compared, everything read"),
        (1, 0, 2, "1 passage not compared, everything read"),
        (0, 2, 2, "every passage compared, 2 problems noted"),
        (3, 0, 1, "nothing to compare with, everything read"),
    ],
)
def test_coverage_is_said_without_a_double_negative(n_passages, n_unread, n_reports, said):
    """What is complete is said to be; what is missing is counted."""
    assert say_coverage(n_passages, n_unread, n_reports=n_reports) == said


def test_names_are_short_and_differ(made):
    """Namesakes are told apart by their day, then by a number; a report without outlet has its file's name."""
    reports = (
        made.report("a", "The Post", "x", "1987-03-02"),
        made.report("b", "Post", "y", "1987-03-03"),
        made.report("c", "Post", "z", "1987-03-03"),
        made.report("d", None, "w", name="07_coast_news.txt"),
    )
    assert list(short_names(reports).values()) == [
        "Post, 2 Mar 1987",
        "Post, 3 Mar 1987 (1)",
        "Post, 3 Mar 1987 (2)",
        "coast news",
    ]


@pytest.mark.parametrize(
    ("words", "limit", "few"),
    [
        pytest.param("a  b\n\tc", 10, "a b c", id="one-line"),
        pytest.param("one two three", 9, "one two …", id="whole-words"),
        pytest.param("x" * 50, 10, "x" * 10 + " …", id="a-word-longer-than-a-cell"),
    ],
)
def test_few_words(words, limit, few):
    """Words are cut, never changed."""
    assert few_words(words, limit) == few


@pytest.mark.parametrize(
    ("words", "core"),
    [
        pytest.param("At least 40 cars were stranded", "40", id="inside"),
        pytest.param("40 cars", "40 cars", id="all-of-it"),
        pytest.param("z" * 9000 + " 40 " + "y" * 9000, "40", id="between-endless-words"),
    ],
)
def test_excerpt_keeps_the_core(words, core):
    """Whatever is cut, the words that matter stay, and the rest is short."""
    start = words.index(core)
    found = excerpt(words, start, start + len(core))
    assert core in found.text
    assert len(found.text) < 100


def test_collation_lines_up_words():
    """Shared words, own words and words left out are told apart; case and edge marks do not count."""
    runs = [(run.kind, run.words) for run in collate("We will open it within three weeks,", "we will open it again")]
    assert runs == [("same", "we will open it"), ("cut", "within three weeks,"), ("own", "again")]


def test_a_paraphrase_is_not_lined_up():
    """Where hardly a word is shared, marks would be noise."""
    assert [run.kind for run in collate("the bridge opens again in May", "traffic resumes")] == ["own"]


def test_control_signs_are_made_inert():
    """No word of a report steers a terminal or turns a line around."""
    assert inert("a\x1b[2J\u202eb\u2067") == "a�[2J�b�"
