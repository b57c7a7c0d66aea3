"""Names: where they stand, with the title before each."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from onrecord.annotate.capitals import HYPHENS, Run, Seen, find_runs
from onrecord.annotate.lexicon import given_names, kind_words, noun_kinds, role_words, title_words, words_of
from onrecord.lang.states import is_state_form
from onrecord.model.words import Parse

LONGEST_STATE = 4
"""Words of the longest name of a state that may open a longer name: "South Korean airliner"."""


class Name(Struct, frozen=True):
    """One mention of a name: its words (end exclusive) with a title before it, its core without.

    ``title`` is in lower case, "transport minister"; empty where there is none. ``state`` tells that it is
    a listed state, or the word for its people.
    """

    first: int
    core: int
    end: int
    text: str
    title: str = ""
    state: bool = False

    @property
    def key(self) -> str:
        """The name in lower case, by which mentions of one name are found."""
        return self.text.lower()


class Office(Struct, frozen=True):
    """A capitalised office without a name: "the Prime Minister"."""

    first: int
    end: int


def find_names(parse: Parse, seen: Seen, skipped: Collection[int]) -> tuple[tuple[Name, ...], tuple[Office, ...]]:
    """Find the names and the capitalised offices of a report, in order.

    Args:
        parse: The parse of the report.
        seen: How its words are written.
        skipped: Paragraphs to leave out (headlines: their capitals tell nothing).
    """
    names: list[Name] = []
    offices: list[Office] = []
    for run in find_runs(parse, seen, skipped):
        for found in _read_run(parse, run):
            if isinstance(found, Name):
                names.append(found)
            else:
                offices.append(found)
    keys = {name.key for name in names}
    return tuple(part for name in names for part in _without_acronym(parse, name, keys)), tuple(offices)


def _without_acronym(parse: Parse, name: Name, keys: Collection[str]) -> Iterator[Name]:
    """Yield a name, or two where an acronym stands behind another: the NSP that is Vole's is "the Vole NSP"."""
    last = name.end - 1
    acronym = parse.words[last].text
    known = acronym.isupper() and acronym.lower() in keys and acronym.lower() not in kind_words()
    if last > name.core and known and spelled(parse, name.core, last).lower() in keys:
        yield Name(name.first, name.core, last, spelled(parse, name.core, last), name.title)
        yield Name(last, last, name.end, acronym)
    else:
        yield name


def find_known_names(parse: Parse, keys: Collection[str], paragraphs: Collection[int]) -> Iterator[Name]:
    """Yield in some paragraphs (headlines) the names that the body has taught, whatever their capitals."""
    longest = max((len(key.split()) for key in keys), default=0)
    for sentence in parse.sentences:
        if sentence.paragraph not in paragraphs:
            continue
        i = sentence.first
        while i < sentence.end:
            found = None
            if parse.words[i].text[0].isupper():
                found = _longest_known(parse, i, min(sentence.end, i + longest + 2), keys)
            if found is not None:
                yield found
            i = found.end if found is not None else i + 1


def find_full_names(parse: Parse, keys: Collection[str], paragraphs: Collection[int]) -> Iterator[Name]:
    """Yield in some paragraphs (headlines) given names in front of a name that the body has by itself."""
    for sentence in parse.sentences:
        if sentence.paragraph not in paragraphs:
            continue
        for i in range(sentence.first, sentence.end - 1):
            last = parse.words[i + 1].text
            if last[0].isupper() and last.lower() in keys and parse.words[i].text.lower() in given_names():
                yield Name(i, i, i + 2, spelled(parse, i, i + 2))


def _longest_known(parse: Parse, first: int, stop: int, keys: Collection[str]) -> Name | None:
    for end in range(stop, first, -1):
        text = spelled(parse, first, end)
        if text.lower() in keys:
            return Name(first, first, end, text)
    return None


def spelled(parse: Parse, first: int, end: int) -> str:
    """Return the words of a range as they are written, with one space where there is any."""
    parts = [parse.words[first].text]
    for before, word in zip(parse.words[first : end - 1], parse.words[first + 1 : end], strict=True):
        parts.append(word.text if word.start == before.end else " " + word.text)
    return "".join(parts).replace("’", "'")


def _read_run(parse: Parse, run: Run) -> Iterator[Name | Office]:
    """Cut a run of capitalised words into a state, an office and a name."""
    first = run.first
    length = _opening_state(parse, run)
    if length:
        yield Name(first, first, first + length, spelled(parse, first, first + length), state=True)
        if first + length == run.end:
            return
        if not _is_body(parse, run.end - 1):
            first = _after_joint(parse, first + length, run.end)
    first += _opening_role(parse, first, run.end)
    core = run.end if _is_ruling_noun(parse, first, run.end) else _after_title(parse, first, run.end)
    if core == run.end:
        yield Office(first, run.end)
        return
    yield from _body_in_title(parse, first, core)
    title = " ".join(w.text.lower().rstrip(".") for w in parse.words[first:core] if w.text != ".")
    yield Name(first, core, run.end, spelled(parse, core, run.end), title)


def _is_ruling_noun(parse: Parse, first: int, end: int) -> bool:
    """Tell whether a single capitalised noun is a body without a name: "the Government"."""
    low = parse.words[first].text.lower()
    return end - first == 1 and (low == "ministry" or noun_kinds().get(low) == "government")


def _body_in_title(parse: Parse, first: int, core: int) -> Iterator[Name]:
    """Yield the body whose office a title names: "Wells Fargo CEO", "Foreign Affairs Committee Chairman"."""
    end = first
    while end < core and parse.words[end].text.lower().rstrip(".") not in title_words():
        end += 1
    if end - first > 1 and end < core:
        yield Name(first, first, end, spelled(parse, first, end))


def _opening_state(parse: Parse, run: Run) -> int:
    """Return how many words at the start of a run are a listed state or the word for its people."""
    for length in range(min(LONGEST_STATE, run.end - run.first), 0, -1):
        if is_state_form(spelled(parse, run.first, run.first + length).lower()):
            return length
    return 0


def _after_joint(parse: Parse, first: int, end: int) -> int:
    """Return what follows a hyphen or a possessive: "U.S.-Mexico", "Japan's Foreign Ministry"."""
    joint = parse.words[first].text
    return first + 1 if first < end - 1 and (joint in HYPHENS or joint in {"–", "'s", "’s", "'", "’"}) else first


def _opening_role(parse: Parse, first: int, end: int) -> int:
    """Return 1 where a run opens with a role that only its place gave a capital: "Owner Merrow Line said"."""
    word = parse.words[first]
    opens = first == 0 or parse.words[first - 1].sentence != word.sentence
    return int(
        opens and end - first > 1 and word.text.lower() in role_words() and word.text.lower() not in title_words()
    )


def _is_body(parse: Parse, last: int) -> bool:
    """Tell whether the last word of a name makes it the name of a body, a place or a work."""
    return parse.words[last].text.lower().rstrip(".") in kind_words()


def _after_title(parse: Parse, first: int, end: int) -> int:
    """Return where the name proper begins behind an office or a title; the end, if there is no name."""
    words = parse.words
    core = first
    for i in range(first, end):
        low = words[i].text.lower().rstrip(".")
        if low in title_words() or (low.endswith("s") and low[:-1] in words_of("offices", "capital_offices")):
            core = i + 1
            if core < end and words[core].text == ".":
                core += 1
            if core + 1 < end and words[core].text.lower() == "of":
                core += 2
    core = min(core, end)
    given = words[first].text.lower() in given_names()
    if core == end and end - first > 1 and given and "of" not in {word.text for word in words[first:end]}:
        return first  # a last name that is an office, too: "Jane Bishop"
    if first < core < end and _is_body(parse, end - 1) and words[core].text.lower() not in given_names():
        return first  # "General Workers' Confederation"
    return core
