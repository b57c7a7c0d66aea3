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


def places(statement, own, shift=int):
    """Return a statement by its words' places outside some paragraphs, each moved as ``shift`` says."""
    spans = ((statement.source,) if statement.source else (), statement.cue, statement.content)
    return (
        statement.mode,
        statement.rule,
        *(tuple((shift(s.start), shift(s.end)) for s in part if not stands_in(s, own)) for part in spans),
    )


def stands_in(span, paragraphs):
    return any(start <= span.start < end for start, end in paragraphs)


@settings(max_examples=25)
@given(st.sampled_from(FILES), st.sampled_from(MARKS), st.data())
def test_a_stray_mark_leaves_the_statements_of_other_paragraphs_alone(models, file, mark, data):
    """At least 98 % stay as they were.

    A next paragraph that opens with a mark may go on with the stray one, and both with the speaker before them: a
    quotation over several paragraphs looks like that.
    """
    text = file.read_bytes().decode()
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    k = data.draw(st.integers(0, len(paragraphs) - 1))
    at = data.draw(st.integers(*paragraphs[k]))
    own = paragraphs[k : k + 1] + [p for p in paragraphs[k + 1 : k + 2] if text[p[0]] in MARKS]
    wider = [(start + (start > at), end + 1) for start, end in own]
    found = {places(statement, wider) for statement in statements_of(text[:at] + mark + text[at:], models)}
    others = [s for s in statements_of(text, models) if not any(stands_in(x, own) for x in (*s.content, *s.cue))]
    kept = [s for s in others if places(s, own, lambda x: x + (x >= at)) in found]
    assert len(kept) >= KEPT * len(others), [s.content for s in others if s not in kept]
