"""Records as bytes and back; the JSON Schema; the check that a record stands on its texts."""

from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.errors import WrongSchemaError
from onrecord.model.claims import AssertionLine
from onrecord.model.marks import Annotations
from onrecord.model.record import SCHEMA, Record
from onrecord.model.span import Span

ADVICE = "; name the folder of a record, or build it again"
"""What to do about a file that is no record, or not one of this version."""


def encode(record: Record) -> bytes:
    """Return a record as JSON in UTF-8, one space of indent, fields in the order of the format."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def decode(raw: bytes, *, path: str = "record") -> Record:
    """Read a record from JSON.

    Args:
        raw: The bytes of a ``record.json``.
        path: Where they come from, for the message of an error.

    Raises:
        WrongSchemaError: If they are no JSON, or no record of this schema; the message names the place.
    """
    try:
        tree = msgspec.json.decode(raw)
        schema = tree.get("schema") if isinstance(tree, dict) else None
        if schema != SCHEMA:
            raise WrongSchemaError(path, f"its schema is {schema!r}, this version reads {SCHEMA!r}{ADVICE}")
        return msgspec.convert(tree, Record)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
        raise WrongSchemaError(path, f"holds no whole record ({error}){ADVICE}") from error


def encode_annotations(notes: Annotations) -> bytes:
    """Return what one report shows as one line of JSON, without the parse."""
    lines = tuple(AssertionLine(a.id, a.report, a.evidence) for a in notes.assertions)
    return msgspec.json.encode(
        {
            "schema": SCHEMA,
            "report": notes.report,
            "entities": notes.entities,
            "times": notes.times,
            "amounts": notes.amounts,
            "statements": notes.statements,
            "assertions": lines,
            "problems": notes.problems,
        }
    )


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a record."""
    return msgspec.json.schema(Record)


def spans_of(value: object) -> Iterator[Span]:
    """Yield every span inside a value of the model, depth first, in the order of the fields."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_of(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from spans_of(part)
