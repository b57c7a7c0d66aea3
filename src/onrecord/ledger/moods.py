"""Whether what a verb or noun tells has happened, is planned, or is only thought of."""

from functools import cache

from onrecord.lang import table
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import auxiliaries, is_negated
from onrecord.model.calendar import edtf_range
from onrecord.model.ledger import EventStatus
from onrecord.model.words import Parse, Word

LONGEST_WAY = 8
"""Steps up the tree from a date to its event, or from a noun to its verb."""
GOVERNORS = 6
"""Steps up the tree to a verb or a noun that leaves open what stands below it."""


@cache
def event_words(name: str, section: str = "words") -> frozenset[str]:
    """Return one list of the words of events."""
    return frozenset(table("events")[section][name])


def mood_of(parse: Parse, verb: Word) -> EventStatus:
    """Return the mood of a verb by its form and its helping verbs."""
    helping = set(auxiliaries(parse, verb))
    reported = verb.dep == "ccomp" and parse.words[verb.head].lemma in event_words("no_event")
    if "would" in helping and reported and not any(True for _ in parse.dependents(verb, "advcl")):
        return "planned"
    conditional = any(w.text.lower() in event_words("conditions") for w in parse.dependents(verb, "mark"))
    if helping & event_words("conditional") or conditional:
        return "hypothetical"
    if "to" in helping and not helping & event_words("future"):
        above = parse.words[verb.head]
        return "planned" if above.lemma in event_words("planning") or verb.dep == "acl" else "hypothetical"
    if verb.tag == "VBG" and helping & {"is", "are", "'s", "'re"}:
        return "ongoing"
    past = verb.tag in ("VBD", "VBN", "VBG") or bool(helping & {"has", "have"})
    return "happened" if past and not helping & event_words("future") else "planned"


def verb_of(parse: Parse, head: Word) -> Word | None:
    """Return the verb whose mood tells whether an event is real: its own, or for a noun the one above."""
    if head.pos != "NOUN":
        return head
    for _ in range(LONGEST_WAY):
        if head.pos == "VERB":
            return head if head.lemma not in event_words("no_event") else None
        if head.pos == "AUX" or head.head == head.i:
            return None
        head = parse.words[head.head]
    return None


def status_when(scene: Scene, head: Word, value: str | None) -> EventStatus | None:
    """Return whether a dated event happened, is going on, planned or only thought of.

    None where it is denied, and where it would have happened after its report was published or is planned for a day
    before it: then the date is wrong.
    """
    parse = scene.parse
    verb = verb_of(parse, head)
    later = is_after(value, scene.notes.report.published.value)
    if verb is None:
        return None if later else "happened"
    if is_negated(parse, verb):
        return None
    mood = mood_of(parse, verb)
    told_now = verb.tag in ("VBZ", "VBP") and not set(auxiliaries(parse, verb)) & event_words("future")
    if mood == "planned" and is_before(value, scene.notes.report.published.value):
        return None
    if mood == "planned" and told_now and value == scene.notes.report.published.value:
        return "ongoing"
    if not later or mood in ("planned", "hypothetical"):
        return mood
    past = verb.tag == "VBD" or not {"was", "were", "had", "has", "have"}.isdisjoint(auxiliaries(parse, verb))
    return None if past or mood == "ongoing" else "planned"


def is_after(value: str | None, published: str | None) -> bool:
    """Tell whether a date lies wholly after the day of publication, if that is known."""
    days, day = edtf_range(value), edtf_range(published)
    return days is not None and day is not None and days[0] > day[1]


def is_before(value: str | None, published: str | None) -> bool:
    """Tell whether a date lies wholly before the day of publication, if that is known."""
    days, day = edtf_range(value), edtf_range(published)
    return days is not None and day is not None and days[1] < day[0]


def is_told_as_done(scene: Scene, verb: Word) -> bool:
    """Tell whether an undated verb is told as done: past, not denied, and under nothing that leaves it open."""
    parse = scene.parse
    past = verb.tag in ("VBD", "VBN") or (verb.tag == "VBG" and verb.dep == "pcomp")
    if not past or is_negated(parse, verb) or mood_of(parse, verb) != "happened":
        return False
    helping = set(auxiliaries(parse, verb))
    if verb.tag == "VBN" and not helping & {"was", "were", "has", "have", "had", "'ve", "’ve", "been", "being"}:
        return verb.dep == "acl" and not is_open(parse, verb)
    is_now = bool(helping & {"is", "are"}) or (helping == {"be"})
    return not is_now and not is_open(parse, verb)


def is_open(parse: Parse, word: Word) -> bool:
    """Tell whether a governor leaves open whether a word's event is so ("deny that", "the threat of")."""
    for _ in range(GOVERNORS):
        above = parse.words[word.head]
        if above.i == word.i or _is_closed_off(word, above):
            return False
        if _leaves_open(parse, word, above):
            return True
        word = above
    return False


def _leaves_open(parse: Parse, word: Word, above: Word) -> bool:
    below = word.dep in ("ccomp", "xcomp", "pcomp", "pobj", "dobj", "prep", "acl")
    if below and above.lemma in event_words("open_under" if above.pos == "VERB" else "open_nouns"):
        return True
    return above.pos in ("VERB", "AUX") and (is_negated(parse, above) or mood_of(parse, above) == "hypothetical")


def _is_closed_off(word: Word, above: Word) -> bool:
    """Tell whether what stands above no longer matters: it only says where somebody spoke."""
    speaks = above.lemma in event_words("speaking") - event_words("open_under") and above.tag == "VBD"
    return speaks and word.dep in ("prep", "npadvmod")
