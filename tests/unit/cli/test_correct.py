"""`onrecord correct`: what a person says of a record survives each build, and is refused whole if it cannot hold."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main

pytestmark = pytest.mark.model
ROOT = Path(__file__).parent.parent.parent.parent
UNION, HERALD, SIX, SEAWAYS = sorted((ROOT / "stories/ferry_aster/reports").glob("*.txt"))
SIGNED = 'who = "M. Arden"\nwhen = 1998-11-18\nwhy = "I asked the coastguard."\n'
LIFEBOATS = ("Only one of its six lifeboats", "Two of the six lifeboats")
DOOR, BULLETIN = "the bow door had leaked", "The last bulletin to reach the ship"


def correction(kind, *words, more=""):
    """A correction of words that stand in one of the two reports."""
    union = UNION.read_text(encoding="utf-8")
    tables = ", ".join(
        f"{{report = {json.dumps((UNION if w in union else HERALD).name)}, words = {json.dumps(w)}}}" for w in words
    )
    return f"[[correction]]\nkind = {json.dumps(kind)}\nwords = [{tables}]\n{SIGNED}{more}\n"


ALL = "\n".join(
    (
        correction("wrong", *LIFEBOATS),
        correction("merge", DOOR, BULLETIN),
        correction("split", "had been weeping since September"),
        correction("speaker", "deeply regrets the loss of the Aster", more='speaker = "Rolf Dahm"'),
        correction("date", "passed fit in October", more='date = "1998-10-08"'),
    )
)


@pytest.fixture
def run():
    """Run the command line; the result has an exit code, stdout and stderr."""
    return lambda *args, **extra: CliRunner().invoke(main, [str(arg) for arg in args], **extra)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The record of two reports, without corrections."""
    folder = tmp_path_factory.mktemp("built") / "two"
    result = CliRunner().invoke(main, ["build", str(UNION), str(HERALD), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def record(built, tmp_path):
    """A copy of that record."""
    return shutil.copytree(built, tmp_path / "two")


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def load(folder):
    return json.loads((folder / "record.json").read_bytes())


def claims_with(record, words):
    return [c for c in record["claims"] if any(words in s["exact"] for r in c["readings"] for s in r["evidence"])]


def check_all(folder):
    """Each of the five corrections holds, and the record stands on its texts."""
    made = load(folder)
    assert not [
        f
        for f in made["findings"]
        if {s["evidence"][0]["exact"] for s in f["sides"]} >= {"one", "Two"} and f["aspect"] == "amount"
    ]
    assert {c["id"] for c in claims_with(made, DOOR)} & {c["id"] for c in claims_with(made, BULLETIN)}
    (apart,) = claims_with(made, "had been weeping since September")
    (herald,) = [report["id"] for report in made["reports"] if report["name"] == HERALD.name]
    assert {reading["report"] for reading in apart["readings"]} == {herald}
    names = {entity["id"]: entity["name"] for entity in made["entities"]}
    (said,) = [s for s in made["statements"] if "deeply regrets" in s["content"][0]["exact"] and s["report"] == herald]
    assert names[said["speaker"]] == "Rolf Dahm"
    days = {
        time["value"]
        for time in made["times"]
        if time["span"]["exact"] == "October" and time["span"]["report"] == herald
    }
    assert days == {"1998-10-08"}
    kinds = [one["kind"] for one in made["generator"]["options"]["corrections"]]
    assert kinds == ["wrong", "merge", "split", "speaker", "date"]
    assert CliRunner().invoke(main, ["check", str(folder)]).exit_code == 0


def test_each_kind_survives_a_rebuild_with_a_further_report(record, run, tmp_path):
    """Applied, shown as corrected, applied again when a report joins; and a build of all gives the same bytes."""
    (record / "corrections.toml").write_text(ALL, encoding="utf-8")
    result = run("correct", record)
    assert result.exit_code == 0, result.output
    assert "no difference: taken out: conflict of amount" in result.stdout
    check_all(record)
    assert "Corrected by hand (5)" in (record / "record.md").read_text(encoding="utf-8")
    assert 'id="corrections"' in (record / "record.html").read_text(encoding="utf-8")
    assert run("add", record, SEAWAYS).exit_code == 0
    check_all(record)
    whole = run("build", UNION, HERALD, SEAWAYS, "--corrections", record / "corrections.toml", "-o", tmp_path / "whole")
    assert whole.exit_code == 0, whole.output
    assert files(tmp_path / "whole") == files(record)


def test_without_the_file_the_record_is_what_the_reports_give(record, built, run):
    """Corrections that are taken away leave nothing behind; `build --force` keeps them, and heeds them."""
    (record / "corrections.toml").write_text(correction("wrong", *LIFEBOATS))
    assert run("build", UNION, HERALD, "-o", record, "--force").exit_code == 0
    assert len(load(record)["findings"]) == len(load(built)["findings"]) - 1
    (record / "corrections.toml").unlink()
    result = run("correct", record)
    assert result.stdout == "Nothing is corrected: the record is what the reports alone give.\n"
    assert files(record) == files(built)


def test_what_has_nothing_left_to_change_is_said(record, run):
    """A finding may be gone before it is called wrong; that stops nothing."""
    (record / "corrections.toml").write_text(correction("wrong", "Lena Forss had taken", "Only one of its six"))
    result = run("correct", record)
    assert result.exit_code == 0
    assert "no difference is found here any more" in result.stdout


STALE = [
    pytest.param("", "OR801", id="empty"),
    pytest.param(ALL + "why", "OR801", id="no-toml"),
    pytest.param(ALL.replace('kind = "split"', 'kind = "part"'), "OR801", id="unknown-kind"),
    pytest.param(ALL.replace(DOOR, "the stern door had leaked"), "OR802", id="gone"),
    pytest.param(ALL.replace(DOOR, "the"), "OR802", id="many-times"),
    pytest.param(ALL.replace("Rolf Dahm", "Rolf Damm"), "OR802", id="no-such-name"),
    pytest.param(ALL.replace("passed fit in October", "29 winched up"), "OR802", id="no-date"),
]


@pytest.mark.parametrize(("text", "code"), STALE)
def test_a_file_that_cannot_be_applied_changes_nothing(record, run, text, code):
    """One sentence, exit code 1; whether it is asked for alone, or a report is to join."""
    (record / "corrections.toml").write_text(text, encoding="utf-8")
    before = files(record)
    joining = code == "OR801" or "stern door" in text  # reading all texts anew takes long: once is enough
    for command in (("correct", record), *[("add", record, SEAWAYS)] * joining):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1
        assert result.stderr.endswith(f"[{code}]\n")
        assert files(record) == before
        assert [path.name for path in record.parent.iterdir()] == ["two"]


def test_a_file_that_cannot_be_read_is_named(record, run):
    """A folder in its place; nothing is changed."""
    (record / "corrections.toml").mkdir()
    result = run("correct", record)
    assert result.exit_code == 1
    assert "cannot be read (Is a directory); make it a file that you may read [OR801]" in result.stderr


def test_a_build_never_replaces_the_corrections_of_a_record(record, run, tmp_path):
    """Given others, it says so and changes nothing."""
    (record / "corrections.toml").write_text(correction("wrong", *LIFEBOATS))
    (tmp_path / "other.toml").write_text(ALL, encoding="utf-8")
    before = files(record)
    result = run("build", UNION, HERALD, "--corrections", tmp_path / "other.toml", "-o", record, "--force")
    assert result.exit_code == 1
    assert "has a corrections.toml of its own" in result.stderr
    assert files(record) == before


def test_why_tells_what_was_joined_by_hand(record, run):
    """What the program makes of it is told all the same."""
    (record / "corrections.toml").write_text(correction("merge", DOOR, BULLETIN))
    run("correct", record)
    (claim,) = load(record)["generator"]["options"]["corrections"][0]["claims"]
    result = run("why", record, claim)
    assert result.exit_code == 0
    assert f"{claim} was corrected by hand" in result.stderr
    assert "a copy" not in result.stdout


def test_corrections_are_data_too(record, run):
    """`--json` has each with its words and the claims that it changed."""
    (record / "corrections.toml").write_text(correction("merge", DOOR, BULLETIN))
    told = json.loads(run("correct", record, "--json").stdout)
    (one,) = told["corrections"]
    assert [span["exact"] for span in one["evidence"]] == [DOOR, BULLETIN]
    assert len(one["claims"]) == 1


def test_each_correction_that_cannot_be_applied_has_a_line_of_its_own(record, run):
    """A user mends them all at once; names that would break a line do not."""
    (record / "corrections.toml").write_text(ALL.replace(DOOR, "a door").replace("Rolf Dahm", "Rolf Damm"))
    lines = run("correct", record).stderr.splitlines()
    assert [line.split(":")[1] for line in lines] == [" correction 2 (merge)", " correction 4 (speaker)"]
