"""Which event a date belongs to: the verb or the noun of an event above it, if nothing keeps the date from it."""

from onrecord.ledger.moods import LONGEST_WAY, event_words
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import auxiliaries
from onrecord.model.marks import Time
from onrecord.model.words import Parse, Word

LONGEST_MEASURE = 6
"""Words from "since" to the date that it measures from ("the worst clash since a truce in 1976")."""


def event_of(scene: Scene, time: Time) -> Word | None:
    """Return the verb or the noun of the event that a date belongs to."""
    word = dated_word(scene, time)
    if word is None or word.pos == "AUX" or word.lemma in event_words("no_event"):
        return None
    return None if word.tag == "VBG" and word.dep in ("acl", "amod", "xcomp") else word


def dated_word(scene: Scene, time: Time) -> Word | None:
    """Return the verb, or the noun of an event, that a date belongs to."""
    parse = scene.parse
    inside = parse.words_between(time.span.start, time.span.end)
    if not inside:
        return None
    numbers = {word.i for word in inside}
    outer = next((w for w in inside if w.head not in numbers or w.head == w.i), inside[0])
    before = parse.words[inside[0].i - 1] if inside[0].i else outer
    if before.pos == "NOUN" and before.lemma in event_words("sudden", "nouns"):
        return before
    word = _climb(parse, outer, numbers)
    measure = _measure_over(parse, inside[0], outer)
    if word is not None and measure is not None and word.i not in parse.subtree(measure):
        return None
    return word


def _climb(parse: Parse, word: Word, numbers: set[int]) -> Word | None:
    """Return the first verb or noun of an event above a word; none above a noun that keeps its date to itself."""
    direct = True
    for _ in range(LONGEST_WAY):
        above = parse.words[word.head]
        if above.i == word.i:
            return word if word.i not in numbers and word.pos in ("VERB", "AUX") else None
        if above.i not in numbers:
            if is_event_noun(above):
                return above
            if direct and above.pos in ("NOUN", "PROPN") and _keeps_date(above, word):
                return None
            if above.pos == "AUX" or (above.pos == "VERB" and not _is_bare(parse, above)):
                return above
            direct = direct and above.pos == "ADP"
        word = above
    return None


def is_event_noun(word: Word) -> bool:
    """Tell whether a word is a noun of something that happens ("blast", "summit")."""
    lists = (event_words("nouns"), event_words("sudden", "nouns"), event_words("planned", "nouns"))
    named = word.pos == "PROPN" and (word.text.islower() or word.lemma.lower() != "congress")
    return (word.pos == "NOUN" or named) and any(word.lemma.lower() in nouns for nouns in lists)


def _keeps_date(noun: Word, below: Word) -> bool:
    """Tell whether a date stands inside a noun and says nothing of the verb ("the events of 1 May shook the town")."""
    inside = below.dep in ("compound", "nmod", "nummod", "poss", "amod") or below.text.lower() == "of"
    return inside and noun.lemma not in event_words("stretches")


def _is_bare(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb is only part of a noun ("a missile capable of reaching the coast")."""
    above = parse.words[verb.head]
    return verb.dep == "pcomp" and verb.tag == "VBG" and parse.words[above.head].pos in ("ADJ", "NOUN")


def bounded(scene: Scene, time: Time) -> str:
    """Return the date of an event: open to one side where the words only say "after" or "before" that date.

    What comes after an hour of a day is of that day ("shortly after 2 a.m. on Friday").
    """
    value, hour, _ = (time.value or "").partition("T")
    if "/" in value or hour:
        return value
    inside = scene.parse.words_between(time.span.start, time.span.end)
    numbers = {word.i for word in inside}
    outer = next((w for w in inside if w.head not in numbers), None)
    above = None if outer is None else scene.parse.words[outer.head]
    if above is None or above.dep not in ("prep", "mark"):
        return value
    if above.text.lower() in event_words("after"):
        return f"{value}/.."
    return f"../{value}" if above.text.lower() in event_words("before") else value


def _measure_over(parse: Parse, first: Word, outer: Word) -> Word | None:
    """Return the "since" or "until" before a date: what stands before that word is not of that date.

    "The worst clash since a truce in 1976" dates the truce. What has gone on "since" a day did begin then ("has been
    held since 2015").
    """
    for i in range(first.i, max(-1, first.i - 1 - LONGEST_MEASURE), -1):
        word = parse.words[i]
        if word.sentence != first.sentence or word.pos in ("VERB", "AUX", "PUNCT"):
            return None
        if word.text.lower() in event_words("measuring"):
            above = parse.words[word.head]
            goes_on = above.pos == "VERB" and not set(auxiliaries(parse, above)).isdisjoint(event_words("perfect"))
            begins = goes_on and word.i in (outer.i, outer.head) and word.text.lower() == "since"
            return None if begins else word
    return None
