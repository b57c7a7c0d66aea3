"""``onrecord check``: what it prints, and how it ends."""

import json

import pytest
from click.testing import CliRunner

from onrecord.cli import main
from onrecord.model import codec
from whole_record import put, whole_record


def checked(folder, record, *args):
    (folder / "record.json").write_bytes(codec.encode(record))
    return CliRunner().invoke(main, ["check", str(folder), *args])


def test_a_sound_record_is_said_to_be_sound(tmp_path):
    """Exit code 0, and how much was looked at."""
    result = checked(tmp_path, whole_record())
    assert result.exit_code == 0
    assert result.stdout == "43 spans and 60 links in 2 reports, nothing broken\n"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        pytest.param(codec.encode(whole_record())[:900], "holds no whole record (Input data was truncated)", id="cut"),
        pytest.param(b"<!doctype html>", "holds no whole record (JSON is malformed", id="a-page"),
        pytest.param(b'{"schema": "onrecord/9"}', "this version reads 'onrecord/1'", id="later"),
    ],
)
@pytest.mark.parametrize("command", [["check"], ["show"], ["why", "c1"]], ids=lambda command: command[0])
def test_what_is_no_record_is_answered_with_what_to_do(tmp_path, raw, says, command):
    """One sentence, exit code 1, whatever was asked of it."""
    (tmp_path / "record.json").write_bytes(raw)
    result = CliRunner().invoke(main, [command[0], str(tmp_path), *command[1:]])
    assert result.exit_code == 1
    assert says in result.stderr
    assert result.stderr.endswith("; name the folder of a record, or build it again [OR102]\n")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("at", "value", "line"),
    [
        pytest.param(
            "claims[0].readings[1].amounts[0]",
            -1,
            "claims[0].readings[1].amounts[0] is -1, which is none of the amounts [OR106]",
            id="index",
        ),
        pytest.param(
            "findings[0].sides[0].evidence",
            [],
            "findings[0].sides[0].evidence has nothing, and needs 1 at the least [OR108]",
            id="evidence",
        ),
        pytest.param(
            "reports[1].body[0][1]",
            9999,
            "reports[1].body[0]: 0-9999 is no stretch of the text, or out of order [OR110]",
            id="body",
        ),
    ],
)
def test_each_breach_is_a_line_with_its_place_and_code(tmp_path, at, value, line):
    """Exit code 1, and a count at the end."""
    result = checked(tmp_path, put(whole_record(), at, value))
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == line
    assert result.stdout.splitlines()[-1].endswith("in 2 reports, 1 broken")


def test_the_result_can_be_had_as_data(tmp_path):
    """One line of JSON with the counts and the breaches."""
    result = checked(tmp_path, put(whole_record(), "claims[0].id", "c9"), "--json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert (told["spans"], told["links"]) == (43, 60)
    assert told["broken"] == [
        "generator.options.corrections[0].claims[0] is 'c1', which is none of the claims",
        "assertions[0].claim is 'c1', which is none of the claims",
        "findings[0].claims[0] is 'c1', which is none of the claims",
    ]
