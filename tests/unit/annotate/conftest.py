"""What the tests of single reports share."""

import pytest

from onrecord.annotate.times import find_times
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse

FRIDAY = Published("1998-11-13", ("1998-11-13", "1998-11-13"), ("1998-11-13",), "given")


@pytest.fixture(scope="session")
def times_in():
    """Return what reads the times of a text without a parse, in a report of Friday 13 November 1998."""
    return lambda text: find_times(
        Report(ReportId("r1"), "one.txt", text, "0" * 64, published=FRIDAY), Parse((), (), (), ())
    )
