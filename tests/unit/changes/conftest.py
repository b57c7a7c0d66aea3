"""A record made by hand, for what is said of changes."""

import importlib.util
from pathlib import Path

import pytest

PATH = Path(__file__).parents[2] / "show_record.py"


@pytest.fixture(scope="session")
def bridge():
    """A story of three reports and a document that has something for every section."""
    spec = importlib.util.spec_from_file_location("show_record", PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.bridge()
