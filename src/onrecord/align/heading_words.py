"""Which words of a sentence can head a claim: those of the claim itself, or of the clause around them.

A scrap ("to reach the ship", "who led the case", "and sank") is widened to the clause that governs it and has a
subject; what then hangs on at the edges and is not the claim's is left off as long as the words are too many.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.lang import table
from onrecord.model.marks import Assertion
from onrecord.model.words import Parse, Word

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
LEANING_TAGS = frozenset({"WDT", "WP", "WP$", "WRB", "CC", "TO"})
LEANING_DEPS = frozenset({"mark", "cc", "punct"})
HANGING = frozenset({"advcl", "acl", "relcl", "conj", "parataxis", "cc", "punct", "mark"})
"""What can be left off at an edge without breaking the clause that it hangs on."""
OBJECTS = frozenset({"ccomp", "dobj", "attr", "oprd", "acomp", "xcomp", "dative", "parataxis"})
"""What completes a verb of speech."""
NAMING_CLAUSES = frozenset({"relcl", "acl"})
"""Clauses that say which one is meant: "the ship that sank", "the issues they left open"."""
VERBS = frozenset({"VERB", "AUX"})
SHORTEST, LONGEST = 4, 28
"""Words of a heading that is neither a scrap nor a paragraph."""
MOST = 150
"""Words of a sentence that is still looked at for what can be left off: a longer one is a list."""


class Wording(NamedTuple):
    """Neighboring words of one sentence that could head a claim: from ``first`` to ``last``, around ``head``.

    ``pieces`` is true for the claim's own words where others stand between them.
    """

    first: int
    last: int
    head: int
    pieces: bool = False


def find_wordings(assertion: Assertion, parse: Parse) -> Iterator[Wording]:
    """Yield the wordings that can stand for an assertion: its own words, then those of the clauses around them."""
    own = own_words(assertion, parse)
    if not own:
        return
    first, last = own[0], own[-1]
    if len(own) < last - first + 1 and len(assertion.evidence) > 1:
        yield Wording(first, last, assertion.head, pieces=True)
    sentence = parse.sentences[assertion.sentence]
    if sentence.end - sentence.first > MOST:
        yield Wording(first, last, assertion.head)
        return
    around = range(first, last + 1)
    yield from _cut(parse, around, assertion.head, needed={assertion.head})
    for head in (parse.words[assertion.head], *_clauses_above(parse, parse.words[assertion.head])):
        whole = sorted({*parse.subtree(head), *around})
        yield from _cut(parse, range(whole[0], whole[-1] + 1), head.i, needed=_core(parse, assertion.head))


def own_words(assertion: Assertion, parse: Parse) -> list[int]:
    """Return the words of an assertion's evidence, in text order."""
    return sorted({w.i for span in assertion.evidence for w in parse.words_between(span.start, span.end)})


def subject_of(parse: Parse, head: Word) -> Word | None:
    """Return the subject of a clause, if it has one of its own."""
    return next(parse.dependents(head, *SUBJECTS), None)


def is_finite(parse: Parse, head: Word) -> bool:
    """Tell whether a verb, or what helps it, is finite."""
    return head.tag in FINITE or any(w.tag in FINITE for w in parse.dependents(head, "aux", "auxpass", "cop"))


def leans(parse: Parse, wording: Wording) -> bool:
    """Tell whether words begin as what only goes on from words before them: "and sank", "a day after it sank"."""
    first = next((parse.words[i] for i in range(wording.first, wording.last + 1) if _is_word(parse.words[i])), None)
    if first is None or first.tag in LEANING_TAGS or first.dep in LEANING_DEPS or first.pos == "AUX":
        return True
    head = parse.words[wording.head]
    joined = (_joins(parse, parse.words[i], head.i) for i in range(wording.first, head.i))
    return head.dep in NAMING_CLAUSES or any(joined)


def _joins(parse: Parse, word: Word, head: int) -> bool:
    """Tell whether a word makes the clause of a verb a part of another one: "after", "that", "which", "of which"."""
    if word.dep == "mark":
        return word.head == head
    return word.tag in LEANING_TAGS and head in (word.head, parse.words[word.head].head)


def is_cut(parse: Parse, wording: Wording) -> bool:
    """Tell whether words end before what they need: in the middle of a phrase, or before what somebody says."""
    after = wording.last + 1
    verb = parse.words[wording.head]
    if verb.pos == "VERB" and verb.lemma in table("clauses")["frame_verbs"]:
        said = [part for part in parse.dependents(verb, *OBJECTS) if wording.first <= part.i <= wording.last]
        return not said
    if after >= len(parse.words) or not _is_word(parse.words[after]):
        return False
    branch = parse.words[after]
    while branch.head != branch.i and not wording.first <= branch.head <= wording.last:
        branch = parse.words[branch.head]
    return branch.head != branch.i and branch.dep not in HANGING


def length(parse: Parse, wording: Wording) -> int:
    """Count the words of a wording, without marks."""
    return sum(_is_word(parse.words[i]) for i in range(wording.first, wording.last + 1))


def _is_word(word: Word) -> bool:
    return word.pos not in ("PUNCT", "SPACE")


def _clauses_above(parse: Parse, head: Word) -> Iterator[Word]:
    """Yield the verbs with a subject that govern a clause, the nearest first."""
    at = head
    while at.head != at.i:
        at = parse.words[at.head]
        if at.pos in VERBS and subject_of(parse, at) is not None:
            yield at


def _core(parse: Parse, head: int) -> set[int]:
    """Return the words without which a claim is not told: its verb, and what it cannot be told without."""
    word = parse.words[head]
    needed = {head}
    for part in parse.dependents(word, *SUBJECTS, "dobj", "attr", "acomp", "neg"):
        needed.add(part.i)
    return needed


def _cut(parse: Parse, around: Sequence[int], head: int, *, needed: set[int]) -> Iterator[Wording]:
    """Yield a wording without what leans at its edges, cut down to a heading's length where it is too long."""
    first, last = _without_edges(parse, around[0], around[-1])
    subject = subject_of(parse, parse.words[head])
    kept = {head, *needed, *(() if subject is None else parse.subtree(subject))} & set(around)
    while length(parse, Wording(first, last, head)) > LONGEST:
        shorter = _without_branch(parse, first, last, kept)
        if shorter is None:
            break
        first, last = _without_edges(parse, *shorter)
    if first <= head <= last:
        yield Wording(first, last, head)


def _without_edges(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Leave off marks and joining words at both edges; "if" and "until" stay, for what follows is not told as fact."""
    open_marks = table("clauses")["open_marks"]
    while first < last and parse.words[first].dep in LEANING_DEPS and parse.words[first].lemma not in open_marks:
        first += 1
    while last > first and (parse.words[last].dep in ("cc", "punct") or not _is_word(parse.words[last])):
        last -= 1
    return first, last


def _without_branch(parse: Parse, first: int, last: int, kept: set[int]) -> tuple[int, int] | None:
    """Leave off the shortest clause at the right edge that holds nothing needed, else that at the left."""
    ends = [(i, branch) for i in range(first, last + 1) if (branch := _branch(parse, i, kept))]
    right = [branch[0] for _, branch in ends if branch[-1] >= last and branch[0] > first]
    if right:
        return first, max(right) - 1
    left = [branch[-1] for _, branch in ends if branch[0] <= first and branch[-1] < last]
    return (min(left) + 1, last) if left else None


def _branch(parse: Parse, i: int, kept: set[int]) -> tuple[int, ...]:
    """Return the words of a clause that can be left off; none where it holds what is needed, or opens a condition."""
    word = parse.words[i]
    if word.dep not in HANGING:
        return ()
    branch = parse.subtree(word)
    open_marks = table("clauses")["open_marks"]
    if kept & set(branch) or any(w.lemma in open_marks for w in parse.dependents(word, "mark")):
        return ()
    return branch
