"""Quotations of one remark are compared word by word; the same words are no finding."""

import pytest

from onrecord.compare.told import read_story
from onrecord.compare.wording import compare_wording, find_remarks
from onrecord.model.claims import Alignment


@pytest.fixture
def findings(notes_of):
    def compared(*texts):
        notes = tuple(notes_of(text, f"r{k}") for k, text in enumerate(texts))
        story = read_story(Alignment(notes))
        return compare_wording(find_remarks(story), story)

    return compared


FULL = (
    'He said: "A ship that passed its inspection does not sink because of the weather alone, and somebody will answer."'
)


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        pytest.param(FULL, None, id="same-words"),
        pytest.param(
            'She heard "a ship that passed its inspection does not sink because of the weather"', "framing", id="cut"
        ),
        pytest.param(
            'He had "a ship that passed its inspection does sink because of the weather alone; somebody will answer"',
            "conflict",
            id="negation-dropped",
        ),
        pytest.param(
            'She heard "a ship that passed its test does not sink because of the weather alone; somebody will answer"',
            "framing",
            id="other-words",
        ),
        pytest.param('She heard "we shall rebuild the harbor before the winter comes"', None, id="another-remark"),
        pytest.param("A ship that passed its inspection does not sink because of the weather.", None, id="not-quoted"),
    ],
)
def test_renderings_are_compared_word_by_word(findings, other, kind):
    found = findings(FULL, other)
    assert [finding.kind for finding in found] == ([kind] if kind else [])


def test_a_third_report_with_the_same_words_joins_a_side(findings):
    cut = 'She heard "a ship that passed its inspection does not sink because of the weather"'
    (finding,) = findings(FULL, cut, cut.replace("She", "They"))
    assert [side.reports for side in finding.sides] == [("r0",), ("r1", "r2")]
