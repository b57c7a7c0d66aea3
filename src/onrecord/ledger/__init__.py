"""The accounts of a story: commitments, positions, events and their order."""

from onrecord.model.claims import Alignment
from onrecord.model.ledger import Ledger


def keep_ledger(alignment: Alignment) -> Ledger:
    """Keep account of what was promised, who stands where, and what happened when."""
    return Ledger()
