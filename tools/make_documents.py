"""Write the PDF and Word files of tests/unit/ingest/documents, with other programs than the ones that read them.

usage: make_documents.py

Needs ``fpdf2``, ``reportlab`` and ``pillow``, and a Chromium for what a browser prints.
"""

import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TARGET = Path(__file__).parent.parent / "tests" / "unit" / "ingest" / "documents"
FIRST = (
    "The council of Ebel approved a new flood wall on Monday by 14 votes to nine. The wall will cost 12 million "
    "crowns, the treasurer, Ina Torp, told the council."
)
SECOND = (
    '"We will not ask the growers for a single crown," she said. The river flooded 40 orchards in March, and three '
    "growers were hurt when a shipment of sand slid off its barge."
)
THIRD = (
    "The growers have not agreed to sell their land, their lawyer, Jon Vask, said. Work on the wall is due to start in "
    "June, according to the Ebel Agency."
)
FOURTH = (
    "The wall is a long-term plan. The builders of the district expect a second one to be raised on the other bank of "
    "the river before the end of the century."
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
EDITED = (
    f"<w:document {W}><w:body>"
    "<w:p><w:r><w:t>The wall will cost </w:t></w:r><w:del><w:r><w:delText>15</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>12</w:t></w:r></w:ins><w:r><w:t> million crowns.</w:t></w:r></w:p>"
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>Work is due to start in June.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Votes for</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>14</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "</w:body></w:document>"
)
NOTED = (
    f"<w:document {W}><w:body>"
    "<w:p><w:r><w:t>The council approved the wall by 14 votes to nine.</w:t></w:r>"
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    '<w:r><w:t xml:space="preserve"> It will cost 12 million crowns.</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>Work on it is due to start in June.</w:t></w:r></w:p>"
    '<w:sectPr><w:cols w:num="2" w:space="708"/></w:sectPr></w:body></w:document>'
)
NOTES = (
    f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>The minutes are kept at the town hall.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
NOTE_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>'
    "</Relationships>"
)
NOTE_TYPE = (
    '<Override PartName="/word/footnotes.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
)


def print_page(name: str, body: str, style: str) -> None:
    """Have a browser print a page."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        sys.exit("no Chromium was found")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(f"<meta charset=utf-8><style>body{{font:11pt serif}}{style}</style>{body}", encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/u"]
        subprocess.run([browser, *flags, f"--print-to-pdf={TARGET / name}", page.as_uri()], check=True, timeout=120)  # noqa: S603


def write_with_browser() -> None:
    """Write what a browser prints: columns with broken words, a table, a plain page."""
    text = "".join(f"<p>{part}</p>" for part in (FIRST, SECOND, THIRD, FOURTH))
    columns = f"<h1>Flood wall approved over the heads of the growers</h1><div lang=en>{text}</div>"
    print_page("columns.pdf", columns, "div{column-count:2;hyphens:auto;height:5cm;text-align:justify}")
    table = "<table><tr><td>District<td>Orchards<td>Hurt<tr><td>Ebel<td>40<td>3<tr><td>Morn<td>12<td>0</table>"
    print_page("table.pdf", f"<p>{FIRST}</p>{table}<p>{THIRD}</p>", "td{padding:2pt 30pt}")


def write_with_fpdf() -> None:
    """Write pages with heads and feet, and a locked file."""
    from fpdf import FPDF  # noqa: PLC0415 - only for making files

    class Paper(FPDF):
        def header(self) -> None:
            self.set_font("Helvetica", size=8)
            self.cell(0, 6, f"THE EBEL COURIER - No. {400 + self.page_no()}", align="C")
            self.ln(12)

        def footer(self) -> None:
            self.set_y(-15)
            self.cell(0, 6, f"Page {self.page_no()} of 3", align="C")

    paper = Paper(format="A5")
    for part in (f"{FIRST}\n\n{SECOND}", f"{THIRD}\n\nThe builders will have to wait until the", f"summer. {FOURTH}"):
        paper.add_page()
        paper.set_font("Times", size=11)
        paper.multi_cell(0, 6, part, align="L")
    paper.output(str(TARGET / "heads_and_feet.pdf"))
    locked = FPDF(format="A5")
    locked.add_page()
    locked.set_font("Times", size=11)
    locked.multi_cell(0, 6, FIRST)
    locked.set_encryption(owner_password="owner", user_password="user")  # noqa: S106 - of a test file
    locked.output(str(TARGET / "password.pdf"))


def write_with_reportlab() -> None:
    """Write words broken by hand, in two columns whose letters the file has line by line over both."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - only for making files

    left = [
        "The council approved the flood",
        "wall on Monday. A ship-",
        "ment of sand had slid off its",
        "barge in March, the trea-",
    ]
    right = [
        "surer, Ina Torp, said. It is a long-",
        "term plan, and the growers",
        "have not agreed. The treasurer",
        "hopes for June.",
    ]
    paper = Canvas(str(TARGET / "broken_words.pdf"), pagesize=(420, 300))
    paper.setFont("Times-Roman", 11)
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        paper.drawString(30, 240 - 14 * n, one)
        paper.drawString(220, 240 - 14 * n, other)
    paper.save()


def write_scan() -> None:
    """Write a page that is a picture."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only for making files

    picture = Image.new("1", (300, 200), 1)
    ImageDraw.Draw(picture).text((20, 20), "The council approved the wall.", fill=0)
    picture.save(TARGET / "scan.pdf", "PDF")


def pack(name: str, parts: dict[str, str]) -> None:
    """Write a Word file of its parts."""
    with zipfile.ZipFile(TARGET / name, "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in parts.items():
            file.writestr(zipfile.ZipInfo(part), f'<?xml version="1.0" encoding="UTF-8"?>{text}')


def write_with_word() -> None:
    """Write Word files: one by a library, with a head and a table, and one by hand, with changes that are tracked."""
    import docx  # noqa: PLC0415 - only for making files

    document, out = docx.Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = "THE EBEL COURIER"
    document.add_heading("Flood wall approved", 1)
    document.add_paragraph(FIRST)
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "District and orchards"
    table.cell(0, 2).text, table.cell(1, 0).text, table.cell(1, 1).text = "Hurt", "Ebel", "40"
    table.cell(1, 2).text = "3"
    document.add_paragraph(THIRD)
    document.save(out)
    (TARGET / "word.docx").write_bytes(out.getvalue())
    pack("edited.docx", {"[Content_Types].xml": TYPES, "_rels/.rels": LINKS, "word/document.xml": EDITED})
    pack(
        "noted.docx",
        {
            "[Content_Types].xml": TYPES.replace("</Types>", NOTE_TYPE),
            "_rels/.rels": LINKS,
            "word/document.xml": NOTED,
            "word/_rels/document.xml.rels": NOTE_LINKS,
            "word/footnotes.xml": NOTES,
        },
    )
    (TARGET / "password.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504))


if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    write_with_browser()
    write_with_fpdf()
    write_with_reportlab()
    write_scan()
    write_with_word()
    sys.exit(0)
