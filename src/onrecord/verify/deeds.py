"""Deeds of a draft: is it so in the reports, or not so; done, or still ahead?"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.slots import FINITE, Clause, read_clause
from onrecord.lang import table
from onrecord.model.checks import Check, CheckAspect, CheckKind, Verdict
from onrecord.model.claims import Side
from onrecord.model.marks import Annotations
from onrecord.model.span import Span
from onrecord.model.words import Parse, Word
from onrecord.verify.contested import read_contested
from onrecord.verify.ground import Ground, Held
from onrecord.verify.leeway import read_leeway, sides_of
from onrecord.verify.receivers import others_of, receiver_of
from onrecord.verify.weighing import check_of

SAME_DEED = 0.46
"""How well a clause of a report covers the words of one of the draft, at the least, to tell of its deed."""
CLOSE = 0.1
"""By how much less than the likest another clause may cover them and still tell of it."""
ALIKE_VERBS = 0.6
"""How like two verbs are, at the least, that may name one deed."""
FEWEST = 2
TELLING = 0.6
"""Telling words of a clause, at the least; a verb alone must be the same, and telling in its story (0 to 1)."""
NEAR = 3
"""Steps in the tree from a word of negation to the verb that it turns: "did not", "knew of no fault"."""


class Deed(Struct, frozen=True):
    """A verb of a text with the words of its clause, and whether it is turned into its opposite."""

    notes: Annotations
    clause: Clause
    words: tuple[Word, ...]
    turned: bool


def check_deeds(ground: Ground) -> Iterator[Check]:
    """Yield a check for each clause of the draft whose deed a report tells so, or otherwise."""
    pool = [(held, deed) for held in ground.reports for deed in deeds_of(held.notes)]
    contested, leeway = read_contested(ground), read_leeway(ground)
    for deed in deeds_of(ground.draft):
        met = [(score, held, other) for held, other in pool if (score := meet(ground, deed, held, other)) >= SAME_DEED]
        best = max((score for score, _, _ in met), default=0.0)
        near = [(held, other) for score, held, other in met if score >= best - CLOSE]
        close = [other for _, other in near]
        if not close or not deed.clause.asserted:
            continue
        check = judge_deed(deed, close, [other for _, _, other in met])
        denied = contested.sides_of(span_of(deed), check.evidence)
        if check.verdict == "carried" and not check.sides:
            open_to = sides_of(ground, deed.words, carrier_of(deed.clause), carried=check.evidence, leeway=leeway)
            check = replace(check, sides=denied or open_to)
        yield check
        if check.verdict == "carried":
            yield from check_around(ground, deed, near, denied=bool(denied))


def check_around(ground: Ground, deed: Deed, near: Sequence[tuple[Held, Deed]], *, denied: bool) -> Iterator[Check]:
    """Yield what differs around a deed that is carried: whose word it is, and to whom it is done."""
    close = [other for _, other in near]
    said = all(cues_of(other) for other in close) if denied else all(is_left_to_others(other) for other in close)
    if said and not cues_of(deed):
        yield attributed(deed, close)
    receiver = receiver_of(deed.clause.verb, ground.draft.parse)
    if receiver is not None:
        others = others_of(ground, receiver, [(held, other.clause.verb) for held, other in near])
        if others:
            span = ground.draft.report.span(receiver.start, receiver.end)
            yield check_of(span, ("deed", "differs", "addressee"), others, note="the reports have it to another one")


def deeds_of(notes: Annotations) -> Iterator[Deed]:
    """Yield the clauses of a text that have a verb, of those with one verb the shortest."""
    parse = notes.parse
    found: dict[int, Deed] = {}
    for assertion in sorted(notes.assertions, key=lambda one: len(one.words)):
        head = parse.words[assertion.head]
        if assertion.size != "phrase" and head.pos in ("VERB", "AUX"):
            clause = read_clause(head, parse)
            words = tuple(parse.words[i] for i in assertion.words)
            found.setdefault(clause.verb.i, Deed(notes, clause, words, is_turned(clause, words, parse)))
    for word in parse.words:
        if word.dep == "conj" and word.pos in ("VERB", "AUX"):  # "stands in the books and is not insured"
            under = tuple(parse.words[i] for i in parse.subtree(word))
            clause = read_clause(word, parse)
            found.setdefault(clause.verb.i, Deed(notes, clause, under, is_turned(clause, under, parse)))
    return iter(found.values())


def is_turned(clause: Clause, words: Sequence[Word], parse: Parse) -> bool:
    """Tell whether a word of negation hangs on the verb of a clause, or on what it is said of."""
    negations = table("wording")["negations"]
    verbs = {clause.verb.i, clause.finite.i}
    if clause.verb.dep == "pcomp" and parse.words[clause.verb.head].lemma in negations:  # "without giving a date"
        return True
    for word in words:
        if word.text.casefold() not in negations and word.lemma not in negations:
            continue
        over = word
        for _ in range(NEAR):
            over = parse.words[over.head]
            if over.i in verbs:
                return True
    return clause.negated


def meet(ground: Ground, deed: Deed, held: Held, other: Deed) -> float:
    """Return how well a clause of a report covers one of the draft; 0 where their verbs are two."""
    ours, theirs = carrier_of(deed.clause), carrier_of(other.clause)
    alike = ours.lemma == theirs.lemma or ground.alike(ours, held, theirs) >= ALIKE_VERBS
    if not alike:
        return 0.0
    if ours.lemma != theirs.lemma and len(ground.content(deed.words)) < FEWEST:
        return 0.0
    if len(ground.content(deed.words)) < FEWEST and ground.draft_text.weights[ours.i] < TELLING:
        return 0.0
    fits = [ground.match(deed.words, held, other.words)]
    for mine, theirs_of in zip(parts_of(deed), parts_of(other), strict=True):
        if mine is not None and theirs_of is not None:
            fits.append(ground.alike(mine, held, theirs_of))
    return (fits[0] + sum(fits) / len(fits)) / 2


def carrier_of(clause: Clause) -> Word:
    """Return the word that carries a clause: its verb, or what is said to be."""
    return clause.object if clause.verb.lemma == "be" and clause.object is not None else clause.verb


def parts_of(deed: Deed) -> tuple[Word | None, Word | None]:
    """Return the nouns for who does a deed and for what it is done to; of a passive, the subject is the latter."""
    clause = deed.clause
    parts = (None, clause.subject) if clause.passive else (clause.subject, clause.object)
    doer, done_to = (word if word is not None and word.pos in ("NOUN", "PROPN") else None for word in parts)
    return doer, done_to


def judge_deed(deed: Deed, close: Sequence[Deed], every: Sequence[Deed]) -> Check:
    """Return what reports have for the sign and the stage of a deed; both sides where they have it so and not so."""
    agree = [one for one in close if one.turned == deed.turned]
    if not agree:
        return make(deed, close, "the reports say that it is " + ("so" if deed.turned else "not so"))
    ahead = [one for one in agree if is_ahead(one)]
    if deed.clause.stage == "done" and not deed.turned and len(ahead) == len(agree):
        return make(deed, ahead, "the reports have it still ahead")
    having = {one.notes.report.id for one in agree}
    against = [one for one in every if one.turned != deed.turned and one.notes.report.id not in having]
    return make(deed, agree, "", sides=(side_of(agree), side_of(against)) if against else ())


def side_of(deeds: Sequence[Deed]) -> Side:
    """Return one side: its reports and its words."""
    spans = tuple(dict.fromkeys(span_of(one) for one in deeds))
    return Side(tuple(dict.fromkeys(span.report for span in spans)), spans[0].exact, spans)


def span_of(deed: Deed) -> Span:
    """Return the words of a deed as one stretch."""
    return deed.notes.report.span(deed.words[0].start, deed.words[-1].end)


def is_ahead(deed: Deed) -> bool:
    """Tell whether a deed is planned, possible, or stands as an infinitive or participle under a verb of planning."""
    parse, word = deed.notes.parse, deed.clause.verb
    if deed.clause.stage == "ahead" or deed.clause.modals:
        return True
    if deed.clause.verb.tag in FINITE:
        return False
    while word.head != word.i:  # "offered to have the hill surveyed"
        word = parse.words[word.head]
        if word.lemma in table("drafts")["not_done_under"]:
            return True
        if word.tag in FINITE:
            return False
    return False


def cues_of(deed: Deed) -> frozenset[str]:
    """Return the lemmas of the words that introduce what a clause is a part of, if somebody is reported to say it."""
    at, parse = deed.clause.verb.start, deed.notes.parse
    cues = [
        cue
        for statement in deed.notes.statements
        if any(span.start <= at < span.end for span in (*statement.content, *statement.cue))
        for cue in statement.cue
    ]
    return frozenset(word.lemma for cue in cues for word in parse.words_between(cue.start, cue.end))


def is_left_to_others(deed: Deed) -> bool:
    """Tell whether a report leaves it to somebody that a thing is so."""
    rows = table("drafts")
    return bool(cues_of(deed) & set(rows["left_to_others"]) or sources_of(deed) & set(rows["unnamed_sources"]))


def sources_of(deed: Deed) -> frozenset[str]:
    """Return the lemmas of the words that name who says what a clause is a part of."""
    at, parse = deed.clause.verb.start, deed.notes.parse
    sources = [
        statement.source
        for statement in deed.notes.statements
        if statement.source is not None and any(span.start <= at < span.end for span in statement.content)
    ]
    return frozenset(word.lemma for source in sources for word in parse.words_between(source.start, source.end))


def attributed(deed: Deed, others: Sequence[Deed]) -> Check:
    """Return the check of a deed that the draft tells as its own and the reports only as somebody's words."""
    what: tuple[CheckKind, Verdict, CheckAspect] = ("attribution", "differs", "source")
    note = "the reports have it only as what somebody says"
    return check_of(span_of(deed), what, [span_of(one) for one in others], note=note)


def make(deed: Deed, others: Sequence[Deed], note: str, *, sides: tuple[Side, ...] = ()) -> Check:
    """Return the check of a deed; one with a note differs."""
    verdict: Verdict = "differs" if note else "carried"
    return check_of(
        span_of(deed), ("deed", verdict, "status"), [span_of(one) for one in others], note=note, sides=sides
    )
