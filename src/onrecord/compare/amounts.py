"""Amounts and bounds: how many, how much, how long, and when two such figures cannot both hold.

Looked at before two numbers are called different: what they measure, the unit, the bound ("at least 23" and 41),
rounding ("about 70" and 71), the role (by or to), parts of a sum, and whether the number moves while a story
runs, so that a later report's figure is news.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from onrecord.compare.durations import duration_of
from onrecord.compare.figures import judge
from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.measures import Quantity, both_people, counted, quantity_of, same_kind
from onrecord.compare.reads import say_amount, say_length
from onrecord.compare.told import Told
from onrecord.model.claims import Finding
from onrecord.model.marks import Amount
from onrecord.model.span import Span
from onrecord.model.words import Word

ALIKE = 0.3
"""Share of the lighter reading's weight that two readings have in common, at the least, before figures are two."""
ALIKE_MEASURES = 0.4
"""The same for lengths of time, money and shares, of which a story has many beside one another."""
ALIKE_BARE = 0.5
"""The same for a number without a noun beside one with a noun."""
MOVING = ("speed", "Cel")
"""What is measured anew from hour to hour: a storm's pace, the heat of a day."""
WORDS_AFTER = 4
"""Words behind a number in which the noun that it counts is shown."""


def compare_amounts(claims: tuple[str, ...], readings: Sequence[Told], weights: Weights) -> tuple[Finding, ...]:
    """Say how the amounts of a claim's readings differ, if they measure the same thing."""

    def judge_alike(a: Quantity, b: Quantity) -> Ruling | None:
        ruling = judge(a, b)
        vague = (a.vague or b.vague) and a.dimension != "count"  # a story has many "billions of dollars"
        if ruling is None or ruling.kind == "same" or (ruling.kind == "precision" and not vague):
            return ruling
        least = ALIKE if a.dimension == "count" else ALIKE_MEASURES
        return ruling if weights.shared(a.around, b.around) >= least else None

    views = lend_nouns([view for told in readings for view in views_of(told)], weights)
    found: list[Finding] = []
    for kin in kindred(views):
        found += find_differences(claims, kin, judge_alike)
    return tuple(found)


def lend_nouns(views: Sequence[View[Quantity]], weights: Weights) -> list[View[Quantity]]:
    """Let a bare number ("put their number at 300") count what the likest reading of another report counts."""
    return [_with_noun(view, views, weights) for view in views]


def _with_noun(view: View[Quantity], views: Sequence[View[Quantity]], weights: Weights) -> View[Quantity]:
    mine = view.value
    bare = [v for v in views if v.report == view.report and v.value.dimension == "count" and v.value.head is None]
    if mine.dimension != "count" or mine.head is not None or len(bare) > 1:
        return view
    lenders = [
        (weights.shared(mine.around, v.value.around), v.value)
        for v in views
        if v.report != view.report
        and v.value.dimension == "count"
        and v.value.head is not None
        and weights.alike(mine.around, v.value.around, ALIKE_BARE)
    ]
    if not lenders:
        return view
    _, likest = max(lenders, key=lambda row: row[0])
    return replace(view, value=replace(mine, head=likest.head, fate=mine.fate or likest.fate))


def kindred(views: Sequence[View[Quantity]]) -> Iterator[list[View[Quantity]]]:
    """Yield the views that may measure one thing, of two reports at least."""
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
    """Yield a group in which each report has one number.

    Where one has several, the numbers that another report has, too, are set aside, if that leaves one each.
    """
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
            yield View(told.report, say_amount(full, amount), (shown(amount.span, told),), full)
    for time in told.times:
        length = duration_of(time, told)
        if length is not None:
            reads = say_length(length, time.value or "")
            yield View(told.report, reads, (time.span,), replace(length, around=around(time.span, told)))


def with_context(quantity: Quantity, amount: Amount, told: Told) -> Quantity:
    """Add what the sentence says of a number: what is counted, its fate, whether it is a part, the day."""
    words = told.notes.parse.words_between(amount.span.start, amount.span.end)
    head = head_of(amount, words, told)
    fate = fate_of(words, told) if both_people(head, None) else None
    known = counted()
    return replace(
        quantity,
        head=head,
        fate=fate,
        verb=verb.lemma if (verb := verb_of(words, told)) is not None else None,
        changing=fate is not None or head in known["changing"] or quantity.dimension in MOVING,
        part=is_part(words, told) or head in known["parts"],
        beside=beside(words, told),
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
        outside = not amount.span.start <= noun.start < amount.span.end
        if word.dep in ("nummod", "quantmod", "amod") and noun.pos in ("NOUN", "PROPN") and outside:
            return noun.lemma
    if amount.of:
        last = amount.of.split()[-1].casefold()
        return last.removesuffix("s") if len(last) > 3 and not last.endswith("ss") else last  # noqa: PLR2004
    return None


def fate_of(words: Sequence[Word], told: Told) -> str | None:
    """Return what became of what is counted, from its noun, its verb and what the verb says of it; not of an age."""
    if not words or words[-1].dep == "appos":
        return None
    parse, fates = told.notes.parse, counted()["fates"]
    word = words[-1]
    for _ in range(4):
        near = [word, *(parse.words[i] for i in parse.children[word.i])]
        near += [under for each in near if each.text == "as" for under in parse.dependents(each)]
        for other in near:
            if other.lemma in fates and other.i not in {w.i for w in words}:
                return str(fates[other.lemma])
        if word.pos == "VERB" or word.head == word.i:
            return None
        word = parse.words[word.head]
    return None


def beside(words: Sequence[Word], told: Told) -> tuple[str | None, str | None]:
    """Return the common nouns that are subject and object of the verb over a number, and do not hold the number."""
    verb, parse = verb_of(words, told), told.notes.parse
    if verb is None:
        return (None, None)
    found: list[str | None] = []
    for labels in (("nsubj", "nsubjpass"), ("dobj",)):
        over = verb
        while labels[0] == "nsubj" and over.dep in ("xcomp", "pcomp") and not any(parse.dependents(over, *labels)):
            over = parse.words[over.head]
        noun = next(iter(parse.dependents(over, *labels)), None)
        mine = noun is not None and noun.pos == "NOUN" and words[-1].i not in parse.subtree(noun)
        found.append(noun.lemma if noun is not None and mine else None)
    return (found[0], found[1])


def verb_of(words: Sequence[Word], told: Told) -> Word | None:
    """Return the verb that governs a number, itself or through its noun."""
    word = words[-1] if words else None
    for _ in range(3):
        if word is None or word.head == word.i:
            return None
        word = told.notes.parse.words[word.head]
        if word.pos == "VERB":
            return word
    return None


def is_part(words: Sequence[Word], told: Told) -> bool:
    """Tell whether a number is said to be a part or an addition: "including twelve", "another 25", "of whom 36"."""
    if not words:
        return False
    first, last = words[0].i, words[-1].i
    known = told.notes.parse.words
    near = [*known[max(0, first - 2) : first], *known[last + 1 : last + 2]]
    added = any(word.lemma in counted()["parts"] and not _is_bound(word, known) for word in near)
    whole = [word.text.casefold() for word in known[max(0, first - 2) : first]]
    return added or known[min(last + 1, len(known) - 1)].lemma == "of" or _of_whom(whole) or _is_within(words[-1], told)


def _is_bound(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether "more" stands in "more than", which adds nothing."""
    return word.i + 1 < len(words) and words[word.i + 1].lemma == "than"


def _of_whom(before: Sequence[str]) -> bool:
    """Tell whether a number follows "of whom" or the like: it is a part of another one."""
    return len(before) == 2 and before[0] == "of" and before[1] in ("whom", "which", "them", "these", "those")  # noqa: PLR2004


def _is_within(word: Word, told: Told) -> bool:
    """Tell whether a number is one "among" others, or that of a place ("in the province, where 38 died")."""
    parse = told.notes.parse
    nouns = (word, parse.words[word.head])
    if any(child.lemma == "among" for noun in nouns for child in parse.dependents(noun, "prep")):
        return True
    while word.head != word.i:
        if word.dep == "relcl" and any(child.lemma == "where" for child in parse.dependents(word, "advmod")):
            return True
        word = parse.words[word.head]
    return False


def shown(span: Span, told: Told) -> Span:
    """Return a number with the noun that it counts, where that follows it closely."""
    words = told.notes.parse.words_between(span.start, span.end)
    if not words:
        return span
    noun = told.notes.parse.words[words[-1].head]
    if words[-1].i < noun.i <= words[-1].i + WORDS_AFTER and noun.pos in ("NOUN", "PROPN"):
        return told.notes.report.span(span.start, noun.end)
    return span
