"""Web pages: the article, and what the page tells of itself."""

import codecs
import re

from onrecord.ingest.decoding import decode_named
from onrecord.ingest.page_dates import SEARCH, find_published
from onrecord.ingest.problems import NO_ARTICLE, TOO_LARGE, UnreadError
from onrecord.ingest.text import checked, has_sentence
from onrecord.ingest.told import Told

LONGEST_PAGE = 10_000_000
"""Bytes; an article's page has less than one million, and the extractor takes seconds for each."""
START = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
HEAD = 2048
"""Bytes in which a page says what it is; the HTML standard asks for the first 1024."""
ADVICE = "save the article's words as a text file"


def is_html(raw: bytes) -> bool:
    """Tell whether bytes begin as a web page does."""
    return START.match(raw.removeprefix(codecs.BOM_UTF8)[:HEAD]) is not None


def read_html(raw: bytes, *, url: str | None = None, charset: str | None = None) -> Told:
    """Return the article of a page, with its title, outlet and date as far as the page tells them.

    Args:
        raw: The page.
        url: Where it is from.
        charset: The encoding that its server names; it goes before what the page itself says.

    Raises:
        UnreadError: If the page is too large, or holds no article.
    """
    if len(raw) > LONGEST_PAGE:
        why = f"is a page of more than {LONGEST_PAGE // 1_000_000} MB; {ADVICE}"
        raise UnreadError(TOO_LARGE, why)
    from trafilatura import bare_extraction  # noqa: PLC0415 - takes a third of a second
    from trafilatura.settings import Document  # noqa: PLC0415

    markup = decode_page(raw, charset)
    page = bare_extraction(
        markup,
        url=url,
        fast=True,
        with_metadata=True,
        include_comments=False,
        date_extraction_params=dict(SEARCH),
    )
    if not isinstance(page, Document) or not any(has_sentence(line) for line in (page.text or "").splitlines()):
        raise UnreadError(NO_ARTICLE, f"is a page in which no article was found; {ADVICE}")
    return Told(
        text=checked(page.text or ""),
        outlet=page.sitename or None,
        title=page.title or None,
        url=url or page.url or None,
        published=find_published(markup, url),
    )


def decode_page(raw: bytes, charset: str | None) -> str:
    """Return the markup of a page, in the encoding of its mark, its server, its own word or its bytes."""
    try:
        markup = decode_named(raw, charset or declared_charset(raw))
    except UnreadError:
        markup = raw.decode("utf-8", "replace")  # as browsers do; one broken byte may stand outside the article
    return DECLARATION.sub("", markup, count=1)


def declared_charset(raw: bytes) -> str | None:
    """Return the encoding that a page names in its head."""
    found = CHARSET.search(raw[:HEAD])
    return found[1].decode("ascii") if found else None
