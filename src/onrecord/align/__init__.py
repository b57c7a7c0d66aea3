"""What takes several reports: who is who, which day, which passages say one thing, who is silent."""

from collections.abc import Sequence

from threadpoolctl import threadpool_limits

from onrecord.align.readings import make_claims
from onrecord.align.story import Story, is_large, is_small, read_story
from onrecord.align.strangers import find_strangers
from onrecord.align.utterances import find_utterances
from onrecord.align.vectors import Encoder
from onrecord.align.why import explain
from onrecord.model.claims import Alignment
from onrecord.model.marks import Annotations
from onrecord.model.span import ReportId

__all__ = ["align", "explain", "is_large", "is_small"]


def told_with(story: Story) -> tuple[ReportId | None, ...]:
    """Return for each report the first one that tells of the same event; a copy tells what its original does."""
    event_of = {k: event for group, event in zip(story.groups, story.events, strict=True) for k in group}
    return tuple(
        None if (event := event_of[k]) is None else story.texts[event].notes.report.id
        for k in range(len(story.annotated))
    )


def align(annotated: Sequence[Annotations], *, encoder: Encoder | None) -> Alignment:
    """Read all reports of one story together.

    Args:
        annotated: The reports of one story, in the record's order.
        encoder: Sentence vectors; without them the score does with shared words.

    Returns:
        Entities and dates across the reports, claims with their readings and cells, utterances.
    """
    with threadpool_limits(limits=1):  # a second thread on these small matrices only burns CPU (measured: twofold)
        story = read_story(annotated, encoder)
        claims, placed = make_claims(story.drafts, story.scored, annotated=story.annotated, groups=story.groups)
        utterances = find_utterances(story.texts, story.entities, likeness=story.likeness, events=story.events)
    return Alignment(
        story.annotated,
        entities=story.entities,
        times=tuple(t for notes in story.annotated for t in notes.times),
        amounts=tuple(a for notes in story.annotated for a in notes.amounts),
        statements=tuple(s for notes in story.annotated for s in notes.statements),
        claims=claims,
        placed=tuple(placed.get(a.id) for notes in story.annotated for a in notes.assertions),
        told_with=told_with(story),
        utterances=utterances,
        problems=(
            *(p for notes in story.annotated for p in notes.problems),
            *find_strangers(story.texts, story.events),
        ),
    )
