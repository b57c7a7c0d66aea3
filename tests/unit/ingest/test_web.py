"""An address is fetched within limits, from the web alone, and each way to fail is told."""

import contextlib
import gzip
import hashlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.ingest import problems
from onrecord.ingest.problems import UnreadError
from onrecord.ingest.web import Limits, fetch

pytestmark = pytest.mark.enable_socket

WORDS = "The mayor of Aster left on Monday."
PAGE = (
    '<html><head><meta property="og:site_name" content="Union Telegraph">'
    '<meta property="article:published_time" content="1998-11-13"></head>'
    "<body><article><h1>Mayor leaves</h1><p>The mayor of Aster left on Monday, the council said.</p>"
    "<p>Nobody in the café knew why she had gone so soon.</p></article></body></html>"
)
HTML, TEXT = {"Content-Type": "text/html; charset=utf-8"}, {"Content-Type": "text/plain"}
DOCUMENTS = Path(__file__).parent / "documents"
PDF, WORD = (DOCUMENTS / name for name in ("broken_words.pdf", "word.docx"))
UNNAMED = {"Content-Type": "application/octet-stream"}
WORD_KIND = {"Content-Type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
ANSWERS = {
    "/pdf": (200, {"Content-Type": "application/pdf"}, PDF.read_bytes()),
    "/pdf-unnamed": (200, UNNAMED, PDF.read_bytes()),
    "/pdf-called-page": (200, HTML, PDF.read_bytes()),
    "/word": (200, WORD_KIND, WORD.read_bytes()),
    "/word-unnamed": (200, UNNAMED, WORD.read_bytes()),
    "/word-called-text": (200, TEXT, WORD.read_bytes()),
    "/program": (200, UNNAMED, b"\x7fELF"),
    "/locked": (200, {"Content-Type": "application/pdf"}, (DOCUMENTS / "password.pdf").read_bytes()),
    "/page": (200, HTML, PAGE.encode()),
    "/page-latin": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, PAGE.encode("latin-1")),
    "/packed": (200, HTML | {"Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
    "/text": (200, TEXT, WORDS.encode()),
    "/caf%C3%A9": (200, TEXT, WORDS.encode()),
    "/unnamed": (200, {}, PAGE.encode()),
    "/hop": (302, {"Location": "/page"}, b""),
    **{f"/hop{n}": (302, {"Location": f"/hop{n - 1}" if n > 1 else "/page"}, b"") for n in range(1, 7)},
    "/circle": (302, {"Location": "/circle2"}, b""),
    "/circle2": (301, {"Location": "/circle"}, b""),
    "/to-file": (302, {"Location": "file:///etc/hosts"}, b""),
    "/to-ftp": (302, {"Location": "ftp://127.0.0.1/a"}, b""),
    "/missing": (404, HTML, PAGE.encode()),
    "/forbidden": (403, HTML, PAGE.encode()),
    "/failing": (500, HTML, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/picture-called-text": (200, TEXT, b"\x89PNG"),
    "/zstd": (200, HTML | {"Content-Encoding": "zstd"}, b"x"),
    "/damaged": (200, HTML | {"Content-Encoding": "gzip"}, b"not packed at all"),
    "/bomb": (200, TEXT | {"Content-Encoding": "gzip"}, gzip.compress(b"a " * 5_000_000)),
    "/large": (200, TEXT, b"a " * 600_000),
    "/empty": (200, TEXT, b""),
    "/cut": (200, TEXT | {"Content-Length": "1000"}, WORDS.encode()),
    "/german": (200, TEXT, b"Der Rat der Stadt hat am Montag in der Sitzung lange geredet und nichts beschlossen."),
}


class Server(BaseHTTPRequestHandler):
    """Answers from the table above; keeps silent, or drips, where asked to."""

    def do_GET(self):
        """Answer; a client that has gone away needs none."""
        with contextlib.suppress(OSError):
            self.answer()

    def answer(self):
        """Answer."""
        if self.path == "/silent":
            time.sleep(1.0)
        if self.path == "/drip":
            self.drip()
            return
        if self.path == "/agent":
            status, headers, body = 200, TEXT, self.headers["User-Agent"].encode()
        else:
            status, headers, body = ANSWERS.get(self.path, (404, TEXT, b""))
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self):
        """Send a byte now and then: never silent, never done."""
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        for _ in range(40):
            self.wfile.write(b"a ")
            time.sleep(0.05)

    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    """A server on this machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("no_proxy", "*")
        server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.mark.parametrize("path", ["/page", "/page-latin", "/packed", "/unnamed", "/hop", "/hop5", "/page#part"])
def test_a_page_is_read(site, read, path):
    """Whatever its encoding and however it is reached, an article is a report, and its bytes are kept."""
    kept = {}
    (report,), unread = read(site + path, keep=kept.__setitem__)
    assert not unread
    assert (report.outlet, report.title, report.url) == ("Union Telegraph", "Mayor leaves", site + path)
    assert (report.published.value, report.published.basis) == ("1998-11-13", "metadata")
    assert "Nobody in the café knew why" in report.text
    ((name, raw),) = kept.items()
    assert report.sha256 == hashlib.sha256(raw).hexdigest()
    assert report.name == name
    assert name.startswith(f"127.0.0.1-{report.sha256[:10]}")


@pytest.mark.parametrize("path", ["/text", "/café", "/caf%C3%A9"])
def test_a_text_is_read(site, read, path):
    """Plain text is a report; an address may have letters beyond ASCII."""
    (report,), unread = read(site + path)
    assert (report.text, report.outlet, unread) == (WORDS, None, [])


@pytest.mark.parametrize(
    ("path", "file"),
    [
        *((path, PDF) for path in ("/pdf", "/pdf-unnamed", "/pdf-called-page")),
        *((path, WORD) for path in ("/word", "/word-unnamed", "/word-called-text")),
    ],
)
def test_a_document_is_read_as_its_file_would_be(site, read, path, file):
    """PDF and Word are known by their bytes, whatever the server calls them; what is kept reads the same."""
    pytest.importorskip("pypdfium2" if file == PDF else "docx")
    kept = {}
    (report,), unread = read(site + path, keep=kept.__setitem__)
    (own,), _ = read(file)
    assert (report.text, report.pages, unread) == (own.text, own.pages, [])
    assert [Path(name).suffix for name in kept] == [file.suffix]


@pytest.mark.parametrize(
    ("path", "code", "told"),
    [
        pytest.param("/missing", problems.WEB_ANSWER, "404 (has no such page)", id="404"),
        pytest.param("/forbidden", problems.WEB_ANSWER, "403 (does not let programs read it)", id="403"),
        pytest.param("/failing", problems.WEB_ANSWER, "500", id="500"),
        pytest.param("/circle", problems.WEB_REDIRECT, "in a circle", id="redirects-in-a-circle"),
        pytest.param("/hop6", problems.WEB_REDIRECT, "too often", id="six-redirects"),
        pytest.param("/to-file", problems.WEB_REDIRECT, "away from the web", id="redirect-to-a-file"),
        pytest.param("/to-ftp", problems.WEB_UNREACHABLE, "ftp", id="redirect-to-ftp"),
        pytest.param("/picture", problems.WEB_KIND, "is image/png", id="picture"),
        pytest.param("/program", problems.WEB_KIND, "is application/octet-stream", id="program"),
        pytest.param("/picture-called-text", problems.BINARY, "a PNG picture", id="picture-called-text"),
        pytest.param("/zstd", problems.WEB_KIND, "packed as zstd", id="packed-in-another-way"),
        pytest.param("/damaged", problems.WEB_ANSWER, "damaged on its way", id="damaged"),
        pytest.param("/empty", problems.EMPTY, "no words", id="empty"),
        pytest.param("/cut", problems.WEB_ANSWER, "cut off", id="cut-off"),
        pytest.param("/german", problems.LANGUAGE, "is in German", id="german"),
    ],
)
def test_what_is_not_read_is_told(site, read, path, code, told):
    """Each failure is one problem that names the address."""
    reports, (problem,) = read(site + path)
    assert (reports, problem.code) == ([], code)
    assert site + path in problem.message
    assert told in problem.message


@pytest.mark.parametrize(
    ("path", "limits", "code"),
    [
        pytest.param("/silent", Limits(silence=0.2), problems.WEB_TIME, id="silent"),
        pytest.param("/drip", Limits(total=0.3), problems.WEB_TIME, id="never-done"),
        pytest.param("/large", Limits(size=1_000_000), problems.TOO_LARGE, id="too-large"),
        pytest.param("/word", Limits(size=10_000), problems.TOO_LARGE, id="document-too-large"),
        pytest.param("/bomb", Limits(size=1_000_000), problems.TOO_LARGE, id="too-large-unpacked"),
    ],
)
def test_no_address_costs_more_than_its_limits(site, path, limits, code):
    """Silence, length and size end where the limits are."""
    begun = time.monotonic()
    with pytest.raises(UnreadError) as caught:
        fetch(site + path, limits=limits)
    assert caught.value.code == code
    assert time.monotonic() - begun < 1.5


def test_a_locked_document_says_so(site, read):
    """A document that is not read is told of as its file would be."""
    pytest.importorskip("pypdfium2")
    reports, (problem,) = read(f"{site}/locked")
    assert (reports, problem.code) == ([], problems.LOCKED)


def test_a_server_that_is_not_there_is_told(read):
    """A refused connection is a problem."""
    _, (problem,) = read("http://127.0.0.1:9/page")
    assert problem.code == problems.WEB_UNREACHABLE


def test_onrecord_says_who_it_is(site, read):
    """The server can see what reads it, and in whose name."""
    (report,), _ = read(f"{site}/agent")
    assert report.text == f"onrecord/{__version__} (+offline reader; fetches only addresses its user names)"


def test_an_address_is_fetched_once(site, read, put):
    """An address in a list and on the command line is one report."""
    folder = put({"urls.txt": f"# today\n{site}/text\n{site}/page\n"})
    reports, unread = read(f"{site}/text", f"@{folder}/urls.txt")
    assert ([report.url for report in reports], unread) == ([f"{site}/text", f"{site}/page"], [])
