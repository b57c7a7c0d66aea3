"""What the page on holding a draft against a record says is so."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main

PAGE = Path(__file__).parent.parent.parent / "docs" / "verify-draft.md"


@pytest.mark.model
def test_the_example_of_the_page_runs(ferry, tmp_path):
    """The draft of the page, held against the bundled story, gives the lines that the page shows."""
    blocks = re.findall(r"```text\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    (tmp_path / "draft.txt").write_text(blocks[0], encoding="utf-8")
    folder = ferry.save(tmp_path / "record")
    result = CliRunner().invoke(main, ["verify-draft", str(tmp_path / "draft.txt"), str(folder)])
    assert result.exit_code == 0, result.output
    lines = [line.rstrip() for line in result.stdout.splitlines()]
    assert [line for line in blocks[1].splitlines() if line not in lines] == []
    assert "Where the reports themselves differ" in lines
