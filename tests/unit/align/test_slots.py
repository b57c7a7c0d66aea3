import numpy as np
import pytest

from onrecord.align.slots import SLOTS, make_slots, slot_features
from onrecord.align.units import Unit
from onrecord.model.marks import Assertion

SETS = ("objects", "holders", "quoted", "times", "amounts", "numbers")


def unit(report=0, *, head="close", position=0.0, negated=False, **sets):
    """Make a unit of nothing but its slots."""
    filled = {name: frozenset(sets.get(name, ())) for name in SETS}
    own = Assertion("a", "r", "clause", (), 0, 0, (), negated=negated)
    return Unit(report=report, assertion=own, position=position, head=head, **filled)


@pytest.mark.parametrize(
    ("slot", "ours", "theirs", "expected"),
    [
        pytest.param("holder", {"holders": ["e1"]}, {"holders": ["e1"]}, 1, id="one-holder"),
        pytest.param("holder", {"holders": ["e1"]}, {"holders": ["e2"]}, -1, id="two-holders"),
        pytest.param("holder", {"holders": ["e1"]}, {}, 0, id="a-holder-and-the-reporter"),
        pytest.param("negation", {"negated": True}, {"negated": True}, 0, id="both-negated"),
        pytest.param("negation", {"negated": True}, {}, -1, id="one-negated"),
        pytest.param("quoted", {"quoted": "abcde"}, {"quoted": "abcde"}, 3, id="no-more-than-three-quoted-words"),
        pytest.param("quoted", {"quoted": "abc"}, {"quoted": "cde"}, 1, id="one-quoted-word"),
        pytest.param("time", {"times": ["1994-02-03"]}, {"times": ["1994-02-03"]}, 1, id="one-time"),
        pytest.param("time", {"times": ["1994-02-03"]}, {"times": ["1994-02-04"]}, -0.5, id="two-times"),
        pytest.param("time", {"times": ["1994-02-03"]}, {}, 0, id="a-time-on-one-side"),
        pytest.param("number", {"amounts": ["12 person"]}, {"amounts": ["12 person"]}, 1, id="one-amount"),
        pytest.param("number", {"amounts": ["12 person"]}, {"amounts": ["12 ship"]}, 0, id="another-measure"),
        pytest.param("position", {"position": 0.25}, {"position": 1.0}, -0.75, id="beginning-and-end"),
        pytest.param("head", {"head": "close"}, {"head": "close"}, 1, id="one-verb"),
        pytest.param("head", {"head": "close"}, {"head": "shut"}, 0, id="two-verbs"),
        pytest.param("object", {"objects": ["3", "4"]}, {"objects": ["4"]}, 1, id="one-object"),
        pytest.param("object", {"objects": ["3"]}, {"objects": ["4"]}, 0, id="two-objects"),
    ],
)
def test_a_slot_counts_for_what_is_the_same_and_against_what_differs(slot, ours, theirs, expected):
    """Each slot has its own measure, the same from both sides, and an empty slot says nothing."""
    a, b = make_slots([[unit(**ours)], [unit(1, **theirs)]])
    row = SLOTS.index(slot)
    assert slot_features(a, b)[row, 0, 0] == expected
    assert slot_features(b, a)[row, 0, 0] == expected


def test_slots_have_a_row_each_and_a_place_for_each_two_units():
    """The features of two reports are slots x units x units, and finite without any slot filled."""
    a, b = make_slots([[unit(), unit()], [unit(1), unit(1), unit(1)]])
    found = slot_features(a, b)
    assert found.shape == (len(SLOTS), 2, 3)
    assert np.isfinite(found).all()
