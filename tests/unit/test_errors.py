"""The error tree: what a program is told."""

import ast
import re
from pathlib import Path

import pytest

from onrecord import errors

SOURCE = Path(errors.__file__).parent
FLAG = re.compile(r"(?<=\s)(?:-[a-z]|--[a-z][\w-]*)(?![\w-])")
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.parent.name != "cli")


def words_of(path):
    """Return the texts of a module that are no docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone)
    return [node.value for node in texts if isinstance(node.value, str)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_message_outside_the_command_line_names_a_flag_of_it(path):
    """A program is told what a program can do; the command line adds its options. Flags of pip are pip's."""
    told = [text for text in words_of(path) if "pip install" not in text]
    assert [text for text in told if FLAG.search(text)] == []


def test_every_error_is_a_builtin_too_and_knows_its_code():
    """So that `except ValueError` works; each class has a code of its own."""
    tree = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.InputError)]
    leaves = [kind for kind in tree if kind is not errors.InputError]
    assert all(issubclass(kind, ValueError | LookupError) for kind in leaves)
    assert len({kind.code for kind in leaves}) == len(leaves)
