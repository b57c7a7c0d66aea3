"""What somebody says he will do, what binds a party by order, and promises that are told as kept."""

from onrecord.ledger.commissives import commissive_words
from onrecord.ledger.deeds import Act
from onrecord.ledger.doers import actor_of, speaks_for
from onrecord.ledger.scene import Scene, related
from onrecord.ledger.verbs import (
    auxiliaries,
    is_infinitive,
    is_negated,
    is_passive,
    object_of,
    prepositions,
    subject_of,
)
from onrecord.model.ledger import CommitmentStatus
from onrecord.model.marks import Statement
from onrecord.model.words import Parse, Word

NEXT = 2
"""Words from a verb to the deed that it puts off ("will put off filling")."""
NEAR = 6
"""Words between "if" and the verb of its clause; the parser hangs an "if" further off on the wrong verb."""
UNREAL = frozenset(("should", "must", "could", "might", "may", "would", "can", "to"))
ASKED = frozenset(("how", "why", "whether", "when", "where"))


def by_order(scene: Scene, verb: Word) -> Act | None:
    """Read "a court ordered X to V", and "X must V" where a contract, a treaty or an order is named."""
    words, parse = commissive_words(), scene.parse
    helping = set(auxiliaries(parse, verb))
    if verb.pos != "VERB" or is_negated(parse, verb):
        return None
    ruled = verb.tag == "VBG" and verb.dep in ("acl", "pcomp")
    if verb.lemma in words["binding"] and not helping & UNREAL and not ruled:
        deed = next((w for w in parse.dependents(verb, "xcomp", "ccomp", "advcl") if is_infinitive(parse, w)), None)
        bound = next(parse.dependents(verb, "dobj"), None)
        bound = next(parse.dependents(deed, "nsubj"), bound) if deed is not None else bound
        if is_passive(parse, verb):
            bound = subject_of(parse, verb)
            deed = deed or _on_condition(parse, verb)
        ruler = subject_of(parse, verb)
        if ruler is not None and ruler.text.lower() in ("nothing", "nobody", "none"):
            return None
        actor = None if bound is None or deed is None else actor_of(scene, bound, verb, named=True)
        return None if actor is None or deed is None else Act(actor, verb, deed, "obliged", bound)
    above = parse.words[verb.head]
    has_to = (
        verb.dep == "xcomp" and is_infinitive(parse, verb) and above.lemma == "have" and above.tag in ("VBZ", "VBP")
    )
    if not ("must" in helping or has_to) or not _names_an_order(parse, verb):
        return None
    subject = subject_of(parse, verb)
    listed = None if subject is None else scene.actor_of(subject)
    named = subject is not None and (subject.pos == "PROPN" or (subject.pos == "PRON" and listed is not None))
    actor = (
        actor_of(scene, subject, verb) if subject is not None and (named or subject.lemma in words["*bodies"]) else None
    )
    return None if actor is None else Act(actor, verb, verb, "obliged", subject)


def _on_condition(parse: Parse, verb: Word) -> Word | None:
    """Return the deed of "was bailed on condition that he surrender his passport"."""
    for _, noun in prepositions(parse, verb):
        if noun.lemma == "condition":
            return next((w for w in parse.dependents(noun, "acl", "ccomp", "relcl") if w.tag in ("VB", "VBP")), None)
    return None


def _names_an_order(parse: Parse, verb: Word) -> bool:
    sentence = parse.words_of(parse.sentences[verb.sentence])
    return any(word.lemma in commissive_words()["*orders"] for word in sentence)


def by_will(scene: Scene, verb: Word) -> Act | None:
    """Read "will V", "is to V", "is going to V", and the speaker's own "would V"."""
    words, parse = commissive_words(), scene.parse
    helping = set(auxiliaries(parse, verb))
    going = verb.dep == "xcomp" and is_infinitive(parse, verb) and _is_going(parse, parse.words[verb.head])
    will, would = bool(helping & words["*will"]), bool(helping & words["*would"])
    might = bool(helping & {"could", "may", "might"})
    arranged = _by_arrangement(scene, verb) if will or would else None
    if arranged is not None or verb.pos != "VERB" or is_passive(parse, verb) or not (will or would or going or might):
        return arranged
    subject = subject_of(parse, verb)
    first = subject is not None and subject.text.lower() in words["*first_person"]
    if subject is None or _is_forecast(parse, verb) or _is_below(parse, verb, first=first):
        return None
    own = _is_own(scene, verb, subject)
    if verb.lemma in words["*states"] and not (own and verb.lemma in words["*own_deeds"]):
        return None
    maybe = own and not first and bool(helping & {"could", "may", "might"}) and "have" not in helping
    maybe = maybe and not is_negated(parse, verb) and object_of(parse, verb) is not None
    if would and (first or not own or parse.words[verb.head].lemma not in words["*speech"]):
        return None
    actor = actor_of(scene, subject, verb, named=own and _is_somebodys(parse, subject))
    if actor is None or not (own or _is_aimed(parse, verb)) or (might and not maybe):
        return None
    status: CommitmentStatus = "tentative" if maybe else _status_of_will(parse, verb, own=own)
    return Act(actor, verb, verb, status, subject)


def _by_arrangement(scene: Scene, verb: Word) -> Act | None:
    """Read what an office says will be done or begin, by itself: "refunds will be issued", "talks will resume"."""
    words, parse = commissive_words(), scene.parse
    subject = subject_of(parse, verb)
    statement = scene.statement_at(verb.start)
    above = parse.words[verb.head]
    told = verb.dep == "ccomp" and above.lemma in words["*speech"]
    teller = subject_of(parse, above) if told else None
    offices = speaks_for(parse, teller) or _is_told_by_office(scene, statement)
    if verb.pos != "VERB" or not (is_passive(parse, verb) or verb.lemma in words["*arranging"]):
        return None
    listed = verb.lemma in words["*arranging"]
    if subject is None or not (told and offices) or _is_forecast(parse, verb):
        return None
    if verb.lemma in words["*states"] and not listed:
        return None
    if not is_passive(parse, verb) and subject.lemma not in words["*arranged"]:
        return None
    agent = any(word == "by" and noun.i not in scene.dated for word, noun in prepositions(parse, verb))
    actor = None if agent or teller is None else actor_of(scene, teller, above, named=True)
    together = teller is not None and any(w.text.lower() == "both" for w in parse.dependents(teller, "det", "predet"))
    return None if actor is None else Act(actor, verb, verb, "agreed" if together else "pledged", subject)


def _is_below(parse: Parse, verb: Word, *, first: bool) -> bool:
    """Tell whether a clause only says more of another; a quoted "we shall V" hangs below "warned" all the same."""
    spoken = first and verb.dep == "advcl" and parse.words[verb.head].lemma in commissive_words()["*speech"]
    return verb.dep in ("relcl", "advcl", "acl", "csubj") and not spoken


def _is_somebodys(parse: Parse, subject: Word) -> bool:
    """Tell whether a subject is a name or somebody's ("my client", "his members")."""
    return subject.pos == "PROPN" or any(True for _ in parse.dependents(subject, "poss"))


def _status_of_will(parse: Parse, verb: Word, *, own: bool) -> CommitmentStatus:
    """Return "agreed" under an accord, in own words "pledged", or before "unless" "reserved"; else "expected"."""
    if is_under_accord(parse, verb):
        return "agreed"
    if own and any(
        w.text.lower() == "unless" for c in parse.dependents(verb, "advcl") for w in parse.dependents(c, "mark")
    ):
        return "reserved"
    if own and parse.words[verb.head].lemma in ("warn", "threaten"):
        return "reserved"
    schedule = verb.tag == "VBG" and "be" in auxiliaries(parse, verb)
    return "pledged" if own and not schedule else "expected"


def is_under_accord(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb tells what an accord lays down ("under the truce, Corland will withdraw")."""
    first = parse.words[parse.sentences[verb.sentence].first]
    opening = [("under", noun) for noun in parse.dependents(first, "pobj")] if first.text.lower() == "under" else []
    for preposition, noun in (*prepositions(parse, verb), *opening):
        lower = [noun, *(n for _, n in prepositions(parse, noun))]
        if preposition in ("under", "as", "in") and any(n.lemma in commissive_words()["*accords"] for n in lower):
            return True
    return False


def _is_aimed(parse: Parse, verb: Word) -> bool:
    """Tell whether a deed is done to something, or is one that needs nothing ("vote", "strike")."""
    alone = ("report", "meet", "vote", "strike", "sail", "march", "resign", "appeal", "travel")
    below = tuple(parse.dependents(verb, "xcomp")) if verb.lemma in commissive_words()["*aspects"] else ()
    if verb.lemma in commissive_words()["*putting_off"]:
        below = tuple(w for w in parse.dependents(verb, "xcomp", "advcl") if w.tag == "VBG" and w.i - verb.i <= NEXT)
    return any(object_of(parse, deed) for deed in (verb, *below)) or verb.lemma in alone


def _is_going(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb is the "is" or "going" of a plan."""
    if verb.lemma == "be":
        return (
            verb.tag in ("VBZ", "VBP", "VBD")
            and verb.text.lower() != "were"
            and not any(True for _ in parse.dependents(verb, "attr", "acomp"))
        )
    now = {"is", "are", "am", "'m", "'re", "'s", "’m", "’re", "’s"}
    return verb.lemma == "go" and verb.tag == "VBG" and not now.isdisjoint(auxiliaries(parse, verb))


def _is_forecast(parse: Parse, verb: Word) -> bool:
    """Tell whether a doubt, a question or somebody's opinion makes of a verb's clause a forecast."""
    words = commissive_words()
    if any(w.text.lower() in words["*doubt"] | ASKED for w in parse.dependents(verb, "advmod")):
        return True
    above = parse.words[verb.head]
    if verb.dep == "ccomp" and above.lemma in words["*opinion"]:
        return True
    sentence = parse.words_of(parse.sentences[verb.sentence])
    marked = any(w.text.lower() in ("if", "whether") for w in parse.dependents(verb, "mark") if verb.i - w.i < NEAR)
    return sentence[-1].text == "?" or marked


def _is_own(scene: Scene, verb: Word, subject: Word) -> bool:
    """Tell whether somebody speaks of what he himself will do, or speaks for the one who will."""
    words, parse = commissive_words(), scene.parse
    statement = scene.statement_at(verb.start)
    speaker = None if statement is None else statement.speaker
    if subject.text.lower() in words["*first_person"]:
        return statement is not None
    meant = scene.entity_of(subject)
    if speaker is not None and meant is not None and related(scene.entities, speaker, meant.id):
        return True
    above = parse.words[verb.head]
    told = verb.dep == "ccomp" and above.lemma in words["*speech"]
    teller = subject_of(parse, above) if told else None
    if told and subject.text.lower() in words["*third_person"] and (meant is None or speaks_for(parse, teller)):
        return True
    if subject.pos not in ("NOUN", "PROPN"):
        return False
    return speaks_for(parse, teller) or _is_told_by_office(scene, statement)


def _is_told_by_office(scene: Scene, statement: Statement | None) -> bool:
    """Tell whether the words that name a speaker are an office's or "its chief" ("it will sail, its owner said")."""
    if statement is None or statement.source is None:
        return False
    words = scene.parse.words_between(statement.source.start, statement.source.end)
    return any(word.lemma.lower() in commissive_words()["*officials"] for word in words) or (
        bool(words) and words[0].text.lower() in ("its", "their", "his", "her")
    )


def as_promised(scene: Scene, verb: Word) -> Act | None:
    """Read a promise that is kept: "paid the crowns it had promised", "true to her word, she swam"."""
    parse, words = scene.parse, commissive_words()
    past = verb.tag in ("VBD", "VBP") or (verb.tag == "VBN" and set(auxiliaries(parse, verb)) & {"has", "have", "had"})
    if verb.pos != "VERB" or not past or is_negated(parse, verb) or is_passive(parse, verb) or verb.dep == "relcl":
        return None
    if verb.lemma in words["*speech"] or verb.lemma in words["verbs"]:
        return None
    clauses = [parse.words[i] for i in parse.subtree(verb) if i > verb.i and parse.words[i].dep in ("relcl", "advcl")]
    kept = any(
        clause.lemma in words["*kept"]
        and (
            _is_of_its_own(parse, clause)
            or (
                _is_its_word(parse, clause)
                and any(w.text.lower() == "as" for w in parse.dependents(clause, "mark", "advmod"))
            )
        )
        and not is_negated(parse, clause)
        for clause in clauses
    )
    if not kept and verb.head == verb.i:
        sentence = _lowered(parse.words_of(parse.sentences[verb.sentence]))
        kept = any(phrase in sentence for phrase in words["*kept_as"])
    subject = subject_of(parse, verb)
    actor = None if subject is None or not kept else actor_of(scene, subject, verb, named=True)
    status: CommitmentStatus = "suspended" if verb.lemma in words["*putting_off"] else "done"
    return None if actor is None else Act(actor, verb, verb, status, subject)


def _is_its_word(parse: Parse, clause: Word) -> bool:
    """Tell whether nobody else is named who promised ("as promised", "as it had promised")."""
    own = next(parse.dependents(clause, "nsubj"), None)
    return own is None or own.text.lower() in commissive_words()["*third_person"]


def _is_of_its_own(parse: Parse, clause: Word) -> bool:
    """Tell whether a relative clause has "it" or "they" as who acts ("the crowns it had promised")."""
    own = next(parse.dependents(clause, "nsubj"), None)
    return clause.dep == "relcl" and own is not None and own.text.lower() in ("it", "he", "she", "they")


def _lowered(words: tuple[Word, ...]) -> str:
    return " ".join(word.text.lower() for word in words)
