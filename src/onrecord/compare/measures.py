"""What a number measures and how far it reaches, so that two of them can be held beside each other."""

from decimal import Decimal, InvalidOperation
from functools import cache
from math import inf
from typing import Any

from msgspec import Struct

from onrecord.lang import table
from onrecord.model.marks import Amount, Bound, Role

SCALES: dict[str, tuple[str, float]] = {
    "mm": ("length", 0.001),
    "cm": ("length", 0.01),
    "m": ("length", 1.0),
    "km": ("length", 1000.0),
    "[in_i]": ("length", 0.0254),
    "[ft_i]": ("length", 0.3048),
    "[yd_i]": ("length", 0.9144),
    "[mi_i]": ("length", 1609.344),
    "[nmi_i]": ("length", 1852.0),
    "mg": ("mass", 1e-6),
    "g": ("mass", 0.001),
    "kg": ("mass", 1.0),
    "[oz_av]": ("mass", 0.0283495),
    "[lb_av]": ("mass", 0.4535924),
    "t": ("mass", 1000.0),
    "[ston_av]": ("mass", 907.1847),
    "[lton_av]": ("mass", 1016.0469),
    "kt": ("mass", 1e6),
    "Mt": ("mass", 1e9),
    "m2": ("area", 1.0),
    "[ft_i]2": ("area", 0.0929),
    "[acr_us]": ("area", 4046.86),
    "har": ("area", 1e4),
    "km2": ("area", 1e6),
    "[mi_i]2": ("area", 2589988.0),
    "mL": ("volume", 1e-6),
    "L": ("volume", 0.001),
    "[gal_us]": ("volume", 0.003785412),
    "[bbl_us]": ("volume", 0.158987),
    "[cft_i]": ("volume", 0.0283168),
    "m3": ("volume", 1.0),
    "km/h": ("speed", 1.0),
    "m/s": ("speed", 3.6),
    "[mi_i]/h": ("speed", 1.609344),
    "[kn_i]": ("speed", 1.852),
    "W": ("power", 1.0),
    "kW": ("power", 1e3),
    "MW": ("power", 1e6),
    "GW": ("power", 1e9),
    "kWh": ("energy", 1.0),
    "MWh": ("energy", 1e3),
    "GWh": ("energy", 1e6),
}
"""UCUM codes of one dimension, in units of one another; a rate ("t/a") is a dimension of its own."""
LARGEST_RATIO = 3.0
"""Two numbers further apart than this measure two things more often than one (written stories: 9 of 10)."""
LARGE = 1000.0
"""From here on a number is soon given rounded without a word that says so."""


class Quantity(Struct, frozen=True):
    """How much of what: a range in the base unit of its dimension.

    ``step`` is the size of the last digit that is given ("3,200": 100). ``head`` is the word that is counted,
    ``fate`` what became of it, ``verb`` the word that governs the number, ``beside`` the nouns that are its subject and
    object, unless the number is in them; ``changing`` tells that the number moves while a story runs, ``day`` when it
    was printed, ``around`` what else the reading says, ``place`` where all that are counted are.
    """

    dimension: str
    unit: str
    value: float
    low: float
    high: float
    step: float
    bound: Bound
    role: Role = "level"
    head: str | None = None
    fate: str | None = None
    vague: bool = False
    changing: bool = False
    verb: str | None = None
    part: bool = False
    day: str | None = None
    around: frozenset[str] = frozenset()
    beside: tuple[str | None, str | None] = (None, None)
    place: str | None = None


@cache
def counted() -> dict[str, Any]:
    """Return what is known of counted things: fates, people, synonyms."""
    rows = table("counted")
    return {
        "fates": {word: fate for fate, words in rows["fates"].items() for word in words},
        "generic": frozenset(rows["people"]["generic"]),
        "people": frozenset(rows["people"]["words"]) | frozenset(rows["people"]["generic"]),
        "same": [frozenset(words) for words in rows["same"]["words"]],
        "changing": frozenset(rows["changing"]["words"]),
        "estimating": frozenset(rows["estimating"]["verbs"]),
        "tallies": frozenset(rows["tallies"]["words"]),
        "parts": frozenset(rows["parts"]["before"]),
        "adding": frozenset(rows["parts"]["adding"]),
        "deals": {verb: stage for stage, verbs in rows["deals"].items() for verb in verbs},
    }


def quantity_of(amount: Amount) -> Quantity | None:
    """Return an amount as a range in base units, without what its sentence says of it; None if it is no number."""
    try:
        value, upper = Decimal(amount.value), Decimal(amount.upper) if amount.upper else None
    except InvalidOperation:
        return None
    dimension, scale = _dimension(amount.unit, value)
    exact = Decimal(str(scale))  # 2.3 km are 2300 m, not 2299.9999999999995
    base = float(value * exact)
    step = float(step_of(value) * exact)
    low, high = reach(base, step, amount.bound)
    if upper is not None and amount.role == "change_from_to":
        base = low = high = float(upper * exact)
    elif upper is not None:
        high = float(upper * exact)
    if amount.vague and high != inf:
        high = inf
    return Quantity(dimension, amount.unit, base, low, high, step, amount.bound, amount.role, vague=amount.vague)


def _dimension(unit: str, value: Decimal) -> tuple[str, float]:
    if unit in SCALES:
        return SCALES[unit]
    if unit == "1" and 0 < value < 1:
        return "%", 100.0
    return ("count", 1.0) if unit == "1" else (unit, 1.0)


def step_of(value: Decimal) -> Decimal:
    """Return the size of the last digit that a number gives: 3,200 is given to the hundred, 7.6 to the tenth."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def reach(value: float, step: float, bound: Bound) -> tuple[float, float]:
    """Return the least and the greatest number that words as these allow."""
    if bound in ("at_least", "more_than"):
        return value, inf
    if bound in ("at_most", "less_than"):
        return -inf, value
    return {"about": (value - step, value + step), "nearly": (value - step, value)}.get(bound, (value, value))


def same_kind(a: Quantity, b: Quantity) -> bool:
    """Tell whether two quantities may measure one thing: one dimension, one counted thing, no other fate or size."""
    if a.dimension != b.dimension or a.fate != b.fate or of_others(a, b) or are_opposed(a, b):
        return False
    if not (a.vague or b.vague) and max(a.value, b.value) > LARGEST_RATIO * min(a.value, b.value):
        return False
    if a.fate and a.fate == b.fate:
        return a.head == b.head or (both_people(a.head, b.head) and not both_special(a.head, b.head))
    if a.head is None and b.head is None:
        return a.unit != "1" or (a.verb is not None and a.verb == b.verb)
    if a.dimension != "count":
        both_by = a.role == b.role == "change_by"
        return (
            a.dimension != "%" or both_by or same_head(a.head, b.head) or are_swapped(a, b)
        )  # "to 40 % of last year's level"
    return same_head(a.head, b.head)


def are_swapped(a: Quantity, b: Quantity) -> bool:
    """Tell whether one report has a change by a share and the other one to it: "cut by 40 percent", "to 40 percent"."""
    return a.unit == b.unit == "%" and a.value == b.value and {a.role, b.role} == {"change_by", "change_to"}


def are_opposed(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers are of two stages of one deal: what is asked for is not what is offered or paid."""
    deals = counted()["deals"]
    return a.verb in deals and b.verb in deals and deals[a.verb] != deals[b.verb]


def of_others(a: Quantity, b: Quantity) -> bool:
    """Tell whether two numbers are told of others: one verb with two subjects or objects, or parts of two wholes."""
    if a.part and b.part and (a.head is None or a.head != b.head):
        return True
    if a.verb is None or a.verb != b.verb:
        return False
    (doer, object_), (other_doer, other_object) = a.beside, b.beside
    if a.verb in counted()["estimating"]:
        return object_ != other_object
    return object_ != other_object or (doer != other_doer and doer is not None and other_doer is not None)


def same_head(a: str | None, b: str | None) -> bool:
    """Tell whether two words count one thing: one word, synonyms, or people of any name beside "people"."""
    if a == b:
        return True
    known = counted()
    if a is None or b is None:
        return False
    if any(a in words and b in words for words in known["same"]):
        return True
    return both_people(a, b) and bool({a, b} & known["generic"])


def both_special(a: str | None, b: str | None) -> bool:
    """Tell whether both words name a sort of people: guards and miners are not the same ones."""
    known = counted()
    sorts = known["people"] - known["generic"] - set(known["fates"])
    return a in sorts and b in sorts


def both_people(a: str | None, b: str | None) -> bool:
    """Tell whether both words count people, or nothing by name."""
    known = counted()
    return all(word is None or word in known["people"] or word in known["fates"] for word in (a, b))
