"""What bears a name, by the consensus of a whole report.

The model's labels are votes, not facts: on news it called a president a place in every second mention.
What stands around a name (a title, an office, a place word, an age) and around its other mentions weighs
more, and a last name is whoever bears it with a given name.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from onrecord.annotate.lexicon import called_after_places, given_names, kind_words, words_of
from onrecord.annotate.names import Name
from onrecord.lang import table
from onrecord.lang.states import index_states, known_states, state_of_demonym
from onrecord.model.marks import EntityType
from onrecord.model.words import Parse, Word

LABELS: Mapping[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "PRODUCT": "thing",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
}
DESCRIBING: tuple[EntityType, ...] = ("thing", "place", "organization")
MOST_AGE = 120
LONGEST_ACRONYM = 6

# Weights of the votes: a word that settles the matter, one that speaks for it, a hint. Set on the written stories.
SETTLES, SPEAKS, HINTS = 9, 5, 2

Vote = tuple[EntityType, int]


def settle_kinds(
    parse: Parse, names: Sequence[Name], *, outlet: str | None, datelined: Collection[str] = ()
) -> dict[str, EntityType]:
    """Settle by all mentions of a report what each name names.

    Args:
        parse: The parse of the report.
        names: Its names.
        outlet: The name of its outlet, if that is known.
        datelined: Places of its datelines, in lower case.

    Returns:
        The kind of each name, by its key.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for name in names:
        known = name.key in votes
        counts = votes[name.key]
        for kind, weight in _votes(parse, name, known=known):
            counts[kind] += weight
    written = outlet.lower() if outlet else ""
    for key, counts in votes.items():
        if key in {written, written.removeprefix("the ")} or (key in kind_words() and written.endswith(" " + key)):
            counts["organization"] += SETTLES
        if key in datelined:
            counts["place"] += SETTLES
    titled = {name.key for name in names if _is_titled(parse, name)}
    kinds = {key: "person" if key in titled else _winner(counts) for key, counts in votes.items()}
    parts = dict(_parts_of_persons(kinds, votes))
    bodies = set(_first_words(kinds | parts, parse, names)) - titled - parts.keys()
    return kinds | parts | dict.fromkeys(bodies, "organization")


def _is_titled(parse: Parse, name: Name) -> bool:
    """Tell whether a name stands under a personal title or office, which settles that it is a person's.

    The model's labels, added up over all mentions, must not outweigh it. "General Motors" is one name to the model,
    title and all; a listed city, a state or a name with the word for a body is no person's under any title.
    """
    if not name.title or name.state or name.key in known_states().cities or name.key in _regions():
        return False
    title = parse.words[name.core - 1]
    owns = name.title.split()[-1] in words_of("offices", "things", "organization")
    return not owns and title.ent in {"", "PERSON"} and _kind_word(parse.words[name.core : name.end]) is None


def _winner(counts: Counter[EntityType]) -> EntityType:
    return max(sorted(counts), key=lambda kind: counts[kind]) if counts else "thing"


def _parts_of_persons(
    kinds: Mapping[str, EntityType], votes: Mapping[str, Counter[EntityType]]
) -> Iterator[tuple[str, EntityType]]:
    """Yield the single names that persons of the report bear as their last, or as a given name."""
    full = [key for key, kind in kinds.items() if kind == "person" and " " in key]
    last = {key.rsplit(" ", 1)[-1]: votes[key]["person"] for key in full}
    first = {key.split(" ", 1)[0] for key in full}
    for key, kind in kinds.items():
        bears_last = key in last and kind != "state" and votes[key]["place"] < 2 * last[key] + HINTS
        if bears_last or (key in first and key in given_names()):
            yield key, "person"


def _first_words(kinds: Mapping[str, EntityType], parse: Parse, names: Sequence[Name]) -> Iterator[str]:
    """Yield the single names by which a body goes for short, never used as a place: Merrow, of the Merrow Line."""
    full = [key.split() for key, kind in kinds.items() if kind == "organization" and " " in key]
    bodies = {words[0] for words in full if words[-1] not in called_after_places()}
    mentions = Counter(name.key for name in names)
    located = Counter(
        n.key
        for n in names
        if n.first > 0
        and parse.words[n.first - 1].text.lower() in words_of("actors", "inside") | words_of("actors", "toward")
    )
    for key in sorted(bodies):
        if 2 * located[key] > mentions[key]:
            continue
        if kinds.get(key) in {"place", "thing", "group", "person"} and key not in given_names():
            yield key


def _votes(parse: Parse, name: Name, *, known: bool) -> Iterator[Vote]:
    """Yield what speaks for each kind; the words of a name count once, what stands around it each time."""
    if name.state:
        yield "state", 2 * SETTLES
        return
    words = parse.words[name.core : name.end]
    for label in sorted({word.ent for word in words} & LABELS.keys()):
        # A person who is only ever named by one word is rare: a place that the model does not know is not.
        yield LABELS[label], HINTS if label != "PERSON" or len(words) > 1 else 1
    if name.title:
        yield "person", SETTLES
    if not known:
        yield from _word_votes(words, name.key)
    yield from _before_votes(parse, name)
    yield from _after_votes(parse, name)
    yield from _syntax_votes(parse, name)


def _word_votes(words: Sequence[Word], key: str) -> Iterator[Vote]:
    """Yield what the words of a name say of it."""
    kind = _kind_word(words) or _kind_opener(words[0].text.lower())
    if kind is not None:
        yield kind, SETTLES if len(words) > 1 else HINTS
    if "&" in {word.text for word in words}:
        yield "organization", SETTLES
    if len(words) > 1 and len(words[0].text.rstrip(".")) == 1 and kind is None:
        yield "person", SETTLES
    if words[0].text.lower() in given_names() and (kind is None or len(words) == 1):
        yield "person", SPEAKS + 1 if len(words) > 1 else HINTS
    if len(words) == 1 and words[0].text.isupper() and 1 < len(words[0].text) <= LONGEST_ACRONYM:
        yield "organization", HINTS
    if key in known_states().cities or key in _regions():
        yield "place", SETTLES + 1
    if key in table("metonyms")["houses"]:
        yield "government", SETTLES + HINTS


def _kind_opener(low: str) -> EntityType | None:
    """Return what the first word of a name tells: "Cape Lorn", "Radio Kallport"."""
    if low in words_of("offices", "names", "place_first"):
        return "place"
    return "organization" if low in words_of("offices", "names", "organization_first") else None


def _kind_word(words: Sequence[Word]) -> EntityType | None:
    """Return what the last word of a name tells, or the one before "of": "University of Kallport"."""
    texts = [word.text.lower().rstrip(".") for word in words]
    heads = [texts[-1], *(a for a, b in pairwise(texts) if b in {"of", "for"})]
    return next((kind_words()[head] for head in reversed(heads) if head in kind_words()), None)


@cache
def _regions() -> frozenset[str]:
    return frozenset(map(str.lower, words_of("metonyms", "regions", "names")))


def _before_votes(parse: Parse, name: Name) -> Iterator[Vote]:
    """Yield what the word before a name says of it: "the trawler Ina Marie", "the island of Skerrin"."""
    if name.first == 0 or parse.words[name.first - 1].sentence != parse.words[name.first].sentence:
        return
    low = parse.words[name.first - 1].text.lower()
    if low in words_of("offices", "person"):
        yield "person", SPEAKS
    for kind in DESCRIBING:
        if low in words_of("offices", "things", kind):
            yield kind, SETTLES
    if low == "the":
        yield "person", -SPEAKS + 1
        yield "thing", HINTS if name.end - name.core == 1 else 0
    if low in words_of("actors", "inside"):
        yield "place", HINTS + 1
    if low in words_of("actors", "toward"):
        yield "place", 1
    if (
        low == "of"
        and name.first > 1
        and parse.words[name.first - 2].text.lower() in words_of("offices", "things", "place")
    ):
        yield "place", SPEAKS


def _after_votes(parse: Parse, name: Name) -> Iterator[Vote]:
    """Yield what the words after a name say of it: an age, "who", "which"."""
    texts = [word.text.lower() for word in parse.words[name.end : name.end + 3]]
    texts += [""] * (3 - len(texts))
    if texts[0] == "," and texts[1].isdigit() and int(texts[1][:4]) < MOST_AGE and texts[2] in {",", ".", ";", ""}:
        yield "person", SPEAKS + 1
    if texts[0] == "who" or texts[:2] == [",", "who"]:
        yield "person", SPEAKS
    if texts[:2] == [",", "which"]:
        yield "person", -SPEAKS


def _syntax_votes(parse: Parse, name: Name) -> Iterator[Vote]:
    """Yield what a name's place in its sentence says of it."""
    word = parse.words[name.end - 1]
    head = parse.words[word.head]
    if word.dep in {"nsubj", "nsubjpass"} and head.lemma in words_of("actors", "speaking"):
        yield "person", 1
        yield "organization", 1
    if has_what_states_have(parse, name):
        yield "place", 1
    other = head if word.dep == "appos" else next(parse.dependents(word, "appos"), None)
    noun = other.text.lower() if other is not None and other.pos == "NOUN" else ""
    if noun in words_of("offices", "person"):
        yield "person", SPEAKS
    for kind in DESCRIBING:
        if noun in words_of("offices", "things", kind):
            yield kind, SPEAKS
    if word.dep == "compound" and head.text.lower() in words_of("offices", "names", "place"):
        yield "place", HINTS + 1


def find_learned_states(parse: Parse, names: Sequence[Name], kinds: Mapping[str, EntityType]) -> dict[str, str]:
    """Find states that no table lists: names that a text gives a government or a people.

    Returns:
        For each key of a state and of the word for its people, the state's name.
    """
    single = [name for name in names if " " not in name.text and not name.state and not name.title]
    owners = {n.text for n in single if kinds[n.key] != "person" and has_what_states_have(parse, n)}
    places = {n.text for n in single if kinds[n.key] in {"place", "thing", "organization"}}
    candidates = index_states(sorted(places | owners))
    found = {owner.lower(): owner for owner in sorted(owners) if kinds[owner.lower()] in {"place", "thing", "group"}}
    found |= {n.key: n.text.split(" of ")[1] for n in names if n.key.startswith(("republic of ", "kingdom of "))}
    if len(set(found.values())) == 1 and any(n.key.startswith("republic of ") for n in names):
        found["republic"] = next(iter(found.values()))
    found |= {state.lower(): state for state in sorted(found.values())}
    peoples = words_of("states", "not_states")
    for opener in sorted({n.text.split()[0] for n in names if " " in n.text}):
        state = (
            state_of_demonym(opener, candidates)
            if opener.lower().endswith(tuple(words_of("actors", "people_endings")))
            else None
        )
        if state is not None:
            found[state.lower()] = state
    for name in single:
        if name.key in peoples or not _is_of_people(parse, name):
            continue
        state = state_of_demonym(name.text, candidates)
        if state is not None:
            found |= {name.key: state, state.lower(): state}
        elif name.key not in found and _is_people(parse, name, kinds[name.key]):
            found[name.key] = name.text
    return found


def _is_people(parse: Parse, name: Name, kind: EntityType) -> bool:
    """Tell whether a name is the word for a people whose state the report does not name."""
    return (
        name.key.endswith(tuple(words_of("actors", "people_endings")))
        and kind in {"group", "place", "thing"}
        and parse.words[name.core].ent == "NORP"
    )


def has_what_states_have(parse: Parse, name: Name) -> bool:
    """Tell whether a name is given what states have: "Tarsona's transport minister", "government of Tarsona"."""
    word = parse.words[name.end - 1]
    head = parse.words[word.head]
    if word.dep == "poss":
        return head.lemma in words_of("states", "had_by_states")
    return head.text == "of" and parse.words[head.head].lemma in words_of("states", "had_by_states")


def _is_of_people(parse: Parse, name: Name) -> bool:
    word = parse.words[name.end - 1]
    return (
        word.dep in {"amod", "compound", "nmod"} or word.pos == "ADJ" or word.text.endswith("s") or word.ent == "NORP"
    )
