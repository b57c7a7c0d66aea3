"""Negations inside a report: what one source says was done, and another one, close behind, says was not.

"The brigadier says that both armies accepted his proposal. The staff says that it accepted nothing": one verb with
one object, or with none at all, in the words of two sources.
"""

from collections.abc import Iterator

from msgspec import Struct

from onrecord.compare.findings import build_finding
from onrecord.compare.slots import SUBJECTS, Clause, deed_of, read_clause
from onrecord.compare.told import Story, bare_told
from onrecord.lang import table
from onrecord.model.claims import Finding, Side
from onrecord.model.marks import Annotations, Statement
from onrecord.model.words import Parse


class Saying(Struct, frozen=True):
    """A statement with the deed that heads it: verb, object, its clause, whether it is negated, and its sentence."""

    statement: Statement
    verb: str
    object: str | None
    clause: Clause
    negated: bool
    void: bool


def compare_negations(story: Story) -> tuple[Finding, ...]:
    """Say which deeds one source of a report asserts and the next one negates."""
    found = []
    for notes in story.notes.values():
        sayings = list(sayings_in(notes, story))
        for k, second in enumerate(sayings):
            first = next((each for each in reversed(sayings[:k]) if are_opposed(each, second)), None)
            if first is not None:
                found.append(_finding(first, second, story))
    return tuple(found)


def _finding(first: Saying, second: Saying, story: Story) -> Finding:
    said, denied = (second, first) if first.negated else (first, second)
    sides = (
        Side((said.statement.report,), "asserted", said.statement.content),
        Side((denied.statement.report,), "negated", denied.statement.content),
    )
    claims = story.claims_at(span for side in sides for span in side.evidence)
    why = "One source says what another says is not so"
    return build_finding(("conflict", "status"), claims, sides, why=why)


def sayings_in(notes: Annotations, story: Story) -> Iterator[Saying]:
    """Yield the attributed statements of a report that are headed by a deed, in text order."""
    parse, told = notes.parse, bare_told(notes)
    skipped = {*table("stages")["light"], *table("stages")["saying"]}
    for statement in story.of_report(notes.report.id):
        if statement.source is None or statement.mode == "silence":
            continue
        inside = {w.i: w for span in statement.content for w in parse.words_between(span.start, span.end)}
        heads = (w for w in inside.values() if w.pos == "VERB" and (w.head == w.i or w.head not in inside))
        head = next(heads, None)
        clause = read_clause(head, parse) if head is not None else None
        if clause is None or not clause.asserted or clause.verb.lemma in skipped:
            continue
        deed, void = deed_of(clause, told, story), is_void(clause, parse)
        yield Saying(statement, deed.verb, deed.object, clause, clause.negated != void, void)


def is_void(clause: Clause, parse: Parse) -> bool:
    """Tell whether a deed is negated by its subject or object: "accepted nothing", "no shot was fired"."""
    nouns = parse.dependents(clause.verb, *SUBJECTS, "dobj")
    words = table("denials")["void"]
    return any(
        noun.text.casefold() in words or any(each.text.casefold() == "no" for each in parse.dependents(noun, "det"))
        for noun in nouns
    )


def are_opposed(a: Saying, b: Saying) -> bool:
    """Tell whether one source negates what another one said at most a sentence before, of one object or of any."""
    near = b.clause.verb.sentence - a.clause.verb.sentence in (0, 1)
    if not near or a.verb != b.verb or a.negated == b.negated or a.clause.modals != b.clause.modals:
        return False
    if a.statement.speaker == b.statement.speaker or a.clause.verb.i == b.clause.verb.i:
        return False
    known = a.object is not None or b.object is not None
    return known and (a.object == b.object or a.void or b.void)
