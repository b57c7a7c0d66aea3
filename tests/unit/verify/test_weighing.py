"""What another report must have to be shown as having it otherwise."""

from types import SimpleNamespace

import pytest

from onrecord.model.span import Span
from onrecord.verify.weighing import Asked, Met, rivals_of, weigh

GROUND = SimpleNamespace(kin=lambda *_: 0.4, findings=())
"""Two passages that are somewhat alike."""
KIN = SimpleNamespace(kin=lambda *_: 0.5, findings=())
"""Two passages that are much alike."""


def met(report, exact, score, **more):
    held = SimpleNamespace(number=int(report[1:]))
    opposed = {"same": False, "opposed": True} | more
    return Met(held, 0, Span(report, 0, len(exact), exact), exact, score, **opposed)


CARRIED = met("r1", "40 crowns", 0.8, same=True, opposed=False)
NUMBER = Asked(Span("draft", 0, 9, "40 crowns"), "number", "amount")
DAY = Asked(Span("draft", 0, 6, "Monday"), "date", "date")


@pytest.mark.parametrize(
    ("asked", "ground", "other", "shown"),
    [
        pytest.param(NUMBER, GROUND, met("r2", "50 crowns", 0.5), True, id="told-of-the-draft's-thing"),
        pytest.param(NUMBER, GROUND, met("r2", "50 crowns", 0.3), True, id="near-and-nothing-else-is"),
        pytest.param(DAY, GROUND, met("r2", "Tuesday", 0.3), False, id="a-day-that-is-only-near"),
        pytest.param(DAY, KIN, met("r2", "Tuesday", 0.3), True, id="a-day-in-a-passage-like-the-carrying-one"),
        pytest.param(NUMBER, GROUND, met("r2", "50 crowns", 0.1), False, id="far"),
        pytest.param(NUMBER, GROUND, met("r2", "50 men", 0.2, one_measure=True), True, id="near-and-the-same-people"),
        pytest.param(NUMBER, GROUND, met("r2", "50 clerks", 0.5, other_noun=True), False, id="other-things-counted"),
        pytest.param(NUMBER, GROUND, met("r2", "50 crowns", 0.5, apart=True), False, id="of-another-thing"),
        pytest.param(NUMBER, GROUND, met("r2", "over 30 crowns", 0.5, opposed=False), False, id="both-can-hold"),
        pytest.param(NUMBER, GROUND, met("r1", "50 crowns", 0.5), False, id="the-carrying-report-itself"),
    ],
)
def test_reports_differ_only_about_one_thing(asked, ground, other, shown):
    """A value that is only near the draft's thing is mostly one of something else."""
    assert rivals_of(ground, asked, [CARRIED], [CARRIED, other]) == ([other] if shown else [])


@pytest.mark.parametrize(
    ("same", "verdict", "n_sides"),
    [
        pytest.param(met("r1", "seven", 0.5, same=True), "carried", 2, id="carried-by-a-report-of-its-own"),
        pytest.param(met("r2", "seven", 0.5, same=True), "differs", 0, id="of-something-else-in-the-same-report"),
        pytest.param(met("r1", "seven", 0.2, same=True), "differs", 0, id="only-near-in-another-report"),
    ],
)
def test_a_value_that_one_report_has_is_carried_though_another_fits_better(same, verdict, n_sides):
    """What one report has of the draft's thing is carried, and the other one's value is the other side."""
    check = weigh(GROUND, NUMBER, [same, met("r2", "six", 0.9)])
    assert (check.verdict, len(check.sides)) == (verdict, n_sides)
