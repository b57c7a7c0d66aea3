"""What is reported without quotation marks, or only partly in them.

The clause under a verb of saying ("said the ferry had left"), the sentence around one ("The ferry, he said,
had left"; "as the union said"), the open complement of asking and promising ("urged the crew to leave").
"""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.cues import can_say, is_verb, lemmas, takes_clause
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import own_source, source_of
from onrecord.model.words import Word

COMPLEMENTISERS = frozenset({"that", "whether", "if"})
FRAME = frozenset(
    {"aux", "auxpass", "neg", "advmod", "prt", "dative", "npadvmod", "prep", "agent", "nsubj", "nsubjpass", "mark"}
)
"""What belongs to a verb of saying rather than to what is said."""


def find_indirect(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what a verb may introduce without quotation marks."""
    if not is_verb(verb):
        return
    if takes_clause(verb):
        yield from find_clause_content(page, verb)
    if can_say(verb) or verb.lemma in lemmas("view_verbs"):
        yield from find_parenthesis(page, verb)
    if verb.lemma in lemmas("open_verbs"):
        yield from find_open_content(page, verb)


def find_clause_content(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the clause under a verb: "said the ferry had left"."""
    objects = [w for w in page.dependents(verb.i, "dobj") if w.i > verb.i]
    clauses = page.dependents(verb.i, "ccomp")
    for clause in sorted(clauses, key=lambda clause: clause.i < verb.i):
        if clause.i < verb.i and (objects or not _cut_off(page, verb)):
            continue
        if clause.i > verb.i and page.parse.words[verb.i + 1].text == ";":
            continue
        pieces = list(_clause_pieces(page, verb, clause))
        if pieces:
            listeners = tuple(w.i for w in page.dependents(verb.i, "dobj", "dative") if w.i < clause.i)
            yield Candidate(verb.i, tuple(pieces), "statements.indirect/ccomp", 3, listeners=listeners)
            return


def _cut_off(page: Page, verb: Word) -> bool:
    """Tell whether a comma, a dash or a quotation stands before a verb and its subject."""
    first, _ = frame_of(page, verb)
    before = page.parse.words[first - 1] if first else None
    return before is not None and (
        not page.outside(before.i) or before.text in (",", "-", "—", "–", ";", ":", "?", "!", ")")
    )


def _clause_pieces(page: Page, verb: Word, clause: Word) -> Iterator[Stretch]:
    """Yield the stretches of a clause, without its complementiser and without the frame of its verb."""
    first, last, words = page.lefts[clause.i], page.rights[clause.i], page.parse.words
    for child in page.dependents(clause.i, "mark"):
        if child.lemma in COMPLEMENTISERS and child.i <= first + 1:
            first = child.i + 1
    while (
        first < clause.i
        and words[first].text.lower() == "that"
        and words[first].pos in ("SCONJ", "PRON")
        and words[first].dep not in ("nsubj", "nsubjpass", "dobj")
    ):
        first += 1
    last = max(last, _second_conjunct(page, verb, clause))
    if clause.i < verb.i:
        yield from around(page, (first, last), frame_of(page, verb))
    elif stretch := page.trimmed(max(first, verb.i + 1), before_resumption(page, verb, (clause.i, last))):
        yield page.grown(stretch)


def before_resumption(page: Page, verb: Word, words: tuple[int, int]) -> int:
    """Return the last word before the frame speaks again: "said he would come and warned", "..., adding that"."""
    for i in range(words[0] + 1, words[1]):
        word, head = page.parse.words[i], page.parse.words[page.parse.words[i].head]
        if not (can_say(word) and page.outside(i)) or page.dependents(i, "nsubj"):
            continue
        back = (
            word.dep == "conj"
            and word.tag == verb.tag
            and word.tag in ("VBD", "VBZ")
            and head.tag not in (word.tag, "VBN")
        )
        if back or (word.tag == "VBG" and word.dep == "advcl" and page.parse.words[i - 1].text == ","):
            return max(i - 1, words[0])
    return words[1]


def _second_conjunct(page: Page, verb: Word, clause: Word) -> int:
    """Return the last word of a clause that the parser joined to the verb, but "and that" joins to what is said."""
    for other in page.dependents(verb.i, "conj"):
        mark = page.dependents(other.i, "mark")
        if other.i < clause.i or not (is_verb(other) or other.pos == "AUX"):
            continue
        helpers = page.dependents(other.i, "aux")
        shifted = any(w.text.lower() in ("would", "could", "might") for w in helpers) and page.dependents(
            other.i, "nsubj", "nsubjpass"
        )
        if (mark and mark[0].lemma == "that") or (shifted and verb.tag == "VBD"):
            return page.rights[other.i]
    return -1


def frame_of(page: Page, verb: Word) -> tuple[int, int]:
    """Return the first and last word of a verb with its subject and whatever else says how it is said."""
    first = last = verb.i
    for child in page.dependents(verb.i, *FRAME):
        if all(page.outside(i) for i in (page.lefts[child.i], page.rights[child.i])):
            near = abs(child.i - verb.i) < 40
            first = min(first, page.lefts[child.i]) if near else first
            last = max(last, page.rights[child.i]) if near else last
    return first, last


def around(page: Page, whole: tuple[int, int], gap: tuple[int, int]) -> Iterator[Stretch]:
    """Yield what of some words lies before and after a gap, grown to whole quotations."""
    for first, last in ((whole[0], min(whole[1], gap[0] - 1)), (max(whole[0], gap[1] + 1), whole[1])):
        stretch = page.trimmed(first, last) if first <= last else None
        if stretch:
            yield page.grown(stretch)


def find_parenthesis(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the sentence around a verb that is put in between or behind: "The ferry, he said, had left"."""
    source = own_source(page, verb)
    if source is None or verb.dep not in ("parataxis", "advcl", "ccomp", "ROOT", "dep", "conj", "relcl"):
        return
    words = page.parse.words
    marks = page.dependents(verb.i, "mark", "advmod")
    as_clause = any(word.lemma == "as" for word in marks)
    if verb.dep == "advcl" and not as_clause:
        return
    if verb.dep not in ("parataxis", "advcl", "dep") or page.dependents(verb.i, "ccomp", "xcomp", "dobj"):
        return
    gap = frame_of(page, verb)
    host = words[verb.head]
    whole = page.lefts[host.i], page.rights[host.i]
    if page.parse.sentences[host.sentence].root == host.i:
        sentence = page.parse.sentences[host.sentence]
        whole = sentence.first, sentence.end - 1
    pieces = tuple(around(page, whole, gap))
    if pieces:
        yield Candidate(verb.i, pieces, "statements.indirect/parenthesis", 2.5)


def find_open_content(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the open complement of a verb: "promised to come", "urged the crew to leave"."""
    for complement in page.dependents(verb.i, "xcomp", "ccomp"):
        if complement.i < verb.i or not is_verb(complement):
            continue
        to = any(child.tag == "TO" for child in page.dependents(complement.i, "aux"))
        gerund = complement.tag == "VBG"
        if (not to and not gerund) or is_conditional(page, verb) or _is_anonymity(page, complement):
            continue
        first = page.lefts[complement.i]
        listeners = _listeners(page, verb, complement)
        subjects = page.dependents(complement.i, "nsubj")
        if verb.lemma in lemmas("directive_verbs") and subjects:
            listeners, first = (subjects[0].i,), page.rights[subjects[0].i] + 1
        stretch = page.trimmed(max(first, verb.i + 1), page.rights[complement.i])
        if stretch:
            yield Candidate(verb.i, (page.grown(stretch),), "statements.indirect/open", 2.2, listeners=listeners)
            return


def _listeners(page: Page, verb: Word, complement: Word) -> tuple[int, ...]:
    return tuple(w.i for w in page.dependents(verb.i, "dobj", "dative") if w.i < complement.i)


def is_conditional(page: Page, verb: Word) -> bool:
    """Tell whether a verb stands under "if" or "unless": nobody has said so."""
    return any(word.lemma in ("if", "unless") for word in page.dependents(verb.i, "mark"))


def _is_anonymity(page: Page, complement: Word) -> bool:
    """Tell "asked not to be named" from a request."""
    return complement.lemma in ("name", "identify", "quote") and bool(page.dependents(complement.i, "neg"))
