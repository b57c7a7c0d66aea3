"""Lines of a page in reading order, and words broken at the ends of lines."""

import pytest

from onrecord.ingest.pdf_layout import Piece, order_blocks
from onrecord.ingest.pdf_text import join_two, without_running


def line(text, left=0.0, top=0.0, size=10.0):
    words, at = [], left
    for word in text.split():
        words.append(Piece(word, at, top, at + 5 * len(word), top + size))
        at = words[-1].right + 3
    return words


def column(rows, left=0.0, top=0.0):
    return [word for n, row in enumerate(rows) for word in line(row, left, top + 12 * n)]


LEFT = ["the council of the town", "has approved the wall", "by fourteen to nine"]
RIGHT = ["the growers have agreed", "to sell all their land", "and to leave in June"]


def texts(words):
    return [[" | ".join(piece.text for piece in row) for row in block] for block in order_blocks(words)]


@pytest.mark.parametrize("shift", [0.0, 3.0, 6.0], ids=["level", "a-little-lower", "half-a-line-lower"])
def test_columns_are_read_one_after_the_other(shift):
    """On whatever height the lines of the second column stand."""
    assert texts([*column(LEFT), *column(RIGHT, 150, shift)]) == [LEFT, RIGHT]


def test_a_line_over_both_columns_parts_the_page():
    """A headline between columns is read after what stands above it."""
    head = line("a headline that goes over the whole of the page", top=40, size=14)
    blocks = texts([*column(LEFT), *column(RIGHT, 150), *head, *column(RIGHT, 0, 60), *column(LEFT, 150, 60)])
    assert blocks == [LEFT, RIGHT, ["a headline that goes over the whole of the page"], RIGHT, LEFT]


def test_short_pieces_side_by_side_are_the_rows_of_a_table():
    """A table is read row by row."""
    words = [*column(["Ebel", "Morn", "Vask"]), *column(["40", "12", "7"], 150)]
    assert texts(words) == [["Ebel | 40", "Morn | 12", "Vask | 7"]]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        pytest.param("a ship-", "ment of sand", "a shipment of sand", id="ending"),
        pytest.param("the trea-", "surer said", "the treasurer said", id="known-elsewhere"),
        pytest.param("a long-", "term plan", "a long-term plan", id="two-words"),
        pytest.param("the eco\u00ad", "logist", "the ecologist", id="soft-hyphen"),
        pytest.param("the Ebel-", "Morn line", "the Ebel-Morn line", id="names"),
        pytest.param("on Monday", "by votes", "on Monday by votes", id="no-hyphen"),
        pytest.param("the wall -", "if it comes", "the wall - if it comes", id="dash"),
    ],
)
def test_a_broken_word_is_made_whole_only_where_that_is_safe(above, below, expected):
    """A hyphen that may be one of the word's own stays."""
    assert join_two(above, below, frozenset({"treasurer", "long", "term"})) == expected


def test_what_runs_along_the_pages_is_left_out():
    """Heads that differ only in their numbers, and page numbers; never a line in the middle."""
    bodies = (["the council met", "and voted", "for the wall"], ["growers came", "in boats", "to the hall"])
    pages = [
        [line(f"THE COURIER No. {n}"), *map(line, body), line(f"- {n} -")] for n, body in enumerate(bodies, start=7)
    ]
    kept = [[" ".join(word.text for word in row) for row in page] for page in without_running(pages)]
    assert kept == list(bodies)
