"""To whom something is said, and in what form."""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.cues import addressee_nouns, lemmas, medium_kinds, medium_of_verb, one_of
from onrecord.annotate.page import Page
from onrecord.annotate.roster import Roster, entity_at
from onrecord.annotate.speakers import noun_phrase
from onrecord.model.marks import Addressee, Medium, MediumKind
from onrecord.model.words import Word

NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
TEXTS = frozenset({"statement", "document", "letter", "post"})
"""Media that speak: "the suit claims"."""
SHORTEST_NAME = 4
"""Letters of a word by which an outlet is told: not "the", nor "new"."""
MOST_PLACES = 40
BELOW_VERB = frozenset({"dobj", "dative", "npadvmod", "prep", "advmod", "pobj"})


def addressee_of(page: Page, roster: Roster, candidate: Candidate) -> Addressee | None:
    """Return to whom something is said, if the cue names somebody."""
    if candidate.rule.startswith("statements.relay"):
        return None
    verb = page.parse.words[candidate.head]
    heard = _object_that_hears(page, candidate, verb) or _hearer_behind_to(page, candidate, verb)
    listener = noun_phrase(page, heard.i, away_from=verb.i) if heard else None
    if listener is None:
        return None
    start, end = listener.stretch
    said = [piece[0] for piece in candidate.content if start < piece[0] < end]
    if said:
        last = page.word_at(min(said)) - 1
        last -= page.parse.words[last].pos == "ADP"
        end = page.parse.words[last].end
    stretch = (start, end) if start < end else None
    return Addressee(page.span(stretch or listener.stretch), entity_at(page, roster, listener))


def _object_that_hears(page: Page, candidate: Candidate, verb: Word) -> Word | None:
    """Return the object of "told", "urged"."""
    if not one_of(verb, "listening_verbs") and verb.lemma not in lemmas("directive_verbs"):
        return None
    objects = [page.parse.words[i] for i in candidate.listeners] or page.dependents(verb.i, "dobj", "dative")
    for noun in objects:
        free = page.outside(noun.i) and not _in_content(page, candidate, noun.i)
        if free and noun.pos != "ADP" and not _is_occasion(page, noun):
            return noun
    return None


def _hearer_behind_to(page: Page, candidate: Candidate, verb: Word) -> Word | None:
    """Return the noun of "said to reporters", "called on the mayor"."""
    for to in page.dependents(verb.i, "prep", "dative"):
        calls = one_of(verb, "call_verbs") and one_of(to, "call_prepositions")
        if _in_content(page, candidate, to.i) or not (calls or one_of(to, "to_words")):
            continue
        for noun in page.dependents(to.i, "pobj"):
            known = noun.ent in NAMED or noun.pos == "PRON" or noun.lemma in addressee_nouns("nouns")
            if known or calls or one_of(verb, "appeal_verbs"):
                return noun
    return None


def _is_occasion(page: Page, noun: Word) -> bool:
    """Tell whether a noun is where one speaks rather than who listens: "told a news conference"."""
    return noun.lemma not in addressee_nouns("nouns") and kind_of(page, noun) is not None


def _in_content(page: Page, candidate: Candidate, i: int) -> bool:
    at = page.parse.words[i].start
    return any(start <= at < end for start, end in candidate.content)


def _names_in(addressee: Addressee | None) -> list[str]:
    words = addressee.span.exact.replace("’", "'").split() if addressee and addressee.span else []
    return [word.strip(".,'\"“”").removesuffix("'s") for word in words]


def own_name(page: Page) -> set[str]:
    """Return the words that name the report's own outlet."""
    return {word for word in (page.report.outlet or "").lower().split() if len(word) >= SHORTEST_NAME}


def is_outlet(page: Page, addressee: Addressee | None) -> bool:
    """Tell whether somebody is told something for publication: a newspaper, a broadcaster."""
    for name in _names_in(addressee):
        known = name.lower() in addressee_nouns("outlets") or name.lower() in own_name(page)
        if (known and name[:1].isupper()) or name in lemmas("press_nouns"):
            return True
    return False


def is_foreign(page: Page, addressee: Addressee | None) -> bool:
    """Tell whether an outlet that is told something has a name and is another one than the report's own."""
    names = _names_in(addressee)
    named = any(name[:1].isupper() and name.lower() not in lemmas("the_words") for name in names)
    own = own_name(page)
    return named and bool(own) and own.isdisjoint(name.lower() for name in names)


def medium_of(page: Page, candidate: Candidate, addressee: Addressee | None) -> Medium | None:
    """Return in what form something is said: "in a statement", "at a news conference", "tweeted", "told the Herald"."""
    if candidate.rule.startswith("statements.relay"):
        return None
    verb = page.parse.words[candidate.head]
    places = [*_places(page, candidate, verb), *_behind(page, candidate)]
    found = next(filter(None, (_medium(page, noun, verb) for noun in places)), None)
    found = found or _given(page, verb)
    if found is None and (kind := medium_of_verb(verb)):
        found = Medium(page.span((verb.start, verb.end)), kind)
    if found is None and candidate.source:
        kind = kind_of(page, page.parse.words[candidate.source.head])
        found = Medium(page.span(candidate.source.stretch), kind) if kind in TEXTS else None
    if found is None and addressee and is_outlet(page, addressee) and candidate.mode != "nominal":
        return Medium(addressee.span, "interview")
    return found


def _medium(page: Page, noun: Word, verb: Word) -> Medium | None:
    kind = kind_of(page, noun)
    phrase = noun_phrase(page, noun.i, away_from=verb.i) if kind else None
    return Medium(page.span(phrase.stretch), kind) if kind and phrase else None


def _given(page: Page, verb: Word) -> Medium | None:
    """Return the text that somebody gives out to say something: "filed a lawsuit claiming"."""
    governor = page.parse.words[verb.head]
    nouns: list[Word] = []
    if verb.dep == "acl" and page.parse.words[governor.head].pos == "VERB":
        nouns = [governor]
    elif verb.dep == "advcl" and verb.tag == "VBG" and governor.pos == "VERB":
        nouns = page.dependents(governor.i, "dobj")
    found = (_medium(page, noun, verb) for noun in nouns)
    return next((medium for medium in found if medium and medium.kind in TEXTS), None)


def kind_of(page: Page, noun: Word) -> MediumKind | None:
    """Return the kind of medium a noun names; "op-ed" is three words to the parser, and a newspaper's name is none."""
    words, name = page.parse.words, noun.lemma
    if noun.i > 1 and words[noun.i - 1].text == "-" and noun.start == words[noun.i - 1].end:
        name = f"{words[noun.i - 2].text}-{noun.text}".lower()
    kind = medium_kinds().get(name) or medium_kinds().get(noun.lemma)
    return kind if noun.pos == "NOUN" or name in lemmas("platforms") else None


def _places(page: Page, candidate: Candidate, verb: Word) -> Iterator[Word]:
    """Yield the nouns that say where or in what a verb's subject speaks, the nearest to the verb first."""
    if one_of(verb, "listening_verbs"):
        yield from (w for w in page.dependents(verb.i, "dobj", "dative") if _is_occasion(page, w))
    waiting = [verb]
    for _ in range(MOST_PLACES):
        if not waiting:
            return
        at = waiting.pop(0)
        for child in page.dependents(at.i):
            if _in_content(page, candidate, child.i) or not page.outside(child.i):
                continue
            if child.dep == "prep" and one_of(child, "occasion_prepositions"):
                nouns = page.dependents(child.i, "pobj")
                yield from nouns
                yield from _of_what(page, nouns)
                waiting += nouns
            elif child.dep in BELOW_VERB and at.i == verb.i:
                waiting.append(child)


def _behind(page: Page, candidate: Candidate) -> Iterator[Word]:
    """Yield the noun of a place right behind what is said, whatever it hangs on: called it a "big move" on Twitter."""
    at = page.word_at(max(end for _, end in candidate.content))
    if at < len(page.parse.words) and page.outside(at) and one_of(page.parse.words[at], "occasion_prepositions"):
        yield from page.dependents(at, "pobj")


def _of_what(page: Page, nouns: list[Word]) -> Iterator[Word]:
    """Yield what nouns are of: in ten minutes of *remarks*."""
    for noun in nouns:
        for of in page.dependents(noun.i, "prep"):
            if one_of(of, "of_words"):
                yield from page.dependents(of.i, "pobj")
