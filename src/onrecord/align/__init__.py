"""What takes several reports: who is who, which day, which passages say one thing, who is silent."""

from collections.abc import Sequence

from threadpoolctl import threadpool_limits

from onrecord.align.readings import make_claims
from onrecord.align.story import is_large, is_small, read_story
from onrecord.align.strangers import find_strangers
from onrecord.align.utterances import find_utterances
from onrecord.align.vectors import Encoder
from onrecord.align.why import explain
from onrecord.model.claims import Alignment
from onrecord.model.marks import Annotations

__all__ = ["align", "explain", "is_large", "is_small"]


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
        claims, placed = make_claims(story.drafts, story.scored, story.annotated, story.groups)
        utterances = find_utterances(story.texts, story.entities, likeness=story.likeness, events=story.events)
    return Alignment(
        story.annotated,
        entities=story.entities,
        times=tuple(t for notes in story.annotated for t in notes.times),
        amounts=tuple(a for notes in story.annotated for a in notes.amounts),
        statements=tuple(s for notes in story.annotated for s in notes.statements),
        claims=claims,
        placed=placed,
        utterances=utterances,
        problems=(
            *(p for notes in story.annotated for p in notes.problems),
            *find_strangers(story.texts, story.events),
        ),
    )
