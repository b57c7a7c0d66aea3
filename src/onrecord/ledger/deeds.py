"""What is undertaken: the deed with its object, towards whom, on what condition."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.ledger.commissives import commissive_words
from onrecord.ledger.complements import governed
from onrecord.ledger.scene import ACTORS, Scene
from onrecord.ledger.stems import STEM
from onrecord.ledger.verbs import LONGEST_PHRASE, is_negated, is_passive, object_of, phrase, prepositions, stretch
from onrecord.model.ledger import CommitmentStatus
from onrecord.model.marks import Entity
from onrecord.model.words import Parse, Word

LONGEST_CLIMB = 4


class Act(NamedTuple):
    """Who undertakes, in which verb, what: the verb of the deed, or none where the object says all."""

    actor: Entity
    cue: Word
    deed: Word
    status: CommitmentStatus
    subject: Word | None


def action_of(parse: Parse, deed: Word, *, told: bool) -> str:
    """Return the verb of a deed with its particle, "be" before what is suffered, "not" before what is left undone."""
    passive = is_passive(parse, deed) and any(True for _ in parse.dependents(deed, "auxpass"))
    bare = deed.text.lower() if passive else deed.lemma
    parts = ["be"] if passive and next(parse.dependents(deed, "nsubjpass"), None) is None else []
    parts = [*parts, bare if parts else deed.lemma, *(w.text.lower() for w in parse.dependents(deed, "prt"))]
    return " ".join(["not", *parts] if is_negated(parse, deed) and not told else parts)


def head_of(parse: Parse, deed: Word) -> str:
    """Return the stem of the noun that is undertaken."""
    thing = object_of(parse, deed)
    for below in (deed, *parse.dependents(deed, "xcomp")):
        thing = thing or object_of(parse, below)
    return thing.lemma[:STEM] if thing is not None and thing.pos in ("NOUN", "PROPN") else ""


def thing_of(scene: Scene, deed: Word) -> str | None:
    """Return what is undertaken: the object, else what follows the verb; None where the object is an empty word."""
    parse = scene.parse
    thing = object_of(parse, deed)
    thing = next(parse.dependents(deed, "nsubjpass"), None) if thing is None and is_passive(parse, deed) else thing
    if thing is not None and thing.lemma in commissive_words()["*empty"]:
        return None
    if deed.lemma == "have" and _is_caused(parse, deed):
        return governed(scene, deed) or None
    if thing is not None and thing.pos == "PRON" and thing.lemma in commissive_words()["*third_person"]:
        meant = scene.entity_of(thing)
        return thing.text if meant is None or meant.type in ACTORS else meant.name
    if thing is not None:
        return phrase(scene, thing).removeprefix("no ") or None
    below = next(parse.dependents(deed, "xcomp"), None) or _put_off(parse, deed)
    found = None if below is None else _below_deed(scene, below)
    return found or _behind(scene, deed)


def is_doing(scene: Scene, deed: Word, thing: str) -> bool:
    """Tell whether a verb says that something is done, to something or by itself ("will resign").

    "Have the hill", "be ready" and "join Corland and Ilvara" of a list of states do nothing; "will reply" and "vote by
    day" leave out what the deed is about.
    """
    parse, words, listed = scene.parse, commissive_words(), object_of(scene.parse, deed)
    if deed.lemma == "have":
        return _is_caused(parse, deed)
    if deed.lemma == "be":
        return any(True for _ in parse.dependents(deed, "xcomp", "ccomp", "advmod"))
    if deed.lemma == "join" and listed is not None:
        return not any(True for _ in parse.dependents(listed, "conj"))
    if listed is not None or deed.lemma in words["*alone"] or is_passive(parse, deed):
        return True
    only_when = bool(thing) and thing.split(maxsplit=1)[0].lower() in words["*openers_of_time"]
    if only_when:
        return "relcl" in (deed.dep, parse.words[deed.head].dep)
    return bool(thing) or any(noun.i not in scene.dated for _, noun in prepositions(parse, deed))


def _is_caused(parse: Parse, deed: Word) -> bool:
    """Tell whether "have" has something done ("have the hill surveyed")."""
    listed = object_of(parse, deed)
    done = () if listed is None else parse.dependents(listed, "acl")
    return any(True for _ in (*done, *parse.dependents(deed, "xcomp", "ccomp")))


def _put_off(parse: Parse, deed: Word) -> Word | None:
    """Return what is put off ("put off filling the reservoir"), which the parser may take for an adverbial."""
    if deed.lemma not in commissive_words()["*putting_off"]:
        return None
    return next((w for w in parse.dependents(deed, "advcl") if w.tag == "VBG" and object_of(parse, w)), None)


def _below_deed(scene: Scene, below: Word) -> str | None:
    """Return "impose sanctions" of "continue to impose sanctions"."""
    if below.pos in ("NOUN", "PROPN"):
        return phrase(scene, below) or None
    inner = object_of(scene.parse, below)
    return None if inner is None else f"{below.lemma} {phrase(scene, inner)}"


def _behind(scene: Scene, deed: Word) -> str:
    """Return what stands behind a verb without an object, short, dates and conditions left out; it may be nothing."""
    parse = scene.parse
    kept: list[int] = []
    for i in parse.subtree(deed):
        word = parse.words[i]
        if i <= deed.i or word.dep == "prt":
            continue
        ends = (
            word.pos in ("PUNCT", "CCONJ") or word.text.lower() in commissive_words()["*openers"] or word.dep == "mark"
        )
        if ends or i in scene.dated or len(kept) == LONGEST_PHRASE:
            break
        kept.append(i)
    while kept and parse.words[kept[-1]].pos in ("ADP", "DET", "SCONJ"):
        kept.pop()
    span = stretch(scene, tuple(kept))
    return "" if span is None else " ".join(span.exact.split())


def hearer_of(scene: Scene, act: Act) -> str | None:
    """Return towards whom: the dative, or who stands behind "to" or "for"; none where the dative is nobody listed."""
    parse = scene.parse
    givers = (act.deed, act.cue, *_giving(parse, act.cue))
    given = [w for verb in givers for w in parse.dependents(verb, "dative") if w.pos in ("NOUN", "PROPN")]
    if given and scene.actor_of(given[0]) is None:
        return None
    datives = (w for verb in givers for w in parse.dependents(verb, "dative") if w.pos in ("PROPN", "NOUN", "PRON"))
    behind = (noun for verb in (act.deed, act.cue) for noun in _hearers(parse, verb, told=verb is not act.deed))
    found = (scene.actor_of(word) for word in (*datives, *behind))
    return next((one.id for one in found if one is not None and one.id != act.actor.id), None)


def _hearers(parse: Parse, verb: Word, *, told: bool) -> Iterator[Word]:
    """Yield who may be meant by a verb: who is told, and who stands behind its prepositions or its object's."""
    thing = object_of(parse, verb)
    if told and thing is not None:
        yield thing
    for place in (verb, *filter(None, (thing,))):
        yield from (n for word, n in prepositions(parse, place) if word in ("to", "for", "on", "against", "with"))


def _giving(parse: Parse, cue: Word) -> tuple[Word, ...]:
    """Return the verb by which a promise is given ("gave the islanders a guarantee"), if the cue is a noun."""
    above = parse.words[cue.head]
    return (above,) if cue.pos == "NOUN" and cue.dep == "dobj" and above.pos == "VERB" else ()


def condition_of(scene: Scene, act: Act) -> str | None:
    """Return the words of the condition of an undertaking, its conjunction first.

    It stands at the deed, at the verb of undertaking, or above them in the sentence ("it would pay, the line said,
    if the court agreed").
    """
    parse = scene.parse
    seen: list[Word] = [act.deed]
    for word in (act.deed, act.cue):
        here = word
        for _ in range(LONGEST_CLIMB):
            if here.i not in {one.i for one in seen}:
                seen.append(here)
            if here.head == here.i or parse.words[here.head].pos not in ("VERB", "AUX", "ADJ", "NOUN"):
                break
            here = parse.words[here.head]
    for verb in seen:
        for found in _openings(scene, verb):
            return found
    return _said_condition(scene, act)


def _said_condition(scene: Scene, act: Act) -> str | None:
    """Return the first words of a condition in the rest of the sentence, however it hangs there ("pending")."""
    parse = scene.parse
    words = parse.words_of(parse.sentences[act.deed.sentence])
    for k, word in enumerate(words):
        near = " ".join(w.text.lower() for w in words[k : k + 3])
        opener = next((o for o in commissive_words()["*openers"] if f"{near} ".startswith(f"{o} ")), None)
        if opener is None and word.text.lower() == "without" and _is_consent(parse, word):
            opener = "without"
        inverted = opener == "should" and parse.words[word.i + 1].pos not in ("NOUN", "PROPN", "DET", "PRON")
        inverted = inverted or (opener == "once" and word.dep != "mark")
        if opener is None or inverted or word.i < act.deed.i or _begins_another(words, act.deed, word):
            continue
        end = next(
            (w.i for w in words[k:] if w.text in (";", ".", "”", '"', "“", "—", ",") and w.i > word.i + 1), words[-1].i
        )
        span = stretch(scene, tuple(range(word.i, end)))
        return None if span is None else " ".join(span.exact.split())
    return None


def _is_consent(parse: Parse, word: Word) -> bool:
    return any(noun.lemma in commissive_words()["*consents"] for noun in parse.dependents(word, "pobj"))


def _begins_another(words: Sequence[Word], deed: Word, opener: Word) -> bool:
    """Tell whether another statement begins between a deed and a condition ("... and says others will follow if")."""
    between = [w for w in words if deed.i < w.i < opener.i]
    joined = any(w.pos == "CCONJ" for w in between)
    return joined and any(w.tag in ("VBZ", "VBD", "VBP", "MD") for w in between)


def _openings(scene: Scene, verb: Word) -> Iterator[str]:
    """Yield the clauses and prepositions of a condition below a verb or its object."""
    parse = scene.parse
    places = [verb, *parse.dependents(verb, "dobj", "acomp")]
    for moment in parse.dependents(verb, "npadvmod"):
        clause = next(parse.dependents(moment, "relcl"), None)
        if clause is not None and moment.lemma in commissive_words()["*moments"]:
            span = stretch(scene, tuple(i for i in parse.subtree(moment) if i <= max(parse.subtree(clause))))
            if span is not None:
                yield " ".join(span.exact.split())
    for place in places:
        for child in parse.dependents(place, "advcl", "prep", "amod", "acl", "advmod", "ccomp", "conj"):
            words = parse.subtree(child)
            first = next((i for i in words if parse.words[i].pos != "PUNCT"), child.i)
            opening = " ".join(parse.words[i].text.lower() for i in range(first, min(first + 3, words[-1] + 1)))
            is_opener = any(f"{opening} ".startswith(f"{opener} ") for opener in commissive_words()["*openers"])
            is_opener = is_opener and (not opening.startswith("once ") or parse.words[first].dep == "mark")
            if is_opener and len(words) > 1 and not opening.startswith(("when ", "should be")):
                span = stretch(scene, tuple(i for i in words if i >= first))
                if span is not None:
                    yield " ".join(span.exact.split())
