"""Governments: by the state they rule, by the person they go by, by the city they sit in.

"The North Korean regime", "Kim's government" and "Pyongyang said" are one government, part of one state. A city
is its government only where it speaks or acts, never as a place.
"""

from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.lexicon import words_of
from onrecord.annotate.names import Name
from onrecord.model.words import Parse, Word

OWNING = ("poss", "compound", "amod", "nmod")


def owner_of(parse: Parse, cast: Cast, word: Word) -> Draft | None:
    """Return whose a noun is: a state, or a person, by the words before it or behind "of"."""
    for child in parse.dependents(word):
        inner = child
        if child.text.lower() == "of":
            inner = next(parse.dependents(child, "pobj"), child)
        elif child.dep not in OWNING or child.i > word.i:
            continue
        draft = cast.at.get(inner.i)
        if draft is not None and draft.type in {"state", "person"}:
            return draft
        if inner.dep == "poss":
            below = owner_of(parse, cast, inner)
            if below is not None:
                return below
    return None


def government_of(cast: Cast, owner: Draft, noun: str) -> Draft:
    """Return the government of a state, of a person or in a city, new if the report has none yet."""
    state = owner if owner.type == "state" else owner.country
    key = state if state is not None else owner
    if key.government is None:
        name = f"{owner.name} {noun}" if owner.type == "person" else f"government in {owner.name}"
        name = f"government of {state.name}" if state is not None else name
        key.government = cast.new(name, "government")
        key.government.is_rule = True
        key.government.part_of = state
    key.government.add_role(noun, ())
    return key.government


def merge_governments(cast: Cast) -> None:
    """Bring together what a report calls by one noun, if it has one owner: "Kim's regime"."""
    rules = [draft for draft in cast.drafts if draft.is_rule and draft.places]
    for noun in sorted({noun for draft in rules for noun in draft.roles}):
        called = [draft for draft in rules if noun in draft.roles and draft.places]
        owned = [draft for draft in called if draft.name != noun]
        of_state = [draft for draft in owned if draft.part_of is not None]
        if len(owned) == 1 or (len(of_state) == 1 and len(owned) == 2 and noun != "government"):  # noqa: PLR2004
            target = of_state[0] if of_state else owned[0]
            for draft in called:
                if draft is not target:
                    _absorb(cast, target, draft)


def _absorb(cast: Cast, target: Draft, other: Draft) -> None:
    target.places += other.places
    other.places = []
    for noun, before in other.roles.items():
        target.add_role(noun, before)
    for i, draft in cast.at.items():
        if draft is other:
            cast.at[i] = target


def is_agent(parse: Parse, name: Name) -> bool:
    """Tell whether a place speaks or acts, or is spoken to, so that it is its government: "Kallport said"."""
    word = parse.words[name.end - 1]
    head = parse.words[word.head]
    match word.dep:
        case "nsubj":
            return head.pos == "VERB" and head.lemma not in words_of("metonyms", "lying")
        case "poss":
            return head.lemma in words_of("metonyms", "acts")
        case "dobj" | "dative" | "nsubjpass":
            return head.lemma in words_of("metonyms", "acted_on")
        case "pobj":
            return _is_party(parse, head)
        case _:
            return False


def _is_party(parse: Parse, preposition: Word) -> bool:
    """Tell whether what follows a preposition is a party: "pressure on Kallport", "talks with it"."""
    low, above = preposition.text.lower(), parse.words[preposition.head]
    if preposition.dep == "agent":
        return True
    if low in {"on", "against", "upon"}:
        return above.lemma in words_of("metonyms", "pressures")
    if low == "with":
        return above.lemma in words_of("metonyms", "dealings")
    return low == "between" and above.lemma in words_of("metonyms", "dealings")
