"""Forms that the lemmatizer gives to another word come out as their own."""

import pytest

from onrecord.annotate.nlp import SpacyNlp

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp():
    return SpacyNlp()


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        pytest.param("Vole hopes the pier will hold.", "hopes", "hope", id="hopes"),
        pytest.param("The clinic ordered 4,000 doses.", "doses", "dose", id="doses"),
        pytest.param("The town raised its taxes.", "taxes", "tax", id="taxes"),
        pytest.param("A series of fires broke out.", "series", "series", id="series"),
    ],
)
def test_a_form_has_its_own_lemma(nlp, text, form, lemma):
    """What is counted is told apart by its lemma, so "doses" must not become "dos"."""
    words = nlp.parse(text, [(0, len(text))]).words
    assert [word.lemma for word in words if word.text == form] == [lemma]
