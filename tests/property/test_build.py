"""The laws of a whole record: same bytes in any order, copies add nothing, strange texts lose nothing."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import onrecord
from leaving_out import leaving_out
from onrecord.api import as_sources
from onrecord.ingest import read_reports
from onrecord.model import codec
from onrecord.model.laws import find_broken_laws
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.pipeline import build_record

ROOT = Path(__file__).parent.parent.parent
STORIES = ROOT / "stories"
FERRY = STORIES / "ferry_aster/reports"
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
    spans = list(codec.spans_of(notes))
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


@pytest.mark.parametrize("story", ["ferry_aster", "rail_strike", "museum_theft"])
def test_a_copy_under_another_outlet_changes_nothing_but_its_own_column(models, records, story):
    """Adding a copy of a report adds no finding and no origin, and every line of the others stays as it is."""
    reports = [item for item in read_reports([str(STORIES / story / "reports")]) if isinstance(item, Report)]
    alone = leaving_out(records[story], "rzz")
    for original in reports:
        copy = msgspec.structs.replace(original, id=ReportId("rzz"), name="zz_copy.txt", outlet="ZZ Copy")
        record = build_record([*reports, copy], models=models)
        assert len(record.findings) == len(records[story].findings)
        assert len(record.origins) == len(records[story].origins)
        assert leaving_out(record, "rzz") == alone, original.name


@pytest.mark.parametrize(
    ("name", "n_denied"),
    [("000_union_telegraph", 1), ("001_kallport_herald", 0), ("002_channel_six", 1), ("003_seaways_weekly", 1)],
)
def test_a_report_against_itself_gives_no_finding(models, name, n_denied):
    """The same words twice, under two outlets, differ in nothing.

    What is found is what the report shows alone, two parties in it of whom one denies the other; both reports stand
    on both sides of that.
    """
    text = (FERRY / f"{name}.txt").read_text(encoding="utf-8")
    both, alone = (
        build_record([a_report(text, outlet) for outlet in outlets], models=models) for outlets in ("AB", "A")
    )
    assert leaving_out(both, "rb") == leaving_out(alone, "rb")
    assert [finding.aspect for finding in both.findings] == ["status"] * n_denied
    assert {side.reports for finding in both.findings for side in finding.sides} <= {("ra", "rb")}


@settings(max_examples=15)
@given(st.lists(TEXTS, min_size=1, max_size=4, unique=True), st.integers(0, 3))
@example(texts=["\x1b"], first=0)
def test_a_record_grown_from_a_part_of_its_reports_is_the_record_of_all(models, texts, first):
    """What a record keeps of its reports is enough to build it again, alone and with further ones."""
    reports = [a_report(text, f"Outlet {k}") for k, text in enumerate(texts)]
    whole = build_record(reports, models=models)
    again, _ = as_sources(whole)
    assert codec.encode(build_record(again, models=models)) == codec.encode(whole)
    part, _ = as_sources(build_record(reports[: first + 1], models=models))
    assert codec.encode(build_record((*part, *reports[first + 1 :]), models=models)) == codec.encode(whole)


def test_two_builds_give_the_same_bytes(models, ferry):
    """No clock, no randomness."""
    again = onrecord.build([FERRY], models=models)
    assert codec.encode(again) == codec.encode(ferry)
