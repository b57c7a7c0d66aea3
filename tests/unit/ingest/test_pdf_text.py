"""The pages of a PDF as one text, and where each of them begins in it."""

from onrecord.ingest.pdf_layout import Piece
from onrecord.ingest.pdf_text import join_pages


def page(*lines):
    """A page with the words of some lines under one another."""
    words = []
    for n, line in enumerate(lines):
        left = 50.0
        for word in line.split():
            words.append(Piece(word, left, 50.0 + 14 * n, left + 5 * len(word), 60.0 + 14 * n))
            left += 5 * len(word) + 3
    return words


def test_each_page_begins_where_its_words_do():
    """Also one that goes on in the middle of a sentence or of a word, and one that is empty."""
    pages = [page("The mayor of Aster left"), page("the town on a ship-"), page("ment of sand."), [], page("Why?"), []]
    text, starts = join_pages(pages)
    assert text == "The mayor of Aster left the town on a shipment of sand.\n\nWhy?"
    assert [text[start:].split()[:1] for start in starts] == [["The"], ["the"], ["ment"], ["Why?"], ["Why?"], []]
