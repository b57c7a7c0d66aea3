"""Ten documents that other programs made, as they are read."""

from pathlib import Path

import pytest

from make_documents import FIRST, FOURTH, SECOND, THIRD
from onrecord.ingest import problems

HERE = Path(__file__).parent / "documents"
BROKEN = (
    "The council approved the flood wall on Monday. A shipment of sand had slid off its barge in March, the treasurer, "
    "Ina Torp, said. It is a long-term plan, and the growers have not agreed. The treasurer hopes for June."
)


@pytest.mark.parametrize(
    ("name", "paragraphs"),
    [
        pytest.param(
            "columns.pdf",
            ["Flood wall approved over the heads of the growers", FIRST, SECOND, THIRD, FOURTH],
            id="two-columns-under-a-headline",
        ),
        pytest.param("broken_words.pdf", [BROKEN], id="words-broken-at-line-ends"),
        pytest.param("table.pdf", [FIRST, "District\tOrchards\tHurt", "Ebel\t40\t3", "Morn\t12\t0", THIRD], id="table"),
        pytest.param(
            "heads_and_feet.pdf",
            [FIRST, SECOND, f"{THIRD} The builders will have to wait until the summer. {FOURTH}"],
            id="heads-and-feet-and-a-paragraph-over-pages",
        ),
        pytest.param(
            "word.docx",
            ["Flood wall approved", FIRST, "District and orchards\tHurt\nEbel\t40\t3", THIRD],
            id="word-with-a-head-and-a-table",
        ),
        pytest.param(
            "edited.docx",
            ["The wall will cost 12 million crowns.", "Work is due to start in June.", "Votes for\t14"],
            id="word-with-tracked-changes-and-a-field",
        ),
        pytest.param(
            "noted.docx",
            [
                "The council approved the wall by 14 votes to nine. It will cost 12 million crowns.",
                "Work on it is due to start in June.",
            ],
            id="word-in-two-columns-with-a-footnote",
        ),
    ],
)
def test_a_document_is_read_in_its_order(read, name, paragraphs):
    """Columns one after the other, rows as rows, what runs along the pages left out, broken words whole."""
    pytest.importorskip("pypdfium2" if name.endswith("pdf") else "docx")
    (report,), unread = read(HERE / name)
    assert (report.text.split("\n\n"), unread) == (paragraphs, [])


def test_each_page_of_a_pdf_is_known(read):
    """The page of a paragraph is the one that it begins on; a report that is not printed has no pages."""
    pytest.importorskip("pypdfium2")
    (report,), _ = read(HERE / "heads_and_feet.pdf")
    pages = [report.page_at(report.text.index(words)) for words in ("The council", "The growers have", "summer.")]
    assert pages == [1, 2, 3]
    (plain,), _ = read(HERE / "word.docx")
    assert plain.page_at(0) is None


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        pytest.param("scan.pdf", problems.NO_TEXT_LAYER, "run text recognition over it first", id="scan"),
        pytest.param("password.pdf", problems.LOCKED, "asks for a password", id="pdf-with-a-password"),
        pytest.param("password.docx", problems.LOCKED, "asks for a password", id="word-with-a-password"),
    ],
)
def test_what_cannot_be_read_says_why(read, name, code, words):
    """One sentence, with what to do."""
    pytest.importorskip("pypdfium2")
    reports, (problem,) = read(HERE / name)
    assert (reports, problem.code, words in problem.message) == ([], code, True)


@pytest.mark.parametrize(("module", "name"), [("pypdfium2", "table.pdf"), ("docx", "word.docx")])
def test_without_the_extra_the_command_to_install_it_is_told(read, monkeypatch, module, name):
    """The core reads neither; it says how to have them read."""
    monkeypatch.setitem(__import__("sys").modules, module, None)
    reports, (problem,) = read(HERE / name)
    assert (reports, problem.code) == ([], problems.NEEDS_EXTRA)
    assert f'pip install "onrecord[{name.rsplit(".", 1)[1]}]"' in problem.message
