"""Who undertakes: an actor of the story, or the words of a report that name one nobody had listed ("the brewery")."""

from onrecord.ledger.commissives import commissive_words
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import phrase, subject_of
from onrecord.model.marks import Entity, EntityType, Mention
from onrecord.model.words import Parse, Word

NEW = "new "
"""Before the name of an actor that the story does not list yet."""


def actor_of(scene: Scene, subject: Word, verb: Word, *, named: bool = False) -> Entity | None:
    """Return who a subject is: its own entity, for "we" the speaker, for "it" in "X said it would" that X.

    Args:
        scene: The report.
        subject: The word that acts.
        verb: What it does.
        named: Whether the verb itself says that its subject can bind itself ("the brewery promised").
    """
    found = scene.actor_of(subject)
    if found is not None:
        return found
    words, parse = commissive_words(), scene.parse
    statement = scene.statement_at(verb.start)
    if subject.lemma in words["*instruments"] and statement is not None:
        owner = next(parse.dependents(subject, "poss"), None)
        return None if owner is None else scene.actor_of(owner)
    spoken = statement.speaker if statement is not None else None
    if subject.text.lower() in words["*first_person"]:
        return scene.entities.get(spoken or "")
    above = parse.words[verb.head]
    tells = above.lemma in words["*speech"] | words["*disputing"]
    if subject.text.lower() in words["*third_person"] and verb.dep == "ccomp" and tells:
        teller = subject_of(parse, above)
        return None if teller is None else actor_of(scene, teller, above, named=True)
    if subject.text.lower() in ("it", "they") and verb.dep == "relcl":
        # "the lych-gate, which it means to finish": who acts in the sentence
        main = parse.words[verb.head]
        while main.pos not in ("VERB", "AUX") and main.head != main.i:
            main = parse.words[main.head]
        outer = subject_of(parse, main) if main.pos == "VERB" else None
        return None if outer is None or outer.pos == "PRON" else actor_of(scene, outer, main, named=named)
    return _new_actor(scene, subject, named=named)


def _new_actor(scene: Scene, noun: Word, *, named: bool) -> Entity | None:
    """Return an actor for a noun with "the", a name or an owner, or a plural; not for "a party" nobody knows."""
    parse = scene.parse
    if noun.pos not in ("NOUN", "PROPN") or not (named or noun.lemma in commissive_words()["*bodies"]):
        return None
    before = {w.text.lower() for w in parse.dependents(noun, "det")}
    if before & {"a", "an", "any", "no", "every", "each", "which", "what", "some"}:
        return None
    meant = scene.entity_of(noun)
    if meant is not None and meant.type in ("place", "work", "event"):
        return meant if meant.type == "place" and named else None
    name = phrase(scene, noun).lstrip("&").strip()
    return Entity(f"{NEW}{_plain(name)}", name, _type_of(noun), mentions=(_mention(scene, noun, name),))


def _mention(scene: Scene, noun: Word, name: str) -> Mention:
    start = scene.notes.report.text.rfind(name, 0, noun.end + len(name))
    inside = start >= 0 and start <= noun.start < start + len(name)
    span = (
        scene.notes.report.span(start, start + len(name)) if inside else scene.notes.report.span(noun.start, noun.end)
    )
    return Mention(span, "nominal")


def _plain(name: str) -> str:
    """Return a name by which two reports mean one actor: in lower case, without article."""
    return name.lower().removeprefix("the ").strip()


def _type_of(noun: Word) -> EntityType:
    if noun.tag in ("NNS", "NNPS"):
        return "group"
    return "organization" if noun.lemma in commissive_words()["*bodies"] or noun.pos == "PROPN" else "person"


def speaks_for(parse: Parse, teller: Word | None) -> bool:
    """Tell whether a teller is somebody who speaks for a body: an office, or one who has one ("its chief")."""
    if teller is None:
        return False
    near = [teller, *parse.dependents(teller, "appos", "compound", "nmod")]
    return any(word.lemma.lower() in commissive_words()["*officials"] for word in near)
