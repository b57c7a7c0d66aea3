"""What the documentation says is so: commands, options, codes, links and examples."""

import re
from collections import Counter
from pathlib import Path

import pytest

import make_codes
import make_rules
import make_states
from onrecord.cli import Commands, main

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "stories/README.md"])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_named_in_the_readme_exists_with_its_options():
    """A command or option that the README shows can be typed."""
    group = Commands("onrecord")
    shown = re.findall(r"onrecord ([a-z-]+)((?: [^`\n|]*)?)", README)
    told = {name for name, _ in shown} & set(Commands.lines)
    assert told == set(Commands.lines), "the README leaves a command out"
    for name, rest in shown:
        if name in Commands.lines:
            known = {option for param in group.get_command(None, name).params for option in param.opts}
            assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest)) <= known, (name, rest)
    loose = set(re.findall(r"`(--[a-z]+)", README))
    every = {
        option for name in Commands.lines for param in group.get_command(None, name).params for option in param.opts
    }
    assert loose <= every


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_that_a_page_names_is_there(page):
    """Links and paths in the documentation lead somewhere."""
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"\]\(([^)#:]+)\)", text))
    assert [t for t in targets if not (page.parent / t).exists()] == []
    paths = set(
        re.findall(r"`((?:src|tests|tools|docs|stories|lang|annotate|align|compare|show|model|ingest)/[\w./-]*)`", text)
    )
    assert [p for p in paths if not ((ROOT / p).exists() or (ROOT / "src/onrecord" / p).exists())] == []


def test_the_page_of_codes_is_up_to_date_and_every_code_is_defined_once():
    """`tools/make_codes.py` makes docs/codes.md; a code in the source that no docstring defines is missing there."""
    defined = Counter(code for code, _, _ in make_codes.defined_codes())
    used = {
        code for path in (ROOT / "src").rglob("*.py") for code in re.findall(r"OR\d{3}", path.read_text("utf-8"))
    } - {"OR900"}
    assert [code for code, n in defined.items() if n > 1] == []
    assert sorted(used - set(defined)) == []
    assert make_codes.page() == (ROOT / "docs/codes.md").read_text("utf-8")


def test_the_page_of_rules_is_up_to_date_and_has_figures_for_each():
    """`tools/make_rules.py` makes docs/reference/rules.md, from the rules and from the figures that it measured."""
    _, figures = make_rules.read_figures()
    assert set(figures) == {rule.id for rule in make_rules.RULES}
    assert make_rules.page() == (ROOT / "docs/reference/rules.md").read_text("utf-8")


def test_the_table_of_states_has_the_names_that_cldr_has():
    """`tools/make_states.py` leaves the table as it is; no name stands for two states."""
    assert make_states.page() == make_states.TARGET.read_text("utf-8")
    names = Counter(name.lower() for row in make_states.rows() for name in row["names"])
    assert [name for name, n in names.items() if n > 1] == []


@pytest.mark.model
def test_the_example_of_the_readme_runs(tmp_path, monkeypatch, capsys):
    """The Python block of the README is run as it stands, beside the stories."""
    (code,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    (tmp_path / "stories").symlink_to(ROOT / "stories")
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own page
    assert (tmp_path / "out" / "record.html").is_file()
    assert capsys.readouterr().out.strip()


def test_the_help_of_the_program_names_every_command():
    """`onrecord --help` is the list."""
    assert main.name == "main"
    assert [name for name in Commands.lines if name not in README] == []
