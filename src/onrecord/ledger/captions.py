"""What an event is called, who takes part in it, and where: in the report's own words."""

from collections.abc import Sequence

from onrecord.ledger.moods import event_words
from onrecord.ledger.scene import ACTORS, Scene
from onrecord.ledger.verbs import LONGEST_PHRASE, auxiliaries, is_passive, object_of, phrase, prepositions, subject_of
from onrecord.model.ledger import EventStatus
from onrecord.model.marks import Entity
from onrecord.model.words import Parse, Word

LONGEST_TITLE = 90
RELATIVES = frozenset(("which", "whom", "who", "that", "it", "them"))
BULLETS = "•*·▪◦"
PLACES = frozenset(("place", "state"))


def title_of(scene: Scene, verb: Word, subject: Word | None, status: EventStatus) -> str:
    """Return who did what, in the report's words."""
    parse = scene.parse
    thing = object_of(parse, verb)
    passive = is_passive(parse, verb)
    parts = [name_of(scene, subject)] if subject is not None else []
    if not any(parts):
        return ""
    parts.append(told_verb(parse, verb, status))
    parts.extend(word.text for word in parse.dependents(verb, "prt"))
    deed = next(parse.dependents(verb, "xcomp"), None)
    if thing is not None and thing.pos in ("NOUN", "PROPN"):
        parts.append(phrase(scene, thing))
    elif deed is not None and deed.tag == "VB":
        below = object_of(parse, deed)
        parts.append(f"to {deed.text}" + (f" {phrase(scene, below)}" if below is not None else ""))
    elif verb.lemma in event_words("saying") and not passive:
        return ""
    parts.extend(_behind(scene, verb, " ".join(parts)))
    enough = len(parts) > len(("who", "did")) or verb.lemma in event_words("verbs", "deeds") | event_words("occurring")
    return " ".join(parts).removeprefix("whose ") if enough else ""


def told_verb(parse: Parse, verb: Word, status: EventStatus) -> str:
    """Return a verb as a title has it: "to V" or "to be V-ed" of what lies ahead."""
    passive = is_passive(parse, verb)
    ahead = status in ("planned", "hypothetical") and (verb.tag == "VB" or (verb.tag == "VBN" and passive))
    if not ahead and verb.tag == "VBN" and not passive and status == "hypothetical":
        return " ".join((*auxiliaries(parse, verb), verb.text))
    return f"to {'be ' if passive else ''}{verb.text}" if ahead else verb.text


def noun_title_of(scene: Scene, noun: Word) -> str:
    """Return the words of a noun of an event; where they are one word only, with all that stands before it."""
    name = phrase(scene, noun)
    first = min([noun.i, *(scene.parse.subtree(word)[0] for word in scene.parse.dependents(noun))])
    if " " in name or noun.i - first > LONGEST_PHRASE:
        return name
    whole = scene.notes.report.text[scene.parse.words[first].start : noun.end]
    return " ".join(whole.split())


def doer_of(parse: Parse, verb: Word) -> Word | None:
    """Return the subject of a verb, behind "after" that of the verb above ("a clerk held after being convicted")."""
    found = subject_of(parse, verb)
    above = parse.words[verb.head]
    if found is not None or verb.dep != "pcomp":
        return found
    while above.pos in ("ADP", "NOUN", "SCONJ") and above.dep in ("prep", "npadvmod", "pobj", "mark"):
        above = parse.words[above.head]
    return doer_of(parse, above) if above.pos == "VERB" and above.i < verb.i else None


def agent_of(scene: Scene, head: Word, subject: Word | None) -> str | None:
    """Return who does what a word tells: the subject, the "by" of a passive, the owner of a noun."""
    parse = scene.parse
    if subject is not None and not is_passive(parse, head):
        who: Word | None = subject
    else:
        by = next((noun for word, noun in prepositions(parse, head) if word == "by"), None)
        who = by or next(parse.dependents(head, "poss"), None)
        above = parse.words[head.head]
        if who is None and head.dep == "dobj" and above.lemma in event_words("carrying"):
            who = subject_of(parse, above)
    found = None if who is None else scene.actor_of(who)
    return None if found is None else found.id


def sufferer_of(scene: Scene, head: Word, subject: Word | None) -> str | None:
    """Return whom something befalls: the subject of a passive, the object, who dies, the "of" or owner of a noun."""
    parse = scene.parse
    if head.pos == "VERB":
        alone = head.lemma in event_words("befalling")
        who = subject if alone or is_passive(parse, head) else object_of(parse, head)
    else:
        behind = next((noun for word, noun in prepositions(parse, head) if word == "of"), None)
        who = behind or next(parse.dependents(head, "poss"), None)
    found = None if who is None else scene.actor_of(who)
    return None if found is None or found.type != "person" else found.id


def _behind(scene: Scene, verb: Word, before: str) -> Sequence[str]:
    """Return the first preposition with its noun that still fits, dates left out."""
    for word, noun in prepositions(scene.parse, verb):
        more = f"{word} {phrase(scene, noun)}"
        fits = noun.i > verb.i and len(f"{before} {more}") <= LONGEST_TITLE
        if noun.i not in scene.dated and noun.text.lower() not in RELATIVES and fits:
            return [more]
    return []


def name_of(scene: Scene, subject: Word) -> str:
    """Return the words of a subject; of a pronoun the name of who is meant, if that is known; of a date nothing."""
    if subject.i in scene.dated or subject.text[0] in BULLETS:
        return ""
    if subject.pos in ("NOUN", "PROPN"):
        return phrase(scene, subject)
    meant = scene.entity_of(subject)
    return "" if meant is None else meant.name


def place_of(scene: Scene, words: Sequence[int]) -> str | None:
    """Return the first place behind a preposition of place."""
    parse = scene.parse
    for i in words:
        word = parse.words[i]
        if word.dep == "pobj" and parse.words[word.head].text.lower() in event_words("place_prepositions"):
            found = scene.entity_of(word)
            if found is not None and found.type in PLACES:
                return found.id
    return None


def participants_of(scene: Scene, head: Word, words: Sequence[int]) -> tuple[str, ...]:
    """Return the actors among the words of an event, places left out, in text order.

    Of a noun without any, who does what goes with it ("Dahm said so during a speech").
    """
    found: dict[str, None] = {}
    for i in words:
        entity = _participant(scene, scene.parse.words[i], owner=head)
        if entity is not None:
            found.setdefault(entity.id)
    above = scene.parse.words[head.head]
    beside = head.dep == "pobj" and above.text.lower() in (*event_words("within"), "in")
    carried = head.dep == "dobj" and above.lemma in event_words("carrying")
    if not found and head.pos == "NOUN" and (beside or carried):
        verb = scene.parse.words[above.head] if beside else above
        subject = subject_of(scene.parse, verb) if verb.pos == "VERB" else None
        entity = None if subject is None else _participant(scene, subject, owner=head)
        if entity is not None:
            found.setdefault(entity.id)
    return tuple(found)


def _participant(scene: Scene, word: Word, *, owner: Word) -> Entity | None:
    entity = scene.entity_of(word) if word.pos in ("NOUN", "PROPN", "PRON") else None
    if entity is None or entity.type not in ACTORS or word.dep == "compound":
        return None
    if word.dep == "poss" and word.head != owner.i:
        return None
    place = word.dep == "pobj" and scene.parse.words[word.head].text.lower() in event_words("place_prepositions")
    return None if place and entity.type in PLACES else entity
