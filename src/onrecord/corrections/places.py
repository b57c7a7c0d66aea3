"""Where the words of a correction stand: once, or the correction is not applied.

White space and the form of quotation marks do not count: words are copied from a page, or typed. Reports of one
text are one place, and what is corrected in one of them is corrected in all.
"""

import re
from collections.abc import Iterable, Sequence

from onrecord.model.claims import Alignment, Claim
from onrecord.model.corrections import Place
from onrecord.model.report import Report
from onrecord.model.span import Span

SHOWN = 60
"""Code points of the words that a message repeats."""
ALIKE = str.maketrans(dict.fromkeys("“”„«»", '"') | dict.fromkeys("‘’`", "'"))
"""Quotation marks, each as the one of the keyboard; one code point for one, so that offsets hold."""
MOST_NAMED = 6


class StaleError(Exception):
    """The words of a correction lead nowhere, or to two places; never leaves this room."""


def find_place(place: Place, reports: Sequence[Report]) -> Span:
    """Return the one stretch of text that a place means, in the first report that has this text.

    Raises:
        StaleError: If there is none, or more than one; says what to do.
    """
    among = [report for report in reports if is_called(report, place.report)]
    if not among:
        names = [report.name for report in reports[:MOST_NAMED]]
        more = len(reports) - len(names)
        listed = ", ".join(names) + (f" and {more} more" if more > 0 else "")
        raise StaleError(f"no report is called {place.report!r}: the record has {listed}; mend the name")
    texts: dict[str, Report] = {}
    for report in among:
        texts.setdefault(report.text, report)
    found = [span for report in texts.values() for span in find_words(place.words, report)]
    if not found:
        raise StaleError(
            f"{say(place.words)} stands nowhere in {place.report}; copy the words anew, or take the correction out"
        )
    if len(found) > 1:
        holders = dict.fromkeys(r.name for span in found for r in texts.values() if r.id == span.report)
        help_ = "give more of the words around them" if len(holders) == 1 else "name the report by its file"
        raise StaleError(f"{say(place.words)} stands {len(found)} times, in {', '.join(holders)}; {help_}")
    return found[0]


def is_called(report: Report, name: str) -> bool:
    """Tell whether a report has this name, or this outlet."""
    names = {report.name, *report.also, report.outlet or report.name}
    return name.strip().casefold() in {known.casefold() for known in names}


def find_words(words: str, report: Report) -> list[Span]:
    """Return where words stand in a report, whatever white space is between them."""
    pattern = r"\s+".join(map(re.escape, words.translate(ALIKE).split()))
    return [report.span(*found.span()) for found in re.finditer(pattern, report.text.translate(ALIKE))]


def say(given: str) -> str:
    """Return words as a message repeats them."""
    words = " ".join(given.split())
    return f"“{words if len(words) <= SHOWN else words[:SHOWN] + ' …'}”"


def twins_of(span: Span, reports: Iterable[Report]) -> tuple[Span, ...]:
    """Return a stretch in every report that has its text."""
    reports = tuple(reports)
    text = next(report.text for report in reports if report.id == span.report)
    return tuple(report.span(span.start, span.end) for report in reports if report.text == text)


def nearness(span: Span, evidence: Iterable[Span]) -> float:
    """Return how near some evidence comes to being a stretch of its report.

    What has all of its words comes first, the shorter the better, above 1; then what shares most with it, the share
    of the code points of both, above 0; 0 is nothing. So words stand for the line that they are cut from, and not
    for a smaller one inside them, which may come and go with the other reports.
    """
    own = [other for other in evidence if other.report == span.report]
    both = sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in own)
    whole = (span.end - span.start) + sum(other.end - other.start for other in own) - both
    return (both / whole if whole else 0.0) + float(both == span.end - span.start)


def claim_at(span: Span, alignment: Alignment) -> Claim:
    """Return the claim with the reading that comes nearest to some words, the first of several.

    Raises:
        StaleError: If no reading stands on any of them.
    """
    ranked = [(nearness(span, reading.evidence), claim) for claim in alignment.claims for reading in claim.readings]
    best = max(ranked, key=lambda row: row[0], default=None)
    if best is None or not best[0]:
        raise StaleError(f"no claim stands on {say(span.exact)}; take words that stand in a cell of the page")
    return best[1]
