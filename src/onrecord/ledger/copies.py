"""Copies: reports with one text are one witness of what happened, and each stands beside the others' words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.ledger.scene import Scene
from onrecord.model.ledger import Event
from onrecord.model.report import Report


def one_a_text(scenes: Iterable[Scene]) -> tuple[Scene, ...]:
    """Return the first scene of each text, in order."""
    first: dict[str, Scene] = {}
    for scene in scenes:
        first.setdefault(scene.notes.report.text, scene)
    return tuple(first.values())


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
