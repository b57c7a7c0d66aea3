"""What the readings of claims show beside one another: findings, origins, passages."""

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from onrecord.compare.actors import compare_actors
from onrecord.compare.amounts import compare_amounts
from onrecord.compare.attribution import compare_remarks, compare_sources, compare_speakers
from onrecord.compare.causes import compare_causes
from onrecord.compare.copies import with_copies
from onrecord.compare.dates import compare_dates
from onrecord.compare.denials import compare_denials
from onrecord.compare.findings import merge_alike
from onrecord.compare.heavy import Weights, weigh_words
from onrecord.compare.lone import compare_lone
from onrecord.compare.naming import compare_names, compare_naming
from onrecord.compare.negations import compare_negations
from onrecord.compare.nested import compare_nested_dates
from onrecord.compare.origins import find_origins
from onrecord.compare.passages import find_lineage
from onrecord.compare.places import compare_places
from onrecord.compare.renderings import compare_renderings
from onrecord.compare.revisions import compare_revisions
from onrecord.compare.rivals import compare_rivals
from onrecord.compare.salience import with_salience
from onrecord.compare.scores import compare_first_scores
from onrecord.compare.status import acts_of, compare_signs, compare_states, compare_status
from onrecord.compare.told import Story, Told, read_story
from onrecord.compare.tolls import compare_tolls
from onrecord.compare.wording import compare_wording, find_remarks
from onrecord.model.claims import Alignment, Claim, Comparison, Finding, Reading


def compare(alignment: Alignment, *, strikes: Callable[[Finding], bool] = lambda _: False) -> Comparison:
    """Compare the readings of each claim.

    Args:
        alignment: All reports of one story, with claims and their readings.
        strikes: Tells whether a person has called a finding wrong; such a one weighs nothing and is told apart.

    Returns:
        The findings, the origins and the shared wording; the claims with their origins and their salience,
        in the order they came.
    """
    story = read_story(alignment)
    weights = weigh_words(alignment.annotated)
    findings: list[Finding] = [
        *compare_tolls(story),
        *compare_first_scores(story),
        *compare_nested_dates(story, weights),
        *compare_lone(story, weights),
    ]
    for claim, readings in story.told.items():
        if len(readings) > 1:
            findings += compare_readings((claim,), readings, story, weights=weights)
    findings += compare_naming(story)
    findings += compare_denials(story)
    findings += compare_negations(story)
    remarks = find_remarks(story)
    findings += compare_wording(remarks, story)
    findings += compare_remarks(remarks, story)
    findings += compare_renderings(story, weights)
    findings += compare_sources(findings, story)
    findings = [*compare_rivals(story), *compare_revisions(story, weights), *findings]
    found = tuple(with_copies(finding, story) for finding in merge_alike(findings))
    found = tuple(finding for finding in found if is_of_one_event(finding, alignment))
    struck = tuple(finding for finding in found if strikes(finding))
    found = tuple(finding for finding in found if finding not in struck)
    origins, of_statement = find_origins(story)
    lineage = find_lineage(alignment.annotated)
    claims = tuple(with_origins(claim, of_statement) for claim in alignment.claims)
    claims = with_salience(claims, story, findings=found, origins=origins, lineage=lineage)
    return Comparison(claims, found, origins, lineage, struck)


def is_of_one_event(finding: Finding, alignment: Alignment) -> bool:
    """Tell whether a finding stays inside one event, as far as that is known of its reports."""
    reports = {report for side in finding.sides for report in side.reports}
    known = zip(alignment.annotated, alignment.told_with, strict=bool(alignment.told_with))
    return len({event for notes, event in known if event and notes.report.id in reports}) <= 1


def compare_readings(
    claims: tuple[str, ...], readings: Sequence[Told], story: Story, *, weights: Weights
) -> Iterator[Finding]:
    """Yield how some readings of one thing differ, aspect by aspect."""
    acts = acts_of(readings, story)
    yield from compare_amounts(claims, readings, weights)
    yield from compare_dates(claims, readings, weights)
    yield from compare_speakers(claims, readings, story, weights=weights)
    yield from compare_names(claims, readings, weights)
    yield from compare_status(claims, acts, weights)
    yield from compare_signs(claims, acts, weights)
    yield from compare_places(claims, readings, story, weights=weights)
    yield from compare_actors(claims, readings, story, weights=weights)
    yield from compare_states(claims, acts, story)
    yield from compare_causes(claims, readings, story, weights=weights)


def with_origins(claim: Claim, of_statement: dict[str, str]) -> Claim:
    """Return a claim whose readings name the origins of their statements."""
    return replace(claim, readings=tuple(_with_origins(reading, of_statement) for reading in claim.readings))


def _with_origins(reading: Reading, of_statement: dict[str, str]) -> Reading:
    names = (of_statement[statement] for statement in reading.statements if statement in of_statement)
    return replace(reading, origins=tuple(dict.fromkeys(names)))
