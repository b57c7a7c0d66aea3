"""Clauses: which word carries each, and which words belong to it, in two sizes.

The tree decides: a word belongs to its nearest ancestor that carries a clause. In the small size every verb
with a clause of its own carries one; in the large size only those that stand on their own or are long.
"""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from onrecord.lang import table
from onrecord.model.words import Parse, Sentence, Word

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
ALWAYS = frozenset({"ROOT", "ccomp", "parataxis"})
VERBAL = frozenset({"advcl", "acl", "pcomp", "relcl", "csubj", "csubjpass"})
LEAST_ALONE = {"relcl": 4, "advcl": 4, "xcomp": 4, "acl": 6, "pcomp": 6, "csubj": 4, "csubjpass": 4}
"""Content words from which a clause of this kind stands on its own in the large size."""
LEAST_CONTENT = 2
"""A clause with fewer content words asserts nothing that could be compared."""
SAID = frozenset({"ccomp", "xcomp", "parataxis", "advcl"})
QUOTATION_MARKS = frozenset('"“”«»‘’') | {"``", "''"}
FRAME_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "iobj", "agent", "prep", "aux", "mark", "npadvmod"})


class Clause(Struct, frozen=True):
    """A clause: its head, its words (indices, in order), and whether it stands on its own in the large size."""

    head: int
    words: tuple[int, ...]
    alone: bool


def is_content(word: Word) -> bool:
    """Tell whether a word carries something to compare."""
    return word.pos in CONTENT and word.lemma not in words_of_kind("empty_words") and any(map(str.isalnum, word.text))


def find_clauses(parse: Parse, sentence: Sentence) -> tuple[tuple[Clause, ...], tuple[Clause, ...]]:
    """Return the clauses of a sentence in the small and in the large size, each in the order of their heads.

    Frames of speech ("he told reporters") and clauses without two content words are left out, so a
    sentence may have none.
    """
    words = parse.words_of(sentence)
    heads = {word.i for word in words if _carries(parse, word)}
    small = _gather(parse, sentence, heads)
    large_heads = {i for i in heads if _stands_alone(parse, parse.words[i], small[i])}
    large = _gather(parse, sentence, large_heads)
    return tuple(_kept(parse, small, large_heads)), tuple(_kept(parse, large, large_heads))


def _kept(parse: Parse, gathered: dict[int, tuple[int, ...]], alone: set[int]) -> Iterator[Clause]:
    for head, own in sorted(gathered.items()):
        n = sum(is_content(parse.words[i]) for i in own)
        if n >= LEAST_CONTENT and not is_frame(parse, head, own):
            yield Clause(head, own, head in alone)


def _carries(parse: Parse, word: Word) -> bool:
    """Tell whether a word carries a clause."""
    verb = word.pos in ("VERB", "AUX")
    if word.dep in ALWAYS or word.head == word.i:
        return True
    if word.dep == "conj":
        return verb and parse.words[word.head].pos in ("VERB", "AUX") and not _shares_negation(parse, word)
    if word.dep == "xcomp":
        return verb and parse.words[word.head].lemma in words_of_kind("complement_verbs")
    return word.dep in VERBAL and verb


def _shares_negation(parse: Parse, word: Word) -> bool:
    """Tell whether a joined verb says nothing without the negation before it: "did not own or control the records"."""
    first = parse.words[word.head]
    own = any(True for _ in parse.dependents(word, "nsubj", "nsubjpass", "neg", "aux"))
    negated = any(True for _ in parse.dependents(first, "neg"))
    return (
        negated
        and not own
        and any(cc.lemma in words_of_kind("shared_negation") for cc in parse.dependents(first, "cc"))
    )


def _stands_alone(parse: Parse, word: Word, own: tuple[int, ...]) -> bool:
    least = LEAST_ALONE.get(word.dep)
    return least is None or sum(is_content(parse.words[i]) for i in own) >= least


def _gather(parse: Parse, sentence: Sentence, heads: set[int]) -> dict[int, tuple[int, ...]]:
    """Give each word of a sentence to its nearest ancestor among the heads."""
    owner: dict[int, int] = {}
    for word in parse.words_of(sentence):
        path: list[int] = []
        at = word.i
        while at not in owner and at not in heads and parse.words[at].head != at and len(path) <= sentence.end:
            path.append(at)
            at = parse.words[at].head
        found = owner.get(at, at)
        owner.update(dict.fromkeys([*path, word.i], found))
    gathered: dict[int, list[int]] = {head: [] for head in sorted(heads)}
    for i in range(sentence.first, sentence.end):
        gathered.setdefault(owner[i], []).append(i)
    return {head: tuple(own) for head, own in gathered.items()}


def is_frame(parse: Parse, head: int, own: tuple[int, ...]) -> bool:
    """Tell whether a clause only says that somebody speaks, while what is said stands outside it."""
    verb = parse.words[head]
    if verb.lemma not in words_of_kind("frame_verbs") or verb.pos != "VERB":
        return False
    inside = set(own)
    said_outside = verb.dep == "parataxis" or any(
        child.dep in SAID and child.i not in inside for child in parse.dependents(verb)
    )
    if not said_outside and not any(parse.words[i].text in QUOTATION_MARKS for i in own):
        return False
    fills: set[int] = {head}
    for part in parse.dependents(verb, *FRAME_PARTS):
        below = parse.subtree(part)
        light = any(parse.words[i].lemma in words_of_kind("frame_nouns") for i in below)
        if part.dep in ("nsubj", "dative", "iobj", "aux", "mark", "dobj") or light:
            fills.update(below)
    return sum(is_content(parse.words[i]) for i in own if i not in fills) < LEAST_CONTENT


@cache
def words_of_kind(name: str) -> frozenset[str]:
    """Return a class of words of the language, for instance ``frame_verbs``."""
    return frozenset(table("clauses")[name])
