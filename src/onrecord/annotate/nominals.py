"""Nominals: who and what a report refers to by a noun, and which of its named entities that is.

"The minister" is the one minister of the report, "the company" its one company; what binds to nobody is an
entity of its own where it acts or speaks.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.annotate.drafts import Cast, Draft, title_gender
from onrecord.annotate.names import Office
from onrecord.lang import table
from onrecord.model.marks import EntityType
from onrecord.model.words import Parse, Word

DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})
INSIDE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod"})
ACTING = frozenset({"nsubj", "agent"})
SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})
BODY_TYPES: dict[str, EntityType] = {"ministry": "government", "government": "government", "parliament": "government"}


def place_nominals(parse: Parse, cast: Cast, offices: Sequence[Office]) -> None:
    """Add the nominals of a report to its entities, and those that are entities of their own."""
    capital = {office.end - 1: office for office in offices}
    own: dict[str, Draft] = {}
    appositions = set(_place_appositions(parse, cast))
    for word in parse.words:
        if word.i in cast.at or word.i in appositions or (word.pos != "NOUN" and word.i not in capital):
            continue
        kind = _kind_of(word)
        if kind is None or word.dep == "compound":
            continue
        first = capital[word.i].first if word.i in capital else word.i
        _place_one(parse, cast, word, kind=kind, own=own, first=first)


def _place_one(parse: Parse, cast: Cast, word: Word, *, kind: str, own: dict[str, Draft], first: int) -> None:
    start = min(first, base_start(parse, word))
    before = [w.text.lower() for w in parse.words[start : word.i]]
    draft = None
    if before[:1] and before[0] in DEFINITE or "'s" in before or "’s" in before or first < word.i:
        draft = _bound(cast, word, kind, before)
    if draft is None and _acts(parse, word):
        draft = _own(cast, own, word, kind=kind, before=before)
    if draft is not None:
        cast.place(draft, (start, word.i + 1), "nominal", head=word.i)


def base_start(parse: Parse, word: Word) -> int:
    """Return the first word of the noun phrase that a noun ends, its later modifiers left out."""
    first = word.i
    for child in parse.dependents(word):
        if child.i < first and child.dep in INSIDE:
            first = min(first, parse.subtree(child)[0])
    return max(first, parse.sentences[word.sentence].first)


@cache
def _kinds() -> dict[str, str]:
    """Return the nouns for people and bodies, each with its kind."""
    offices = table("offices")
    kinds: dict[str, str] = dict.fromkeys(offices["groups"], "group")
    for kind in reversed(list(offices["bodies"])):
        kinds |= dict.fromkeys(offices["bodies"][kind], kind)
    return kinds | dict.fromkeys(offices["person"], "person") | {"authorities": "group"}


def _kind_of(word: Word) -> str | None:
    low = word.text.lower()
    if word.tag == "NNS" or word.tag == "NNPS":
        return "group" if low in _kinds() and _kinds()[low] == "group" else _kinds().get(low)
    return _kinds().get(low)


def _place_appositions(parse: Parse, cast: Cast) -> Iterator[int]:
    """Add the nouns that stand in apposition to a name, and note them as roles; yield them."""
    for word in parse.words:
        if word.dep != "appos":
            continue
        head = parse.words[word.head]
        noun, draft = (word, cast.at.get(head.i)) if word.i not in cast.at else (head, cast.at[word.i])
        if draft is None or noun.i in cast.at or noun.pos != "NOUN" or not _fits(draft, noun):
            continue
        start = base_start(parse, noun)
        draft.add_role(noun.text.lower(), [w.text.lower() for w in parse.words[start : noun.i]])
        draft.gender = draft.gender or (title_gender(noun.text.lower()) if draft.type == "person" else None)
        cast.place(draft, (start, noun.i + 1), "nominal", head=noun.i)
        yield noun.i


def _fits(draft: Draft, noun: Word) -> bool:
    """Tell whether a noun may describe an entity of its type."""
    kind = _kind_of(noun)
    if draft.type == "person":
        return kind == "person" or noun.text.lower() in table("offices")["capital_offices"]
    if draft.type in {"organization", "government"}:
        return kind not in {"person", "group", None}
    return kind in {None, "state"}


def _bound(cast: Cast, word: Word, kind: str, before: Sequence[str]) -> Draft | None:
    """Return the entity of the report that a definite noun refers to, if one fits best."""
    if kind == "group":
        return None
    noun = word.text.lower()
    if kind == "person":
        fits = [d for d in cast.drafts if d.type == "person" and _has_role(d, noun) and _agree(d, noun)]
    else:
        fits = [d for d in cast.drafts if d.type in {"organization", "government"} and _is_of_kind(d, noun, kind)]
    if len(fits) > 1:
        words = set(before) - DEFINITE
        fits = [d for d in fits if words & (d.roles.get(noun, set()) | set(d.name.lower().split()))] or fits
    fits = [d for d in fits if d.places and d.places[0][0][0] < word.i] or fits
    return fits[0] if len(fits) == 1 else None


def _has_role(draft: Draft, noun: str) -> bool:
    return noun in draft.roles or (noun in SPOKES and not SPOKES.isdisjoint(draft.roles))


def _agree(draft: Draft, noun: str) -> bool:
    gender = title_gender(noun)
    return gender is None or draft.gender is None or gender == draft.gender


def _is_of_kind(draft: Draft, noun: str, kind: str) -> bool:
    """Tell whether a body is called by such a noun: "the ministry" is the Interior Ministry."""
    words = {word.strip(".,") for word in draft.name.lower().split()}
    nouns = table("offices")["bodies"][kind]
    if noun in words or noun in draft.roles:
        return True
    if kind == "company":
        return draft.type == "organization" and _is_company(draft, words)
    return bool(words & set(nouns)) and kind in {"ministry", "union", "party", "court", "media"}


def _is_company(draft: Draft, words: set[str]) -> bool:
    others = table("offices")["bodies"]
    public = {
        noun
        for kind in ("union", "ministry", "parliament", "court", "party", "agency", "media", "force", "school")
        for noun in others[kind]
    }
    return not words & public and not words & set(table("offices")["names"]["government"])


def _acts(parse: Parse, word: Word) -> bool:
    """Tell whether a noun is the agent of speech or action."""
    head = parse.words[word.head]
    if word.dep == "nsubj":
        return head.pos == "VERB"
    if word.dep == "pobj":
        return head.dep == "agent" or (head.text.lower() == "to" and parse.words[head.head].text.lower() == "according")
    return word.dep == "conj" and (head.dep in ACTING and parse.words[head.head].pos == "VERB")


def _own(cast: Cast, own: dict[str, Draft], word: Word, *, kind: str, before: Sequence[str]) -> Draft:
    """Return the entity that goes by a noun and the words before it, new if the report has none yet."""
    words = [w for w in before if w not in DEFINITE and w not in {"a", "an", "some", "many", "several"}]
    name = " ".join([*words, word.text.lower() if word.pos == "NOUN" else word.text])
    if name not in own:
        types: EntityType = (
            "person" if kind == "person" else "group" if kind == "group" else BODY_TYPES.get(kind, "organization")
        )
        own[name] = cast.new(name, types)
        own[name].gender = title_gender(word.text.lower()) if kind == "person" else None
    return own[name]
