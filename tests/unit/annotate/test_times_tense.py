"""The tense of a sentence decides between the last Monday and the next one; parses made by hand."""

import pytest

from onrecord.annotate.time_tense import find_tense
from onrecord.annotate.times import find_times
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse, Sentence, Word


def parse_of(rows):
    """Make a parse of one sentence from (text, lemma, pos, tag, dep, head) rows."""
    words, at = [], 0
    for i, (text, lemma, pos, tag, dep, head) in enumerate(rows):
        words.append(Word(i, at, at + len(text), text, lemma, pos, tag, dep, head, "", 0))
        at += len(text) + 1
    children = tuple(tuple(w.i for w in words if w.head == i and w.i != i) for i in range(len(words)))
    root = next(w.i for w in words if w.head == w.i)
    return Parse(tuple(words), (Sentence(0, 0, len(words), root, 0),), children, ((0, at - 1),))


WEEKDAY = ("Monday", "monday", "PROPN", "NNP", "npadvmod")
SENTENCES = {
    "past": [
        ("Ministers", "minister", "NOUN", "NNS", "nsubj", 1),
        ("met", "meet", "VERB", "VBD", "ROOT", 1),
        (*WEEKDAY, 1),
    ],
    "modal": [
        ("Ministers", "minister", "NOUN", "NNS", "nsubj", 2),
        ("will", "will", "AUX", "MD", "aux", 2),
        ("meet", "meet", "VERB", "VB", "ROOT", 2),
        (*WEEKDAY, 2),
    ],
    "plan": [
        ("Ministers", "minister", "NOUN", "NNS", "nsubj", 2),
        ("are", "be", "AUX", "VBP", "aux", 2),
        ("due", "due", "ADJ", "JJ", "ROOT", 2),
        ("to", "to", "PART", "TO", "aux", 4),
        ("meet", "meet", "VERB", "VB", "xcomp", 2),
        (*WEEKDAY, 4),
    ],
    "begun": [
        ("Ministers", "minister", "NOUN", "NNS", "nsubj", 1),
        ("began", "begin", "VERB", "VBD", "ROOT", 1),
        ("to", "to", "PART", "TO", "aux", 3),
        ("meet", "meet", "VERB", "VB", "xcomp", 1),
        (*WEEKDAY, 3),
    ],
    "planned-long-ago": [
        ("Ministers", "minister", "NOUN", "NNS", "nsubj", 2),
        ("had", "have", "AUX", "VBD", "aux", 2),
        ("planned", "plan", "VERB", "VBN", "ROOT", 2),
        ("to", "to", "PART", "TO", "aux", 4),
        ("meet", "meet", "VERB", "VB", "xcomp", 2),
        (*WEEKDAY, 4),
    ],
    "to-stay-after": [
        ("Ministers", "minister", "NOUN", "NNS", "nsubj", 1),
        ("told", "tell", "VERB", "VBD", "ROOT", 1),
        ("ferries", "ferry", "NOUN", "NNS", "nsubj", 4),
        ("to", "to", "PART", "TO", "aux", 4),
        ("stay", "stay", "VERB", "VB", "ccomp", 1),
        ("after", "after", "ADP", "IN", "prep", 4),
        ("Monday", "monday", "PROPN", "NNP", "compound", 7),
        ("deaths", "death", "NOUN", "NNS", "pobj", 5),
    ],
    "no-verb": [("Ministers", "minister", "NOUN", "NNS", "ROOT", 0), (*WEEKDAY, 0)],
}


@pytest.mark.parametrize(
    ("name", "tense", "value"),
    [
        pytest.param("past", "past", "1998-11-09", id="past"),
        pytest.param("modal", "future", "1998-11-16", id="will"),
        pytest.param("plan", "future", "1998-11-16", id="due-to"),
        pytest.param("begun", "past", "1998-11-09", id="began-to"),
        pytest.param("planned-long-ago", "past", "1998-11-09", id="had-planned-to"),
        pytest.param("to-stay-after", None, "1998-11-09", id="to-stay-after"),
        pytest.param("no-verb", None, "1998-11-09", id="no-verb"),
    ],
)
def test_a_weekday_lies_where_its_verb_lies(name, tense, value):
    """A weekday beside what was is the last one, beside what is planned the next one."""
    rows = SENTENCES[name]
    parse, text = parse_of(rows), " ".join(row[0] for row in rows)
    start = text.index("Monday")
    assert find_tense(parse, start, start + len("Monday")) == tense
    published = Published("1998-11-13", basis="given")
    (time,) = find_times(Report(ReportId("r1"), "one.txt", text, "0" * 64, published=published), parse)
    assert time.value == value


@pytest.mark.parametrize(
    ("day", "value", "candidates"),
    [
        pytest.param("1998-11-13", "1998-10-23", (), id="near"),
        pytest.param("1998-07-17", None, ("1997-10-23", "1998-10-23"), id="far"),
    ],
)
def test_a_far_day_of_the_year_without_tense_is_not_settled(day, value, candidates):
    """A day without its year is the nearest one; where that is far and no verb tells, both years stay candidates."""
    published = Published(day, basis="given")
    report = Report(ReportId("r1"), "one.txt", "The wreck of Oct. 23", "0" * 64, published=published)
    (time,) = find_times(report, Parse((), (), (), ()))
    assert (time.value, time.candidates) == (value, candidates)


def test_a_weekday_without_tense_keeps_both_readings():
    """Where no verb tells, the other reading stays a candidate."""
    parse, text = parse_of(SENTENCES["no-verb"]), "Ministers Monday"
    published = Published("1998-11-13", basis="given")
    (time,) = find_times(Report(ReportId("r1"), "one.txt", text, "0" * 64, published=published), parse)
    assert time.candidates == ("1998-11-09", "1998-11-16")
