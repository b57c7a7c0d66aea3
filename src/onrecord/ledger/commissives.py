"""The words of undertaking, as the rules read them."""

from functools import cache
from typing import Any

from onrecord.lang import table


@cache
def commissive_words() -> dict[str, Any]:
    """Return the words of undertaking: each table under its name, each list of words behind a ``*``."""
    found = table("commitments")
    tables = {name: rows for name, rows in found.items() if name != "words"}
    return {**tables, **{f"*{name}": frozenset(words) for name, words in found["words"].items()}}
