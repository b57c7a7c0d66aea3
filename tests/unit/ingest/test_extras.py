"""With the extras installed, PDF and Word files are read."""

import io

import pytest

from onrecord.ingest import problems

WORDS = "The mayor of Aster left on Monday."


def make_pdf(words):
    """A PDF of one page."""
    drawn = b"BT /F1 12 Tf 20 200 Td (" + words.encode("ascii") + b") Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    return out + head + table + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_a_pdf_is_read(put, read, name):
    """A PDF is read by what it is, whatever its suffix."""
    pytest.importorskip("pypdfium2")
    (report,), unread = read(put({name: make_pdf(WORDS)}) / name)
    assert (report.text, unread) == (WORDS, [])


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        pytest.param(make_pdf(""), problems.NO_TEXT_LAYER, id="pictures"),
        pytest.param(b"%PDF-1.4 and no more", problems.BINARY, id="broken"),
        pytest.param(make_pdf(WORDS)[:200], problems.BINARY, id="cut-off"),
    ],
)
def test_a_pdf_without_text_is_told(put, read, raw, code):
    """A PDF of pictures, or a broken one, is a problem."""
    pytest.importorskip("pypdfium2")
    reports, (problem,) = read(put({"a.pdf": raw}) / "a.pdf")
    assert (reports, problem.code) == ([], code)


def test_a_word_file_is_read(put, read):
    """Paragraphs and tables come in their order."""
    docx = pytest.importorskip("docx")
    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph(WORDS)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Votes", "41"
    document.add_paragraph("Nobody knew why.")
    document.save(out)
    (report,), unread = read(put({"a.docx": out.getvalue()}) / "a.docx")
    assert (report.text, unread) == (f"{WORDS}\n\nVotes\t41\n\nNobody knew why.", [])


def test_a_broken_word_file_is_told(put, read):
    """A zip archive that is no Word file is a problem."""
    pytest.importorskip("docx")
    reports, (problem,) = read(put({"a.docx": b"PK\x03\x04 and no more"}) / "a.docx")
    assert (reports, problem.code) == ([], problems.BINARY)
