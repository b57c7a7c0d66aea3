"""Who and what a text refers to, and where."""

from collections.abc import Iterable, Iterator

from onrecord.annotate.antecedents import place_its
from onrecord.annotate.body import Layout, find_layout
from onrecord.annotate.capitals import survey
from onrecord.annotate.clusters import cluster_names, initials, place_name
from onrecord.annotate.datelines import read_dateline
from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.joint import place_joint_actors
from onrecord.annotate.name_kinds import find_learned_states, settle_kinds
from onrecord.annotate.names import find_full_names, find_known_names, find_names
from onrecord.annotate.nominals import place_nominals
from onrecord.annotate.pronouns import place_pronouns, read_scene
from onrecord.model.marks import Entity, EntityType, Mention, MentionKind
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
    names, offices = find_names(parse, survey(parse, skipped), skipped)
    known = {name.key for name in names if not name.state}
    full = tuple(find_full_names(parse, known, skipped))
    kinds = settle_kinds(parse, (*names, *full), outlet=report.outlet, datelined=set(_datelined(layout)))
    cast = cluster_names(parse, names, kinds, find_learned_states(parse, names, kinds), heard=full)
    for name in find_known_names(parse, cast.bearers.keys(), skipped):
        place_name(parse, cast, name)
    place_nominals(parse, cast, offices)
    place_joint_actors(parse, cast)
    scene = read_scene(parse, marks)
    place_pronouns(scene, cast)
    place_its(scene, cast)
    _place_datelines(report, layout, cast)
    return _finished(report, parse, cast)


def _datelined(layout: Layout) -> Iterator[str]:
    for aside in layout.asides:
        if aside.kind == "dateline":
            for start, end, part in read_dateline(aside.span.exact):
                if part == "place":
                    yield aside.span.exact[start:end].lower()


def _place_datelines(report: Report, layout: Layout, cast: Cast) -> None:
    """Mention what the datelines name: the place, its state, the agency."""
    for aside in layout.asides:
        if aside.kind != "dateline":
            continue
        for start, end, part in read_dateline(aside.span.exact):
            words = aside.span.exact[start:end]
            draft = cast.bearers.get(words.lower()) or _new_in_dateline(report, cast, words, part)
            draft.spans.append((aside.span.start + start, aside.span.start + end))


def _new_in_dateline(report: Report, cast: Cast, words: str, part: str) -> Draft:
    kinds: dict[str, EntityType] = {"agency": "organization", "place": "place", "state": "place"}
    name = words.title() if words.isupper() and part != "agency" else words
    outlet = report.outlet
    if part == "agency" and outlet and words.lower() in initials(outlet.lower().split()):
        name = outlet
    return cast.bearers.setdefault(words.lower(), cast.new(name, kinds[part]))


def _finished(report: Report, parse: Parse, cast: Cast) -> tuple[Entity, ...]:
    """Turn the drafts of a report into entities, in order of their first mention."""
    found = [(mentions, draft) for draft in cast.drafts if (mentions := tuple(_mentions(report, parse, draft)))]
    found.sort(key=lambda pair: pair[0][0])
    ids = {id(draft): f"{report.id}.e{n}" for n, (_, draft) in enumerate(found, 1)}
    return tuple(
        Entity(
            ids[id(draft)],
            draft.name,
            draft.type,
            part_of=ids.get(id(draft.part_of)) if draft.part_of is not None else None,
            members=tuple(ids[id(member)] for member in draft.members if id(member) in ids),
            mentions=mentions,
        )
        for mentions, draft in found
    )


def _mentions(report: Report, parse: Parse, draft: Draft) -> Iterable[Mention]:
    return sorted(Mention(report.span(start, end), kind) for start, end, kind in _ranges(parse, draft))


def _ranges(parse: Parse, draft: Draft) -> Iterator[tuple[int, int, MentionKind]]:
    for (first, end), kind in draft.places:
        yield parse.words[first].start, parse.words[end - 1].end, kind
    for start, end in draft.spans:
        yield start, end, "name"
