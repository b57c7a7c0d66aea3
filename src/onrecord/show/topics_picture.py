"""In which order each report tells things, as ribbons: where its words stand between first and last line."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.show.lookup import Lookup
from onrecord.show.matrix import Matrix
from onrecord.show.wording import few_words

WIDTH = 1000
LEFT = 150
BAND = 30
N_SUBJECTS = 8
"""As many hues as can be told apart; each carries its letter too."""

BRIDGED = 120
"""Code points between two stretches of one subject that are drawn as one: about a clause."""

_NARROWEST = 9.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a ribbon that tells one subject; ``letter`` if there is room for it."""

    x: float
    width: float
    hue: int
    letter: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One report from its first line to its last."""

    name: str
    y: float
    length: float
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class TopicsPicture:
    """All ribbons, with what the letters stand for."""

    width: int
    left: int
    height: float
    ribbons: tuple[Ribbon, ...]
    subjects: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim's words in one report, with the subject they belong to."""

    start: int
    end: int
    subject: str
    anchor: str


def draw_topics(lookup: Lookup, matrix: Matrix) -> TopicsPicture | None:
    """Draw the order of topics, or of the lines told by most where the record has no topics.

    ``None`` where fewer than two reports tell anything together.
    """
    subjects = _subjects(lookup, matrix)
    if not subjects or len(matrix.columns) < 2:  # noqa: PLR2004
        return None
    names = list(dict.fromkeys(subjects.values()))[:N_SUBJECTS]
    hues = {name: n for n, name in enumerate(names)}
    longest = max(len(report.text) for report in lookup.record.reports) or 1
    scale = (WIDTH - LEFT) / longest
    told = _told(lookup, subjects)
    ribbons = [
        Ribbon(
            name=few_words(column.name, 20),
            y=n * BAND + 3.0,
            length=round(len(lookup.reports[column.report].text) * scale, 1),
            stretches=tuple(_stretches(told[column.report], hues, scale)),
        )
        for n, column in enumerate(matrix.columns)
    ]
    return TopicsPicture(
        width=WIDTH,
        left=LEFT,
        height=BAND * len(ribbons) + 6,
        ribbons=tuple(ribbons),
        subjects=tuple((_letter(n), n, name) for name, n in hues.items()),
    )


def _subjects(lookup: Lookup, matrix: Matrix) -> dict[str, str]:
    """Return the subject of each claim: its topic, or itself if it is one of those that most reports tell."""
    by_number = {lookup.claim_numbers[claim.id]: claim for claim in lookup.record.claims}
    if matrix.topics:
        weight: dict[str, int] = defaultdict(int)
        for row in matrix.rows:
            weight[row.topic] += row.n_reports
        common = sorted(matrix.topics, key=lambda topic: -weight[topic])
        return {c.id: c.topic for topic in common for c in lookup.record.claims if c.topic and c.topic == topic}
    shared = sorted((row for row in matrix.rows if row.n_reports > 1), key=lambda row: (-row.n_reports, -row.weight))
    return {by_number[row.number].id: f"{row.number}  {few_words(row.text)}" for row in shared[:N_SUBJECTS]}


def _told(lookup: Lookup, subjects: dict[str, str]) -> dict[str, list[_Told]]:
    told: dict[str, list[_Told]] = defaultdict(list)
    for claim_id, subject in subjects.items():
        for reading in lookup.claims[claim_id].readings:
            for span in reading.evidence:
                if lookup.holds(span):
                    told[reading.report].append(_Told(span.start, span.end, subject, lookup.anchor(span)))
    for places in told.values():
        places.sort(key=lambda place: (place.start, -place.end))
    return told


def _stretches(told: list[_Told], hues: dict[str, int], scale: float) -> Iterator[Stretch]:
    """Lay the stretches end to end: one subject's run as one, and where two overlap, the second what is left over."""
    runs: list[_Told] = []
    for place in told:
        last = runs[-1] if runs else None
        if place.subject not in hues or (last and place.end <= last.end):
            continue
        if last and last.subject == place.subject and place.start - last.end <= BRIDGED:
            runs[-1] = replace(last, end=place.end)
        else:
            runs.append(replace(place, start=max(place.start, last.end if last else 0)))
    for run in runs:
        width = round((run.end - run.start) * scale, 1)
        hue = hues[run.subject]
        letter = _letter(hue) if width >= _NARROWEST else ""
        yield Stretch(round(LEFT + run.start * scale, 1), width, hue, letter, run.subject, run.anchor)


def _letter(n: int) -> str:
    return chr(ord("A") + n)
