"""The page: one file that opens from disk, asks nothing of the network, and runs no script but its own."""

from base64 import b64encode
from hashlib import sha256

from onrecord.model.record import Record
from onrecord.show.marks import CELL_MARKS, FINDING_MARKS
from onrecord.show.page import lay_page
from onrecord.show.quality import ON_WHAT
from onrecord.show.templating import part, template


def show_html(record: Record) -> str:
    """Return the record as one HTML page.

    The same record gives the same bytes. All words of reports are escaped by the templates, and the
    page's Content-Security-Policy allows its own script and style, by their sums, and nothing else.
    """
    style, script = part("page.css"), part("page.js")
    return template("base.html.j2").render(
        page=lay_page(record),
        policy="; ".join(
            (
                "default-src 'none'",
                f"style-src {_sum(style)}",
                f"script-src {_sum(script)}",
                "base-uri 'none'",
                "form-action 'none'",
            )
        ),
        style=style,
        script=script,
        cell_marks=CELL_MARKS,
        finding_marks=FINDING_MARKS,
        on_what=ON_WHAT,
    )


def _sum(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
