"""Nominals: who and what a report refers to by a noun, and which of its named entities that is.

"The minister" is the one minister of the report, "the company" its one company; what binds to nobody is an
entity of its own where it acts, speaks or is spoken to.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.governments import government_of, merge_governments, owner_of
from onrecord.annotate.lexicon import noun_kinds, title_gender, words_of
from onrecord.annotate.names import Office, spelled
from onrecord.lang import table
from onrecord.model.marks import EntityType
from onrecord.model.words import Parse, Word

INSIDE = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "advmod"})
PUBLIC = ("union", "ministry", "parliament", "court", "party", "agency", "media", "force", "school", "government")
STANDING = frozenset({"force", "parliament", "ministry"})
"""Kinds of bodies that are one and the same wherever a report has the noun: "the navy", "parliament"."""
WINDOW = 2
"""Sentences back in which a noun finds the one that is spoken of."""


class Noun(Struct, frozen=True):
    """A noun for somebody or something, with what kind it is of and the words before it, in lower case."""

    word: Word
    kind: str
    start: int
    before: tuple[str, ...]

    @property
    def low(self) -> str:
        """The noun in lower case."""
        return self.word.text.lower()

    @property
    def definite(self) -> bool:
        """Whether it refers to something known: by an article or an owner."""
        return self.before[:1] != () and (
            self.before[0] in words_of("actors", "definite")
            or not words_of("actors", "possessives").isdisjoint(self.before)
        )


def place_nominals(parse: Parse, cast: Cast, offices: Sequence[Office]) -> None:
    """Add the nominals of a report to its entities, and those that are entities of their own."""
    capital = {office.end - 1: office.first for office in offices}
    _place_appositions(parse, cast)
    known = _Known(cast)
    for word in parse.words:
        noun = word.pos == "NOUN" or (word.pos == "PROPN" and word.text.islower())
        if word.i in cast.at or not (noun or word.i in capital):
            continue
        kind = noun_kinds().get(word.text.lower())
        if kind is not None and (word.dep != "compound" or kind == "government"):
            start = min(capital.get(word.i, word.i), base_start(parse, word))
            before = tuple(w.text.lower() for w in parse.words[start : word.i])
            _place_one(parse, known, Noun(word, kind, start, before), named=word.i in capital)
    merge_governments(cast)


def _place_one(parse: Parse, known: "_Known", noun: Noun, *, named: bool) -> None:
    draft, cast = None, known.cast
    if noun.kind == "government":
        draft = _government(parse, cast, noun)
    elif noun.definite or (named and noun.before):
        draft = _bound(parse, known, noun)
    standing = noun.kind in STANDING or (
        noun.kind == "group" and noun.before[:1] != () and noun.before[0] in words_of("actors", "definite")
    )
    owning = words_of("actors", "possessives") | words_of("actors", "owners")
    owned = noun.kind not in {"person", "group", "document"} and not owning.isdisjoint(noun.before)
    office = named and noun.kind == "person" and noun.definite  # "the Prime Minister" is somebody wherever he stands
    if draft is None and (standing or owned or office or is_involved(parse, noun.word, noun.kind)):
        draft = _own(parse, cast, noun)
    if draft is not None:
        cast.place(draft, (noun.start, noun.word.i + 1), "nominal", head=noun.word.i)


def base_start(parse: Parse, word: Word) -> int:
    """Return the first word of the noun phrase that a noun ends; questions and relatives are left out."""
    first = word.i
    for child in parse.dependents(word, *INSIDE):
        if child.i < first and not child.tag.startswith("W"):
            first = min(first, parse.subtree(child)[0])
    first = max(first, parse.sentences[word.sentence].first)
    for i in range(first, word.i):
        if parse.words[i].pos == "CCONJ" and any(parse.words[k].pos == "PROPN" for k in range(first, i)):
            first = i + 1
            break
    while first < word.i and (parse.words[first].pos == "PUNCT" or parse.words[first].tag.startswith("W")):
        first += 1
    return first


def _place_appositions(parse: Parse, cast: Cast) -> None:
    """Add the nouns that stand in apposition to a name, and note them as roles."""
    for word in parse.words:
        if word.dep != "appos":
            continue
        head = parse.words[word.head]
        noun, draft = (word, cast.at.get(head.i)) if word.i not in cast.at else (head, cast.at[word.i])
        if draft is None or noun.i in cast.at or noun.pos not in {"NOUN", "PROPN"} or not _fits(draft, noun):
            continue
        start = base_start(parse, noun)
        draft.add_role(noun.text.lower(), [w.text.lower() for w in parse.words[start : noun.i]])
        if draft.type == "person":
            draft.gender = draft.gender or title_gender(noun.text.lower())
            draft.country = draft.country or owner_of(parse, cast, noun)
        cast.place(draft, (start, noun.i + 1), "nominal", head=noun.i)


def _fits(draft: Draft, noun: Word) -> bool:
    """Tell whether a noun may describe an entity of its type."""
    kind = noun_kinds().get(noun.text.lower())
    match draft.type:
        case "person":
            return kind == "person" or noun.text.lower() in words_of("offices", "capital_offices")
        case "organization" | "government":
            return kind not in {"person", "group", "document", None}
        case "thing" | "place":
            return noun.text.lower() in words_of("offices", "things", draft.type)
        case _:
            return kind in {"state", "document"} and (kind == "document") == (draft.type == "work")


def _government(parse: Parse, cast: Cast, noun: Noun) -> Draft | None:
    """Return the government, regime or administration that a noun refers to."""
    owner = owner_of(parse, cast, noun.word)
    if owner is not None:
        return government_of(cast, owner, noun.low)
    if noun.before[:1] != () and noun.before[0] in words_of("actors", "articles"):
        return None
    known = [d for d in cast.drafts if d.is_rule and d.places and d.places[0][0][0] < noun.word.i]
    of_states = [draft for draft in known if draft.part_of is not None]
    same = [draft for draft in known if noun.low in draft.roles] or (of_states if len(of_states) == 1 else [])
    return max(same, key=lambda d: d.places[-1][0][0], default=None) or _own(parse, cast, noun)


class _Known:
    """Whom each noun may refer to, by its kind and how the report introduces them.

    Each entity is looked at once a noun. It need not be looked at again: while nominals are placed, only
    governments get further roles, and no noun for them is looked up here.
    """

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._called: dict[str, list[Draft]] = {}
        self._seen: dict[str, int] = {}

    def called(self, noun: Noun) -> list[Draft]:
        """Return the entities that a noun may refer to, whatever stands before it, in the order of the cast."""
        found, drafts = self._called.setdefault(noun.low, []), self.cast.drafts
        seen = self._seen.get(noun.low, 0)
        found += [draft for draft in drafts[seen:] if _is_called(draft, noun)]
        self._seen[noun.low] = len(drafts)
        return found


def _bound(parse: Parse, known: _Known, noun: Noun) -> Draft | None:
    """Return the entity of the report that a definite noun refers to, if one fits best; a body's noun looks back."""
    fits = known.called(noun)
    if noun.kind == "person":
        fits = [d for d in fits if _holds(d, noun.low, noun.before) and _agree(d, noun.low)]
    elif noun.kind != "document":
        told = own_words(parse, noun)
        fits = [d for d in fits if d.places and d.places[0][0][0] < noun.word.i and _has(d, told, noun.low)]
        called_so = [d for d in fits if noun.low in _heads(d) or noun.low in d.roles]
        fits = called_so if called_so and noun.kind != "company" else fits
    if len(fits) > 1:
        words = set(noun.before) - words_of("actors", "definite")
        fits = [d for d in fits if words & (d.roles.get(noun.low, set()) | set(d.name.lower().split()))] or fits
    fits = [d for d in fits if d.places and d.places[0][0][0] < noun.word.i] or fits
    return fits[0] if len(fits) == 1 else _nearest(parse, fits, noun.word)


def _is_called(draft: Draft, noun: Noun) -> bool:
    """Tell whether a noun may refer to an entity, by its type, its name and its roles."""
    match noun.kind:
        case "person":
            names = words_of("actors", "spokes") if noun.low in words_of("actors", "spokes") else {noun.low}
            return draft.type == "person" and not names.isdisjoint(draft.roles)
        case "document":
            return draft.type == "work" and noun.low in draft.name.lower().split()
        case "group" | "state":
            return False
        case kind:
            return draft.type in {"organization", "government"} and _is_of_kind(draft, noun.low, kind)


def _nearest(parse: Parse, fits: Sequence[Draft], word: Word) -> Draft | None:
    """Return the only one that the last sentences speak of, else one spoken of twice as often as any other."""
    first = parse.sentences[max(0, word.sentence - WINDOW)].first
    near = [d for d in fits if any(first <= place[0] < word.i for place, _ in d.places)]
    if len(near) == 1:
        return near[0]
    counts = sorted(((sum(place[0] < word.i for place, _ in d.places), n) for n, d in enumerate(fits)), reverse=True)
    if len(counts) > 1 and counts[0][0] >= 2 * max(1, counts[1][0]):
        return fits[counts[0][1]]
    return None


def _holds(draft: Draft, noun: str, before: Sequence[str]) -> bool:
    """Tell whether somebody holds an office: no "transport minister" is a "prime minister"."""
    if noun in words_of("actors", "spokes"):
        return not words_of("actors", "spokes").isdisjoint(draft.roles)
    if noun not in draft.roles:
        return False
    ours, theirs = _content(before), _content(draft.roles[noun])
    if ours & words_of("actors", "ranks") != theirs & words_of("actors", "ranks"):
        return False
    return not ours or not theirs or bool(ours & theirs)


def _content(words: Sequence[str] | set[str]) -> set[str]:
    """Return the words that tell one office from another: no owners, no articles, no ages."""
    found = (
        set(words)
        - words_of("actors", "definite")
        - words_of("actors", "articles")
        - words_of("actors", "possessives")
        - words_of("actors", "times_of_office")
    )
    owners = {a for a, b in zip(list(words), list(words)[1:], strict=False) if b in words_of("actors", "possessives")}
    return {word for word in found - owners if word.isalpha()}


def _agree(draft: Draft, noun: str) -> bool:
    gender = title_gender(noun)
    return gender is None or draft.gender is None or gender == draft.gender


def _is_of_kind(draft: Draft, noun: str, kind: str) -> bool:
    """Tell whether a body is called by such a noun: "the ministry" is the Interior Ministry."""
    heads = _heads(draft)
    if noun in heads or noun in draft.roles or not heads.isdisjoint(table("offices")["stands_for"].get(noun, ())):
        return True
    return kind == "company" and draft.type == "organization" and not _is_public(name_words(draft))


def _heads(draft: Draft) -> set[str]:
    """Return the nouns that a body's name has: its last word, and what stands before "of" and "for"."""
    words = [word.strip(".,") for word in draft.name.lower().split()]
    return {words[-1], words[-1].removesuffix("s"), *(a for a, b in pairwise(words) if b in {"of", "for"})}


def name_words(draft: Draft) -> set[str]:
    """Return the words of a name in lower case, without owners' endings and marks."""
    return {word.removesuffix("'s").strip(".,'") for word in draft.name.lower().replace("-", " ").split()}


def own_words(parse: Parse, noun: Noun) -> frozenset[str]:
    """Return the words by which a noun tells which body it means, in lower case: its modifiers, its owner.

    "The pension fund", "his fund", "the fund of the dockers", "the fund that paid". An article and a "former" tell
    nothing.
    """
    cases = [k for k, word in enumerate(noun.before) if word in words_of("actors", "possessives")]
    after_given = max(0, cases[-1] - 1) if cases else 0  # of "Ida Merrow's line" the last name tells enough
    before = {word.rstrip(".") for word in noun.before[after_given:] if word[:1].isalpha()}
    behind: set[str] = set()
    for child in parse.dependents(noun.word, "prep", "relcl", "acl"):
        follows = child.i > noun.word.i and parse.words[noun.word.i + 1].text != ","
        if follows and (child.text == "of" if child.dep == "prep" else _describes(parse, child)):
            behind |= {parse.words[i].text.lower() for i in parse.subtree(child) if parse.words[i].pos != "PUNCT"}
    telling_nothing = ("definite", "articles", "times_of_office")
    told = (before | behind).difference({"of"}, *(words_of("actors", kind) for kind in telling_nothing))
    return frozenset(told | before & words_of("actors", "owners"))


def _describes(parse: Parse, clause: Word) -> bool:
    """Tell whether a clause tells what its noun does: "the firm that paid", not "the suit of the firm that I read"."""
    subject = next(parse.dependents(clause, "nsubj", "nsubjpass"), None)
    return clause.dep == "acl" or (subject is not None and subject.tag.startswith("W"))


def _has(draft: Draft, told: frozenset[str], noun: str) -> bool:
    """Tell whether a body has by name or introduction all that a noun tells of it.

    Whose it is ("his fund") tells nothing of a body that the noun itself names.
    """
    words = name_words(draft)
    known = words | draft.roles.get(noun, set())
    return told <= (known | words_of("actors", "owners") if noun in words else known)


def _is_public(words: set[str]) -> bool:
    return not words.isdisjoint(words_of("offices", "names", "government")) or any(
        not words.isdisjoint(words_of("offices", "bodies", kind)) for kind in PUBLIC
    )


def is_involved(parse: Parse, word: Word, kind: str) -> bool:
    """Tell whether a noun acts, speaks or is spoken to."""
    head = parse.words[word.head]
    if word.dep == "conj":
        return head.i != word.i and noun_kinds().get(head.text.lower()) is not None and is_involved(parse, head, kind)
    if word.dep in {"nsubj", "nsubjpass"}:
        return head.pos == "VERB" and (word.dep == "nsubj" or kind in {"person", "group"})
    if word.dep in {"dobj", "dative", "iobj"}:
        return head.lemma in words_of("offices", "telling") and kind != "document"
    if word.dep == "pobj":
        return head.dep == "agent" or (head.text.lower() == "to" and parse.words[head.head].text.lower() == "according")
    return False


TYPES: dict[str, EntityType] = {
    "person": "person", "group": "group", "document": "work", "ministry": "government", "government": "government",
    "parliament": "government", "state": "state",
}  # fmt: skip


def _own(parse: Parse, cast: Cast, noun: Noun) -> Draft | None:
    """Return the entity that goes by a noun and the words before it, new if the report has none yet."""
    if noun.kind == "state":
        return None
    name = plain_name(parse, noun)
    if name not in cast.nouns:
        draft = cast.nouns[name] = cast.new(name, TYPES.get(noun.kind, "organization"))
        draft.gender = title_gender(noun.low) if noun.kind == "person" else None
        owner = owner_of(parse, cast, noun.word) if noun.kind not in {"person", "group"} else None
        draft.part_of = owner if owner is not None and owner.type == "state" else None
        draft.members = _members(cast, noun)
        if noun.kind == "government" and noun.low != "cabinet":
            draft.is_rule = True
            draft.add_role(noun.low, ())
    return cast.nouns[name]


def _members(cast: Cast, noun: Noun) -> list[Draft]:
    """Return the two that "both countries" or "the two ministers" are, if the report has spoken of just two."""
    if noun.kind != "group" or words_of("actors", "coupling").isdisjoint(noun.before):
        return []
    if noun.low in words_of("actors", "states"):
        fits = [draft for draft in cast.drafts if draft.type == "state"]
    else:
        fits = [draft for draft in cast.drafts if draft.type == "person" and noun.low.removesuffix("s") in draft.roles]
    fits = [draft for draft in fits if draft.places and draft.places[0][0][0] < noun.word.i]
    return sorted(fits, key=lambda d: d.places[0]) if len(fits) == 2 else []  # noqa: PLR2004 - a couple


def plain_name(parse: Parse, noun: Noun) -> str:
    """Return a noun with the words before it, in lower case, without article: what such an entity is called."""
    first = noun.start
    while first < noun.word.i and parse.words[first].text.lower() in words_of("actors", "definite") | words_of(
        "actors", "articles"
    ):
        first += 1
    return spelled(parse, first, noun.word.i + 1).lower()
