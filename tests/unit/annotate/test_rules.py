"""The rules for statements: each that the code can name is described, and its example shows it."""

import ast
import re
from pathlib import Path

import pytest

import onrecord
from onrecord.annotate.body import find_layout
from onrecord.annotate.nlp import SpacyNlp
from onrecord.annotate.quotes import find_quotes
from onrecord.annotate.rules import RULES
from onrecord.annotate.statements import find_statements
from onrecord.model.report import Report
from onrecord.model.span import ReportId

ROOM = Path(onrecord.__file__).parent / "annotate"
ID = re.compile(r"statements\.[a-z]+/[a-z_]+")


def named_in_code():
    """Return every id that stands as a string in the room's code, but for the descriptions."""
    for path in ROOM.rglob("*.py"):
        if path.name != "rules.py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
                    yield node.value


def test_every_rule_of_the_code_is_described_once():
    """A statement's rule can be looked up, and nothing is described that no code does."""
    assert sorted(rule.id for rule in RULES) == sorted(set(named_in_code()))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_is_said_in_one_sentence(rule):
    """A rule that takes two sentences is two rules, or none yet."""
    assert re.fullmatch(r"[A-Z][^.]*\.", rule.says), rule.says


@pytest.fixture(scope="module")
def nlp():
    return SpacyNlp()


@pytest.mark.model
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_example_of_a_rule_gives_a_statement_of_it(nlp, rule):
    """What the page shows is what the program does."""
    report = Report(ReportId("r1"), "kallport.txt", rule.example, "0")
    layout = find_layout(report)
    marks, _ = find_quotes(report, layout)
    found = find_statements(report, nlp.parse(rule.example, layout.stretches), marks, ())
    assert rule.id in {statement.rule for statement in found}, found
