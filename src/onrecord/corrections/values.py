"""Another speaker, another date: a value that stands beside the words, which stay as they are."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.corrections.places import StaleError, find_words, nearness, say, twins_of
from onrecord.model.claims import Alignment, Claim, Utterance
from onrecord.model.marks import Annotations, Assertion, Entity, Mention, Statement, Time
from onrecord.model.span import Span

DATED = ("date", "time")


def correct_date(alignment: Alignment, spans: Sequence[Span], value: str) -> tuple[Alignment, str | None]:
    """Give the dates that some words name another value, in every report of their text.

    Returns:
        The alignment, and the value that the first of them had.

    Raises:
        StaleError: If some of the words name no date.
    """
    reports = [notes.report for notes in alignment.annotated]
    chosen = [_nearest_time(span, alignment.times) for span in spans]
    changed = {twin for time in chosen for twin in twins_of(time.span, reports)}

    def corrected(time: Time) -> Time:
        hit = time.kind in DATED and time.span in changed
        return replace(time, value=value, candidates=(), mod=None) if hit else time

    annotated = tuple(replace(n, times=tuple(map(corrected, n.times))) for n in alignment.annotated)
    times = tuple(map(corrected, alignment.times))
    return replace(alignment, annotated=annotated, times=times), chosen[0].value


def _nearest_time(span: Span, times: Sequence[Time]) -> Time:
    dated = [time for time in times if time.kind in DATED]
    best = max(dated, key=lambda time: nearness(span, (time.span,)), default=None)
    if best is None or not nearness(span, (best.span,)):
        raise StaleError(f"no date stands in {say(span.exact)}; take the words of a date, such as “on Monday”")
    return best


def correct_speaker(
    alignment: Alignment, spans: Sequence[Span], name: str
) -> tuple[Alignment, tuple[str, ...], str | None]:
    """Say who speaks some words, in every report of their text.

    Returns:
        The alignment, the ids of the statements, and the name of who spoke the first of them before.

    Raises:
        StaleError: If nobody speaks some of the words, or no report has the name.
    """
    reports = [notes.report for notes in alignment.annotated]
    chosen = [_nearest_statement(span, alignment.statements) for span in spans]
    contents = {tuple(twins_of(span, reports)) for statement in chosen for span in statement.content[:1]}
    starts = {span for twins in contents for span in twins}
    own = {s.id: s.speaker for s in alignment.statements if s.content[0] in starts}
    names = {entity.id: entity.name for entity in alignment.entities}
    alignment, speaker = _with_entity(alignment, name)
    corrected = _Speaker(speaker, own)
    return corrected.apply(alignment), tuple(own), names.get(chosen[0].speaker or "")


def _nearest_statement(span: Span, statements: Sequence[Statement]) -> Statement:
    best = max(statements, key=lambda statement: nearness(span, statement.content), default=None)
    if best is None or not nearness(span, best.content):
        raise StaleError(f"nobody is said to have said {say(span.exact)}; take words that stand under a speaker")
    return best


def _with_entity(alignment: Alignment, name: str) -> tuple[Alignment, str]:
    """Return the id of the entity that has a name, which is made if a report has the name and no entity."""
    wanted = name.casefold()
    called = [
        entity
        for entity in alignment.entities
        if entity.name.casefold() == wanted
        or any(m.kind == "name" and m.span.exact.casefold() == wanted for m in entity.mentions)
    ]
    if called:
        return alignment, max(called, key=lambda entity: (entity.name.casefold() == wanted, entity.type == "person")).id
    places = [span for notes in alignment.annotated for span in find_words(name, notes.report)]
    if not places:
        raise StaleError(f"no report has the name “{name}”; write the speaker's name as a report does")
    last = max((int(entity.id[1:]) for entity in alignment.entities), default=0)
    made = Entity(f"e{last + 1}", places[0].exact, "person", mentions=tuple(Mention(span, "name") for span in places))
    annotated = tuple(_with_own(notes, made) for notes in alignment.annotated)
    return replace(alignment, annotated=annotated, entities=(*alignment.entities, made)), made.id


def _with_own(notes: Annotations, made: Entity) -> Annotations:
    own = tuple(mention for mention in made.mentions if mention.span.report == notes.report.id)
    return replace(notes, entities=(*notes.entities, replace(made, mentions=own))) if own else notes


class _Speaker:
    """Puts one speaker in the place of those that some statements had, wherever a line names them for these words."""

    def __init__(self, speaker: str, statements: dict[str, str | None]) -> None:
        self.speaker = speaker
        self.statements = statements

    def apply(self, alignment: Alignment) -> Alignment:
        """Return an alignment with this speaker."""
        statements = tuple(map(self.statement, alignment.statements))
        speakers = {statement.id: statement.speaker for statement in statements}
        return replace(
            alignment,
            annotated=tuple(map(self.notes, alignment.annotated)),
            statements=statements,
            claims=tuple(map(self.claim, alignment.claims)),
            utterances=tuple(self.utterance(one, speakers) for one in alignment.utterances),
        )

    def notes(self, notes: Annotations) -> Annotations:
        statements = tuple(map(self.statement, notes.statements))
        return replace(notes, statements=statements, assertions=tuple(map(self.assertion, notes.assertions)))

    def statement(self, statement: Statement) -> Statement:
        return replace(statement, speaker=self.speaker) if statement.id in self.statements else statement

    def assertion(self, assertion: Assertion) -> Assertion:
        return replace(assertion, holders=self.holders(assertion.holders, assertion.statements))

    def claim(self, claim: Claim) -> Claim:
        readings = (replace(r, holders=self.holders(r.holders, r.statements)) for r in claim.readings)
        return replace(claim, readings=tuple(readings))

    def holders(self, holders: tuple[str, ...], statements: tuple[str, ...]) -> tuple[str, ...]:
        """Return who holds a reading: this speaker instead of the one that its statement had."""
        own = [self.statements[one] for one in statements if one in self.statements]
        if not own:
            return holders
        kept = [self.speaker if holder in own else holder for holder in holders]
        return tuple(dict.fromkeys(kept if self.speaker in kept else (*kept, self.speaker)))

    def utterance(self, utterance: Utterance, speakers: dict[str, str | None]) -> Utterance:
        """Return a remark as said by whom most of its renderings name, if one of them was corrected."""
        said = [part.statement for part in utterance.renderings]
        if not self.statements.keys() & set(said):
            return utterance
        counts = Counter(speaker for one in said if (speaker := speakers.get(one)) is not None)
        return replace(utterance, speaker=max(counts, key=lambda who: (counts[who], who == self.speaker)))
