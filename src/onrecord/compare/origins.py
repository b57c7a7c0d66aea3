"""Where each report says that it has something from, and who stands behind whom.

The origin that a report names is the first one outside it: the outlet that somebody "told", the agency "according
to" which, the document that "claims"; with nobody between, the speaker. Who is farther away stands `behind`.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.told import Story
from onrecord.lang import table
from onrecord.model.claims import Origin, OriginKind, OriginPlace
from onrecord.model.marks import Annotations, Statement
from onrecord.model.span import ReportId, Span

SPOKEN = ("direct", "mixed", "indirect")
LONGEST_ATTRIBUTION = 80
"""Code points from source to cue within which both are shown as one stretch."""
AGENCY_LINE = re.compile(r"\(([^()\n]{2,40})\)\s*(?:[-–—.:]|$)")


class Hop(Struct, frozen=True):
    """One link of a chain from a report to the one who said it: who, by what words, of what kind."""

    key: str
    name: str
    entity: str | None
    kind: OriginKind
    evidence: Span


def find_origins(story: Story) -> tuple[tuple[Origin, ...], dict[str, str]]:
    """Return the origins that the reports name, and for each statement id its origin."""
    places: dict[tuple[str, ...], dict[ReportId, list[Span]]] = {}
    hops: dict[tuple[str, ...], Hop] = {}
    of_statement: dict[str, tuple[str, ...]] = {}
    twins: dict[str, Annotations] = {}
    for notes in story.every.values():
        twin = twins.setdefault(notes.report.text, notes)
        for statement, chain in chains_of(notes, story) if twin is notes else copied_chains(notes, twin, story):
            keys = tuple(hop.key for hop in chain)
            for depth in range(len(chain)):
                hops.setdefault(keys[depth:], chain[depth])
            if statement is not None:
                of_statement[statement] = keys
            places.setdefault(keys, {}).setdefault(notes.report.id, []).append(chain[0].evidence)
    _give_places(hops, places)
    origins = tuple(_origin(keys, hops[keys], places[keys]) for keys in hops)
    return origins, {statement: id_of(keys) for statement, keys in of_statement.items()}


def _give_places(hops: dict[tuple[str, ...], Hop], places: dict[tuple[str, ...], dict[ReportId, list[Span]]]) -> None:
    """Let an origin that is only named behind another stand on the words of the report that names it."""
    for keys, hop in hops.items():
        places.setdefault(keys, {hop.evidence.report: [hop.evidence]})


def _origin(keys: tuple[str, ...], hop: Hop, places: dict[ReportId, list[Span]]) -> Origin:
    return Origin(
        id_of(keys),
        hop.name,
        hop.kind,
        tuple(OriginPlace(report, tuple(sorted(set(spans)))) for report, spans in places.items()),
        hop.entity,
        id_of(keys[1:]) if len(keys) > 1 else None,
    )


def id_of(keys: tuple[str, ...]) -> str:
    """Return the id of an origin, from the names of its chain."""
    return "o" + hashlib.sha256("|".join(keys).encode()).hexdigest()[:10]


def chains_of(notes: Annotations, story: Story) -> Iterator[tuple[str | None, tuple[Hop, ...]]]:
    """Yield each statement that names an origin, with the chain from the report inwards."""
    agency = agency_of(notes, story)
    if agency is not None:
        yield None, (agency,)
    outlet: Hop | None = None
    for statement in story.of_report(notes.report.id):
        chain = chain_of(statement, notes, story)
        outlet = next((hop for hop in chain if hop.kind in ("outlet", "agency")), outlet)
        chain = tuple(
            outlet if hop.key == SAME_OUTLET and outlet else hop for hop in chain if hop.key != SAME_OUTLET or outlet
        )
        if chain:
            yield statement.id, chain


def copied_chains(notes: Annotations, twin: Annotations, story: Story) -> Iterator[tuple[str | None, tuple[Hop, ...]]]:
    """Yield the chains of a report with the very same text as another one: a copy names no origin of its own."""
    pairs = zip(story.of_report(twin.report.id), story.of_report(notes.report.id), strict=False)
    own = {theirs.id: ours.id for theirs, ours in pairs}
    for statement, chain in chains_of(twin, story):
        moved = tuple(replace(hop, evidence=notes.report.span(hop.evidence.start, hop.evidence.end)) for hop in chain)
        yield (own.get(statement) if statement else None), moved


SAME_OUTLET = "the outlet"
"""Stands for "the newspaper", "the outlet": the one that was named last."""


def chain_of(statement: Statement, notes: Annotations, story: Story) -> tuple[Hop, ...]:
    """Return the hops of one statement, from the report inwards; none where it is no speech or names nobody."""
    if statement.mode not in SPOKEN or statement.within or not _is_speech(statement, notes):
        return ()
    hops = [
        hop
        for relay in statement.via
        for hop in (_hop(relay.span, relay.entity, relay.cue, notes=notes, story=story),)
        if hop
    ]
    heard = _hearer(statement, notes, story)
    if heard is not None:
        hops.append(heard)
    speaker = _hop(
        statement.source, statement.speaker, statement.cue[0] if statement.cue else None, notes=notes, story=story
    )
    if speaker is not None and speaker.key not in {hop.key for hop in hops}:
        if (
            statement.medium is not None
            and statement.medium.kind == "post"
            and speaker.kind not in ("outlet", "agency")
        ):
            speaker = Hop(speaker.key, speaker.name, speaker.entity, "post", speaker.evidence)
        hops.append(speaker)
    own = {_key(name) for name in story.outlets_of(notes.report.text)}
    return tuple(hop for hop in hops if _key(hop.name) not in own and hop.key not in own)


def _is_speech(statement: Statement, notes: Annotations) -> bool:
    """Tell whether the cue reports words, not a plan, a wish or an infinitive."""
    if statement.rule.endswith("/open"):
        return False
    words = [word for cue in statement.cue for word in notes.parse.words_between(cue.start, cue.end)]
    cues = table("cues")
    verbs = [w for w in words if w.pos in ("VERB", "AUX") and w.text.casefold() not in cues["according_words"]]
    if verbs and words[0].tag == "TO":
        return False
    return not verbs or any(word.lemma in cues["say_verbs"] or word.lemma in cues["show_verbs"] for word in verbs)


def _hearer(statement: Statement, notes: Annotations, story: Story) -> Hop | None:
    """Return the outlet that somebody is said to have told something, if it is another one than the report's own."""
    heard = statement.addressee
    if heard is None or heard.span is None or (statement.source and heard.span.overlaps(statement.source)):
        return None
    hop = _hop(heard.span, heard.entity, statement.cue[0] if statement.cue else None, notes=notes, story=story)
    return hop if hop is not None and (hop.kind in ("outlet", "agency") or hop.key == SAME_OUTLET) else None


def _hop(span: Span | None, entity: str | None, cue: Span | None, *, notes: Annotations, story: Story) -> Hop | None:
    """Return a link for the words that name somebody; None for a pronoun that nothing resolves."""
    if span is None:
        return None
    words = notes.parse.words_between(span.start, span.end)
    known = story.entities.get(entity or "")
    if known is None and (not words or all(word.pos in ("PRON", "DET", "PUNCT") for word in words)):
        return None
    name = known.printed if known is not None else _name(span.exact)
    heads = _heads(span, notes)
    if known is None and heads[-1:] and heads[-1] in table("origins")["outlet_nouns"] and not _proper(span, notes):
        return Hop(SAME_OUTLET, name, None, "outlet", attribution_at(span, cue, notes))
    key = entity if known is not None and entity is not None else _key(name)
    return Hop(
        key,
        name,
        entity if known is not None else None,
        _kind(span, entity, notes=notes, story=story),
        attribution_at(span, cue, notes),
    )


def attribution_at(span: Span, cue: Span | None, notes: Annotations) -> Span:
    """Return source and cue as one stretch where they stand close together, else the source."""
    if cue is None or max(span.end, cue.end) - min(span.start, cue.start) > LONGEST_ATTRIBUTION:
        return span
    return notes.report.span(min(span.start, cue.start), max(span.end, cue.end))


def _name(words: str) -> str:
    """Return a name without an apposition, and without what only leads to it: "its director’s" is a director."""
    bare = re.split(r",|\bwho\b|\bwhose\b|\(|–|—", " ".join(words.split()))[0].strip()
    parts = re.sub(r"[’']s$", "", bare).split()
    while len(parts) > 1 and parts[0].casefold() in table("origins")["lead_words"]:
        parts = parts[1:]
    return " ".join(parts) or words


def _key(name: str) -> str:
    """Return what a name is known by without an entity: its last word with a capital, else all of it."""
    proper = [word for word in re.findall(r"[\w’'&.-]+", name) if word[:1].isupper()]
    return (proper[-1] if proper else name).casefold().replace("’s", "").replace("'s", "").strip(".")


def _heads(span: Span, notes: Annotations) -> list[str]:
    """Return the nouns of the words that name somebody, up to the first comma, the head last."""
    nouns = []
    for word in notes.parse.words_between(span.start, span.end):
        if word.text == "," or word.dep in ("relcl", "prep"):
            break
        if word.pos in ("NOUN", "PROPN"):
            nouns.append(word.lemma.casefold())
    return nouns


def _proper(span: Span, notes: Annotations) -> bool:
    return any(word.pos == "PROPN" for word in notes.parse.words_between(span.start, span.end))


def _kind(span: Span, entity: str | None, *, notes: Annotations, story: Story) -> OriginKind:
    """Return what kind of origin some words name: the head noun decides, then the type of the entity."""
    words, known = table("origins"), story.entities.get(entity or "")
    nouns = _heads(span, notes)
    head, proper = (nouns[-1] if nouns else ""), _proper(span, notes)
    kind = known.type if known is not None else None
    text = span.exact.split(",")[0]
    if (
        kind != "person"
        and head in words["document"]
        and not (proper and head in words["outlet"] and text[:1].isupper())
    ):
        return "document"
    if kind != "person" and proper and (head in words["agency"] or re.fullmatch(r"(?:the )?[A-Z]{2,5}", text)):
        return "agency"
    if kind != "person" and proper and head in words["outlet"]:
        return "outlet"
    if kind == "government" or head in words["government"]:
        return "government"
    if not proper and (head in words["unnamed"] or kind is None):
        return "unnamed"
    return "official" if set(nouns) & set(words["official"]) else "person"


def agency_of(notes: Annotations, story: Story) -> Hop | None:
    """Return the agency whose name stands in the dateline or the byline, if the report is not its own."""
    own = {_key(name) for name in story.outlets_of(notes.report.text)}
    for aside in notes.report.asides:
        match = AGENCY_LINE.search(aside.span.exact) if aside.kind in ("dateline", "byline") else None
        if match is not None and _key(match[1]) not in own:
            start = aside.span.start + match.start(1)
            return Hop(_key(match[1]), match[1], None, "agency", notes.report.span(start, start + len(match[1])))
    return None


def independent(origins: Sequence[Origin], ids: Sequence[str]) -> tuple[str, ...]:
    """Return the distinct origins that stand farthest behind some origins: how many accounts there are in the end."""
    by_id = {origin.id: origin for origin in origins}
    ends: dict[str, None] = {}
    for name in ids:
        seen: set[str] = set()
        at: str | None = name
        while at is not None and at in by_id and at not in seen:
            seen.add(at)
            last, at = at, by_id[at].behind
        if seen:
            ends[last] = None
    return tuple(ends)
