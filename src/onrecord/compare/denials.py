"""Denials: what one party says, and another says is not so.

A denial is a verb of denying with its object, or a predicate that denies its subject ("are without foundation").
What is denied is looked up among the assertions of all reports: one that has the denied deed or thing for its verb
or as a direct part of it, of the same doer; where a pronoun stands for it, it is what was said just before.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.findings import build_finding
from onrecord.compare.heavy import Weights, content_of, weigh_words
from onrecord.compare.slots import SUBJECTS, is_open
from onrecord.compare.told import Story
from onrecord.lang import table
from onrecord.model.claims import Finding, Side
from onrecord.model.marks import Annotations, Assertion
from onrecord.model.span import Span
from onrecord.model.words import Parse, Sentence, Word

COVERED = 0.5
"""Share of the weight of what is denied that an assertion must have to be the one denied."""
LEAST_WORDS = 2
"""Words of meaning that a denied content needs to be looked up by, and what a pronoun stands for, at the least."""
LEFT = ("do", "be", "have")
"""What is left of a clause whose verb is not said again: "it never did"."""
COMPLEMENTS = ("dobj", "attr", "acomp", "xcomp", "ccomp", "prep", "oprd", "advcl", "prt", "agent")
ARGUMENTS = (*SUBJECTS, "dobj", "attr", "acomp", "oprd")


class Denial(Struct, frozen=True):
    """A denial in one report: its words, what is denied, and whether a pronoun stands for it.

    ``named`` is the noun of "no such promise", ``elided`` a denial that says no verb again ("it never did").
    ``core`` are the lemmas of the deed or thing that is denied, ``doers`` those of whoever is to have done it.
    """

    notes: Annotations
    evidence: Span
    word: Word
    content: frozenset[str]
    core: frozenset[str]
    doers: frozenset[str]
    refers_back: bool
    named: frozenset[str] = frozenset()
    elided: bool = False


def compare_denials(story: Story) -> tuple[Finding, ...]:
    """Join each denial with the assertions that it denies."""
    weights = weigh_words(story.notes.values())
    said = [(notes, deeds_in(notes)) for notes in story.notes.values()]
    found = []
    for notes in story.notes.values():
        for denial in denials_of(notes):
            denied = _said_before(denial, story) if denial.refers_back else denied_by(denial, said, weights)
            if denied:
                found.append(_finding(denial, denied, story))
    return tuple(found)


def _finding(denial: Denial, evidence: Sequence[Span], story: Story) -> Finding:
    reports = tuple(dict.fromkeys(span.report for span in evidence))
    said = Side(reports, "asserted", tuple(evidence))
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
            denial = (
                _by_verb(word, notes, words) or _by_predicate(word, sentence, notes, words) or _by_ellipsis(word, notes)
            )
            if denial is not None:
                yield denial
                break


def _by_verb(word: Word, notes: Annotations, words: dict[str, list[str]]) -> Denial | None:
    """Read "denied firing first", "rejected the allegation that ...", "denied this"; not "denied them a visa"."""
    parse = notes.parse
    if word.pos != "VERB" or word.lemma not in (*words["verbs"], *words["rejecting"]):
        return None
    if word.dep in ("relcl", "amod") or any(parse.dependents(word, "neg", "dative")) or is_open(word, parse):
        return None
    objects = list(parse.dependents(word, "dobj", "ccomp", "xcomp", "oprd", "nsubjpass"))
    if not objects:
        return None
    below = [parse.words[i] for each in objects for i in parse.subtree(each)]
    said = any(each.lemma in words["said_nouns"] for each in below)
    if word.lemma in words["rejecting"] and not (said and _is_denying(word, below, words)):
        return None
    back = all(each.lemma in words["pronouns"] or _is_free_relative(each, parse) for each in objects)
    return _denial(notes, word, objects, back=back)


def _is_free_relative(word: Word, parse: Parse) -> bool:
    """Tell whether a clause stands for a thing already spoken of: "denies what it promised"."""
    return word.tag in ("WP", "WDT") or any(each.tag == "WP" for each in parse.dependents(word, *ARGUMENTS))


def _is_denying(word: Word, below: Sequence[Word], words: dict[str, list[str]]) -> bool:
    """Tell whether a verb of calling comes with a word of denial; "reject" and "dismiss" need none."""
    if word.lemma in ("reject", "dismiss", "discount"):
        return True
    return any(each.lemma in (*words["adjectives"], *words["nouns"]) for each in below)


def _by_predicate(word: Word, sentence: Sentence, notes: Annotations, words: dict[str, list[str]]) -> Denial | None:
    """Read "are without foundation", "that is untrue", "called it a lie"; not "it was a load of lies"."""
    parse = notes.parse
    hit = word.lemma in words["adjectives"] or (word.lemma in words["nouns"] and word.pos == "NOUN")
    hit = hit or _opens_phrase(word, sentence, notes, words["phrases"])
    verb = parse.words[word.head]
    if not hit or word.dep in ("amod", "compound", "pobj", "dobj", "conj") or verb.pos not in ("VERB", "AUX"):
        return None
    inner = list(parse.dependents(word, "nsubj"))
    objects = (
        inner or list(parse.dependents(verb, "dobj")) if verb.lemma != "be" else list(parse.dependents(verb, "nsubj"))
    )
    objects = [each for each in objects if each.i != word.i]
    if not objects or is_open(verb, parse) or any(each.tag in ("WDT", "WP") for each in objects):
        return None
    if all(each.lemma in words["pronouns"] for each in objects):
        extraposed = any(parse.dependents(verb, "xcomp", "ccomp")) and objects[0].lemma == "it"
        return None if extraposed else _denial(notes, word, objects, back=True)
    if not any(each.lemma in words["said_nouns"] for each in objects):
        return None
    return _denial(notes, word, objects, back=False)


def _by_ellipsis(word: Word, notes: Annotations) -> Denial | None:
    """Read "saw no such thing" and, as somebody's words, "it never did": what was said just before is not so.

    "No such promise" denies only what has the noun or its verb; of another subject ("the votes did not") nothing is.
    """
    parse = notes.parse
    if word.lemma == "such" and word.i and parse.words[word.i - 1].lemma in ("no", "any"):
        noun, verb = parse.words[word.head], _verb_over(word, parse)
        named = frozenset({noun.lemma} - {"thing"})
        denied = parse.words[word.i - 1].lemma == "no" or (verb is not None and _is_negated(verb, parse))
    else:
        verb, named = word, frozenset()
        denied = word.lemma in LEFT and word.dep not in ("aux", "auxpass") and _is_negated(word, parse)
        denied = denied and not any(parse.dependents(word, *COMPLEMENTS))
    subjects = [] if verb is None or not denied else list(parse.dependents(verb, *SUBJECTS))
    if verb is None or not subjects or is_open(verb, parse) or _is_quoted(word, notes):
        return None
    if not named and word.lemma in LEFT and subjects[0].pos != "PRON":
        return None
    denial = _denial(notes, word, [verb, *subjects], back=True)
    return denial and replace(denial, named=named, elided=word.lemma in LEFT)


def _verb_over(word: Word, parse: Parse) -> Word | None:
    while word.head != word.i:
        word = parse.words[word.head]
        if word.pos in ("VERB", "AUX"):
            return word
    return None


def _is_negated(verb: Word, parse: Parse) -> bool:
    return any(parse.dependents(verb, "neg"))


def _is_quoted(word: Word, notes: Annotations) -> bool:
    return any(quote.span.start <= word.start < quote.span.end for quote in notes.report.quotes)


@cache
def _first_words() -> frozenset[str]:
    """Return the words that a phrase of denial begins with."""
    return frozenset(phrase.split()[0] for phrase in table("denials")["phrases"])


def _opens_phrase(word: Word, sentence: Sentence, notes: Annotations, phrases: Sequence[str]) -> bool:
    """Tell whether one of some phrases begins with a word."""
    if word.text.casefold() not in _first_words():
        return False
    text = notes.report.text[word.start : notes.parse.words[sentence.end - 1].end].casefold()
    return any(text.startswith(phrase) for phrase in phrases)


def _denial(notes: Annotations, word: Word, objects: Sequence[Word], *, back: bool) -> Denial | None:
    parse, said = notes.parse, set(table("denials")["said_nouns"])
    below = [parse.words[i] for each in objects for i in parse.subtree(each)]
    near = [*below, word, *parse.dependents(word, "nsubj", "neg", "aux")]
    first, last = min(each.i for each in near), max(each.i for each in near)
    span = notes.report.span(parse.words[first].start, parse.words[last].end)
    tops = list(_what_is_denied(objects, parse, said))
    under = [parse.words[i] for top in tops for i in parse.subtree(top)]
    if not back and not tops:
        return None
    core = frozenset(lemma for top in tops for lemma in _core(top, parse))
    return Denial(notes, span, word, content_of(under) - said, core, _doers(word, tops, parse), back)


def _what_is_denied(objects: Sequence[Word], parse: Parse, said: set[str]) -> Iterator[Word]:
    """Yield what heads the thing denied: the clause or noun under "the allegation that", "of", else the object."""
    for each in objects:
        if each.lemma not in said:
            yield each
            continue
        clauses = [word for word in parse.dependents(each, "acl", "ccomp") if word.lemma not in ("make", "level")]
        yield from clauses
        if not clauses:
            for prep in parse.dependents(each, "prep"):
                if prep.text.casefold() in ("of", "about"):
                    yield from parse.dependents(prep, "pobj", "pcomp")


def _core(top: Word, parse: Parse) -> Iterator[str]:
    """Yield the lemma of a denied deed or thing; of "is" and the like, those of its subject."""
    if top.pos in ("VERB", "AUX") and top.lemma in table("stages")["light"]:
        yield from (word.lemma for word in parse.dependents(top, *ARGUMENTS) if word.pos in ("NOUN", "PROPN"))
        return
    yield top.lemma
    yield from (word.lemma for word in parse.dependents(top, "conj"))


def _doers(word: Word, tops: Sequence[Word], parse: Parse) -> frozenset[str]:
    """Return the lemmas of whoever is to have done it: the subject of the denied clause, else of the denial."""
    own = [each for top in tops for each in parse.dependents(top, *SUBJECTS)]
    subjects = own or list(parse.dependents(word, "nsubj"))
    return frozenset(parse.words[i].lemma for each in subjects for i in parse.subtree(each) if _names(parse.words[i]))


def _names(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN")


Deeds = dict[str, list[int]]
"""The assertions of a report by the lemmas of their heads and of what their heads govern."""


def deeds_in(notes: Annotations) -> Deeds:
    """Return where a report asserts which deed or thing."""
    found: Deeds = {}
    for k, assertion in enumerate(notes.assertions):
        head = notes.parse.words[assertion.head]
        for lemma in {head.lemma, *(word.lemma for word in notes.parse.dependents(head, *ARGUMENTS))}:
            found.setdefault(lemma, []).append(k)
    return found


def denied_by(denial: Denial, said: Sequence[tuple[Annotations, Deeds]], weights: Weights) -> list[Span]:
    """Return the assertions that a denial is about, by its words, the best of each report."""
    if len(denial.content) < LEAST_WORDS:
        return []
    found: list[Span] = []
    for notes, deeds in said:
        best, best_share = None, COVERED
        for k in sorted({k for lemma in denial.core for k in deeds.get(lemma, ())}):
            assertion = notes.assertions[k]
            if not _may_be_denied(assertion, denial, notes):
                continue
            share = weights.covered(denial.content, content_of(notes.parse.words[i] for i in assertion.words))
            if share > best_share or (share == best_share and best is None):
                best, best_share = assertion, share
        if best is not None:
            found += best.evidence
    return found


def _may_be_denied(assertion: Assertion, denial: Denial, notes: Annotations) -> bool:
    """Tell whether an assertion of the deed or thing that is denied says it as a fact, of the same doer."""
    parse, head = notes.parse, notes.parse.words[assertion.head]
    if assertion.status == "denied" or assertion.negated or _overlaps(assertion, denial) or is_open(head, parse):
        return False
    inside = {parse.words[i].lemma for i in assertion.words}
    rows = table("denials")
    if inside & {*rows["verbs"], *rows["adjectives"], *rows["nouns"]}:
        return False
    return not denial.doers or bool(inside & denial.doers)


def _overlaps(assertion: Assertion, denial: Denial) -> bool:
    same = assertion.report == denial.notes.report.id
    return same and any(span.overlaps(denial.evidence) for span in assertion.evidence)


def _said_before(denial: Denial, story: Story) -> list[Span]:
    """Return what was said just before a denial: by another source, or, of "no such promise", with a promise in it."""
    notes, at = denial.notes, denial.evidence.start
    if denial.elided and not _is_answer(denial, story):
        return []
    if not denial.named:
        return _before(denial, story)
    for each in reversed(notes.assertions):
        near = denial.word.sentence - each.sentence in (0, 1) and each.evidence[-1].end <= at
        if near and any(notes.parse.words[i].lemma in denial.named for i in each.words):
            return list(each.evidence)
    return []


def _is_answer(denial: Denial, story: Story) -> bool:
    """Tell whether some words have a source of their own, and the sentence before them another one."""
    notes = denial.notes
    said = [s for s in story.of_report(notes.report.id) if s.source is not None and s.content]
    mine = [s for s in said if any(part.overlaps(denial.evidence) for part in s.content)]
    last = [
        s
        for s in said
        if (sentence := notes.parse.sentence_at(s.content[-1].start)) is not None
        and sentence.i == denial.word.sentence - 1
    ]
    return bool(mine and last) and mine[-1].speaker != last[-1].speaker


def _before(denial: Denial, story: Story) -> list[Span]:
    """Return what was said just before a denial: in front of it in its sentence, else in the last one.

    "She disputed that" behind "the firm promised to pay" denies something else: what is promised is not yet so.
    """
    notes, at = denial.notes, denial.evidence.start
    depends = any(notes.parse.dependents(denial.word, "mark")) or denial.word.dep in ("advcl", "relcl", "conj")
    near = (0,) if depends else (1,)
    for statement in reversed(story.of_report(notes.report.id)):
        sentence = notes.parse.sentence_at(statement.content[-1].start)
        if (
            max(span.end for span in statement.content) <= at
            and sentence is not None
            and denial.word.sentence - sentence.i in near
            and statement.mode != "silence"
            and _tells(statement.content, notes)
        ):
            return [] if _is_undertaken(statement.content[0], notes) else list(statement.content)
    earlier = [
        each
        for each in notes.assertions
        if denial.word.sentence - each.sentence in near and each.within is None and each.evidence[-1].end <= at
    ]
    return [span for each in earlier for span in each.evidence if _tells((span,), notes)]


def _is_undertaken(content: Span, notes: Annotations) -> bool:
    """Tell whether words say what somebody is to do ("to pay by March")."""
    words = notes.parse.words_between(content.start, content.end)
    return bool(words) and words[0].tag == "TO"


def _tells(spans: Sequence[Span], notes: Annotations) -> bool:
    """Tell whether some words say enough to be denied."""
    return len(content_of(w for span in spans for w in notes.parse.words_between(span.start, span.end))) >= LEAST_WORDS
