"""What an amount measures or counts: the words of the noun it belongs to."""

from onrecord.annotate.quantities import amount_words
from onrecord.model.words import Parse, Word

NOUNS = frozenset(("NOUN", "PROPN"))
FARTHEST = 6
"""Words between a number and the noun it counts."""
BEFORE_NOUN = frozenset(("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "det", "poss"))


def find_measured(parse: Parse, words: tuple[Word, ...], *, count: bool) -> str | None:
    """Return what an amount measures, in lower case and singular; None where the sentence does not say.

    Args:
        parse: The report's parse.
        words: The words of the amount, number and unit.
        count: Whether the number counts things itself (no unit stands behind it).
    """
    if not words:
        return None
    noun = find_noun(parse, words, count=count)
    return None if noun is None else name_of(parse, noun)


def find_noun(parse: Parse, words: tuple[Word, ...], *, count: bool) -> Word | None:
    """Return the noun that an amount counts or measures."""
    last = words[-1]
    after = _following(parse, last)
    if after is not None and after.lemma == "of":
        return _object_of(parse, after)
    noun = _noun_behind(parse, words, count=count)
    if noun is not None:
        return noun
    if count:
        state = _state_behind(parse, last)
        if state is not None:
            return state
    return _noun_above(parse, words)


def name_of(parse: Parse, noun: Word) -> str:
    """Return a noun with the nouns it is made of, in lower case ("ticket holder")."""
    first = noun.i
    while first - 1 >= 0:
        before = parse.words[first - 1]
        if before.sentence != noun.sentence or before.dep != "compound" or before.pos not in NOUNS:
            break
        if before.head < first - 1 or before.head > noun.i:
            break
        first -= 1
    parts = [*parse.words[first : noun.i]]
    return " ".join([*(part.text.lower() for part in parts if part.text != "-"), noun.lemma or noun.text.lower()])


def _following(parse: Parse, word: Word) -> Word | None:
    after = parse.words[word.i + 1] if word.i + 1 < len(parse.words) else None
    return after if after is not None and after.sentence == word.sentence else None


def _object_of(parse: Parse, preposition: Word) -> Word | None:
    """Return the noun behind "of", by the tree or by place."""
    for child in parse.dependents(preposition, "pobj"):
        if child.pos in NOUNS:
            return child
    return _first_noun(parse, preposition.i + 1, preposition.sentence)


def _first_noun(parse: Parse, at: int, sentence: int) -> Word | None:
    """Return the last noun of the run of words that begins at a word."""
    found = None
    for word in parse.words[at : at + FARTHEST]:
        if word.sentence != sentence:
            break
        if word.pos in NOUNS:
            found = word
        elif found is not None or word.pos not in ("DET", "ADJ", "NUM", "PRON", "ADV", "PUNCT") or word.text in ",.;:)":
            break
    return found


def _noun_behind(parse: Parse, words: tuple[Word, ...], *, count: bool) -> Word | None:
    """Return the noun right behind that a number or a unit belongs to ("two navy helicopters", "$5 million loan")."""
    last = words[-1]
    for word in words:
        head = parse.words[word.head]
        for _ in range(3):
            if head.pos in NOUNS or head.head == head.i or head.i > last.i + FARTHEST:
                break
            head = parse.words[head.head] if head.pos == "NUM" or head.i <= last.i else head
        if word.dep in BEFORE_NOUN and head.pos in NOUNS and last.i < head.i <= last.i + FARTHEST:
            if head.sentence == word.sentence and not _is_cut(parse, last.i + 1, head.i):
                return head
    if count:
        after = _following(parse, last)
        if after is not None and (after.pos in ("ADJ", "NOUN", "PROPN") or after.tag in ("VBN", "VBG")):
            return _first_noun_strict(parse, after)
    return None


def _first_noun_strict(parse: Parse, word: Word) -> Word | None:
    """Return the noun of a run of adjectives and nouns that begins at a word."""
    found = None
    for after in parse.words[word.i : word.i + FARTHEST]:
        if after.sentence != word.sentence or after.pos not in ("ADJ", "NOUN", "PROPN"):
            break
        if after.pos in NOUNS and not (found is not None and after.pos == "PROPN"):
            found = after
    return found


def _is_cut(parse: Parse, start: int, end: int) -> bool:
    """Tell whether a comma, verb or preposition stands between a number and a noun."""
    return any(w.text in ",;:()" or w.pos in ("ADP", "AUX", "SCONJ") for w in parse.words[start:end])


def _state_behind(parse: Parse, last: Word) -> Word | None:
    """Return the state people are in ("41 dead", "25 are missing", "21 people ... missing")."""
    states = amount_words("counted", "states")
    row = parse.words[last.i + 1 : last.i + 4]
    for word in row:
        if word.sentence != last.sentence:
            return None
        if word.lemma in states or word.text.lower() in states:
            return word
        if word.lemma not in ("be", "more", "other", "still", "have", "been"):
            return None
    return None


def _noun_above(parse: Parse, words: tuple[Word, ...]) -> Word | None:
    """Return the noun that a preposition or a verb gives the amount to ("winds of 55 knots", "exports fell 8 %")."""
    inside = {word.i for word in words}
    top = words[-1]
    for _ in range(len(words) + 2):
        if top.head not in inside or top.head == top.i:
            break
        top = parse.words[top.head]
    head = parse.words[top.head]
    if top.dep == "conj" and head.i not in inside and head.i != top.i:
        top, head = head, parse.words[head.head]
    if head.pos == "ADP" and head.head != head.i:
        above = parse.words[head.head]
        if above.pos in NOUNS:
            return above if head.lemma in ("of", "at", "to", "by", "from", "with") and above.i not in inside else None
        head = above
    elif head.pos in NOUNS and head.i < words[0].i and top.dep in ("appos", "nummod", "npadvmod"):
        return head if top.dep != "nummod" else None
    return _noun_of_verb(parse, head, inside)


def _noun_of_verb(parse: Parse, verb: Word, inside: set[int]) -> Word | None:
    """Return what a verb of change or measure moves: its object, else its subject."""
    changing = amount_words("change", "verbs") | amount_words("change", "moving_share")
    if verb.pos not in ("VERB", "AUX") or verb.lemma not in changing | amount_words("counted", "measuring"):
        return None
    if verb.lemma in changing:
        for child in parse.dependents(verb, "dobj"):
            if child.i not in inside and child.pos in NOUNS:
                return child
    for _ in range(3):
        for child in parse.dependents(verb, "nsubj", "nsubjpass"):
            if child.i not in inside:
                return child if child.pos in NOUNS else None
        if verb.dep not in ("conj", "xcomp", "advcl", "ccomp") or verb.head == verb.i:
            return None
        verb = parse.words[verb.head]
    return None
