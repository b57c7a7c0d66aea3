import pytest

from onrecord.align.headings import _with_marks, choose_headings, write_heading
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
PARTS_OF_SPEECH = {
    ",": "PUNCT",
    "NN": "NOUN",
    "NNP": "PROPN",
    "PRP": "PRON",
    "WDT": "PRON",
    "RB": "ADV",
    "IN": "ADP",
    "DT": "DET",
}


def unit_of(number, written, *, own=None):
    """Make a report of one sentence and its only unit from rows of word, tag, dependency and head.

    ``own`` are the first and the last word of the unit, and the one that carries it; else it is the whole sentence.
    """
    rows = [row.split() for row in written.split("|")]
    text = " ".join(row[0] for row in rows)
    words, at = [], 0
    for i, (word, tag, dep, head) in enumerate(rows):
        pos = PARTS_OF_SPEECH.get(tag, "VERB")
        words.append(Word(i, at, at + len(word), word, word.lower(), pos, tag, dep, int(head), "", 0))
        at += len(word) + 1
    report = Report(f"r{number}", f"{number}.txt", text, "0" * 64)
    root = next(word.i for word in words if word.dep == "ROOT")
    first, last, head = own or (0, len(words) - 1, root)
    span = report.span(words[first].start, words[last].end)
    said = Assertion(f"a{number}", report.id, "clause", (span,), 0, head, tuple(range(first, last + 1)))
    unit = Unit(number, said, 0.0, words[head].lemma, *[frozenset()] * 6)
    children = tuple(tuple(w.i for w in words if w.head == i and w.i != i) for i in range(len(words)))
    sentences = (Sentence(0, 0, len(words), root, 0),)
    return unit, Annotations(report=report, parse=Parse(tuple(words), sentences, children, ()))


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


ENGINEER = (
    "The DT det 1|engineer NN nsubj 6|who WP nsubj 3|led VBD relcl 1|the DT det 5|work NN dobj 3|left VBD ROOT 6"
    "|the DT det 8|town NN dobj 6|, , punct 6|taking VBG advcl 6|the DT det 12|plans NN dobj 10"
)
BRIGHT = (
    "Bright NNP nsubj 1|said VBD ROOT 1|she PRP nsubj 4|was VBD aux 4|leaving VBG ccomp 1|the DT det 6|town NN dobj 4"
)
BOTH = (
    "The DT det 1|ferry NN nsubj 2|turned VBD ROOT 2|back RB advmod 2|and CC cc 2"
    "|sank VBD conj 2|at IN prep 5|noon NN pobj 6"
)
AFTER = (
    "It PRP nsubj 1|closed VBD ROOT 1|a DT det 3|day NN npadvmod 6|after IN mark 6|ferries NN nsubj 6|sank VBD advcl 1"
)
ORDERED = "Crews NN nsubjpass 2|were VBD auxpass 2|ordered VBN ROOT 2|to TO aux 4|wait VB xcomp 2"
LEFT = "Issues NN nsubj 3|they PRP nsubj 2|left VBD relcl 0|were VBD ROOT 3|open JJ acomp 3"
IF = "if IN mark 2|ferries NN nsubj 2|sail VBP ROOT 2|at IN prep 2|noon NN pobj 3"


@pytest.mark.parametrize(
    ("written", "own", "heading"),
    [
        pytest.param(
            ENGINEER, (2, 5, 3), "The engineer who led the work left the town , taking the plans", id="relative"
        ),
        pytest.param(BRIGHT, (2, 6, 4), "Bright said she was leaving the town", id="a-pronoun-under-a-name"),
        pytest.param(BOTH, (5, 7, 5), "The ferry turned back and sank at noon", id="a-joined-verb"),
        pytest.param(BOTH, (0, 3, 2), "The ferry turned back", id="no-wider-than-needed"),
        pytest.param(AFTER, (2, 6, 6), "It closed a day after ferries sank", id="a-time-clause"),
        pytest.param(ORDERED, (0, 2, 2), "Crews were ordered to wait", id="cut-before-what-it-needs"),
        pytest.param(LEFT, (0, 2, 2), "Issues they left were open", id="a-clause-that-says-which"),
        pytest.param(IF, None, "if ferries sail at noon", id="a-condition-stays"),
    ],
)
def test_a_scrap_is_widened_to_the_clause_that_governs_it(written, own, heading):
    """Words without a subject that names are headed by the clause around them, in the report's own words."""
    unit, notes = unit_of(0, written, own=own)
    assert choose_headings([[unit]], [notes]) == [heading]


def test_a_heading_is_rather_long_than_cut():
    """What a verb needs stands in the heading however long it is."""
    unit, notes = unit_of(0, "|".join([ORDERED, *["boats NN dobj 4"] * 30]), own=(0, 2, 2))
    assert choose_headings([[unit]], [notes]) == [notes.report.text]


def test_a_long_clause_loses_what_hangs_on_at_its_edge():
    """What is not the claim's and hangs on at the end is left off where the heading would be too long."""
    tail = "|".join(f"{word} NN dobj 10" for word in ["plans"] * 30)
    unit, notes = unit_of(0, f"{ENGINEER.rsplit('|', 2)[0]}|{tail}", own=(2, 5, 3))
    assert choose_headings([[unit]], [notes]) == ["The engineer who led the work left the town"]


@pytest.mark.parametrize(
    ("text", "cut", "said"),
    [
        pytest.param("“We sail,” she said. “We sail late.”", "We sail late", "We sail late", id="no-mark-inside"),
        pytest.param("she said it “sailed late”.", "it “sailed late", "it “sailed late”", id="closing-mark-behind"),
        pytest.param("she said it “sailed late and sank”", "it “sailed late", "it “sailed late …”", id="cut-inside"),
        pytest.param("“Late. It sank,” she said", "It sank,” she said", "“… It sank,” she said", id="begun-before"),
        pytest.param('it "sailed late".', 'it "sailed late', 'it "sailed late"', id="straight-marks"),
        pytest.param("‘Late. It sank,’ she said", "It sank,’ she said", "‘… It sank,’ she said", id="single-marks"),
        pytest.param(
            "“Late. It sank,” she said of the “old hulk we had”.",
            "It sank,” she said of the “old hulk",
            "“… It sank,” she said of the “old hulk …”",
            id="begun-before-and-cut-inside",
        ),
        pytest.param("the crews’ boats sank", "the crews’ boats", "the crews’ boats", id="an-apostrophe"),
    ],
)
def test_a_quotation_in_a_heading_is_closed(text, cut, said):
    """A mark brings its other half, where it stands beside the words or behind what is left out of them."""
    at = text.rindex(cut)
    assert _with_marks(text, at, at + len(cut)) == said


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
