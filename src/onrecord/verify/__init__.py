"""A draft held against a record: which reports carry what it says, which have it otherwise, what none has."""

from collections.abc import Sequence

from onrecord.align.vectors import Encoder
from onrecord.model.checks import Check
from onrecord.model.claims import Finding
from onrecord.model.marks import Annotations
from onrecord.verify.days import check_days
from onrecord.verify.deeds import check_deeds
from onrecord.verify.details import check_details
from onrecord.verify.ground import read_ground
from onrecord.verify.numbers import check_numbers
from onrecord.verify.quotations import check_quotations
from onrecord.verify.speakers import check_attributions


def verify_draft(
    draft: Annotations, reports: Sequence[Annotations], findings: Sequence[Finding], *, encoder: Encoder | None
) -> tuple[Check, ...]:
    """Hold each quotation, number, day, attribution and deed of a draft against the reports of a record."""
    ground = read_ground(draft, reports, findings, encoder=encoder)
    checks = [
        *check_quotations(ground),
        *check_numbers(ground),
        *check_days(ground),
        *check_attributions(ground),
        *check_deeds(ground),
        *check_details(ground),
    ]
    return tuple(sorted(checks, key=lambda check: (check.start, check.end, check.kind, check.aspect)))
