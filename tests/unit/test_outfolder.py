"""The folder that a record is written to: whole or not at all, and never in place of anything else."""

import os
import signal
import stat

import pytest

from onrecord.errors import NotUpdatedError, OutputExistsError, OutputWriteError
from onrecord.outfolder import LONGEST_NAME, RECORD_FILE, check_record, check_target, put_in_place, replaced_folder


def filled(folder, **files):
    folder.mkdir()
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text)
    return folder


def write(target, text, *, force=False):
    with replaced_folder(target, force=force) as beside:
        (beside / RECORD_FILE).write_text(text)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_folder_is_made_with_those_above_it(tmp_path):
    """And nothing is left beside it; others may read it, as any folder."""
    write(tmp_path / "a" / "b", "new")
    assert names(tmp_path / "a") == ["b"]
    assert (tmp_path / "a" / "b" / RECORD_FILE).read_text() == "new"
    plain = tmp_path / "plain"
    plain.mkdir()
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(lambda p: p.write_text("a file"), "no record", id="file"),
        pytest.param(lambda p: filled(p, letter_txt="keep me"), "no record", id="other-folder"),
        pytest.param(lambda p: p.symlink_to("nowhere"), "no record", id="link-to-nowhere"),
    ],
)
@pytest.mark.parametrize("force", [True, False])
def test_what_is_no_record_is_never_replaced(tmp_path, make, says, force):
    """Not even with force."""
    target = tmp_path / "x"
    make(target)
    before = target.lstat()
    with pytest.raises(OutputExistsError, match=says):
        write(target, "new", force=force)
    assert target.lstat() == before
    assert names(tmp_path) == ["x"]


def test_a_record_is_replaced_when_asked_and_an_empty_folder_always(tmp_path):
    """Without being asked, a record stays."""
    record = filled(tmp_path / "x", record_json="old", more_csv="old")
    with pytest.raises(OutputExistsError, match="force=True"):
        write(record, "new")
    assert (record / RECORD_FILE).read_text() == "old"
    write(record, "new", force=True)
    assert names(record) == [RECORD_FILE]
    write(filled(tmp_path / "y"), "new")
    assert names(tmp_path) == ["x", "y"]


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ZeroDivisionError, MemoryError])
def test_what_stops_the_writing_leaves_everything_as_it_was(tmp_path, stop):
    """No half record, no folder beside."""
    record = filled(tmp_path / "x", record_json="old")
    with pytest.raises(stop), replaced_folder(record, force=True) as beside:  # noqa: PT012 - the block is stopped
        (beside / RECORD_FILE).write_text("half")
        raise stop
    assert names(tmp_path) == ["x"]
    assert (record / RECORD_FILE).read_text() == "old"


def test_what_came_there_meanwhile_stays(tmp_path):
    """Of two runs with one target the faster one has it."""
    with pytest.raises(OutputExistsError), replaced_folder(tmp_path / "x", force=False) as beside:  # noqa: PT012 - a race
        (beside / RECORD_FILE).write_text("slow")
        filled(tmp_path / "x", record_json="fast")
    assert names(tmp_path) == ["x"]
    assert (tmp_path / "x" / RECORD_FILE).read_text() == "fast"


def test_a_full_disk_is_said_and_leaves_everything_as_it_was(tmp_path):
    """The system's word for it stands in the message."""
    with pytest.raises(OutputWriteError, match="No space left"), replaced_folder(tmp_path / "x", force=False):
        raise OSError(28, "No space left on device")
    assert names(tmp_path) == []


def test_an_interrupt_amid_the_renames_waits_for_them(tmp_path, monkeypatch):
    """Then it comes; the new record stands, and the old one is gone."""
    record, beside = filled(tmp_path / "x", record_json="old"), filled(tmp_path / ".x", record_json="new")
    rename = type(record).rename

    def interrupted(self, target):
        os.kill(os.getpid(), signal.SIGINT)
        return rename(self, target)

    monkeypatch.setattr(type(record), "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        put_in_place(beside, record)
    assert names(tmp_path) == ["x"]
    assert (record / RECORD_FILE).read_text() == "new"


@pytest.mark.parametrize(
    ("target", "says"),
    [
        pytest.param("file/x", "file is a file", id="below-a-file"),
        pytest.param("file/x/y", "file is a file", id="far-below-a-file"),
        pytest.param("x" * (LONGEST_NAME + 1), "name is too long", id="long-name"),
        pytest.param("x" * 5000 + "/y", "File name too long", id="long-path"),
    ],
)
def test_a_place_that_cannot_be_written_is_refused_before_any_work(tmp_path, target, says):
    """The message names the place and the reason."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputWriteError, match=says):
        check_target(tmp_path / target, force=False)


def test_a_folder_of_others_is_refused(tmp_path, monkeypatch):
    """Before any work is done; root may write everywhere, so the system's answer is given here."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OutputWriteError, match="may not be written to"):
        check_target(tmp_path / "x", force=False)


def test_the_folder_one_stands_in_is_not_replaced(tmp_path, monkeypatch):
    """The shell would stand in a folder that is no more."""
    filled(tmp_path / "x", record_json="old")
    monkeypatch.chdir(tmp_path / "x")
    with pytest.raises(OutputExistsError, match="in use"):
        check_target(tmp_path / "x", force=True)


def test_what_a_user_has_written_is_taken_over(tmp_path):
    """The corrections by every build; everything by one that brings a record up to date, unless it is written anew."""
    old = {"record_json": "old", "commitments_ics": "old", "corrections_csv": "old"}
    record = filled(tmp_path / "x", corrections_toml="mine", notes_txt="mine", **old)
    (record / "sources").mkdir()
    (record / "sources" / "page.html").write_text("mine")
    with replaced_folder(record, force=True, keep_all=True) as beside:
        (beside / RECORD_FILE).write_text("new")
    assert names(record) == ["corrections.toml", "notes.txt", RECORD_FILE, "sources"]
    assert (record / RECORD_FILE).read_text() == "new"
    assert (record / "sources" / "page.html").read_text() == "mine"
    write(record, "newer", force=True)
    assert names(record) == ["corrections.toml", RECORD_FILE]


@pytest.mark.parametrize(
    ("in_the_way", "says"),
    [
        pytest.param(lambda patch, folder: patch.chdir(folder), "change into another folder", id="one-stands-in-it"),
        pytest.param(lambda patch, _: patch.setattr(os, "access", lambda *_: False), "ask for the right", id="denied"),
    ],
)
def test_a_record_that_cannot_be_brought_up_to_date_is_named_before_any_work(tmp_path, monkeypatch, in_the_way, says):
    """With what to do."""
    record = filled(tmp_path / "x", record_json="old")
    check_record(record)
    in_the_way(monkeypatch, record)
    with pytest.raises(NotUpdatedError, match=says):
        check_record(record)
