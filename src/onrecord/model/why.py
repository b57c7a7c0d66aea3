"""Why assertions stand in one claim: the sum behind each pair."""

from msgspec import Struct

from onrecord.model.span import Span


class PairSum(Struct, frozen=True):
    """How alike two assertions of different reports are, feature by feature.

    ``features`` are named parts of the sum, the largest first; ``score`` is the sum less what the story asks
    for, so that above 0 the two are rather one claim than two. ``veto`` says what was decided whatever the sum.
    """

    a: tuple[Span, ...]
    b: tuple[Span, ...]
    score: float
    features: tuple[tuple[str, float], ...]
    veto: str | None = None


class Explanation(Struct, frozen=True):
    """Why a claim has the readings it has: its pairs, and the best pairs that were left out."""

    claim: str
    text: str
    pairs: tuple[PairSum, ...]
    left_out: tuple[PairSum, ...]
