"""What a person has corrected: each with its words, what it changed, and who says so, when and why."""

from dataclasses import dataclass

from onrecord.model.corrections import Corrected, CorrectionKind
from onrecord.model.date_words import say_date
from onrecord.show.fragments import say_claim
from onrecord.show.lookup import Link, Lookup
from onrecord.show.wording import few_words

KINDS: dict[CorrectionKind, str] = {
    "merge": "one claim",
    "split": "a claim of its own",
    "wrong": "no difference",
    "speaker": "another speaker",
    "date": "another date",
}
GROWN = "the difference has a further side since then, and is told again"
CLAIM = 120
"""Code points of a claim that is named."""


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction as it is shown. ``said`` is what changed; ``works`` tells whether there was anything to change."""

    number: int
    kind: str
    said: str
    words: tuple[Link, ...]
    claims: tuple[tuple[int, str], ...]
    who: str
    when: str
    why: str
    works: bool


def list_corrections(lookup: Lookup) -> tuple[CorrectionView, ...]:
    """List the corrections of a record, in the order of their file."""
    return tuple(_view(lookup, number, one) for number, one in enumerate(lookup.record.corrections, 1))


def _view(lookup: Lookup, number: int, corrected: Corrected) -> CorrectionView:
    claims = [claim for claim in corrected.claims if claim in lookup.claims]
    return CorrectionView(
        number=number,
        kind=KINDS[corrected.kind],
        said=say_change(corrected),
        words=lookup.links(corrected.evidence),
        claims=tuple((lookup.claim_numbers[c], few_words(say_claim(lookup, lookup.claims[c]), CLAIM)) for c in claims),
        who=corrected.who,
        when=say_date(corrected.when),
        why=corrected.why,
        works=works(corrected),
    )


def works(corrected: Corrected) -> bool:
    """Tell whether a correction had anything to change: a finding may be gone before it is called wrong."""
    return corrected.kind != "wrong" or corrected.was is not None


def say_other(value: str, was: str) -> str:
    """Say a value beside the one that stands there without the correction; a later build may read the same."""
    return f"{value}, as without it" if value == was else f"{value}, not {was}"


def say_taken_out(corrected: Corrected) -> str:
    """Say what became of a difference that was called none."""
    if corrected.was:
        return f"taken out: {corrected.was}"
    return GROWN if corrected.claims else "no difference is found here any more"


def say_change(corrected: Corrected) -> str:
    """Say what a correction changed, in a few words."""
    match corrected.kind:
        case "merge":
            return "these words tell one claim"
        case "split":
            return "these words are a claim of their own"
        case "wrong":
            return say_taken_out(corrected)
        case "speaker":
            return f"said by {say_other(corrected.value or '', corrected.was or 'somebody unknown')}"
        case "date":
            was = say_date(corrected.was) if corrected.was else "a day that is not known"
            return say_other(say_date(corrected.value), was)
