"""Copies: what is found for a text is told for every report that printed it."""

from onrecord.compare.findings import build_finding
from onrecord.compare.told import Story
from onrecord.model.claims import Finding, Side
from onrecord.model.span import ReportId, Span


def with_copies(finding: Finding, story: Story) -> Finding:
    """Return a finding with the copies of its reports on their sides, reports and sides in the record's order."""
    order = {report: k for k, report in enumerate(story.every)}
    sides = sorted(
        (_with_copies(side, story, order) for side in finding.sides), key=lambda side: order[side.reports[0]]
    )
    why = finding.note.split(":")[0]
    return build_finding((finding.kind, finding.aspect), finding.claims, tuple(sides), why=why)


def _with_copies(side: Side, story: Story, order: dict[ReportId, int]) -> Side:
    evidence = [copied for span in side.evidence for copied in _printed(span, story)]
    reports = dict.fromkeys(span.report for span in evidence)
    return Side(
        tuple(sorted(reports, key=order.__getitem__)),
        side.reads,
        tuple(sorted(dict.fromkeys(evidence), key=lambda span: (order[span.report], span.start, span.end))),
    )


def _printed(span: Span, story: Story) -> list[Span]:
    """Return some words in every report that printed their text."""
    text = story.every[span.report].report.text
    twins = (name for name, notes in story.every.items() if notes.report.text == text)
    return [Span(name, span.start, span.end, span.exact) for name in twins]
