"""Attribution: the same content from another speaker, to another hearer, in another form.

Who speaks is compared where two reports attribute a claim to different ones; a report that states in its own words
what another attributes is told of only where the claim is otherwise in doubt, and that is another comparer's.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.origins import attribution_at, chain_of
from onrecord.compare.told import Story, Told
from onrecord.compare.wording import Remark, overlap
from onrecord.lang import table
from onrecord.model.claims import Finding
from onrecord.model.marks import Annotations, Statement
from onrecord.model.span import Span

ALIKE = 0.95
"""Share of the lighter reading's weight that two readings must have in common for their speakers to be compared."""


ALIKE_FIGURES = 0.35
"""The same where both readings give one figure."""
SAME_WORDS = 0.6
"""Share of the shorter quotation's words that both have in common when they are one remark."""
LONG_NAME = 6
SPELLED_ALIKE = 0.85
"""Names of this length that are this much alike by their letters are one name, spelled in two ways."""
GROUPS = ("unnamed", "document")
"""Kinds of origin that need no name to be told apart: "hospital officials", "the register"."""


class Voice(Struct, frozen=True):
    """Who is said to say it: a key, and the names that stand in the words for him.

    A spokesman of a company and the company are one voice where the company is named with him.
    """

    key: str
    kind: str
    content: frozenset[str] = frozenset()
    named_by: frozenset[str] = frozenset()
    tail: str = ""
    figures: frozenset[str] = frozenset()
    negated: bool = False


def compare_speakers(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> tuple[Finding, ...]:
    """Say where the readings of a claim have different speakers."""

    def judge_alike(a: Voice, b: Voice) -> Ruling | None:
        least = ALIKE_FIGURES if a.figures & b.figures else ALIKE
        return judge(a, b) if a.key == b.key or weights.alike(a.content, b.content, least) else None

    views = [view for told in readings if (view := voice_of(told, story)) is not None]
    return find_differences(claims, views, judge_alike)


def compare_remarks(groups: Sequence[Sequence[Remark]], story: Story) -> tuple[Finding, ...]:
    """Say where one remark, quoted in the same words, has another speaker, hearer or medium."""
    found: list[Finding] = []
    for group in groups:
        close = [a for a in group if any(a.report != b.report and overlap(a, b) >= SAME_WORDS for b in group)]
        spoken = [(remark, statement) for remark in close if (statement := statement_of(remark, story)) is not None]
        claims = story.claims_at(span for remark, _ in spoken for span in remark.spans)
        found += find_differences(claims, _speakers(spoken, story), judge_speakers)
        found += find_differences(claims, _hearers(spoken, story), judge_hearers)
        found += find_differences(claims, _media(spoken), judge_media)
    return tuple(found)


def compare_sources(findings: Sequence[Finding], story: Story) -> tuple[Finding, ...]:
    """Say whose figures they are where two figures differ: each side's speaker, if both have one and not the same."""
    found: list[Finding] = []
    for finding in findings:
        if finding.aspect == "amount" and finding.kind in ("conflict", "update"):
            views = [view for side in finding.sides for span in side.evidence for view in _sources_at(span, story)]
            found += find_differences(finding.claims, views, judge_sources)
    return tuple(found)


def _sources_at(span: Span, story: Story) -> Iterator[View[Voice]]:
    """Yield who is given as the source of some words."""
    for statement in story.of_report(span.report):
        if any(part.overlaps(span) for part in statement.content):
            chain = chain_of(statement, story.notes[span.report], story)
            if chain:
                last = chain[-1]
                yield View(span.report, last.name, (last.evidence,), Voice(last.key, last.kind))
                return


def judge_sources(a: Voice, b: Voice) -> Ruling | None:
    """Say whether two figures come from two sources."""
    if a.key == b.key:
        return Ruling("same", "source", "")
    return Ruling("attribution", "source", "The figures come from different sources")


def statement_of(remark: Remark, story: Story) -> Statement | None:
    """Return the statement whose quoted content a remark is."""
    for statement in story.of_report(remark.report):
        if statement.mode in ("direct", "mixed") and any(
            part.overlaps(span) for part in statement.content for span in remark.spans
        ):
            return statement
    return None


Spoken = Sequence[tuple[Remark, Statement]]


def _speakers(spoken: Spoken, story: Story) -> list[View[Voice]]:
    views = []
    for remark, statement in spoken:
        known = story.entities.get(statement.speaker or "")
        if (
            known is not None
            and statement.source is not None
            and is_named(statement.source, story.notes[remark.report])
        ):
            words = _with_cue(statement.source, statement, story)
            named_by, tail = names_in(known.name, words.exact), known.name.split()[-1].casefold()
            voice = Voice(known.id, known.type, named_by=named_by, tail=tail)
            views.append(View(remark.report, known.name, (words,), voice))
    return views


def is_named(span: Span, notes: Annotations) -> bool:
    """Tell whether some words hold a name: a pronoun or "the minister" may be resolved wrongly."""
    return any(word.pos == "PROPN" for word in notes.parse.words_between(span.start, span.end))


def is_plural(span: Span, notes: Annotations) -> bool:
    """Tell whether some words speak of several: "the president" and "a spokesman" may be the one named elsewhere."""
    return any(word.tag == "NNS" for word in notes.parse.words_between(span.start, span.end))


def _hearers(spoken: Spoken, story: Story) -> list[View[str]]:
    views = []
    for remark, statement in spoken:
        heard = statement.addressee
        if heard is not None and heard.span is not None:
            known = story.entities.get(heard.entity or "")
            name = bare(known.name if known is not None else heard.span.exact)
            views.append(View(remark.report, name, (_with_cue(heard.span, statement, story),), name.casefold()))
    return views


def _media(spoken: Spoken) -> list[View[str]]:
    return [
        View(remark.report, statement.medium.kind, (statement.medium.span,), statement.medium.kind)
        for remark, statement in spoken
        if statement.medium is not None and statement.medium.span is not None
    ]


def _with_cue(span: Span, statement: Statement, story: Story) -> Span:
    """Return source or hearer with the cue beside it."""
    return attribution_at(span, statement.cue[0] if statement.cue else None, story.notes[statement.report])


def bare(words: str) -> str:
    """Return words without an article in front."""
    first, _, rest = words.partition(" ")
    return rest if rest and first.casefold() in ("the", "a", "an") else words


def share_name(a: Voice, b: Voice) -> bool:
    """Tell whether two voices have a name in common, be it spelled a little otherwise: "Lowentritt", "Loewentritt"."""
    pairs = [(a.tail, y) for y in sorted(b.named_by)] + [(b.tail, x) for x in sorted(a.named_by)]
    return any(
        x == y or (min(len(x), len(y)) >= LONG_NAME and SequenceMatcher(None, x, y).ratio() >= SPELLED_ALIKE)
        for x, y in pairs
    )


def names_in(*words: str) -> frozenset[str]:
    """Return the capitalised words of some names, in lower case."""
    found = (word.strip(",.’'") for each in words for word in each.split() if word[:1].isupper())
    return frozenset(word.removesuffix("'s").removesuffix("’s").casefold() for word in found)


def judge_speakers(a: Voice, b: Voice) -> Ruling | None:
    """Say whether two people are said to have spoken the same words."""
    if a.key == b.key or share_name(a, b):
        return Ruling("same", "speaker", "")
    return Ruling("attribution", "speaker", "The same words are given to another speaker")


def judge_hearers(a: str, b: str) -> Ruling | None:
    """Say whether two hearers are two; "reporters" may be those of any outlet."""
    alike = table("hearers")
    if a == b or a in b or b in a or any(a in row and b in row for row in alike["same"]):
        return Ruling("same", "addressee", "")
    if a in alike["any"] or b in alike["any"]:
        return None
    return Ruling("attribution", "addressee", "The same words are said to another hearer")


def judge_media(a: str, b: str) -> Ruling | None:
    """Say whether two forms of speech are two; remarks and meetings may be one occasion."""
    if a == b or {a, b} <= {"remarks", "meeting", "interview", "broadcast"}:
        return Ruling("same", "medium", "")
    return Ruling("attribution", "medium", "The same words are given in another form")


def voice_of(told: Told, story: Story) -> View[Voice] | None:
    """Return who a reading is attributed to, with the words that name him; None for the reporter's own words."""
    statement = narrowest(told)
    if statement is None:
        return None
    chain = chain_of(statement, told.notes, story)
    if not chain:
        return None
    last = chain[-1]
    if not is_named(last.evidence, told.notes) and not (last.kind in GROUPS and is_plural(last.evidence, told.notes)):
        return None
    named_by = names_in(statement.source.exact if statement.source else "", last.evidence.exact, last.name)
    inside = content_of(
        word for word in told.words if any(part.start <= word.start < part.end for part in statement.content)
    )
    tail = last.name.split()[-1].casefold()
    figures = frozenset(f"{amount.value} {amount.unit}" for amount in told.amounts if not amount.vague)
    negated = any(word.dep == "neg" for word in told.words)
    voice = Voice(last.key, last.kind, inside, named_by, tail, figures, negated)
    return View(told.report, last.name, (last.evidence,), voice)


def narrowest(told: Told) -> Statement | None:
    """Return the shortest statement whose content holds the reading."""
    fits = [
        statement
        for statement in told.statements
        if any(part.overlaps(span) for part in statement.content for span in told.reading.evidence)
    ]
    return min(fits, key=lambda each: sum(part.end - part.start for part in each.content), default=None)


def judge(a: Voice, b: Voice) -> Ruling | None:
    """Say whether two voices are two: "Aster claims" and "Aster's lawsuit claims" are one; opponents are no matter."""
    own = "document" in (a.kind, b.kind) and bool(a.named_by & b.named_by)
    if a.key == b.key or share_name(a, b) or own:
        return Ruling("same", "speaker", "")
    if a.negated != b.negated:
        return None
    return Ruling("attribution", "speaker", "The reports have it from different speakers")
