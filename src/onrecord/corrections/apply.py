"""The corrections of a file, applied one after the other; all or none of them."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from onrecord.corrections.claims import merge_claims, split_claim
from onrecord.corrections.places import StaleError, find_place
from onrecord.corrections.values import correct_date, correct_speaker
from onrecord.errors import StaleCorrectionError
from onrecord.model.claims import Alignment, Claim, Finding, Side
from onrecord.model.corrections import Corrected, Correction
from onrecord.model.span import Span


class Applied(Struct, frozen=True):
    """An alignment as corrected, and what each correction changed in it."""

    alignment: Alignment
    steps: tuple[Corrected, ...]

    def strikes(self, finding: Finding) -> bool:
        """Tell whether a person has called a finding wrong: each of its sides stands on words of one correction.

        One that has a further side since then is another finding.
        """
        return any(step.kind == "wrong" and is_struck(finding, step) for step in self.steps)

    def told(self, findings: Sequence[Finding]) -> tuple[Corrected, ...]:
        """Return what each correction changed, with the claims as they are now.

        Args:
            findings: All that were found, also those that were taken out.
        """
        known = {claim.id for claim in self.alignment.claims}
        return tuple(self._told(step, findings, known) for step in self.steps)

    def _told(self, step: Corrected, findings: Sequence[Finding], known: set[str]) -> Corrected:
        if step.kind == "wrong":
            own = [finding for finding in findings if is_struck(finding, step)]
            grown = [finding for finding in findings if is_grown(finding, step)]
            claims = dict.fromkeys(claim for finding in own or grown for claim in finding.claims)
            was = f"{own[0].kind} of {own[0].aspect}: {own[0].note}" if own else None
            return replace(step, claims=tuple(claims), was=was)
        if set(step.claims) <= known:
            return step
        return replace(step, claims=_claims_on(self.alignment.claims, step.evidence))


def is_struck(finding: Finding, step: Corrected) -> bool:
    """Tell whether every side of a finding stands on words of a correction, and of the aspect that it names."""
    met = _met(finding, step)
    return all(met) and len(set().union(*met)) > 1


def is_grown(finding: Finding, step: Corrected) -> bool:
    """Tell whether a finding has a side more than those that a correction has called no difference."""
    met = [side for side in _met(finding, step) if side]
    return 1 < len(met) < len(finding.sides) and len(set().union(*met)) > 1


def _met(finding: Finding, step: Corrected) -> list[set[int]]:
    """Return for each side which words of a correction it stands on; none for another aspect than it names."""
    if step.value not in (None, finding.aspect):
        return [set() for _ in finding.sides]
    return [{n for n, span in enumerate(step.evidence) if _touches(side, span)} for side in finding.sides]


def _touches(side: Side, span: Span) -> bool:
    return any(span.overlaps(own) for own in side.evidence)


class Corrector:
    """What a person said of the reports of a story, ready to be applied to what was found in them."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._corrections = tuple(corrections)

    def correct(self, alignment: Alignment) -> Applied:
        """Apply the corrections of claims, speakers and dates, in their order.

        Returns:
            The alignment as corrected, with what each correction changed; wrong findings are for `Applied.strikes`.

        Raises:
            StaleCorrectionError: If the words of any lead nowhere, or to two places; each is named, none is applied.
        """
        reports = [notes.report for notes in alignment.annotated]
        steps, reasons = [], []
        for correction in self._corrections:
            try:
                spans = tuple(find_place(place, reports) for place in correction.places)
                alignment, step = apply_one(alignment, correction, spans)
                steps.append(step)
            except StaleError as error:
                reasons.append(f"correction {correction.number} ({correction.kind}): {error}")
        if reasons:
            raise StaleCorrectionError(tuple(reasons))
        return Applied(alignment, tuple(steps))


def apply_one(alignment: Alignment, correction: Correction, spans: tuple[Span, ...]) -> tuple[Alignment, Corrected]:
    """Apply one correction to what was found in the reports, and say what it changed.

    Raises:
        StaleError: If its words have no line that it could correct.
    """
    claims: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    was = None
    match correction.kind:
        case "merge":
            alignment, claims = merge_claims(alignment, spans)
        case "split":
            alignment, claims = split_claim(alignment, spans)
        case "date":
            alignment, was = correct_date(alignment, spans, correction.value or "")
            claims = _claims_on(alignment.claims, spans)
        case "speaker":
            alignment, statements, was = correct_speaker(alignment, spans, correction.value or "")
            claims = tuple(c.id for c in alignment.claims if any(set(r.statements) & {*statements} for r in c.readings))
        case "wrong":
            pass
    return alignment, Corrected(
        correction.kind,
        correction.who,
        correction.when,
        correction.why,
        spans,
        claims=claims,
        statements=statements,
        value=correction.value,
        was=was,
    )


def _claims_on(claims: Iterable[Claim], spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(
        claim.id
        for claim in claims
        if any(span.overlaps(own) for r in claim.readings for own in r.evidence for span in spans)
    )
