"""Names: where they stand, and by the consensus of a whole report, what kind of thing bears them.

The model's labels are votes, not facts: on news it called a president a place in every second mention.
What a name's neighbors say (a title, an office, a place word, an age) and what its other mentions are
called weighs more, and a last name is whoever bears it with a given name.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from onrecord.annotate.capitals import Run, Seen, find_runs
from onrecord.annotate.states import is_state_form, known_states, state_of_demonym
from onrecord.lang import table
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
SPEAKING = frozenset(
    {"say", "tell", "add", "claim", "ask", "deny", "write", "reply", "insist", "argue", "warn", "call"}
)
WHERE = frozenset({"in", "at", "near", "from", "off", "outside", "around", "toward", "towards", "to"})
LONGEST_STATE = 4
"""Words of the longest name of a state that may open a longer name: "South Korean airliner"."""
MOST_AGE = 120


class Name(Struct, frozen=True):
    """One mention of a name: its words (end exclusive) with a title before it, its core without.

    ``title`` is in lower case, "transport minister"; empty where there is none. ``label`` is settled for
    states, else None.
    """

    first: int
    core: int
    end: int
    text: str
    title: str = ""
    label: EntityType | None = None

    @property
    def key(self) -> str:
        """The name in lower case, by which mentions of one name are found."""
        return self.text.lower()


class Office(Struct, frozen=True):
    """A capitalised office without a name: "the Prime Minister"."""

    first: int
    end: int


def find_names(parse: Parse, seen: Seen, skipped: Collection[int]) -> tuple[tuple[Name, ...], tuple[Office, ...]]:
    """Find the names and the capitalised offices of a report, in order."""
    names: list[Name] = []
    offices: list[Office] = []
    for run in find_runs(parse, seen, skipped):
        for found in _read_run(parse, run):
            if isinstance(found, Name):
                names.append(found)
            else:
                offices.append(found)
    return tuple(names), tuple(offices)


def _read_run(parse: Parse, run: Run) -> Iterator[Name | Office]:
    """Cut a run of capitalised words into a state, an office and a name."""
    first = run.first
    length = _opening_state(parse, run)
    if length:
        yield Name(first, first, first + length, spelled(parse, first, first + length), label="state")
        if first + length == run.end:
            return
        if not _is_body(parse.words[run.end - 1]):
            first += length
        first = _after_hyphen(parse, first, run.end)
    core = _after_title(parse, first, run.end)
    if core == run.end:
        yield Office(first, run.end)
    elif core < run.end:
        title = " ".join(word.text.lower().rstrip(".") for word in parse.words[first:core])
        yield Name(first, core, run.end, spelled(parse, core, run.end), title)


def spelled(parse: Parse, first: int, end: int) -> str:
    """Return the words of a range as they are written, with one space where there is any."""
    parts = [parse.words[first].text]
    for before, word in zip(parse.words[first : end - 1], parse.words[first + 1 : end], strict=True):
        parts.append(word.text if word.start == before.end else " " + word.text)
    return "".join(parts).replace("’", "'")


def _opening_state(parse: Parse, run: Run) -> int:
    """Return how many words at the start of a run are a listed state or the word for its people."""
    for length in range(min(LONGEST_STATE, run.end - run.first), 0, -1):
        if is_state_form(spelled(parse, run.first, run.first + length).lower()):
            return length
    return 0


def _after_hyphen(parse: Parse, first: int, end: int) -> int:
    return first + 1 if first < end - 1 and parse.words[first].text in {"-", "–", "'s", "’s"} else first


def _is_body(word: Word) -> bool:
    """Tell whether the last word of a name makes it the name of a body, a place or a work."""
    return word.text.lower().rstrip(".") in _kind_words()


@cache
def _kind_words() -> Mapping[str, EntityType]:
    """Return the last words that tell what a name names."""
    names = table("offices")["names"]
    kinds: dict[str, EntityType] = {}
    for kind in ("work", "event", "place", "organization", "government"):
        kinds |= dict.fromkeys(names[kind], kind)
    return kinds


@cache
def _title_words() -> frozenset[str]:
    titles = table("titles")
    return frozenset(titles["male"] + titles["female"] + titles["neutral"] + table("offices")["capital_offices"])


def _after_title(parse: Parse, first: int, end: int) -> int:
    """Return where the name proper begins behind an office or a title; the end, if there is no name."""
    words = parse.words
    core = first
    for i in range(first, end):
        low = words[i].text.lower().rstrip(".")
        if low in _title_words():
            core = i + 1
            if core + 1 < end and words[core].text.lower() == "of":
                core += 2
    if core == end and end - first > 1 and _is_given(words[first]) and "of" not in {w.text for w in words[first:end]}:
        return first
    if core > first and core < end and _is_body(words[end - 1]) and not _is_given(words[core]):
        return first
    return core


def _is_given(word: Word) -> bool:
    return word.text.lower() in given_names()


@cache
def given_names() -> Mapping[str, str]:
    """Return given names in lower case with the gender that most bearers have, "m" or "f"."""
    names = table("first_names")
    return dict.fromkeys(names["male"].split(), "m") | dict.fromkeys(names["female"].split(), "f")


def settle_kinds(parse: Parse, names: Sequence[Name]) -> dict[str, EntityType]:
    """Settle by all mentions of a report what each name names.

    Returns:
        The kind of each name, by its key.
    """
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for name in names:
        counts = votes[name.key]
        for kind, weight in _votes(parse, name):
            counts[kind] += weight
    kinds = {key: _winner(counts) for key, counts in votes.items()}
    last_names = {key.rsplit(" ", 1)[-1]: key for key, kind in kinds.items() if kind == "person" and " " in key}
    for key in kinds:
        if (
            key in last_names
            and kinds[key] != "state"
            and votes[key]["place"] < 2 * votes[last_names[key]]["person"] + 2
        ):
            kinds[key] = "person"
    return kinds


def _winner(counts: Counter[EntityType]) -> EntityType:
    return max(sorted(counts), key=lambda kind: counts[kind], default="thing") if counts else "thing"


def _votes(parse: Parse, name: Name) -> Iterator[tuple[EntityType, int]]:
    if name.label is not None:
        yield name.label, 20
        return
    yield from _inner_votes(parse, name)
    yield from _outer_votes(parse, name)


def _inner_votes(parse: Parse, name: Name) -> Iterator[tuple[EntityType, int]]:
    """Yield what the words of a name say of it."""
    words = parse.words[name.core : name.end]
    for label in {word.ent for word in words} & LABELS.keys():
        yield LABELS[label], 2
    heads = [words[-1], *(a for a, b in zip(words, words[1:], strict=False) if b.text.lower() in {"of", "for"})]
    kind = next((k for w in reversed(heads) if (k := _kind_words().get(w.text.lower().rstrip(".")))), None)
    if kind is not None and len(words) > 1:
        yield kind, 8
    elif len(words) > 1 and _is_given(words[0]):
        yield "person", 6
    elif _is_given(words[0]):
        yield "person", 2
    if name.title:
        yield "person", 8
    if len(words) == 1 and words[0].text.isupper() and 1 < len(words[0].text) <= 6:
        yield "organization", 2
    low = name.key
    if low in known_states().cities or low in _regions():
        yield "place", 10
    if low in table("metonyms")["houses"]:
        yield "government", 12


@cache
def _regions() -> frozenset[str]:
    return frozenset(map(str.lower, table("metonyms")["regions"]["names"]))


def _outer_votes(parse: Parse, name: Name) -> Iterator[tuple[EntityType, int]]:
    """Yield what the words around a name say of it."""
    words = parse.words
    before = words[name.first - 1] if name.first > 0 else None
    head = words[name.end - 1]
    things, offices = table("offices")["things"], table("offices")
    if before is not None and before.end + 1 >= words[name.first].start:
        low = before.text.lower()
        if low in offices["person"]:
            yield "person", 5
        for kind in ("thing", "place", "organization"):
            if low in things[kind]:
                yield kind, 5
        if low == "the":
            yield "person", -4
            yield "thing", 1
        if low in WHERE:
            yield "place", 1
        if low == "of" and name.first > 1 and words[name.first - 2].text.lower() in things["place"]:
            yield "place", 5
    if head.dep in {"nsubj", "nsubjpass"} and words[head.head].lemma in SPEAKING:
        yield "person", 1
        yield "organization", 1
    yield from _after_votes(parse, name)


def _after_votes(parse: Parse, name: Name) -> Iterator[tuple[EntityType, int]]:
    words = parse.words
    after = words[name.end : name.end + 4]
    texts = [word.text.lower() for word in after]
    if len(texts) >= 2 and texts[0] == "," and texts[1].isdigit() and 0 < int(texts[1][:4]) < MOST_AGE:
        if len(texts) == 2 or texts[2] in {",", ".", ";"}:
            yield "person", 6
    if texts and (texts[0] == "who" or texts[:2] == [",", "who"]):
        yield "person", 5
    if texts[:2] == [",", "which"]:
        yield "person", -3
    if _has_what_states_have(parse, name):
        yield "place", 1


def find_learned_states(parse: Parse, names: Sequence[Name], kinds: Mapping[str, EntityType]) -> dict[str, str]:
    """Find states that no table lists: names that a text gives a government or a people.

    Returns:
        For each key of a state and of the word for its people, the state's name.
    """
    owners = {
        name.text
        for name in names
        if kinds[name.key] in {"place", "organization", "thing", "group", "person"}
        and _has_what_states_have(parse, name)
    }
    candidates = sorted({name.text for name in names if kinds[name.key] in {"place", "thing", "organization"}} | owners)
    found: dict[str, str] = {}
    for name in names:
        if " " in name.text or kinds[name.key] == "state" or name.title:
            continue
        state = state_of_demonym(name.text, candidates)
        if state is not None and _is_adjective(parse, name):
            found |= {name.key: state, state.lower(): state}
    return found | {owner.lower(): owner for owner in sorted(owners) if kinds[owner.lower()] != "person"}


def _has_what_states_have(parse: Parse, name: Name) -> bool:
    word = parse.words[name.end - 1]
    return word.dep == "poss" and parse.words[word.head].lemma in table("states")["had_by_states"]


def _is_adjective(parse: Parse, name: Name) -> bool:
    word = parse.words[name.end - 1]
    return (
        word.dep in {"amod", "compound", "nmod"} or word.pos == "ADJ" or word.text.endswith("s") or word.ent == "NORP"
    )
