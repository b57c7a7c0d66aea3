"""A file is read as what it is; what is none of a report's kinds is told in one sentence."""

import hashlib
import io
import os
import pathlib

import msgspec
import pytest

from onrecord.ingest import problems, read_reports
from onrecord.ingest.problems import UnreadError
from onrecord.ingest.text import checked
from onrecord.model.report import Published

WORDS = "The mayor of Aster left on Monday.\r\n“It was time,” she said.\r\n"
PAGE = (
    "<!DOCTYPE html><html><head>{head}</head><body><nav>Home</nav><article><h1>Ferry sinks</h1>{body}</article></body>"
)
NAVIGATION = (
    b"<html><head><title>Union Telegraph</title></head><body><nav><a href=/>Home</a></nav><p>News</p></body></html>"
)
BODY = "<p>A ferry sank off Aster on Monday, the coast guard said.</p><p>Nobody knew why it had left the port.</p>"


@pytest.mark.parametrize("name", ["a.txt", "a", "a.md", "a.0711", "a.TXT", "a.unheard-of"])
def test_a_plain_file_is_the_report_s_text(put, read, name):
    """The text of a plain file is its words, byte for byte, whatever its suffix; its name is the file's."""
    (report,), unread = read(put({name: WORDS}) / name)
    assert not unread
    assert (report.text, report.name, report.kind, report.outlet) == (WORDS, name, "report", None)
    assert report.sha256 == hashlib.sha256(WORDS.encode()).hexdigest()
    assert report.published == Published()


@pytest.mark.parametrize(
    ("name", "raw", "code", "advice"),
    [
        pytest.param("a.txt", b"", problems.EMPTY, "leave it out", id="empty"),
        pytest.param("a.txt", b" \n\t\n", problems.EMPTY, "leave it out", id="blanks"),
        pytest.param("a.txt", "— … !".encode(), problems.EMPTY, "leave it out", id="no-words"),
        pytest.param("a.txt", b"... !!! ???", problems.EMPTY, "leave it out", id="marks"),
        pytest.param("a.txt", b"--- 123 ---", problems.EMPTY, "no 3 words in a row", id="a-number"),
        pytest.param("a.txt", b"Fire", problems.EMPTY, "no 3 words in a row", id="one-word"),
        pytest.param("a.txt", b"9 10 11 12", problems.EMPTY, "no 3 words in a row", id="numbers-only"),
        pytest.param("a.png", b"\x89PNG\r\n\x1a\n", problems.BINARY, "a PNG picture", id="picture"),
        pytest.param("a.txt", b"PK\x03\x04rest", problems.BINARY, "a zip archive", id="archive-called-txt"),
        pytest.param("a.txt", b"words\0\0\0\xffwords", problems.BINARY, "plain text", id="nuls"),
        pytest.param("a.txt", "Мэр ушёл.".encode("cp1251"), problems.ENCODING, "save it as UTF-8", id="code-page"),
        pytest.param("a.txt", b"ab " * 7_000_000, problems.TOO_LARGE, "more than 20 MB", id="too-large"),
        pytest.param("a.html", b"<html><body></body></html>", problems.NO_ARTICLE, "save the article", id="no-article"),
        pytest.param("a.html", NAVIGATION, problems.NO_ARTICLE, "save the article", id="navigation-only"),
        pytest.param("a.html", b"", problems.NO_ARTICLE, "save the article", id="empty-page"),
        pytest.param("a.html", b"<div>" * 50_000, problems.NO_ARTICLE, "save the article", id="a-page-too-deep"),
        pytest.param(
            "a.txt", b"# x\nhttps://example.org/a\n", problems.LIST, "put @ before", id="a-list-without-its-mark"
        ),
        pytest.param("a.json", b'{"schema": "onrecord/1"}', problems.RECORD, "onrecord show", id="a-record"),
        pytest.param("a.json", b"{", problems.BROKEN_ROW, "is no JSON", id="broken-json"),
        pytest.param("a.csv", b"", problems.EMPTY, "name the columns", id="empty-table"),
        pytest.param("a.csv", b"title,body\n1,2\n", problems.NO_TEXT, "its columns: title, body", id="no-column-text"),
        pytest.param(
            "a.txt",
            "Der Bürgermeister ist am Montag überraschend zurückgetreten, teilte der Rat mit.".encode(),
            problems.LANGUAGE,
            "is in German",
            id="german",
        ),
    ],
)
def test_what_is_no_report_is_told(  # noqa: PLR0913, PLR0917 - a table
    put, read, name, raw, code, advice
):
    """Each kind of file that cannot be read has its code, and one sentence that names the file and what to do."""
    reports, (problem,) = read(put({name: raw}) / name)
    assert (reports, problem.code) == ([], code)
    assert name in problem.message
    assert advice in problem.message
    assert "\n" not in problem.message


@pytest.mark.parametrize("text", ["23 people died", "Ferry sinks off Aster", "Mayor:\n“I stay”"])
def test_three_words_are_a_report(put, read, text):
    """A headline is a report, and a number may be one of its words."""
    (report,), unread = read(put({"a.txt": text}) / "a.txt")
    assert (report.text, unread) == (text, [])


def test_a_script_without_spaces_is_told_as_a_language(put, read):
    """Words that no space parts are words: what is wrong with such a text is its language."""
    _, (problem,) = read(put({"a.txt": "渡轮星期五在暴风雨中沉没。海岸警卫队说有二十三人死亡。"}) / "a.txt")
    assert problem.code == problems.LANGUAGE


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_no_text_is_made_printable(tmp_path, read):
    """A report whose name is not in UTF-8 can be written, and so can a problem that names it."""
    for name, text in ((b"\xff.txt", WORDS), (b"\xfe.txt", "")):
        pathlib.Path(os.fsdecode(bytes(tmp_path) + b"/" + name)).write_text(text)
    (report,), (problem,) = read(tmp_path)
    assert report.name == "\\udcff.txt"
    assert "\\udcfe.txt" in problem.message
    assert msgspec.json.encode([report, problem])


def test_half_a_character_is_told():
    """A text is never rewritten, so one that nothing can write is refused."""
    with pytest.raises(UnreadError, match="half a character") as caught:
        checked(f"{WORDS} \ud83d")
    assert caught.value.code == problems.ENCODING


def test_a_long_report_is_read(put, read):
    """A text of two million characters is a report."""
    (report,), unread = read(put({"a.txt": "The mayor left. " * 130_000}) / "a.txt")
    assert (len(report.text), unread) == (2_080_000, [])


@pytest.mark.parametrize(
    ("source", "code", "advice"),
    [
        pytest.param("nowhere/a.txt", problems.MISSING, "look at how its name is written", id="no-such-file"),
        pytest.param(
            "www.example.org/a", problems.MISSING, "put https:// before it", id="an-address-without-its-start"
        ),
        pytest.param("", problems.MISSING, "name a file", id="no-name"),
        pytest.param("a\0b", problems.DENIED, "cannot be read", id="a-name-that-none-can-have"),
        pytest.param("x" * 5000, problems.DENIED, "cannot be read", id="a-name-too-long"),
        pytest.param("@nowhere.txt", problems.MISSING, "look at how its name is written", id="no-such-list"),
        pytest.param("file:///a.txt", problems.ADDRESS, "give its path", id="a-file-s-address"),
        pytest.param("ftp://example.org/a", problems.ADDRESS, "only http://", id="another-scheme"),
        pytest.param("http://me:secret@example.org/", problems.ADDRESS, "a password", id="a-password"),
        pytest.param("http://[bad", problems.ADDRESS, "how it is written", id="no-host"),
    ],
)
def test_a_source_that_is_not_there_is_told(read, source, code, advice):
    """A source that names nothing is a problem, not an exception."""
    reports, (problem,) = read(source)
    assert (reports, problem.code) == ([], code)
    assert advice in problem.message


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_told(put, read):
    """Permissions are the user's to change."""
    path = put({"a.txt": WORDS}) / "a.txt"
    path.chmod(0)
    reports, (problem,) = read(path)
    assert (reports, problem.code) == ([], problems.DENIED)


def test_a_page_gives_its_article_and_what_it_tells(put, read):
    """Of a page, the article is the text; outlet, title, address and date are those in its head."""
    head = (
        '<meta property="og:site_name" content="Union Telegraph">'
        '<meta property="article:published_time" content="1987-03-02T23:30:00-05:00">'
        '<link rel="canonical" href="https://telegraph.example/ferry">'
    )
    page = PAGE.format(head=head, body=BODY)
    (report,), unread = read(put({"a.html": page}) / "a.html")
    assert not unread
    assert (report.outlet, report.title, report.url) == (
        "Union Telegraph",
        "Ferry sinks",
        "https://telegraph.example/ferry",
    )
    assert (report.published.value, report.published.basis) == ("1987-03-02", "metadata")
    assert "the coast guard said.\nNobody knew" in report.text
    assert "Home" not in report.text
    assert report.sha256 == hashlib.sha256(page.encode()).hexdigest()


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        pytest.param('<meta property="article:modified_time" content="1998-11-14T09:00Z">', "", None, id="modified"),
        pytest.param('<meta name="lastmod" content="1998-11-14">', "", None, id="last-modified"),
        pytest.param('<meta http-equiv="date" content="Sat, 14 Nov 1998 09:00:00 GMT">', "", None, id="server"),
        pytest.param("", '<time class="updated" datetime="1998-11-14">now</time>', None, id="updated"),
        pytest.param("", "<p>Copyright 1998-11-14 by nobody at all.</p>", None, id="in-the-words"),
        pytest.param('<meta name="publisher" content="1998-11-14">', "", None, id="publisher"),
        pytest.param(
            '<meta property="article:modified_time" content="1998-11-14">'
            '<meta property="article:published_time" content="1998-11-13">',
            "",
            "1998-11-13",
            id="both",
        ),
        pytest.param('<meta name="DC.date.issued" content="1998-11-13">', "", "1998-11-13", id="dublin-core"),
        pytest.param(
            '<script type="application/ld+json">{"dateModified": "1998-11-14", "datePublished": "1998-11-13"}</script>',
            "",
            "1998-11-13",
            id="json",
        ),
        pytest.param("", '<time itemprop="datePublished" datetime="1998-11-13">x</time>', "1998-11-13", id="item"),
        pytest.param("", '<abbr class="published" title="1998-11-13">x</abbr>', "1998-11-13", id="microformat"),
        pytest.param(
            '<link rel="canonical" href="https://a.example/1998/11/13/ferry">', "", "1998-11-13", id="address"
        ),
    ],
)
def test_only_a_day_of_publication_is_one(put, read, head, body, day):
    """The day on which a page was changed, or that stands in its words, is not the day of its publication."""
    (report,), _ = read(put({"a.html": PAGE.format(head=head, body=BODY + body)}) / "a.html")
    assert (report.published.value, report.published.basis) == (day, "metadata" if day else "unknown")


def test_a_page_s_address_is_one_of_the_web(put, read):
    """What a browser would run is no address, whoever wrote it into the page."""
    page = PAGE.format(head='<link rel="canonical" href="javascript:alert(1)">', body=BODY)
    (report,), _ = read(put({"a.html": page}) / "a.html")
    assert report.url is None


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        pytest.param("a.txt", PAGE.format(head="", body=BODY).encode(), id="called-txt"),
        pytest.param(
            "a.html", ('<?xml version="1.0" encoding="UTF-8"?>\n' + PAGE.format(head="", body=BODY)).encode(), id="xml"
        ),
        pytest.param("a.html", PAGE.format(head="", body=BODY).encode("utf-16"), id="utf-16"),
        pytest.param("a.html", PAGE.format(head="<!-- \xff -->", body=BODY).encode("latin-1"), id="a-stray-byte"),
    ],
)
def test_a_page_is_read_by_what_it_is(put, read, name, raw):
    """Neither its suffix nor its encoding keeps a page from being read; without a date there is none."""
    (report,), unread = read(put({name: raw}) / name)
    assert not unread
    assert report.text.startswith("Ferry sinks")
    assert report.published == Published()


def test_the_encoding_that_a_page_names_is_taken(put, read):
    """A page in Windows-1252 that says so is read as such, under its older name, too."""
    head = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">'
    page = PAGE.format(head=head, body="<p>“Ça va,” the mayor of Aster said in the café on Monday.</p>").encode(
        "cp1252"
    )
    (report,), _ = read(put({"a.html": page}) / "a.html")
    assert "“Ça va,” the mayor of Aster said in the café" in report.text


def test_standard_input_is_a_report(read):
    """``-`` is the text that is piped in."""
    (report,), unread = read("-", stdin=io.BytesIO(WORDS.encode()))
    assert (report.text, report.name, unread) == (WORDS, "standard input", [])


def test_empty_standard_input_is_told(read):
    """A pipe that gives nothing is a problem."""
    _, (problem,) = read("-", stdin=io.BytesIO())
    assert problem.code == problems.EMPTY
    assert "standard input" in problem.message


def test_a_document_is_one_where_it_is_asked_as_such(put, read):
    """The kind is the caller's word."""
    (report,), _ = read(put({"a.txt": WORDS}) / "a.txt", kind="document")
    assert report.kind == "document"


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_what_an_extra_reads_is_told(put, read, suffix, monkeypatch):
    """Without its extra, a PDF or a Word file is told, with the command that installs it."""
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    raw = {"pdf": b"%PDF-1.7 ...", "docx": b"PK\x03\x04..."}[suffix]
    _, (problem,) = read(put({f"a.{suffix}": raw}) / f"a.{suffix}")
    assert problem.code == problems.NEEDS_EXTRA
    assert f'pip install "onrecord[{suffix}]"' in problem.message


def test_nothing_is_read_before_its_turn(put):
    """Reading is lazy: of two files, the second may still change while the first is looked at."""
    folder = put({"a.txt": WORDS, "b.txt": WORDS})
    items = read_reports([str(folder / "a.txt"), str(folder / "b.txt")])
    next(items)
    (folder / "b.txt").write_text("The council stayed.")
    assert next(items).text == "The council stayed."


def test_a_link_to_itself_is_told(tmp_path, read):
    """A link that leads nowhere is a problem, by itself and in a folder."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    _, (problem,) = read(tmp_path / "a.txt")
    assert problem.code in (problems.LOOP, problems.DENIED)
    _, (problem,) = read(tmp_path)
    assert problem.code == problems.NO_REPORTS


def test_a_file_is_read_once(put, read):
    """A file that is named twice, in whatever way, is one report."""
    folder = put({"a.txt": WORDS, "b/c.txt": "The council stayed."})
    reports, unread = read(folder / "a.txt", folder / "b" / ".." / "a.txt", folder)
    assert ([report.name for report in reports], unread) == (["a.txt", "b/c.txt"], [])


def test_an_id_tells_text_outlet_and_kind(put, read):
    """The same text has the same id wherever it lies, another kind has another."""
    folder = put({"a.txt": WORDS, "b.txt": WORDS})
    (a, b), _ = read(folder)
    (document, _), _ = read(folder, kind="document")
    assert a.id == b.id != document.id
    assert len(a.id) == len("r0123456789")
