"""Quotations that stand alone: they go on with the speaker of the one before."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.page import Page, Region

MOST_PARAGRAPHS = 1
MOST_WORDS_BETWEEN = 12
"""Words between two quotations of one speaker, beside the sentence that names the speaker."""
SINGLE_MARKS = frozenset("'‘")
FEWEST_WORDS = 4
"""Words, marks among them, of a quotation without a verb that goes on with another."""
FREE_BEHIND = frozenset(".?!:,;—–-”\"»'’…(")


def find_floating(page: Page, taken: Sequence[Candidate]) -> Iterator[tuple[int, Region]]:
    """Yield each quotation that stands alone with the number of the candidate before it that it goes on with."""
    owner: dict[int, int] = {}
    for k, candidate in enumerate(taken):
        for stretch in candidate.content:
            for region in page.regions_in(stretch):
                owner.setdefault(region.i, k)
    last: tuple[int, Region] | None = None
    for region, following in zip_longest(page.regions, page.regions[1:]):
        if region.i not in owner and region.goes_on and following is not None and following.i in owner:
            yield owner[following.i], region  # the next paragraph goes on with it, and names who speaks
            last = owner[following.i], region
        elif region.i in owner:
            last = owner[region.i], region
        elif last and goes_on_with(page, region, last[1], owner=taken[last[0]]):
            yield last[0], region
            last = last[0], region


def goes_on_with(page: Page, region: Region, before: Region, *, owner: Candidate) -> bool:
    """Tell whether a quotation goes on with the one before it: full sentences, and hardly a word between."""
    text, words = page.report.text, page.parse.words
    if region.paragraph - before.paragraph > MOST_PARAGRAPHS:
        return False
    if not (is_sentence(page, region) or _is_afterthought(page, region, before)):
        return False
    if not (region.closed or region.goes_on or before.goes_on):
        return False  # a stray mark
    if text[region.outer[0]] in SINGLE_MARKS and text[before.outer[0]] not in SINGLE_MARKS:
        return False
    if before.goes_on and region.paragraph != before.paragraph:
        return True
    frame = words[owner.head].sentence
    between = [w for w in words[before.last : region.first] if w.pos != "PUNCT" and w.sentence != frame]
    return len(between) <= MOST_WORDS_BETWEEN and stands_free(page, region)


def _is_afterthought(page: Page, region: Region, before: Region) -> bool:
    """Tell whether a quotation without a verb goes on in the paragraph before it: "... she said. “In my head.”"."""
    text = page.text(region.inner)
    return (
        region.paragraph == before.paragraph
        and region.last - region.first >= FEWEST_WORDS
        and text[0].isupper()
        and text[-1] in ".?!"
    )


def is_sentence(page: Page, region: Region) -> bool:
    """Tell whether a quotation is one or more whole sentences: a capital, a stop, a verb."""
    text = page.text(region.inner)
    if text[0] == "(" and text[-1] == ")":
        return False  # what a transcript says of the room
    if not region.complete or (text[0].isalpha() and not text[0].isupper()):
        return False
    return has_verb(page, region) or text[-1] in "?!"


def has_verb(page: Page, region: Region) -> bool:
    """Tell whether a quotation has a verb."""
    return any(word.pos in ("VERB", "AUX") for word in page.parse.words[region.first : region.last])


def stands_free(page: Page, region: Region) -> bool:
    """Tell whether a quotation opens its paragraph, or follows a mark that ends something."""
    text, at = page.report.text, region.outer[0] - 1
    start = page.parse.paragraphs[region.paragraph][0]
    while at >= start and text[at].isspace():
        at -= 1
    return at < start or text[at] in FREE_BEHIND
