"""Words that begin or end inside a sentence, and say so with an ellipsis."""

from collections.abc import Iterable

from onrecord.lang import table
from onrecord.model.claims import Claim
from onrecord.model.span import Span
from onrecord.show.lookup import Lookup
from onrecord.show.wording import QUOTATION_MARKS, one_line

OPENING = f"([ \t{QUOTATION_MARKS}"
SENTENCE_ENDS = ".!?:…\n\r"
CLAUSE_ENDS = f".!?:;,…)]–—-\n\r{QUOTATION_MARKS}"


def say_claim(lookup: Lookup, claim: Claim) -> str:
    """Return a claim's text on one line, with an ellipsis where its words are cut out of a sentence."""
    spans = [span for reading in claim.readings for span in reading.evidence]
    return say_fragment(lookup, claim.text, spans)


def say_fragment(lookup: Lookup, words: str, spans: Iterable[Span]) -> str:
    """Return words on one line, with an ellipsis where the spans that they begin and end with do so inside a sentence.

    Words in the middle of a sentence that begin with a capital are a name's; they read well as they are.
    """
    line, spans = one_line(words), [span for span in spans if lookup.holds(span)]
    first = next((span for span in spans if line.startswith(one_line(span.exact))), None)
    last = next((span for span in spans if line.endswith(one_line(span.exact))), None)
    before = "… " if first and begins_inside(_text_of(lookup, first), first.start) else ""
    after = " …" if last and ends_inside(_text_of(lookup, last), last.end) else ""
    return f"{before}{line}{after}"


def begins_inside(text: str, at: int) -> bool:
    """Tell whether the words from an offset on begin in the middle of a sentence.

    >>> begins_inside("The ferry, it said, had left late.", 20), begins_inside("Late. had left", 6)
    (True, False)
    """
    before = text[max(0, at - 80) : at].rstrip(OPENING)
    return text[at : at + 1].islower() and bool(before) and before[-1] not in SENTENCE_ENDS


def ends_inside(text: str, at: int) -> bool:
    """Tell whether a clause goes on behind an offset.

    >>> ends_inside("It left late in a storm.", 12), ends_inside("It left late and sank.", 12)
    (True, False)
    """
    after = text[at : at + 80].lstrip(" \t")
    if not after or after[0] in CLAUSE_ENDS:
        return False
    return after.split()[0] not in table("fragments")["clause_starts"]


def _text_of(lookup: Lookup, span: Span) -> str:
    return lookup.reports[span.report].text
