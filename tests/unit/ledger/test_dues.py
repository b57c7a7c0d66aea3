"""By when something that is undertaken is to be done."""

import pytest

from onrecord.ledger import keep_ledger
from onrecord.model.relative import Relative

pytestmark = pytest.mark.model

LAST_AUGUST = ("1998-08", Relative(named="month", part=8, lean="last"))
DATES = {
    "last August": LAST_AUGUST,
    "March": "1999-03",
    "2003": "2003",
    "the year": "1998",
    "June": "1998-06",
    "the end of July": "1999-07",
    "November": "1998-11",
    "May 1998": "1998-05",
}


@pytest.mark.parametrize(
    ("text", "due"),
    [
        pytest.param("Corland pledged to lift the blockade by June.", "1999-06", id="a-month-gone-by-is-the-next"),
        pytest.param("Corland pledged to lift the blockade by May 1998.", "1998-05", id="a-year-that-is-told-stays"),
        pytest.param(
            "Corland pledged to lift the blockade before the year is out.", "1998-12-31", id="before-what-has-begun"
        ),
        pytest.param("Corland pledged to lift the blockade before the end of July.", "1999-07-31", id="before-an-end"),
        pytest.param("Corland pledged to lift the blockade before November.", None, id="before-a-month-that-runs"),
        pytest.param("Corland pledged to hold the harbor until at least 2003.", "2003-01-01/..", id="until-at-least"),
        pytest.param(
            "Corland pledged to lift the blockade when the harbor opens in March.", "1999-03", id="when-something-is"
        ),
        pytest.param(
            "Corland will lift the blockade, and it will do so before March.", "1999-02-28", id="do-so-before"
        ),
        pytest.param("Corland pledged to pay for the pier that burnt last August.", None, id="what-is-past"),
        pytest.param("Corland pledged to lift the blockade when peace is made, and not March.", None, id="not-then"),
        pytest.param("Corland has held the harbor since March and pledged to keep the peace.", None, id="since"),
    ],
)
def test_what_is_undertaken_lies_ahead(story, text, due):
    """A due date is ahead of the report, as the words bound it."""
    ledger = keep_ledger(story(text, dates=DATES, published="1998-11-13"))
    assert [commitment.due for commitment in ledger.commitments] == [due]
