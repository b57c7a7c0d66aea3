"""What somebody is called, blamed or praised for, both parts together: "called the plan a mistake"."""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.cues import lemmas, one_of, prepositions
from onrecord.annotate.edges import without_place
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import noun_phrase
from onrecord.model.words import Word

PREDICATES = ("oprd", "xcomp", "ccomp", "attr", "acomp", "advcl")
SURE_PREDICATES = frozenset({"oprd", "attr", "acomp"})
NAMES_SOMETHING = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "NUM"})
MOST_BETWEEN = 3
"""Words between an object and the quotation that names it: a "true, lasting gift"."""


def find_naming(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what a verb of naming says of its object."""
    if verb.lemma not in lemmas("naming_verbs") or is_title(verb) or is_so_called(page, verb):
        return
    targets = [w for w in page.dependents(verb.i, "dobj") if w.i > verb.i]
    relatives = [] if targets else [w for w in page.dependents(verb.i, "dobj") if one_of(w, "relative_objects")]
    words = (
        _named(page, verb, targets)
        or _with_preposition(page, verb, targets or relatives)
        or _with_quotation(page, targets)
    )
    if words is None:
        return
    stretches = [(w.start, w.end) for w in relatives]  # "the reform, which he called a gift"
    stretches += [] if targets else _passive_subjects(page, verb)
    if stretch := page.trimmed(max(words[0], verb.i + 1), words[1]):
        stretches.append(page.grown(stretch))
    if stretches:
        yield Candidate(verb.i, tuple(stretches), "statements.nominal/naming", 3.2)


def is_title(verb: Word) -> bool:
    """Tell "a book called" and "a box labeled" from speech."""
    return verb.tag == "VBN" and verb.dep == "acl" and verb.lemma in lemmas("naming_verbs")


def is_so_called(page: Page, verb: Word) -> bool:
    """Tell "the so-called bridge fund" from speech."""
    words = page.parse.words
    return verb.i > 1 and words[verb.i - 1].text == "-" and words[verb.i - 1].end == verb.start


def _named(page: Page, verb: Word, targets: list[Word]) -> tuple[int, int] | None:
    """Return the words from the object to its predicate: "called [the plan a mistake]"."""
    for name in page.dependents(verb.i, *PREDICATES):
        if name.i < verb.i or (name.dep not in SURE_PREDICATES and name.tag in ("VB", "VBD")):
            continue
        if name.pos == "ADV" or (name.pos not in NAMES_SOMETHING and name.dep != "oprd"):
            return None
        first = min(page.lefts[w.i] for w in (*targets, name))
        return first, without_place(page, name.i, page.rights[name.i])
    return None


def _with_preposition(page: Page, verb: Word, targets: list[Word]) -> tuple[int, int] | None:
    """Return the words from the object to what a preposition adds: "accused [the firm of fraud]"."""
    wanted = prepositions("naming_prepositions", verb.lemma)
    heads = [*page.dependents(verb.i, "prep", "dative")]
    heads += [w for target in targets for w in page.dependents(target.i, "prep")]
    more = [w for w in heads if w.i > verb.i and (w.lemma in wanted or one_of(w, "as_words"))]
    if not more or not (targets or page.dependents(verb.i, "nsubjpass")):
        return None
    behind = [target for target in targets if target.i > verb.i] or more
    first, last = min(page.lefts[w.i] for w in behind), max(page.rights[w.i] for w in more)
    joined = [w for target in targets for w in page.dependents(target.i, "conj") if w.i > last]
    last = max([last, *(page.rights[w.i] for w in joined)])  # "of theft and his firm of fraud"
    return first, without_place(page, first, last)


def _with_quotation(page: Page, targets: list[Word]) -> tuple[int, int] | None:
    """Return the words from the object to the quotation that follows, however parsed: "called the deal a 'gift'"."""
    for target in targets:
        words, last = page.parse.words, page.rights[target.i]
        at = last + 1
        while (
            at < min(len(words), last + 1 + MOST_BETWEEN)
            and page.outside(at)
            and words[at].pos in ("DET", "ADJ", "ADV")
        ):
            at += 1
        if at < len(words) and not page.outside(at) and words[at].sentence == target.sentence:
            return page.lefts[target.i], page.regions[page.region_of[at]].last - 1
    return None


def _passive_subjects(page: Page, verb: Word) -> list[Stretch]:
    found = (noun_phrase(page, w.i, away_from=verb.i) for w in page.dependents(verb.i, "nsubjpass"))
    return [source.stretch for source in found if source]
