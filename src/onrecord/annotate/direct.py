"""What stands between quotation marks, and the verb beside it that says whose words it is.

A quotation belongs to a verb of saying if between the two stands nothing but the verb's subject and what
says how, where and to whom. Quotations that stand alone go on with the speaker before them.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.cues import can_say
from onrecord.annotate.page import Page, Region
from onrecord.model.words import Word

FARTHEST = 40
"""Words between a quotation and its verb."""
BETWEEN = frozenset(
    {
        "nsubj",
        "nsubjpass",
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "prt",
        "dative",
        "dobj",
        "npadvmod",
        "prep",
        "agent",
        "advcl",
        "mark",
        "cc",
        "punct",
        "acomp",
        "oprd",
        "intj",
        "xcomp",
        "dep",
    }
)


def find_direct(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the quotations beside a verb of saying as what it introduces."""
    if not can_say(verb):
        return
    left, right = quotation_before(page, verb), quotation_after(page, verb)
    beside = [region for region in (left, right) if region]
    if beside:
        content = tuple(region.outer for region in beside)
        whole = any(region.complete for region in beside)
        yield Candidate(
            verb.i, content, "statements.direct/beside", 4 if whole else 2.8, regions=tuple(r.i for r in beside)
        )


def quotation_before(page: Page, verb: Word) -> Region | None:
    """Return the quotation that ends before a verb, if only the verb's subject stands between."""
    at = verb.i - 1
    while at >= 0 and verb.i - at <= FARTHEST and page.outside(at):
        at -= 1
    if at < 0 or page.outside(at) or not _same_paragraph(page, at, verb.i):
        return None
    region = page.regions[page.region_of[at]]
    between = range(at + 1, verb.i)
    before = page.parse.words[region.first - 1] if region.first else None
    if not _stands_free(page, region) or (before and before.text == "," and not has_verb(page, region)):
        return None
    return region if all(_belongs(page, i, verb) for i in between) else None


def quotation_after(page: Page, verb: Word) -> Region | None:
    """Return the quotation that starts after a verb, if only hearers, places and the like stand between."""
    words, at = page.parse.words, verb.i + 1
    while at < len(words) and at - verb.i <= FARTHEST and page.outside(at):
        at += 1
    if at >= len(words) or page.outside(at):
        return None
    region = page.regions[page.region_of[at]]
    if not _same_paragraph(page, at, verb.i):
        colon = words[at - 1].text == ":"
        return (
            region
            if colon
            and page.parse.sentences[words[at].sentence].paragraph - page.parse.sentences[verb.sentence].paragraph == 1
            else None
        )
    between = range(verb.i + 1, at)
    ends_in_colon = bool(between) and words[at - 1].text == ":"
    if ends_in_colon and words[at - 1].sentence == verb.sentence:
        return region
    introduced = words[at - 1].text in (",", "that", "—", "-", "–", "...", "…") or at - 1 == verb.i
    if not introduced and not (is_sentence(page, region) and words[at - 1].pos not in ("DET", "ADP", "ADJ", "PART")):
        return None
    return region if all(_belongs(page, i, verb) for i in between) else None


def nearest_only(page: Page, proposed: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates with each quotation left to the verb that stands nearest to it."""
    nearest: dict[int, tuple[int, int]] = {}
    for candidate in proposed:
        for i in candidate.regions:
            region = page.regions[i]
            far = max(region.first - candidate.head, candidate.head - region.last)
            nearest[i] = min(nearest.get(i, (far, candidate.head)), (far, candidate.head))
    for candidate in proposed:
        own = tuple(i for i in candidate.regions if nearest[i][1] == candidate.head)
        if own == candidate.regions:
            yield candidate
        elif own:
            content = tuple(page.regions[i].outer for i in own)
            yield structs.replace(candidate, regions=own, content=content)


def _same_paragraph(page: Page, a: int, b: int) -> bool:
    words, sentences = page.parse.words, page.parse.sentences
    return sentences[words[a].sentence].paragraph == sentences[words[b].sentence].paragraph


def _belongs(page: Page, i: int, verb: Word) -> bool:
    """Tell whether a word between a verb and a quotation is a part of the frame: under the verb, and no clause of its own."""
    words = page.parse.words
    word = words[i]
    if word.pos == "PUNCT":
        return word.text not in (".", "?", "!", ";")
    if word.sentence != verb.sentence:
        return word.pos in ("PROPN", "NOUN", "DET", "ADJ", "ADP", "NUM", "PART") and i < verb.i
    at, steps = word, 0
    while at.head != verb.i:
        if at.head == at.i or steps > FARTHEST:
            return word.lemma == "that"
        at, steps = words[at.head], steps + 1
    return at.dep in BETWEEN or word.lemma == "that"


def find_floating(page: Page, taken: Sequence[Candidate]) -> Iterator[tuple[int, Region]]:
    """Yield each quotation that stands alone with the number of the candidate before it that it goes on with."""
    owner: dict[int, int] = {}
    for k, candidate in enumerate(taken):
        for stretch in candidate.content:
            for region in page.regions_in(stretch):
                owner.setdefault(region.i, k)
    last: tuple[int, Region] | None = None
    for region in page.regions:
        if region.i in owner:
            last = owner[region.i], region
        elif last and goes_on_with(page, region, last[1], taken[last[0]]):
            yield last[0], region
            last = last[0], region


MOST_PARAGRAPHS = 1
MOST_WORDS_BETWEEN = 12


def goes_on_with(page: Page, region: Region, before: Region, owner: Candidate) -> bool:
    """Tell whether a quotation goes on with the one before it: full sentences, and hardly a word between."""
    if region.paragraph - before.paragraph > MOST_PARAGRAPHS or not is_sentence(page, region):
        return False
    words = page.parse.words
    frame = words[owner.head].sentence
    between = [w for w in words[before.last : region.first] if w.pos != "PUNCT" and w.sentence != frame]
    if page.report.text[region.outer[0]] in "'‘" and page.report.text[before.outer[0]] not in "'‘":
        return False
    if before.goes_on and region.paragraph != before.paragraph:
        return True
    return len(between) <= MOST_WORDS_BETWEEN and _stands_free(page, region)


def is_sentence(page: Page, region: Region) -> bool:
    """Tell whether a quotation is one or more whole sentences: a capital, a stop, a verb."""
    text = page.text(region.inner)
    if not (text[0].isupper() or not text[0].isalpha()) or not region.complete:
        return False
    return has_verb(page, region) or text[-1] in "?!"


def has_verb(page: Page, region: Region) -> bool:
    """Tell whether a quotation has a verb."""
    return any(word.pos in ("VERB", "AUX") for word in page.parse.words[region.first : region.last])


def _stands_free(page: Page, region: Region) -> bool:
    """Tell whether a quotation opens its paragraph, or follows a full stop or another quotation."""
    before = page.report.text[page.parse.paragraphs[region.paragraph][0] : region.outer[0]].rstrip()
    return not before or before[-1] in ".?!:,;—–-”\"»'’…("
