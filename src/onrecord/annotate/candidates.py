"""A possible statement: a cue with its source and what may be said."""

from msgspec import Struct

from onrecord.annotate.page import Page, Stretch
from onrecord.model.marks import Mode


class Source(Struct, frozen=True):
    """The words that name who speaks, and the word at their head."""

    stretch: Stretch
    head: int


class Through(Struct, frozen=True):
    """A relay: who passes something on, and the words that say so, if there are any."""

    source: Source
    cue: Stretch | None = None


class Candidate(Struct, frozen=True):
    """A possible statement.

    ``head`` is the word that carries the cue; several candidates of one head compete, the heaviest wins.
    ``content`` are stretches in text order, grown to whole quotations. ``listeners`` are words that the
    construction itself makes addressees ("told X that", "urged X to"); ``regions`` the quotations it claims;
    ``via`` the relays, outermost first.
    """

    head: int
    content: tuple[Stretch, ...]
    rule: str
    weight: float
    cue: tuple[Stretch, ...] = ()
    source: Source | None = None
    mode: Mode | None = None
    listeners: tuple[int, ...] = ()
    regions: tuple[int, ...] = ()
    via: tuple[Through, ...] = ()


def mode_of(page: Page, content: tuple[Stretch, ...]) -> Mode:
    """Tell whether content is quoted, partly quoted or reported."""
    quoted = unquoted = False
    for start, end in content:
        at = start
        for region in page.regions_in((start, end)):
            quoted = True
            unquoted |= _has_letters(page, at, min(region.outer[0], end))
            at = max(at, region.outer[1])
        unquoted |= _has_letters(page, at, end)
    if not quoted:
        return "indirect"
    return "mixed" if unquoted else "direct"


def nominal_mode(page: Page, stretch: Stretch) -> Mode | None:
    """Return "nominal" for a phrase without quotation marks; with them, they decide later."""
    return None if page.regions_in(stretch) else "nominal"


def _has_letters(page: Page, start: int, end: int) -> bool:
    return start < end and any(map(str.isalnum, page.report.text[start:end]))


def quoted_content(page: Page, content: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Return the words between the marks of content that is nothing but quotations, one stretch a pair."""
    return tuple(region.inner for stretch in content for region in page.regions_in(stretch))
