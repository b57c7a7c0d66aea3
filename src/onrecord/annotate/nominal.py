"""Acts of speech and views whose content is a noun phrase, or hangs on a preposition or a noun.

"Condemned the raid", "complained of delays", "made an appeal for calm", "the union's claim that".
"""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate, Source, nominal_mode
from onrecord.annotate.cues import is_verb, lemmas, one_of, prepositions
from onrecord.annotate.edges import with_terms, without_remark
from onrecord.annotate.indirect import is_conditional
from onrecord.annotate.naming import find_naming
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.silence import find_silence
from onrecord.annotate.speakers import noun_phrase, source_of
from onrecord.model.words import Word


def find_nominal(page: Page, word: Word) -> Iterator[Candidate]:
    """Yield what a verb or a noun may introduce as a noun phrase."""
    if is_verb(word):
        yield from find_silence(page, word)
        if not is_hypothetical(page, word):
            yield from find_naming(page, word)
            yield from find_prepositional(page, word)
            yield from find_objects(page, word)
            yield from find_light(page, word)
    elif word.pos == "NOUN" and word.lemma in lemmas("clause_nouns"):
        yield from find_noun_clause(page, word)


def is_hypothetical(page: Page, verb: Word) -> bool:
    """Tell whether nobody has spoken yet: "may criticize", "a chance to deny", "was never charged with"."""
    helpers = page.dependents(verb.i, "aux")
    if any(helper.tag == "MD" for helper in helpers) or is_conditional(page, verb):
        return True
    wished = page.parse.words[verb.head].lemma in lemmas("wish_verbs")
    if any(helper.tag == "TO" for helper in helpers) and (verb.dep != "xcomp" or wished):
        return True
    return bool(page.dependents(verb.i, "neg") and page.dependents(verb.i, "nsubjpass"))


def find_prepositional(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the object of verb and preposition or particle: "called for calm", "ruled out a strike"."""
    for word in page.dependents(verb.i, "prep", "prt", "dobj"):
        object_ = _object_with(page, verb, word) if word.i > verb.i else None
        stretch = page.trimmed(page.lefts[object_.i], page.rights[object_.i]) if object_ else None
        if stretch and stretch[0] >= verb.end:
            cue = _with_particle(verb, word)
            content, mode = (page.grown(stretch),), nominal_mode(page, stretch)
            yield Candidate(verb.i, content, "statements.nominal/preposition", 2, cue=cue, mode=mode)
            return


def _with_particle(verb: Word, word: Word) -> tuple[Stretch, ...]:
    """Return the cue of a verb and its preposition or particle: one stretch where they stand side by side."""
    if word.dep == "dobj":
        return ((verb.start, verb.end),)
    return ((verb.start, word.end),) if word.i - verb.i == 1 else ((verb.start, verb.end), (word.start, word.end))


def _object_with(page: Page, verb: Word, word: Word) -> Word | None:
    """Return the object that a verb has with a preposition or a particle, if the two are a cue together."""
    if word.dep == "prep" and word.lemma in prepositions("preposition_verbs", verb.lemma):
        return next(iter(page.dependents(word.i, "pobj", "pcomp")), None)
    if word.dep == "dobj" and verb.lemma in lemmas("telling_verbs"):
        behind = page.dependents(word.i, "prep")
        topics = [w for w in behind if w.lemma in prepositions("preposition_verbs", verb.lemma)]
        return next(iter(page.dependents(topics[0].i, "pobj", "pcomp")), None) if topics else None
    if word.dep == "prt" and word.lemma in prepositions("particle_verbs", verb.lemma):
        return next((w for w in page.dependents(verb.i, "dobj") if w.i > verb.i), None)
    return None


def find_objects(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the object of a verb of speech, or the subject of its passive: "condemned the raid"."""
    if verb.lemma not in lemmas("object_verbs") or _quotes_somebody(page, verb):
        return
    after = [w for w in page.dependents(verb.i, "dobj") if w.i > verb.i]
    for object_ in (after or page.dependents(verb.i, "nsubjpass"))[:1]:
        if _says_nothing(verb, object_):
            continue
        if object_.i > verb.i:
            last = with_terms(page, verb, without_remark(page, object_))
            stretch = page.trimmed(max(page.lefts[object_.i], verb.i + 1), last)
        else:
            phrase = noun_phrase(page, object_.i, away_from=verb.i)
            stretch = phrase.stretch if phrase else None
        if stretch:
            content, mode = (page.grown(stretch),), nominal_mode(page, stretch)
            yield Candidate(verb.i, content, "statements.nominal/object", 1.5, mode=mode)


def _quotes_somebody(page: Page, verb: Word) -> bool:
    """Tell whether the object of a verb is who is quoted: "quoted him as saying", "..., citing the ministry"."""
    if verb.lemma not in lemmas("quoting_verbs"):
        return False
    as_saying = any(one_of(w, "as_words") for w in page.dependents(verb.i, "prep"))
    return as_saying or (verb.tag == "VBG" and verb.dep == "advcl")


def _says_nothing(verb: Word, object_: Word) -> bool:
    """Tell whether an object stands for nothing that is said: "said so", "wants him", a relative pronoun."""
    if object_.pos == "PRON" and verb.lemma in lemmas("answer_verbs"):
        return False
    if object_.pos == "PRON" and verb.lemma in lemmas("wish_objects_verbs"):
        return True
    return object_.lemma in lemmas("empty_objects") or (object_.dep == "nsubjpass" and one_of(object_, "relatives"))


def find_light(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what an act of speech in an object is about: "made an appeal for calm"."""
    if verb.lemma not in lemmas("light_verbs"):
        return
    for noun in page.dependents(verb.i, "dobj"):
        if noun.i < verb.i or noun.lemma not in lemmas("act_nouns"):
            continue
        for part in page.dependents(noun.i, "acl", "relcl", "prep"):
            stretch = _complement(page, part) if part.i > noun.i else None
            if stretch:
                mode = nominal_mode(page, stretch) if part.dep == "prep" else None
                content, cue = (page.grown(stretch),), ((verb.start, noun.end),)
                yield Candidate(verb.i, content, "statements.nominal/light", 1.8, cue=cue, mode=mode)
                return


def _complement(page: Page, part: Word) -> Stretch | None:
    """Return the words of a clause or a preposition's object under a noun of speech."""
    if part.dep == "prep":
        objects = page.dependents(part.i, "pobj", "pcomp") if one_of(part, "act_prepositions") else []
        return page.trimmed(page.lefts[objects[0].i], page.rights[objects[0].i]) if objects else None
    if part.dep == "acl" and part.tag == "VBG" and part.lemma in lemmas("say_verbs"):
        return None
    opening = _that(page, part)
    if opening is None and part.dep == "relcl":
        return None
    return page.trimmed(page.lefts[part.i] if opening is None else opening.i + 1, page.rights[part.i])


def _that(page: Page, clause: Word) -> Word | None:
    return next((w for w in page.dependents(clause.i, "mark") if one_of(w, "that_words")), None)


def find_noun_clause(page: Page, noun: Word) -> Iterator[Candidate]:
    """Yield the clause under a noun of speech that has an owner: "the union's claim that ..."."""
    for clause in page.dependents(noun.i, "acl", "ccomp", "relcl"):
        opening = _that(page, clause) if clause.i > noun.i else None
        first = opening.i + 1 if opening else _infinitive(page, noun, clause)
        stretch = page.trimmed(first, page.rights[clause.i]) if first else None
        source = _owner(page, noun) if stretch else None
        if stretch and source:
            content, cue = (page.grown(stretch),), ((noun.start, noun.end),)
            yield Candidate(noun.i, content, "statements.noun/clause", 2, cue=cue, source=source)


def _infinitive(page: Page, noun: Word, clause: Word) -> int | None:
    """Return where what somebody promises, threatens or demands to do begins: "her promise [to stay]"."""
    verb = page.parse.words[noun.head]
    told = noun.dep == "dobj" and verb.lemma in lemmas("object_verbs")  # "repeated her promise to stay"
    if noun.lemma not in lemmas("undertaking_nouns") or clause.dep != "acl" or clause.i < noun.i or told:
        return None
    return next((w.i for w in page.dependents(clause.i, "aux") if w.tag == "TO"), None)


def _owner(page: Page, noun: Word) -> Source | None:
    """Return whose claim it is: a possessor, "by X", "from X", or the subject of the verb it is the object of."""
    for owner in page.dependents(noun.i, "poss"):
        return _without_case(page, owner, noun)
    for by in page.dependents(noun.i, "prep"):
        if one_of(by, "owner_prepositions"):
            for owner in page.dependents(by.i, "pobj"):
                return noun_phrase(page, owner.i, away_from=noun.i)
    verb = page.parse.words[noun.head]
    return source_of(page, verb) if noun.dep == "dobj" and verb.lemma in lemmas("light_verbs") else None


def _without_case(page: Page, owner: Word, noun: Word) -> Source | None:
    """Return a possessor without its "'s"."""
    found = noun_phrase(page, owner.i, away_from=noun.i)
    cases = page.dependents(owner.i, "case")
    if found and cases and cases[-1].end == found.stretch[1] and cases[-1].start > found.stretch[0]:
        return Source((found.stretch[0], cases[-1].start), owner.i)
    return found
