"""What stands first: the words that most reports open with make a claim central."""

import pytest

from onrecord.compare.salience import centrality, tells
from onrecord.model.words import Word

CORE = {"ferry": 1.0, "sink": 1.0, "storm": 0.5}


def words_of(*lemmas):
    """Nouns, one after the other."""
    return [Word(i, 0, 1, each, each, "NOUN", "NN", "ROOT", i, "", 0) for i, each in enumerate(lemmas)]


@pytest.mark.parametrize(
    ("lemmas", "expected"),
    [
        pytest.param(["ferry", "sink", "storm"], 1.0, id="all-of-it"),
        pytest.param(["Ferry", "dog"], 0.4, id="one-word-of-it"),
        pytest.param(["dog"], 0.0, id="none-of-it"),
        pytest.param(["ferry", "ferry"], 0.4, id="a-word-counts-once"),
        pytest.param([*["dog"] * 30, "ferry"], 0.0, id="too-far-back"),
    ],
)
def test_how_central_words_are(lemmas, expected):
    """The share of a story's core that they have, whatever their length."""
    assert centrality(words_of(*lemmas), CORE) == pytest.approx(expected)


def test_a_story_without_a_core_has_no_center():
    """Where reports open with nothing in common, nothing is more central than anything else."""
    assert centrality(words_of("ferry"), {}) == 0.0


@pytest.mark.parametrize(("tags", "expected"), [(["NN", "VBD"], True), (["NN", "VBG"], False), ([], False)])
def test_words_tell_by_a_finite_verb(tags, expected):
    """Words without a finite verb say nothing by themselves."""
    assert tells([Word(i, 0, 1, "x", "x", "X", tag, "dep", i, "", 0) for i, tag in enumerate(tags)]) is expected
