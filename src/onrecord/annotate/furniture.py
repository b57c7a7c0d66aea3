"""Lines by which an outlet speaks of itself: advertisements, notices, links to other stories, credits, captions."""

import itertools
import re
from collections.abc import Iterator

from onrecord.lang import table
from onrecord.model.report import AsideKind

SENTENCE_GAP = re.compile(r"(?<=[.!?])[ \t]+(?=\S)")
LABEL_END = re.compile(r"\s*[:|»>]")
FOLLOW = re.compile(r"follow \S.{0,60}? on (\w+)")
LONGEST_NOTICE = 400
LONGEST_CREDIT = 160


def is_advertisement(line: str) -> bool:
    """Tell whether a line only marks the place of an advertisement."""
    return line.strip(" -–—*[]()").lower() in table("layout")["advertisements"]


def is_credit(line: str, *, in_tail: bool) -> bool:
    """Tell whether a line names who else worked on a report: "(Reporting by ...; Editing by ...)"."""
    if len(line) > LONGEST_CREDIT:
        return False
    words, low = table("layout"), line.lower().lstrip("(-–—* ")
    return low.startswith(tuple(words["credit_starts"])) or (
        in_tail and any(phrase in low for phrase in words["credit_phrases"])
    )


def is_caption(line: str) -> bool:
    """Tell whether a line belongs to a photograph, by its label or its credit."""
    if len(line) > LONGEST_NOTICE:
        return False
    words, low = table("layout"), line.lower().lstrip("( ")
    return (
        low.startswith(tuple(words["caption_starts"]))
        or low.endswith(tuple(words["caption_ends"]))
        or any(credit in low for credit in words["caption_credits"])
    )


def read_notice(line: str, *, outlet: str | None, in_tail: bool) -> Iterator[tuple[int, int, AsideKind | None]]:
    """Yield a line in parts: its notices and teasers sentence by sentence, what is neither with None.

    Offsets count from the start of the line. A whole teaser line is one part: a link may hold several sentences.
    """
    if len(line) > LONGEST_NOTICE:
        yield 0, len(line), None
    elif is_teaser(line, in_tail=in_tail):
        yield 0, len(line), "teaser"
    else:
        yield from _sentences(line, outlet=outlet, in_tail=in_tail)


def is_teaser(line: str, *, in_tail: bool) -> bool:
    """Tell whether a line links to another story: "Read more: ...", "See also: A | B"."""
    words, low = table("layout"), line.lower().lstrip("[(>»*• ")
    for label in words["teaser_labels"]:
        if low.startswith(label) and LABEL_END.match(low, len(label)):
            return True
    if low.startswith(tuple(words["teaser_starts"])):
        return True
    if low.endswith(tuple(words["teaser_ends"])) and not SENTENCE_GAP.search(line):
        return True
    return in_tail and low.startswith(tuple(words["teaser_places"])) and ":" in low


def _sentences(line: str, *, outlet: str | None, in_tail: bool) -> Iterator[tuple[int, int, AsideKind | None]]:
    cuts = [0, *(gap.end() for gap in SENTENCE_GAP.finditer(line)), len(line)]
    pieces = [line[a:b] for a, b in itertools.pairwise(cuts)]
    kinds = [_kind(piece, opening=k == 0, in_tail=in_tail) for k, piece in enumerate(pieces)]
    if any(kinds) and in_tail and outlet and line.lower().startswith((outlet.lower(), "the " + outlet.lower())):
        yield 0, len(line), "notice"
        return
    at = 0
    while at < len(pieces):
        end = at + 1
        while end < len(pieces) and kinds[end] is None and kinds[at] is None:
            end += 1
        stretch = line[cuts[at] : cuts[end]]
        yield cuts[at], cuts[at] + len(stretch.rstrip()), kinds[at]
        at = end


def _kind(sentence: str, *, opening: bool, in_tail: bool) -> AsideKind | None:
    words, low = table("layout"), sentence.lower().lstrip("[(*• ")
    if not opening and not in_tail:
        return None
    if sentence.lower().startswith(tuple(words["notice_starts"])) or low.startswith(tuple(words["notice_starts"])):
        return "notice"
    follow = FOLLOW.match(low)
    if follow and follow[1] in words["followed_on"]:
        return "notice"
    if in_tail and any(phrase in low for phrase in words["notice_phrases"]):
        return "notice"
    return "teaser" if is_teaser(sentence, in_tail=in_tail) else None
