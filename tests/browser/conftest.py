"""The records that the tests of this room are shown."""

import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).parents[1] / "show_record.py"


@pytest.fixture(scope="session")
def made():
    """The module that makes records by hand."""
    spec = importlib.util.spec_from_file_location("show_record", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def bridge(made):
    """A story that has something for every section."""
    return made.bridge()


@pytest.fixture(scope="session")
def hostile(made):
    """A story whose every word tries to be more than a word."""
    return made.hostile()


@pytest.fixture(scope="session")
def large(made):
    """A story as large as the page has to bear."""
    return made.large()
