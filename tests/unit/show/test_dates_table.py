"""Days of publication on a terminal and for a program: a window with the words that show it, never a day made up."""

import io
import json

import msgspec
import pytest
from rich.console import Console

from onrecord.model.marks import Problem, Time
from onrecord.model.record import Generator, Record, Story
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId
from onrecord.show.dates_table import list_date_rows, show_dates

TEXT = "The ferry sank on Friday. It was built in 1996 and is to be raised by 2004."


def report_of(name, **published):
    return Report(ReportId(name), name, TEXT, "0" * 64, outlet=f"The {name.title()}", published=Published(**published))


def words(report, exact):
    at = report.text.index(exact)
    return report.span(at, at + len(exact))


@pytest.fixture
def record():
    """A report with a day, one with a window, one of which nothing is known."""
    told = report_of("post", value="1998-11-13", window=("1998-11-13", "1998-11-13"), basis="given")
    window = report_of("herald")
    spans = [words(window, exact) for exact in ("1996", "2004", "Friday")]
    days = ("1998-11-13", "1998-11-14", "1998-11-15", "1998-11-16", "1998-11-17", "1998-11-18", "1998-11-19")
    published = Published(window=("1998-11-13", "2004-12-31"), candidates=days, basis="inferred", evidence=tuple(spans))
    window = msgspec.structs.replace(window, published=published)
    times = (
        Time(spans[0], "date", "1996"),
        Time(spans[1], "date", "2004"),
        Time(spans[2], "date", None, candidates=days[:1], anchor="publication"),
    )
    problem = Problem("OR412", "it does not fit", window.id, spans[2])
    reports = (told, window, report_of("times"))
    return Record(Generator("onrecord", "0"), Story("story", "A ferry"), reports, times=times, problems=(problem,))


def printed(record, width=80):
    console = Console(file=io.StringIO(), width=width)
    console.print(show_dates(record))
    return console.file.getvalue()


def test_each_report_has_its_day_or_window_and_why(record):
    """A day that was told, a window with its width, and plain words where nothing shows when."""
    text = printed(record)
    assert "3 reports: 1 with a day, 1 with a window" in text
    assert "13 Nov 1998" in text
    assert "the day was given with the report" in text
    assert "between 13 Nov 1998 and 2004 (2,241 days)" in text
    assert "nothing shows when" in text


def test_each_evidence_stands_in_its_words_and_says_how_it_bounds_the_day(record):
    """What was over, what was to come, what a dated report tells too; and a clash beside them."""
    text = printed(record)
    assert "1996 was over or had begun: not published before it" in text
    assert "2004 was still to come: published by then" in text
    assert "a dated report puts the “Friday” of the same news on a day that fits these" in text
    assert "but: it does not fit" in text


def test_the_likeliest_days_come_first_and_the_others_are_counted(record):
    """Five days are shown; how many there are besides is said."""
    assert "likeliest first: 13 Nov 1998, 14 Nov 1998" in printed(record)
    assert "and 2 more" in printed(record)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_the_terminal(record, width):
    """The view fits the width that there is."""
    assert max(map(len, printed(record, width).splitlines())) <= width


def test_rows_for_a_program_have_every_span_with_its_reason(record):
    """One row a report, in the order of the record; the width in days, and each evidence with what it says."""
    rows = [json.loads(msgspec.json.encode(row)) for row in list_date_rows(record)]
    assert [(row["name"], row["basis"], row["days"]) for row in rows] == [
        ("post", "given", 1),
        ("herald", "inferred", 2241),
        ("times", "unknown", None),
    ]
    assert [(row["span"]["exact"], row["says"][:4]) for row in rows[1]["evidence"]] == [
        ("1996", "1996"),
        ("2004", "2004"),
        ("Friday", "a da"),
    ]
    assert rows[1]["problems"] == ["it does not fit"]
