"""Whether two short texts name one thing."""

import pytest

from onrecord.ledger.stems import likeness


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        pytest.param("new sanctions", "the sanctions", True, id="plural-and-article"),
        pytest.param("three ferries", "the customs house", False, id="other-things"),
        pytest.param("the", "and", False, id="nothing-said"),
        pytest.param("", "", False, id="empty"),
    ],
)
def test_likeness_looks_at_the_beginnings_of_words(first, second, alike):
    """Endings and little words do not matter; texts that say nothing are like nothing."""
    assert (likeness(first, second) >= 0.5) == alike
