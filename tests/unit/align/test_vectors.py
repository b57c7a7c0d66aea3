import numpy as np
import pytest

from onrecord.align.vectors import DIMENSIONS, LONGEST, OnnxEncoder
from onrecord.errors import ModelError


def test_another_file_than_the_known_one_is_refused(tmp_path):
    """A model that is not there is an error that names it."""
    with pytest.raises(ModelError):
        OnnxEncoder(tmp_path / "missing.onnx").encode(["The ferry sank."])


@pytest.mark.model
def test_a_text_is_encoded_the_same_whatever_stands_beside_it():
    """Vectors hang on their text alone, to the bit: no order of reports can change them."""
    encoder = OnnxEncoder()
    texts = ["The ferry sank.", "A much longer sentence about ministers and bread, with many more words.", ""]
    alone = [encoder.encode([text])[0][0] for text in texts]
    together = [vectors for vectors, _ in encoder.encode(texts[::-1])][::-1]
    assert all(np.array_equal(a, b) for a, b in zip(alone, together, strict=True))


@pytest.mark.model
def test_each_token_has_a_vector_and_a_place_in_long_texts_too():
    """A text longer than the model takes at once is encoded in parts, and nothing of it is lost."""
    text = "bread " * (LONGEST + 10)
    vectors, ranges = OnnxEncoder().encode([text])[0]
    assert vectors.shape == (LONGEST + 10, DIMENSIONS)
    assert {text[a:b] for a, b in ranges} == {"bread"}
