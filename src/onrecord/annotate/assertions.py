"""The stretches of a report that assert one thing each."""

from onrecord.model.marks import Annotations, Assertion


def find_assertions(notes: Annotations) -> tuple[Assertion, ...]:
    """Find the assertions of one report, in text order, the larger before what it contains."""
    return ()
