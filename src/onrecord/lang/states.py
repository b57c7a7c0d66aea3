"""States as a text calls them: by name, by the word for their people, by the city of their government.

Listed states come from the language's table. Others are learned from the text: a name that has a government,
an army or a capital, and the words that are made of it ("Tarsona", "Tarsonan").
"""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from onrecord.lang import table

FEWEST_STEM = 4
"""Letters that a name and the word for its people share."""


class Known(Struct, frozen=True):
    """The listed states: each form in lower case with the state's canonical name."""

    names: Mapping[str, str]
    demonyms: Mapping[str, str]
    cities: Mapping[str, str]


@cache
def known_states() -> Known:
    """Return the listed states."""
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    cities: dict[str, str] = {}
    for row in table("states")["state"]:
        canonical = row["names"][0]
        names |= dict.fromkeys(map(str.lower, row["names"]), canonical)
        demonyms |= dict.fromkeys(map(str.lower, row["demonyms"]), canonical)
        cities |= dict.fromkeys(map(str.lower, row["cities"]), canonical)
    return Known(names, demonyms, cities)


def is_state_form(words: str) -> bool:
    """Tell whether words (in lower case) are the name of a listed state or the word for its people."""
    known = known_states()
    return words in known.names or words in known.demonyms


def index_states(names: Iterable[str]) -> dict[str, str]:
    """Return the stems of some names that may be states, each with its name; the first name keeps a stem."""
    index: dict[str, str] = {}
    for name in names:
        for stem in sorted(name_stems(name.lower())):
            index.setdefault(stem, name)
    return index


def state_of_demonym(word: str, index: Mapping[str, str]) -> str | None:
    """Return which name a word for people is made of: "Tarsonan" of "Tarsona", "Dzorani" of "Dzoran".

    >>> state_of_demonym("Tarsonans", index_states(["Vessa", "Tarsona"]))
    'Tarsona'
    """
    for stem in sorted(demonym_stems(word), key=len, reverse=True):
        name = index.get(stem)
        if name is not None and name.lower() != word.lower():
            return name
    return None


@cache
def demonym_stems(word: str) -> frozenset[str]:
    """Return what is left of a word without each suffix that makes a word for people."""
    low = word.lower()
    suffixes: list[str] = table("states")["demonym_suffixes"]
    return frozenset(low[: -len(s)] for s in suffixes if low.endswith(s) and len(low) - len(s) >= FEWEST_STEM)


def name_stems(low: str) -> set[str]:
    """Return a name with and without the ending of states."""
    endings: list[str] = table("states")["state_endings"]
    return {low[: len(low) - len(e)] for e in endings if low.endswith(e) and len(low) - len(e) >= FEWEST_STEM}
