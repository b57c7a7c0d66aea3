import pytest

from onrecord.align.headings import choose_headings, write_heading
from onrecord.align.units import Unit
from onrecord.model.marks import Annotations, Assertion
from onrecord.model.report import Report
from onrecord.model.words import Parse, Sentence, Word

HARBOR = "The VT det 1|harbor NN nsubj 2|closed VBD ROOT 2|on IN prep 2|Monday NNP pobj 3|night NN npadvmod 2"
WHICH = "which WDT nsubj 1|closed VBD ROOT 1|on IN prep 1|Monday NNP pobj 2|night NN npadvmod 1|again RB advmod 1"
IT = "It PRP nsubj 1|closed VBD ROOT 1|on IN prep 1|Monday NNP pobj 2|night NN npadvmod 1|again RB advmod 1"
TO = "to TO aux 1|close VB ROOT 1|the DT det 3|harbor NN dobj 1|on IN prep 1|Monday NNP pobj 4"
SCRAP = "Harbor NN nsubj 1|closed VBD ROOT 1"
CLOSING = "closing VBG ROOT 0|the DT det 2|harbor NN dobj 0|on IN prep 0|Monday NNP pobj 3|night NN npadvmod 0"
PARTS_OF_SPEECH = {"NN": "NOUN", "NNP": "PROPN", "PRP": "PRON", "WDT": "PRON", "RB": "ADV", "IN": "ADP", "DT": "DET"}


def unit_of(number, written):
    """Make a report of one sentence and its only unit from rows of word, tag, dependency and head."""
    rows = [row.split() for row in written.split("|")]
    text = " ".join(row[0] for row in rows)
    words, at = [], 0
    for i, (word, tag, dep, head) in enumerate(rows):
        pos = PARTS_OF_SPEECH.get(tag, "VERB")
        words.append(Word(i, at, at + len(word), word, word.lower(), pos, tag, dep, int(head), "", 0))
        at += len(word) + 1
    report = Report(f"r{number}", f"{number}.txt", text, "0" * 64)
    root = next(word.i for word in words if word.dep == "ROOT")
    own = Assertion(f"a{number}", report.id, "clause", (report.span(0, len(text)),), 0, root, tuple(range(len(words))))
    unit = Unit(number, own, 0.0, words[root].lemma, *[frozenset()] * 6)
    return unit, Annotations(report=report, parse=Parse(tuple(words), (Sentence(0, 0, len(words), root, 0),), (), ()))


@pytest.mark.parametrize(
    ("readings", "best"),
    [
        pytest.param([WHICH, HARBOR], 1, id="no-relative-clause"),
        pytest.param([IT, HARBOR], 1, id="a-name-before-a-pronoun"),
        pytest.param([TO, HARBOR], 1, id="no-infinitive"),
        pytest.param([TO, IT], 1, id="a-pronoun-before-no-subject"),
        pytest.param([CLOSING, IT], 1, id="a-finite-verb"),
        pytest.param([SCRAP, HARBOR], 1, id="no-scrap"),
        pytest.param([HARBOR, HARBOR], 0, id="the-first-of-two-alike"),
    ],
)
def test_a_heading_is_the_reading_that_stands_best_alone(readings, best):
    """A heading has its subject and a finite verb, leans on nothing before it, and is of middling length."""
    units, notes = zip(*(unit_of(k, written) for k, written in enumerate(readings)), strict=True)
    assert choose_headings([units], notes) == [notes[best].report.text]
    assert choose_headings([units[::-1]], notes) == [notes[best].report.text]


def test_a_heading_has_what_most_readings_say():
    """Of readings that stand alone well the one with words of the others heads the claim."""
    ferry = HARBOR.replace("harbor", "ferry").replace("closed", "sailed").replace("night", "noon")
    units, notes = zip(*(unit_of(k, written) for k, written in enumerate([ferry, HARBOR, HARBOR])), strict=True)
    assert choose_headings([units], notes) == [notes[1].report.text]


def test_two_claims_have_two_headings_where_their_readings_allow_it():
    """Of claims that share their best reading the second is headed by its next best, a third by the best again."""
    units, notes = zip(*(unit_of(k, written) for k, written in enumerate([HARBOR, IT])), strict=True)
    best, next_best = (each.report.text for each in notes)
    assert choose_headings([units, units, units], notes) == [best, next_best, best]


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        pytest.param("The ferry left.", ["The ferry left"], "The ferry left", id="one-piece"),
        pytest.param("The ferry, old, left.", ["The ferry", "left"], "The ferry … left", id="left-out-words"),
        pytest.param("Deputy Oran.in play", ["Deputy Oran.", "in play"], "Deputy Oran. in play", id="nothing-between"),
        pytest.param("The ferry  \n left.", ["The ferry", "left"], "The ferry left", id="only-space-between"),
        pytest.param("“We left at noon", ["“We left at noon"], "We left at noon", id="a-lone-opening-mark"),
        pytest.param('We left at noon"', ['We left at noon"'], "We left at noon", id="a-lone-straight-mark"),
        pytest.param("the “old” ferry", ["the “old” ferry"], "the “old” ferry", id="a-pair"),
        pytest.param("“", ["“"], "“", id="a-mark-alone"),
    ],
)
def test_pieces_are_joined_as_they_stand(text, pieces, expected):
    """Words left out are marked, others are not; a quotation mark without its other half is dropped at an edge."""
    report = Report("r0", "0.txt", text, "0" * 64)
    spans = [report.span(text.index(piece), text.index(piece) + len(piece)) for piece in pieces]
    assert write_heading(spans, Annotations(report=report, parse=Parse((), (), (), ()))) == expected
