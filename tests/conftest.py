"""What tests share: the models, loaded once, and the records of the written stories."""

import os
from pathlib import Path

import pytest
import pytest_socket
from hypothesis import HealthCheck, settings

import onrecord

ROOT = Path(__file__).parent.parent
STORIES = sorted(path.parent for path in (ROOT / "stories").glob("*/source.json"))

relaxed = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("dev", max_examples=50, **relaxed)
settings.register_profile("ci", max_examples=150, derandomize=True, **relaxed)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(autouse=True)
def _no_network(request):
    """No test but those of the web reader and the browser opens a socket: nothing is fetched at run time."""
    if not {"browser", "enable_socket"} & {mark.name for mark in request.node.iter_markers()}:
        pytest_socket.disable_socket()
    yield
    pytest_socket.enable_socket()


@pytest.fixture(scope="session")
def models():
    """The parser and the sentence vectors."""
    return onrecord.load_models()


@pytest.fixture(scope="session")
def ferry(models):
    """The record of one story of four reports."""
    return onrecord.build([ROOT / "stories/ferry_aster/reports"], models=models)


@pytest.fixture(scope="session")
def records(models):
    """The records of all written stories, by name."""
    return {story.name: onrecord.build([story / "reports"], models=models) for story in STORIES}
