"""Statements read off hand-made parses: who is the source, where content begins and ends."""

import pytest

from onrecord.annotate.body import Layout
from onrecord.annotate.quotes import find_quotes
from onrecord.annotate.statements import find_statements
from onrecord.model.marks import Entity, Mention
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse, Sentence, Word

WHOLE = ((0, 10_000),)


def parse_of(rows):
    """Make a parse of one sentence from rows "text lemma pos tag dep head"; the words are joined by spaces."""
    words, at = [], 0
    for i, row in enumerate(rows.strip().split("\n")):
        text, lemma, pos, tag, dep, head = row.split()
        words.append(Word(i, at, at + len(text), text, lemma, pos, tag, dep, int(head), "", 0))
        at += len(text) + 1
    text = " ".join(word.text for word in words)
    children = tuple(tuple(w.i for w in words if w.head == i and w.i != i) for i in range(len(words)))
    root = next(word.i for word in words if word.head == word.i)
    parse = Parse(tuple(words), (Sentence(0, 0, len(words), root, 0),), children, ((0, len(text)),))
    return Report(ReportId("r1"), "kallport.txt", text, "0"), parse


def statements_of(rows, entities=()):
    report, parse = parse_of(rows)
    marks, _ = find_quotes(report, Layout(parse.paragraphs, parse.paragraphs))
    return report, find_statements(report, parse, marks, tuple(entities))


CLAUSE = """
Vole vole PROPN NNP nsubj 1
said say VERB VBD ROOT 1
that that SCONJ IN mark 5
the the DET DT det 4
door door NOUN NN nsubj 5
leaked leak VERB VBD ccomp 1
. . PUNCT . punct 1
"""
QUOTED = """
" " PUNCT `` punct 2
We we PRON PRP nsubj 2
sail sail VERB VBP ccomp 6
, , PUNCT , punct 6
" " PUNCT '' punct 6
Vole vole PROPN NNP nsubj 6
said say VERB VBD ROOT 6
. . PUNCT . punct 6
"""
PASSIVE = """
The the DET DT det 1
move move NOUN NN nsubjpass 3
was be AUX VBD auxpass 3
condemned condemn VERB VBN ROOT 3
by by ADP IN agent 3
Vole vole PROPN NNP pobj 4
. . PUNCT . punct 3
"""
RELATIVE = """
Vole vole PROPN NNP nsubj 6
, , PUNCT , punct 0
who who PRON WP nsubj 3
denied deny VERB VBD relcl 0
fraud fraud NOUN NN dobj 3
, , PUNCT , punct 0
left leave VERB VBD ROOT 6
. . PUNCT . punct 6
"""
REFUSED = """
Vole vole PROPN NNP nsubj 1
declined decline VERB VBD ROOT 1
to to PART TO aux 3
comment comment VERB VB xcomp 1
. . PUNCT . punct 1
"""
EVENT = """
The the DET DT det 1
storm storm NOUN NN nsubj 2
said say VERB VBD ROOT 2
that that SCONJ IN mark 5
all all PRON DT nsubj 5
changed change VERB VBD ccomp 2
. . PUNCT . punct 2
"""


@pytest.mark.parametrize(
    ("rows", "mode", "source", "cue", "content"),
    [
        pytest.param(CLAUSE, "indirect", "Vole", "said", ["the door leaked"], id="without-that"),
        pytest.param(QUOTED, "direct", "Vole", "said", ["We sail ,"], id="between-the-marks"),
        pytest.param(PASSIVE, "nominal", "Vole", "was condemned", ["The move"], id="agent"),
        pytest.param(REFUSED, "silence", "Vole", "declined", ["to comment"], id="silence"),
    ],
)
def test_a_cue_has_its_source_and_its_content(rows, mode, source, cue, content):
    """A statement has the words of its source, its cue and its content, each where they stand."""
    report, (found,) = statements_of(rows)
    assert (found.mode, found.source.exact, [span.exact for span in found.cue]) == (mode, source, [cue])
    assert [span.exact for span in found.content] == content
    assert all(report.text_of(span) == span.exact for span in found.evidence)
    assert found.id == "r1.s0"


def test_who_means_what_its_clause_hangs_on():
    """The source stays "who", the speaker is the entity of the antecedent."""
    report, parse = parse_of(RELATIVE)
    vole = Entity("r1.e1", "Vole", "person", mentions=(Mention(report.span(0, 4), "name"),))
    found = find_statements(report, parse, (), (vole,))
    assert [(s.source.exact, s.speaker) for s in found if s.source] == [("who", "r1.e1")]


def test_an_event_says_nothing():
    """A subject that cannot speak makes no statement."""
    _, found = statements_of(EVENT)
    assert found == ()


def test_no_words_no_statements():
    """An empty parse has no statements."""
    report = Report(ReportId("r1"), "empty.txt", "", "0")
    assert find_statements(report, Parse((), (), (), ()), (), ()) == ()
