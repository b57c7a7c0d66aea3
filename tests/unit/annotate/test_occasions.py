"""When something was said: the day beside the cue, and no other."""

import pytest

from onrecord.annotate.occasions import with_times
from onrecord.model.marks import Statement, Time
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse, Sentence, Word

ROWS = """
Vole vole PROPN nsubj 1
said say VERB ROOT 1
Monday monday PROPN npadvmod 1
it it PRON nsubj 4
sank sink VERB ccomp 1
Friday friday PROPN npadvmod 4
"""


def parse_of(rows):
    words, at = [], 0
    for i, row in enumerate(rows.strip().split("\n")):
        text, lemma, pos, dep, head = row.split()
        words.append(Word(i, at, at + len(text), text, lemma, pos, "", dep, int(head), "", 0))
        at += len(text) + 1
    children = tuple(tuple(w.i for w in words if w.head == i and w.i != i) for i in range(len(words)))
    text = " ".join(word.text for word in words)
    parse = Parse(tuple(words), (Sentence(0, 0, len(words), 1, 0),), children, ((0, len(text)),))
    return Report(ReportId("r1"), "kallport.txt", text, "0"), parse


@pytest.mark.parametrize(
    ("word", "kind", "value", "time"),
    [
        pytest.param("Monday", "date", "1987-03-02", "1987-03-02", id="beside-the-cue"),
        pytest.param("Monday", "time", "1987-03-02T09", "1987-03-02", id="an-hour-gives-its-day"),
        pytest.param("Monday", "date", None, None, id="no-value"),
        pytest.param("Monday", "duration", "P1D", None, id="a-duration"),
        pytest.param("Friday", "date", "1987-02-27", None, id="in-what-is-said"),
    ],
)
def test_a_statement_has_the_day_of_its_own_cue(word, kind, value, time):
    """Only a dated day that hangs on the cue's verb, outside what is said, dates the statement."""
    report, parse = parse_of(ROWS)
    start = report.text.index(word)
    said = report.span(report.text.index("it"), len(report.text))
    statement = Statement("r1.s0", report.id, "indirect", (said,), "test", cue=(report.span(5, 9),))
    (dated,) = with_times([statement], [Time(report.span(start, start + len(word)), kind, value)], parse)
    assert dated.time == time
