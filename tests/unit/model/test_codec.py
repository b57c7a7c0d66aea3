"""Records as bytes and back."""

import json

import pytest

from onrecord.errors import WrongSchemaError
from onrecord.model import codec
from onrecord.model.marks import Annotations, Assertion
from onrecord.model.record import SCHEMA
from onrecord.model.span import Span
from onrecord.model.words import Parse
from whole_record import put, tree_of, whole_record


def test_a_record_is_written_in_the_order_of_the_format():
    """One field below the other, in UTF-8, the same bytes every time; it comes back as it was."""
    raw = codec.encode(whole_record())
    assert codec.encode(whole_record()) == raw
    assert raw.startswith(b'{\n "generator": {\n')
    assert raw.endswith(b"}\n")
    assert list(json.loads(raw)) == list(whole_record().__struct_fields__)
    assert codec.decode(raw) == whole_record()


def test_letters_stay_as_they_are():
    """No escapes: a record can be searched with any tool."""
    record = put(whole_record(), "story.title", "Überflutung 😀 “so”")
    assert "Überflutung 😀 “so”".encode() in codec.encode(record)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"schema": "onrecord/2"}, "its schema is 'onrecord/2'", id="another-schema"),
        pytest.param({"reports": 3}, "$.reports", id="another-type"),
        pytest.param({"story": {"id": "s"}}, "title", id="a-field-missing"),
        pytest.param(
            {"problems": [{"code": "x", "message": "y", "span": {"report": "r1", "start": 4, "end": 4, "exact": ""}}]},
            "$.problems[0].span",
            id="an-empty-span",
        ),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(change, says):
    """With the file, and the path of what is wrong in it."""
    raw = json.dumps({**tree_of(whole_record()), **change}).encode()
    with pytest.raises(WrongSchemaError) as caught:
        codec.decode(raw, path="here.json")
    assert str(caught.value).startswith("here.json: ")
    assert says in str(caught.value)


def test_a_field_that_a_later_version_adds_is_passed_over():
    """So that an older program reads a record that only says more."""
    raw = json.dumps({**tree_of(whole_record()), "mood": "fair"}).encode()
    assert codec.decode(raw) == whole_record()


def test_annotations_are_one_line_without_the_parse():
    """What one report shows, in the names of the format; an assertion keeps its words alone."""
    report = whole_record().reports[0]
    span = report.span(0, 7)
    assertion = Assertion("a1", report.id, "phrase", (span,), 0, 0, (0,))
    line = codec.encode_annotations(Annotations(report, Parse((), (), (), ()), assertions=(assertion,)))
    assert line.count(b"\n") == 0
    told = json.loads(line)
    assert list(told) == [
        *("schema", "report", "entities", "times", "amounts", "statements", "assertions", "problems"),
    ]
    assert told["schema"] == SCHEMA
    assert told["assertions"] == [{"id": "a1", "report": "r1", "evidence": [tree_of(span)], "claim": None}]


def test_every_span_of_a_value_is_found_once():
    """At any depth, in the order of the fields; what is no value of the model holds none."""
    record = whole_record()
    raw = codec.encode(record)
    assert len(list(codec.spans_of(record))) == raw.count(b'"exact": "')
    assert all(isinstance(span, Span) for span in codec.spans_of(record))
    assert list(codec.spans_of(("words", 3, None))) == []


def test_the_schema_names_every_list_of_a_record():
    """A program in another language can check a record by it."""
    schema = codec.json_schema()
    properties = schema["$defs"]["Record"]["properties"]
    assert set(properties) == set(whole_record().__struct_fields__)
    assert properties["claims"]["items"] == {"$ref": "#/$defs/Claim"}
