"""The laws of a whole record: same bytes in any order, copies add nothing, strange texts lose nothing."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.ingest import read_reports
from onrecord.model import codec
from onrecord.model.laws import find_broken_laws
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.pipeline import build_record

ROOT = Path(__file__).parent.parent.parent
FERRY = ROOT / "stories/ferry_aster/reports"
WORDS = [
    "The ferry sank.",
    "Minister Greta Amundal said: “We know of no fault in the ship,”",
    '"I never saw it"',
    "‘It's old’, he told the Herald",
    "At least 23 people died on Friday, 13 November.",
    "up to 5 % by 1999",
    "Read more: the storm",
    "KALLPORT (UT) -",
    "\r\n",
    "\n\n",
    "“",
    "”",
    "«",
    "'",
    "😀👩‍🚒",
    "e\u0301\u202e",
    "$1.2 billion",
    "- said Rist -",
    "(",
    "…",
    "\t",
    "According to the coastguard, 41 bodies had been found, the agency reported.",
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), min_size=1, max_size=14).map(" ".join)

pytestmark = pytest.mark.model


def a_report(text: str, outlet: str = "Herald") -> Report:
    return Report(ReportId(f"r{outlet.lower()}"), f"{outlet}.txt", text, "0" * 64, outlet=outlet)


@given(TEXTS)
def test_any_text_is_annotated_with_sound_spans(models, text):
    """No exception, every span exact, and every sentence of the body stands in some assertion or problem."""
    notes = onrecord.annotate_report(a_report(text), models=models)
    spans = list(codec.spans_of(msgspec.structs.replace(notes, parse=notes.parse)))
    assert all(text[span.start : span.end] == span.exact for span in spans)
    told = [span for a in notes.assertions for span in a.evidence] + [p.span for p in notes.problems if p.span]
    for sentence in notes.parse.sentences:
        words = notes.parse.words_of(sentence)
        start, end = words[0].start, words[-1].end
        if notes.report.in_body(start) and any(word.pos not in {"PUNCT", "SYM", "SPACE", "X"} for word in words):
            assert any(span.start < end and start < span.end for span in told), text[start:end]


@settings(max_examples=15)
@given(st.lists(TEXTS, min_size=1, max_size=4, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_no_byte(models, texts, random):
    """Same input, same bytes, in whatever order the files are given; and the record keeps its laws."""
    reports = [a_report(text, f"Outlet {k}") for k, text in enumerate(texts)]
    record = build_record(reports, models=models)
    random.shuffle(reports)
    assert codec.encode(build_record(reports, models=models)) == codec.encode(record)
    assert list(find_broken_laws(record)) == []


def cells_of(record, leave_out=()):
    """Return what a record says of each claim, by the words it stands on; reports by name."""
    names = {r.id: r.name for r in record.reports if r.name not in leave_out}
    return sorted(
        (
            sorted(
                (names[r.report], r.support, [s.exact for s in r.evidence]) for r in c.readings if r.report in names
            ),
            sorted(names[report] for report in c.silent if report in names),
            sorted((names[u.report], u.nearest.exact) for u in c.unsure if u.report in names),
        )
        for c in record.claims
    )


def test_a_copy_under_another_outlet_moves_no_other_cell(models, ferry):
    """Adding a copy of a report adds no finding, and every cell of the other reports stays as it is."""
    reports = [item for item in read_reports([str(FERRY)]) if isinstance(item, Report)]
    for original in reports:
        copy = msgspec.structs.replace(original, id=ReportId("rcopy"), name="zzz_copy.txt", outlet="Copy of the Day")
        record = build_record([*reports, copy], models=models)
        assert cells_of(record, leave_out=("zzz_copy.txt",)) == cells_of(ferry)
        assert len(record.findings) == len(ferry.findings)
        assert len(record.origins) == len(ferry.origins)


def test_a_report_against_itself_gives_no_finding(models):
    """The same words twice, under two outlets, differ in nothing."""
    text = (FERRY / "000_union_telegraph.txt").read_text(encoding="utf-8")
    record = build_record([a_report(text, "A"), a_report(text, "B")], models=models)
    within = [f for f in record.findings if len({span.report for side in f.sides for span in side.evidence}) > 1]
    assert [f for f in within if not any(len({*side.reports}) == 2 for side in f.sides)] == []


def test_two_builds_give_the_same_bytes(models, ferry):
    """No clock, no randomness."""
    again = onrecord.build([FERRY], models=models)
    assert codec.encode(again) == codec.encode(ferry)
