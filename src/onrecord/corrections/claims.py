"""Two claims that are one, and one that is two."""

from collections.abc import Collection, Iterable, Sequence

from msgspec.structs import replace

from onrecord.corrections.places import claim_at, nearness, twins_of
from onrecord.model.claims import Alignment, Claim, Reading, Unsure
from onrecord.model.span import ReportId, Span

OMITTED = " … "


def merge_claims(alignment: Alignment, spans: Sequence[Span]) -> tuple[Alignment, tuple[str, ...]]:
    """Make one claim of those that some words tell; it has the place, the id and the words of the first.

    Returns:
        The alignment, and the id of the claim.

    Raises:
        StaleError: If no claim stands on some of the words.
    """
    wanted = {claim_at(span, alignment).id for span in spans}
    own = [claim for claim in alignment.claims if claim.id in wanted]
    merged = _joined(own, alignment)
    claims = tuple(merged if claim.id == merged.id else claim for claim in alignment.claims)
    kept = tuple(claim for claim in claims if claim.id == merged.id or claim.id not in wanted)
    placed = tuple(merged.id if claim in wanted else claim for claim in alignment.placed)
    return replace(alignment, claims=kept, placed=placed), (merged.id,)


def split_claim(alignment: Alignment, spans: Sequence[Span]) -> tuple[Alignment, tuple[str, ...]]:
    """Make a claim of their own of the readings that are some words, whatever they were told with.

    The new claim stands after the one it was taken from. Where the words are a claim of their own already, nothing
    is changed.

    Returns:
        The alignment, and the ids of the claims: the one that was left, and the one that was made.

    Raises:
        StaleError: If no claim stands on some of the words.
    """
    reports = [notes.report for notes in alignment.annotated]
    taken: dict[str, list[Reading]] = {}
    for span in spans:
        claim = claim_at(span, alignment)
        nearest = max(claim.readings, key=lambda reading: nearness(span, reading.evidence))
        twins = {twin for own in nearest.evidence for twin in twins_of(own, reports)}
        taken.setdefault(claim.id, []).extend(r for r in claim.readings if set(r.evidence) <= twins)
    left = {claim.id: _without(claim, taken[claim.id]) for claim in alignment.claims if claim.id in taken}
    if len(taken) == 1 and not any(claim.readings for claim in left.values()):
        return alignment, tuple(taken)
    readings = dict.fromkeys(reading for own in taken.values() for reading in own)
    made = _made(f"c{_last_number(alignment.claims) + 1}", tuple(readings), next(iter(left.values())), alignment)
    claims: list[Claim] = []
    for claim in alignment.claims:
        kept = left.get(claim.id, claim)
        claims += [kept] if kept.readings else []
        claims += [made] if claim.id == next(iter(taken)) else []
    placed = _placed(alignment, made, {*taken})
    touched = (*(claim.id for claim in left.values() if claim.readings), made.id)
    return replace(alignment, claims=tuple(claims), placed=placed), touched


def _joined(own: Sequence[Claim], alignment: Alignment) -> Claim:
    """Return the first of some claims with the readings of all; what was unsure of one is unsure of all."""
    order = {notes.report.id: n for n, notes in enumerate(alignment.annotated)}
    readings = sorted(
        dict.fromkeys(reading for claim in own for reading in claim.readings), key=lambda r: order[r.report]
    )
    near = {unsure.report: unsure for claim in reversed(own) for unsure in claim.unsure}
    return _with_cells(replace(own[0], readings=tuple(readings)), near, tuple(order))


def _with_cells(claim: Claim, near: dict[ReportId, Unsure], reports: Iterable[ReportId]) -> Claim:
    """Return a claim with each report in exactly one of readings, silent, unsure."""
    told = {reading.report for reading in claim.readings}
    rest = [report for report in reports if report not in told]
    return replace(
        claim,
        silent=tuple(report for report in rest if report not in near),
        unsure=tuple(near[report] for report in rest if report in near),
    )


def _without(claim: Claim, taken: Sequence[Reading]) -> Claim:
    """Return a claim without some readings: a person has read them, so their reports are silent on it."""
    reports = (*(r.report for r in claim.readings), *claim.silent, *(u.report for u in claim.unsure))
    left = tuple(reading for reading in claim.readings if reading not in taken)
    return _with_cells(replace(claim, readings=left), {u.report: u for u in claim.unsure}, dict.fromkeys(reports))


def _made(name: str, readings: tuple[Reading, ...], former: Claim, alignment: Alignment) -> Claim:
    """Return a claim of some readings; what was near the one they come from is near this one, too."""
    order = {notes.report.id: n for n, notes in enumerate(alignment.annotated)}
    own = tuple(sorted(readings, key=lambda reading: order[reading.report]))
    text = " ".join(OMITTED.join(span.exact for span in own[0].evidence).split())
    claim = Claim(name, text, former.topic, former.salience, own)
    return _with_cells(claim, {unsure.report: unsure for unsure in former.unsure}, tuple(order))


def _last_number(claims: Iterable[Claim]) -> int:
    return max((int(claim.id[1:]) for claim in claims), default=0)


def _placed(alignment: Alignment, made: Claim, taken: Collection[str | None]) -> tuple[str | None, ...]:
    """Return where each assertion stands, now that one claim was made of readings of others."""
    spans = {span for reading in made.readings for span in reading.evidence}
    return tuple(
        made.id if claim in taken and set(assertion.evidence) <= spans else claim
        for assertion, claim in zip(alignment.assertions(), alignment.placed, strict=True)
    )
