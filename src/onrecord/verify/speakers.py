"""Attributions of a draft: do the reports have it from the same one, said to the same one, through the same one?"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from onrecord.compare.attribution import bare, judge_hearers, names_in
from onrecord.lang import table
from onrecord.model.checks import Check
from onrecord.model.claims import Aspect
from onrecord.model.marks import Addressee, Annotations, Entity, Statement
from onrecord.model.span import Span
from onrecord.model.words import Word
from onrecord.verify.ground import Ground, Held
from onrecord.verify.weighing import check_of

SAID = 0.5
"""How well the content of a report's statement covers that of a draft's, at the least, to be the same words."""
CLOSE = 0.12
"""By how much less another statement may cover it and still be one of those that say it."""
FEWEST = 3
"""Telling words of a quotation by which a statement is looked for, without those around it."""
NEAR = 2
"""Sentences before and after a report's statement in which a hearer may stand."""
PERSONAL = frozenset({"he", "she"})
"""Pronouns that are resolved well enough to tell two speakers apart; "it" and "they" are not."""


class Said(Struct, frozen=True):
    """A statement of a report beside one of the draft."""

    score: float
    held: Held
    statement: Statement


def check_attributions(ground: Ground) -> Iterator[Check]:
    """Yield the checks for who says it, to whom and through whom, statement by statement."""
    for statement in ground.draft.statements:
        if statement.source is not None and statement.mode != "silence" and is_speech(ground.draft, statement):
            said = find_said(ground, statement)
            own = [one for one in said if is_same_speaker(ground, statement, one)]
            if own and all(one.statement.mode == "silence" for one in own):
                span, words = statement.content[0], [one.statement.content[0] for one in own]
                note = "the reports have it that nothing was said of it"
                yield check_of(span, ("attribution", "differs", "status"), words, note=note)
            elif said:
                yield from check_speaker(ground, statement, statement.source, said)
                yield from check_hearer(ground, statement.addressee, said)


def is_speech(notes: Annotations, statement: Statement) -> bool:
    """Tell whether the cue of a statement tells of words, not of what is still to be found out ("is to establish")."""
    words = [word for cue in statement.cue for word in notes.parse.words_between(cue.start, cue.end)]
    verbs = [word for word in words if word.pos in ("VERB", "AUX")]
    return not verbs or any(word.tag not in ("VB", "VBG") for word in verbs)


def find_said(ground: Ground, statement: Statement) -> list[Said]:
    """Return the statements of the reports that say what one of the draft says, the likest first."""
    every = content_words(ground.draft, statement)
    quoted = [word for word in every if ground.is_quoted(word.start)]
    words = quoted if len(ground.content(quoted)) >= FEWEST else every
    found = [
        Said(score, held, other)
        for held in ground.reports
        for other in held.notes.statements
        if (score := ground.match(words, held, content_words(held.notes, other))) >= SAID
    ]
    best = max((one.score for one in found), default=0.0)
    return sorted((one for one in found if one.score >= best - CLOSE), key=lambda one: -one.score)


def content_words(notes: Annotations, statement: Statement) -> list[Word]:
    """Return the words of what is said."""
    return [word for part in statement.content for word in notes.parse.words_between(part.start, part.end)]


def check_speaker(ground: Ground, statement: Statement, source: Span, said: Sequence[Said]) -> Iterator[Check]:
    """Yield whether the reports have it from the same speaker, and whether only through somebody.

    In "Quill said the police believe nobody else took part" what the police believe may be a report's from Quill.
    """
    sourced = [one for one in said if one.statement.source is not None]
    outer = next((each for each in ground.draft.statements if each.id == statement.within), statement)
    same = [one for one in sourced if any(is_same_speaker(ground, each, one) for each in (statement, outer))]
    if same:
        yield make(source, "speaker", same, "")
    elif named := [one for one in sourced if is_known(ground, one)]:
        yield make(source, "speaker", named, "the reports have it from another one")
    relayed = [one for one in same if relays_of(one)]
    plain = {one.held.number for one in said if one not in relayed} - {one.held.number for one in relayed}
    if same and len(relayed) == len(same) and not plain and not is_relayed(ground, statement, relayed):
        yield make(source, "source", relayed, "the reports have it only through another one")


def is_known(ground: Ground, said: Said) -> bool:
    """Tell whether it is told by name who says it, or by a pronoun for a person with a name."""
    source = said.statement.source
    words = said.held.notes.parse.words_between(source.start, source.end) if source is not None else ()
    known = ground.story.entities.get(said.statement.speaker or "")
    return any(word.pos == "PROPN" for word in words) or (
        known is not None and any(mention.kind == "name" for mention in known.mentions)
    )


def make(span: Span, aspect: Aspect, said: Sequence[Said], note: str) -> Check:
    """Return the check of an attribution; one with a note differs."""
    evidence = [words for one in said for words in words_of(one, aspect)]
    return check_of(span, ("attribution", "differs" if note else "carried", aspect), evidence, note=note)


def words_of(said: Said, aspect: Aspect) -> list[Span]:
    """Return the words of a statement that an aspect stands on."""
    statement = said.statement
    heard = statement.addressee
    if aspect == "addressee" and heard is not None and heard.span is not None:
        return [heard.span]
    return (relays_of(said) if aspect == "source" else []) or [statement.source or statement.content[0]]


def is_nested(said: Said) -> bool:
    """Tell whether somebody else says that it was said."""
    outer = next((each for each in said.held.notes.statements if each.id == said.statement.within), None)
    return outer is not None and outer.source is not None and outer.speaker != said.statement.speaker


def relays_of(said: Said) -> list[Span]:
    """Return the words for those through whom a statement came; an outlet that somebody told it is a hearer."""
    heard = said.statement.addressee
    hearer = heard.span if heard is not None else None
    spans = [relay.span for relay in said.statement.via if relay.span is not None]
    if is_nested(said):
        outer = next(each for each in said.held.notes.statements if each.id == said.statement.within)
        spans += [] if outer.source is None else [outer.source]
    parse = said.held.notes.parse
    return [
        span
        for span in spans
        if (hearer is None or not span.overlaps(hearer))
        and not any(word.tag == "PRP$" for word in parse.words_between(span.start, span.end))  # "her office" is she
    ]


def is_relayed(ground: Ground, statement: Statement, relayed: Sequence[Said]) -> bool:
    """Tell whether the draft names a relay of its own, or in its sentence one of the reports'."""
    if statement.via or statement.within:
        return True
    parse = ground.draft.parse
    sentence = parse.sentence_at(statement.content[0].start)
    mine = {word.lemma.casefold() for word in parse.words_of(sentence)} if sentence else set()
    names = [span for one in relayed for span in relays_of(one)]
    every = {one.held.notes.report.id: one.held.notes for one in relayed}
    return any(set(nouns_of(every[span.report], span)) & mine for span in names)


def is_same_speaker(ground: Ground, statement: Statement, said: Said) -> bool:
    """Tell whether two sources may be one: one entity, its part or member, a name or office in common, or a pronoun."""
    ours, theirs = statement.speaker, said.statement.speaker
    a, b = (ground.story.entities.get(each or "") for each in (ours, theirs))
    if ours is not None and ours == theirs:
        return True
    if a is not None and b is not None and (b.id in (a.part_of, *a.members) or a.id in (b.part_of, *b.members)):
        return True
    if a is not None and b is not None and is_named_person(a) and is_named_person(b):
        return bool(names_in(a.name) & names_in(b.name))
    mine, others = voices(ground, ground.draft, statement), voices(ground, said.held.notes, said.statement)
    return not mine or not others or bool(mine & others)


def is_named_person(entity: Entity) -> bool:
    """Tell whether a person goes by a name."""
    return entity.type == "person" and any(mention.kind == "name" for mention in entity.mentions)


def voices(ground: Ground, notes: Annotations, statement: Statement) -> frozenset[str]:
    """Return the nouns and names by which a speaker goes, in lower case; none of "it" and "they"."""
    source = statement.source
    if source is None or not (nouns_of(notes, source) or source.exact.casefold() in PERSONAL):
        return frozenset()
    entity = ground.story.entities.get(statement.speaker or "")
    mentions = [mention.span for mention in entity.mentions] if entity is not None else []
    every = {held.notes.report.id: held.notes for held in ground.reports} | {ground.draft.report.id: ground.draft}
    return frozenset(noun for span in (source, *mentions) for noun in nouns_of(every[span.report], span))


def nouns_of(notes: Annotations, span: Span) -> list[str]:
    """Return the nouns and names among some words."""
    words = notes.parse.words_between(span.start, span.end)
    return [word.lemma.casefold() for word in words if word.pos in ("NOUN", "PROPN")]


def check_hearer(ground: Ground, heard: Addressee | None, said: Sequence[Said]) -> Iterator[Check]:
    """Yield whether the reports have it said to the same hearer."""
    if heard is None or heard.span is None:
        return
    told = [(one, other) for one in said if (other := one.statement.addressee) is not None and other.span is not None]
    same = [one for one, other in told if is_same_hearer(heard, other)]
    if same:
        yield make(heard.span, "addressee", same, "")
    elif told:
        yield make(heard.span, "addressee", [one for one, _ in told], "the reports have it said to another one")
    elif not any(is_heard_near(ground, heard.span, one) for one in said):
        yield make(heard.span, "addressee", said[:1], "no report has it said to this one")


def is_heard_near(ground: Ground, span: Span, said: Said) -> bool:
    """Tell whether a hearer of the draft stands near a report's statement, or may be anybody who writes."""
    if bare(span.exact).casefold() in table("hearers")["any"]:
        return True
    parse = said.held.notes.parse
    sentence = parse.sentence_at(said.statement.content[0].start)
    first = max(0, sentence.i - NEAR) if sentence is not None else 0
    around = parse.sentences[first : sentence.i + NEAR + 1] if sentence is not None else ()
    words = [word for each in around for word in parse.words_of(each)]
    return bool({word.lemma.casefold() for word in words} & set(nouns_of(ground.draft, span)))


def is_same_hearer(a: Addressee, b: Addressee) -> bool:
    """Tell whether two hearers may be one."""
    if a.span is None or b.span is None or (a.entity is not None and a.entity == b.entity):
        return True
    ours, theirs = bare(a.span.exact).casefold(), bare(b.span.exact).casefold()
    writers = table("hearers")["any"]
    if theirs in writers and ours not in writers:
        return False
    ruling = judge_hearers(ours, theirs)
    return ruling is None or ruling.kind == "same"
