"""One stray quotation mark costs one paragraph, not the report."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.model.report import Report
from onrecord.model.span import ReportId

FILES = sorted((Path(__file__).parent.parent.parent / "stories").glob("*/reports/*.txt"))
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
MARKS = "\"“”'‘’«»"
KEPT = 0.98

pytestmark = pytest.mark.model


@cache
def statements_of(text, models):
    notes = onrecord.annotate_report(Report(ReportId("r1"), "kallport.txt", text, "0" * 64), models=models)
    return notes.statements


def places(statement, shift):
    """Return a statement by its words' places, each moved as ``shift`` says."""
    spans = ((statement.source,) if statement.source else (), statement.cue, statement.content)
    return (statement.mode, statement.rule, *(tuple((shift(s.start), shift(s.end)) for s in own) for own in spans))


def touches(statement, paragraphs):
    spans = (*statement.content, *statement.cue)
    return any(start <= span.start < end for span in spans for start, end in paragraphs)


@settings(max_examples=25)
@given(st.sampled_from(FILES), st.sampled_from(MARKS), st.data())
def test_a_stray_mark_leaves_the_statements_of_other_paragraphs_alone(models, file, mark, data):
    """At least 98 % stay as they were; a next paragraph that opens with a mark may go on with the stray one."""
    text = file.read_bytes().decode()
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    k = data.draw(st.integers(0, len(paragraphs) - 1))
    at = data.draw(st.integers(*paragraphs[k]))
    own = paragraphs[k : k + 1] + [p for p in paragraphs[k + 1 : k + 2] if text[p[0]] in MARKS]
    found = {places(statement, lambda x: x) for statement in statements_of(text[:at] + mark + text[at:], models)}
    others = [s for s in statements_of(text, models) if not touches(s, own)]
    kept = [s for s in others if places(s, lambda x: x + (x >= at)) in found]
    assert len(kept) >= KEPT * len(others), [s.content for s in others if s not in kept]
