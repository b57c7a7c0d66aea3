"""Amounts and bounds: how many, how much, how long, and when two such figures cannot both hold.

Looked at before two numbers are called different: what they measure, the unit, the bound ("at least 23" and 41),
rounding ("about 70" and 71), the role (by or to), parts of a sum, and whether the number moves while a story
runs, so that a later report's figure is news.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.compare.durations import duration_of
from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.measures import LARGE, Quantity, counted, quantity_of, same_kind
from onrecord.compare.told import Told
from onrecord.model.claims import Aspect, Finding
from onrecord.model.marks import Amount
from onrecord.model.span import Span
from onrecord.model.words import Word

EQUAL = 0.02
"""Share of a large number by which a rounder form of it may differ: 3,187 and 3,200."""
ROUNDED = 0.1
"""Share by which a round large number and a finer one differ at most to be a matter of precision: 3,000 and 3,200."""
ALIKE = 0.3
"""Share of the lighter reading's weight that two readings must have in common for their figures to be called different."""
CONVERTED = 0.06
"""Share by which two numbers in different units may differ: 40 miles and 64 kilometers are rounded twice."""
DOUBTFUL = 0.2
"""Share from which two rough numbers, or two in different units, are called different."""
WORDS_AFTER = 4
"""Words behind a number in which the noun that it counts is shown."""


def compare_amounts(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say how the amounts of a claim's readings differ, if they measure the same thing."""

    def judge_alike(a: Quantity, b: Quantity) -> Ruling | None:
        ruling = judge(a, b)
        if ruling is None or ruling.kind in ("same", "precision"):
            return ruling
        return ruling if weights.shared(a.around, b.around) >= ALIKE else None

    views = [view for told in readings for view in views_of(told)]
    found: list[Finding] = []
    for kin in kindred(views):
        found += find_differences(claims, kin, judge_alike)
    return tuple(found)


def kindred(views: Sequence[View[Quantity]]) -> Iterator[list[View[Quantity]]]:
    """Yield the views that may measure one thing; where a report has several, those that an other report has are set aside."""
    groups: list[list[View[Quantity]]] = []
    for view in views:
        for group in groups:
            if all(same_kind(view.value, other.value) for other in group):
                group.append(view)
                break
        else:
            groups.append([view])
    for group in groups:
        if len({view.report for view in group}) > 1:
            yield from _unambiguous(group)


def _unambiguous(group: list[View[Quantity]]) -> Iterator[list[View[Quantity]]]:
    """Yield a group in which each report has one number, else the numbers that no other report shares, if that leaves one each."""
    by_report: dict[str, list[View[Quantity]]] = {}
    for view in group:
        by_report.setdefault(view.report, []).append(view)
    if all(len(mine) == 1 for mine in by_report.values()):
        yield group
        return
    lonely = [
        view
        for view in group
        if not any(
            other.report != view.report
            and (ruling := judge(view.value, other.value)) is not None
            and ruling.kind == "same"
            for other in group
        )
    ]
    single = [view for view in lonely if sum(other.report == view.report for other in lonely) == 1]
    if len(single) == len(lonely) and len({view.report for view in single}) > 1:
        yield single


def views_of(told: Told) -> Iterator[View[Quantity]]:
    """Yield the amounts and durations of a reading, with what they count."""
    for amount in told.amounts:
        quantity = quantity_of(amount)
        if quantity is not None:
            full = with_context(quantity, amount, told)
            yield View(told.report, say(full, amount.of), (shown(amount.span, told),), full)
    for time in told.times:
        length = duration_of(time, told)
        if length is not None:
            yield View(told.report, say(length, None), (time.span,), replace(length, around=around(time.span, told)))


def with_context(quantity: Quantity, amount: Amount, told: Told) -> Quantity:
    """Add what the sentence says of a number: what is counted, its fate, whether it is a part, the day."""
    words = told.notes.parse.words_between(amount.span.start, amount.span.end)
    head = head_of(amount, words, told)
    fate = fate_of(words, told)
    known = counted()
    return replace(
        quantity,
        head=head,
        fate=fate,
        verb=verb_of(words, told),
        changing=fate is not None or head in known["changing"],
        part=is_part(words, told),
        day=told.day,
        around=around(amount.span, told),
    )


def around(span: Span, told: Told) -> frozenset[str]:
    """Return the words of meaning of a reading, those of a number left out."""
    return content_of(word for word in told.words if not (span.start <= word.start < span.end) and word.pos != "NUM")


def head_of(amount: Amount, words: Sequence[Word], told: Told) -> str | None:
    """Return the word that a number counts, as its lemma."""
    parse = told.notes.parse
    for word in words:
        noun = parse.words[word.head]
        if word.dep in ("nummod", "quantmod", "amod") and noun.pos in ("NOUN", "PROPN"):
            return noun.lemma
    if amount.of:
        last = amount.of.split()[-1].casefold()
        return last.removesuffix("s") if len(last) > 3 and not last.endswith("ss") else last  # noqa: PLR2004
    return None


def fate_of(words: Sequence[Word], told: Told) -> str | None:
    """Return what became of what is counted, from its noun, its verb and what the verb says of it."""
    if not words:
        return None
    parse, fates = told.notes.parse, counted()["fates"]
    word = words[-1]
    for _ in range(3):
        near = [word, *(parse.words[i] for i in parse.children[word.i])]
        for other in near:
            if other.lemma in fates and other.i not in {w.i for w in words}:
                return str(fates[other.lemma])
        if word.pos == "VERB" or word.head == word.i:
            return None
        word = parse.words[word.head]
    return None


def verb_of(words: Sequence[Word], told: Told) -> str | None:
    """Return the lemma of the verb that governs a number, itself or through its noun."""
    word = words[-1] if words else None
    for _ in range(3):
        if word is None or word.head == word.i:
            return None
        word = told.notes.parse.words[word.head]
        if word.pos == "VERB":
            return word.lemma
    return None


def is_part(words: Sequence[Word], told: Told) -> bool:
    """Tell whether a number is said to be a part or an addition: "including twelve", "another 25", "of whom 36"."""
    if not words:
        return False
    first = words[0].i
    before = told.notes.parse.words[max(0, first - 2) : first]
    after = told.notes.parse.words[words[-1].i + 1 : words[-1].i + 2]
    parts = counted()["parts"]
    return any(word.lemma in parts for word in (*before, *after))


def shown(span: Span, told: Told) -> Span:
    """Return a number with the noun that it counts, where that follows it closely."""
    words = told.notes.parse.words_between(span.start, span.end)
    if not words:
        return span
    noun = told.notes.parse.words[words[-1].head]
    if words[-1].i < noun.i <= words[-1].i + WORDS_AFTER and noun.pos in ("NOUN", "PROPN"):
        return told.notes.report.span(span.start, noun.end)
    return span


def judge(a: Quantity, b: Quantity) -> Ruling | None:
    """Say how two quantities of one thing stand to each other."""
    if not same_kind(a, b):
        return None
    if a.role != b.role:
        return _judge_roles(a, b)
    if a.part != b.part:
        return Ruling("same", "amount", "") if a.value == b.value else None
    if a.unit == b.unit and a.value == b.value and a.bound == b.bound:
        return Ruling("same", "amount", "")
    if is_update(a, b):
        return Ruling("update", "amount", "A later report has a newer figure of what changes")
    if a.unit == b.unit and a.value == b.value and "at_most" not in (a.bound, b.bound) and not (a.vague or b.vague):
        return Ruling("same", "amount", "")
    if {a.bound, b.bound} & OPEN or a.vague or b.vague:
        return _judge_open(a, b)
    return _judge_closed(a, b)


NEARLY = 0.07
"""Share by which "nearly 20" may lie above the figure that another report gives."""
GROWING = ("dead", "injured", "saved", "held", "freed")
"""Fates whose count goes up as a story runs; the missing become fewer."""
OPEN = {"at_least", "more_than", "at_most", "less_than", "nearly"}


def _judge_roles(a: Quantity, b: Quantity) -> Ruling | None:
    roles = {a.role, b.role}
    if roles == {"change_by", "change_to"} and a.value == b.value and not a.changing:
        return Ruling("conflict", "amount", "A change by a number is not a change to it")
    if "change_by" in roles or a.value != b.value:
        return judge(replace(a, role="level"), replace(b, role="level")) if "change_by" not in roles else None
    return Ruling("same", "amount", "")


def is_update(a: Quantity, b: Quantity) -> bool:
    """Tell whether one figure is a later one of what changes while a story runs."""
    if not (a.changing and b.changing and a.day and b.day and a.day != b.day):
        return False
    early, late = (a, b) if a.day < b.day else (b, a)
    if a.fate in GROWING and late.value < early.value:
        return False
    if a.bound == "about" or b.bound == "about":
        return abs(a.value - b.value) > (a.step if a.bound == "about" else b.step)
    return a.value != b.value


def _judge_open(a: Quantity, b: Quantity) -> Ruling | None:
    """Judge two figures of which one only says from where on, or up to where."""
    if a.bound in OPEN and b.bound in OPEN:
        return None
    if abs(a.value - b.value) <= NEARLY * max(abs(a.value), abs(b.value)) and "nearly" in (a.bound, b.bound):
        return Ruling("same", "amount", "")
    if a.high < b.low or b.high < a.low:
        return Ruling("conflict", "amount", "One figure lies outside what the other allows")
    aspect: Aspect = "amount" if a.vague or b.vague else "bound"
    return Ruling("precision", aspect, "One report gives a limit, the other a figure that keeps within it")


def _judge_closed(a: Quantity, b: Quantity) -> Ruling | None:
    """Judge two figures that each say how much, exactly or about."""
    gap, size = abs(a.value - b.value), max(abs(a.value), abs(b.value))
    if (a.high != a.low and not _rough(a) and a.low <= b.value <= a.high) or (
        b.high != b.low and not _rough(b) and b.low <= a.value <= b.high
    ):
        return Ruling("precision", "amount", "One report gives a range, the other a figure inside it")
    if a.unit != b.unit:
        if gap <= max(CONVERTED * size, 0.75 * min(a.step, b.step)):
            return Ruling("same", "amount", "")
        return None if gap <= DOUBTFUL * size else _apart()
    if _rough(a) or _rough(b):
        return _judge_rough(a, b, gap)
    coarse = max(a.step, b.step)
    if size >= LARGE and a.step != b.step and gap <= coarse:
        if gap <= EQUAL * size:
            return Ruling("same", "amount", "")
        if gap <= ROUNDED * size:
            return Ruling("precision", "amount", "One report gives the figure more roughly")
    return _apart()


def _judge_rough(a: Quantity, b: Quantity, gap: float) -> Ruling | None:
    """Judge figures of which one is said to be rough; its last digit counts for half a step either way."""
    step = max(q.step for q in (a, b) if _rough(q))
    if gap <= step / 2:
        return Ruling("same", "amount", "")
    if gap <= step:
        return Ruling("precision", "amount", "One report gives the figure more roughly")
    return None if gap <= DOUBTFUL * max(abs(a.value), abs(b.value)) else _apart()


def _rough(quantity: Quantity) -> bool:
    return quantity.bound == "about"


def _apart() -> Ruling:
    return Ruling("conflict", "amount", "Two figures for one thing that cannot both hold")


def say(quantity: Quantity, of: str | None) -> str:
    """Return a quantity in few words: its bound, number, unit and what is counted."""
    scale = BOUND_WORDS[quantity.bound]
    number = f"{quantity.value:,.10g}" if quantity.unit in ("1", quantity.dimension) else ""
    unit = of or quantity.head or "" if quantity.unit == "1" else quantity.unit
    return " ".join(part for part in (scale, number, unit) if part)


BOUND_WORDS = {
    "exact": "",
    "at_least": "at least",
    "at_most": "at most",
    "more_than": "more than",
    "less_than": "less than",
    "about": "about",
    "nearly": "nearly",
}
"""Bounds are the format's words; how a note says them."""
