"""Copies: reports with one text are one witness of what happened, and each stands beside the others' words."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from onrecord.ledger.scene import Scene
from onrecord.model.ledger import Event
from onrecord.model.report import Report
from onrecord.model.span import ReportId

Found = TypeVar("Found")


def one_a_text(scenes: Iterable[Scene]) -> tuple[Scene, ...]:
    """Return the first scene of each text, in order."""
    first: dict[str, Scene] = {}
    for scene in scenes:
        first.setdefault(scene.notes.report.text, scene)
    return tuple(first.values())


def alike_in_copies(
    scenes: Iterable[Scene], found: Mapping[ReportId, Sequence[Found]]
) -> dict[Found, tuple[Found, ...]]:
    """Return, for what was found in the first report of each text, the same in all reports of that text.

    Args:
        scenes: Those of the story.
        found: What was found in each report, by its id, in text order: as much in a copy as in its original.
    """
    texts: dict[str, list[Sequence[Found]]] = defaultdict(list)
    for scene in scenes:
        texts[scene.notes.report.text].append(found[scene.notes.report.id])
    return {alike[0]: alike for rows in texts.values() for alike in zip(*rows, strict=False)}


def with_copies(events: Iterable[Event], scenes: Sequence[Scene]) -> tuple[Event, ...]:
    """Return events that stand on the same words of the copies of their reports, too."""
    same: dict[str, list[Report]] = defaultdict(list)
    for scene in scenes:
        same[scene.notes.report.text].append(scene.notes.report)
    twins = {reports[0].id: reports for reports in same.values()}
    return tuple(
        replace(
            event,
            evidence=tuple(twin.span(span.start, span.end) for span in event.evidence for twin in twins[span.report]),
        )
        for event in events
    )
