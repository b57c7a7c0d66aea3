"""Who and what a text refers to, and where."""

from collections.abc import Iterable

from onrecord.annotate.antecedents import place_its
from onrecord.annotate.body import find_layout
from onrecord.annotate.capitals import survey
from onrecord.annotate.clusters import cluster_names, place_name
from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.name_kinds import find_learned_states, settle_kinds
from onrecord.annotate.names import find_known_names, find_names
from onrecord.annotate.nominals import place_nominals
from onrecord.annotate.pronouns import place_pronouns
from onrecord.model.marks import Entity, Mention
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.model.words import Parse


def find_entities(report: Report, parse: Parse, marks: tuple[Span, ...]) -> tuple[Entity, ...]:
    """Find the entities of one report with all their mentions.

    Args:
        report: The report as ingest read it.
        parse: Its words and sentences.
        marks: Its pairs of quotation marks.

    Returns:
        Entities in order of their first mention, each with at least one; their ids say so.
    """
    layout = find_layout(report)
    body = set(layout.body)
    skipped = frozenset(k for k, stretch in enumerate(parse.paragraphs) if stretch not in body)
    seen = survey(parse, skipped)
    names, offices = find_names(parse, seen, skipped)
    kinds = settle_kinds(parse, names, outlet=report.outlet)
    cast = cluster_names(parse, names, kinds, find_learned_states(parse, names, kinds))
    for name in find_known_names(parse, cast.bearers.keys(), skipped):
        place_name(parse, cast, name)
    place_nominals(parse, cast, offices)
    place_pronouns(parse, cast, marks)
    place_its(parse, cast, marks)
    return _finished(report, parse, cast)


def _finished(report: Report, parse: Parse, cast: Cast) -> tuple[Entity, ...]:
    """Turn the drafts of a report into entities, in order of their first mention."""
    drafts = sorted((d for d in cast.drafts if d.places), key=lambda d: min(place for place, _ in d.places))
    ids = {id(draft): f"{report.id}.e{n}" for n, draft in enumerate(drafts, 1)}
    return tuple(
        Entity(
            ids[id(draft)],
            draft.name,
            draft.type,
            part_of=ids.get(id(draft.part_of)) if draft.part_of is not None else None,
            mentions=tuple(_mentions(report, parse, draft)),
        )
        for draft in drafts
    )


def _mentions(report: Report, parse: Parse, draft: Draft) -> Iterable[Mention]:
    return sorted(
        Mention(report.span(parse.words[first].start, parse.words[end - 1].end), kind)
        for (first, end), kind in draft.places
    )
