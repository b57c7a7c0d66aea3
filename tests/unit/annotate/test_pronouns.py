"""Whom he, she, it and they refer to; the parser is needed."""

import hashlib

import pytest

from onrecord.annotate.body import find_layout
from onrecord.annotate.mentions import find_entities
from onrecord.annotate.nlp import SpacyNlp
from onrecord.annotate.quotes import find_quotes
from onrecord.model.report import Report
from onrecord.model.span import ReportId

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp():
    return SpacyNlp()


@pytest.fixture
def referents(nlp):
    def find(text):
        report = Report(ReportId("r1"), "one.txt", text, hashlib.sha256(text.encode()).hexdigest())
        layout = find_layout(report)
        found = find_entities(report, nlp.parse(text, layout.stretches), find_quotes(report, layout)[0])
        pairs = [(m.span.start, m.span.exact, e.name) for e in found for m in e.mentions if m.kind == "pronoun"]
        return [(words, name) for _, words, name in sorted(pairs)]

    return find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Greta Amundal met Henrik Vole on Monday. She said nothing.", [("She", "Greta Amundal")], id="gender-she"
        ),
        pytest.param(
            "Greta Amundal met Henrik Vole on Monday. He said nothing.", [("He", "Henrik Vole")], id="gender-he"
        ),
        pytest.param(
            'Erik Solander denied it. "Henrik Vole knew the ship," he told reporters.',
            [("he", "Erik Solander")],
            id="nobody-inside-anothers-quotation",
        ),
        pytest.param(
            "Rolf Dahm left the room. In his speech, Erik Solander had praised the crew.",
            [("his", "Erik Solander")],
            id="opening-phrase-looks-forward",
        ),
        pytest.param("Mrs Strell was asleep. She woke at once.", [("She", "Strell")], id="title-tells-gender"),
        pytest.param("It was too early to name a cause. It is unlikely that it rained.", [], id="empty-it"),
        pytest.param("Merrow Line said it would pay.", [("it", "Merrow Line")], id="it-is-the-subject"),
        pytest.param("The wave hit the ship. It was high.", [], id="it-without-a-body-stays-open"),
        pytest.param(
            "Survivors said they saw no wave.", [("they", "survivors")], id="they-is-the-group"
        ),
    ],
)  # fmt: skip
def test_a_pronoun_finds_its_person_or_stays_open(referents, text, expected):
    """Gender, place and quotation decide; where nothing speaks for one, nobody is named."""
    assert referents(text) == expected
