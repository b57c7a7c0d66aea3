"""Places in a report's text: however they nest and cross, each keeps its own words."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.report import Report
from onrecord.show.reading_view import _paragraphs

TEXTS = st.text(alphabet="ab “é\U0001f600\u202e\n\r", min_size=1, max_size=30)


def spelled(paragraphs):
    """The words that each place spells on the page, and how often it is opened by its id."""
    words, opened = defaultdict(str), defaultdict(int)
    for paragraph in paragraphs:
        inside = []
        for piece in paragraph.pieces:
            match piece.kind:
                case "open" | "more":
                    inside.append(piece.text)
                    opened[piece.text] += piece.kind == "open"
                case "close":
                    inside.pop()
                case "text":
                    for place in inside:
                        words[place] += piece.text
        assert inside == []
    return words, opened


@given(TEXTS, st.data())
def test_each_place_spells_its_words(text, data):
    """Whatever overlaps it, a place's pieces are its words without line ends, and its id stands once."""
    report = Report("r", "r.txt", text, "")
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
    places = dict.fromkeys(data.draw(st.lists(bounds, max_size=8)), "")
    words, opened = spelled(_paragraphs(report, 1, places, []))
    for start, end in places:
        anchor = f"r1-{start}-{end}"
        shown = "".join(text[start:end].split())
        assert "".join(words[anchor].split()) == shown
        assert opened[anchor] == 1 or not shown


@given(TEXTS)
def test_paragraphs_hold_all_words(text):
    """No word of a report is lost between paragraphs."""
    report = Report("r", "r.txt", text, "")
    shown = "".join(piece.text for p in _paragraphs(report, 1, {}, []) for piece in p.pieces)
    assert "".join(shown.split()) == "".join(text.split())
