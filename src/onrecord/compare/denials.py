"""Denials: what one party says, and another says is not so.

A denial is a verb of denying with its object, or a predicate that denies its subject ("are without foundation").
What is denied is looked up by its words among the assertions of all reports; where a pronoun stands for it, it is
what was said just before. Both sides become one finding of status.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from onrecord.compare.findings import build_finding
from onrecord.compare.heavy import Weights, content_of, weigh_words
from onrecord.compare.told import Story
from onrecord.lang import table
from onrecord.model.claims import Finding, Side
from onrecord.model.marks import Annotations, Assertion
from onrecord.model.span import Span
from onrecord.model.words import Sentence, Word

COVERED = 0.5
"""Share of the weight of what is denied that an assertion must have to be the one denied."""
LEAST_WORDS = 2
"""Words of meaning that a denied content needs to be looked up by."""


class Denial(Struct, frozen=True):
    """A denial in one report: its words, the words of what is denied, and whether a pronoun stands for them."""

    notes: Annotations
    evidence: Span
    sentence: int
    content: frozenset[str]
    refers_back: bool


def compare_denials(story: Story) -> tuple[Finding, ...]:
    """Join each denial with the assertions that it denies."""
    weights = weigh_words(story.notes.values())
    found = []
    for notes in story.notes.values():
        for denial in denials_of(notes):
            denied = denied_by(denial, story, weights)
            if denied:
                found.append(_finding(denial, denied, story))
    return tuple(found)


def _finding(denial: Denial, evidence: Sequence[Span], story: Story) -> Finding:
    reports = tuple(dict.fromkeys(span.report for span in evidence))
    said = Side(reports, "said", tuple(evidence))
    other = Side((denial.notes.report.id,), "denied", (denial.evidence,))
    claims = story.claims_at([*evidence, denial.evidence])
    return build_finding(("conflict", "status"), claims, (said, other), why="What one side says another denies")


def denials_of(notes: Annotations) -> Iterator[Denial]:
    """Yield the denials of a report's body, in text order."""
    words = table("denials")
    for sentence in notes.parse.sentences:
        if not notes.report.in_body(notes.parse.words[sentence.first].start):
            continue
        for word in notes.parse.words_of(sentence):
            denial = _by_verb(word, notes, words) or _by_predicate(word, sentence, notes, words)
            if denial is not None:
                yield denial
                break


def _by_verb(word: Word, notes: Annotations, words: dict[str, list[str]]) -> Denial | None:
    """Read "denied firing first", "rejected the allegation that ...", "denied this"."""
    if word.pos != "VERB" or word.lemma not in (*words["verbs"], *words["rejecting"]):
        return None
    parse = notes.parse
    objects = list(parse.dependents(word, "dobj", "ccomp", "xcomp", "oprd", "nsubjpass"))
    if not objects:
        return None
    below = [parse.words[i] for each in objects for i in parse.subtree(each)]
    said = any(each.lemma in words["said_nouns"] for each in below)
    if word.lemma in words["rejecting"] and not (said and _is_denying(word, below, words)):
        return None
    back = all(each.lemma in words["pronouns"] for each in objects)
    return _denial(notes, word, [*below], back=back)


def _is_denying(word: Word, below: Sequence[Word], words: dict[str, list[str]]) -> bool:
    """Tell whether a verb of calling comes with a word of denial; "reject" and "dismiss" need none."""
    if word.lemma in ("reject", "dismiss", "discount"):
        return True
    return any(each.lemma in (*words["adjectives"], *words["nouns"]) for each in below)


def _by_predicate(word: Word, sentence: Sentence, notes: Annotations, words: dict[str, list[str]]) -> Denial | None:
    """Read "are without foundation", "that is untrue", "called it a lie"."""
    parse = notes.parse
    text = notes.report.text[word.start : parse.words[sentence.end - 1].end].casefold()
    hit = word.lemma in words["adjectives"] or word.lemma in words["nouns"]
    hit = hit or any(text.startswith(phrase) for phrase in words["phrases"])
    if not hit or word.dep in ("amod", "compound"):
        return None
    verb = word
    while verb.pos not in ("VERB", "AUX") and verb.head != verb.i:
        verb = parse.words[verb.head]
    inner = list(parse.dependents(word, "nsubj"))
    objects = (
        inner or list(parse.dependents(verb, "dobj")) if verb.lemma != "be" else list(parse.dependents(verb, "nsubj"))
    )
    objects = [each for each in objects if each.i != word.i]
    if not objects:
        return None
    below = [parse.words[i] for each in objects for i in parse.subtree(each)]
    tail = [parse.words[i] for i in parse.subtree(word)]
    if all(each.lemma in words["pronouns"] for each in objects):
        return _denial(notes, word, [*below, *tail], back=True)
    if not any(each.lemma in words["said_nouns"] for each in objects):
        return None
    return _denial(notes, word, [*below, *tail], back=False)


def _denial(notes: Annotations, word: Word, below: Sequence[Word], *, back: bool) -> Denial:
    said = set(table("denials")["said_nouns"])
    clause = notes.parse.words_of(notes.parse.sentences[word.sentence])
    near = [*below, word, *notes.parse.dependents(word, "nsubj", "neg", "aux")]
    first, last = min(each.i for each in near), max(each.i for each in near)
    shown = [each for each in clause if first <= each.i <= last]
    return Denial(
        notes,
        notes.report.span(shown[0].start, shown[-1].end),
        word.sentence,
        content_of(_what_is_denied(below, notes)) - said,
        back,
    )


def _what_is_denied(below: Sequence[Word], notes: Annotations) -> list[Word]:
    """Return the words of what is denied: the clause or phrase under "the allegation", else all of them."""
    said, parse = table("denials")["said_nouns"], notes.parse
    inside = {word.i for word in below}
    for word in below:
        if word.lemma in said:
            clauses = list(parse.dependents(word, "acl", "relcl", "ccomp"))
            phrases = clauses or list(parse.dependents(word, "prep"))
            under = [parse.words[i] for each in phrases for i in parse.subtree(each) if i in inside]
            if under:
                return under
    return list(below)


def denied_by(denial: Denial, story: Story, weights: Weights) -> list[Span]:
    """Return the assertions that a denial is about: by its words in any report, or those just before it."""
    if denial.refers_back:
        return _before(denial, story)
    if len(denial.content) < LEAST_WORDS:
        return []
    found: list[Span] = []
    for notes in story.notes.values():
        best, best_share = None, COVERED
        for assertion in notes.assertions:
            if assertion.status == "denied" or assertion.negated or _overlaps(assertion, denial):
                continue
            share = weights.covered(denial.content, content_of(notes.parse.words[i] for i in assertion.words))
            if share > best_share or (share == best_share and best is None):
                best, best_share = assertion, share
        if best is not None:
            found += best.evidence
    return found


def _overlaps(assertion: Assertion, denial: Denial) -> bool:
    same = assertion.report == denial.notes.report.id
    return same and any(span.overlaps(denial.evidence) for span in assertion.evidence)


def _before(denial: Denial, story: Story) -> list[Span]:
    """Return what was said just before a denial: the last statement, else the sentence before."""
    notes, at = denial.notes, denial.evidence.start
    for statement in reversed(story.of_report(notes.report.id)):
        ends = [span.end for span in statement.content]
        sentence = notes.parse.sentence_at(statement.content[-1].start)
        if (
            max(ends) <= at
            and sentence is not None
            and denial.sentence - sentence.i in (0, 1)
            and statement.mode != "silence"
        ):
            return list(statement.content)
    earlier = [each for each in notes.assertions if denial.sentence - each.sentence == 1 and each.within is None]
    return [span for each in earlier for span in each.evidence]
