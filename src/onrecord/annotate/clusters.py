"""Names of one report that are one bearer's, brought together.

A person goes by a full name, then by the last one; a body by its full name, then by its first or last words
or its initials. Where two could be meant, the one that the report speaks of more.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.annotate.drafts import Cast, Draft
from onrecord.annotate.governments import government_of, is_agent, owner_of
from onrecord.annotate.lexicon import called_after_places, given_names, title_gender, words_of
from onrecord.annotate.names import Name
from onrecord.lang import table
from onrecord.lang.states import known_states
from onrecord.model.marks import EntityType
from onrecord.model.words import Parse, Word

Forms = dict[str, list[tuple[str, Draft]]]
LONGEST_ROLE = 4
"""Words in front of a name that may belong to its role: "deputy chief of staff"."""


def cluster_names(
    parse: Parse,
    names: Sequence[Name],
    kinds: Mapping[str, EntityType],
    learned: Mapping[str, str],
    *,
    heard: Sequence[Name] = (),
) -> Cast:
    """Bring the mentions of names together by their bearers.

    Args:
        parse: The parse of the report.
        names: Its names, in order.
        kinds: What each name names, by its key.
        learned: States that the report itself shows, by their keys and the keys of their peoples.
        heard: Full names from elsewhere in the report, whose mentions are placed later.
    """
    cast = Cast()
    cast.bearers = _bearers(cast, (*names, *heard), kinds, learned)
    cast.namesakes = _namesakes(cast)
    for name in names:
        _note_seat(parse, cast, name)
    for name in names:
        place_name(parse, cast, name)
    for name in names:
        person = cast.at[name.end - 1]
        if person.type == "person":
            person.country = person.country or _country(parse, cast, name)
    return cast


def place_name(parse: Parse, cast: Cast, name: Name) -> None:
    """Mention the bearer of a name, or for a city that acts its government."""
    draft = _chosen(name, cast)
    seat = _ruled_from(cast, name, draft)
    if seat is not None and is_agent(parse, name):
        draft = government_of(cast, seat, "government")
        cast.place(draft, (name.first, name.end), "metonym", head=name.end - 1)
        return
    cast.place(draft, (_with_honorific(parse, name), name.end), "name", head=name.end - 1)
    for i in range(name.core, name.end - 1):
        cast.at.setdefault(i, draft)
    _introduce(parse, draft, name)
    if draft.type in {"government", "organization"} and draft.part_of is None:
        owner = owner_of(parse, cast, parse.words[name.end - 1])
        draft.part_of = owner if owner is not None and owner.type == "state" else None


def _note_seat(parse: Parse, cast: Cast, name: Name) -> None:
    """Note a city that speaks, and the state whose capital it is said to be: "Elmstad, Tarsona's capital"."""
    draft = cast.bearers[name.key]
    word = parse.words[name.end - 1]
    if draft.type != "place":
        return
    if word.dep == "nsubj" and parse.words[word.head].lemma in words_of("metonyms", "speaking"):
        draft.is_seat = True
    for other in (parse.words[word.head], *parse.dependents(word, "appos")):
        if other.lemma == "capital" and (word.dep == "appos" or other.dep == "appos"):
            owner = next((cast.bearers.get(w.text.lower()) for w in parse.dependents(other, "poss", "amod")), None)
            draft.country = owner if owner is not None and owner.type == "state" else draft.country


def _with_honorific(parse: Parse, name: Name) -> int:
    """Return where a mention begins: "Mr Vole", "Capt. Vole", but not the office in front of a name."""
    first = name.core
    while first > name.first and (parse.words[first - 1].text == "." or _is_honorific(parse.words[first - 1])):
        first -= 1
    return first


def _is_honorific(word: Word) -> bool:
    low = word.text.lower().rstrip(".")
    return any(low in words_of("titles", kind) for kind in ("male", "female", "neutral"))


def _ruled_from(cast: Cast, name: Name, draft: Draft) -> Draft | None:
    """Return the state whose government goes by a city or a house, or the city if no table lists it."""
    state = known_states().cities.get(name.key) or table("metonyms")["houses"].get(name.key)
    if state is not None:
        return _state_draft(cast, state)
    return draft.country or draft if draft.type == "place" and draft.is_seat else None


def _bearers(
    cast: Cast, names: Sequence[Name], kinds: Mapping[str, EntityType], learned: Mapping[str, str]
) -> dict[str, Draft]:
    """Return the draft of each name; longer names come first, so that shorter ones find them by their forms."""
    found: dict[str, Draft] = {}
    forms: Forms = defaultdict(list)
    texts = {name.key: name.text for name in names}
    for key in sorted(texts, key=lambda key: (-len(key.split()), -len(key), key)):
        state = (
            known_states().names.get(key)
            or known_states().demonyms.get(key)
            or learned.get(key)
            or _compass(key, found)
        )
        if state is not None:
            found[key] = _state_draft(cast, state)
            continue
        fits = _longer_names(key, texts[key], forms, kinds[key])
        found[key] = fits[0] if len(fits) == 1 else cast.new(texts[key], kinds[key])
        for form in _forms(key, found[key].type):
            forms[form].append((key, found[key]))
    return found


def _compass(key: str, found: Mapping[str, Draft]) -> str | None:
    """Return the one state of the report that a point of the compass stands for: "the North"."""
    if key not in words_of("actors", "compass"):
        return None
    states = {
        draft.name for draft in found.values() if draft.type == "state" and draft.name.lower().startswith(key + " ")
    }
    return states.pop() if len(states) == 1 else None


def _forms(key: str, kind: EntityType) -> set[str]:
    """Return the words under which a name is looked for when a shorter form of it comes."""
    if kind == "person":
        parts = name_parts(key)
        return {parts[0], parts[-1]} if parts else set()
    words = key.split()
    parts = [" ".join(words[:n]) for n in range(1, len(words) + 1)] + [
        " ".join(words[n:]) for n in range(1, len(words))
    ]
    return {*parts, _singular(key), *initials(words)}


def _singular(key: str) -> str:
    return " ".join(word.rstrip("s") for word in key.split())


def _longer_names(key: str, text: str, forms: Forms, kind: EntityType) -> list[Draft]:
    """Return the entities of which a name may be a shorter form."""
    fits: dict[int, Draft] = {}
    if kind == "person":
        parts = name_parts(key)
        for other, draft in forms.get(parts[-1], ()) if parts else ():
            if draft.type == "person" and is_short_for(parts, name_parts(other)):
                fits[id(draft)] = draft
        return list(fits.values())
    looked = {key, _singular(key), key.replace(".", "") if text.isupper() else key}
    for form in sorted(looked):
        for other, draft in forms.get(form, ()):
            if draft.type != "person" and " " in other and _stands_for(key, text, other, (kind, draft.type)):
                fits[id(draft)] = draft
    return list(fits.values())


def _stands_for(key: str, text: str, other: str, kinds: tuple[EntityType, EntityType]) -> bool:
    """Tell whether a name may stand for a longer one: its first or last words, its initials, its singular."""
    parts, longer = key.split(), other.split()
    if text.isupper() and key.replace(".", "") in initials(longer):
        return True
    return _singular(key) == _singular(other) or _is_part(parts, longer, *kinds)


def _state_draft(cast: Cast, state: str) -> Draft:
    same = (draft for draft in cast.drafts if draft.type == "state" and draft.name == state)
    return next(same, None) or cast.new(state, "state")


def name_parts(key: str) -> list[str]:
    """Return the parts of a person's name, hyphens opened: Kim Jong-un, Kim Jong Un."""
    return key.replace("-", " ").replace(".", "").split()


def is_short_for(short: Sequence[str], full: Sequence[str]) -> bool:
    """Tell whether a name may be a shorter form of another: last name, initial and last name, given name.

    >>> is_short_for(["h", "vole"], ["henrik", "vole"])
    True
    """
    if not short or not full:
        return False
    if len(short) == 1:
        return len(full) > 1 and short[0] in {full[-1], full[0]}
    return short == full or (short[-1] == full[-1] and _same_given(short[0], full[0]))


def _same_given(a: str, b: str) -> bool:
    return a == b or ((len(a) == 1 or len(b) == 1) and a[0] == b[0])


def _chosen(name: Name, cast: Cast) -> Draft:
    """Choose among several persons who share a name the one that the report speaks of most so far."""
    draft = cast.bearers[name.key]
    if draft.type != "person" or " " in name.text:
        return draft
    others = [d for d in cast.namesakes.get(name.key, ()) if d is not draft]
    gender = title_gender(name.title)
    fitting = [d for d in others if d.places and not (gender and d.gender and gender != d.gender)]
    return max(fitting, key=lambda d: len(d.places), default=draft)


def _namesakes(cast: Cast) -> dict[str, list[Draft]]:
    """Return for each given and last name the persons with full names who bear it."""
    found: dict[str, dict[int, Draft]] = defaultdict(dict)
    for key, draft in cast.bearers.items():
        parts = name_parts(key)
        if draft.type == "person" and len(parts) > 1:
            for part in {parts[0], parts[-1]}:
                found[part][id(draft)] = draft
    return {part: list(drafts.values()) for part, drafts in found.items()}


def _is_part(parts: list[str], longer: list[str], kind: EntityType, other: EntityType) -> bool:
    """Tell whether a name is the first or the last words of another of a like kind."""
    if "place" in {kind, other} and kind != other and len(parts) == 1:
        return False  # Kallport is not the Kallport Herald
    if longer[: len(parts)] == parts:
        return longer[-1] not in called_after_places()
    return longer[-len(parts) :] == parts and kind == other


def initials(words: Sequence[str]) -> set[str]:
    """Return the initials by which a name of several words may go, with and without its small words.

    >>> sorted(initials(["contemporary", "services", "corp."]))
    ['cs', 'csc']
    """
    large = [word for word in words if word not in words_of("actors", "names", "small")]
    short = [word for word in large if word.rstrip(".") not in words_of("actors", "names", "corporate")]
    return {"".join(word[0] for word in chosen) for chosen in (words, large, short) if len(chosen) > 1}


def _introduce(parse: Parse, draft: Draft, name: Name) -> None:
    """Note what stands around a name of who bears it: title, role, gender."""
    if draft.type == "person":
        draft.gender = draft.gender or title_gender(name.title) or given_names().get(name.key.split()[0])
        if len(name.text) > len(draft.name):
            draft.name = name.text
    for noun, before in _roles(parse, name):
        draft.add_role(noun, before)
        if draft.type == "person":
            draft.gender = draft.gender or title_gender(noun)


def _roles(parse: Parse, name: Name) -> Iterator[tuple[str, list[str]]]:
    """Yield the nouns in front of a name: "Transport Minister", "coastguard spokesman"."""
    title = name.title.split()
    if title:
        yield title[-1], title[:-1]
    end, first, words = name.first, name.first, parse.words
    sentence = parse.sentences[words[end].sentence]
    while first > sentence.first and end - first < LONGEST_ROLE and _may_belong(words[first - 1].pos):
        first -= 1
    if first < end and words[end - 1].pos == "NOUN":
        yield words[end - 1].text.lower(), [word.text.lower() for word in words[first : end - 1]]


def _may_belong(pos: str) -> bool:
    return pos in {"NOUN", "ADJ"}


def _country(parse: Parse, cast: Cast, name: Name) -> Draft | None:
    """Return the state that a person is said to be of: "North Korean leader Kim Jong Un", "Tarsona's premier, X"."""
    head = parse.words[name.end - 1]
    owner = owner_of(parse, cast, head)
    if owner is not None and owner.type == "state":
        return owner
    noun = parse.words[head.head]
    if head.dep == "appos" and noun.pos in {"NOUN", "PROPN"}:
        owner = owner_of(parse, cast, noun)
        return owner if owner is not None and owner.type == "state" else None
    return None
