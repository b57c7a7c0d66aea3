"""To whom a deed of the draft is done: written, told, paid to the one that the reports have?"""

from collections.abc import Iterable

from onrecord.lang import table
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word
from onrecord.verify.ground import Ground, Held

ALIKE = 0.5
"""How like two receivers are, at the least, to be one."""


def receiver_of(verb: Word, parse: Parse) -> Word | None:
    """Return the noun for whom something is told, written or given to."""
    rows = table("drafts")
    if verb.lemma not in (*rows["telling"], *rows["giving"]):
        return None
    direct = ("dative", "dobj") if verb.lemma in rows["telling"] else ("dative",)
    for word in parse.dependents(verb, *direct, "prep"):
        if word.text.casefold() == "to":
            word = next(iter(parse.dependents(word, "pobj")), word)  # noqa: PLW2901 - what "to" governs
        elif word.dep == "prep":
            continue
        if word.pos in ("NOUN", "PROPN"):
            return word
    return None


def phrase_of(word: Word, parse: Parse) -> list[Word]:
    """Return a noun with what stands under it."""
    return [parse.words[i] for i in parse.subtree(word)]


def others_of(ground: Ground, ours: Word, verbs: Iterable[tuple[Held, Word]]) -> list[Span]:
    """Return the receivers of the reports' deeds if all of them are others than the draft's; else nothing."""
    draft = ground.draft.parse
    mine = phrase_of(ours, draft)
    lemmas = {word.lemma.casefold() for word in mine if word.pos in ("NOUN", "PROPN")}
    found = []
    for held, verb in verbs:
        parse = held.notes.parse
        theirs = receiver_of(verb, parse)
        sentence = parse.words_of(parse.sentences[verb.sentence])
        if theirs is None or {word.lemma.casefold() for word in sentence} & lemmas:
            return []
        phrase = phrase_of(theirs, parse)
        if ground.match(mine, held, phrase) >= ALIKE:
            return []
        found.append(held.notes.report.span(phrase[0].start, phrase[-1].end))
    return found
