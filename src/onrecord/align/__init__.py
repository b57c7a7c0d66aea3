"""What takes several reports: who is who, which day, which passages say one thing, who is silent."""

from collections.abc import Callable, Sequence

from onrecord.align.claims import draft_claims
from onrecord.align.copies import group_copies
from onrecord.align.dates import resolve_dates
from onrecord.align.entities import resolve_entities
from onrecord.align.pairs import Level, make_level, score_pairs
from onrecord.align.readings import make_claims
from onrecord.align.texts import Text, read_texts
from onrecord.align.units import make_units
from onrecord.align.utterances import find_utterances
from onrecord.align.vectors import Encoder
from onrecord.model.claims import Alignment
from onrecord.model.marks import Annotations, Assertion


def align(annotated: Sequence[Annotations], *, encoder: Encoder | None) -> Alignment:
    """Read all reports of one story together.

    Args:
        annotated: The reports of one story, in the record's order.
        encoder: Sentence vectors; without them the score does with shared words.

    Returns:
        Entities and dates across the reports, claims with their readings and cells, utterances.
    """
    entities, annotated = resolve_entities(resolve_dates(annotated))
    groups = group_copies(annotated)
    texts = read_texts([annotated[group[0]] for group in groups], encoder=encoder)
    levels = (_level(texts, is_large), _level(texts, is_small))
    scored = tuple((level, score_pairs(texts, level)) for level in levels)
    drafts = draft_claims(scored[0], scored[1])
    claims, placed = make_claims(drafts, scored, annotated, groups)
    return Alignment(
        annotated,
        entities=entities,
        times=tuple(t for notes in annotated for t in notes.times),
        amounts=tuple(a for notes in annotated for a in notes.amounts),
        statements=tuple(s for notes in annotated for s in notes.statements),
        claims=claims,
        placed=placed,
        utterances=find_utterances(texts, entities),
        problems=tuple(p for notes in annotated for p in notes.problems),
    )


def is_large(assertion: Assertion) -> bool:
    """Tell whether an assertion is compared in the large size."""
    return assertion.within is None and assertion.size in ("sentence", "clause")


def is_small(assertion: Assertion) -> bool:
    """Tell whether an assertion is compared in the small size."""
    return assertion.size == "clause"


def _level(texts: Sequence[Text], pick: Callable[[Assertion], bool]) -> Level:
    return make_level(
        [make_units(k, text, [a for a in text.notes.assertions if pick(a)]) for k, text in enumerate(texts)]
    )
