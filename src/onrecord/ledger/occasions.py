"""Occasions of speech as events: a statement that was put out, an interview, a post, a speech; not each "he said"."""

from collections.abc import Iterator

from onrecord.ledger.captions import LONGEST_TITLE
from onrecord.ledger.happenings import Happening
from onrecord.ledger.scene import ACTORS, Scene
from onrecord.ledger.verbs import prepositions
from onrecord.model.marks import Statement
from onrecord.model.span import Span
from onrecord.model.words import Word

OCCASIONS = frozenset(("call", "meeting", "remarks", "statement", "interview", "post", "letter", "broadcast"))
LONGEST_STRETCH = 70
"""Code points from a cue to its occasion that still read as one phrase."""


def find_occasions(scene: Scene, taken: frozenset[int]) -> Iterator[Happening]:
    """Yield each occasion on which somebody speaks, once a report, in text order.

    An occasion that is an event of its own (``taken``: the words that carry events) is not told again.
    """
    seen: set[str] = set()
    for statement in scene.notes.statements:
        named = statement.within is not None or any(word.i in taken for word in _near(scene, statement))
        found = None if named else _occasion(scene, statement)
        if found is not None and found.at not in taken and found.head not in seen:
            seen.add(found.head)
            yield found


def _near(scene: Scene, statement: Statement) -> Iterator[Word]:
    """Yield the words of a statement's occasion, and the nouns behind the prepositions of its cue."""
    place = statement.medium.span if statement.medium is not None else None
    if place is not None:
        yield from scene.parse.words_between(place.start, place.end)
    for cue in statement.cue:
        for word in scene.parse.words_between(cue.start, cue.end):
            yield from (noun for _, noun in prepositions(scene.parse, word))


def _occasion(scene: Scene, statement: Statement) -> Happening | None:
    speaker = scene.entities.get(statement.speaker or "")
    if speaker is None or speaker.type not in ACTORS or not statement.cue or statement.mode in ("silence", "nominal"):
        return None
    hearer = scene.entities.get((statement.addressee and statement.addressee.entity) or "")
    asked = hearer is not None and hearer.type == "organization"
    medium = statement.medium.kind if statement.medium is not None else None
    if not asked and medium not in OCCASIONS and (statement.time is None or hearer is None):
        return None
    words = scene.parse.words_between(statement.cue[0].start, statement.cue[0].end)
    if not any(word.tag in ("VBD", "VBN") for word in words) or not scene.in_body(words[0]):
        return None
    evidence, title = _wording(scene, statement, speaker.name)
    what = f"to {hearer.id}" if asked and hearer is not None else medium
    return Happening(
        words[0].i,
        f"speech {speaker.id} {what}",
        title[:LONGEST_TITLE],
        statement.time,
        "happened",
        evidence,
        None,
        (speaker.id, hearer.id) if hearer is not None else (speaker.id,),
        (),
        None,
        doer=speaker.id,
        spoken=True,
    )


def _wording(scene: Scene, statement: Statement, speaker: str) -> tuple[Span, str]:
    """Return the words from who speaks to the occasion, and a title of them."""
    cue = statement.cue[0]
    more = [
        place.span
        for place in (statement.addressee, statement.medium)
        if place is not None and place.span is not None and 0 <= place.span.start - cue.start <= LONGEST_STRETCH
    ]
    said = scene.notes.report.span(cue.start, max([cue.end, *(span.end for span in more)]))
    parts = [span for span in (statement.source, said) if span is not None]
    first, last = min(span.start for span in parts), max(span.end for span in parts)
    near = last - first <= 2 * LONGEST_STRETCH
    evidence = scene.notes.report.span(first, last) if near else said
    bare = statement.medium is not None and said == cue
    title = (
        f"{speaker}: {statement.medium.kind}" if bare and statement.medium is not None else f"{speaker} {said.exact}"
    )
    return evidence, " ".join(title.split())
