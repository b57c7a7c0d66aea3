"""Where actors stand: who supports, rejects, or says nothing on what, as far as a clear cue tells."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.lang import table
from onrecord.ledger.idioms import by_blame, by_decision, by_failing, by_hope, by_interest, by_reception
from onrecord.ledger.issues import can_stand, issue_of_silence, position_words
from onrecord.ledger.scene import Scene
from onrecord.ledger.stands import Sign, Stand, made_of, stand_of
from onrecord.ledger.stems import SAME, likeness
from onrecord.ledger.verbs import auxiliaries, is_negated, is_passive, object_of, prepositions, subject_of
from onrecord.model.ledger import Position, Stance
from onrecord.model.words import Parse, Sentence, Word

TURNED: dict[Stance, Stance] = {"supports": "opposes", "opposes": "supports"}
TOWARDS = ("for", "to", "of", "over", "about", "at", "against")
IDIOMS = (by_reception, by_failing, by_hope, by_interest, by_blame, by_decision)
UNREAL = frozenset(("could", "might", "may", "should", "must", "can", "to"))


@cache
def _stances() -> dict[str, Stance]:
    found = table("positions")
    plain: dict[str, Stance] = dict.fromkeys(found["neutral"]["verbs"], "neutral")
    plain |= dict.fromkeys(found["supports"]["verbs"], "supports")
    return plain | dict.fromkeys(found["opposes"]["verbs"], "opposes")


@cache
def _particles() -> dict[tuple[str, str], Stance]:
    """Return the stances of verbs with a preposition ("voted against")."""
    found = table("positions")
    all_of: dict[tuple[str, str], Stance] = {}
    stance: Stance
    for stance in ("supports", "opposes"):
        for verb, particles in found[stance]["particles"].items():
            all_of |= dict.fromkeys(((verb, particle) for particle in particles), stance)
    return all_of


def find_positions(scenes: Sequence[Scene]) -> tuple[Position, ...]:
    """Find the positions of a story's actors, one a stance on an issue, in the order of their first places."""
    groups: list[list[Stand]] = []
    for scene in scenes:
        for stand in find_stands(scene):
            home = next((group for group in groups if _is_same(group[0], stand)), None)
            if home is None:
                groups.append([stand])
            else:
                home.append(stand)
    return tuple(
        Position(
            group[0].actor.id,
            group[0].issue,
            group[0].stance,
            tuple(dict.fromkeys(stand.evidence for stand in group)),
            tuple(dict.fromkeys(name for stand in group for name in stand.statements)),
        )
        for group in groups
    )


def _is_same(first: Stand, second: Stand) -> bool:
    same = first.actor.id == second.actor.id and first.stance == second.stance
    return same and likeness(first.issue, second.issue) >= SAME


def find_stands(scene: Scene) -> Iterator[Stand]:
    """Yield the places of one report where an actor takes a stand, in text order."""
    ways = (_by_verb, _by_calling, _by_voice, _by_demand, _by_want, _by_own_words, *IDIOMS)
    parse = scene.parse
    for word in (w for sentence in parse.sentences if _has_cue(parse, sentence) for w in parse.words_of(sentence)):
        if word.pos not in ("VERB", "AUX") or not scene.in_body(word):
            continue
        found = next(filter(None, (way(scene, word) for way in ways)), None)
        if found is not None:
            yield found
    yield from _by_silence(scene)


def _has_cue(parse: Parse, sentence: Sentence) -> bool:
    """Tell whether a sentence has any word that a stand can be read from."""
    cues = _cues()
    return any(w.lemma in cues or w.text.lower() in cues for w in parse.words_of(sentence))


@cache
def _cues() -> frozenset[str]:
    """Return all words that some rule of stands asks for."""
    found = table("positions")
    sides = [*found["supports"].values(), *found["opposes"].values()]
    more = ("voicing", "leaning", "calling")
    lists = [*sides, found["neutral"]["verbs"], *(found["words"][name] for name in more)]
    demands = (found["demands"][name] for name in ("verbs", "wishes", "modals"))
    phrases = (words for name, words in found["reception"].items() if name != "measures")
    more_verbs = ("fail", "hope", "hop", "have", "bear", "accept", "carry")
    return frozenset(word for words in (*lists, *demands, *phrases, more_verbs) for word in words)


def _by_verb(scene: Scene, verb: Word) -> Stand | None:
    """Read "X supports Y", "X voted against Y", "Y was welcomed by X"."""
    parse = scene.parse
    if set(auxiliaries(parse, verb)) & UNREAL and not _is_wanted(parse, verb):
        return None
    stance, issue = _stance_of(parse, verb)
    if stance is None or issue is None:
        return None
    passive = is_passive(parse, verb)
    subject = subject_of(parse, verb)
    if passive:
        agent = next((noun for word, noun in prepositions(parse, verb) if word == "by"), None)
        subject, issue = agent, subject or issue
    if subject is None or issue.pos not in ("NOUN", "PROPN"):
        return None
    if verb.lemma in position_words("words", "only_of_deeds") and scene.actor_of(issue) is not None:
        return None
    if verb.lemma in position_words("words", "only_of_matters") and issue.lemma not in position_words(
        "words", "matters"
    ):
        return None
    if is_negated(parse, verb):
        # who does not oppose a thing need not support it, and who does not call for it need not oppose it
        asked = verb.lemma in position_words("words", "only_of_deeds")
        stance = "opposes" if stance == "supports" and not asked else None
    return None if stance is None else stand_of(scene, subject, Sign(issue, stance, verb))


def _is_wanted(parse: Parse, verb: Word) -> bool:
    """Tell whether an infinitive is what its subject decides, promises or goes on to do ("continues to oppose")."""
    above = parse.words[verb.head]
    return verb.dep == "xcomp" and above.lemma in ("continue", "vow", "pledge", "promise", "decide", "appear")


def _stance_of(parse: Parse, verb: Word) -> tuple[Stance | None, Word | None]:
    for preposition, noun in prepositions(parse, verb):
        stance = _particles().get((verb.lemma, preposition))
        other = noun.i < verb.i or noun.lemma in position_words("idioms", "nouns")
        if stance is not None and not other and not any(True for _ in parse.dependents(verb, "dobj", "ccomp", "oprd")):
            return stance, noun
    for particle in parse.dependents(verb, "prt"):
        stance = _particles().get((verb.lemma, particle.lemma))
        if stance is not None:
            return stance, object_of(parse, verb)
    stance = _stances().get(verb.lemma)
    issue = object_of(parse, verb)
    if stance is not None and issue is None and is_passive(parse, verb):
        issue = subject_of(parse, verb)
    return stance, issue


def _by_voice(scene: Scene, verb: Word) -> Stand | None:
    """Read "X expressed support for Y", "X argued in favor of Y"."""
    parse = scene.parse
    if set(auxiliaries(parse, verb)) & UNREAL or is_negated(parse, verb):
        return None
    subject, found = _writer(parse, verb) or subject_of(parse, verb), _leaning(parse, verb)
    thing = object_of(parse, verb)
    if thing is not None and verb.lemma in position_words("words", "voicing"):
        stance = _stance_of_noun(thing.lemma)
        issue = next((n for w, n in prepositions(parse, thing) if w in TOWARDS), None)
        found = (stance, issue) if stance is not None and issue is not None else found
    if found is None or subject is None or found[1].pos not in ("NOUN", "PROPN"):
        return None
    return stand_of(scene, subject, Sign(found[1], found[0], verb))


def _writer(parse: Parse, verb: Word) -> Word | None:
    """Return who says something in a piece that argues ("wrote in an article arguing in favor of the bill")."""
    above = parse.words[verb.head]
    while verb.tag == "VBG" and above.pos in ("NOUN", "ADP") and above.dep in ("pobj", "prep"):
        above = parse.words[above.head]
    return subject_of(parse, above) if above.pos == "VERB" and above.i < verb.i and verb.tag == "VBG" else None


def _leaning(parse: Parse, verb: Word) -> tuple[Stance, Word] | None:
    """Return the stance and the issue of "in favor of Y"."""
    leanings: dict[str, Stance] = table("positions")["words"]["leaning"]
    for preposition, noun in prepositions(parse, verb):
        if preposition == "in" and noun.lemma in leanings:
            issue = next((n for w, n in prepositions(parse, noun) if w in TOWARDS), None)
            return None if issue is None else (leanings[noun.lemma], issue)
    return None


def _stance_of_noun(lemma: str) -> Stance | None:
    if lemma in position_words("supports", "nouns"):
        return "supports"
    return "opposes" if lemma in position_words("opposes", "nouns") else None


def _by_demand(scene: Scene, verb: Word) -> Stand | None:
    """Read "X urged Y to end the strike", and in X's own words "Y must end the strike"."""
    parse = scene.parse
    helping = set(auxiliaries(parse, verb))
    if helping & position_words("demands", "modals"):
        return _by_modal(scene, verb)
    if verb.lemma not in position_words("demands", "verbs") or helping & UNREAL or is_passive(parse, verb):
        return None
    deed = next((w for w in parse.dependents(verb, "xcomp", "ccomp") if w.tag == "VB"), None)
    subject = subject_of(parse, verb)
    if (
        deed is None
        or subject is None
        or is_negated(parse, verb)
        or not _asks_others(parse, verb, deed, subject=subject)
    ):
        return None
    issue = object_of(parse, deed)
    if issue is None or issue.pos not in ("NOUN", "PROPN"):
        return None
    sign = _sign_of_deed(scene, issue, verb=verb, deed=deed)
    asked = next(parse.dependents(deed, "nsubj"), object_of(parse, verb))
    return stand_of(scene, subject, sign._replace(asked=asked))


def _asks_others(parse: Parse, verb: Word, deed: Word, *, subject: Word) -> bool:
    """Tell whether somebody else than the one who asks is to act."""
    if any(True for _ in parse.dependents(verb, "dobj", "prep", "dative")):
        return True
    other = next(parse.dependents(deed, "nsubj"), None)
    return other is not None and other.i != subject.i and other.lemma not in ("he", "she", "it", "they", "i", "we")


def _sign_of_deed(scene: Scene, issue: Word, *, verb: Word, deed: Word) -> Sign:
    """Return a demand: against the thing that a deed is to end ("must end the strike"), else for or against the deed.

    Whoever is to be fired or stopped is no issue: the deed is ("the union wants Dahm to dismiss the mayor").
    """
    denied = is_negated(scene.parse, deed)
    ending = deed.lemma in position_words("demands", "ending") and scene.actor_of(issue) is None
    if ending and not denied:
        return Sign(issue, "opposes", verb)
    return Sign(issue, "opposes" if denied else "supports", verb, deed)


def _by_modal(scene: Scene, verb: Word) -> Stand | None:
    """Read a demand on others in somebody's own words."""
    parse = scene.parse
    statement = scene.statement_at(verb.start)
    actor = None if statement is None else scene.entities.get(statement.speaker or "")
    subject = subject_of(parse, verb)
    if verb.dep == "relcl":
        return None
    if actor is None or subject is None or subject.text.lower() in ("i", "you") or scene.entity_of(subject) is actor:
        return None
    passive = is_passive(parse, verb)
    issue = subject if passive else object_of(parse, verb)
    if issue is not None and passive and any(True for _ in parse.dependents(issue, "nummod")):
        return None
    nobody = subject.text.lower() in ("nobody", "none", "no-one") or verb.lemma in position_words("demands", "no_deed")
    if nobody or issue is None or issue.pos not in ("NOUN", "PROPN"):
        return None
    return made_of(scene, actor, _sign_of_deed(scene, issue, verb=verb, deed=verb)._replace(asked=subject))


def _by_calling(scene: Scene, verb: Word) -> Stand | None:
    """Read "X called the move a stunt", "X described the claim as outrageous"."""
    parse = scene.parse
    if verb.lemma not in position_words("words", "calling") or is_negated(parse, verb) or is_passive(parse, verb):
        return None
    stance, issue = None, next(parse.dependents(verb, "dobj", "nsubj"), None)
    for child in parse.dependents(verb, "oprd", "attr", "xcomp", "ccomp", "prep"):
        inside = [parse.words[i] for i in parse.subtree(child)]
        stance = _stance_in(inside)
        if stance is not None:
            issue = next((w for w in inside if w.dep == "nsubj"), next(parse.dependents(verb, "dobj"), issue))
            break
    subject = subject_of(parse, verb)
    if stance is None or subject is None or issue is None or issue.pos not in ("NOUN", "PROPN") or issue is subject:
        return None
    return stand_of(scene, subject, Sign(issue, stance, verb))


def _stance_in(words: Sequence[Word]) -> Stance | None:
    """Return the stance of a judgment in some words, if it is one and not denied."""
    if any(word.dep == "neg" or word.text.lower() in ("not", "no", "never") for word in words):
        return None
    lemmas = {word.lemma for word in words} | {word.text.lower() for word in words}
    good, bad = lemmas & position_words("supports", "words"), lemmas & position_words("opposes", "words")
    if bool(good) == bool(bad):
        return None
    return "supports" if good else "opposes"


def _by_own_words(scene: Scene, verb: Word) -> Stand | None:
    """Read a judgment inside somebody's words: "the suit is outrageous", he said."""
    parse = scene.parse
    if verb.lemma != "be" or set(auxiliaries(parse, verb)) & (UNREAL | {"would"}):
        return None
    issue = subject_of(parse, verb)
    judged = next(parse.dependents(verb, "acomp", "attr"), None)
    if issue is None or judged is None or issue.pos not in ("NOUN", "PROPN"):
        return None
    stance = _stance_in([judged, *parse.dependents(judged, "amod", "conj", "neg", "advmod", "det")])
    statement = scene.statement_at(verb.start)
    if stance is None or statement is None or statement.speaker is None:
        return None
    actor = scene.entities.get(statement.speaker)
    if actor is None or scene.entity_of(issue) is actor:
        return None
    stance = TURNED.get(stance, stance) if is_negated(parse, verb) else stance
    return made_of(scene, actor, Sign(issue, stance, verb))


def _by_want(scene: Scene, verb: Word) -> Stand | None:
    """Read "X wants a wall", "we need talks" in X's own words, and "this shows the need for a wall"."""
    parse = scene.parse
    thing = object_of(parse, verb)
    if thing is None or set(auxiliaries(parse, verb)) & (UNREAL | {"would"}) or is_negated(parse, verb):
        return None
    subject = subject_of(parse, verb)
    if verb.lemma in position_words("demands", "wishes") and subject is not None:
        own = verb.lemma == "want" or (subject.text.lower() in ("i", "we") and verb.tag != "VBD")
        wanted = thing.pos == "NOUN" and scene.actor_of(thing) is None
        below = (*parse.dependents(verb, "xcomp", "ccomp", "oprd"), *parse.dependents(thing, "acl"))
        deed = any(w.dep != "acl" or w.tag == "VBN" for w in below)
        return stand_of(scene, subject, Sign(thing, "supports", verb)) if own and wanted and not deed else None
    issue = next((noun for word, noun in prepositions(parse, thing) if word == "for"), None)
    statement = scene.statement_at(verb.start)
    actor = None if statement is None else scene.entities.get(statement.speaker or "")
    if thing.lemma != "need" or issue is None or actor is None or issue.pos not in ("NOUN", "PROPN"):
        return None
    return made_of(scene, actor, Sign(issue, "supports", verb))


def _by_silence(scene: Scene) -> Iterator[Stand]:
    """Yield a stand for each statement of silence ("declined to comment on the ruling")."""
    for statement in scene.notes.statements:
        actor = scene.entities.get(statement.speaker or "")
        if statement.mode != "silence" or actor is None or not statement.content:
            continue
        said = {w.lemma for cue in statement.cue for w in scene.parse.words_between(cue.start, cue.end)}
        if statement.cue and not said & position_words("words", "silence"):
            continue
        issue = issue_of_silence(scene, statement)
        if (
            issue is not None
            and can_stand(actor)
            and issue.split()[-1].lower() not in position_words("words", "no_issue")
        ):
            yield Stand(actor, issue, "silent", statement.content[0], (statement.id,))
