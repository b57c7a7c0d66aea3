"""Addresses: fetched because the user named them, within limits of time and size, and nothing else."""

import hashlib
import http.client
import re
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import zlib
from email.message import Message
from typing import IO, Any

from msgspec import Struct

from onrecord import __version__
from onrecord.ingest.files import Form, document_form
from onrecord.ingest.problems import (
    ADDRESS,
    TOO_LARGE,
    WEB_ANSWER,
    WEB_KIND,
    WEB_REDIRECT,
    WEB_TIME,
    WEB_UNREACHABLE,
    UnreadError,
)

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
FETCHED = frozenset({"http", "https"})
PAGE_KINDS = frozenset({"text/html", "application/xhtml+xml"})
DOCUMENT_KINDS = frozenset(
    {"application/pdf", "application/x-pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
)
UNNAMED_KINDS = frozenset({"application/octet-stream", "binary/octet-stream", "application/force-download"})
"""What servers call a file that they know nothing of: its bytes tell."""
READ_KINDS = PAGE_KINDS | DOCUMENT_KINDS | {"text/plain", "text/markdown"}
ACCEPTED = "text/html, text/plain, application/pdf, */*;q=0.1"
SUFFIXES: dict[Form, str] = {"page": ".html", "text": ".txt", "pdf": ".pdf", "docx": ".docx"}
USER_AGENT = f"onrecord/{__version__} (+offline reader; fetches only addresses its user names)"
SAFE_IN_URL = "%/:=&?~#+!$,;'@()*[]"
UNSAFE_IN_NAME = re.compile(r"[^A-Za-z0-9.-]+")
PIECE = 65_536
"""Bytes after which the limits are looked at."""
BY_HAND = "open it in a browser and save the article's words as a text file"


class Limits(Struct, frozen=True):
    """What one address may cost: seconds of silence, seconds in all, bytes."""

    silence: float = 10.0
    total: float = 60.0
    size: int = 10_000_000


class Fetched(Struct, frozen=True):
    """What an address answered; ``name`` is a safe file name made of the host and the bytes."""

    name: str
    raw: bytes
    url: str
    form: Form
    charset: str | None


class FewRedirects(urllib.request.HTTPRedirectHandler):
    """Follows five redirects, and none of them twice."""

    max_redirections = 5
    max_repeats = 1

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        *answer: Any,  # noqa: ANN401 - passed on
    ) -> urllib.request.Request | None:
        """Return the next request, and read no more of the answer that leads to it: it may be without end."""
        fp.close()
        return super().redirect_request(req, fp, *answer)


def is_address(source: str) -> bool:
    """Tell whether a source is an address, of whatever kind, and no path."""
    return SCHEME.match(source) is not None


def fetch(address: str, *, limits: Limits = Limits()) -> Fetched:  # noqa: B008 - frozen
    """Return what an address answers.

    Raises:
        UnreadError: If it is no address of the web, or its server does not answer with a text or a page in time.
    """
    request = request_of(address)
    until = time.monotonic() + limits.total
    try:
        with opener().open(request, timeout=limits.silence) as response:
            kind, charset = response.headers.get_content_type(), response.headers.get_content_charset()
            check_kind(kind, response.headers)
            raw = unpacked(read_pieces(response, until=until, limits=limits), response.headers, limits=limits)
            check_bytes(raw, kind)
            url = response.geturl()
    except urllib.error.HTTPError as error:
        error.close()
        raise refusal(error) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise failure(error) from error
    form = document_form(raw) or ("page" if kind in PAGE_KINDS else "text")
    return Fetched(name_of(url, raw, form), raw, url, form, charset)


def opener() -> urllib.request.OpenerDirector:
    """Return what opens http and https, through the proxies of the environment, and no file or FTP server."""
    opening = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.UnknownHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
        FewRedirects,
    ):
        opening.add_handler(handler())
    return opening


def request_of(address: str) -> urllib.request.Request:
    """Return the request for an address, in which letters beyond ASCII are written as the web wants them.

    Raises:
        UnreadError: If it is no address of the web.
    """
    scheme, _, _ = address.partition("://")
    if scheme.lower() == "file":
        raise UnreadError(ADDRESS, "is a file's address; give its path instead")
    if scheme.lower() not in FETCHED:
        raise UnreadError(ADDRESS, f"{scheme}:// is not fetched, only http:// and https://; {BY_HAND}")
    try:
        parts = urllib.parse.urlsplit(address)
        if parts.username is not None or not parts.hostname:
            raise UnreadError(ADDRESS, f"is no address that can be fetched (a name or a password in it?); {BY_HAND}")
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
        url = urllib.parse.quote(parts._replace(netloc=host, fragment="").geturl(), safe=SAFE_IN_URL)
    except ValueError as error:
        raise UnreadError(ADDRESS, f"is no address that can be fetched ({error}); look at how it is written") from error
    return urllib.request.Request(url, headers={"User-Agent": USER_AGENT, "Accept": ACCEPTED})  # noqa: S310 - checked above


def check_kind(kind: str, headers: Message) -> None:
    """Pass over a text, a page or a document; what a server names no kind of is looked at later.

    Raises:
        UnreadError: If it is something else.
    """
    if kind not in READ_KINDS | UNNAMED_KINDS and headers.get("Content-Type"):
        raise unread_kind(kind)


def check_bytes(raw: bytes, kind: str) -> None:
    """Pass over bytes without a kind that are a document.

    Raises:
        UnreadError: If they are not.
    """
    if kind in UNNAMED_KINDS and document_form(raw) is None:
        raise unread_kind(kind)


def unread_kind(kind: str) -> UnreadError:
    """Return what is wrong with an answer that is no report."""
    why = f"is {kind}, neither a page nor plain text, PDF or Word; save it and convert it to plain text"
    return UnreadError(WEB_KIND, why)


def read_pieces(response: http.client.HTTPResponse, *, until: float, limits: Limits) -> bytes:
    """Return the body of an answer, piece by piece as it comes.

    Raises:
        UnreadError: If it is too large, comes too slowly, or is cut off.
    """
    raw = bytearray()
    while piece := response.read1(PIECE):
        raw += piece
        if len(raw) > limits.size:
            raise too_large(limits)
        if time.monotonic() > until:
            raise UnreadError(WEB_TIME, f"was not there after {limits.total:g} seconds; try again later, or {BY_HAND}")
    if len(raw) < int(response.headers.get("Content-Length") or 0):
        raise UnreadError(WEB_ANSWER, "was cut off on its way; try again")
    return bytes(raw)


def unpacked(raw: bytes, headers: Message, *, limits: Limits) -> bytes:
    """Return a body that a server packed, though it was not asked to, within the same limit.

    Raises:
        UnreadError: If it is too large, or packed in another way.
    """
    packing = (headers.get("Content-Encoding") or "identity").lower()
    if packing == "identity":
        return raw
    if packing not in ("gzip", "x-gzip"):
        raise UnreadError(WEB_KIND, f"is packed as {packing}, which is not read; {BY_HAND}")
    unpacking = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        plain = unpacking.decompress(raw, limits.size + 1)
    except zlib.error as error:
        raise UnreadError(WEB_ANSWER, f"was damaged on its way ({error}); try again") from error
    if len(plain) > limits.size:
        raise too_large(limits)
    return plain


def too_large(limits: Limits) -> UnreadError:
    """Return what is wrong with an answer without end."""
    return UnreadError(TOO_LARGE, f"has more than {limits.size / 1_000_000:g} MB; {BY_HAND}")


def refusal(error: urllib.error.HTTPError) -> UnreadError:
    """Return what a server's answer means that is not the page."""
    if error.code in range(300, 400):
        why = "redirects in a circle, too often, or away from the web"
        return UnreadError(WEB_REDIRECT, f"{why}; give the address that a browser ends at")
    reasons = {
        401: "asks for a password",
        403: "does not let programs read it",
        404: "has no such page",
        410: "has it no more",
    }
    reason = reasons.get(error.code, error.reason or "no reason given")
    return UnreadError(WEB_ANSWER, f"its server says {error.code} ({reason}); look at the address, or {BY_HAND}")


def failure(error: Exception) -> UnreadError:
    """Return why a server did not answer."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return UnreadError(WEB_TIME, f"its server is silent; try again later, or {BY_HAND}")
    if isinstance(reason, ssl.SSLCertVerificationError):
        return UnreadError(WEB_UNREACHABLE, f"its certificate does not hold ({reason.verify_message}); {BY_HAND}")
    said = (reason.strerror if isinstance(reason, OSError) else None) or str(reason) or type(reason).__name__
    return UnreadError(WEB_UNREACHABLE, f"cannot be reached ({said}); look at the address and the connection")


def name_of(url: str, raw: bytes, form: Form) -> str:
    """Return a file name that tells the host and depends on the bytes."""
    host = UNSAFE_IN_NAME.sub("_", urllib.parse.urlsplit(url).hostname or "web").strip(".")
    return f"{host}-{hashlib.sha256(raw).hexdigest()[:10]}{SUFFIXES[form]}"
