"""Write lang/en/states.toml anew: the names that CLDR has for the states it lists, beside those kept by hand.

usage: make_states.py [--unlisted]

The rows are kept by hand: add or change one, then run this. CLDR has no words for people and no seats of government,
so these are never touched. ``--unlisted`` prints the territories of CLDR that no row names; most are no states.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from babel import Locale

TARGET = Path(__file__).parent.parent / "src" / "onrecord" / "lang" / "en" / "states.toml"
FIRST = "[[state]]\n"
SPELLED = (("&", "and"), ("St.", "Saint"), ("’", "'"))
ASIDE = re.compile(r" \(.*\)$")
NO_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
CALLED = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo"}
"""Territories that CLDR calls by a city, and the rows that they are."""


class Row(TypedDict):
    """A state: its names, the canonical one first; its adjective and people; the cities of its government."""

    names: list[str]
    demonyms: list[str]
    cities: list[str]


def territories() -> dict[str, str]:
    """Return the territories of CLDR by their codes, under its English names."""
    named: Mapping[str, str] = Locale("en").territories
    return {code: name for code, name in sorted(named.items()) if code.isalpha() and code not in NO_STATES}


def spellings(name: str) -> Iterator[str]:
    """Yield a name of CLDR as texts spell it.

    >>> list(spellings("St. Mora & Vessa"))
    ['St. Mora & Vessa', 'Saint Mora and Vessa', 'St. Mora and Vessa']
    """
    plain = ASIDE.sub("", name)
    full = plain
    for sign, word in SPELLED:
        full = full.replace(sign, word)
    yield from dict.fromkeys((plain, full, plain.replace("&", "and")))


def rows() -> list[Row]:
    """Return the rows of the table, each with the names that CLDR adds."""
    states: list[Row] = tomllib.loads(TARGET.read_text(encoding="utf-8"))["state"]
    by_name = {name.lower(): row for row in states for name in row["names"]}
    for code, name in territories().items():
        forms = list(spellings(name))
        known = [form.lower() for form in (CALLED.get(code, ""), *forms) if form.lower() in by_name]
        row = by_name[known[0]] if known else None
        if row and code not in CALLED:
            row["names"] += [form for form in forms if form.lower() not in by_name]
    return states


def unlisted() -> list[str]:
    """Return the territories of CLDR that no row names."""
    known = {name.lower() for row in rows() for name in row["names"]}
    return [
        f"{code} {name}"
        for code, name in territories().items()
        if not any(form.lower() in known for form in (CALLED.get(code, ""), *spellings(name)))
    ]


def page() -> str:
    """Return the file: what stands before the first row, then the rows."""
    head = TARGET.read_text(encoding="utf-8").split(FIRST, 1)[0]
    return head + "\n".join(map(_row, rows()))


def _row(row: Row) -> str:
    return FIRST + "".join(f"{key} = {_list(row[key])}\n" for key in ("names", "demonyms", "cities"))


def _list(words: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    if "--unlisted" in sys.argv:
        print("\n".join(unlisted()))
    sys.exit(0)
