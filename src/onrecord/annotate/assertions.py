"""The stretches of a report that assert one thing each: what is compared between reports.

Every sentence of the body stands in at least one assertion: where no clause of it carries two content words, the
sentence as a whole does.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.annotate.clauses import Clause, find_clauses, words_of_kind
from onrecord.annotate.inside import with_marks
from onrecord.model.marks import Annotations, Assertion, Size, Status
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.words import Parse, Sentence, Word

EDGE_POS = frozenset({"PUNCT", "SPACE", "CCONJ", "SYM"})
EDGE_DEPS = frozenset({"mark", "cc", "punct"})


def find_assertions(notes: Annotations) -> tuple[Assertion, ...]:
    """Find the assertions of one report, in text order, the larger before what it contains.

    A clause of the large size that is made of several small ones has the size ``sentence`` and comes
    before them; they name it in ``within``. Headlines and other asides make no assertions.
    """
    report, parse = notes.report, notes.parse
    found: list[Assertion] = []
    for sentence in parse.sentences:
        if report.in_body(parse.words[sentence.first].start):
            for assertion in _assertions_of(report, parse, sentence):
                found.append(msgspec.structs.replace(assertion, id=f"{report.id}-a{len(found)}"))
    larger = {str(a.head): a.id for a in found if a.size == "sentence"}
    named = (msgspec.structs.replace(a, within=larger[a.within]) if a.within else a for a in found)
    return with_marks(notes, named)


def _assertions_of(report: Report, parse: Parse, sentence: Sentence) -> Iterator[Assertion]:
    """Yield the assertions of one sentence; ``within`` holds the larger one's head until ids are known."""
    small, large = find_clauses(parse, sentence)
    if not small and not large:
        whole = tuple(range(sentence.first, sentence.end))
        yield _assertion(report, parse, Clause(sentence.root, whole, alone=True), size="clause")
        return
    placed: set[int] = set()
    for clause in large:
        parts = [part for part in small if set(part.words) <= set(clause.words)]
        placed.update(part.head for part in parts)
        if [part.words for part in parts] == [clause.words]:
            yield _assertion(report, parse, clause, size="clause")
            continue
        yield _assertion(report, parse, clause, size="sentence")
        for part in parts:
            yield msgspec.structs.replace(_assertion(report, parse, part, size="clause"), within=str(clause.head))
    for part in small:
        if part.head not in placed:
            yield _assertion(report, parse, part, size="clause")


def _assertion(report: Report, parse: Parse, clause: Clause, *, size: Size) -> Assertion:
    head = parse.words[clause.head]
    words = [parse.words[i] for i in clause.words]
    return Assertion(
        id="",
        report=report.id,
        size=size,
        evidence=spans_of(report, parse, clause.words),
        sentence=head.sentence,
        head=head.i,
        words=clause.words,
        status=read_status(words, head, parse),
        negated=any(word.lemma in words_of_kind("negations") for word in words),
    )


def spans_of(report: Report, parse: Parse, own: Sequence[int]) -> tuple[Span, ...]:
    """Return the runs of neighboring words as spans, without marks and conjunctions at the edges of a run.

    A gap of punctuation alone does not part a run.
    """
    runs: list[list[Word]] = []
    for i in own:
        word = parse.words[i]
        if runs and all(parse.words[k].pos == "PUNCT" for k in range(runs[-1][-1].i + 1, i)):
            runs[-1].append(word)
        else:
            runs.append([word])
    trimmed = [run for run in map(_trimmed, runs) if run] or [[parse.words[i] for i in own]]
    return tuple(report.span(run[0].start, run[-1].end) for run in trimmed)


def _trimmed(run: list[Word]) -> list[Word]:
    """Drop marks and joining words at the edges; "if" and "until" stay: what follows them is not told as fact."""
    start, end = 0, len(run)
    while start < end and (run[start].pos in EDGE_POS or run[start].dep in EDGE_DEPS) and not _leaves_open(run[start]):
        start += 1
    while end > start and (run[end - 1].pos in EDGE_POS or run[end - 1].dep == "cc"):
        end -= 1
    return run[start:end]


def _leaves_open(word: Word) -> bool:
    return word.dep == "mark" and word.lemma in words_of_kind("open_marks")


def read_status(words: Iterable[Word], head: Word, parse: Parse) -> Status:
    """Tell how an assertion stands to the world, from the words around its head.

    The clause's own auxiliaries decide; "if" makes it hypothetical, a verb of denying denied.
    """
    lemmas = {word.lemma for word in words}
    near = {child.lemma for child in parse.dependents(head, "aux", "auxpass", "mark", "advmod")}
    signs: tuple[tuple[Status, bool], ...] = (
        ("denied", _denies(head, parse)),
        ("pledged", head.lemma in words_of_kind("pledges")),
        ("hypothetical", bool(near & words_of_kind("hypothetical"))),
        ("possible", bool(near & words_of_kind("possible"))),
        ("planned", bool(near & words_of_kind("future")) or (head.lemma in words_of_kind("plans") and "to" in lemmas)),
        ("view", head.lemma in words_of_kind("views")),
        ("ongoing", head.tag == "VBG" and "be" in near),
    )
    return next((status for status, holds in signs if holds), "happened")


def _denies(head: Word, parse: Parse) -> bool:
    """Tell whether a verb denies what was said: a claim is dismissed, but so are crews, and goods are rejected."""
    if head.lemma not in words_of_kind("denials"):
        return False
    subject = next(parse.dependents(head, "nsubjpass"), None)
    return subject is None or subject.lemma in words_of_kind("deniable")
