"""The how-to pages are run: each command as it stands, and what the page says that it prints is printed."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli import main

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted((ROOT / "docs/how-to").glob("*.md"))
BLOCK = re.compile(r"```(console|toml|text)(?: title=(\S+))?\n(.*?)```", re.DOTALL)

pytestmark = pytest.mark.model


def run(line):
    """Run a command of a page; of the shell's own, those that make what it needs."""
    match shlex.split(line):
        case ["mkdir", *folders]:
            for folder in folders:
                Path(folder).mkdir()
            return ""
        case ["echo", words, ">", path]:
            Path(path).write_text(words + "\n", encoding="utf-8")
            return ""
        case ["onrecord", *args]:
            result = CliRunner().invoke(main, args, env={"COLUMNS": "80"})
            assert "Traceback" not in result.output
            return result.output
        case other:
            raise AssertionError(other)


def steps_of(block):
    """Yield each command with the lines that the page says it prints."""
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, *printed = step.splitlines()
        yield command, [line.strip() for line in printed if line.strip()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_does_what_it_says(page, tmp_path, monkeypatch):
    """Lines may be left out, none may be changed; a block with a title is a file."""
    (tmp_path / "stories").symlink_to(ROOT / "stories")
    (tmp_path / "press").symlink_to(ROOT / "tests/unit/ingest/documents")
    monkeypatch.chdir(tmp_path)
    text = page.read_text(encoding="utf-8")
    assert BLOCK.search(text), "nothing to run"
    for kind, title, block in BLOCK.findall(text):
        if title:
            Path(title).write_text(block, encoding="utf-8")
        if kind == "console":
            for command, printed in steps_of(block):
                said = run(command)
                at = 0
                for line in printed:
                    assert line in said[at:], f"$ {command}\n{said}"
                    at = said.index(line, at) + len(line)
