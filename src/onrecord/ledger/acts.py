"""In which words somebody undertakes something: verbs and nouns of undertaking, "will", and what binds by order.

What is asked of others, thought of others, forecast, supposed, or plainly not promised is no undertaking.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from onrecord.ledger.commissives import commissive_words
from onrecord.ledger.deeds import Act
from onrecord.ledger.doers import actor_of
from onrecord.ledger.scene import Scene
from onrecord.ledger.verbs import (
    auxiliaries,
    is_infinitive,
    is_negated,
    is_passive,
    object_of,
    prepositions,
    subject_of,
)
from onrecord.ledger.willing import ASKED, UNREAL, as_promised, by_order, by_will, is_under_accord
from onrecord.model.ledger import CommitmentStatus
from onrecord.model.words import Parse, Word


def find_candidates(scene: Scene) -> Iterator[Word]:
    """Yield the words in which something can be undertaken, in text order: few of all words need a closer look."""
    parse, words = scene.parse, commissive_words()
    lemmas = {"NOUN": words["nouns"].keys(), "ADJ": words["adjectives"].keys(), "VERB": _verbs_of_undertaking()}
    kept = {w.sentence for w in parse.words if w.lemma in words["*kept"] or w.text.lower() in ("word", "promised")}
    for word in parse.words:
        near = word.pos in lemmas and word.lemma in lemmas[word.pos]
        if (near or (word.pos == "VERB" and (word.sentence in kept or _is_helped(parse, word)))) and scene.in_body(
            word
        ):
            yield word


@cache
def _verbs_of_undertaking() -> frozenset[str]:
    """Return all verbs that some rule asks for by their lemma."""
    words = commissive_words()
    phrases = (phrase.partition(" ")[0] for phrase in words["phrases"])
    return frozenset((*words["verbs"], *words["adjectives"], *words["binding"], *phrases, "decide", "determine"))


def _is_helped(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb stands with "will", "must", "could" and the like, or below "is to", "has to", "is going"."""
    words = commissive_words()
    if verb.dep == "xcomp" and parse.words[verb.head].lemma in ("be", "have", "go"):
        return True
    helping = set(auxiliaries(parse, verb))
    return not helping.isdisjoint(words["*will"] | words["*would"] | {"must", "could", "may", "might"})


def find_acts(scene: Scene, word: Word) -> Iterator[Act]:
    """Yield what is undertaken in a word: several deeds of one promise are several acts."""
    act = next(filter(None, (way(scene, word) for way in WAYS.get(word.pos, ()))), None)
    if act is not None:
        yield act
        yield from _joined(scene.parse, act)


def _joined(parse: Parse, act: Act) -> Iterator[Act]:
    """Yield the deeds joined to the first one by "and" ("will surrender his licence and testify")."""
    if act.deed.pos != "VERB" or act.status == "done":
        return
    first, deed = act.deed, act.deed
    while True:
        following = next((w for w in parse.dependents(deed, "conj") if w.pos == "VERB"), None)
        own = following is None or next(parse.dependents(following, "nsubj", "nsubjpass"), None) is not None
        if following is None or own or following.tag not in ("VB", "VBG") or first.tag not in ("VB", "VBG"):
            return
        helping = set(auxiliaries(parse, following))
        if helping and not helping & {"to", "not", *commissive_words()["*will"]}:
            return
        yield act._replace(deed=following)
        deed = following


def _by_verb(scene: Scene, verb: Word) -> Act | None:
    """Read "X pledged to V", "X promised an inquiry", "X is due to V"."""
    words, parse = commissive_words(), scene.parse
    adjective = verb.lemma in words["adjectives"] and verb.dep in ("acomp", "ROOT", "conj", "ccomp", "attr")
    status: CommitmentStatus | None = (words["adjectives"] if adjective else words["verbs"]).get(verb.lemma)
    if status is None or not (adjective or verb.pos == "VERB") or _is_unreal(parse, verb):
        return None
    passive = is_passive(parse, verb)
    above = parse.words[verb.head]
    copula = adjective and verb.dep == "acomp"
    subject = subject_of(parse, above if copula else verb)
    if status == "invited":
        return _invitation(scene, verb)
    disputed = _is_disputed(parse, verb)
    over = any(w.text.lower() == "longer" for w in parse.dependents(verb, "advmod"))
    negated = is_negated(parse, verb) or (copula and is_negated(parse, above))
    deed = _deed_of(parse, verb, subject) or (_deed_of(parse, above, subject) if copula else None)
    named = verb.lemma != "threaten" and (deed is not None or verb.lemma not in words["*figurative"])
    actor = None if subject is None else actor_of(scene, subject, above if copula else verb, named=named)
    if deed is not None and passive and verb.lemma not in ("schedule", "commit", "prepare"):
        return None
    if deed is None and not passive and not adjective:
        deed = _given(scene, verb)
    foreign = (status == "expected" and not _own_deed(parse, deed)) or (
        status == "pledged" and deed is not None and _is_asked(parse, deed)
    )
    if actor is None or deed is None or foreign or (negated and not disputed and not over):
        return None
    joined = verb.dep == "conj" and is_under_accord(parse, above)
    if status == "pledged" and (joined or is_under_accord(parse, verb)):
        status = "agreed"
    return Act(actor, verb, deed, "denied" if disputed else "suspended" if over else status, subject)


def _is_asked(parse: Parse, deed: Word) -> bool:
    """Tell whether a deed is only a question ("decided whether to resign")."""
    return any(w.text.lower() in ASKED for w in parse.dependents(deed, "mark", "advmod"))


def _given(scene: Scene, verb: Word) -> Word | None:
    """Return what stands for the deed in "promised an inquiry", "offered growers money", "accepted the offer to V"."""
    words, parse = commissive_words(), scene.parse
    things = [w for w in parse.dependents(verb, "dobj", "oprd", "npadvmod") if w.i > verb.i and not _is_talk(scene, w)]
    thing = next((w for w in things if w.i not in scene.dated), None)
    if thing is None or any(w.text.lower() == "no" for w in parse.dependents(thing, "det")):
        return None
    counted = scene.amounts_at(frozenset(parse.subtree(thing)))
    if verb.tag == "VBG" and verb.dep == "acl" and verb.lemma in words["*figurative"]:
        return None
    if verb.lemma not in words["*take_object"] and not (verb.lemma in words["*take_sum"] and counted):
        return None
    if verb.lemma == "accept":
        if thing.lemma not in words["*asked"]:
            return None
        below = (*parse.dependents(thing, "acl"), *parse.dependents(verb, "advcl", "xcomp"))
        return next((w for w in below if is_infinitive(parse, w)), verb)
    return verb if thing.dep == "dobj" else thing


def _by_doubt(scene: Scene, verb: Word) -> Act | None:
    """Read "X has not decided whether to V"."""
    parse = scene.parse
    deed = next((w for w in parse.dependents(verb, "ccomp", "xcomp") if is_infinitive(parse, w)), None)
    marks = set() if deed is None else {w.text.lower() for w in parse.dependents(deed, "mark", "advmod")}
    subject = subject_of(parse, verb)
    if verb.lemma not in ("decide", "determine") or not is_negated(parse, verb) or "whether" not in marks:
        return None
    actor = None if subject is None else actor_of(scene, subject, verb, named=True)
    return None if actor is None or deed is None else Act(actor, verb, deed, "tentative", subject)


def _own_deed(parse: Parse, deed: Word | None) -> bool:
    """Tell whether what is expected is one's own deed ("expects to close the sale"), not another's."""
    words = commissive_words()
    is_state = deed is not None and deed.lemma in words["*states"] - words["*own_deeds"]
    return deed is not None and not is_state and next(parse.dependents(deed, "nsubj"), None) is None


def _deed_of(parse: Parse, verb: Word, subject: Word | None) -> Word | None:
    """Return the verb of the deed: "to V", "that it would V", "to V-ing"."""
    deed = next((w for w in parse.dependents(verb, "xcomp") if is_infinitive(parse, w) or w.tag == "VBG"), None)
    deed = deed or _own_clause(parse, verb, subject)
    if deed is not None:
        return deed
    for prep in parse.dependents(verb, "prep"):
        found = next((w for w in parse.dependents(prep, "pcomp") if w.tag == "VBG"), None)
        if found is not None and prep.text.lower() in ("to", "on"):
            return found
    return next(
        (
            w
            for thing in parse.dependents(verb, "dobj")
            for w in parse.dependents(thing, "relcl")
            if _is_its_part(parse, w)
        ),
        None,
    )


def _is_its_part(parse: Parse, deed: Word) -> bool:
    """Tell whether a relative clause says what its maker would do ("a swap in which it would free two sailors")."""
    own = next(parse.dependents(deed, "nsubj"), None)
    return own is not None and own.text.lower() in ("it", "he", "she", "they") and "would" in auxiliaries(parse, deed)


def _is_disputed(parse: Parse, verb: Word) -> bool:
    """Tell whether somebody denies having undertaken it ("denied that it had agreed to V")."""
    above = parse.words[verb.head]
    return verb.dep in ("ccomp", "xcomp", "pcomp") and above.lemma in commissive_words()["*disputing"]


def _is_talk(scene: Scene, thing: Word) -> bool:
    """Tell whether what is offered is only said, or is somebody who is told."""
    parse, would = scene.parse, commissive_words()["*would"]
    told = any(not would.isdisjoint(auxiliaries(parse, w)) for w in parse.dependents(thing, "relcl"))
    return told or thing.lemma in commissive_words()["*talk"] or scene.actor_of(thing) is not None


def _is_unreal(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb of undertaking is itself asked, possible or supposed ("should promise", "if it agreed")."""
    helping = set(auxiliaries(parse, verb))
    if helping & UNREAL or ("had" in helping and _is_inverted(parse, verb)):
        return True
    if any(w.text.lower() in ASKED for w in parse.dependents(verb, "advmod", "mark")):
        return True
    if verb.dep == "relcl":
        above = parse.words[parse.words[verb.head].head]
        if set(auxiliaries(parse, above)) & {"would", "could", "might"}:
            return True
    return any(w.text.lower() in commissive_words()["*conditions"] for w in parse.dependents(verb, "mark"))


def _is_inverted(parse: Parse, verb: Word) -> bool:
    """Tell whether "had" stands before its subject ("had it offered the wheat")."""
    subject = next(parse.dependents(verb, "nsubj"), None)
    return subject is not None and any(
        w.text.lower() == "had" and w.i < subject.i for w in parse.dependents(verb, "aux")
    )


def _own_clause(parse: Parse, verb: Word, subject: Word | None) -> Word | None:
    """Return the verb of "that it would V", where the subject is the one who undertakes."""
    words = commissive_words()
    for deed in parse.dependents(verb, "ccomp"):
        own = next(parse.dependents(deed, "nsubj"), None)
        helping = set(auxiliaries(parse, deed))
        same = own is not None and subject is not None and own.lemma in words["*third_person"]
        done = own is None or verb.lemma in words["*take_object"]
        if (same or done) and helping & (words["*will"] | words["*would"] | {"must"}):
            return deed
        if own is None and is_infinitive(parse, deed):
            return deed
    return None


def _invitation(scene: Scene, verb: Word) -> Act | None:
    """Read "X invited Y to V", "Y was invited by X to V": X offers, Y would act."""
    parse = scene.parse
    passive = is_passive(parse, verb)
    by = next((noun for word, noun in prepositions(parse, verb) if word == "by"), None)
    subject = by if passive else subject_of(parse, verb)
    actor = None if subject is None or is_negated(parse, verb) else actor_of(scene, subject, verb, named=True)
    deed = next((w for w in parse.dependents(verb, "xcomp", "ccomp") if is_infinitive(parse, w)), None)
    thing = object_of(parse, verb)
    if actor is None or (deed is None and (thing is None or thing.lemma not in commissive_words()["nouns"])):
        return None
    return Act(actor, verb, deed or verb, "invited", subject)


def _by_phrase(scene: Scene, verb: Word) -> Act | None:
    """Read "X is looking at V-ing", "X voted to V", "X would like to V"."""
    words, parse = commissive_words(), scene.parse
    if verb.pos != "VERB" or is_negated(parse, verb):
        return None
    subject = subject_of(parse, verb)
    for phrase, status in words["phrases"].items():
        lemma, _, link = phrase.partition(" ")
        if verb.lemma != lemma or subject is None:
            continue
        wish = status == "hoped"
        helping = set(auxiliaries(parse, verb))
        if (wish and not helping & words["*would"]) or (not wish and helping & UNREAL):
            continue
        below = (
            w for prep in parse.dependents(verb, "prep") if prep.text.lower() == link for w in _behind(parse, prep)
        )
        deed = next(below, None)
        if link == "to":
            deed = next((w for w in parse.dependents(verb, "xcomp") if is_infinitive(parse, w)), None)
        actor = None if deed is None else actor_of(scene, subject, verb, named=True)
        if actor is not None and deed is not None:
            return Act(actor, verb, deed, status, subject)
    return None


def _behind(parse: Parse, prep: Word) -> Iterator[Word]:
    """Yield the deed behind a preposition: "at V-ing", "with the idea of V-ing", "with the idea of a shorter week"."""
    yield from (w for w in parse.dependents(prep, "pcomp") if w.tag == "VBG")
    for noun in parse.dependents(prep, "pobj"):
        if noun.lemma in commissive_words()["*ideas"]:
            for of in parse.dependents(noun, "prep"):
                yield from (w for w in parse.dependents(of, "pcomp", "pobj") if w.pos != "VERB" or w.tag == "VBG")


def _by_noun(scene: Scene, noun: Word) -> Act | None:
    """Read "X gave a guarantee that", "X's offer of two ships", "X suspended its promise to V", "X kept its pledge"."""
    words, parse = commissive_words(), scene.parse
    status: CommitmentStatus | None = words["nouns"].get(noun.lemma)
    if status is None or _is_no_promise(parse, noun):
        return None
    if noun.head == noun.i:
        return _by_root(scene, noun)
    verb = _verb_over(parse, noun)
    owner = next(parse.dependents(noun, "poss"), None)
    beside = noun.dep == "pobj" and parse.words[noun.head].text.lower() == "with" and noun.lemma == "option"
    if (
        verb is None
        or (noun.lemma == "right" and verb.lemma not in words["*reserving"])
        or (set(auxiliaries(parse, verb)) & UNREAL and not beside)
    ):
        return None
    fate = _fate(verb, noun, status)
    agent = subject_of(parse, verb)
    holder = owner if owner is not None and owner.pos != "PRON" else (agent if not is_passive(parse, verb) else owner)
    if fate is None or holder is None or holder.i == noun.i or is_negated(parse, verb):
        return None
    if fate == status and owner is None and verb.lemma not in words["*giving"] and not beside:
        return None
    actor = actor_of(scene, holder, verb, named=True)
    deed = _deed_of_noun(parse, noun)
    return None if actor is None or deed is None else Act(actor, noun, deed, fate, None)


def _is_no_promise(parse: Parse, noun: Word) -> bool:
    """Tell whether a noun of undertaking is denied, or only counts ("a great deal of thought")."""
    before = {w.text.lower() for w in parse.dependents(noun, "det", "amod")}
    return bool(before & {"no", "any"}) or (noun.lemma == "deal" and bool(before & {"good", "great"}))


def _by_root(scene: Scene, noun: Word) -> Act | None:
    """Read "the brewery plans to V" where the parser takes "plans" for a noun."""
    parse, words = scene.parse, commissive_words()
    deed = next((w for w in parse.dependents(noun, "xcomp", "acl") if is_infinitive(parse, w)), None)
    owner = next(iter(reversed([*parse.dependents(noun, "compound")])), None)
    if deed is None or owner is None or noun.lemma not in words["verbs"]:
        return None
    actor = actor_of(scene, owner, noun, named=True)
    return None if actor is None else Act(actor, noun, deed, words["verbs"][noun.lemma], None)


def _verb_over(parse: Parse, noun: Word) -> Word | None:
    """Return the verb whose object or subject a noun is, also behind a preposition ("backed away from her vow")."""
    above = parse.words[noun.head]
    if noun.dep == "pobj":
        above = parse.words[above.head]
        if above.pos in ("ADV", "ADP"):
            above = parse.words[above.head]
    return above if above.pos in ("VERB", "AUX") else None


def _fate(verb: Word, noun: Word, status: CommitmentStatus) -> CommitmentStatus | None:
    """Return what a verb says of an undertaking: given, kept, put off, disputed, taken up."""
    words = commissive_words()
    if verb.lemma in words["*putting_off"]:
        return "suspended"
    if verb.lemma in words["*keeping"] and noun.dep == "dobj":
        return "done"
    if verb.lemma in words["*disputing"]:
        return "denied" if noun.dep == "dobj" else None
    if verb.lemma in words["*taking_up"] and noun.dep == "dobj":
        return "accepted"
    if status in ("pledged", "agreed") and noun.lemma in ("plan", "proposal", "deal", "bid"):
        return status if verb.lemma in words["*giving"] and noun.lemma == "deal" else None
    return status


def _deed_of_noun(parse: Parse, noun: Word) -> Word | None:
    """Return the verb of "to V" or "that it would V" below a noun, else what it is a promise "of"."""
    below = [*parse.dependents(noun, "acl", "relcl")]
    if noun.dep in ("pobj", "dobj"):
        # the parser often hangs "to V" behind "backed away from her vow" on the verb
        below += [w for w in parse.dependents(_verb_over(parse, noun) or noun, "advcl", "xcomp") if w.i > noun.i]
    deed = next((w for w in below if is_infinitive(parse, w)), None)
    if deed is not None:
        return deed
    clause = next(
        (w for w in parse.dependents(noun, "acl", "ccomp") if w.pos == "VERB" and w.tag not in ("VBG", "VBN")), None
    )
    clause = clause or next((w for w in parse.dependents(noun, "acl") if "would" in auxiliaries(parse, w)), None)
    if clause is not None:
        return clause
    links = ("of", "for", "on") if noun.lemma == "option" else ("of", "for")
    of = next((n for word, n in prepositions(parse, noun) if word in links), None)
    if of is not None and of.pos in ("NOUN", "PROPN", "NUM", "SYM"):
        return of
    money = any(w.ent == "MONEY" for w in parse.dependents(noun))
    return noun if money and noun.lemma in ("settlement", "deal", "pledge", "offer") else None


WAYS: Mapping[str, tuple[Callable[[Scene, Word], Act | None], ...]] = MappingProxyType(
    {"NOUN": (_by_noun,), "VERB": (_by_doubt, _by_verb, _by_phrase, by_order, by_will, as_promised), "ADJ": (_by_verb,)}
)
