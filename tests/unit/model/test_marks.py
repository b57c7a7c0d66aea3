"""What marks say of themselves."""

import pytest

from onrecord.model.marks import Entity, Mention
from onrecord.model.report import Report
from onrecord.model.span import ReportId


def entity(name, *mentions):
    text = " | ".join(mentions)
    report = Report(ReportId("a"), "a.txt", text, "0" * 64)
    spans = [report.span(text.index(words), text.index(words) + len(words)) for words in mentions]
    return Entity("e1", name, "government", mentions=tuple(Mention(span, "nominal") for span in spans))


@pytest.mark.parametrize(
    ("name", "mentions", "printed"),
    [
        pytest.param("vellish embassy", ["the Vellish embassy"], "Vellish embassy", id="a-state-inside"),
        pytest.param("port office", ["Port office", "the port office"], "port office", id="no-capital-of-a-sentence"),
        pytest.param("port office", ["Port office"], "port office", id="only-at-a-beginning"),
        pytest.param("Ina Torp", ["the mayor, Ina Torp"], "Ina Torp", id="a-name"),
        pytest.param("embassy", ["it"], "embassy", id="never-in-these-words"),
    ],
)
def test_a_name_is_printed_with_its_capitals(name, mentions, printed):
    """What has no name keeps the capitals inside its words, not that of a sentence."""
    assert entity(name, *mentions).printed == printed
