"""One text twice: one report with both names under one outlet, two reports under two."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce

from msgspec.structs import replace

from onrecord.model.report import Published, Report

BASES = ("given", "stated", "metadata", "inferred", "unknown")


def merge_copies(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Return the reports with one of each text and outlet, in the order of their names, whatever order they came in.

    A report's id tells its text, outlet and kind, so copies are those of one id. The copy of the smallest
    name stands for all; of several titles and addresses the first of the alphabet is kept, and of several dates
    the surest and then the earliest, for a text is published before it is printed again. What was merged may be
    merged again with further copies, and comes out as if all had been there at once: a record grows so.
    """
    copies: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        copies[report.id].append(report)
    return tuple(sorted((reduce(merge_two, sorted(same, key=place_of)) for same in copies.values()), key=place_of))


def merge_two(first: Report, second: Report) -> Report:
    """Return the first copy with the names of both."""
    names = {*first.also, second.name, *second.also} - {first.name}
    return replace(
        first,
        also=tuple(sorted(names)),
        sha256=first.sha256 if first.name != second.name else min(first.sha256, second.sha256),
        url=first_known(first.url, second.url),
        title=first_known(first.title, second.title),
        published=min(first.published, second.published, key=rank_of),
    )


def first_known(*told: str | None) -> str | None:
    """Return the first in the alphabet of what is told; ``None`` if nothing is."""
    return min(filter(None, told), default=None)


def rank_of(published: Published) -> tuple[int, str]:
    """Return how sure a date is, then how early."""
    return BASES.index(published.basis), published.value or ""


def place_of(report: Report) -> tuple[str, ...]:
    """Return what orders reports: their names, then all that may differ between copies of one name."""
    date = report.published.value or ""
    return (report.name, report.id, date, report.sha256, report.url or "", report.title or "", *report.also)
