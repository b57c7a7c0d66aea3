"""What of a report's text its writer reports, and what stands beside it."""

import re

from msgspec import Struct

from onrecord.model.report import Aside, Report

PARAGRAPH = re.compile(r"\S.*")


class Layout(Struct, frozen=True):
    """The parts of a report's text.

    ``stretches`` are given to the parser, each by itself; ``body`` are the ranges that the writer reports.
    """

    stretches: tuple[tuple[int, int], ...]
    body: tuple[tuple[int, int], ...]
    asides: tuple[Aside, ...] = ()


def find_layout(report: Report) -> Layout:
    """Tell the body of a report from what stands beside it."""
    lines = tuple(match.span() for match in PARAGRAPH.finditer(report.text))
    return Layout(lines, lines)
