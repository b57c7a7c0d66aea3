"""What the readings of claims show beside one another: findings, origins, passages."""

from onrecord.model.claims import Alignment, Comparison


def compare(alignment: Alignment) -> Comparison:
    """Compare the readings of each claim."""
    return Comparison(alignment.claims)
