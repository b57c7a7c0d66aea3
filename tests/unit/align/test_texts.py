import pytest

from onrecord.align.texts import read_keys
from onrecord.model.marks import Amount, Annotations
from onrecord.model.report import Report
from onrecord.model.words import Parse, Sentence, Word


def keys_of(*told, **amount):
    """Return the keys of a few (word, part of speech), all in one amount if one is given."""
    words, at = [], 0
    for i, (word, pos) in enumerate(told):
        words.append(Word(i, at, at + len(word), word, word, pos, "", "", 0, "", 0))
        at += len(word) + 1
    report = Report("r", "r.txt", " ".join(word for word, _ in told), "")
    amounts = (Amount(report.span(0, at - 1), **amount),) if amount else ()
    parse = Parse(tuple(words), (Sentence(0, 0, len(words), 0, 0),), ((),) * len(words), ((0, at - 1),))
    return read_keys(Annotations(report, parse, amounts=amounts))


@pytest.mark.parametrize(
    ("told", "amount", "expected"),
    [
        pytest.param([("37", "NUM"), ("gliders", "NOUN")], {"value": "37"}, ["#37", "gliders"], id="figures"),
        pytest.param(
            [("thirty", "NUM"), ("seven", "NUM"), ("gliders", "NOUN")],
            {"value": "37"},
            ["#37", "#37", "gliders"],
            id="in-words",
        ),
        pytest.param([("two", "NUM"), ("gliders", "NOUN")], {"value": "2"}, ["two", "gliders"], id="a-small-number"),
        pytest.param([("30", "NUM"), ("40", "NUM")], {"value": "30", "upper": "40"}, ["30", "40"], id="a-range"),
        pytest.param([("37", "NUM")], {}, ["37"], id="a-number-of-nothing"),
        pytest.param([("of", "ADP"), ("—", "PUNCT")], {}, [None, None], id="nothing-to-compare"),
    ],
)
def test_a_number_is_compared_by_its_value(told, amount, expected):
    """Two reports that write one number otherwise have that word in common; the ends of a range are two."""
    assert keys_of(*told, **amount) == expected
