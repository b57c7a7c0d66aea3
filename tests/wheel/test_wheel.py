"""What is installed is what was tested: the wheel holds all files, and the program runs from it alone."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent.parent
FERRY = ROOT / "stories/ferry_aster/reports"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of this checkout, built with what is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*command, "--wheel-dir", folder, ROOT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def fresh(wheel, tmp_path_factory):
    """The folder of programs of an environment that has the wheel and its dependencies, and no checkout."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, str(wheel)], check=True)
    (own,) = folder.glob("lib/python*/site-packages")
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")  # after its own, and no editable one
    return folder / "bin"


def ran(fresh, *command, cwd):
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [fresh / command[0], *command[1:]], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_holds_every_file_of_the_package_and_its_licences(wheel):
    """Templates, tables of words, the vocabulary, the manifest, the mark of types; the licences of both parts."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (metadata,) = (archive.read(name).decode() for name in names if name.endswith("/METADATA"))
    files = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src/onrecord").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(files - names) == []
    assert {".j2", ".toml", ".txt", ".css", ".js"} <= {Path(name).suffix for name in names}
    assert "onrecord/py.typed" in names
    licences = {name.rpartition("/licenses/")[2] for name in names if "/licenses/" in name}
    assert licences == {
        "LICENSE",
        "src/onrecord/align/vocab.LICENSE.md",
        "src/onrecord/align/vocab.APACHE-2.0.txt",
    }
    assert "License-Expression: MIT AND Apache-2.0" in metadata
    assert [name for name in names if not name.startswith("onrecord/") and ".dist-info/" not in name] == []


@pytest.mark.model
def test_the_program_runs_from_the_wheel(fresh, tmp_path):
    """A record is built, checked and shown by the installed program, in an environment without the checkout."""
    where = ran(fresh, "python", "-c", "import onrecord; print(onrecord.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(fresh.parent)
    ran(fresh, "onrecord", "build", str(FERRY), "-o", "out", cwd=tmp_path)
    assert "nothing broken" in ran(fresh, "onrecord", "check", "out", cwd=tmp_path)
    assert "Aster" in ran(fresh, "onrecord", "show", "out", cwd=tmp_path)
