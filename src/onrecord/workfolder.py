"""What an interrupted build leaves for the next one: the parses of finished reports, in a folder beside the target.

Nearly all time goes into parsing. A parse is kept under what it depends on, so a changed text or another
pipeline never gets a wrong one, and the record has the same bytes with and without.
"""

import contextlib
import hashlib
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from onrecord import __version__
from onrecord.annotate.nlp import Nlp
from onrecord.errors import StaleCorrectionError
from onrecord.model.words import Parse

SUFFIX = ".parse"


class KeptParses:
    """A parser that keeps each parse in a folder, and takes it from there the next time."""

    def __init__(self, nlp: Nlp, folder: Path) -> None:
        self._nlp = nlp
        self._folder = folder
        self.name = nlp.name

    @property
    def version(self) -> str:
        """The version of the pipeline."""
        return self._nlp.version

    @property
    def sha256(self) -> str | None:
        """The sum of the pipeline's files, if it is a known one."""
        return self._nlp.sha256

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Parse:
        """Return the kept parse of the stretches of a text, or parse them."""
        facts = (__version__, self.name, self.version, self.sha256, text.encode("utf-8", "surrogatepass"), stretches)
        file = self._folder / (hashlib.sha256(msgspec.msgpack.encode(facts)).hexdigest() + SUFFIX)
        with contextlib.suppress(OSError, msgspec.DecodeError):
            return msgspec.msgpack.decode(file.read_bytes(), type=Parse)
        parse = self._nlp.parse(text, stretches)
        self._keep(file, msgspec.msgpack.encode(parse))
        return parse

    def _keep(self, file: Path, raw: bytes) -> None:
        part = file.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(raw)
            part.rename(file)
        except OSError:  # a full disk costs the short cut, not the record
            with contextlib.suppress(OSError):
                part.unlink()


@contextlib.contextmanager
def work_folder(target: Path) -> Iterator[Path]:
    """Lend the work folder of a target, which is made when something is kept; it stays if the work was not finished."""
    folder = target.with_name(f".{target.name}.work")
    try:
        yield folder
    except StaleCorrectionError:  # the same command would not go on from here
        shutil.rmtree(folder, ignore_errors=True)
        raise
    except BaseException:
        if not any(folder.glob(f"*{SUFFIX}")):
            shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)
