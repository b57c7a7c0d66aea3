"""The stretches of a report that assert one thing each: what is compared between reports.

Every sentence of the body stands in at least one assertion: where no clause of it carries two content words, the
sentence as a whole does.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from onrecord.annotate.clauses import Clause, find_clauses, words_of_kind
from onrecord.model.marks import Annotations, Assertion, Entity, Size, Statement, Status
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
    named = [msgspec.structs.replace(a, within=_within(a, found)) for a in found]
    return tuple(_with_marks(notes, assertion) for assertion in named)


def _within(assertion: Assertion, found: Sequence[Assertion]) -> str | None:
    """Return the id that stands under the place-holder of the larger assertion."""
    if assertion.within is None:
        return None
    head = int(assertion.within)
    return next(a.id for a in found if a.size == "sentence" and a.head == head)


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
    start, end = 0, len(run)
    while start < end and (run[start].pos in EDGE_POS or run[start].dep in EDGE_DEPS):
        start += 1
    while end > start and (run[end - 1].pos in EDGE_POS or run[end - 1].dep == "cc"):
        end -= 1
    return run[start:end]


def read_status(words: Iterable[Word], head: Word, parse: Parse) -> Status:
    """Tell how an assertion stands to the world, from the words around its head.

    The clause's own auxiliaries decide; "if" makes it hypothetical, a verb of denying denied.
    """
    lemmas = {word.lemma for word in words}
    near = {child.lemma for child in parse.dependents(head, "aux", "auxpass", "mark", "advmod")}
    signs: tuple[tuple[Status, bool], ...] = (
        ("denied", head.lemma in words_of_kind("denials")),
        ("pledged", head.lemma in words_of_kind("pledges")),
        ("hypothetical", bool(near & words_of_kind("hypothetical"))),
        ("possible", bool(near & words_of_kind("possible"))),
        ("planned", bool(near & words_of_kind("future")) or (head.lemma in words_of_kind("plans") and "to" in lemmas)),
        ("view", head.lemma in words_of_kind("views")),
        ("ongoing", head.tag == "VBG" and "be" in near),
    )
    return next((status for status, holds in signs if holds), "happened")


def _with_marks(notes: Annotations, assertion: Assertion) -> Assertion:
    """Add who holds it and which entities, amounts, times and statements stand inside it."""
    inside = [(span.start, span.end) for span in assertion.evidence]

    def here(start: int) -> bool:
        return any(a <= start < b for a, b in inside)

    statements = [s for s in notes.statements if _covers(s, assertion)]
    return msgspec.structs.replace(
        assertion,
        holders=_holders(statements),
        statements=tuple(s.id for s in statements),
        entities=_entities(notes.entities, here),
        amounts=tuple(k for k, amount in enumerate(notes.amounts) if here(amount.span.start)),
        times=tuple(k for k, time in enumerate(notes.times) if here(time.span.start)),
        quoted=any(
            here(quote.span.start + 1) or any(a >= quote.span.start and b <= quote.span.end for a, b in inside)
            for quote in notes.report.quotes
        ),
    )


def _covers(statement: Statement, assertion: Assertion) -> bool:
    """Tell whether more than half of an assertion stands in what a statement says."""
    total = sum(span.end - span.start for span in assertion.evidence)
    shared = sum(
        max(0, min(span.end, said.end) - max(span.start, said.start))
        for span in assertion.evidence
        for said in statement.content
    )
    return 2 * shared > total


def _holders(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return who stands behind an assertion, the outermost relay first, each once."""
    found: list[str] = []
    for statement in statements:
        found += [relay.entity for relay in statement.via if relay.entity]
        if statement.speaker:
            found.append(statement.speaker)
    return tuple(dict.fromkeys(found))


def _entities(entities: Sequence[Entity], here: Callable[[int], bool]) -> tuple[str, ...]:
    return tuple(e.id for e in entities if any(here(mention.span.start) for mention in e.mentions))
