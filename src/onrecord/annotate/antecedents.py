"""It and they: which body, state or group they refer to, where the sentence makes it clear.

They go to the last subject of their kind, in their own sentence or as the subject of the sentence before.
Where another noun is the nearest subject, they stay open.
"""

from collections.abc import Mapping

from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.lexicon import words_of
from onrecord.annotate.pronouns import Scene
from onrecord.model.marks import EntityType
from onrecord.model.words import Parse, Sentence, Word

SINGULAR: frozenset[EntityType] = frozenset({"organization", "government", "state", "thing", "work", "place"})
BODIES: frozenset[EntityType] = frozenset({"organization", "government", "state"})
MODIFIERS = frozenset({"poss", "amod", "compound", "nmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp", "csubj", "advcl", "relcl"})


def place_its(scene: Scene, cast: Cast) -> None:
    """Add the mentions by it and they to the entities they refer to, as far as that is clear."""
    parse = scene.parse
    it, they = words_of("actors", "it"), words_of("actors", "they")
    for word in parse.words:
        low = word.text.lower()
        if (low not in it and low not in they) or word.pos not in {"PRON", "DET"} or word.i in cast.at:
            continue
        if low in it and is_empty(parse, word):
            continue
        draft = _subject_before(parse, cast, word, scene.quoted)
        if draft is not None and _agrees(draft, plural=low in they):
            cast.place(draft, (word.i, word.i + 1), "pronoun", head=word.i)


def is_empty(parse: Parse, word: Word) -> bool:
    """Tell whether "it" refers to nothing: "it is unlikely that", "it takes years to"."""
    if word.dep == "expl":
        return True
    head = parse.words[word.head]
    may_be_empty = head.lemma in words_of("actors", "empty_verbs") or head.pos == "AUX" or head.lemma[:1] in "'’"
    if word.dep not in SUBJECTS or not may_be_empty:
        return False
    below = [head, *parse.dependents(head, "acomp", "attr")]
    return any(child.i > word.i for node in below for child in parse.dependents(node, *CLAUSES))


def _agrees(draft: Draft, *, plural: bool) -> bool:
    return draft.type == "group" if plural else draft.type in SINGULAR


def _subject_before(parse: Parse, cast: Cast, word: Word, quoted: Mapping[int, int]) -> Draft | None:
    sentence = parse.sentences[word.sentence]
    if word.text.lower() in words_of("actors", "its"):
        owner = _last_body(parse, cast, sentence.first, word, quoted)
        if owner is not None:
            return owner
    inside = _last_subject(parse, cast, sentence.first, word, quoted)
    if inside is not None:
        return cast.at.get(inside.i)
    before = parse.sentences[sentence.i - 1] if sentence.i > 0 else None
    subject = _main_subject(parse, before) if before is not None else None
    if subject is None or (subject.i in quoted) != (word.i in quoted):
        return None
    return cast.at.get(subject.i)


def _last_body(parse: Parse, cast: Cast, first: int, word: Word, quoted: Mapping[int, int]) -> Draft | None:
    """Return the last body or state before a possessive in its sentence: "pressure on Kallport over its ferries"."""
    for i in range(word.i - 1, first - 1, -1):
        draft = cast.at.get(i)
        if draft is None or draft.type not in BODIES or (i in quoted) != (word.i in quoted):
            continue
        if parse.words[i].dep not in MODIFIERS:
            return draft
    return None


def _last_subject(parse: Parse, cast: Cast, first: int, word: Word, quoted: Mapping[int, int]) -> Word | None:
    """Return the nearest subject before a word in its sentence that is no person."""
    for i in range(word.i - 1, first - 1, -1):
        other = parse.words[i]
        if other.dep not in SUBJECTS or other.head == word.head or (i in quoted) != (word.i in quoted):
            continue
        if parse.words[word.head].dep == "relcl" and parse.words[word.head].head == i:
            continue  # "the firm it hired": not the firm
        draft = cast.at.get(i)
        if (draft is not None and draft.type == "person") or (draft is None and other.pos == "PRON"):
            continue
        return other
    return None


def _main_subject(parse: Parse, sentence: Sentence) -> Word | None:
    root = parse.words[sentence.root]
    return next(parse.dependents(root, *SUBJECTS), None)
