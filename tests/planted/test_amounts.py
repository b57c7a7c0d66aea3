"""Texts with planted amounts: what was put in comes out, and nothing else."""

import hashlib
from itertools import product

import pytest

from onrecord.annotate.amounts import find_amounts
from onrecord.annotate.nlp import SpacyNlp
from onrecord.model.report import Report
from onrecord.model.span import ReportId

pytestmark = pytest.mark.model

NUMBERS = {
    "7": "7",
    "forty-one": "41",
    "312": "312",
    "4,200": "4200",
    "2.5 million": "2500000",
    "two dozen": "24",
    "six hundred": "600",
    "14m": "14000000",
}
BOUNDS = {
    "": "exact",
    "at least ": "at_least",
    "more than ": "more_than",
    "up to ": "at_most",
    "fewer than ": "less_than",
    "nearly ": "nearly",
    "about ": "about",
    "some ": "about",
}
MEASURES = {"tonnes": "t", "crowns": "1", "per cent": "%", "barrels": "[bbl_us]", "lifeboats": "1"}
ROLES = {
    "Stocks in the port stood at {} on the quay.": "level",
    "Stocks in the port were cut by {} on the quay.": "change_by",
    "Stocks in the port rose to {} on the quay.": "change_to",
}
FILLER = "Nobody on Vessa had heard of the plan, said the second officer of the Boeing 737. It was built in 1974."
ROWS = [
    (f"{before}{number} {measure}", value, MEASURES[measure], bound)
    for (number, value), (before, bound), measure in product(NUMBERS.items(), BOUNDS.items(), MEASURES)
]


@pytest.fixture(scope="module")
def nlp():
    return SpacyNlp()


def amounts_of(nlp, paragraphs):
    text, stretches = "", []
    for paragraph in paragraphs:
        stretches.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    report = Report(ReportId("r1"), "planted.txt", text, hashlib.sha256(text.encode()).hexdigest())
    return report, find_amounts(report, nlp.parse(text, stretches), ())


@pytest.mark.parametrize(("sentence", "role"), ROLES.items(), ids=ROLES.values())
def test_planted_amounts_come_out_as_they_went_in(nlp, sentence, role):
    """Each number is found once, with its value, unit, bound and role, and its words stand in the text."""
    planted = [part for row in ROWS for part in (sentence.format(row[0]), FILLER)]
    report, found = amounts_of(nlp, planted)
    assert [(a.value, a.unit, a.bound, a.role) for a in found] == [(*row[1:], role) for row in ROWS]
    assert all(report.text[a.span.start : a.span.end] == a.span.exact for a in found)


@pytest.mark.parametrize(
    ("words", "value", "upper", "role"),
    [
        ("between 10 and 14 tonnes", "10", "14", "level"),
        ("10 to 14 tonnes", "10", "14", "level"),
        ("10-14 tonnes", "10", "14", "level"),
        ("from 32 to 45 tonnes", "32", "45", "change_from_to"),
    ],
    ids=str,
)
def test_planted_pairs_keep_both_ends(nlp, words, value, upper, role):
    """A range and a change from one to another are one amount with two ends."""
    sentence = "The load rose {}." if role == "change_from_to" else "The ship took {}."
    _, found = amounts_of(nlp, [sentence.format(words)] * 3)
    assert [(a.value, a.upper, a.unit, a.role) for a in found] == [(value, upper, "t", role)] * 3


def test_a_text_without_numbers_has_no_amounts(nlp):
    """What is only named, dated or told in order is no amount."""
    assert amounts_of(nlp, [FILLER] * 5)[1] == ()
