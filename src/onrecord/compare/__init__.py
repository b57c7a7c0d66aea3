"""What the readings of claims show beside one another: findings, origins, passages."""

from onrecord.compare.amounts import compare_amounts
from onrecord.compare.passages import find_lineage
from onrecord.compare.told import read_story
from onrecord.compare.wording import compare_wording
from onrecord.model.claims import Alignment, Comparison


def compare(alignment: Alignment) -> Comparison:
    """Compare the readings of each claim."""
    story = read_story(alignment)
    findings = []
    for claim, readings in story.told.items():
        findings += compare_amounts(claim, readings)
    findings += compare_wording(story)
    return Comparison(alignment.claims, tuple(findings), lineage=find_lineage(alignment.annotated))
