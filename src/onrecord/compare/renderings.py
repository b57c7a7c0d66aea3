"""Renderings of one utterance: what a report makes of words that another one gives otherwise.

Quotations that share a run of words are compared word by word (`wording`); here are the others, where one report
quotes and another retells. A rendering of a few words, or one that says all of it, is no finding.
"""

from msgspec.structs import replace

from onrecord.compare.findings import build_finding
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.told import Story
from onrecord.model.claims import Finding, Rendering, Side, Utterance
from onrecord.model.span import Span

LEAST_ALIKE = 0.35
MOST_ALIKE = 0.8
"""Share of the lighter rendering's weight that both have in common: less may be another remark, more is the same."""
LEAST_SHARED = 1
LEAST_SIZE = 3
"""Words of meaning in common, and in the shorter rendering, at the least."""


def compare_renderings(story: Story, weights: Weights) -> tuple[Finding, ...]:
    """Say where reports give one remark in words of their own."""
    found = (_finding(utterance, story, weights) for utterance in story.alignment.utterances)
    return tuple(finding for finding in found if finding is not None)


def _finding(utterance: Utterance, story: Story, weights: Weights) -> Finding | None:
    here = [replace(each, span=_own_span(each, story)) for each in utterance.renderings]
    first, *rest = {each.span: each for each in here}.values()
    statement = story.statements.get(first.statement)
    if statement is None or statement.mode not in ("direct", "mixed"):
        return None
    others = [each for each in rest if each.relation != "same_words" and is_retold(first, each, story, weights=weights)]
    if not others:
        return None
    sides = tuple(
        Side((each.span.report,), " ".join(each.span.exact.split()), (each.span,)) for each in (first, *others)
    )
    claims = story.claims_at(each.span for each in (first, *others))
    return build_finding(("framing", "wording"), claims, sides, why="One remark is given in other words")


def is_retold(a: Rendering, b: Rendering, story: Story, *, weights: Weights) -> bool:
    """Tell whether two renderings of different reports are one remark and not the same words."""
    ours, theirs = _content(a, story), _content(b, story)
    if a.span.report == b.span.report or min(len(ours), len(theirs)) < LEAST_SIZE or not _one_speaker(a, b, story):
        return False
    return len(ours & theirs) >= LEAST_SHARED and LEAST_ALIKE <= weights.shared(ours, theirs) <= MOST_ALIKE


def _one_speaker(a: Rendering, b: Rendering, story: Story) -> bool:
    """Tell whether two renderings are of one person's words, as far as both name one."""
    ours, theirs = (story.statements[each.statement].speaker for each in (a, b))
    return ours is not None and ours == theirs


def _own_span(rendering: Rendering, story: Story) -> Span:
    """Return the words of a rendering in the report of that text that is compared."""
    span = rendering.span
    return Span(story.first_of(span.report), span.start, span.end, span.exact)


def _content(rendering: Rendering, story: Story) -> frozenset[str]:
    span = rendering.span
    return content_of(story.notes[span.report].parse.words_between(span.start, span.end))
