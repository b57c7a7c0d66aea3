"""From what was read to a report: its id, its language, and what was told of it."""

import hashlib
import re
from collections.abc import Iterator

from msgspec import Struct

from onrecord.ingest.dates import given_date, metadata_date, read_date
from onrecord.ingest.language import find_foreign_language
from onrecord.ingest.problems import BAD_DATE, BAD_KIND, BAD_URL, LANGUAGE, printable, unread
from onrecord.ingest.told import NOTHING_TOLD, Told
from onrecord.model.marks import Problem
from onrecord.model.report import Published, Report, ReportKind
from onrecord.model.span import ReportId

WEB = re.compile(r"https?://\S+\Z", re.IGNORECASE)
KINDS: dict[str | None, ReportKind] = {"report": "report", "document": "document"}


class Label(Struct, frozen=True):
    """What a report is called, and where its reader finds it."""

    name: str
    place: str


def report_on(
    label: Label, found: Told, *, sha256: str, kind: ReportKind, given: Told = NOTHING_TOLD
) -> Iterator[Report | Problem]:
    """Yield a report, and what is wrong with what was told of it; or why it is none.

    Args:
        label: The report's name; problems name its place.
        found: Its text, and what its page tells of it.
        sha256: Of the bytes as read.
        kind: What it is if no row says otherwise.
        given: What a row tells of it; goes before what is found.
    """
    text = found.text or ""
    language = find_foreign_language(text)
    if language:
        why = f"is in {language}, and only English is read so far; leave it out or give a translation"
        yield unread(LANGUAGE, label.place, why)
        return
    yield from find_misgiven(label, given)
    outlet = given.outlet or plain(found.outlet)
    kind = KINDS.get((given.kind or "").lower(), kind)
    yield Report(
        report_id(text, outlet=outlet, kind=kind),
        printable(label.name),
        text,
        sha256,
        kind=kind,
        outlet=outlet,
        url=web_address(given.url) or web_address(found.url),
        title=given.title or plain(found.title),
        published=published_of(given, found),
        pages=found.pages,
    )


def find_misgiven(label: Label, given: Told) -> Iterator[Problem]:
    """Yield what a row tells in no form that is understood; the report is read without it."""
    if given.published and not read_date(given.published):
        why = f"the date {given.published!r} is not understood; write it as 1998-11-13, 1998-11 or 1998"
        yield unread(BAD_DATE, label.place, why)
    if given.kind and given.kind.lower() not in KINDS:
        yield unread(BAD_KIND, label.place, f"the kind {given.kind!r} is not known; write report or document")
    if given.url and not web_address(given.url):
        why = f"the address {given.url!r} is not one of the web; write it with https:// in front"
        yield unread(BAD_URL, label.place, why)


def web_address(url: str | None) -> str | None:
    """Return an address that a page may link to, so nothing that a browser would run; ``None`` if it is none."""
    return url if url and WEB.match(url) and url.isprintable() else None


def plain(words: str | None) -> str | None:
    """Return what a page says of itself as it can be written; a page may hold halves of characters."""
    return printable(words) if words else None


def report_id(text: str, *, outlet: str | None, kind: ReportKind) -> ReportId:
    """Return the id of a text of an outlet: the same wherever it was read."""
    return ReportId("r" + hashlib.sha256(f"{outlet or ''}|{kind}|{text}".encode()).hexdigest()[:10])


def published_of(given: Told, found: Told) -> Published:
    """Return the time of publication: given, else from the page, else not known."""
    if given.published and (date := read_date(given.published)):
        return given_date(date)
    if found.published and (date := read_date(found.published)):
        return metadata_date(date)
    return Published()


def sha256_of(raw: bytes) -> str:
    """Return the fingerprint of bytes as read."""
    return hashlib.sha256(raw).hexdigest()
