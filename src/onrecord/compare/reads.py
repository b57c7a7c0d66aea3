"""What a figure reads as in a finding, in the words of its language: "at least 9 miles", "2 lifeboats", "19 hours"."""

import re
from decimal import Decimal

from onrecord.compare.measures import Quantity, counted
from onrecord.lang import table
from onrecord.model.marks import Amount, Bound

LENGTH = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])|(T)")
ROLE_WORDS: dict[str, str] = {"change_by": "by", "change_to": "to"}
"""A change by a number and one to it are two readings."""
BOUND_WORDS: dict[Bound, str] = {
    "exact": "",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
    "about": "about",
    "nearly": "nearly",
}
"""Bounds are the format's words; how a note says them."""


def say_amount(quantity: Quantity, amount: Amount) -> str:
    """Return an amount in few words: its bound, number or range, unit, and what is counted."""
    number = say_number(amount.value)
    if amount.upper is not None:
        number = f"{number} to {say_number(amount.upper)}"
    many = amount.value != "1" or amount.upper is not None
    of = quantity.head if amount.of in counted()["tallies"] else amount.of  # the number of people: "21 people"
    unit = say_count(of or quantity.head or "", many=many) if amount.unit == "1" else say_unit(amount.unit, many=many)
    role = ROLE_WORDS.get(quantity.role)
    return " ".join(part for part in (role, BOUND_WORDS[quantity.bound], number, unit) if part)


def say_number(value: str) -> str:
    """Return a decimal string with its thousands parted.

    >>> say_number("30000000000"), say_number("1.50")
    ('30,000,000,000', '1.50')
    """
    return f"{Decimal(value):,f}"


def say_length(quantity: Quantity, value: str) -> str:
    """Return an ISO 8601 duration in words.

    >>> from onrecord.compare.measures import Quantity
    >>> say_length(Quantity("duration", "PTH", 5400.0, 5400.0, 5400.0, 60.0, "exact"), "PT1H30M")
    '1 hour 30 minutes'
    """
    names, in_clock, parts = table("counted")["lengths"], False, []
    for match in LENGTH.finditer(value):
        in_clock = in_clock or match[3] is not None
        if match[1]:
            name = names[f"T{match[2]}" if in_clock else match[2]]
            parts.append(f"{float(match[1]):,.10g} {name if match[1] == '1' else plural_of(name)}")
    return " ".join(part for part in (BOUND_WORDS[quantity.bound], *parts) if part)


def say_unit(unit: str, *, many: bool) -> str:
    """Return the name of a measure; a currency, a share and a rate keep their code."""
    names = table("units")["measures"].get(unit)
    return unit if names is None else plural_of(names[0]) if many else str(names[0])


def say_count(of: str, *, many: bool) -> str:
    """Return what is counted, in the plural where it is more than one."""
    if not many or not of:
        return of
    *before, last = of.split()
    return " ".join((*before, plural_of(last)))


def plural_of(noun: str) -> str:
    """Return the plural of a noun in lower case; states ("41 dead") and what has no other form stay.

    >>> plural_of("lifeboat"), plural_of("ferry"), plural_of("crewman"), plural_of("dead")
    ('lifeboats', 'ferries', 'crewmen', 'dead')
    """
    plurals = table("counted")["plurals"]
    if (
        noun in plurals["same"]
        or noun in table("amounts")["counted"]["states"]
        or noun.endswith(tuple(plurals["plural_endings"]))
    ):
        return noun
    for ending, plural in plurals["irregular"].items():
        if noun == ending or noun.endswith(ending):
            return noun.removesuffix(ending) + str(plural)
    for ending, plural in plurals["endings"].items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + str(plural)
    return noun + str(plurals["else"])
