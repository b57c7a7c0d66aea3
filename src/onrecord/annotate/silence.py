"""What somebody is reported not to have said: "declined to comment", "gave no figures", "did not mention it"."""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.cues import lemmas, one_of
from onrecord.annotate.page import Page
from onrecord.annotate.speakers import own_source
from onrecord.model.words import Word

APART = frozenset({"punct", "cc", "conj"})
"""How what is no part of a silence hangs on its verb: "did not answer, but the mayor did"."""


def find_silence(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what the subject of a verb did not say."""
    yield from _refused(page, verb)
    yield from _unsaid(page, verb)
    yield from _not_given(page, verb)


def is_withheld(page: Page, word: Word) -> bool:
    """Tell whether a word is what somebody refuses to do: "declined to *say*" says nothing by itself."""
    refusing = word.dep == "xcomp" and page.parse.words[word.head].lemma in lemmas("silence_verbs")
    return refusing and word.lemma in lemmas("withheld_verbs")


def _refused(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what was refused: "declined to say how members had voted"."""
    if verb.lemma not in lemmas("silence_verbs"):
        return
    for complement in page.dependents(verb.i, "xcomp"):
        if complement.lemma in lemmas("withheld_verbs"):
            yield _withheld(page, verb, (page.lefts[complement.i], page.rights[complement.i]))


def _unsaid(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what was not said: "did not name any country"; "did not say that" is a statement, "whether" a silence."""
    negated = any(w.i < verb.i for w in page.dependents(verb.i, "neg"))
    if not negated or verb.lemma not in lemmas("unsaid_verbs") or own_source(page, verb) is None:
        return
    clauses = page.dependents(verb.i, "ccomp")
    if clauses and verb.lemma in lemmas("whether_verbs") and not any(_asks(page, clause) for clause in clauses):
        return
    rest = [w.i for w in page.dependents(verb.i) if w.i > verb.i and w.dep not in APART]
    if not rest and verb.lemma in lemmas("bare_unsaid_verbs"):
        yield _withheld(page, verb, (verb.i, verb.i))
    if rest:
        yield _withheld(page, verb, (page.lefts[rest[0]], page.rights[rest[-1]]))


def _asks(page: Page, clause: Word) -> bool:
    openers = page.dependents(clause.i, "mark", "advmod", "nsubj", "dobj", "attr")
    return any(one_of(w, "question_words") for w in openers)


def _not_given(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what was not given: "made no reference to the strike", "had no comment"."""
    if verb.lemma not in lemmas("given_verbs"):
        return
    negated = any(w.i < verb.i for w in page.dependents(verb.i, "neg"))
    for object_ in page.dependents(verb.i, "dobj"):
        none = any(one_of(w, "no_words") for w in page.dependents(object_.i, "det"))
        if object_.lemma in lemmas("given_nouns") and (none or negated):
            yield _withheld(page, verb, (page.lefts[object_.i], page.rights[object_.i]))


def _withheld(page: Page, verb: Word, words: tuple[int, int]) -> Candidate:
    stretch = page.trimmed(*words) or (verb.start, verb.end)
    return Candidate(verb.i, (page.grown(stretch),), "statements.silence/withheld", 3.5, mode="silence")
