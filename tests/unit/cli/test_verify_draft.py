"""``onrecord verify-draft``: formats of a draft, what is printed, and what is refused."""

import io
import json

import pytest
from click.testing import CliRunner
from rich.console import Console

from onrecord.cli import main
from onrecord.show.checks import NOTHING, show_checks

SOUND = "The ferry Aster sank in a storm off the west coast of Tarsona early on Friday."
FALSE = '"She went over like a boat," said Lena Forss.'


@pytest.fixture(scope="module")
def folder(ferry, tmp_path_factory):
    """A record on disk."""
    return ferry.save(tmp_path_factory.mktemp("verify") / "record")


def word_file(text):
    docx = pytest.importorskip("docx")
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(out)
    return out.getvalue()


def verified(tmp_path, folder, name, raw, *args):
    draft = tmp_path / name
    draft.write_bytes(raw)
    return CliRunner().invoke(main, ["verify-draft", str(draft), str(folder), *args])


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "raw"),
    [
        pytest.param("draft.txt", FALSE.encode(), id="text"),
        pytest.param("draft.md", f"# Title of it all\n\n> {FALSE}\n".encode(), id="markdown"),
        pytest.param("draft.docx", None, id="word"),
    ],
)
def test_a_draft_may_be_text_markdown_or_a_word_file(tmp_path, folder, name, raw):
    """In each form the changed quotation is found, and stands in the draft's own text."""
    result = verified(tmp_path, folder, name, raw or word_file(FALSE), "--json")
    assert result.exit_code == 0, result.output
    rows = [row for row in json.loads(result.stdout) if row["aspect"] == "wording"]
    assert [(row["verdict"], row["exact"]) for row in rows] == [("differs", '"She went over like a boat,"')]
    assert list(rows[0])[:7] == ["start", "end", "exact", "verdict", "aspect", "reports", "evidence"]
    assert {span["exact"] for span in rows[0]["evidence"]} == {"She went over like a toy"}


@pytest.mark.model
def test_what_is_wrong_is_printed_first(tmp_path, folder):
    """The draft's words, what the reports have and which, then counts; no line is longer than 80 columns."""
    result = verified(tmp_path, folder, "draft.txt", f"{SOUND}\n\n{FALSE}".encode())
    lines = result.stdout.splitlines()
    assert lines[0] == "1 thing to look at"
    assert "line 3" in lines[2]
    assert any("She went over like a toy" in line for line in lines)
    assert lines[-1] == "no detail that no report has"
    assert max(map(len, lines)) <= 80


def test_a_draft_of_which_the_reports_tell_nothing_says_so(ferry):
    """Nothing that could be looked at is no clean bill."""
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(show_checks(ferry.reports[0], (), ferry.reports))
    assert console.export_text().strip() == NOTHING


def test_an_empty_draft_is_spoken_of_as_a_draft(tmp_path, folder):
    """The advice is for whoever writes a draft, not for whoever gathers reports."""
    assert "write the draft there" in verified(tmp_path, folder, "draft.txt", b" \n").stderr


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param(b"", "[OR212]", id="empty"),
        pytest.param("Le ferry a coulé vendredi au large de la côte.".encode(), "[OR227]", id="french"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "[OR214]", id="picture"),
    ],
)
def test_what_is_no_draft_is_refused_with_its_code(tmp_path, folder, raw, code):
    """One clear sentence, exit code 1."""
    result = verified(tmp_path, folder, "draft.txt", raw)
    assert result.exit_code == 1
    assert code in result.stderr
    assert "[OR209]" in result.stderr


def test_a_folder_of_texts_is_no_draft(tmp_path, folder):
    """A draft is one text."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SOUND + name)
    result = CliRunner().invoke(main, ["verify-draft", str(tmp_path), str(folder)])
    assert (result.exit_code, "holds 2 texts" in result.stderr) == (1, True)


def test_a_folder_that_is_no_record_is_refused(tmp_path):
    """The record is looked at first."""
    result = verified(tmp_path, tmp_path, "draft.txt", SOUND.encode())
    assert (result.exit_code, "[OR102]" in result.stderr) == (1, True)
