"""The laws of the values: spans, codec, schema."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SpanError, WrongSchemaError
from onrecord.model import codec
from onrecord.model.claims import Claim, Reading
from onrecord.model.laws import find_broken_laws
from onrecord.model.links import AT_LEAST, LINKS, walk
from onrecord.model.marks import Amount, Entity, Mention, Problem, Time
from onrecord.model.record import Generator, Record, Story
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId, Span
from whole_record import put

PIECES = ["“", "”", '"', "'", "’", "\r\n", "\n\n", "\n", "é", "e\u0301", "😀", "👩‍🚒", "\ufeff", "\u202e", "\x00", "ß"]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=30).map("".join)


@st.composite
def reports_with_spans(draw):
    """A report and up to five spans of it."""
    text = draw(TEXTS.filter(bool))
    report = Report(ReportId("r1"), "a.txt", text, "0" * 64, outlet=draw(st.none() | st.text(max_size=5)))
    spans = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text) - 1))
        spans.append(report.span(start, draw(st.integers(start + 1, len(text)))))
    return report, spans


@st.composite
def records(draw):
    """A small record whose every line stands on a span of its report."""
    report, spans = draw(reports_with_spans())
    first = spans[0]
    return Record(
        generator=Generator("onrecord", "0"),
        story=Story("story", draw(st.text(max_size=10))),
        reports=(msgspec.structs.replace(report, published=Published(evidence=(first,))),),
        entities=(Entity("e1", "A", "person", mentions=tuple(Mention(span, "name") for span in spans)),),
        times=(Time(first, "date", None),),
        amounts=(Amount(spans[-1], "1.5"),),
        claims=(
            Claim("c1", "a", None, 0.5, (Reading(report.id, "full", tuple(spans), "happened", amounts=(0,)),)),
            Claim("c2", "b", "t", 0.25, (Reading(report.id, "part", (first,), "view", times=(0,)),)),
        ),
        problems=(Problem("OR311", "this mark is never closed", report.id, first),),
    )


@given(reports_with_spans())
def test_a_span_repeats_the_words_it_points_at(drawn):
    """`exact == text[start:end]`, whatever the text is made of."""
    report, spans = drawn
    assert all(report.text_of(span) == span.exact == report.text[span.start : span.end] for span in spans)


@given(records())
def test_a_record_comes_back_from_its_bytes(record):
    """decode(encode(x)) == x, and the bytes are the same."""
    raw = codec.encode(record)
    assert codec.decode(raw) == record
    assert codec.encode(codec.decode(raw)) == raw


@given(records())
def test_a_sound_record_breaks_no_law(record):
    """Nothing is found where nothing is wrong."""
    assert list(find_broken_laws(record)) == []


@pytest.mark.model
@given(st.data())
def test_each_broken_link_of_a_built_record_is_named(ferry, data):
    """Whichever id or index of a real record leads nowhere, `check` names its place."""
    links = [place for place in walk(ferry) if place.path in LINKS and isinstance(place.value, str | int)]
    path = data.draw(st.sampled_from(sorted({place.path for place in links})))
    place = data.draw(st.sampled_from([place for place in links if place.path == path]))
    dead = data.draw(st.integers(-9, -1) | st.integers(10**6)) if isinstance(place.value, int) else "nobody"
    broken = list(find_broken_laws(put(ferry, place.at, dead)))
    assert f"{place.at} is {dead!r}, which is none of the {LINKS[path]}" in {problem.message for problem in broken}


@pytest.mark.model
@given(st.data())
def test_each_missing_evidence_of_a_built_record_is_named(ferry, data):
    """Whichever list of words or sides of a real record is emptied, `check` names its place."""
    lists = [place for place in walk(ferry) if place.path in AT_LEAST and isinstance(place.value, tuple)]
    path = data.draw(st.sampled_from(sorted({place.path for place in lists})))
    place = data.draw(st.sampled_from([place for place in lists if place.path == path]))
    broken = list(find_broken_laws(put(ferry, place.at, [])))
    assert f"{place.at} has nothing, and needs {AT_LEAST[path]} at the least" in {problem.message for problem in broken}


@pytest.mark.parametrize(
    ("start", "end", "exact"),
    [
        pytest.param(3, 3, "", id="empty"),
        pytest.param(-1, 1, "ab", id="below-zero"),
        pytest.param(0, 2, "a", id="other-length"),
    ],
)
def test_no_span_is_empty_or_of_another_length(start, end, exact):
    """A span that points at nothing cannot be made."""
    with pytest.raises(SpanError):
        Span(ReportId("r1"), start, end, exact)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        pytest.param(b"", "Input data was truncated", id="empty"),
        pytest.param(b"[]", "its schema is None", id="no-record"),
        pytest.param(b'{"schema": "onrecord/9"}', "onrecord/9", id="other-schema"),
        pytest.param(b'{"schema": "onrecord/1", "reports": 3}', "", id="wrong-type"),
        pytest.param(b"\xff\xfe", "", id="not-utf8"),
    ],
)
def test_what_is_no_record_is_refused_with_its_path(raw, says):
    """A bad file is answered with its path and the place."""
    with pytest.raises(WrongSchemaError, match=r"here\.json") as caught:
        codec.decode(raw, path="here.json")
    assert says in str(caught.value)
