"""The examples in the docstrings are run as they stand."""

import doctest
import importlib
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src"
BUILDS = ("onrecord", "onrecord.api")
"""Modules whose examples build a record."""


def module_of(path):
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


SHOWN = [module_of(path) for path in sorted(SOURCE.rglob("*.py")) if ">>> " in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.model if name in BUILDS else ()) for name in SHOWN]
)
def test_an_example_says_what_comes_out(name, tmp_path, monkeypatch):
    """None is skipped, and each is run beside the stories."""
    (tmp_path / "stories").symlink_to(ROOT / "stories")
    monkeypatch.chdir(tmp_path)
    module = onrecord if name == "onrecord" else importlib.import_module(name)
    failed, run = doctest.testmod(module)
    assert run
    assert failed == 0


def test_no_example_is_skipped():
    """What is shown and not run grows stale."""
    assert [path for path in SOURCE.rglob("*.py") if "doctest: +SKIP" in path.read_text(encoding="utf-8")] == []
