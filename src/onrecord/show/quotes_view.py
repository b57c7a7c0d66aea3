"""Quotes by speaker: one remark in all its renderings, and what only one report has."""

from collections import defaultdict
from dataclasses import dataclass

from onrecord.lang import table
from onrecord.model.claims import Rendering, Utterance
from onrecord.model.marks import Statement
from onrecord.model.span import Span
from onrecord.show.collation import Run, collate
from onrecord.show.lookup import Lookup
from onrecord.show.wording import QUOTATION_MARKS, one_line

RELATIONS = {
    "base": "fullest",
    "same_words": "same words",
    "other_words": "in other words",
    "shortened": "shortened",
    "other_meaning": "other meaning",
}
IN_MEDIUM = {"remarks": "in remarks", "interview": "in an interview"}
NOBODY = "No speaker named"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One report's words for a remark; ``told`` says how: directly, where, to whom, through whom.

    ``marked``: the report has quotation marks around these words.
    """

    outlet: str
    anchor: str
    relation: str
    told: tuple[str, ...]
    marked: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on one occasion, the fullest rendering first."""

    id: str
    lines: tuple[QuoteLine, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everything one speaker is reported to have said."""

    name: str
    remarks: tuple[Remark, ...]
    others: tuple[QuoteLine, ...]

    @property
    def n_lines(self) -> int:
        """Return how many lines stand under this name."""
        return sum(len(remark.lines) for remark in self.remarks) + len(self.others)


def list_speakers(lookup: Lookup) -> tuple[Speaker, ...]:
    """List the speakers: who is rendered by most reports first; whom no words name, last."""
    remarks: dict[str, list[Remark]] = defaultdict(list)
    others: dict[str, list[QuoteLine]] = defaultdict(list)
    placed = set()
    for n, utterance in enumerate(lookup.record.utterances, 1):
        placed |= {rendering.statement for rendering in utterance.renderings}
        remarks[_speaker_of(lookup, utterance)].append(Remark(f"q{n}", _renderings(lookup, utterance)))
    for statement in lookup.record.statements:
        if statement.id not in placed:
            others[_named(lookup, statement)].append(_line(lookup, statement, statement.content))
    names = sorted({*remarks, *others}, key=lambda name: (name == NOBODY, name.casefold(), name))
    speakers = [Speaker(name, tuple(remarks[name]), tuple(others[name])) for name in names]
    return tuple(sorted(speakers, key=lambda s: (s.name == NOBODY, -len(s.remarks), -s.n_lines)))


def _speaker_of(lookup: Lookup, utterance: Utterance) -> str:
    if utterance.speaker is not None:
        return lookup.entity(utterance.speaker)
    said = (lookup.statements.get(rendering.statement) for rendering in utterance.renderings)
    names = (_named(lookup, statement) for statement in said if statement)
    return next((name for name in names if name != NOBODY), NOBODY)


def _named(lookup: Lookup, statement: Statement) -> str:
    if statement.speaker is not None:
        return lookup.entity(statement.speaker)
    return one_line(statement.source.exact) if statement.source and not _is_unnamed(statement) else NOBODY


def _is_unnamed(statement: Statement) -> bool:
    """Tell whether all that a report calls a speaker is a word such as "it", "which" or "nobody"."""
    source = statement.source
    return statement.speaker is None and source is not None and source.exact.casefold() in table("speakers")["unnamed"]


def _renderings(lookup: Lookup, utterance: Utterance) -> tuple[QuoteLine, ...]:
    ordered = sorted(
        utterance.renderings, key=lambda r: (r.relation != "base", lookup.report_numbers.get(r.span.report, 0))
    )
    base = ordered[0].span.exact if ordered else ""
    return tuple(_rendering(lookup, rendering, base) for rendering in ordered)


def _rendering(lookup: Lookup, rendering: Rendering, base: str) -> QuoteLine:
    statement = lookup.statements.get(rendering.statement)
    words = rendering.span.exact
    plain = rendering.relation == "base"
    return QuoteLine(
        outlet=lookup.name_of(rendering.span.report),
        anchor=lookup.anchor(rendering.span),
        relation=RELATIONS[rendering.relation],
        told=_told(lookup, statement) if statement else (),
        marked=statement is not None and _needs_marks(statement, words),
        runs=(Run("same", one_line(words)),) if plain else collate(base, words),
    )


def _line(lookup: Lookup, statement: Statement, content: tuple[Span, ...]) -> QuoteLine:
    words = one_line(" … ".join(span.exact for span in content))
    return QuoteLine(
        outlet=lookup.name_of(statement.report),
        anchor=lookup.anchor(content[0] if content else None),
        relation="",
        told=_told(lookup, statement),
        marked=_needs_marks(statement, words),
        runs=(Run("same", words or "(no words given)"),),
    )


def _needs_marks(statement: Statement, words: str) -> bool:
    return statement.mode == "direct" and words[:1] not in QUOTATION_MARKS


def _told(lookup: Lookup, statement: Statement) -> tuple[str, ...]:
    """Say how a statement is told: its mode, the words that introduce it, medium, addressee and relays if known."""
    told: list[str] = [{"silence": "said nothing", "mixed": "partly direct"}.get(statement.mode, statement.mode)]
    if statement.source and _is_unnamed(statement):
        told.append(f"by “{statement.source.exact}”")
    if statement.cue:
        told.append(f"“{one_line(' … '.join(span.exact for span in statement.cue))}”")
    if statement.medium is not None:
        told.append(IN_MEDIUM.get(statement.medium.kind, f"in a {statement.medium.kind}"))
    if statement.addressee is not None:
        told.append(f"to {_who(lookup, statement.addressee.entity, statement.addressee.span)}")
    if statement.id in lookup.corrected_speakers:
        told.append("speaker corrected by hand")
    told += [f"through {_who(lookup, relay.entity, relay.span)}" for relay in statement.via]
    return tuple(told)


def _who(lookup: Lookup, entity: str | None, span: Span | None) -> str:
    if entity is not None:
        return lookup.entity(entity)
    return one_line(span.exact) if span else "somebody"
