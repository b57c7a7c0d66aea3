"""A story on its way to claims: what aligning and explaining both need."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.align.claims import Draft, draft_claims
from onrecord.align.copies import group_copies
from onrecord.align.dates import resolve_dates
from onrecord.align.entities import resolve_entities
from onrecord.align.likeness import Likeness
from onrecord.align.pairs import WITHOUT_VECTORS, Level, make_features, make_level
from onrecord.align.scores import Scores, score_pairs
from onrecord.align.strangers import find_events, heed_events
from onrecord.align.texts import Text, read_texts
from onrecord.align.units import Unit, make_units
from onrecord.align.vectors import Encoder
from onrecord.model.marks import Annotations, Assertion, Entity


class Story(NamedTuple):
    """The reports of a story, read together.

    ``groups`` are copies together, as indices of ``annotated``, the original first; ``texts`` are the originals,
    in that order. ``scored`` are the scores of the levels, the large first.
    ``events`` are the texts that each text is linked with (`find_events`), ``likeness`` what each two texts share.
    """

    annotated: tuple[Annotations, ...]
    entities: tuple[Entity, ...]
    groups: tuple[tuple[int, ...], ...]
    texts: tuple[Text, ...]
    scored: tuple[Scores, ...]
    drafts: tuple[Draft, ...]
    likeness: Likeness
    events: tuple[int | None, ...] = ()


def read_story(annotated: Sequence[Annotations], encoder: Encoder | None) -> Story:
    """Resolve entities and dates, set copies aside, score all pairs and draft the claims."""
    entities, resolved = resolve_entities(resolve_dates(annotated))
    groups = group_copies(resolved)
    texts = read_texts([resolved[group[0]] for group in groups], encoder=encoder)
    return score_story(resolved, entities, groups=groups, texts=texts)


def score_story(
    annotated: tuple[Annotations, ...],
    entities: tuple[Entity, ...],
    *,
    groups: tuple[tuple[int, ...], ...],
    texts: tuple[Text, ...],
) -> Story:
    """Score all pairs of a story's assertions and draft its claims; what is of two events is not joined."""
    lower = lower_by(texts)
    units = [make_units(k, text, filter(is_compared, text.notes.assertions)) for k, text in enumerate(texts)]
    levels = (_level(units, is_large), _level(units, is_small))
    likeness = Likeness(texts)
    features = [make_features(texts, level, likeness=likeness) for level in levels]
    events = find_events(features[0], levels[0], lower=lower) if features[0] else (None,) * len(texts)
    large, small = (
        heed_events(score_pairs(own, level, lower=lower), events) for level, own in zip(levels, features, strict=True)
    )
    drafts = tuple(draft_claims(large, small))
    return Story(annotated, entities, groups, texts, (large, small), drafts, likeness, events)


def lower_by(texts: Sequence[Text]) -> float:
    """Return by how much sums on the usual scale are lower than usual, for want of vectors."""
    return 0.0 if any(text.vectors.shape[1] for text in texts) else WITHOUT_VECTORS


def is_large(assertion: Assertion) -> bool:
    """Tell whether an assertion is compared in the large size."""
    return assertion.within is None and assertion.size in ("sentence", "clause")


def is_small(assertion: Assertion) -> bool:
    """Tell whether an assertion is compared in the small size."""
    return assertion.size == "clause"


def is_compared(assertion: Assertion) -> bool:
    """Tell whether an assertion is compared in either size."""
    return is_large(assertion) or is_small(assertion)


def _level(units: Sequence[Sequence[Unit]], pick: Callable[[Assertion], bool]) -> Level:
    return make_level([[unit for unit in row if pick(unit.assertion)] for row in units])
