"""`onrecord add` and `onrecord diff`: a record grows report by report, and says what each brings."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main, standing

pytestmark = pytest.mark.model
ROOT = Path(__file__).parent.parent.parent.parent
FERRY = ROOT / "stories/ferry_aster/reports"
UNION, HERALD, SIX, SEAWAYS = sorted(FERRY.glob("*.txt"))


@pytest.fixture
def run():
    """Run the command line; the result has an exit code, stdout and stderr."""
    return lambda *args, **extra: CliRunner().invoke(main, [str(arg) for arg in args], **extra)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Records that `build` wrote: of all four reports, of three, and of one; by name."""
    folder = tmp_path_factory.mktemp("built")
    for name, sources in (("all", [FERRY]), ("three", [UNION, HERALD, SEAWAYS]), ("one", [UNION])):
        result = CliRunner().invoke(main, ["build", *map(str, sources), "-o", str(folder / name)])
        assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def record(built, tmp_path):
    """A copy of the record of one report, or of another one."""
    return lambda name="one": shutil.copytree(built / name, tmp_path / name)


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.parametrize(
    "order",
    [
        pytest.param(order, id="-".join(p.stem[:3] for p in order))
        for order in ((HERALD, SIX, SEAWAYS), (SEAWAYS, SIX, HERALD))
    ],
)
def test_report_by_report_in_any_order_gives_what_a_build_of_all_gives(built, record, run, order):
    """Every file of the folder, byte by byte; and nothing is left beside it."""
    folder = record()
    for report in order:
        result = run("add", folder, report)
        assert result.exit_code == 0, result.output
    assert files(folder) == files(built / "all")
    assert [path.name for path in folder.parent.iterdir()] == ["one"]


def test_what_was_told_of_the_sources_is_carried_over(run, tmp_path):
    """A given day, an outlet, a document, a report that could not be read, and no vectors: all as in a build of all."""
    rows = [
        {"name": "first", "outlet": "The Post", "published": "1998-11", "text": UNION.read_text(encoding="utf-8")},
        {
            "name": "second",
            "outlet": "The Day",
            "url": "https://day.invalid/x",
            "text": HERALD.read_text(encoding="utf-8"),
        },
    ]
    for row in rows:
        (tmp_path / f"{row['name']}.jsonl").write_text(json.dumps(row) + "\n")
    (tmp_path / "empty.txt").write_text("")
    document = ("--document", SEAWAYS)
    sources = (tmp_path / "first.jsonl", tmp_path / "empty.txt", tmp_path / "second.jsonl")
    run("build", *sources, *document, "--no-vectors", "-o", tmp_path / "all")
    assert run("build", *sources[:2], "--no-vectors", "-o", tmp_path / "grown").exit_code == 3
    assert run("add", tmp_path / "grown", *document).exit_code == 0
    assert run("add", tmp_path / "grown", *sources[1:]).exit_code == 3
    assert files(tmp_path / "grown") == files(tmp_path / "all")
    assert b'"embedding": null' in files(tmp_path / "grown")["record.json"]


def test_a_file_added_twice_is_one_report(record, run):
    """It says that the text was there, and not a byte changes."""
    folder = record()
    before = files(folder)
    result = run("add", folder, UNION)
    assert result.exit_code == 0
    assert result.stdout.startswith("Nothing was added: the record had these texts already.")
    assert files(folder) == before


def told(run, folder, report, **extra):
    result = run("add", folder, report, "--json", **extra)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_report_that_only_repeats_brings_nothing_new(record, run, tmp_path):
    """Another outlet's print of a text is told by others, contradicts nobody, and shares its wording."""
    row = {"outlet": "Echo", "text": UNION.read_text(encoding="utf-8")}
    (tmp_path / "echo.jsonl").write_text(json.dumps(row) + "\n")
    brought = told(run, record(), tmp_path / "echo.jsonl")
    assert (brought["new"], brought["contradicts"], brought["unsure"]) == ([], [], [])
    assert brought["confirms"]
    assert brought["shares"]


def test_a_report_that_contradicts_is_told_with_both_sides(run, tmp_path):
    """The words of both, and the report that came is on one side of each."""
    text = "The Orsk bridge was closed on Monday. It left {} cars stranded on the east ramp, the police said."
    for name, number in (("a", "40"), ("b", "90")):
        row = {"outlet": f"Outlet {name}", "published": "1998-05-05", "text": text.format(number)}
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(row) + "\n")
    assert run("build", tmp_path / "a.jsonl", "-o", tmp_path / "out").exit_code == 0
    brought = told(run, tmp_path / "out", tmp_path / "b.jsonl")
    assert brought["new"] == []
    (found,) = brought["contradicts"]
    words = [side["evidence"][0]["exact"] for side in found["sides"]]
    assert any("40" in side for side in words)
    assert any("90" in side for side in words)
    assert any(brought["reports"] == side["reports"] for side in found["sides"])


def test_a_report_that_only_adds_is_new(record, run, tmp_path):
    """Facts that no other report has: each is new, and nothing is contradicted."""
    text = (
        "Bakers in Orsk baked 900 loaves for the harbor school on Sunday. A violin teacher lent her van to carry them."
    )
    (tmp_path / "bakers.txt").write_text(text)
    brought = told(run, record("three"), tmp_path / "bakers.txt")
    assert (brought["confirms"], brought["contradicts"], brought["differs"]) == ([], [], [])
    words = " ".join(span["exact"] for met in brought["new"] for span in met["ours"])
    assert "900 loaves" in words
    assert "violin teacher" in words
    assert brought["leaves_out"]


def test_every_line_that_is_printed_fits_and_has_words(record, run):
    """Within eighty columns; the sections stand in the order of what a desk asks first."""
    result = run("add", record("three"), SIX, env={"COLUMNS": "80"})
    lines = result.stdout.splitlines()
    assert lines[0] == "Channel Six joined 3 reports"
    assert max(map(len, lines[:-1])) <= 80
    heads = [line.split(":")[0] for line in lines if line.endswith(")") and line[0].isalpha()]
    assert [head for head in heads if head in {"Contradicts", "New", "Told by others, too"}] == [
        *("Contradicts", "New", "Told by others, too"),
    ]


def test_what_the_user_put_into_the_folder_stays(record, run):
    """Corrections, fetched bytes, notes; `build --force` keeps the corrections alone."""
    folder = record()
    (folder / "sources").mkdir()
    for name in ("sources/page.html", "notes.txt"):
        (folder / name).write_text("keep me")
    assert run("add", folder, HERALD).exit_code == 0
    assert [(folder / name).read_text() for name in ("sources/page.html", "notes.txt")] == ["keep me"] * 2


def test_an_interrupt_leaves_the_record_as_it_was_and_the_next_run_goes_on(record, built, run):
    """No half record, whenever it comes; what was parsed is kept beside it."""
    folder = record("three")
    before = files(folder)
    command = [sys.executable, "-m", "onrecord", "add", str(folder), str(SIX)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not list(folder.parent.glob(".three.work/*.parse")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted; what was read is kept in" in said
    assert files(folder) == before
    assert run("add", folder, SIX).exit_code == 0
    assert files(folder) == files(built / "all")
    assert [path.name for path in folder.parent.iterdir()] == ["three"]


def test_two_runs_at_once_lose_no_report(record, run, monkeypatch):
    """The one that comes second finds the record changed, says so, and changes nothing."""
    folder = record()
    build = standing.build_record

    def meanwhile(*args, **extra):
        text = (folder / "record.json").read_text()
        (folder / "record.json").write_text(text.replace('"title": "', '"title": "Late: ', 1))
        return build(*args, **extra)

    monkeypatch.setattr(standing, "build_record", meanwhile)
    result = run("add", folder, HERALD)
    assert result.exit_code == 1
    assert "was changed meanwhile: say the same command again [OR204]" in result.stderr
    assert len(json.loads((folder / "record.json").read_bytes())["reports"]) == 1


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(shutil.rmtree, "OR102", id="no-folder"),
        pytest.param(lambda f: (f / "record.json").unlink(), "OR102", id="no-record"),
        pytest.param(lambda f: (f / "record.json").write_text("{}"), "OR102", id="other-json"),
        pytest.param(lambda f: (f / "record.json").write_bytes(b"\x00\xff"), "OR102", id="binary"),
    ],
)
def test_a_folder_that_holds_no_record_is_named(record, run, make, says):
    """One sentence, exit code 1."""
    folder = record()
    make(folder)
    for command in (["add", folder, HERALD], ["diff", folder, folder]):
        result = run(*command)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1
        assert says in result.stderr


def test_what_cannot_be_read_changes_nothing(record, run, tmp_path):
    """It is named; the record stays."""
    folder = record()
    before = files(folder)
    (tmp_path / "odd.txt").write_bytes(b"\x89PNG....")
    for source in (tmp_path / "odd.txt", tmp_path / "missing.txt"):
        result = run("add", folder, source)
        assert result.exit_code == 1
        assert source.name in result.stderr
    assert run("add", folder).exit_code == 2
    assert files(folder) == before


def test_a_folder_that_may_not_be_written_is_refused_before_any_work(record, run, monkeypatch):
    """The advice is not the one of `build`: there is no -o here."""
    folder = record()
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = run("add", folder, HERALD)
    assert result.exit_code == 1
    assert "may not be written to" in result.stderr
    assert "with -o" not in result.stderr


def test_the_folder_one_stands_in_is_not_replaced(record, run, monkeypatch):
    """It says to go elsewhere."""
    folder = record()
    monkeypatch.chdir(folder)
    result = run("add", ".", HERALD)
    assert result.exit_code == 1
    assert "change into another folder" in result.stderr


def test_a_link_to_a_record_stays_a_link(record, run, built):
    """The folder behind it is the one that grows."""
    folder = record("three")
    link = folder.with_name("link")
    link.symlink_to(folder)
    assert run("add", link, SIX).exit_code == 0
    assert link.is_symlink()
    assert files(folder) == files(built / "all")


def test_a_record_of_another_version_is_read_anew_and_that_is_said(record, run, built):
    """What this version reads otherwise stands in the record then, too."""
    folder = record("three")
    made = json.loads((folder / "record.json").read_bytes())
    made["generator"]["version"] = "0.0.1"
    (folder / "record.json").write_text(json.dumps(made))
    result = run("add", folder, SIX)
    assert result.exit_code == 0
    assert "the record was made with onrecord 0.0.1" in result.stderr
    assert files(folder) == files(built / "all")


def test_a_record_beside_itself_differs_in_nothing(built, run):
    """And says so; as data it is empty."""
    result = run("diff", built / "all", built / "all")
    assert (result.exit_code, result.stdout) == (0, "Nothing differs: both records say the same of the same texts.\n")
    assert json.loads(run("diff", built / "all", built / "all", "--json").stdout)["empty"] is True


def test_only_what_an_added_report_changed_is_named(built, run):
    """The report, and lines of which each has its words on it, or holds words that a line of its own had before."""
    change = json.loads(run("diff", built / "three", built / "all", "--json").stdout)
    (new,) = change["reports_new"]
    assert change["reports_gone"] == change["versions"] == []
    assert all(any(new in side["reports"] for side in found["sides"]) for found in change["findings_new"])
    known = {claim["id"]: claim for claim in json.loads((built / "three/record.json").read_bytes())["claims"]}
    for line in change["claims_new"]:
        assert line["within"] in known or {span["report"] for span in line["evidence"]} == {new}


def test_a_difference_is_shown_within_eighty_columns(built, run):
    """With the words of each line."""
    result = run("diff", built / "three", built / "all", env={"COLUMNS": "80"})
    assert result.exit_code == 0
    assert result.stdout.startswith("+ report Channel Six\n")
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_two_versions_of_a_report_are_told_apart(run, tmp_path):
    """What was said and is no longer, what is new, and what reads otherwise."""
    first = (
        "The ferry left Orsk at noon on Monday. Forty people were on board. The master was not to blame, the line said."
    )
    second = (
        "The ferry left Orsk at noon on Monday. Fifty people were on board. Police questioned the master on Tuesday."
    )
    for name, text in (("old", first), ("new", second)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "ferry.txt").write_text(text)
        assert run("build", tmp_path / name / "ferry.txt", "-o", tmp_path / f"{name}-record").exit_code == 0
    change = json.loads(run("diff", tmp_path / "old-record", tmp_path / "new-record", "--json").stdout)
    (version,) = change["versions"]
    said = [tuple(side and side["exact"] for side in (c["before"], c["after"])) for c in version["changes"]]
    assert said == [
        ("Forty people were on board.", "Fifty people were on board."),
        ("The master was not to blame, the line said.", None),
        (None, "Police questioned the master on Tuesday."),
    ]
    shown = run("diff", tmp_path / "old-record", tmp_path / "new-record").stdout
    assert "+ “Fifty people were on board.”" in shown
