"""To whom something is said, and in what form."""

from collections.abc import Iterator, Sequence

from onrecord.annotate.candidates import Candidate, Source
from onrecord.annotate.cues import addressee_nouns, lemmas, medium_kinds
from onrecord.annotate.page import Page
from onrecord.annotate.speakers import Roster, entity_at, noun_phrase
from onrecord.model.marks import Addressee, Medium, MediumKind
from onrecord.model.words import Word

NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
WHERE = frozenset({"in", "at", "on", "during", "through", "via", "by", "over", "from", "after"})
LISTENING = frozenset(
    {
        "tell",
        "inform",
        "remind",
        "assure",
        "reassure",
        "notify",
        "advise",
        "warn",
        "ask",
        "urge",
        "order",
        "promise",
        "show",
        "convince",
        "persuade",
        "thank",
        "implore",
        "beg",
        "instruct",
        "encourage",
        "invite",
        "challenge",
        "press",
        "command",
        "lobby",
        "petition",
        "exhort",
        "counsel",
        "dare",
        "summon",
        "caution",
    }
)
PLATFORMS = frozenset({"twitter", "facebook", "instagram", "weibo", "telegram", "congress", "parliament"})
PRESS = frozenset({"newspaper", "magazine", "outlet", "broadcaster", "agency", "station"})
LONG_WORD = 3
BY_ITSELF = {"tweet": "post", "post": "post", "email": "letter", "blog": "post", "cable": "letter"}


def addressee_of(page: Page, roster: Roster, candidate: Candidate) -> Addressee | None:
    """Return to whom something is said, if the cue names somebody."""
    listener = _listener(page, candidate)
    return Addressee(page.span(listener.stretch), entity_at(page, roster, listener)) if listener else None


def _listener(page: Page, candidate: Candidate) -> Source | None:
    if candidate.rule.startswith("statements.relay"):
        return None
    verb = page.parse.words[candidate.head]
    if verb.lemma in LISTENING or verb.lemma in lemmas("directive_verbs"):
        objects = candidate.listeners or tuple(w.i for w in page.dependents(verb.i, "dobj", "dative"))
        for i in objects:
            noun = page.parse.words[i]
            if (
                not _in_content(page, candidate, i)
                and page.outside(i)
                and noun.dep != "prep"
                and not _is_occasion(page, noun)
            ):
                return noun_phrase(page, i, away_from=verb.i)
    for to in page.dependents(verb.i, "prep", "dative"):
        if to.lemma not in ("to", "on", "upon", "with") or _in_content(page, candidate, to.i):
            continue
        if to.lemma != "to" and (verb.lemma, to.lemma) not in (("call", "on"), ("call", "upon")):
            continue
        for noun in page.dependents(to.i, "pobj"):
            if _can_listen(noun):
                return noun_phrase(page, noun.i, away_from=verb.i)
    return None


def _is_occasion(page: Page, noun: Word) -> bool:
    """Tell whether a noun is where one speaks rather than who listens: "told a news conference"."""
    return noun.lemma not in addressee_nouns("nouns") and kind_of(page, noun) is not None


def _can_listen(word: Word) -> bool:
    return word.ent in NAMES or word.pos == "PRON" or word.lemma in addressee_nouns("nouns")


def _in_content(page: Page, candidate: Candidate, i: int) -> bool:
    at = page.parse.words[i].start
    return any(start <= at < end for start, end in candidate.content)


def is_outlet(page: Page, addressee: Addressee | None) -> bool:
    """Tell whether somebody is told something for publication: a newspaper, a broadcaster."""
    if addressee is None or addressee.span is None:
        return False
    own = {word for word in (page.report.outlet or "").lower().split() if len(word) > LONG_WORD}
    for word in addressee.span.exact.replace("’", "'").split():
        name = word.strip(".,'\"“”").removesuffix("'s")
        outlet = name.lower() in addressee_nouns("outlets") and (name[:1].isupper() or name in PRESS)
        if outlet or (name[:1].isupper() and name.lower() in own):
            return True
    return False


def medium_of(page: Page, candidate: Candidate, addressee: Addressee | None) -> Medium | None:
    """Return in what form something is said: "in a statement", "at a news conference", "tweeted", "told the Herald"."""
    verb = page.parse.words[candidate.head]
    if candidate.rule.startswith("statements.relay"):
        return None
    for noun in _places(page, candidate, verb):
        if kind := kind_of(page, noun):
            phrase = noun_phrase(page, noun.i, away_from=verb.i)
            return Medium(page.span(phrase.stretch), kind) if phrase else None
    if given := _given(page, verb):
        return given
    if verb.lemma in BY_ITSELF:
        return Medium(page.span((verb.start, verb.end)), BY_ITSELF[verb.lemma])
    if candidate.source and (kind := kind_of(page, page.parse.words[candidate.source.head])):
        if kind in ("statement", "document", "letter", "post"):
            return Medium(page.span(candidate.source.stretch), kind)
    if is_outlet(page, addressee) and candidate.mode != "nominal":
        return Medium(addressee.span, "interview")
    return None


def _given(page: Page, verb: Word) -> Medium | None:
    """Return the text that somebody gives out to say something: "filed a lawsuit claiming", "issued a statement saying"."""
    governor = page.parse.words[verb.head]
    if verb.dep == "acl":
        nouns, giver = [governor], page.parse.words[governor.head]
    elif verb.dep == "advcl" and verb.tag == "VBG":
        nouns, giver = page.dependents(governor.i, "dobj"), governor
    else:
        return None
    for noun in nouns:
        kind = kind_of(page, noun)
        phrase = (
            noun_phrase(page, noun.i, away_from=verb.i) if kind in ("document", "statement", "letter", "post") else None
        )
        if kind and phrase and giver.pos == "VERB":
            return Medium(page.span(phrase.stretch), kind)
    return None


def kind_of(page: Page, noun: Word) -> MediumKind | None:
    """Return the kind of medium a noun names; "op-ed" is three words to the parser, and a newspaper's name is none."""
    words, name = page.parse.words, noun.lemma
    if noun.i > 1 and words[noun.i - 1].text == "-" and noun.start == words[noun.i - 1].end:
        name = f"{words[noun.i - 2].text}-{noun.text}".lower()
    kind = medium_kinds().get(name) or medium_kinds().get(noun.lemma)
    return kind if noun.pos == "NOUN" or name in PLATFORMS else None


def _places(page: Page, candidate: Candidate, verb: Word) -> Iterator[Word]:
    """Yield the nouns that say where or in what a verb's subject speaks, the nearest to the verb first."""
    yield from (
        w for w in page.dependents(verb.i, "dobj", "dative") if verb.lemma in LISTENING and _is_occasion(page, w)
    )
    waiting: list[Word] = [verb]
    for _ in range(40):
        if not waiting:
            return
        at = waiting.pop(0)
        for child in page.parse.dependents(at):
            if _in_content(page, candidate, child.i) or not page.outside(child.i):
                continue
            if child.dep == "prep" and child.lemma in WHERE:
                nouns = page.dependents(child.i, "pobj")
                yield from nouns
                yield from (
                    w
                    for n in nouns
                    for of in page.dependents(n.i, "prep")
                    if of.lemma == "of"
                    for w in page.dependents(of.i, "pobj")
                )
                waiting += page.dependents(child.i, "pobj")
            elif child.dep in ("dobj", "dative", "npadvmod", "prep", "advmod", "pobj") and at.i == verb.i:
                waiting.append(child)
