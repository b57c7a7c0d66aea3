"""Whether a sentence places a weekday, a month or a day of the year behind or ahead: by the verb it hangs on."""

from onrecord.lang import table
from onrecord.model.relative import Tense
from onrecord.model.words import Parse, Word

VERBS = ("VERB", "AUX")
FARTHEST = 10
"""Steps up the tree from a date to its verb."""
PAST_TAGS = ("VBD", "VBN")
PRESENT_TAGS = frozenset(("VBZ", "VBP"))
HELPERS = ("aux", "auxpass")


def find_tense(parse: Parse, start: int, end: int) -> Tense | None:
    """Tell whether the words at some offsets are said of what was or of what is to come; None if it does not show."""
    words = parse.words_between(start, end)
    if not words:
        return None
    cues = table("times")
    before = _before(parse, words[0], frozenset(cues["ahead_cues"]["passed_over"]))
    if (
        before is not None
        and before.sentence == words[0].sentence
        and before.text.lower() in cues["behind_cues"]["words"]
    ):
        return "past"
    verb = _verb_above(parse, words[0])
    if verb is not None and _is_behind_after(parse, words[0], verb):
        return None
    found = _tense_of(parse, verb, frozenset(cues["ahead_cues"]["words"])) if verb is not None else None
    if found is None and before is not None and before.text.lower() in cues["ahead_cues"]["prepositions"]:
        return "future"
    return found


def _before(parse: Parse, word: Word, passed_over: frozenset[str]) -> Word | None:
    """Return the word before a date, "at least" and the like passed over ("until at least Wednesday")."""
    at = word.i - 1
    while at > 0 and parse.words[at].text.lower() in passed_over:
        at -= 1
    return parse.words[at] if at >= 0 else None


def _verb_above(parse: Parse, word: Word) -> Word | None:
    for _ in range(FARTHEST):
        if word.pos in VERBS:
            return word
        if word.head == word.i:
            return None
        word = parse.words[word.head]
    return None


def _is_behind_after(parse: Parse, word: Word, verb: Word) -> bool:
    """Tell whether a date stands in a phrase behind "after" that an infinitive governs.

    "Ordered ferries to stay in port after Friday's sinking" is of the last Friday, "agreed to meet after Friday's
    vote" of the next one: the infinitive does not say which.
    """
    if not any(helper.text.lower() == "to" for helper in parse.dependents(verb, *HELPERS)):
        return False
    after = table("times")["ahead_cues"]["after"]
    for _ in range(FARTHEST):
        if word.i in (verb.i, word.head):
            return False
        if word.text.lower() in after and word.pos in ("ADP", "SCONJ"):
            return True
        word = parse.words[word.head]
    return False


def _tense_of_plan(parse: Parse, verb: Word, ahead: frozenset[str]) -> Tense | None:
    """Return where an infinitive lies: ahead of what plans it ("is due to meet"), or with it ("began to fall").

    "Had been due to expire" is past, and so is all that somebody managed, failed or came to do.
    """
    above = parse.words[verb.head]
    if any(word.text.lower() == "had" for word in parse.dependents(above, *HELPERS)):
        return "past"
    if verb.dep == "acl" and above.pos == "NOUN":
        return "future" if above.text.lower() in ahead else None
    if above.i == verb.i or above.lemma not in table("times")["carried_out"]["verbs"]:
        return "future"
    return _tense_of(parse, above, ahead)


def _tense_of(parse: Parse, verb: Word, ahead: frozenset[str]) -> Tense | None:
    """Return the tense of a verb; a participle has that of the verb above it."""
    for _ in range(FARTHEST):
        found = _own_tense(parse, verb, ahead)
        if found is not None or verb.tag != "VBG" or verb.head == verb.i:
            return found
        above = _verb_above(parse, parse.words[verb.head])
        if above is None or above.i == verb.i:
            return None
        verb = above
    return None


def _own_tense(parse: Parse, verb: Word, ahead: frozenset[str]) -> Tense | None:
    """Return the tense of a verb by its helpers, its form, and whether it plans ("is scheduled for")."""
    helpers = list(parse.dependents(verb, *HELPERS))
    forms = {helper.tag for helper in helpers} | {verb.tag}
    words = {helper.text.lower() for helper in helpers}
    if "MD" in forms or words & ahead:
        return "future"
    if "to" in words:
        return _tense_of_plan(parse, verb, ahead)
    have = any(helper.lemma == "have" for helper in helpers)
    present = bool(forms & PRESENT_TAGS)
    plans = {verb.text.lower(), *(child.text.lower() for child in parse.dependents(verb, "acomp"))} & ahead
    founded = any(True for _ in parse.dependents(verb, "prt"))  # "was set up in May" plans nothing
    if plans and not founded and not have and (present or verb.tag == "VBN"):
        return "future"
    if verb.tag in PAST_TAGS or "VBD" in forms or have:
        return "past"
    planned = verb.tag == "VBG" or (not helpers and verb.lemma in table("times")["timetable"]["verbs"])
    return "future" if planned and present else None
