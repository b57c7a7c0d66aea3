"""Joint actors: two or more who speak, or are spoken to, together. "Eglund and Vole said", "told Vole and Rist"."""

from collections.abc import Iterator

from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.lexicon import words_of
from onrecord.model.marks import EntityType
from onrecord.model.words import Parse, Word

ACTORS: frozenset[EntityType] = frozenset({"person", "organization", "government", "state", "group"})
OBJECTS = frozenset({"dobj", "dative"})
MOST_MEMBERS = 5


def place_joint_actors(parse: Parse, cast: Cast) -> None:
    """Add what speaks or is spoken to as "A and B", with A and B as its members."""
    known: dict[tuple[int, ...], Draft] = {}
    for word in parse.words:
        if not _speaks(parse, word):
            continue
        heads = list(_coordinated(parse, word))
        members = [cast.at[head.i] for head in heads if head.i in cast.at and cast.at[head.i].type in ACTORS]
        key = tuple(id(member) for member in members)
        if not 1 < len(heads) <= MOST_MEMBERS or len(set(key)) < len(heads):
            continue
        if key not in known:
            known[key] = cast.new(" and ".join(member.name for member in members), "group")
            known[key].members = members
        starts = [place[0] for place, _ in members[0].places if place[1] - 1 == heads[0].i]
        known[key].places.append(((min(starts, default=heads[0].i), heads[-1].i + 1), "nominal"))


def _speaks(parse: Parse, word: Word) -> bool:
    if word.dep == "nsubj":
        return parse.words[word.head].lemma in words_of("cues", "say_verbs")
    return word.dep in OBJECTS and parse.words[word.head].lemma in words_of("offices", "telling")


def _coordinated(parse: Parse, word: Word) -> Iterator[Word]:
    """Yield a word and those joined to it by "and", in order, no more than count; none behind "or" or "but"."""
    waiting = [word]
    for _ in range(MOST_MEMBERS + 1):
        if not waiting:
            return
        at = waiting.pop()
        yield at
        if all(child.text.lower() in words_of("actors", "joining") for child in parse.dependents(at, "cc")):
            waiting += reversed(list(parse.dependents(at, "conj")))
