"""What stands between quotation marks, and the verb beside it that says whose words it is.

A quotation belongs to a verb of saying if between the two stands nothing but the verb's subject and what
says how, where and to whom.
"""

from collections.abc import Iterator, Sequence

from msgspec import structs

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.cues import can_say, is_verb, one_of
from onrecord.annotate.floating import has_verb, is_sentence, stands_free
from onrecord.annotate.naming import is_so_called, is_title
from onrecord.annotate.page import Page, Region, Stretch
from onrecord.model.words import Word

CLOSING_WEIGHT = 3.1
FARTHEST = 40
"""Words between a quotation and its verb."""
BETWEEN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "neg", "advmod", "prt", "dative", "dobj", "npadvmod"}) | {
    "prep",
    "agent",
    "mark",
    "cc",
    "intj",
    "advcl",
    "xcomp",
}
"""How a word that may stand between a verb and its quotation hangs on the verb."""
IN_NAME = frozenset({"PROPN", "NOUN", "DET", "ADJ", "ADP", "NUM", "PART"})
INTRODUCES = frozenset({",", "—", "-", "–", "...", "…"})


def find_direct(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the quotations beside a verb of saying as what it introduces."""
    if not can_say(verb) or is_title(verb) or is_so_called(page, verb):
        return
    before = quotation_before(page, verb)
    if before is None or page.text(before.inner)[0].islower():
        closing = find_closing(page, verb)
        if closing:
            yield closing
            return
    after = quotation_after(page, verb, interrupts=before is not None)
    beside = [region for region in (before, after) if region]
    if beside:
        content = (*led_up_to(page, verb, before, after), *(region.outer for region in beside))
        weight = 4 if any(region.complete for region in beside) else 2.8
        regions = tuple(region.i for region in beside)
        yield Candidate(verb.i, content, "statements.direct/beside", weight, regions=regions)


def led_up_to(page: Page, verb: Word, before: Region | None, after: Region | None) -> Iterator[Stretch]:
    """Yield the words before a verb that a quotation goes on with: "Sooner or later, she said, “it pays.”"."""
    if before or after is None or not page.text(after.inner)[0].islower():
        return
    words, first = page.parse.words, page.parse.sentences[verb.sentence].first
    at = verb.i - 1
    while at > first and page.outside(at) and words[at].text not in INTRODUCES:
        at -= 1
    comma = words[after.first - 1].text in INTRODUCES and words[at].text in INTRODUCES
    lead = page.trimmed(first, at - 1) if comma and at > first and not page.has_quoted(first, verb.i) else None
    if lead and any(w.i > at for w in (*page.dependents(verb.i, "nsubj"), verb)):
        yield lead


def find_closing(page: Page, verb: Word) -> Candidate | None:
    """Return a sentence that ends in a quotation before a verb: "She would stay “for good,” the mayor said"."""
    words, at = page.parse.words, verb.i - 1
    while at >= 0 and verb.i - at <= FARTHEST and page.outside(at):
        at -= 1
    if at < 0 or page.outside(at) or _paragraphs_between(page, at, verb.i) != 0:
        return None
    region = page.regions[page.region_of[at]]
    first = page.parse.sentences[words[region.first].sentence].first
    comma = "," in (page.text(region.inner)[-1], words[region.last].text)
    lead = words[first : region.first]
    if (
        not comma
        or not lead
        or not any(map(is_verb, words[first : region.last]))
        or lead[-1].text in (":", ".", "—", "(")
        or _says_else(page, verb)
    ):
        return None
    belong = all(_belongs(page, i, verb, hung=True) for i in range(at + 1, verb.i))
    stretch = page.trimmed(first, region.last - 1) if belong and verb.i > at + 1 else None
    if stretch is None:
        return None
    return Candidate(verb.i, (page.grown(stretch),), "statements.direct/closing", CLOSING_WEIGHT, regions=(region.i,))


def quotation_before(page: Page, verb: Word) -> Region | None:
    """Return the quotation that ends before a verb, if only the verb's subject stands between."""
    at = verb.i - 1
    while at >= 0 and verb.i - at <= FARTHEST and page.outside(at):
        at -= 1
    if at < 0 or page.outside(at) or _paragraphs_between(page, at, verb.i) != 0:
        return None
    region = page.regions[page.region_of[at]]
    before = page.parse.words[region.first - 1] if region.first else None
    if not stands_free(page, region) or (before and before.text == "," and not has_verb(page, region)):
        return None
    if page.text(region.inner)[-1] in ".?!" and _says_else(page, verb):
        return None
    return region if all(_belongs(page, i, verb, hung=True) for i in range(at + 1, verb.i)) else None


def _says_else(page: Page, verb: Word) -> bool:
    """Tell whether a verb has something else to say behind it: "“No.” The firm will reveal its plans"."""
    objects = page.dependents(verb.i, "dobj", "ccomp", "xcomp")
    return any(w.i > verb.i and page.outside(w.i) for w in objects) and not one_of(verb, "listening_verbs")


def quotation_after(page: Page, verb: Word, *, interrupts: bool = False) -> Region | None:
    """Return the quotation that starts after a verb, if only hearers, places and the like stand between.

    Where the verb interrupts a quotation, the parser hangs its subject on what goes on: "“I,” said Moe, “left”".
    """
    words, at = page.parse.words, verb.i + 1
    while at < len(words) and at - verb.i <= FARTHEST and page.outside(at):
        at += 1
    if at >= len(words) or page.outside(at):
        return None
    region, last = page.regions[page.region_of[at]], words[at - 1]
    apart = _paragraphs_between(page, verb.i, at)
    if last.text == ":" and (apart == 1 or (apart == 0 and last.sentence == verb.sentence)):
        return region
    if apart or not (
        _introduces(last, verb) or (is_sentence(page, region) and last.pos not in IN_NAME - {"PROPN", "NOUN", "NUM"})
    ):
        return None
    return region if all(_belongs(page, i, verb, hung=interrupts) for i in range(verb.i + 1, at)) else None


def _introduces(word: Word, verb: Word) -> bool:
    """Tell whether the word before a quotation leads up to it."""
    return word.i == verb.i or word.text in INTRODUCES or one_of(word, "that_words")


def _paragraphs_between(page: Page, a: int, b: int) -> int:
    words, sentences = page.parse.words, page.parse.sentences
    return sentences[words[b].sentence].paragraph - sentences[words[a].sentence].paragraph


def _belongs(page: Page, i: int, verb: Word, *, hung: bool = False) -> bool:
    """Tell whether a word between a verb and a quotation says who speaks and how: under the verb, no clause of its own.

    A name before the verb may stand in another sentence, as the parser ends one behind "Rep.".
    """
    words = page.parse.words
    word = words[i]
    if word.pos == "PUNCT":
        return word.text not in (".", "?", "!", ";")
    if word.sentence != verb.sentence:
        return word.pos in IN_NAME and i < verb.i
    if i < verb.i and (word.tag == "WRB" or (word.dep == "mark" and not one_of(word, "as_words"))):
        return False  # "..., when the mayor called"
    at, steps, of_name = word, 0, word.pos in IN_NAME
    while at.head not in (verb.i, at.i) and steps <= FARTHEST:
        of_name = of_name or at.dep == "relcl"
        at, steps = words[at.head], steps + 1
        if hung and of_name and not page.outside(at.i):
            return True  # the parser hangs a name on the quotation before it: "..., ” Vessa police chief Moe said"
    return (at.head == verb.i and at.dep in BETWEEN) or one_of(word, "that_words")


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
            yield structs.replace(candidate, regions=own, content=tuple(page.regions[i].outer for i in own))
