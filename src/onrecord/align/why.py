"""Why a claim is one claim: the sums behind its pairs, and the best pairs that were left out."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from onrecord.align.claims import Draft
from onrecord.align.headings import choose_headings
from onrecord.align.pairs import CORE, FEATURES, WEIGHTS, Features, above_floor, make_features
from onrecord.align.readings import rank_drafts
from onrecord.align.scores import COPIED, NEVER, STRANGE, TOO_LITTLE, Scores
from onrecord.align.story import Story, lower_by, read_story
from onrecord.align.strangers import APART
from onrecord.align.texts import Floats
from onrecord.align.vectors import Encoder
from onrecord.errors import UnknownIdError
from onrecord.model.marks import Annotations
from onrecord.model.why import Explanation, PairSum

LEFT_OUT = 5
"""How many of the next best pairs are told."""


def explain(annotated: Sequence[Annotations], claim_id: str, *, encoder: Encoder | None) -> Explanation:
    """Say why a claim has the readings it has.

    Args:
        annotated: The reports of the story, as `align` got them.
        claim_id: The claim's id in that alignment.
        encoder: The same encoder.

    Raises:
        UnknownIdError: If there is no such claim, or it stands only in a copy.
    """
    story = read_story(annotated, encoder)
    drafts = rank_drafts(story.drafts, len(story.groups))
    place = {f"c{k + 1}": k for k in range(len(drafts))}.get(claim_id)
    if place is None:
        raise UnknownIdError("claim", claim_id)
    draft = drafts[place]
    scores = _scores_of(story, draft)
    level = scores.level
    features = make_features(story.texts, level, likeness=story.likeness)
    ids = [unit.assertion.id for unit in level.units]
    own = [ids.index(unit.assertion.id) for unit in draft.units]
    text = choose_headings((each.units for each in drafts), [text.notes for text in story.texts])[place]
    if features is None:
        return Explanation(claim_id, text, (), ())
    lower = lower_by(story.texts)
    pairs = tuple(_sum(scores, features, (i, j), lower=lower) for i, j in combinations(own, 2))
    others = tuple(_sum(scores, features, pair, lower=lower) for pair in _left_out(scores, own))
    return Explanation(claim_id, text, pairs, others)


def _scores_of(story: Story, draft: Draft) -> Scores:
    """Return the scores of the level whose units a claim joins; of the small one for a single unit."""
    wanted = {unit.assertion.id for unit in draft.units}
    fitting = [scores for scores in story.scored if wanted <= {u.assertion.id for u in scores.level.units}]
    return fitting[0] if len(draft.units) > 1 else fitting[-1]


def _left_out(scores: Scores, own: Sequence[int]) -> list[tuple[int, int]]:
    """Return the best pairs of a unit of the claim and one outside it."""
    outside = [(scores.of(i, j), i, j) for i in own for j in range(len(scores.level.units)) if j not in own]
    ranked = sorted((row for row in outside if row[0] > NEVER), key=lambda row: (-row[0], row[1:]))
    return [(i, j) for _, i, j in ranked[:LEFT_OUT]]


def _sum(scores: Scores, features: Features, pair: tuple[int, int], *, lower: float) -> PairSum:
    i, j = min(pair), max(pair)
    level = scores.level
    a, b = level.units[i], level.units[j]
    block = features.of(a.report, b.report)
    column = block[:, i - level.bounds[a.report][0], j - level.bounds[b.report][0]]
    parts = features.scale.normalize(column) * WEIGHTS
    order = np.argsort(-np.abs(parts), kind="stable").tolist()
    return PairSum(
        a.assertion.evidence,
        b.assertion.evidence,
        round(scores.of(i, j), 2),
        tuple((FEATURES[k], round(float(parts[k]), 2)) for k in order),
        _veto(scores.of(i, j), column, lower=lower),
    )


def _veto(score: float, column: Floats, *, lower: float = 0.0) -> str | None:
    """Say what decided about a pair whatever its sum in the story.

    A pair that the floor leaves above 0 may still be joined: the floor then only says how strongly.
    """
    words = float(column[CORE.index("words")])
    if score == APART:
        return "reports of two events"
    if words >= COPIED:
        return "the same words"
    if words < STRANGE:
        return "no words alike"
    above = float(above_floor(column[:, None])[0]) + lower
    if not np.isclose(score, max(above, TOO_LITTLE), atol=1e-4):
        return None
    return "what any story asks for" if score > 0 else "too little in common for any story"
