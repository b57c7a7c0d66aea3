import pytest

from onrecord.align.copies import group_copies
from onrecord.model.marks import Annotations
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse

TEXT = "The ferry sank off the cape on Friday, the coastguard said, and many of the crew are still missing. "
OTHER = "Ministers will meet on Monday to speak about the price of bread, an official of the palace said. "


def notes(name, text):
    report = Report(ReportId(name), name, text, "0" * 64)
    return Annotations(report, Parse((), (), (), ()))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param([TEXT, OTHER], {frozenset({0}), frozenset({1})}, id="two-texts"),
        pytest.param([TEXT, OTHER, TEXT], {frozenset({0, 2}), frozenset({1})}, id="the-very-text"),
        pytest.param([TEXT * 3, TEXT * 3 + "More follows."], {frozenset({0, 1})}, id="a-line-added"),
        pytest.param(["", ""], {frozenset({0, 1})}, id="empty"),
        pytest.param(["Short.", "Brief."], {frozenset({0}), frozenset({1})}, id="too-short-to-tell"),
    ],
)
def test_copies_are_put_together(texts, expected):
    """Reports are copies if their texts are one, or share nearly all runs of five words."""
    groups = group_copies([notes(f"r{k}", text) for k, text in enumerate(texts)])
    assert {frozenset(group) for group in groups} == expected


def test_the_original_does_not_hang_on_the_order():
    """Which copy is the original is decided by the texts alone."""
    a, b = notes("ra", TEXT * 3), notes("rb", TEXT * 3 + "More follows.")
    assert [a, b][group_copies([a, b])[0][0]] is [b, a][group_copies([b, a])[0][0]]
