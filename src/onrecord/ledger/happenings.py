"""Where one report tells that something happens: verbs and nouns of events, with a date or without."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.lang import table
from onrecord.ledger.captions import (
    LONGEST_TITLE,
    agent_of,
    doer_of,
    noun_title_of,
    participants_of,
    place_of,
    sufferer_of,
    title_of,
)
from onrecord.ledger.complements import caption_of
from onrecord.ledger.dating import bounded, dated_word, event_of, is_event_noun
from onrecord.ledger.moods import LONGEST_WAY, event_words, is_open, is_told_as_done, mood_of, status_when, verb_of
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import (
    auxiliaries,
    clause_words,
    deed_words,
    is_negated,
    is_passive,
    object_of,
    phrase,
    stretch,
)
from onrecord.model.calendar import edtf_range
from onrecord.model.ledger import EventStatus
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

HEAD = 4
"""Letters by which "sank", lemma "sink", and "sinking" are one."""


class Happening(NamedTuple):
    """One place where a report tells an event.

    ``at`` is the word that carries it, ``known`` tells of a noun whether it points back ("the blast"),
    ``lead`` whether it stands in a report's first sentence, ``spoken`` whether somebody speaks there.
    ``doer`` is who does it, ``sufferer`` whom it befalls, ``deed`` the title without the doer.
    ``title`` is the short form in which two are compared,
    ``caption`` the words of the report from who acts to the end of what the verb governs.
    """

    at: int
    head: str
    title: str
    time: str | None
    status: EventStatus
    evidence: Span
    place: str | None
    participants: tuple[str, ...]
    claims: tuple[str, ...]
    entity: str | None
    known: bool = False
    lead: bool = False
    doer: str | None = None
    deed: str = ""
    spoken: bool = False
    caption: str = ""
    sufferer: str | None = None


class Told(NamedTuple):
    """A happening with the number of the scene that tells it."""

    scene: int
    what: Happening


def find_happenings(scene: Scene) -> Iterator[Happening]:
    """Yield the events that one report tells: the dated ones in the order of their dates, then the others by place."""
    seen: set[int] = set()
    for time in scene.times:
        if time.kind not in ("date", "time") or edtf_range(time.value) is None:
            continue
        head = event_of(scene, time)
        head = _event_of_clause(scene.parse, head) if head is not None else None
        if head is None or head.i in seen or not scene.in_body(head):
            continue
        seen.add(head.i)
        status = status_when(scene, head, time.value)
        found = None if status is None else _happening(scene, head, status, bounded(scene, time))
        if found is not None:
            yield found
    for word in scene.parse.words:
        if word.i not in seen and scene.in_body(word) and _is_told(scene, word):
            found = _happening(scene, word, "happened", None)
            if found is not None:
                yield found


def _is_told(scene: Scene, word: Word) -> bool:
    """Tell whether an undated word tells what has happened."""
    if word.pos == "VERB":
        passive = word.lemma in event_words("passive", "deeds") and is_passive(scene.parse, word)
        deed = passive or word.lemma in event_words("verbs", "deeds")
        return deed and _event_of_clause(scene.parse, word) is word and is_told_as_done(scene, word)
    return is_event_noun(word) and word.dep not in ("compound", "nmod", "amod", "poss") and _is_past_noun(scene, word)


def _is_past_noun(scene: Scene, noun: Word) -> bool:
    """Tell whether a noun names one thing that has happened: a known one, or one under a verb of the past."""
    parse = scene.parse
    sudden = noun.lemma.lower() in event_words("sudden", "nouns")
    if not sudden and noun.lemma.lower() not in event_words("planned", "nouns"):
        return False
    before = {w.text.lower() for w in parse.dependents(noun, "det", "amod", "poss", "nummod")}
    if before & event_words("open_adjectives") or (noun.tag == "NNS" and not _is_known(scene, noun)):
        return False
    above = parse.words[noun.head]
    if before & event_words("recent"):
        return True
    if is_open(parse, noun):
        return False
    if sudden and before & event_words("definite"):
        return True
    verb = verb_of(parse, noun) or (above if above.pos == "VERB" else None)
    for _ in range(LONGEST_WAY):
        if verb is not None or above.head == above.i:
            break
        above = parse.words[above.head]
        verb = above if above.pos in ("VERB", "AUX") else None
    return (
        verb is not None
        and not is_negated(parse, verb)
        and verb.tag in ("VBD", "VBN", "VBG")
        and (mood_of(parse, verb) == "happened")
    )


def _is_known(scene: Scene, noun: Word) -> bool:
    """Tell whether a noun points back and says no more of what it means ("the blast", not "the death of a guard")."""
    parse = scene.parse
    if noun.pos == "VERB" or any(w.text.lower() == "of" for w in parse.dependents(noun, "prep")):
        return False
    if any(w.text.lower() in event_words("telling_apart") for w in parse.dependents(noun, "amod")):
        return False
    before = {w.text.lower() for w in parse.dependents(noun, "det", "poss")}
    return bool(before & event_words("definite")) or any(True for _ in parse.dependents(noun, "poss"))


def _happening(scene: Scene, head: Word, status: EventStatus, time: str | None) -> Happening | None:
    parse = scene.parse
    noun = head.pos != "VERB"
    subject = None if noun else doer_of(parse, head)
    words = parse.subtree(head) if noun else clause_words(parse, head, subject)
    evidence = stretch(scene, words)
    title = noun_title_of(scene, head) if noun else title_of(scene, head, subject, status)
    if evidence is None or not title or len(title) > LONGEST_TITLE or _is_several(parse, head):
        return None
    entity = scene.entity_of(head) if noun else None
    return Happening(
        head.i,
        _kind(scene, head),
        title,
        time or _time_beside(scene, head),
        status,
        evidence,
        place_of(scene, words),
        participants_of(scene, head, words),
        scene.claims_at(evidence),
        entity.id if entity is not None and entity.type == "event" else None,
        _is_known(scene, _carried(scene, head)),
        head.sentence <= _first_sentence(scene),
        agent_of(scene, head, subject),
        title if subject is None else title.removeprefix(phrase(scene, subject)),
        _is_where_spoken(parse, head) or _is_news(parse, head),
        title if noun else caption_of(scene, head, subject, status),
        sufferer_of(scene, head, subject),
    )


def _is_several(parse: Parse, noun: Word) -> bool:
    """Tell whether a noun counts several happenings ("eleven shootings"): they are no one event."""
    return noun.tag in ("NNS", "NNPS") and any(True for _ in parse.dependents(noun, "nummod"))


def _event_of_clause(parse: Parse, verb: Word) -> Word:
    """Return the noun of an event that a relative clause only says more of ("the blast, which killed nine")."""
    if verb.dep != "relcl":
        return verb
    chain = [parse.words[verb.head]]
    while chain[-1].dep in ("pobj", "prep") and len(chain) < LONGEST_WAY:
        chain.append(parse.words[chain[-1].head])
    return next((word for word in chain if is_event_noun(word)), verb)


def _time_beside(scene: Scene, head: Word) -> str | None:
    """Return the date before a noun ("the 1987 bombing"), else of what goes with it ("during" it, joined by "and")."""
    parse = scene.parse
    if head.pos != "VERB":
        inside = frozenset(i for i in parse.subtree(head) if i < head.i)
        own = [t.value for t in scene.times_at(inside) if t.kind == "date" and edtf_range(t.value) is not None]
        if own:
            return own[0]
    above = parse.words[head.head]
    if head.pos == "VERB" and head.dep == "conj" and head.tag == above.tag == "VBD":
        return _date_at(scene, above)
    if head.dep == "pobj" and above.text.lower() in event_words("within") and parse.words[above.head].pos == "VERB":
        return _date_at(scene, parse.words[above.head])
    return None


def _date_at(scene: Scene, verb: Word) -> str | None:
    """Return the one date of a verb, if it has one."""
    near = (t for t in scene.times_at(deed_words(scene.parse, verb)) if t.kind in ("date", "time"))
    times = [t for t in near if dated_word(scene, t) is verb]
    values = {t.value.partition("T")[0] for t in times if edtf_range(t.value) is not None and t.value}
    return values.pop() if len(values) == 1 else None


def _is_where_spoken(parse: Parse, noun: Word) -> bool:
    """Tell whether a noun names where something is said ("said in a briefing")."""
    verb = parse.words[parse.words[noun.head].head]
    speech = verb.pos == "VERB" and verb.lemma in event_words("speaking")
    return noun.dep == "pobj" and speech and verb.tag in ("VBD", "VBN") and not is_negated(parse, verb)


def _is_news(parse: Parse, head: Word) -> bool:
    """Tell whether a report tells of something as of its own day ("announced").

    What only sets the time of something else, or had come before it, is of another day ("since he announced it").
    """
    if head.lemma not in event_words("news"):
        return False
    later = any(w.text.lower() in event_words("later") for w in parse.dependents(head, "advmod"))
    return head.pos != "VERB" or not (
        later or head.dep in ("relcl", "advcl", "acl", "pcomp") or "had" in auxiliaries(parse, head)
    )


def _kind(scene: Scene, head: Word) -> str:
    """Return what kind of happening a word tells, a verb with its object first ("opened fire")."""
    thing = object_of(scene.parse, head) if head.pos == "VERB" else None
    name = "" if thing is None else "self" if thing.lemma.endswith("self") else thing.lemma
    names = (name, *(word.text.lower() for word in scene.parse.dependents(head, "prt", "advmod")))
    found = (kind_of(f"{head.lemma}_{name}") for name in names)
    return next((kind for kind in found if kind.startswith("kind ")), None) or kind_of(_carried(scene, head).lemma)


def _carried(scene: Scene, head: Word) -> Word:
    """Return the noun that says what happens, where the verb says no more ("held a summit", "the blast occurred")."""
    parse = scene.parse
    if head.pos != "VERB":
        return head
    thing = object_of(parse, head)
    thing = next(parse.dependents(head, "nsubjpass"), None) if thing is None else thing
    if head.lemma in event_words("carrying") and thing is not None and is_event_noun(thing):
        return thing
    subject = next(parse.dependents(head, "nsubj"), None)
    if head.lemma in event_words("occurring") and subject is not None and is_event_noun(subject):
        return subject
    return head


def _first_sentence(scene: Scene) -> int:
    """Return the number of the first sentence of a report's body with a verb."""
    for word in scene.parse.words:
        if word.pos == "VERB" and scene.in_body(word):
            return word.sentence
    return 0


def kind_of(lemma: str) -> str:
    """Return what kind of happening a lemma names: one of the known kinds, else its first letters."""
    kinds: dict[str, Sequence[str]] = table("events")["same"]
    return next((f"kind {name}" for name, lemmas in kinds.items() if lemma in lemmas), lemma[:HEAD])
