"""The model files that this version was measured with, and whether the installed ones are the same.

``manifest.toml`` is made by ``tools/make_manifest.py`` from the installed packages.
"""

import hashlib
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec import Struct

from onrecord.errors import ModelError

CHUNK = 1 << 20


class ModelFiles(Struct, frozen=True):
    """The files of one model as they are installed.

    ``sha256`` is of all files' sums together, in the order of their paths. ``altered`` are the paths whose
    sum is not that of the manifest, ``missing`` among them those that are not there, or cannot be read.
    """

    name: str
    version: str
    license: str
    folder: Path
    sha256: str
    altered: tuple[str, ...]
    missing: tuple[str, ...] = ()


@cache
def known_models() -> dict[str, Any]:
    """Return the manifest: for each package its version, its licence and the sums of its files."""
    return tomllib.loads((files("onrecord") / "manifest.toml").read_text(encoding="utf-8"))


def find_files(name: str) -> ModelFiles:
    """Return the installed files of a model of the manifest, with what is altered.

    Raises:
        ModelError: If the package is not installed, or not in the manifest.
    """
    row = known_models().get(name)
    spec = find_spec(name)
    if row is None or spec is None or spec.origin is None:
        raise ModelError(name, "is not installed: `pip install onrecord` brings it", missing=True)
    folder = Path(spec.origin).parent
    sums = {path: sum_of(folder / path) for path in sorted(row["files"])}
    altered = tuple(path for path, found in sums.items() if found != row["files"][path])
    try:
        installed = version(name)
    except PackageNotFoundError:
        installed = row["version"]
    whole = hashlib.sha256("".join(f"{path} {found}\n" for path, found in sums.items()).encode()).hexdigest()
    missing = tuple(path for path in altered if not sums[path])
    return ModelFiles(name, installed, row["license"], folder, whole, altered, missing)


def check_files(name: str) -> ModelFiles:
    """Return the installed files of a model, all of them those of the manifest.

    Raises:
        ModelError: If a file is missing or another one.
    """
    found = find_files(name)
    again = f"`pip install --force-reinstall {name.replace('_', '-')}=={known_models()[name]['version']}` mends it"
    other = [path for path in found.altered if path not in found.missing]
    if other:
        raise ModelError(name, f"{found.folder / other[0]} is not the file this version was measured with; {again}")
    if found.missing:
        raise ModelError(name, f"{found.folder / found.missing[0]} cannot be read; {again}", missing=True)
    return found


def sum_of(path: Path) -> str:
    """Return the SHA-256 of a file, empty if it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()
