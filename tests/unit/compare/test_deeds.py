"""When two readings tell of one deed, and how two stages or states of it stand to each other."""

import pytest

from onrecord.compare.slots import Clause, Deed, same_deed
from onrecord.compare.status import Act, State, judge_stages, judge_states


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        pytest.param(("sign", "e1", "pact"), ("sign", "e1", "pact"), True, id="all-alike"),
        pytest.param(("sign", "e1", None), ("sign", "e1", "pact"), True, id="unknown-object"),
        pytest.param(("sign", "e1", "pact"), ("sign", "e2", "pact"), False, id="another-doer"),
        pytest.param(("sign", "e1", "pact"), ("sign", "e1", "bill"), False, id="another-object"),
        pytest.param(("sign", "e1", "pact"), ("break", "e1", "pact"), False, id="another-verb"),
        pytest.param(("sign", None, None), ("sign", None, None), False, id="nothing-known"),
        pytest.param(("sign", "e1", None), ("sign", None, "pact"), False, id="nothing-shared"),
        pytest.param(("take", "e1", None), ("take", "e1", "oath"), False, id="light-verb-without-object"),
        pytest.param(("take", "e1", "oath"), ("take", "e1", "oath"), True, id="light-verb-with-object"),
    ],
)
def test_a_deed_is_one_where_nothing_known_differs_and_something_is_shared(a, b, one):
    """An unknown doer is nobody's; "took" says little without its object."""
    assert same_deed(Deed(*a), Deed(*b)) is one
    assert same_deed(Deed(*b), Deed(*a)) is one


def act(stage, day):
    clause = Clause(None, None, None, None, False, False, frozenset(), stage, True)
    return Act(Deed("sign", "e1", "pact"), clause, frozenset(), day)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param(("done", "1998-05-04"), ("done", "1998-05-06"), "same", id="both-done"),
        pytest.param(("ahead", "1998-05-04"), ("done", "1998-05-06"), "update", id="planned-then-done"),
        pytest.param(("done", "1998-05-04"), ("ahead", "1998-05-06"), "conflict", id="done-then-planned"),
        pytest.param(("ahead", "1998-05-04"), ("done", "1998-05-04"), None, id="one-day"),
        pytest.param(("ahead", None), ("done", "1998-05-06"), None, id="no-day"),
    ],
)
def test_a_plan_that_is_carried_out_is_news_and_no_conflict(a, b, kind):
    """Which came first decides; without the days nothing is said."""
    for pair in ((a, b), (b, a)):
        ruling = judge_stages(*(act(*one) for one in pair))
        assert (ruling.kind if ruling else None) == kind


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        pytest.param(("lasting 1", 0, "1998-05-04"), ("lasting 1", 1, "1998-05-04"), "conflict", id="cannot-both-hold"),
        pytest.param(("lasting 1", 1, None), ("lasting 1", 1, None), "same", id="one-state"),
        pytest.param(("passing 1", 0, "1998-05-04"), ("passing 1", 1, "1998-05-06"), "update", id="held-then-released"),
        pytest.param(("passing 1", 1, "1998-05-04"), ("passing 1", 0, "1998-05-06"), None, id="released-then-held"),
        pytest.param(("passing 1", 0, "1998-05-04"), ("passing 1", 1, "1998-05-04"), None, id="one-day"),
        pytest.param(("passing 1", 0, None), ("passing 1", 1, "1998-05-06"), None, id="no-day"),
    ],
)
def test_a_state_that_passes_into_another_is_news(a, b, kind):
    """Two lasting states contradict each other, whichever report came first."""
    for pair in ((a, b), (b, a)):
        ruling = judge_states(*(State(name, side, "bridge", day) for name, side, day in pair))
        assert (ruling.kind if ruling else None) == kind
