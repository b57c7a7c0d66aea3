"""Two figures beside each other: equal, one within the other, newer, or apart.

The order of the questions matters: role, part, equality, news, bound, and only then difference.
"""

from msgspec.structs import replace

from onrecord.compare.findings import Ruling
from onrecord.compare.measures import LARGE, Quantity, same_kind
from onrecord.model.claims import Aspect

EQUAL = 0.02
"""Share of a large number by which a rounder form of it may differ: 3,187 and 3,200."""
ROUNDED = 0.1
"""Share by which a round large number and a finer one differ at most to be a matter of precision: 3,000 and 3,200."""
CONVERTED = 0.06
"""Share by which two numbers in different units may differ: 40 miles and 64 kilometers are rounded twice."""
DOUBTFUL = 0.2
"""Share from which two rough numbers, or two in different units, are called different."""
NEARLY = 0.07
"""Share by which "nearly 20" may lie above the figure that another report gives."""
GROWING = ("dead", "injured", "saved", "held", "freed")
"""Fates whose count goes up as a story runs; the missing become fewer."""
OPEN = {"at_least", "more_than", "at_most", "less_than", "nearly"}


def judge(a: Quantity, b: Quantity) -> Ruling | None:
    """Say how two quantities of one thing stand to each other."""
    if not same_kind(a, b):
        return None
    if a.role != b.role:
        return _judge_roles(a, b)
    if a.part != b.part:
        return SAME if a.value == b.value else None
    if is_equal(a, b):
        return SAME
    if is_update(a, b):
        return Ruling("update", "amount", "A later report has a newer figure of what changes")
    return judge_reach(a, b)


def judge_reach(a: Quantity, b: Quantity) -> Ruling | None:
    """Say whether what two figures of one thing allow lies apart, one within the other, or neither."""
    return _judge_open(a, b) if {a.bound, b.bound} & OPEN or a.vague or b.vague else _judge_closed(a, b)


SAME = Ruling("same", "amount", "")
APART = Ruling("conflict", "amount", "Two figures for one thing that cannot both hold")


def is_equal(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures are one number; "up to 40" and "40" are not, "at least 40" and "40" may pass for it."""
    if a.unit != b.unit or a.value != b.value:
        return False
    return a.bound == b.bound or ("at_most" not in (a.bound, b.bound) and not (a.vague or b.vague))


def _judge_roles(a: Quantity, b: Quantity) -> Ruling | None:
    roles = {a.role, b.role}
    if roles == {"change_by", "change_to"} and a.value == b.value and not a.changing:
        return Ruling("conflict", "amount", "A change by a number is not a change to it")
    if "change_by" in roles or a.value != b.value:
        return judge(replace(a, role="level"), replace(b, role="level")) if "change_by" not in roles else None
    return SAME


def is_update(a: Quantity, b: Quantity) -> bool:
    """Tell whether one figure is a later one of what changes while a story runs."""
    if a.vague or b.vague or not (a.changing and b.changing and a.day and b.day and a.day != b.day):
        return False
    early, late = (a, b) if a.day < b.day else (b, a)
    if a.fate in GROWING and late.value < early.value:
        return False
    if "nearly" in (a.bound, b.bound) and abs(a.value - b.value) <= NEARLY * max(abs(a.value), abs(b.value)):
        return False
    if a.bound == "about" or b.bound == "about":
        return abs(a.value - b.value) > (a.step if a.bound == "about" else b.step)
    return a.value != b.value


def _judge_open(a: Quantity, b: Quantity) -> Ruling | None:
    """Judge two figures of which one only says from where on, or up to where."""
    if a.bound == b.bound == "nearly":
        return _judge_rough(replace(a, bound="about"), replace(b, bound="about"), abs(a.value - b.value))
    if a.bound in OPEN and b.bound in OPEN:
        return None
    if abs(a.value - b.value) <= NEARLY * max(abs(a.value), abs(b.value)) and "nearly" in (a.bound, b.bound):
        return SAME
    if a.high < b.low or b.high < a.low:
        return Ruling("conflict", "amount", "One figure lies outside what the other allows")
    aspect: Aspect = "amount" if a.vague or b.vague else "bound"
    return Ruling("precision", aspect, "One report gives a limit, the other a figure that keeps within it")


def _judge_closed(a: Quantity, b: Quantity) -> Ruling | None:
    """Judge two figures that each say how much, exactly or about."""
    gap, size = abs(a.value - b.value), max(abs(a.value), abs(b.value))
    if _holds(a, b) or _holds(b, a):
        return Ruling("precision", "amount", "One report gives a range, the other a figure inside it")
    if a.unit != b.unit:
        close = gap <= max(CONVERTED * size, 0.75 * min(a.step, b.step))
        return SAME if close else None if gap <= DOUBTFUL * size else APART
    return _judge_rough(a, b, gap) if _rough(a) or _rough(b) else _judge_exact(a, b, gap)


def _holds(a: Quantity, b: Quantity) -> bool:
    """Tell whether one figure is a range with the other inside it."""
    return a.high != a.low and not _rough(a) and a.low <= b.value <= a.high


def _judge_exact(a: Quantity, b: Quantity, gap: float) -> Ruling:
    """Judge two exact figures; large ones may be given rounded without a word that says so."""
    size = max(abs(a.value), abs(b.value))
    if a.dimension == "duration" and gap <= CONVERTED * size:
        return SAME  # "a 30-year low" is rounded without a word that says so
    coarse = max(a.step, b.step)
    if size >= LARGE and a.step != b.step and gap <= coarse:
        if gap <= EQUAL * size:
            return SAME
        if gap <= ROUNDED * size:
            return Ruling("precision", "amount", "One report gives the figure more roughly")
    return APART


def _judge_rough(a: Quantity, b: Quantity, gap: float) -> Ruling | None:
    """Judge figures of which one is said to be rough; its last digit counts for half a step either way."""
    step = max(q.step for q in (a, b) if _rough(q))
    if gap <= step / 2:
        return SAME
    if gap <= step:
        return Ruling("precision", "amount", "One report gives the figure more roughly")
    return None if gap <= DOUBTFUL * max(abs(a.value), abs(b.value)) else APART


def _rough(quantity: Quantity) -> bool:
    return quantity.bound == "about"
