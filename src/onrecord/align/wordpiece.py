"""WordPiece, the tokenization of BERT uncased, in plain Python, with the place of each token in the text.

Lower-cased, without accents, punctuation split off, each word the longest pieces of the vocabulary from the
left (Devlin et al. 2018). The ids are those of the reference implementation (a unit test holds them together).
"""

import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

UNKNOWN, FIRST, LAST = "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 100
"""Characters; a longer word is unknown, as in the reference."""
IDEOGRAPHS = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B820, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)


class Piece(Struct, frozen=True, gc=False):
    """One token: its id in the vocabulary and the code points of the text that it stands for."""

    id: int
    start: int
    end: int


@cache
def vocabulary() -> dict[str, int]:
    """Return the pieces of BERT uncased with their ids; whole words come in the order of their frequency."""
    text = files("onrecord.align").joinpath("vocab.txt").read_text(encoding="utf-8")
    return {piece: number for number, piece in enumerate(text.splitlines())}


def read_pieces(text: str) -> list[Piece]:
    """Cut a text into the tokens of BERT uncased, without the marks of its beginning and end."""
    return [piece for word in _words(text) for piece in _pieces_of(word)]


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """Yield the normalized characters, each with the place of the one it comes from; a space where words part."""
    for at, char in enumerate(text):
        for letter in _normal(char):
            yield letter, at


@lru_cache(maxsize=4096)
def _normal(char: str) -> str:
    """Return a character in lower case without accents; a space for all white space, nothing for controls."""
    if char.isspace():
        return " "
    if char in "\0\ufffd" or unicodedata.category(char)[0] == "C":
        return ""
    if any(low <= ord(char) <= high for low, high in IDEOGRAPHS):
        return f" {char} "
    parts = unicodedata.normalize("NFD", char)
    return "".join(part.lower() for part in parts if unicodedata.category(part) != "Mn")


def _words(text: str) -> Iterator[list[tuple[str, int]]]:
    """Yield runs of letters and single marks of punctuation."""
    word: list[tuple[str, int]] = []
    for char, at in _letters(text):
        mark = _is_mark(char)
        if (mark or char == " ") and word:
            yield word
            word = []
        if mark:
            yield [(char, at)]
        elif char != " ":
            word.append((char, at))
    if word:
        yield word


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    """Tell whether a character is punctuation, in BERT's sense: ASCII symbols count."""
    return (char.isascii() and char.isprintable() and not char.isalnum() and char != " ") or unicodedata.category(
        char
    ).startswith("P")


def _pieces_of(word: list[tuple[str, int]]) -> list[Piece]:
    """Cut one word into the longest known pieces from the left; a word that cannot be cut is unknown as a whole."""
    known, text = vocabulary(), "".join(char for char, _ in word)
    whole = [Piece(known[UNKNOWN], word[0][1], word[-1][1] + 1)]
    if len(text) > LONGEST_WORD:
        return whole
    found: list[Piece] = []
    start = 0
    while start < len(text):
        end = len(text)
        while end > start and ("##" if start else "") + text[start:end] not in known:
            end -= 1
        if end == start:
            return whole
        piece = ("##" if start else "") + text[start:end]
        found.append(Piece(known[piece], word[start][1], word[end - 1][1] + 1))
        start = end
    return found
