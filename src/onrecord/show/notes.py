"""The note of a finding, as it is read: of unlike wordings it quotes the words that differ."""

from collections import Counter

from onrecord.model.claims import Finding, Side
from onrecord.model.span import Span
from onrecord.show.wording import excerpt, one_line, quoted

PIECE = 90
"""Code points of a side's words that a note quotes."""
EDGES = ".,;:!?\"'“”‘’«»()[]…"


def say_note(finding: Finding) -> str:
    """Return why a finding is one, with the words that differ where both sides' first quotations are the same."""
    firsts = {one_line(side.evidence[0].exact).casefold().strip(EDGES) for side in finding.sides}
    if finding.aspect != "wording" or len(firsts) > 1:
        return finding.note
    words = [_words(side) for side in finding.sides]
    pieces = [_piece(side, words[:n] + words[n + 1 :]) for n, side in enumerate(finding.sides)]
    if len(set(pieces)) < len(pieces):
        return finding.note
    said = (f"{quoted(piece)}{_more(side)}" for piece, side in zip(pieces, finding.sides, strict=True))
    return f"{finding.note.split(':')[0]}: {'; '.join(said)}."


def _more(side: Side) -> str:
    more = len(side.reports) - 1
    return f", and {more} more report{'s' if more > 1 else ''}" if more else ""


def _words(side: Side) -> Counter[str]:
    return Counter(word for span in _own(side) for word in _bare(span.exact))


def _own(side: Side) -> list[Span]:
    """Return the quotations of the first report of a side; the others have them in the same words."""
    return [span for span in side.evidence if span.report == side.evidence[0].report]


def _bare(text: str) -> list[str]:
    return [bare for word in text.replace("’", "'").casefold().split() if (bare := word.strip(EDGES))]


def _piece(side: Side, others: list[Counter[str]]) -> str:
    """Return the quotation with most words that the other sides lack, cut around the first of them; else the last."""
    spans = _own(side)
    unlike = [[word for word in _bare(span.exact) if any(not other[word] for other in others)] for span in spans]
    n = max(range(len(spans)), key=lambda k: (len(unlike[k]), k))
    text = spans[n].exact
    if not unlike[n]:
        return excerpt(text, 0, len(text), limit=PIECE).text
    at = max(text.replace("’", "'").casefold().find(unlike[n][0]), 0)
    return excerpt(text, at, at + len(unlike[n][0]), limit=PIECE).text
