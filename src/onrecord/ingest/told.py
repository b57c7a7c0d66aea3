"""What is told of a report beside its words: by a row of a table, or by the page that it stands on."""

from msgspec import Struct


class Told(Struct, frozen=True):
    """The columns of a row, and what a page says of itself; ``None`` is what is not told."""

    name: str | None = None
    text: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    kind: str | None = None


NOTHING_TOLD = Told()
COLUMNS = Told.__struct_fields__
