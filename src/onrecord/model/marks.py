"""What one report shows by itself: mentions, times, amounts, statements, assertions, problems."""

from typing import Literal

from msgspec import Struct

from onrecord.model.relative import Relative, Tense
from onrecord.model.report import Edtf, Report
from onrecord.model.span import ReportId, Span
from onrecord.model.words import Parse

EntityType = Literal[
    "person", "state", "government", "organization", "place", "group", "office", "work", "event", "thing"
]
MentionKind = Literal["name", "nominal", "pronoun", "metonym"]
TimeKind = Literal["date", "time", "duration", "set"]
TimeMod = Literal["start", "mid", "end", "about", "less", "more"]
Anchor = Literal["none", "publication", "event", "text"]
Bound = Literal["exact", "at_least", "at_most", "more_than", "less_than", "about", "nearly"]
Role = Literal["level", "change_by", "change_to", "change_from_to"]
Mode = Literal["direct", "mixed", "indirect", "nominal", "silence"]
MediumKind = Literal[
    "call", "meeting", "remarks", "statement", "interview", "post", "letter", "document", "broadcast", "vote"
]
Status = Literal["happened", "ongoing", "planned", "pledged", "possible", "hypothetical", "denied", "view"]
Size = Literal["quotation", "sentence", "clause", "phrase"]


class Mention(Struct, frozen=True, order=True):
    """The words by which a text refers to an entity."""

    span: Span
    kind: MentionKind


class Entity(Struct, frozen=True):
    """Somebody or something that a text, or a story, refers to.

    ``part_of``: a government or ministry belongs to its state. ``members``: of a joint actor.
    """

    id: str
    name: str
    type: EntityType
    part_of: str | None = None
    members: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def printed(self) -> str:
        """The name with the capitals that a text gives it behind another word: "vellish embassy" as "Vellish embassy".

        Who has no name is called by the words of a text in lower case, so that all texts have one word for it.
        """
        for mention in self.mentions:
            words = mention.span.exact
            at = words.lower().find(self.name)
            if at > 0 and len(words.lower()) == len(words):
                return words[at : at + len(self.name)]
        return self.name


class Time(Struct, frozen=True):
    """A time expression (TimeML's TIMEX3) with its value in EDTF, or an ISO 8601 duration."""

    span: Span
    kind: TimeKind
    value: str | None
    mod: TimeMod | None = None
    candidates: tuple[Edtf, ...] = ()
    anchor: Anchor = "none"


class Amount(Struct, frozen=True):
    """A number with what it measures.

    ``value`` and ``upper`` are decimal strings; ``unit`` is an ISO 4217 code, ``%``, ``pp``, a UCUM code,
    or ``1`` for a count of what ``of`` names.
    """

    span: Span
    value: str
    upper: str | None = None
    unit: str = "1"
    of: str | None = None
    vague: bool = False
    bound: Bound = "exact"
    role: Role = "level"


class Addressee(Struct, frozen=True):
    """To whom something is said."""

    span: Span | None
    entity: str | None = None


class Medium(Struct, frozen=True):
    """In what form something is said."""

    span: Span | None
    kind: MediumKind


class Relay(Struct, frozen=True):
    """Through whom a statement came, the speaker left out."""

    span: Span | None
    entity: str | None = None
    cue: Span | None = None


class Statement(Struct, frozen=True):
    """Somebody's words or views, as one report gives them (source, cue, content: PARC 3.0)."""

    id: str
    report: ReportId
    mode: Mode
    content: tuple[Span, ...]
    rule: str
    source: Span | None = None
    speaker: str | None = None
    cue: tuple[Span, ...] = ()
    addressee: Addressee | None = None
    medium: Medium | None = None
    via: tuple[Relay, ...] = ()
    within: str | None = None
    time: Edtf | None = None

    @property
    def evidence(self) -> tuple[Span, ...]:
        """All spans this statement stands on, in text order; never empty."""
        return tuple(sorted({*self.content, *self.cue, *filter(None, (self.source,))}))


class Assertion(Struct, frozen=True):
    """A stretch of one report that asserts one thing, with what it takes to compare it.

    ``words`` are indices of the report's words, in order: the words that this assertion compares.
    ``head`` is the word that carries it (a verb, or the noun of a phrase). ``holders`` are entities of
    the report (`Annotations.entities`), outermost first, empty for the reporter; ``statements``,
    ``amounts`` and ``times`` are those that stand inside it (ids; indices into the annotations' lists).
    ``within`` is the id of the assertion of the next larger size that this one is a part of.
    """

    id: str
    report: ReportId
    size: Size
    evidence: tuple[Span, ...]
    sentence: int
    head: int
    words: tuple[int, ...]
    status: Status = "happened"
    negated: bool = False
    quoted: bool = False
    holders: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()
    times: tuple[int, ...] = ()
    within: str | None = None


class Problem(Struct, frozen=True):
    """Something that could not be read or placed: data, not an exception."""

    code: str
    message: str
    report: ReportId | None = None
    span: Span | None = None


class Annotations(Struct, frozen=True):
    """What one report shows by itself, blind to all others.

    ``report`` has its body, quotes and asides filled in. Lists are in text order. ``relatives`` says of
    each of ``times`` how it hangs on another day, None where it is complete in itself, and ``tenses``
    whether it is said of what was or what is to come; both are no part of the record, and let
    `onrecord.align.dates` find a report's day and place its times.
    """

    report: Report
    parse: Parse
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    amounts: tuple[Amount, ...] = ()
    statements: tuple[Statement, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    problems: tuple[Problem, ...] = ()
    relatives: tuple[Relative | None, ...] = ()
    tenses: tuple[Tense | None, ...] = ()
