"""What a verb governs, in the report's own words: the rest of a title, or the deed that is asked for."""

from collections.abc import Iterator

from onrecord.ledger.captions import LONGEST_TITLE, RELATIVES, name_of, told_verb
from onrecord.ledger.moods import event_words
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import TRIMMED, phrase
from onrecord.model.ledger import EventStatus
from onrecord.model.words import Parse, Word

CUT = " …"
ASIDES = frozenset(("relcl", "appos", "advcl", "parataxis", "mark"))
"""What only says more of a thing or a deed: a title ends before it."""
JOINED = frozenset(("cc", "conj", "nsubj", "nsubjpass"))
"""What stands beside a verb and is not governed by it."""
CAUSING = frozenset(("have", "let", "make", "help", "see", "want"))
"""Verbs whose clause is part of the deed ("have the hill surveyed"); elsewhere ("said that") it is one of its own."""
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def caption_of(scene: Scene, verb: Word, subject: Word | None, status: EventStatus) -> str:
    """Return who did what: the subject, the verb, and all that the verb governs as the report has it."""
    name = "" if subject is None else name_of(scene, subject).removeprefix("whose ")
    start = f"{name} {told_verb(scene.parse, verb, status)}"
    rest = without_open_marks(_antecedent(scene, verb) or governed(scene, verb))
    return "" if not name else cut_short(f"{start} {rest}".strip())


def governed(scene: Scene, verb: Word) -> str:
    """Return the words behind a verb that belong to it, unbroken: objects, particles, complements, prepositions.

    Dates at the end are left out; where something of the verb's own follows an aside, an ellipsis says so.
    """
    parse = scene.parse
    below = [i for i in parse.subtree(verb) if i > verb.i]
    end = min(_ends(parse, verb, below), default=below[-1] + 1 if below else verb.i + 1)
    kept = [i for i in range(verb.i + 1, end) if parse.words[i].sentence == verb.sentence]
    own = ("dobj", "oprd", "attr", "prt", "xcomp", "advmod")
    broken = any(w.i >= end and w.i not in scene.dated for w in parse.dependents(verb, *own))
    while kept and _is_loose(scene, kept):
        kept.pop()
    if not kept:
        return ""
    text = scene.notes.report.text[parse.words[kept[0]].start : parse.words[kept[-1]].end]
    return " ".join(text.strip(TRIMMED).split()) + (CUT if broken else "")


def _ends(parse: Parse, verb: Word, below: list[int]) -> Iterator[int]:
    """Yield the words before which what a verb governs can end: an aside in it, what is joined to it, a mark."""
    for i in below:
        word = parse.words[i]
        clause = word.dep == "ccomp" and verb.lemma not in CAUSING
        beside = word.head == verb.i and (clause or word.dep in JOINED or _is_mark(word) or _sets_time(word))
        if beside or word.dep in ASIDES:
            yield max(verb.i + 1, _first_of(parse, word))


def _first_of(parse: Parse, word: Word) -> int:
    """Return the first word of an aside, the mark before it included."""
    first = parse.subtree(word)[0]
    return first - 1 if first and _is_mark(parse.words[first - 1]) else first


def _is_mark(word: Word) -> bool:
    return word.text in (",", ";", ":", "—", "–", "--", "(", "-", ".")


def _sets_time(word: Word) -> bool:
    """Tell whether a preposition only sets something beside a deed ("after", "according to", "including")."""
    return word.dep == "prep" and word.text.lower() in event_words("beside")


def _is_loose(scene: Scene, kept: list[int]) -> bool:
    """Tell whether the last word is part of a date, or a preposition, an article or a mark that nothing follows."""
    word = scene.parse.words[kept[-1]]
    hanging = word.dep in ("prep", "det", "punct", "cc", "aux", "mark", "amod", "compound", "poss", "case")
    ends = word.i in scene.dated or (hanging and next(scene.parse.dependents(word, "pobj", "pcomp"), None) is None)
    return ends or (word.dep == "prep" and any(c > kept[-1] for c in scene.parse.children[word.i]))


def _antecedent(scene: Scene, verb: Word) -> str | None:
    """Return the noun whose relative pronoun is what a verb is done to ("the hill which Corland seized")."""
    parse = scene.parse
    thing = next(parse.dependents(verb, "dobj"), None)
    above = parse.words[verb.head]
    if verb.dep != "relcl" or thing is None or thing.text.lower() not in RELATIVES or thing.i > verb.i:
        return None
    return phrase(scene, above) if above.pos in ("NOUN", "PROPN") else None


def cut_short(text: str) -> str:
    """Return a text, shortened at its end at a word where it is longer than a title."""
    if len(text) <= LONGEST_TITLE:
        return text
    short = text[: LONGEST_TITLE - len(CUT)].rpartition(" ")[0].removesuffix(CUT)
    return short.rstrip(TRIMMED) + CUT


def without_open_marks(text: str) -> str:
    """Return a text without the quotation marks and brackets that are open in it."""
    for opening, closing in PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.replace('"', "") if text.count('"') % 2 else text
