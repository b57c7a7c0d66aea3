"""With the extras installed, PDF and Word files are read."""

import io
import zipfile

import pytest

from onrecord.ingest import problems

WORDS = "The mayor of Aster left on Monday."


UPRIGHT = "1 0 0 1 20 200"


def make_pdf(*lines, n_pages=1):
    """A PDF of one page, or of as many that are the same, with lines as they are, or as (place, words)."""
    placed = [(UPRIGHT, line) if isinstance(line, str) else line for line in lines]
    drawn = "\n".join(f"BT /F1 12 Tf {place} Tm ({words}) Tj ET" for place, words in placed).encode("ascii")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (b"3 0 R " * n_pages, n_pages),
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


def raised(mark):
    """What a PDF draws to raise a small mark in the middle of a line."""
    return f") Tj 5 Ts /F1 7 Tf ({mark}) Tj 0 Ts /F1 12 Tf ("


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param(f"The ferry sank.{raised('12')} Nine died.", "The ferry sank. Nine died.", id="a-note"),
        pytest.param(f"The ferry{raised('1')} sank.", "The ferry sank.", id="a-note-inside"),
        pytest.param(f"It burned 3 km{raised('2')} of heath.", "It burned 3 km² of heath.", id="a-square"),
        pytest.param(f"About 10{raised('6')} eels died.", "About 10⁶ eels died.", id="a-power"),
    ],
)
def test_a_mark_of_a_note_is_no_part_of_a_word(put, read, line, text):
    """A small raised number behind a word is left out, behind a unit or a number it stays raised."""
    pytest.importorskip("pypdfium2")
    (report,), _ = read(put({"a.pdf": make_pdf(line)}) / "a.pdf")
    assert report.text == text


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


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param("0 1 -1 0 {0} 20", id="upwards"),
        pytest.param("-1 0 0 -1 280 {0}", id="overhead"),
        pytest.param("0 -1 1 0 {1} 280", id="downwards"),
        pytest.param("0.996 0.087 -0.087 0.996 20 {1}", id="askew"),
    ],
)
def test_a_page_is_read_as_it_is_turned(put, read, turn):
    """A page that lies on its side or on its head is read along its lines; what stands crosswise is left out."""
    pytest.importorskip("pypdfium2")
    first, second = (turn.format(100 + 15 * n, 200 - 15 * n) for n in range(2))
    raw = make_pdf(
        (first, "The mayor of Aster left on"), (second, "Monday at noon."), ("0.7 0.7 -0.7 0.7 9 9", "DRAFT")
    )
    (report,), _ = read(put({"a.pdf": raw}) / "a.pdf")
    assert report.text.split() == ["The", "mayor", "of", "Aster", "left", "on", "Monday", "at", "noon."]


def test_pages_that_are_all_alike_are_kept(put, read):
    """What runs along all pages is left out only where something else stands on them."""
    pytest.importorskip("pypdfium2")
    (report,), _ = read(put({"a.pdf": make_pdf(WORDS, n_pages=2)}) / "a.pdf")
    assert report.text == f"{WORDS}\n\n{WORDS}"


def test_a_pdf_of_too_many_pages_is_told(put, read):
    """A small file may claim more pages than can be read: that is said before they are read."""
    pytest.importorskip("pypdfium2")
    reports, (problem,) = read(put({"a.pdf": make_pdf(WORDS, n_pages=10_001)}) / "a.pdf")
    assert (reports, problem.code) == ([], problems.TOO_LARGE)


def make_docx(body, *, more=b""):
    """A Word file with a body as it is written in the file, and something else packed with it."""
    docx = pytest.importorskip("docx")
    plain, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(plain)
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    names += 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            own = f"<w:document {names}><w:body>{body}</w:body></w:document>".encode()
            new.writestr(name, own if name == "word/document.xml" else old.read(name))
        new.writestr("word/media/more.bin", more)
    return out.getvalue()


RUN = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent>" + RUN.format("Votes for it") + "</w:sdtContent></w:sdt></w:tc>"
            "<w:sdt><w:sdtContent><w:tc>" + RUN.format("41") + "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>",
            "Votes for it\t41",
            id="fields-in-and-around-cells",
        ),
        pytest.param(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>Said only once.</w:t></mc:Choice>"
            "<mc:Fallback><w:t>Said only once.</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "Said only once.",
            id="two-forms-of-one-thing",
        ),
    ],
)
def test_all_words_of_a_word_file_are_read_once(put, read, body, text):
    """Words in a form's field are read wherever it stands; what stands twice for older programs is read once."""
    (report,), _ = read(put({"a.docx": make_docx(body)}) / "a.docx")
    assert report.text == text


@pytest.mark.parametrize(
    ("body", "more"),
    [
        pytest.param(RUN.format(WORDS), bytes(210_000_000), id="more-than-is-unpacked"),
        pytest.param(RUN.format(WORDS * 100) * 6_000, b"", id="more-than-a-report"),
    ],
)
def test_a_word_file_that_is_small_only_while_packed_is_told(put, read, body, more):
    """A zip bomb is told by what it would unpack to, or by how much text it has."""
    reports, (problem,) = read(put({"a.docx": make_docx(body, more=more)}) / "a.docx")
    assert (reports, problem.code) == ([], problems.TOO_LARGE)


def test_a_word_file_with_locked_parts_is_told(put, read):
    """An archive whose parts ask for a password is a problem, not the end of the run."""
    raw = bytearray(make_docx(RUN.format(WORDS)))
    for head, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = raw.find(head)
        while at >= 0:
            raw[at + place] |= 1
            at = raw.find(head, at + 1)
    reports, (problem,) = read(put({"a.docx": bytes(raw)}) / "a.docx")
    assert (reports, problem.code) == ([], problems.BINARY)


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
