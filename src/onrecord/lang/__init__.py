"""What is particular to a language, as data: one folder a language, one TOML file a subject.

Each file says at its top where its entries come from. No step knows a word of English by itself.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """Return a table of a language, for instance ``table("cues")``; do not change what it returns.

    Raises:
        FileNotFoundError: If the language has no such table.
    """
    path = files("onrecord.lang") / language / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
