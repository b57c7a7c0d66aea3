"""A folder is read whole, in one order; lists name sources."""

import pytest

from onrecord.ingest import problems
from onrecord.model import codec
from onrecord.model.record import Generator, Record, Story

RECORD = codec.encode(Record(Generator("onrecord", "0.1.0"), Story("story", "A mayor leaves"), ())).decode()
WORDS = "The mayor of Aster left on Monday."


def test_a_folder_is_read_in_order_with_those_in_it(put, read):
    """Files come sorted by their paths, and are named by them; hidden files and notes on the folder are none."""
    names = ["b.txt", "a.txt", "c/d.txt", "c/e/f.txt", ".hidden.txt", ".git/x.txt", "README.md", "source.json"]
    reports, unread = read(put({name: f"{WORDS} {name}" for name in names}))
    assert ([report.name for report in reports], unread) == (["a.txt", "b.txt", "c/d.txt", "c/e/f.txt"], [])


@pytest.mark.parametrize(
    ("files", "code", "told"),
    [
        pytest.param({".keep": ""}, problems.NO_REPORTS, "holds no report;", id="empty"),
        pytest.param({"a/.keep": ""}, problems.NO_REPORTS, "holds no report;", id="empty-folders"),
        pytest.param({"a.png": b"\x89PNG"}, problems.NO_REPORTS, "holds no report (a.png)", id="only-pictures"),
        pytest.param({"record.json": RECORD, "claims.csv": "text\n" + WORDS}, problems.RECORD, "show", id="a-record"),
    ],
)
def test_a_folder_without_reports_is_told(put, read, files, code, told):
    """A folder from which nothing can be read is one problem."""
    reports, (problem,) = read(put(files))
    assert (reports, problem.code) == ([], code)
    assert told in problem.message


def test_files_of_other_kinds_are_named_once(put, read):
    """What is passed over is named in one problem, not one for each."""
    reports, (problem,) = read(put({"a.txt": WORDS, "b.xyz": "?", "c.png": b"\x89PNG"}))
    assert (len(reports), problem.code) == (1, problems.OTHER_KINDS)
    assert "2 files of other kinds passed over (b.xyz, c.png)" in problem.message


def test_a_bad_file_costs_only_itself(put, read):
    """The others of a folder are read, and the problem names the file with its folder."""
    folder = put({"a.txt": "", "b.txt": WORDS})
    (report,), (problem,) = read(folder)
    assert (report.name, problem.code) == ("b.txt", problems.EMPTY)
    assert str(folder / "a.txt") in problem.message


def test_a_record_that_lies_in_a_folder_is_passed_over(put, read):
    """What `onrecord build` wrote beside the reports is not read as a report the next time."""
    reports, unread = read(put({"a.txt": WORDS, "record/record.json": RECORD, "record/claims.csv": "text\n" + WORDS}))
    assert ([report.name for report in reports], unread) == (["a.txt"], [])


def test_a_loop_of_folders_ends(put, read):
    """A link that leads back up is told, and the files are read once."""
    folder = put({"a/b.txt": WORDS})
    (folder / "a" / "loop").symlink_to(folder, target_is_directory=True)
    reports, (problem,) = read(folder)
    assert ([report.name for report in reports], problem.code) == (["a/b.txt"], problems.LOOP)


def test_a_list_names_sources(put, read):
    """A list has one source a line, with remarks and blank lines; paths count from where it lies."""
    folder = put(
        {
            "lists/urls.txt": "\ufeff# today\n\n../a.txt\r\n  sub \nfile:///x\n",
            "a.txt": WORDS,
            "lists/sub/b.txt": "Six of them left.",
        }
    )
    reports, (problem,) = read(f"@{folder}/lists/urls.txt")
    assert ([report.name for report in reports], problem.code) == (["a.txt", "b.txt"], problems.ADDRESS)


def test_a_list_may_have_its_mark_in_its_name(put, read):
    """A list called @urls.txt is read as one by its path; in a folder it is told, for nothing is fetched unasked."""
    folder = put({"lists/@urls.txt": "../a.txt\n", "a.txt": WORDS})
    (report,), _ = read(folder / "lists" / "@urls.txt")
    assert report.name == "a.txt"
    _, (problem,) = read(folder / "lists")
    assert problem.code == problems.LIST


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param("# nothing\n\n", problems.NO_REPORTS, id="no-source"),
        pytest.param("@list.txt\n", problems.LOOP, id="itself"),
        pytest.param(b"PK\x03\x04", problems.BINARY, id="an-archive"),
    ],
)
def test_a_list_that_leads_nowhere_is_told(put, read, content, code):
    """A list without a source, or that names itself, is a problem."""
    reports, (problem,) = read(f"@{put({'list.txt': content})}/list.txt")
    assert (reports, problem.code) == ([], code)
