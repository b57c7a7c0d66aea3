"""What is told of a report beside its words: by a row of a table, or by the page that it stands on."""

from msgspec import Struct


class Told(Struct, frozen=True):
    """The columns of a row, and what a page says of itself; ``None`` is what is not told.

    ``pages`` are the offsets at which the pages of a printed report begin.
    """

    name: str | None = None
    text: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    kind: str | None = None
    pages: tuple[int, ...] = ()


NOTHING_TOLD = Told()
COLUMNS = tuple(name for name in Told.__struct_fields__ if name != "pages")
