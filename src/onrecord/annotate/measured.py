"""What an amount measures or counts: the words of the noun it belongs to."""

from onrecord.annotate.quantities import amount_words
from onrecord.model.words import Parse, Word

NOUNS = frozenset(("NOUN", "PROPN"))
FARTHEST = 6
"""Words between a number and the noun it counts."""
BEFORE_NOUN = frozenset(("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "det", "poss"))
GIVING = frozenset(("of", "at", "to", "by", "from", "with"))
"""Prepositions by which a noun is given an amount ("winds of 55 knots", "the rate at 14 %")."""


def find_measured(parse: Parse, words: tuple[Word, ...], *, count: bool, moves: bool) -> str | None:
    """Return what an amount measures, in lower case and singular; None where the sentence does not say.

    Args:
        parse: The report's parse.
        words: The words of the amount, number and unit.
        count: Whether the number counts things itself (no unit stands behind it).
        moves: Whether the amount is part of a change, so that the verb's object or subject is what is measured.
    """
    if not words:
        return None
    last = words[-1]
    after = _following(parse, last)
    if after is not None and after.lemma == "of":
        above = None if count else _noun_above(parse, words, moves=moves, count=False)
        noun = above or _object_of(parse, after)
    else:
        noun = _noun_behind(parse, words, count=count)
        state = _state_behind(parse, last) if count and noun is None else None
        if state is not None:
            return state.text.lower()
        noun = noun or _noun_above(parse, words, moves=moves, count=count)
    if noun is not None and noun.text.lower() in amount_words("counted", "directions"):
        return None
    return None if noun is None else _name_of(parse, noun, after=last.i if noun.i > last.i else -1)


def _name_of(parse: Parse, noun: Word, *, after: int) -> str | None:
    """Return a noun with the nouns it is made of, in lower case ("ticket holder"); of "toll climbs", the toll."""
    first = noun.i
    while first - 1 > after:
        before = parse.words[first - 1]
        if before.sentence != noun.sentence or before.dep != "compound" or before.pos not in NOUNS:
            break
        if not first - 1 < before.head <= noun.i:
            break
        first -= 1
    made_of = (part.text.lower() for part in parse.words[first : noun.i])
    parts = [part for part in made_of if len(part) > 1 and part != "percent"]
    changing = amount_words("change", "verbs") & amount_words("change", "nouns")
    if noun.lemma not in changing or noun.i < after:
        parts.append(noun.lemma or noun.text.lower())
    name = " ".join(parts)
    return name if any(char.isalpha() for char in name) else None


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
        elif found is not None or word.pos not in ("DET", "ADJ", "NUM", "PRON", "ADV") or word.lemma in ("they", "it"):
            break
    return found


def _noun_behind(parse: Parse, words: tuple[Word, ...], *, count: bool) -> Word | None:
    """Return the noun right behind that a number or a unit belongs to ("two navy helicopters", "$5 million loan")."""
    last = words[-1]
    for word in words:
        if word.dep not in BEFORE_NOUN:
            continue
        head = _past_numbers(parse, word, last)
        near = head.pos in NOUNS and last.i < head.i <= last.i + FARTHEST and head.sentence == word.sentence
        if near and not _is_cut(parse, last.i + 1, head.i):
            return head
    after = _following(parse, last) if count else None
    if after is not None and after.pos in ("ADJ", "NOUN", "PROPN"):
        return _noun_of_run(parse, after)
    return None


def _past_numbers(parse: Parse, word: Word, last: Word) -> Word:
    """Return the head of a word, past the numbers and units of its own amount."""
    head = parse.words[word.head]
    for _ in range(3):
        if (head.i > last.i and head.pos in NOUNS) or head.head == head.i or head.pos in ("VERB", "ADP"):
            break
        head = parse.words[head.head]
    return head


def _noun_of_run(parse: Parse, word: Word) -> Word | None:
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
    cutting = ("ADP", "AUX", "SCONJ")
    return any(w.text in ',;:()"“”’' or w.pos in cutting or w.tag in ("VBD", "VBZ") for w in parse.words[start:end])


def _state_behind(parse: Parse, last: Word) -> Word | None:
    """Return the state people are in ("41 dead", "25 are missing")."""
    states = amount_words("counted", "states")
    for word in parse.words[last.i + 1 : last.i + 5]:
        if word.sentence != last.sentence:
            return None
        if word.text.lower() in states:
            return word
        if word.lemma not in ("be", "more", "other", "still", "have", "were"):
            return None
    return None


def _noun_above(parse: Parse, words: tuple[Word, ...], *, moves: bool, count: bool) -> Word | None:
    """Return the noun that a preposition or a verb gives the amount to ("winds of 55 knots", "exports fell 8 %")."""
    inside = {word.i for word in words}
    top = words[-1]
    for _ in words:
        if top.head not in inside or top.head == top.i:
            break
        top = parse.words[top.head]
    head = parse.words[top.head]
    if top.dep == "conj" and head.i not in inside:
        top, head = head, parse.words[head.head]
    if head.pos == "ADP" and head.lemma not in ("up", "down") and head.head != head.i:
        above = parse.words[head.head]
        if above.pos in NOUNS:
            given = head.lemma in GIVING and above.i < words[0].i
            return above if given and (moves or not count or above.lemma in amount_words("counted", "totals")) else None
        if count and not moves and head.lemma != "at":
            return None
        head = above
    if head.lemma in ("up", "down") and parse.words[head.head].pos in NOUNS and head.head < head.i:
        return parse.words[head.head]
    if head.pos in NOUNS:
        return head if top.dep == "appos" and head.i < words[0].i and head.pos == "NOUN" else None
    return _noun_of_verb(parse, head, inside, moves=moves)


def _noun_of_verb(parse: Parse, verb: Word, inside: set[int], *, moves: bool) -> Word | None:
    """Return what a verb of change moves, its object, else its subject; of a verb of measure, the subject."""
    if verb.pos not in ("VERB", "AUX") or not (moves or verb.lemma in amount_words("counted", "measuring")):
        return None
    if moves:
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
