"""What is reported without quotation marks, or only partly in them.

The clause under a verb of saying ("said the ferry had left"), the sentence around one ("The ferry, he said,
had left"; "as the union said"), the open complement of asking and promising ("urged the crew to leave").
"""

from collections.abc import Iterator

from onrecord.annotate.candidates import Candidate
from onrecord.annotate.cues import can_say, is_verb, lemmas, one_of, takes_clause
from onrecord.annotate.floating import is_sentence
from onrecord.annotate.page import Page, Stretch
from onrecord.annotate.speakers import is_passive, own_source, patient_of, source_of
from onrecord.model.words import Word

FRAME = frozenset(
    ["aux", "auxpass", "neg", "advmod", "prt", "dative", "npadvmod", "prep", "agent", "nsubj", "nsubjpass", "mark"],
)
"""What belongs to a verb of saying rather than to what is said."""
BEFORE_FRAME = frozenset({",", "-", "—", "–", ":", "?", "!", ")"})
LESS_THAN_COMMAS = 2.55
"""Weight of a clause before a verb whose subject the parser missed: where commas set the verb off, they know better."""
MORE_THAN_CLAUSES = 3.1
"""Weight of a clause under an adjective that is a verb of saying, too: who "was convinced" thinks, nobody speaks."""
LONGEST_FRAME = 40
LONGEST_CONTENT = 250
"""Words; nobody's clause is longer, and a text without full stops would take a square of its length."""


def find_indirect(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield what a verb may introduce without quotation marks."""
    if one_of(verb, "view_adjectives") and verb.dep in ("acomp", "ROOT", "ccomp", "conj"):
        yield from find_adjective_content(page, verb)
    if not is_verb(verb):
        return
    if takes_clause(verb):
        yield from find_clause_content(page, verb)
    if can_say(verb) or verb.lemma in lemmas("view_verbs"):
        yield from find_parenthesis(page, verb)
    if verb.lemma in lemmas("open_verbs"):
        yield from find_open_content(page, verb)


def find_clause_content(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the clause under a verb: "said the ferry had left"; one behind it before one in front."""
    objects = [w for w in page.dependents(verb.i, "dobj", "xcomp") if w.i > verb.i]
    clauses = page.dependents(verb.i, "ccomp")
    for clause in sorted(clauses, key=lambda clause: clause.i < verb.i):
        hearers = one_of(verb, "telling_verbs") and all(w.dep == "dobj" for w in objects)
        if clause.i < verb.i and ((objects and not hearers) or not _cut_off(page, verb)):
            continue
        if clause.i > verb.i and page.parse.words[verb.i + 1].text == ";":
            continue
        if pieces := tuple(_clause_pieces(page, verb, clause)):
            listeners = listeners_before(page, verb, clause)
            sure = clause.i > verb.i or page.dependents(verb.i, "nsubj")
            weight = 3 if sure else LESS_THAN_COMMAS
            yield Candidate(verb.i, pieces, "statements.indirect/ccomp", weight, listeners=listeners)
            return


def find_adjective_content(page: Page, adjective: Word) -> Iterator[Candidate]:
    """Yield the clause under an adjective for a view: "the crew was convinced that the pier would hold"."""
    verb = page.parse.words[adjective.head] if adjective.dep == "acomp" else adjective
    source = patient_of(page, verb) if is_passive(page, verb) else source_of(page, verb)
    for clause in page.dependents(adjective.i, "ccomp"):
        stretch = page.trimmed(max(_without_complementiser(page, clause), adjective.i + 1), page.rights[clause.i])
        if clause.i > adjective.i and stretch and source and not is_conditional(page, verb):
            cue = ((min(verb.start, adjective.start), adjective.end),)
            rule = "statements.indirect/adjective"
            yield Candidate(adjective.i, (page.grown(stretch),), rule, MORE_THAN_CLAUSES, cue=cue, source=source)
            return


def listeners_before(page: Page, verb: Word, clause: Word) -> tuple[int, ...]:
    """Return the objects of a verb that stand before what is said: those who hear it."""
    return tuple(w.i for w in page.dependents(verb.i, "dobj", "dative") if w.i < clause.i)


def _cut_off(page: Page, verb: Word) -> bool:
    """Tell whether a comma, a dash or a quotation stands before a verb and its subject."""
    first, _ = frame_of(page, verb)
    before = page.parse.words[first - 1] if first else None
    return before is not None and (not page.outside(before.i) or before.text in BEFORE_FRAME)


def _clause_pieces(page: Page, verb: Word, clause: Word) -> Iterator[Stretch]:
    """Yield the stretches of a clause, without its complementiser and without the frame of its verb."""
    first = _without_complementiser(page, clause)
    last = max(_before_other_speaker(page, clause), _second_conjunct(page, verb, clause))
    if last - first > LONGEST_CONTENT:
        return
    if clause.i < verb.i:
        yield from around(page, (first, last), frame_of(page, verb))
        for object_ in page.dependents(verb.i, "dobj"):  # "They cost, Moe told the paper, seven of the 38 billion"
            own = page.lefts[object_.i], page.rights[object_.i]
            if object_.i > verb.i and page.parse.words[own[0] - 1].text == "," and (goes_on := page.trimmed(*own)):
                yield page.grown(goes_on)
    elif stretch := page.trimmed(max(first, verb.i + 1), before_resumption(page, verb, (clause.i, last))):
        opening = page.parse.words[first]
        if first < verb.i and one_of(opening, "relatives") and opening.head == clause.i:
            yield opening.start, opening.end  # "the door, which the union said leaked"
        yield page.grown(stretch)


def _without_complementiser(page: Page, clause: Word) -> int:
    """Return the first word of a clause behind "that", "whether", "if"."""
    first, words = page.lefts[clause.i], page.parse.words
    for child in page.dependents(clause.i, "mark"):
        if one_of(child, "complementisers") and child.i <= first + 1:
            first = child.i + 1
    while first < clause.i and one_of(words[first], "that_words") and words[first].pos in ("SCONJ", "PRON"):
        if words[first].dep in ("nsubj", "nsubjpass", "dobj"):
            break
        first += 1
    return first


def _before_other_speaker(page: Page, clause: Word) -> int:
    """Return the last word of a clause before a semicolon behind which another one speaks: "...; the police say"."""
    words, last = page.parse.words, page.rights[clause.i]
    for i in range(clause.i + 1, min(last, clause.i + LONGEST_CONTENT)):
        if words[i].text == ";" and page.outside(i):
            behind = words[i + 1 : page.parse.sentences[clause.sentence].end]
            speaks = any(can_say(w) and w.dep in ("conj", "parataxis", "ROOT") and page.outside(w.i) for w in behind)
            return i - 1 if speaks else last
    return last


def before_resumption(page: Page, verb: Word, words: tuple[int, int]) -> int:
    """Return the last word before the frame speaks again: "said he would come and warned", "..., adding that"."""
    for i in range(words[0] + 1, words[1]):
        word = page.parse.words[i]
        if not (can_say(word) and page.outside(i)):
            continue
        if page.dependents(i, "nsubj"):
            if word.dep == "conj" and _leads_to_sentence(page, word):
                return max(_before_conjunct(page, word), words[0])
        elif _shares_frame(page, verb, word):
            return max(i - 1, words[0])
    return words[1]


def _shares_frame(page: Page, verb: Word, word: Word) -> bool:
    """Tell whether a verb without a subject goes on with the one above what is said: "... and warned", ", adding"."""
    head = page.parse.words[word.head]
    if word.dep == "conj" and word.tag == verb.tag and word.tag in ("VBD", "VBZ"):
        return head.tag not in (word.tag, "VBN") or _concedes(page, verb, word)
    return word.tag == "VBG" and word.dep == "advcl" and page.parse.words[word.i - 1].text == ","


def _concedes(page: Page, verb: Word, word: Word) -> bool:
    """Tell whether a verb behind "but" goes on with one of conceding: "conceded the lamp was out but insisted ..."."""
    opened = verb.lemma in lemmas("conceding_verbs") and word.dep == "conj" and word.tag == verb.tag
    return opened and any(one_of(w, "but_words") for w in page.dependents(word.head, "cc"))


def _leads_to_sentence(page: Page, verb: Word) -> bool:
    """Tell whether a quotation of whole sentences stands right behind a verb: "and he replied, “It was late.”"."""
    at = verb.i + 1
    at += at < len(page.parse.words) and page.parse.words[at].text in (",", ":")
    return at < len(page.parse.words) and not page.outside(at) and is_sentence(page, page.regions[page.region_of[at]])


def _before_conjunct(page: Page, verb: Word) -> int:
    """Return the last word before a conjunct, its "and" left out."""
    at = page.lefts[verb.i] - 1
    while page.parse.words[at].pos in ("CCONJ", "PUNCT") and at > 0:
        at -= 1
    return at


def _second_conjunct(page: Page, verb: Word, clause: Word) -> int:
    """Return the last word of a clause that the parser joined to the verb but that goes on with what is said.

    "Said the door leaked and that the lamp was out"; "said the firm may win, but that would come at a price";
    "said that a ship passed fit in October does not sink", where the parser takes "passed" for the verb.
    """
    for other in page.dependents(verb.i, "conj"):
        if other.i < clause.i or not is_verb(other):
            continue
        mark = page.dependents(other.i, "mark")
        shifted = any(one_of(w, "backshifts") for w in page.dependents(other.i, "aux"))
        own_subject = page.dependents(other.i, "nsubj", "nsubjpass")
        if (mark and one_of(mark[0], "that_words")) or (shifted and own_subject and verb.tag == "VBD"):
            return page.rights[other.i]
        if page.lefts[other.i] == page.rights[clause.i] + 1 and not own_subject:
            return page.rights[other.i]
    return -1


def frame_of(page: Page, verb: Word) -> tuple[int, int]:
    """Return the first and last word of a verb with its subject and whatever else says how it is said."""
    first = last = verb.i
    for child in page.dependents(verb.i, *FRAME):
        own = page.lefts[child.i], page.rights[child.i]
        if abs(child.i - verb.i) < LONGEST_FRAME and page.outside(own[0]) and page.outside(own[1]):
            first, last = min(first, own[0]), max(last, own[1])
    return first, last


def around(page: Page, whole: tuple[int, int], gap: tuple[int, int]) -> Iterator[Stretch]:
    """Yield what of some words lies before and after a gap, grown to whole quotations."""
    for first, last in ((whole[0], min(whole[1], gap[0] - 1)), (max(whole[0], gap[1] + 1), whole[1])):
        stretch = page.trimmed(first, last) if first <= last else None
        if stretch:
            yield page.grown(stretch)


def find_parenthesis(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the sentence around a verb that is put in between or behind: "as the union said"."""
    introduced = any(one_of(w, "as_words") for w in page.dependents(verb.i, "mark", "advmod"))
    if verb.dep not in ("parataxis", "dep") and not (verb.dep == "advcl" and introduced):
        return
    objects = page.dependents(verb.i, "dobj")
    empty = [w.i for w in objects if one_of(w, "it_words")]  # "as the union put it"
    if len(objects) > len(empty) or page.dependents(verb.i, "ccomp", "xcomp") or own_source(page, verb) is None:
        return
    host = page.parse.words[verb.head]
    sentence = page.parse.sentences[host.sentence]
    whole = page.lefts[host.i], page.rights[host.i]
    if sentence.root == host.i:
        whole = sentence.first, sentence.end - 1
    first, last = frame_of(page, verb)
    frame = min([first, *empty]), max([last, *empty])
    pieces = tuple(around(page, whole, frame)) if whole[1] - whole[0] <= LONGEST_CONTENT else ()
    if pieces:
        yield Candidate(verb.i, pieces, "statements.indirect/parenthesis", 2.5)


def find_open_content(page: Page, verb: Word) -> Iterator[Candidate]:
    """Yield the open complement of a verb: "promised to come", "urged the crew to leave"."""
    for complement in page.dependents(verb.i, "xcomp", "ccomp"):
        if complement.i < verb.i or not is_verb(complement) or page.rights[verb.i] - verb.i > LONGEST_CONTENT:
            continue
        to = any(child.tag in ("TO", "VBG") for child in page.dependents(complement.i, "aux"))
        if not (to or complement.tag == "VBG") or is_conditional(page, verb) or _is_anonymity(page, complement):
            continue
        first, listeners = page.lefts[complement.i], listeners_before(page, verb, complement)
        subjects = page.dependents(complement.i, "nsubj")
        if verb.lemma in lemmas("directive_verbs") and subjects:
            listeners, first = (subjects[0].i,), page.rights[subjects[0].i] + 1
        if stretch := page.trimmed(max(first, verb.i + 1), page.rights[complement.i]):
            yield Candidate(verb.i, (page.grown(stretch),), "statements.indirect/open", 2.2, listeners=listeners)
            return


def is_conditional(page: Page, verb: Word) -> bool:
    """Tell whether a verb stands under "if" or "unless": nobody has said so."""
    return any(one_of(word, "conditions") for word in page.dependents(verb.i, "mark"))


def _is_anonymity(page: Page, complement: Word) -> bool:
    """Tell "asked not to be named" from a request."""
    return complement.lemma in lemmas("anonymity_verbs") and bool(page.dependents(complement.i, "neg"))
