"""Sentence vectors: the only module that imports onnxruntime, and only when a text is to be encoded."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt


class Encoder(Protocol):
    """What align needs of an encoder of sentences."""

    name: str

    def encode(self, texts: Sequence[str]) -> list[tuple[npt.NDArray[np.float32], tuple[tuple[int, int], ...]]]:
        """Return for each text its token vectors (tokens x dimensions) and each token's range of code points."""
        ...
