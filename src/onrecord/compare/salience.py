"""What to read first: the order of claims by how central they are and how much the reports differ on them.

Salience is a plain mean of named parts, each 0 to 1, with the same weights for every story:

* reports: the share of the story's reports that have the claim, copies of one another counted once;
* origins: how many independent origins stand behind it, three being plenty;
* early: how near the top of its reports it stands, unless it has no finite verb;
* central: how many of the words it has that most reports open with: "the ferry sank" before "the dog was found";
* difference: 1 for a conflict or an update, less for a matter of precision, framing or attribution.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from msgspec.structs import replace

from onrecord.compare.origins import independent
from onrecord.compare.told import Story
from onrecord.lang import table
from onrecord.model.claims import Claim, Finding, FindingKind, Lineage, Origin, Reading
from onrecord.model.marks import Annotations
from onrecord.model.words import Word

WEIGHTS = {"reports": 0.3, "origins": 0.1, "early": 0.1, "central": 0.3, "difference": 0.2}
"""Set by hand: who tells it and whether they agree before where it stands; not fitted to any story."""
DIFFERENCE: dict[FindingKind, float] = {
    "conflict": 1.0,
    "update": 1.0,
    "precision": 0.4,
    "framing": 0.4,
    "attribution": 0.2,
}
ORIGINS = 3
"""Independent origins from which on more of them say no more."""
LEAD = 1500
"""Code points from the start of a body over which "early" falls from 1 to 0."""
OPENING = 600
"""Code points of a body that open a report: about its first two paragraphs."""
CORE = 8
"""Words that most reports open with, and that say what the story is about."""
READ = 30
"""Words of a reading that are looked at, so that a long one is not central for its length."""
TELLING = frozenset({"NOUN", "PROPN", "VERB"})
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
HEADS = frozenset({"headline", "deck"})


def with_salience(
    claims: Sequence[Claim], story: Story, *, findings: Iterable[Finding], origins: Sequence[Origin], lineage: Lineage
) -> tuple[Claim, ...]:
    """Return the claims with their salience, in the order they came."""
    weight: dict[str, float] = {}
    for finding in findings:
        for name in finding.claims:
            weight[name] = max(weight.get(name, 0.0), DIFFERENCE[finding.kind])
    twin = {report: family.reports[0] for family in lineage.families for report in family.reports}
    total = max(1, len({twin.get(report, report) for report in story.every}))
    core = find_core(story)
    filled = []
    for claim in claims:
        reports = {twin.get(reading.report, reading.report) for reading in claim.readings}
        names = [name for reading in claim.readings for name in reading.origins]
        said = [told.words for told in story.told.get(claim.id, ()) if tells(told.words)]
        parts = {
            "reports": len(reports) / total,
            "origins": min(ORIGINS, len(independent(origins, names))) / ORIGINS,
            "early": max((earliness(reading, story) for reading in claim.readings if said), default=0.0),
            "central": max((centrality(words, core) for words in said), default=0.0),
            "difference": weight.get(claim.id, 0.0),
        }
        salience = sum(WEIGHTS[name] * value for name, value in parts.items())
        filled.append(replace(claim, salience=round(min(1.0, salience), 3)))
    return tuple(filled)


def find_core(story: Story) -> dict[str, float]:
    """Return the words that most reports open with, each with the share of reports that do.

    A word that only one report of several opens with says nothing about the story.
    """
    openings = Counter(lemma for notes in story.notes.values() for lemma in _opening(notes))
    shared = {lemma: n for lemma, n in openings.items() if n > 1 or len(story.notes) == 1}
    first = sorted(shared, key=lambda lemma: (-shared[lemma], lemma))[:CORE]
    return {lemma: shared[lemma] / len(story.notes) for lemma in first}


def _opening(notes: Annotations) -> frozenset[str]:
    """Return the telling words of a report's headline and first paragraphs."""
    report = notes.report
    start = report.body[0][0] if report.body else 0
    places = [(start, start + OPENING), *((a.span.start, a.span.end) for a in report.asides if a.kind in HEADS)]
    return _telling(word for place in places for word in notes.parse.words_between(*place))


def _telling(words: Iterable[Word]) -> frozenset[str]:
    light = table("light_words")["light"]
    return frozenset(w.lemma.lower() for w in words if w.pos in TELLING and w.lemma.lower() not in light)


def centrality(words: Iterable[Word], core: Mapping[str, float]) -> float:
    """Return how much of a story's core some words have, 0 to 1."""
    told = _telling(islice(words, READ))
    return sum(share for lemma, share in core.items() if lemma in told) / sum(core.values()) if core else 0.0


def tells(words: Iterable[Word]) -> bool:
    """Tell whether words can say something by themselves.

    A signature or a line of a script has no finite verb, or only one in capitals.
    """
    return any(word.tag in FINITE and not word.text.isupper() for word in words)


def earliness(reading: Reading, story: Story) -> float:
    """Return how near the top of its report's body a reading stands: 1 at the very start."""
    body = story.every[reading.report].report.body
    first = body[0][0] if body else 0
    at = min(span.start for span in reading.evidence)
    return max(0.0, 1.0 - max(0, at - first) / LEAD)
