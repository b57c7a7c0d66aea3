"""Acts of speech and views whose content is a noun phrase, or hangs on a preposition or a noun.

"Condemned the raid", "called him a liar", "accused the firm of lying", "complained of delays", "the union's
claim that", "made no mention of the strike".
"""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate, Source
from onrecord.annotate.cues import is_verb, lemmas, medium_kinds, prepositions
from onrecord.annotate.indirect import is_conditional
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import noun_phrase, own_source, source_of
from onrecord.model.words import Word

PLACES = frozenset({"in", "on", "at", "during"})
PREDICATES = ("oprd", "xcomp", "ccomp", "attr", "acomp", "advcl")


def find_nominal(page: Page, word: Word) -> Iterator[Candidate]:
    """Yield what a verb or a noun may introduce as a noun phrase."""
    if is_verb(word):
        yield from find_withheld(page, word)
        if is_hypothetical(page, word):
            return
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
    if any(helper.tag == "TO" for helper in helpers) and verb.dep != "xcomp":
        return True
    return bool(page.dependents(verb.i, "neg") and page.dependents(verb.i, "nsubjpass"))


def objects_of(page: Page, verb: Word) -> list[Word]:
    """Return what a verb is about: its objects, or the subject of a passive."""
    after = [w for w in page.dependents(verb.i, "dobj") if w.i > verb.i]
    return after or page.dependents(verb.i, "nsubjpass")


def find_naming(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what somebody is called or blamed for, both together: "called the plan a mistake"."""
    if verb.lemma not in lemmas("naming_verbs"):
        return
    after = [w for w in page.dependents(verb.i, "dobj") if w.i > verb.i]
    wanted = prepositions("naming_prepositions", verb.lemma) | {"as"}
    more = [w for w in page.dependents(verb.i, "prep", "dative") if w.lemma in wanted and w.i > verb.i]
    for target in after:
        more += [w for w in page.dependents(target.i, "prep") if w.lemma in wanted]
    named = [
        w
        for w in page.dependents(verb.i, *PREDICATES)
        if w.i > verb.i and (w.dep in ("oprd", "attr", "acomp") or w.tag not in ("VB", "VBD"))
    ]
    if named and (named[0].pos in ("NOUN", "PROPN", "ADJ", "PRON", "NUM") or named[0].dep == "oprd"):
        last = without_place(page, named[0].i, page.rights[named[0].i])
        first = min([page.lefts[w.i] for w in after] + [page.lefts[named[0].i]])
    elif more and (after or is_target(page, verb)):
        first = page.lefts[after[0].i] if after else page.lefts[more[0].i]
        last = max(page.rights[w.i] for w in more)
        last = without_place(page, first, last)
    elif after and (quoted := _quotation_after(page, after[0])):
        first, last = page.lefts[after[0].i], quoted
    else:
        return
    content = _with_subject(page, verb, (max(first, verb.i + 1), last), after)
    if content:
        yield Candidate(verb.i, content, "statements.nominal/naming", 3.2, mode=_nominal(page, content))


def _quotation_after(page: Page, target: Word) -> int | None:
    """Return the last word of the quotation that follows an object: "called the deal a 'gift'", however it was parsed."""
    words, at = page.parse.words, page.rights[target.i] + 1
    while (
        at < len(words)
        and page.outside(at)
        and words[at].pos in ("DET", "ADJ", "ADV")
        and at < page.rights[target.i] + 4
    ):
        at += 1
    if at < len(words) and not page.outside(at) and words[at].sentence == target.sentence:
        return page.regions[page.region_of[at]].last - 1
    return None


def is_target(page: Page, verb: Word) -> bool:
    """Tell whether the subject of a verb is what it is about: "the firm was accused of fraud"."""
    return bool(page.dependents(verb.i, "nsubjpass"))


def _with_subject(page: Page, verb: Word, words: tuple[int, int], after: list[Word]) -> tuple[Stretch, ...]:
    """Return the stretches of some words, and before them that of a passive's subject."""
    stretches = []
    for subject in [] if after else page.dependents(verb.i, "nsubjpass"):
        if source := noun_phrase(page, subject.i, away_from=verb.i):
            stretches.append(source.stretch)
    if stretch := page.trimmed(*words):
        stretches.append(page.grown(stretch))
    return tuple(stretches)


def _nominal(page: Page, content: tuple[Stretch, ...]) -> None:
    """Leave the mode to the quotation marks in what is called."""


def find_prepositional(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the object of verb and preposition or particle: "called for calm", "ruled out a strike"."""
    wanted = prepositions("preposition_verbs", verb.lemma)
    particles = prepositions("particle_verbs", verb.lemma)
    for word in page.dependents(verb.i, "prep", "prt"):
        if word.i < verb.i:
            continue
        object_ = None
        if word.lemma in wanted and word.dep == "prep":
            object_ = next(iter(page.dependents(word.i, "pobj", "pcomp")), None)
        elif word.lemma in particles and word.dep == "prt":
            object_ = next((w for w in page.dependents(verb.i, "dobj") if w.i > verb.i), None)
        if object_ is None:
            continue
        stretch = page.trimmed(page.lefts[object_.i], page.rights[object_.i])
        if stretch and stretch[0] >= verb.end:
            words = page.parse.words
            cue = (
                ((verb.start, word.end),) if word.i - verb.i == 1 else ((verb.start, verb.end), (word.start, word.end))
            )
            yield Candidate(
                verb.i, (page.grown(stretch),), "statements.nominal/preposition", 2, cue=cue, mode=_mode(page, stretch)
            )
            return


def _mode(page: Page, stretch: Stretch) -> str | None:
    return None if page.regions_in(stretch) else "nominal"


def find_objects(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the object of a verb of speech: "condemned the raid"."""
    if verb.lemma not in lemmas("object_verbs"):
        return
    quoting = verb.lemma in lemmas("quoting_verbs") and (
        any(w.lemma == "as" for w in page.dependents(verb.i, "prep")) or (verb.tag == "VBG" and verb.dep == "advcl")
    )
    for object_ in [] if quoting else objects_of(page, verb)[:1]:
        if (
            object_.lemma in lemmas("empty_objects")
            or object_.dep == "nsubjpass"
            and object_.text.lower() in ("which", "that", "who")
        ):
            continue
        first, last = page.lefts[object_.i], without_remark(page, object_)
        if object_.i > verb.i:
            first = max(first, verb.i + 1)
            stretch = page.trimmed(first, last)
        else:
            phrase = noun_phrase(page, object_.i, away_from=verb.i)
            stretch = phrase.stretch if phrase else None
        if stretch:
            yield Candidate(verb.i, (page.grown(stretch),), "statements.nominal/object", 1.5, mode=_mode(page, stretch))


def without_remark(page: Page, noun: Word) -> int:
    """Return the last word of a noun phrase without the writer's remark behind it: "the move, which surprised few"."""
    last = page.rights[noun.i]
    for i in range(noun.i + 1, last):
        word = page.parse.words[i]
        if word.text == "," and page.outside(i) and (opens := page.parse.words[i + 1]).i <= last:
            remark = [
                w
                for w in page.parse.words[i + 1 : last + 1]
                if w.dep in ("appos", "relcl") and page.lefts[w.i] == i + 1
            ]
            if remark and max(page.rights[w.i] for w in remark) >= last - 1 and opens.tag in ("WDT", "WP", "DT", "WRB"):
                return i - 1
    return without_place(page, noun.i, last)


def without_place(page: Page, first: int, last: int) -> int:
    """Return the last word without a place or medium behind a quotation: called it a "big move" on the radio."""
    at = last
    while at > first and page.outside(at):
        at -= 1
    if at == last or page.outside(at):
        return last
    tail = page.parse.words[at + 1 : last + 1]
    prepositions_ = [w for w in tail if w.lemma in PLACES]
    if prepositions_ and all(w.pos == "PUNCT" for w in page.parse.words[at + 1 : prepositions_[0].i]):
        said_there = any(w.lemma in medium_kinds() or w.ent in ("DATE", "TIME") for w in tail)
        return at if said_there else last
    return last


def find_light(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what an act of speech in an object is about: "made an appeal for calm"."""
    if verb.lemma not in lemmas("light_verbs"):
        return
    for noun in page.dependents(verb.i, "dobj"):
        if noun.lemma not in lemmas("act_nouns") or noun.i < verb.i:
            continue
        below = [w for w in page.dependents(noun.i, "acl", "relcl", "prep") if w.i > noun.i]
        for part in below:
            if part.dep == "acl" and part.tag == "VBG" and part.lemma in lemmas("say_verbs"):
                continue
            stretch = _complement(page, part)
            if stretch:
                cue = (verb.start, noun.end)
                mode = "indirect" if part.dep in ("acl", "relcl") else "nominal"
                mode = None if page.regions_in(stretch) else mode
                yield Candidate(verb.i, (page.grown(stretch),), "statements.nominal/light", 1.8, cue=(cue,), mode=mode)
                return


def _complement(page: Page, part: Word) -> Stretch | None:
    """Return the words of a clause or a preposition's object under a noun of speech."""
    if part.dep in ("acl", "relcl"):
        marks = page.dependents(part.i, "mark")
        if not (marks and marks[0].lemma == "that") and part.dep == "relcl":
            return None
        first = marks[0].i + 1 if marks and marks[0].lemma == "that" else page.lefts[part.i]
        return page.trimmed(first, page.rights[part.i])
    if part.lemma not in ("for", "about", "of", "over", "on", "that", "against", "to", "in"):
        return None
    for object_ in page.dependents(part.i, "pobj", "pcomp"):
        return page.trimmed(page.lefts[object_.i], page.rights[object_.i])
    return None


def find_noun_clause(page: Page, noun: Word) -> Iterator[Candidate]:
    """Yield the clause under a noun of speech that has an owner: "the union's claim that ..."."""
    for clause in page.dependents(noun.i, "acl", "ccomp", "relcl"):
        marks = page.dependents(clause.i, "mark")
        if clause.i < noun.i or not marks or marks[0].lemma != "that":
            continue
        stretch = page.trimmed(marks[0].i + 1, page.rights[clause.i])
        source = _owner(page, noun)
        if stretch and source:
            content = (page.grown(stretch),)
            yield Candidate(noun.i, content, "statements.noun/clause", 2, cue=((noun.start, noun.end),), source=source)


def _owner(page: Page, noun: Word) -> Source | None:
    """Return whose claim it is: a possessor, "by X", "from X", or the subject of the verb it is the object of."""
    for owner in page.dependents(noun.i, "poss"):
        found = noun_phrase(page, owner.i, away_from=noun.i)
        if found and page.text(found.stretch).endswith(("'s", "’s")):
            return Source((found.stretch[0], found.stretch[1] - 2), owner.i)
        return found
    for by in page.dependents(noun.i, "prep"):
        if by.lemma in ("by", "from", "among"):
            for owner in page.dependents(by.i, "pobj"):
                return noun_phrase(page, owner.i, away_from=noun.i)
    verb = page.parse.words[noun.head]
    if noun.dep == "dobj" and verb.lemma in lemmas("light_verbs"):
        return source_of(page, verb)
    return None


def find_withheld(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what somebody did not say: "declined to comment", "did not mention the strike", "gave no figures"."""
    negated = [w for w in page.dependents(verb.i, "neg") if w.i < verb.i]
    for complement in page.dependents(verb.i, "xcomp"):
        if verb.lemma in lemmas("silence_verbs") and complement.lemma in lemmas("withheld_verbs"):
            yield _silence(page, verb, (page.lefts[complement.i], page.rights[complement.i]))
            return
    if negated and verb.lemma in lemmas("unsaid_verbs") and own_source(page, verb):
        if page.dependents(verb.i, "ccomp") and verb.lemma in ("say", "deny", "dispute"):
            only_whether = [
                w
                for c in page.dependents(verb.i, "ccomp")
                for w in page.dependents(c.i, "mark", "advmod", "nsubj", "dobj", "attr")
                if w.lemma in ("whether", "if", "how", "when", "why", "where", "who", "what")
            ]
            if not only_whether:
                return
        rest = [w.i for w in page.dependents(verb.i) if w.i > verb.i and w.dep != "punct"]
        if rest:
            yield _silence(page, verb, (page.lefts[rest[0]], page.rights[rest[-1]]))
        return
    for object_ in page.dependents(verb.i, "dobj"):
        no = [w for w in page.dependents(object_.i, "det") if w.lemma == "no"]
        if object_.lemma in lemmas("given_nouns") and (no or negated) and verb.lemma in lemmas("given_verbs"):
            yield _silence(page, verb, (page.lefts[object_.i], page.rights[object_.i]))
            return


def _silence(page: Page, verb: Word, words: tuple[int, int]) -> Candidate:
    stretch = page.trimmed(*words) or (verb.start, verb.end)
    return Candidate(verb.i, (page.grown(stretch),), "statements.silence/withheld", 3.5, mode="silence")
