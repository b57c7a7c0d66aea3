"""What to read first: the order of claims by how central they are and how much the reports differ on them.

Salience is a plain mean of named parts, each 0 to 1, with the same weights for every story:

* reports: the share of the story's reports that have the claim, copies of one another counted once;
* origins: how many independent origins stand behind it, three being plenty;
* early: how near the top of its reports it stands;
* difference: 1 for a conflict or an update, less for a matter of precision, framing or attribution.
"""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from onrecord.compare.origins import independent
from onrecord.compare.told import Story
from onrecord.model.claims import Claim, Finding, FindingKind, Lineage, Origin, Reading

WEIGHTS = {"reports": 0.4, "origins": 0.1, "early": 0.2, "difference": 0.3}
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
    filled = []
    for claim in claims:
        reports = {twin.get(reading.report, reading.report) for reading in claim.readings}
        names = [name for reading in claim.readings for name in reading.origins]
        parts = {
            "reports": len(reports) / total,
            "origins": min(ORIGINS, len(independent(origins, names))) / ORIGINS,
            "early": max((earliness(reading, story) for reading in claim.readings), default=0.0),
            "difference": weight.get(claim.id, 0.0),
        }
        salience = sum(WEIGHTS[name] * value for name, value in parts.items())
        filled.append(replace(claim, salience=round(min(1.0, salience), 3)))
    return tuple(filled)


def earliness(reading: Reading, story: Story) -> float:
    """Return how near the top of its report's body a reading stands: 1 at the very start."""
    body = story.every[reading.report].report.body
    first = body[0][0] if body else 0
    at = min(span.start for span in reading.evidence)
    return max(0.0, 1.0 - max(0, at - first) / LEAD)
