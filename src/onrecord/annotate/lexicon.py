"""The word lists of the language, as sets: what a text's words are looked up in."""

from collections.abc import Mapping
from functools import cache

from onrecord.lang import table
from onrecord.model.marks import EntityType


@cache
def words_of(name: str, *path: str) -> frozenset[str]:
    """Return a word list of a table, for instance ``words_of("offices", "things", "place")``."""
    found = table(name)
    for key in path:
        found = found[key]
    return frozenset(found)


@cache
def kind_words() -> Mapping[str, EntityType]:
    """Return the last words of names that tell what a name names: "Ministry", "Street"."""
    names = table("offices")["names"]
    kinds: dict[str, EntityType] = {}
    order: tuple[EntityType, ...] = ("work", "event", "place", "organization", "government")
    for kind in order:
        kinds |= dict.fromkeys(names[kind], kind)
    return kinds


@cache
def called_after_places() -> frozenset[str]:
    """Return the last words of names that open with a place that they are not: "Kallport Herald"."""
    return words_of("offices", "names", "after_places") | words_of("offices", "names", "media")


@cache
def title_words() -> frozenset[str]:
    """Return the words that may stand with a capital before a person's name."""
    titles = table("titles")
    return frozenset(titles["male"] + titles["female"] + titles["neutral"] + table("offices")["capital_offices"])


@cache
def role_words() -> frozenset[str]:
    """Return the nouns that may stand before a name and tell who or what bears it: "survivor", "freighter"."""
    things = table("offices")["things"]
    return words_of("offices", "person").union(*things.values())


@cache
def given_names() -> Mapping[str, str]:
    """Return given names in lower case with the gender that most bearers have, "m" or "f"."""
    names = table("first_names")
    return dict.fromkeys(names["male"].split(), "m") | dict.fromkeys(names["female"].split(), "f")


@cache
def title_genders() -> Mapping[str, str]:
    """Return the titles and nouns that tell of gender, "m" or "f"."""
    titles, offices = table("titles"), table("offices")
    return dict.fromkeys(titles["male"] + offices["male"], "m") | dict.fromkeys(
        titles["female"] + offices["female"], "f"
    )


@cache
def gender_of_pronouns() -> Mapping[str, str]:
    """Return the pronouns of persons with their gender, "m" or "f"."""
    return dict.fromkeys(words_of("actors", "he"), "m") | dict.fromkeys(words_of("actors", "she"), "f")


def title_gender(title: str) -> str | None:
    """Return what the words of a title tell of gender, or None.

    >>> title_gender("former congresswoman")
    'f'
    """
    genders = title_genders()
    return next((genders[word] for word in title.split() if word in genders), None)


@cache
def noun_kinds() -> Mapping[str, str]:
    """Return the nouns for people, groups, bodies and documents, each with its kind."""
    offices = table("offices")
    kinds: dict[str, str] = dict.fromkeys(offices["documents"], "document")
    for kind in reversed(list(offices["bodies"])):
        kinds |= dict.fromkeys(offices["bodies"][kind], kind)
    return (
        kinds
        | dict.fromkeys(offices["groups"], "group")
        | dict.fromkeys(offices["person"], "person")
        | {"police": "force"}
    )
