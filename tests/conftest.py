"""What tests share: the models, loaded once, the records of the written stories, and records made by hand."""

import os
import signal
from pathlib import Path

import pytest
import pytest_socket
from hypothesis import HealthCheck, settings

import onrecord
import show_record

ROOT = Path(__file__).parent.parent
STORIES = sorted(path.parent for path in (ROOT / "stories").glob("*/source.json"))

relaxed = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("dev", max_examples=50, **relaxed)
settings.register_profile("ci", max_examples=150, derandomize=True, **relaxed)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(autouse=True, scope="session")
def _interrupts_are_heard():
    """A shell that runs the tests behind another command has them, and what they start, ignore Ctrl-C."""
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, former)


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


@pytest.fixture(scope="session")
def made():
    """The module that makes records by hand."""
    return show_record


@pytest.fixture(scope="session")
def bridge():
    """A story that has something for every section."""
    return show_record.bridge()


@pytest.fixture(scope="session")
def hostile():
    """A story whose every word tries to be more than a word."""
    return show_record.hostile()


@pytest.fixture(scope="session")
def large():
    """A story as large as the page has to bear."""
    return show_record.large()
