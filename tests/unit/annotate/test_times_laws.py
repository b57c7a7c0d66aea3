"""What holds for the times of any text."""

import re
import time as clock
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.times import read_times
from onrecord.model.calendar import edtf_range
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse

DURATION = re.compile(r"P(?=\d|T\d)[\d.YMWDTHS]+|PX[YMWD]")
WORDS = (
    "Monday|last |next |the |May |3|1987|, |-|ago|year|years |quarter|two |half |a |an |and |of |early |10 p.m.|\n\n|"
    "\r\n|😀|“|’s |'80s|9/11|12:30|31|February |29 |every |few |past |fiscal |earlier |that |noon|night|.|century|20th "
)
PIECES = st.sampled_from(WORDS.split("|"))
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=24).map("".join)
DAYS = st.none() | st.dates().map(str)


def read(text, day=None):
    published = Published(day, basis="given") if day else Published()
    return read_times(Report(ReportId("r1"), "one.txt", text, "0" * 64, published=published), Parse((), (), (), ()))


@given(TEXTS, DAYS)
def test_any_text_can_be_read(text, day):
    """Every span has its words, spans stand in order and apart, and every value is a date or a duration."""
    found = read(text, day).times
    for time in found:
        assert text[time.span.start : time.span.end] == time.span.exact
        assert time.value is None or edtf_range(time.value) or DURATION.fullmatch(time.value), time
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(TEXTS)
def test_without_a_day_nothing_hangs_on_one(text):
    """Without a day of publication nothing that hangs on it has a value: today never stands in for it."""
    assert all(time.value is None for time in read(text).times if time.anchor == "publication")


@given(TEXTS, st.dates().map(str))
def test_the_day_of_publication_moves_no_span(text, day):
    """The same words are found whether or not the day is known."""
    assert [t.span for t in read(text).times] == [t.span for t in read(text, day).times]


@pytest.mark.parametrize(
    "piece", ["twenty-", "last ", "May ", "Friday, ", "the end of the ", "1 ", "a year and ", "x", "Aug. "]
)
def test_the_time_it_takes_is_linear(piece):
    """A text of fifty thousand characters of one word takes seconds at most."""
    start = clock.process_time()
    read(piece * (50_000 // len(piece)))
    assert clock.process_time() - start < 3
