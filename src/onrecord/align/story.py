"""A story on its way to claims: what aligning and explaining both need."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from onrecord.align.claims import Draft, draft_claims
from onrecord.align.copies import group_copies
from onrecord.align.dates import resolve_dates
from onrecord.align.entities import resolve_entities
from onrecord.align.pairs import Level, make_level, score_pairs
from onrecord.align.texts import Floats, Text, read_texts
from onrecord.align.units import make_units
from onrecord.align.vectors import Encoder
from onrecord.model.marks import Annotations, Assertion, Entity


class Story(NamedTuple):
    """The reports of a story, read together.

    ``groups`` are copies together, as indices of ``annotated``, the original first; ``texts`` are the originals,
    in that order. ``scored`` are the levels, the large first, with their pairs' scores.
    """

    annotated: tuple[Annotations, ...]
    entities: tuple[Entity, ...]
    groups: tuple[tuple[int, ...], ...]
    texts: tuple[Text, ...]
    scored: tuple[tuple[Level, Floats], ...]
    drafts: tuple[Draft, ...]


def read_story(annotated: Sequence[Annotations], encoder: Encoder | None) -> Story:
    """Resolve entities and dates, set copies aside, score all pairs and draft the claims."""
    entities, resolved = resolve_entities(resolve_dates(annotated))
    groups = group_copies(resolved)
    texts = read_texts([resolved[group[0]] for group in groups], encoder=encoder)
    levels = (_level(texts, is_large), _level(texts, is_small))
    large, small = ((level, score_pairs(texts, level)) for level in levels)
    return Story(resolved, entities, groups, texts, (large, small), tuple(draft_claims(large, small)))


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
