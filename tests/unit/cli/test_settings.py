"""``onrecord.toml``: what it sets is checked, and what it cannot set is named."""

import pytest
from click.testing import CliRunner

from onrecord.cli import main


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(b"[build\n", "cannot be read", id="broken"),
        pytest.param(b"\xff\xfe", "cannot be read", id="not-utf-8"),
        pytest.param(b"build = 3", "write [build]", id="no-table"),
        pytest.param(b"[built]\nforce = true", "'built' is no command", id="unknown-command"),
        pytest.param(b"force = true", "options stand in tables", id="outside-a-table"),
        pytest.param(b"[build]\noutputs = 'x'", "there are: output, force", id="unknown-option"),
        pytest.param(b"[build]\nforce = 'yes'", "force must be true or false", id="flag"),
        pytest.param(b"[build]\noutput = 3", "output must be a text", id="text"),
        pytest.param(b"[build]\ndocument = 'a.txt'", "document must be a list", id="list"),
        pytest.param(b"[build]\ndocument = [1]", "document must be a list", id="list-of-numbers"),
    ],
)
def test_nonsense_is_a_mistake_of_usage(tmp_path, monkeypatch, text, says):
    """One sentence that names the file and what to write, and exit code 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "onrecord.toml").write_bytes(text)
    result = CliRunner().invoke(main, ["build", "x.txt"])
    assert result.exit_code == 2
    assert result.stderr.startswith("onrecord: onrecord.toml: ")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("args", "env", "told"),
    [
        pytest.param([], {}, "taken/in-the-file", id="file"),
        pytest.param(
            [], {"ONRECORD_BUILD_OUTPUT": "taken/in-the-environment"}, "taken/in-the-environment", id="environment"
        ),
        pytest.param(
            ["-o", "taken/on-the-line"],
            {"ONRECORD_BUILD_OUTPUT": "taken/in-the-environment"},
            "taken/on-the-line",
            id="flag",
        ),
    ],
)
def test_flags_win_over_the_environment_and_that_over_the_file(tmp_path, monkeypatch, args, env, told):
    """Options are named as their flags are, everywhere."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken").write_text("")
    (tmp_path / "onrecord.toml").write_text("[build]\noutput = 'taken/in-the-file'\n")
    result = CliRunner().invoke(main, ["build", "x.txt", *args], env=env)
    assert result.exit_code == 1
    assert f"{told} cannot be written" in result.stderr
