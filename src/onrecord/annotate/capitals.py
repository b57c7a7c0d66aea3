"""Runs of words with a capital: what may be a name."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from onrecord.annotate.lexicon import title_words, words_of
from onrecord.lang.states import is_state_form
from onrecord.model.words import Parse, Sentence, Word

NEVER = frozenset({"PRON", "DET", "ADP", "CCONJ", "SCONJ", "AUX", "INTJ", "PUNCT", "PART", "NUM"})
OPENERS = frozenset("\"'“‘«(`:—–-[")
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
LONGEST_SYLLABLE = 5
"""Letters of the lower-case part of a name like Jong-un; longer parts make an adjective: Tarsona-backed."""


class Run(Struct, frozen=True):
    """A range of the report's words (end exclusive) that may be a name."""

    first: int
    end: int


class Seen(Struct, frozen=True):
    """How the words of a text are written where the place does not ask for a capital.

    ``alone`` are those with a capital that stand somewhere without a possessive behind them.
    """

    lower: frozenset[str]
    inner: frozenset[str]
    alone: frozenset[str]


def survey(parse: Parse, skipped: Collection[int]) -> Seen:
    """See which words stand in lower case, and which with a capital inside a sentence.

    Args:
        parse: The parse of the report.
        skipped: Paragraphs whose capitals tell nothing (headlines).
    """
    lower, inner, alone = set(), set(), set()
    for sentence in parse.sentences:
        if sentence.paragraph in skipped:
            continue
        for word in parse.words_of(sentence):
            if word.text[0].islower():
                lower.add(word.text)
            elif word.text[0].isupper() and not is_initial(parse, sentence, word):
                inner.add(word.text)
                if word.i + 1 == len(parse.words) or parse.words[word.i + 1].text not in words_of(
                    "actors", "possessives"
                ):
                    alone.add(word.text)
    return Seen(frozenset(lower), frozenset(inner), frozenset(alone))


def is_initial(parse: Parse, sentence: Sentence, word: Word) -> bool:
    """Tell whether a word would have a capital anyway: it opens its sentence, or a quotation in it."""
    return word.i == sentence.first or parse.words[word.i - 1].text[0] in OPENERS


def find_runs(parse: Parse, seen: Seen, skipped: Collection[int]) -> Iterator[Run]:
    """Yield the runs of words with a capital, in order, outside some paragraphs."""
    for sentence in parse.sentences:
        if sentence.paragraph not in skipped:
            yield from _runs_of(parse, sentence, seen)


def _runs_of(parse: Parse, sentence: Sentence, seen: Seen) -> Iterator[Run]:
    words, i = parse.words, sentence.first
    while i < sentence.end:
        if not _starts(parse, sentence, words[i], seen):
            i += 1
            continue
        end = i + 1
        while (grown := _grown(words, (i, end, sentence.end), seen)) > end:
            end = grown
        yield Run(i, end)
        i = end


def _starts(parse: Parse, sentence: Sentence, word: Word, seen: Seen) -> bool:
    """Tell whether a name may begin with a word; at the start of a sentence a capital alone shows nothing."""
    if not word.text[0].isupper() or word.pos in NEVER or _is_calendar(word):
        return False
    if not is_initial(parse, sentence, word) or word.text in seen.inner:
        return True
    low = word.text.lower()
    if low in seen.lower or low in title_words():
        return (word.pos == "PROPN" or low in title_words()) and _opens_name(parse, sentence, word)
    return word.pos == "PROPN" or word.ent in NAMED


def _opens_name(parse: Parse, sentence: Sentence, word: Word) -> bool:
    """Tell whether a name goes on behind a word: "Judge Oller", "Secretary of State Ruud"."""
    at = word.i + 1
    if at + 1 < sentence.end and parse.words[at].text == "of" and word.text.lower() in title_words():
        at += 1
    at = _past_particles(parse.words, at, sentence.end)
    return at < sentence.end and parse.words[at].text[0].isupper() and _glues(parse.words[at])


def _glues(word: Word) -> bool:
    return word.pos not in NEVER and not _is_calendar(word)


def _is_calendar(word: Word) -> bool:
    low = word.text.lower().rstrip(".")
    days = words_of("layout", "months") | words_of("layout", "weekdays") | words_of("actors", "names", "zones")
    listed = low in days or low.removesuffix("s") in days
    return listed and word.ent not in {"PERSON", "GPE", "ORG"}


def _grown(words: Sequence[Word], at: tuple[int, int, int], seen: Seen) -> int:
    """Return the end of a run with what continues it, or its end if nothing does.

    Args:
        words: The words of the report.
        at: Where the run begins, where it ends so far, where its sentence ends.
        seen: How the words of the report are written.
    """
    first, end, stop = at
    if end >= stop:
        return end
    word, last = words[end], words[end - 1]
    numbered = word.pos == "NUM" and last.text.lower() in words_of("offices", "numbered")
    corporate = word.pos == "PROPN" and word.text in words_of("actors", "names", "corporate")
    if (word.text[0].isupper() and _glues(word)) or numbered or corporate:
        return end + 1
    if end + 1 >= stop:
        return end
    named = _past_particles(words, end, stop)
    if named > end + 1 and words[named].text[0].isupper() and _glues(words[named]):
        return named + 1
    if _bridges(words, end, seen, opens=first + 1 == end):
        return end + 2
    return end + 3 if _of_the(words, end, stop) else end


def _past_particles(words: Sequence[Word], at: int, stop: int) -> int:
    """Return the first word behind the particles of a name: "Mira van der Hulst", "Sami al-Nasri"."""
    particles, start = words_of("actors", "names", "particles"), at
    while at + 1 < stop and (
        words[at].text in particles
        or (at > start and words[at].text in HYPHENS and words[at].start == words[at - 1].end)
    ):
        at += 1
    return at


def _bridges(words: Sequence[Word], at: int, seen: Seen, *, opens: bool) -> bool:
    """Tell whether a word and the one behind it go on with a name: "-un", ". Vole", "of Skerrin"."""
    word, last, following = words[at], words[at - 1], words[at + 1]
    capital = following.text[0].isupper()
    if word.text in HYPHENS and word.start == last.end and following.start == word.end:
        return capital or (following.ent == last.ent == "PERSON" and len(following.text) <= LONGEST_SYLLABLE)
    if word.text == "." and last.text.lower() in title_words():
        return capital
    return capital and _glues(following) and _joins(words, at, seen, opens=opens)


def _joins(words: Sequence[Word], at: int, seen: Seen, *, opens: bool) -> bool:
    """Tell whether the word at a place joins two capitalised parts of one name."""
    word, last, following = words[at], words[at - 1], words[at + 1]
    low = word.text.lower()
    one_name = word.ent != "" and word.ent in NAMED and word.ent == following.ent and last.ent == word.ent
    if low == "of":
        return one_name or _takes_of(last.text.lower())
    if low in words_of("actors", "possessives"):
        owner = is_state_form(last.text.lower()) or (opens and last.text in seen.alone)
        return one_name and word.ent != "PERSON" and not owner
    if low in words_of("actors", "names", "particles") or word.text == "&":
        return True
    return low in {"and", "for"} and one_name and word.ent in {"ORG", "FAC", "LAW", "WORK_OF_ART"}


def _of_the(words: Sequence[Word], at: int, stop: int) -> bool:
    """Tell whether a body goes on behind "of the": "Ministry of the Interior"."""
    if at + 2 >= stop or words[at].text != "of" or words[at + 1].text != "the" or not words[at + 2].text[0].isupper():
        return False
    return words[at - 1].text.lower() in words_of("offices", "names", "government") and _glues(words[at + 2])


def _takes_of(low: str) -> bool:
    return (
        low in words_of("offices", "names", "government")
        or low in words_of("offices", "names", "organization")
        or low in words_of("offices", "capital_offices")
        or low in words_of("actors", "names", "of_places")
    )
