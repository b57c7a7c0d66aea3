"""What another report must have to be shown as having it otherwise."""

from types import SimpleNamespace

import pytest

from onrecord.model.span import Span
from onrecord.verify.weighing import Met, rivals_of

GROUND = SimpleNamespace(kin=lambda *_: 0.4)
"""Two passages that are somewhat alike."""


def met(report, exact, score, **more):
    held = SimpleNamespace(number=int(report[1:]))
    return Met(held, 0, Span(report, 0, len(exact), exact), exact, score, **{"same": False, **more})


CARRIED = met("r1", "40 crowns", 0.8, same=True)


@pytest.mark.parametrize(
    ("other", "shown"),
    [
        pytest.param(met("r2", "50 crowns", 0.5), True, id="told-of-the-draft's-thing"),
        pytest.param(met("r2", "50 crowns", 0.3), False, id="only-near-it"),
        pytest.param(met("r2", "50 clerks", 0.3, one_measure=True), True, id="near-and-of-the-same-people"),
        pytest.param(met("r2", "50 clerks", 0.1, one_measure=True), False, id="far-though-of-the-same-people"),
        pytest.param(met("r2", "50 dead", 0.1, toll=True), True, id="the-dead-of-the-story"),
        pytest.param(met("r2", "50 crowns", 0.5, apart=True), False, id="of-another-thing"),
        pytest.param(met("r1", "50 crowns", 0.5), False, id="the-carrying-report-itself"),
    ],
)
def test_reports_differ_only_about_one_thing(other, shown):
    """A value that is only near the draft's thing is mostly one of something else."""
    assert rivals_of(GROUND, [CARRIED], [CARRIED, other]) == ([other] if shown else [])
