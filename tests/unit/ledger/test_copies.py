"""A report with the text of another one is no further witness."""

from types import SimpleNamespace

import pytest

from onrecord.ledger.copies import alike_in_copies, one_a_text, with_copies
from onrecord.model.ledger import Event
from onrecord.model.report import Report
from onrecord.model.span import ReportId

TEXT = "The harbor closed on Monday."
SCENES = [
    SimpleNamespace(notes=SimpleNamespace(report=Report(ReportId(name), name, text, "0" * 64)))
    for name, text in (("ra", TEXT), ("rb", "It opened again."), ("rc", TEXT))
]


def test_one_report_of_each_text_tells():
    """The first report of a text stands for its copies; the order stays."""
    assert [scene.notes.report.id for scene in one_a_text(SCENES)] == ["ra", "rb"]


def test_an_event_stands_on_the_words_of_copies_too():
    """Each copy shows the same words at the same place, and nothing else of the event changes."""
    event = Event("e1", "The harbor closed", "happened", (SCENES[0].notes.report.span(0, 17),))
    (found,) = with_copies([event], SCENES)
    assert [(span.report, span.exact) for span in found.evidence] == [
        ("ra", "The harbor closed"),
        ("rc", "The harbor closed"),
    ]
    assert (found.id, found.title, found.status) == ("e1", "The harbor closed", "happened")


@pytest.mark.parametrize("n", [0, 1, 3])
def test_what_is_found_in_a_text_is_found_in_its_copies(n):
    """The first finding of a text goes with the first of each copy, the second with the second."""
    found = {scene.notes.report.id: tuple(f"{scene.notes.report.id}{k}" for k in range(n)) for scene in SCENES}
    alike = alike_in_copies(SCENES, found)
    assert [alike[f"ra{k}"] for k in range(n)] == [(f"ra{k}", f"rc{k}") for k in range(n)]
    assert [alike[f"rb{k}"] for k in range(n)] == [(f"rb{k}",) for k in range(n)]
