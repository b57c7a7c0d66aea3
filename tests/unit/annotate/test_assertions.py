import pytest

from onrecord.annotate.assertions import find_assertions
from onrecord.model.marks import Amount, Annotations, Entity, Mention, Statement
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse, Sentence, Word

# each row: word, lemma, part of speech, dependency label, head (place in the sentence)
SANK = [
    ("The", "the", "DET", "det", 1),
    ("ferry", "ferry", "NOUN", "nsubj", 2),
    ("sank", "sink", "VERB", "ROOT", 2),
    (",", ",", "PUNCT", "punct", 2),
    ("killing", "kill", "VERB", "advcl", 2),
    ("23", "23", "NUM", "nummod", 6),
    ("people", "people", "NOUN", "dobj", 4),
    (".", ".", "PUNCT", "punct", 2),
]
SAID = [
    ("Rist", "rist", "PROPN", "nsubj", 1),
    ("said", "say", "VERB", "ROOT", 1),
    ("the", "the", "DET", "det", 3),
    ("ferry", "ferry", "NOUN", "nsubj", 5),
    ("never", "never", "ADV", "neg", 5),
    ("left", "leave", "VERB", "ccomp", 1),
    ("harbor", "harbor", "NOUN", "dobj", 5),
    (".", ".", "PUNCT", "punct", 1),
]
DENIED = [
    ("Rist", "rist", "PROPN", "nsubj", 1),
    ("denied", "deny", "VERB", "ROOT", 1),
    ("the", "the", "DET", "det", 3),
    ("charge", "charge", "NOUN", "dobj", 1),
    (".", ".", "PUNCT", "punct", 1),
]
DISMISSED = [
    ("The", "the", "DET", "det", 1),
    ("crew", "crew", "NOUN", "nsubjpass", 3),
    ("was", "be", "AUX", "auxpass", 3),
    ("dismissed", "dismiss", "VERB", "ROOT", 3),
    (".", ".", "PUNCT", "punct", 3),
]
REJECTED = [
    ("The", "the", "DET", "det", 1),
    ("claim", "claim", "NOUN", "nsubjpass", 3),
    ("was", "be", "AUX", "auxpass", 3),
    ("rejected", "reject", "VERB", "ROOT", 3),
    (".", ".", "PUNCT", "punct", 3),
]
NO = [("He", "he", "PRON", "nsubj", 1), ("declined", "decline", "VERB", "ROOT", 1), (".", ".", "PUNCT", "punct", 1)]
MARK = [("—", "—", "PUNCT", "ROOT", 0)]
WILL = [
    ("Voters", "voter", "NOUN", "nsubj", 2),
    ("will", "will", "AUX", "aux", 2),
    ("choose", "choose", "VERB", "ROOT", 2),
    ("mayors", "mayor", "NOUN", "dobj", 2),
]

UNTIL = [
    ("Talks", "talk", "NOUN", "nsubj", 1),
    ("stopped", "stop", "VERB", "ROOT", 1),
    ("until", "until", "SCONJ", "mark", 4),
    ("envoys", "envoy", "NOUN", "nsubj", 4),
    ("return", "return", "VERB", "advcl", 1),
]
NOR = [
    ("Rist", "rist", "PROPN", "nsubj", 3),
    ("did", "do", "AUX", "aux", 3),
    ("not", "not", "PART", "neg", 3),
    ("own", "own", "VERB", "ROOT", 3),
    ("or", "or", "CCONJ", "cc", 3),
    ("steer", "steer", "VERB", "conj", 3),
    ("the", "the", "DET", "det", 7),
    ("ferry", "ferry", "NOUN", "dobj", 5),
]


def notes_of(rows, **more):
    """Make the annotations of a report of one sentence, its words parted by spaces."""
    text, words = "", []
    for i, (word, lemma, pos, dep, head) in enumerate(rows):
        text += " " * bool(text)
        words.append(Word(i, len(text), len(text) + len(word), word, lemma, pos, "", dep, head, "", 0))
        text += word
    root = next(i for i, row in enumerate(rows) if row[3] == "ROOT")
    children = tuple(tuple(w.i for w in words if w.head == i and w.i != i) for i in range(len(words)))
    report = Report(ReportId("r"), "r", text, "0" * 64, body=((0, len(text)),))
    parse = Parse(tuple(words), (Sentence(0, 0, len(words), root, 0),), children, ((0, len(text)),))
    return Annotations(report, parse, **more)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(SANK, ["The ferry sank", "killing 23 people"], id="two-clauses"),
        pytest.param(SAID, ["the ferry never left harbor"], id="a-frame-of-speech-is-none"),
        pytest.param(DENIED, ["Rist denied the charge"], id="a-denial-is-one"),
        pytest.param(NO, ["He declined"], id="too-little-stands-as-a-whole"),
        pytest.param(MARK, ["—"], id="no-letters"),
        pytest.param(WILL, ["Voters will choose mayors"], id="one-clause"),
        pytest.param(UNTIL, ["Talks stopped", "until envoys return"], id="until-stays"),
        pytest.param(NOR, ["Rist did not own or steer the ferry"], id="one-negation-of-two-verbs"),
    ],
)
def test_clauses_make_assertions(rows, expected):
    """Each clause with two content words asserts something; a sentence without one stands as a whole."""
    clauses = [a for a in find_assertions(notes_of(rows)) if a.size == "clause"]
    assert [" … ".join(span.exact for span in a.evidence) for a in clauses] == expected


@pytest.mark.parametrize(
    ("rows", "status", "negated"),
    [
        pytest.param(SANK, "happened", False, id="told"),
        pytest.param(SAID, "happened", True, id="negated"),
        pytest.param(DENIED, "denied", False, id="denied"),
        pytest.param(REJECTED, "denied", False, id="a-claim-that-is-rejected"),
        pytest.param(DISMISSED, "happened", False, id="a-crew-that-is-dismissed"),
        pytest.param(WILL, "planned", False, id="to-come"),
    ],
)
def test_status_is_read_off_the_words_around_the_head(rows, status, negated):
    """Auxiliaries and the head's own meaning tell how an assertion stands to the world."""
    found = find_assertions(notes_of(rows))[0]
    assert (found.status, found.negated) == (status, negated)


@pytest.mark.parametrize(
    "rows", [SANK, SAID, DENIED, NO, MARK, WILL], ids=["sank", "said", "denied", "no", "mark", "will"]
)
def test_every_span_stands_in_the_text_and_ids_are_one_of_a_kind(rows):
    """Evidence is exact, words are in order, ids differ, and what names a larger assertion finds it."""
    notes = notes_of(rows)
    found = find_assertions(notes)
    ids = [a.id for a in found]
    assert len(set(ids)) == len(ids)
    assert all(notes.report.text[s.start : s.end] == s.exact for a in found for s in a.evidence)
    assert all(list(a.words) == sorted(set(a.words)) for a in found)
    assert all(a.within is None or a.within in ids for a in found)


def test_an_aside_asserts_nothing():
    """What stands outside the body is no assertion of the report's writer."""
    notes = notes_of(SANK)
    outside = Annotations(Report(notes.report.id, "r", notes.report.text, "0" * 64), notes.parse)
    assert find_assertions(outside) == ()


def test_an_assertion_knows_who_holds_it_and_what_stands_in_it():
    """The speaker of the statement it stands in holds it; entities and amounts inside it are its own."""
    report = notes_of(SAID).report
    statement = Statement("s1", report.id, "indirect", (report.span(10, 37),), "test", speaker="e1")
    rist = Entity("e1", "Rist", "person", mentions=(Mention(report.span(0, 4), "name"),))
    ferry = Entity("e2", "ferry", "thing", mentions=(Mention(report.span(14, 19), "nominal"),))
    one = Amount(report.span(14, 19), "1")
    (found,) = find_assertions(notes_of(SAID, statements=(statement,), entities=(rist, ferry), amounts=(one,)))
    assert (found.holders, found.statements, found.entities, found.amounts) == (("e1",), ("s1",), ("e2",), (0,))


@pytest.mark.parametrize(
    ("rule", "holders"),
    [
        pytest.param("statements.indirect/ccomp", ("e1",), id="words"),
        pytest.param("statements.nominal/object", (), id="an-act-is-told-by-the-reporter"),
    ],
)
def test_who_says_it_is_left_out_of_account(rule, holders):
    """An assertion is whose it is by what is said in it, not by the words that say who says it; an act is nobody's."""
    report = notes_of(DENIED).report
    source, cue = report.span(0, 4), report.span(5, 11)
    said = (report.span(12, 22),)
    statement = Statement("s1", report.id, "indirect", said, rule, source=source, speaker="e1", cue=(cue,))
    rist = Entity("e1", "Rist", "person", mentions=(Mention(source, "name"),))
    (found,) = find_assertions(notes_of(DENIED, statements=(statement,), entities=(rist,)))
    assert found.holders == holders
