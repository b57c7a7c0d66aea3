"""The accounts of a story: commitments, positions, events and their order.

Reads what the steps before found, and says only what clear cues say: what it is not sure of it leaves out.
"""

from onrecord.ledger.commitments import find_commitments
from onrecord.ledger.copies import one_a_text, with_copies
from onrecord.ledger.events import find_events
from onrecord.ledger.positions import find_positions
from onrecord.ledger.scene import set_scenes
from onrecord.ledger.sequence import order_events
from onrecord.model.claims import Alignment
from onrecord.model.ledger import Ledger


def keep_ledger(alignment: Alignment) -> Ledger:
    """Keep account of what was promised, who stands where, and what happened when.

    Args:
        alignment: The reports of one story, read together; entities, claims and dates may be missing, and
            then less is found.

    Returns:
        Commitments and positions in the order of their first words, events by date, and their order.
    """
    scenes = set_scenes(alignment)
    events, places = find_events(one_a_text(scenes))
    commitments, actors = find_commitments(scenes)
    return Ledger(
        commitments, find_positions(scenes), with_copies(events, scenes), order_events(events, places), actors
    )
