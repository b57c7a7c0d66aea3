"""Where a noun phrase that somebody speaks of ends, and the writer's own words begin."""

from onrecord.annotate.cues import lemmas, medium_kinds, one_of
from onrecord.annotate.page import Page
from onrecord.model.words import Word

REMARK_OPENS = frozenset({"WDT", "WP", "DT", "WRB"})
LONGEST_PHRASE = 80
"""Words of a noun phrase in which the writer's remark is looked for."""


def without_remark(page: Page, noun: Word) -> int:
    """Return the last word of a noun phrase without the writer's remark behind it: "the move, which surprised few"."""
    last, words = page.rights[noun.i], page.parse.words
    for i in range(noun.i + 1, min(last, noun.i + LONGEST_PHRASE)):
        if words[i].text != "," or not page.outside(i) or words[i + 1].tag not in REMARK_OPENS:
            continue
        remarks = [w for w in words[i + 1 : last + 1] if w.dep in ("appos", "relcl") and page.lefts[w.i] == i + 1]
        if remarks and max(page.rights[w.i] for w in remarks) >= last - 1:
            return i - 1
    return without_place(page, noun.i, last)


def with_terms(page: Page, verb: Word, last: int) -> int:
    """Return the last word of what is promised or demanded with its terms: "pledged 6m over three years for trams"."""
    if verb.lemma not in lemmas("promising_verbs"):
        return last
    for part in page.dependents(verb.i, "prep", "dative"):
        tail = page.parse.words[page.lefts[part.i] : page.rights[part.i] + 1]
        aside = any(w.ent in ("DATE", "TIME") or w.lemma in medium_kinds() for w in tail)
        if page.lefts[part.i] == last + 1 and one_of(part, "term_prepositions") and not aside:
            last = page.rights[part.i]
    return last


def without_place(page: Page, first: int, last: int) -> int:
    """Return the last word without a place, day or medium behind a quotation: called it a "big move" on the radio."""
    at = last
    while at > first and page.outside(at):
        at -= 1
    if at == last or page.outside(at):
        return last
    tail = page.parse.words[at + 1 : last + 1]
    opening = next((w for w in tail if w.pos != "PUNCT"), None)
    said_there = any(w.lemma in medium_kinds() or w.ent in ("DATE", "TIME") for w in tail)
    return at if opening and one_of(opening, "place_prepositions") and said_there else last
