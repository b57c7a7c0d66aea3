"""What the sentence around a number says of it: what is counted and where, its fate, its verb, whose it is, the whole.

A number is compared with another one only where all of this allows that both count one thing.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.compare.heavy import content_of
from onrecord.compare.measures import Quantity, both_people, counted
from onrecord.compare.told import Told
from onrecord.lang import table
from onrecord.model.marks import Amount
from onrecord.model.span import Span
from onrecord.model.words import Word

MOVING = ("speed", "Cel")
"""What is measured anew from hour to hour: a storm's pace, the heat of a day."""
MEMBERS = ("they", "them", "these", "those")
"""Behind "of": what a part is taken from."""
WORDS_AFTER = 4
"""Words behind a number in which the noun that it counts is shown."""


def with_context(quantity: Quantity, amount: Amount, told: Told) -> Quantity:
    """Add what the sentence says of a number: what is counted, its fate, whether it is a part, the day."""
    words = told.notes.parse.words_between(amount.span.start, amount.span.end)
    place = place_of(words, told)
    head = head_of(amount, words, told) or ("people" if place and quantity.dimension == "count" else None)
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
        place=place,
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
        if last in counted()["tallies"]:
            return _tallied(words, told) or last
        return last.removesuffix("s") if len(last) > 3 and not last.endswith("ss") else last  # noqa: PLR2004
    return None


def _tallied(words: Sequence[Word], told: Told) -> str | None:
    """Return what the number of something is of, where a number is what that comes to."""
    parse, verb = told.notes.parse, verb_of(words, told)
    for noun in () if verb is None else parse.dependents(verb, "nsubj", "nsubjpass", "dobj"):
        for prep in parse.dependents(noun, "prep"):
            if noun.lemma in counted()["tallies"] and prep.lemma == "of":
                return next((each.lemma for each in parse.dependents(prep, "pobj")), None)
    return None


def place_of(words: Sequence[Word], told: Told) -> str | None:
    """Return where those counted are, if a word of place says it of all: "218 aboard"; not "took 9 people aboard"."""
    if not words:
        return None
    parse, places = told.notes.parse, table("counted")["places"]
    noun = parse.words[words[-1].head]
    those = noun if words[-1].dep == "nummod" and noun.pos == "NOUN" else words[-1]
    over = parse.words[those.head]
    if those.dep == "dobj" and over.lemma not in places["holding"]:
        return None
    near = [those, *parse.dependents(those, "relcl"), *([over] if over.lemma in places["holding"] else [])]
    for word in near:
        for child in parse.dependents(word, "advmod", "prep"):
            below = " ".join([child.lemma, *(each.lemma for each in parse.dependents(child, "pobj"))])
            if below in places["words"]:
                return str(places["words"][below])
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
        near += [parse.words[i] for each in near if each.lemma in counted()["tallies"] for i in parse.subtree(each)]
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
        over = _with_subject(verb, told) if labels[0] == "nsubj" else verb
        noun = next(iter(parse.dependents(over, *labels)), None)
        mine = noun is not None and noun.pos == "NOUN" and words[-1].i not in parse.subtree(noun)
        found.append(noun.lemma if noun is not None and mine else None)
    return (found[0], found[1])


def _with_subject(verb: Word, told: Told) -> Word:
    """Return the verb whose subject does the deed: one that is not finite takes that of its governor."""
    parse, over = told.notes.parse, verb
    while not any(parse.dependents(over, "nsubj", "nsubjpass", "expl")):
        open_clause = over.dep in ("xcomp", "pcomp") or (over.dep == "advcl" and over.tag in ("VBG", "VBN", "VB"))
        if not open_clause and not (over.pos == "ADP" and over.dep == "prep"):
            return over
        over = parse.words[over.head]
    return over


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


def is_corrected(amount: Amount, told: Told) -> bool:
    """Tell whether a number is said not to be so: "not 17 but at least 24"."""
    words = told.notes.parse.words_between(amount.span.start, amount.span.end)
    return bool(words) and words[0].i > 0 and told.notes.parse.words[words[0].i - 1].lemma == "not"


def is_part(words: Sequence[Word], told: Told) -> bool:
    """Tell whether a number is said to be a part or an addition: "including twelve", "another 25", "of whom 36"."""
    if not words:
        return False
    first, last = words[0].i, words[-1].i
    known = told.notes.parse.words
    near = [*known[max(0, first - 2) : first], *known[last + 1 : last + 2]]
    added = any(word.lemma in counted()["parts"] and not _is_bound(word, known) for word in near)
    added = added and not (near[0].lemma == "among" and near[0].i == first - 2 and near[1].lemma in ("the", "these"))
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
    if _is_of_one(word, told) or any(_is_among(noun, parse.words) for noun in nouns):
        return True
    if any(child.lemma == "among" for noun in nouns for child in parse.dependents(noun, "prep")):
        return True
    while word.head != word.i:
        if word.dep == "relcl" and any(child.lemma == "where" for child in parse.dependents(word, "advmod")):
            return True
        word = parse.words[word.head]
    return False


def _is_among(noun: Word, words: Sequence[Word]) -> bool:
    """Tell whether "among the nine" follows a noun at once."""
    behind = words[noun.i + 1 : noun.i + 3]
    return len(behind) > 1 and behind[0].lemma == "among" and (behind[1].lemma == "the" or behind[1].pos == "NUM")


def _is_of_one(word: Word, told: Told) -> bool:
    """Tell whether a number is said of one among several: "the largest of them, thought to be worth 7 million"."""
    parse = told.notes.parse
    while word.head != word.i and word.dep not in ("nsubj", "nsubjpass", "ROOT", "conj", "ccomp"):
        word = parse.words[word.head]
        if word.lemma in table("amounts")["counted"]["totals"]:
            return False
        for prep in parse.dependents(word, "prep"):
            if prep.lemma == "of" and any(each.lemma in MEMBERS for each in parse.dependents(prep, "pobj")):
                return True
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
