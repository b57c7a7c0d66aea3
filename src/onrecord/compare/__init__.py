"""What the readings of claims show beside one another: findings, origins, passages."""

from msgspec.structs import replace

from onrecord.compare.amounts import compare_amounts
from onrecord.compare.attribution import compare_remarks, compare_speakers
from onrecord.compare.dates import compare_dates
from onrecord.compare.denials import compare_denials
from onrecord.compare.findings import merge_alike
from onrecord.compare.heavy import weigh_words
from onrecord.compare.naming import compare_names, compare_naming
from onrecord.compare.origins import find_origins
from onrecord.compare.passages import find_lineage
from onrecord.compare.salience import with_salience
from onrecord.compare.shades import compare_certainty, compare_scope
from onrecord.compare.status import compare_status
from onrecord.compare.told import read_story
from onrecord.compare.tolls import compare_tolls
from onrecord.compare.wording import compare_wording, find_remarks
from onrecord.model.claims import Alignment, Claim, Comparison, Finding, Reading


def compare(alignment: Alignment) -> Comparison:
    """Compare the readings of each claim.

    Args:
        alignment: All reports of one story, with claims and their readings.

    Returns:
        The findings, the origins and the shared wording; the claims with their origins and their salience,
        in the order they came.
    """
    story = read_story(alignment)
    weights = weigh_words(alignment.annotated)
    findings: list[Finding] = []
    for claim, readings in story.told.items():
        findings += compare_amounts(claim, readings)
        findings += compare_dates(claim, readings, weights)
        findings += compare_speakers(claim, readings, story, weights)
        findings += compare_names(claim, readings)
        findings += compare_status(claim, readings, weights)
        findings += compare_certainty(claim, readings, weights)
        findings += compare_scope(claim, readings, weights)
    findings += compare_tolls(story)
    findings += compare_naming(story)
    findings += compare_denials(story)
    remarks = find_remarks(story)
    findings += compare_wording(remarks, story)
    findings += compare_remarks(remarks, story)
    found = merge_alike(findings)
    origins, of_statement = find_origins(story)
    lineage = find_lineage(alignment.annotated)
    claims = tuple(with_origins(claim, of_statement) for claim in alignment.claims)
    claims = with_salience(claims, story, findings=found, origins=origins, lineage=lineage)
    return Comparison(claims, found, origins, lineage)


def with_origins(claim: Claim, of_statement: dict[str, str]) -> Claim:
    """Return a claim whose readings name the origins of their statements."""
    return replace(claim, readings=tuple(_with_origins(reading, of_statement) for reading in claim.readings))


def _with_origins(reading: Reading, of_statement: dict[str, str]) -> Reading:
    names = (of_statement[statement] for statement in reading.statements if statement in of_statement)
    return replace(reading, origins=tuple(dict.fromkeys(names)))
