"""Verbs with what belongs to them: subject, object, complement, mood, and the stretch of text they stand on."""

from collections.abc import Iterator

from onrecord.ledger.scene import Scene
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVES = frozenset(("who", "which", "that"))
LONGEST_PHRASE = 10
"""Words of a noun phrase that still name a thing; a longer one is cut at its first clause or preposition."""
TRIMMED = " ,.;:!?\"“”‘’'»«()-–—\n\r\t"


def subject_of(parse: Parse, verb: Word) -> Word | None:
    """Return the subject of a verb: its own, or the one it shares with the verb above (conjunct, "to", participle)."""
    for _ in range(4):
        for child in parse.dependents(verb, *SUBJECTS):
            return _antecedent(parse, verb, child)
        if verb.dep in ("acl", "relcl"):
            head = parse.words[verb.head]
            return head if head.pos in ("NOUN", "PROPN") and verb.tag in ("VBG", "VBN") else None
        if _is_garden_path(parse, verb):
            return next(parse.dependents(parse.words[verb.head], *SUBJECTS), None)
        if verb.dep not in ("conj", "xcomp", "advcl") or verb.head == verb.i:
            return None
        above = parse.words[verb.head]
        if above.pos not in ("VERB", "AUX") or (verb.dep == "advcl" and verb.tag != "VBG"):
            return None
        verb = above
    return None


def _is_garden_path(parse: Parse, verb: Word) -> bool:
    """Tell whether the parser took a participle for the main verb ("the law cited in the suit was passed in May")."""
    above = parse.words[verb.head]
    helped = any(True for _ in parse.dependents(verb, "auxpass"))
    cut = any(word.i < verb.i for word in parse.dependents(above, "prep", "agent"))
    plain = above.dep != "relcl" and above.i < verb.i and not auxiliaries(parse, above)
    return verb.dep == "ccomp" and helped and cut and plain


def _antecedent(parse: Parse, verb: Word, subject: Word) -> Word:
    """Return what a relative pronoun stands for, or whose deed the parser took for the subject itself."""
    if subject.pos == "VERB" and subject.dep == "nsubjpass":
        return next(parse.dependents(subject, *SUBJECTS), subject)
    if subject.text.lower() in RELATIVES and verb.dep == "relcl":
        return parse.words[verb.head]
    return subject


def object_of(parse: Parse, verb: Word) -> Word | None:
    """Return the direct object of a verb; the "that" of a clause is none where another stands behind the verb."""
    found = tuple(parse.dependents(verb, "dobj", "attr", "oprd"))
    return next((w for w in found if w.i > verb.i or w.text.lower() not in RELATIVES), next(iter(found), None))


def is_negated(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb is denied, also by "no longer", "under no circumstances" and "no ship" as its subject."""
    if any(True for _ in parse.dependents(verb, "neg")) or any(
        _is_nobody(parse, subject) for subject in parse.dependents(verb, *SUBJECTS)
    ):
        return True
    beside = (*parse.dependents(verb, "advmod", "det"), *(noun for _, noun in prepositions(parse, verb)))
    return any(_is_denial(parse, word) for word in beside)


def _is_nobody(parse: Parse, subject: Word) -> bool:
    """Tell whether a subject is none ("nobody", "no ship")."""
    return subject.text.lower() in ("nobody", "none", "nothing") or any(
        word.text.lower() == "no" for word in parse.dependents(subject, "det")
    )


def _is_denial(parse: Parse, word: Word) -> bool:
    """Tell whether a word beside a verb denies it."""
    if word.text.lower() in ("no", "never"):
        return True
    denies = word.text.lower() == "longer" or word.lemma in ("circumstance", "account")
    return denies and any(w.text.lower() == "no" for w in parse.dependents(word, "neg", "advmod", "det"))


def auxiliaries(parse: Parse, verb: Word) -> tuple[str, ...]:
    """Return the helping verbs of a verb, in lower case, in order."""
    return tuple(word.text.lower() for word in parse.dependents(verb, "aux", "auxpass"))


def is_infinitive(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb stands behind "to"."""
    return verb.pos in ("VERB", "AUX") and any(w.text.lower() == "to" for w in parse.dependents(verb, "aux"))


def is_passive(parse: Parse, verb: Word) -> bool:
    """Tell whether a verb is in the passive; a past participle behind a noun is ("the ships ordered by the line")."""
    if verb.dep == "acl" and verb.tag == "VBN":
        return True
    return any(True for _ in parse.dependents(verb, "auxpass", "nsubjpass"))


def prepositions(parse: Parse, word: Word) -> Iterator[tuple[str, Word]]:
    """Yield the prepositions of a word, each with its object."""
    for prep in parse.dependents(word, "prep", "dative", "agent"):
        for child in parse.dependents(prep, "pobj"):
            yield prep.text.lower(), child


def phrase(scene: Scene, noun: Word) -> str:
    """Return the words of a noun phrase, without its clauses, short."""
    inside = _narrow(scene, noun)
    start, end = scene.parse.words[inside[0]].start, scene.parse.words[inside[-1]].end
    return " ".join(scene.notes.report.text[start:end].strip(TRIMMED).split())


def _narrow(scene: Scene, noun: Word) -> tuple[int, ...]:
    """Return the run of words around a noun that belongs to it, clauses, appositions and dates left out."""
    parse = scene.parse
    out = {"relcl", "acl", "appos", "advcl", "punct", "ccomp"}
    kept, waiting = [], [noun.i]
    while waiting:
        i = waiting.pop()
        kept.append(i)
        waiting.extend(c for c in parse.children[i] if _is_narrow(scene, parse.words[c], out))
    kept.sort()
    run = _run_around(kept, noun.i)
    if len(run) > LONGEST_PHRASE:
        near = [c for c in parse.children[noun.i] if c < noun.i and parse.words[c].dep not in out]
        run = _run_around(sorted([*near, noun.i]), noun.i)
    return tuple(run)


def _is_narrow(scene: Scene, word: Word, out: set[str]) -> bool:
    """Tell whether a word still names the thing: no clause but an infinitive ("to step down"), no date, no "as"."""
    parse = scene.parse
    behind = [*parse.dependents(word, "pobj")] if word.dep == "prep" else []
    if behind and (behind[0].i in scene.dated or behind[0].lemma == "condition"):
        return False
    if behind and behind[0].lemma in ("return", "exchange"):
        return False
    infinitive = word.dep == "acl" and any(w.text == "to" for w in parse.dependents(word, "aux"))
    return (word.dep not in out or infinitive) and word.lemma != "as"


def _run_around(kept: list[int], at: int) -> list[int]:
    """Return the unbroken run of indices that holds one; a hyphen or comma between two words does not break it."""
    here = kept.index(at)
    first = last = here
    while first > 0 and kept[first] - kept[first - 1] <= 2:  # noqa: PLR2004
        first -= 1
    while last + 1 < len(kept) and kept[last + 1] - kept[last] <= 2:  # noqa: PLR2004
        last += 1
    return kept[first : last + 1]


def stretch(scene: Scene, words: tuple[int, ...]) -> Span | None:
    """Return the text from the first to the last of some words, marks at the edges left out."""
    if not words:
        return None
    parse, text = scene.parse, scene.notes.report.text
    start, end = parse.words[words[0]].start, parse.words[words[-1]].end
    while start < end and text[start] in TRIMMED:
        start += 1
    while end > start and text[end - 1] in TRIMMED:
        end -= 1
    return scene.notes.report.span(start, end) if start < end else None


def clause_words(parse: Parse, verb: Word, subject: Word | None) -> tuple[int, ...]:
    """Return the words of a verb's clause: its subtree without other statements and asides, from its subject on."""
    out = {"ccomp", "parataxis", "punct"}
    kept, waiting = [], [verb.i]
    while waiting:
        i = waiting.pop()
        kept.append(i)
        for c in parse.children[i]:
            word = parse.words[c]
            cut = (
                word.dep in out or (i == verb.i and word.dep in ("conj", "advcl") and c > verb.i) or word.dep == "mark"
            )
            if not cut and not (word.dep == "cc" and i == verb.i):
                waiting.append(c)
    if subject is not None and subject.sentence == verb.sentence and subject.i < verb.i:
        kept.extend(i for i in parse.subtree(subject) if parse.words[i].dep != "relcl" and i < verb.i)
    return tuple(sorted(set(kept)))


def deed_words(parse: Parse, verb: Word) -> frozenset[int]:
    """Return the words of what is done: a verb's clause without its subject and without the clauses inside it."""
    out = {"nsubj", "nsubjpass", "csubj", "relcl", "ccomp", "parataxis", "advcl", "conj", "cc", "appos"}
    out = out - {"nsubjpass"} if is_passive(parse, verb) else out
    kept, waiting = [], [verb.i]
    while waiting:
        i = waiting.pop()
        kept.append(i)
        inner = out - {"conj", "cc"} if i != verb.i else out
        waiting.extend(c for c in parse.children[i] if parse.words[c].dep not in inner)
    return frozenset(kept)
