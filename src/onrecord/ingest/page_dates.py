"""When a page says that it was published: only by marks that mean the first publication.

The day of a change, of a crawl or of a picture is later than that, or has nothing to do with it; where a
page tells no other, its day is not known.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

SEARCH = {
    "original_date": True,
    "extensive_search": False,  # markup only: dates in the words are for the annotation to read
    "outputformat": "%Y-%m-%d",
    "min_date": "1600-01-01",
    "max_date": "2999-12-31",  # the default is today, and a record must not depend on the clock
}
PUBLISHED = re.compile(
    r"publi[cs]|pub-?date|issued|post[_-]?(?:ed|date)|dateposted|date_?created"
    r"|\A(?:article[.:]|dc(?:terms)?[.:])?(?:date|created)\Z"
    r"|\A(?:citation_date|sailthru\.date|displaydate|article_date_original|pdate|ptime)\Z"
)
"""Names of marks that mean the publication: those of Open Graph, schema.org, Dublin Core and common systems."""
CHANGED = re.compile(r"modif|updat|revis|publisher|publication_?(?:name|id)")
IN_JSON = re.compile(r'"(?:datePublished|dateCreated|uploadDate)"\s*:\s*"([^"\\]{4,40})"')
MARK = '<meta property="article:published_time" content="{}">'


def find_published(markup: str, url: str | None) -> str | None:
    """Return the day on which a page says that it was published, year first; ``None`` if it does not say.

    A day in the page's address is that of its publication, too.
    """
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - takes a third of a second
    from trafilatura.utils import load_html  # noqa: PLC0415

    tree = load_html(markup)
    if tree is None:
        return None
    marks = "".join(MARK.format(html.escape(value)) for value in published_values(tree))
    link = tree.find('.//link[@rel="canonical"]')
    address = url or (link.get("href") if link is not None else None)
    page = f"<html><head>{marks}</head><body><p></p></body></html>"
    found = extract_metadata(page, default_url=address, date_config=dict(SEARCH))
    return found.date or None


def published_values(tree: Any) -> Iterator[str]:  # noqa: ANN401 - lxml comes with trafilatura
    """Yield what stands in the marks of publication: in the head, in JSON-LD, in the article."""
    for mark in tree.iter("meta"):
        if is_published(mark.get("property") or mark.get("name") or mark.get("itemprop")):
            yield mark.get("content") or ""
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from IN_JSON.findall(script.text or "")
    for mark in tree.iter("time", "abbr", "span"):
        if mark.get("pubdate") is not None or is_published(mark.get("itemprop") or mark.get("class")):
            yield mark.get("datetime") or mark.get("content") or mark.get("title") or ""


def is_published(name: str | None) -> bool:
    """Tell whether a mark of this name is the day of publication."""
    name = (name or "").lower()
    return bool(PUBLISHED.search(name)) and not CHANGED.search(name)
