"""Who is who across reports: names, spellings, offices; what must never be one; ids everywhere."""

import hashlib

import pytest

from onrecord.align.entities import resolve_entities
from onrecord.model.marks import Addressee, Annotations, Assertion, Entity, Mention, Relay, Statement
from onrecord.model.report import Report
from onrecord.model.span import ReportId
from onrecord.model.words import Parse

NOTHING = Parse((), (), (), ())


def notes_of(number, *rows):
    """Build annotations whose text is the mentions one behind the other: (name, type, [(words, kind), ...])."""
    text = " ".join(words for _, _, mentions in rows for words, _ in mentions)
    report = Report(ReportId(f"r{number}"), f"{number}.txt", text, hashlib.sha256(text.encode()).hexdigest())
    entities, at = [], 0
    for n, (name, kind, mentions) in enumerate(rows, 1):
        found = []
        for words, mention_kind in mentions:
            at = text.index(words, at)
            found.append(Mention(report.span(at, at + len(words)), mention_kind))
            at += len(words)
        entities.append(Entity(f"r{number}.e{n}", name, kind, mentions=tuple(found)))
    return Annotations(report, NOTHING, tuple(entities))


def named(name, kind="person"):
    return name, kind, [(name, "name")]


def noun(words, kind="person", name=None):
    return name or words.lower().removeprefix("the "), kind, [(words, "nominal")]


def groups_of(*annotated):
    """Return the names that the story's entities go by, each with the words of all its mentions."""
    entities, _ = resolve_entities(annotated)
    return [(entity.name, [mention.span.exact for mention in entity.mentions]) for entity in entities]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(named("Henrik Vole"), named("Henrik Vole"), id="same-name"),
        pytest.param(named("Henrik Vole"), named("Vole"), id="last-name"),
        pytest.param(named("Henrik Vole"), named("H. Vole"), id="initial"),
        pytest.param(named("Rex W. Dahm"), named("Rex Dahm"), id="middle-initial"),
        pytest.param(named("Kim Jo Rin"), named("Kim Jo-rin"), id="hyphen"),
        pytest.param(named("Jure Kovač"), named("Jure Kovac"), id="accent"),
        pytest.param(named("Anna Müller"), named("Anna Mueller"), id="transcription"),
        pytest.param(named("Ivo Harrington"), named("Ivo Harringtom"), id="slip-in-a-long-name"),
        pytest.param(named("Merrow Line", "organization"), named("Merrow", "organization"), id="first-word"),
        pytest.param(named("Kallport Herald", "organization"), named("Herald", "organization"), id="last-word"),
        pytest.param(named("Union Telegraph", "organization"), named("UT", "organization"), id="acronym"),
        pytest.param(named("Tarsona", "state"), named("Tarsonan", "state"), id="people"),
        pytest.param(named("Linnea", "thing"), named("Linnea", "organization"), id="taken-for-something-else"),
        pytest.param(noun("the coastguard", "organization"), noun("The coastguard", "organization"), id="same-noun"),
        pytest.param(named("Seamen's Union", "organization"), noun("the seamen's union", "organization"), id="case"),
    ],
)
def test_one_bearer_is_one_entity(one, other):
    """Reports that use one name, a shorter form, another spelling or the same noun speak of one entity."""
    assert len(groups_of(notes_of(1, one), notes_of(2, other))) == 1
    assert len(groups_of(notes_of(1, other), notes_of(2, one))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(named("Henrik Vole"), named("Lena Vole"), id="other-given-name"),
        pytest.param(named("Henrik Vole"), named("L. Vole"), id="other-initial"),
        pytest.param(named("Jan Moe"), named("Jan Roe"), id="short-last-names"),
        pytest.param(named("Kallport Herald", "organization"), named("Kallport", "place"), id="paper-and-city"),
        pytest.param(named("Arwen", "place"), named("Arven", "place"), id="places-are-spelled-alike"),
        pytest.param(noun("a spokesman"), noun("a spokesman"), id="some-spokesman"),
        pytest.param(noun("officials", "group"), noun("officials", "group"), id="some-officials"),
    ],
)
def test_two_bearers_stay_two(one, other):
    """Nothing is joined on a likeness that two bearers may share."""
    assert len(groups_of(notes_of(1, one), notes_of(2, other))) == 2


def test_a_last_name_that_two_persons_bear_stays_alone():
    """Where two persons could be meant, neither is."""
    assert len(groups_of(notes_of(1, named("Henrik Vole"), named("Lena Vole")), notes_of(2, named("Vole")))) == 3


def test_an_office_finds_its_only_holder():
    """The minister of one report is the named minister of another, if the words before the noun agree."""
    minister = ("Greta Amundal", "person", [("Transport Minister", "nominal"), ("Greta Amundal", "name")])
    premier = ("Oskar Torvald", "person", [("the prime minister", "nominal"), ("Oskar Torvald", "name")])
    groups = groups_of(notes_of(1, minister, premier), notes_of(2, noun("the transport minister")))
    assert [len(words) for _, words in groups] == [3, 2]
    other = ("Ivo Rist", "person", [("Interior Minister", "nominal"), ("Ivo Rist", "name")])
    assert len(groups_of(notes_of(1, minister, other), notes_of(2, noun("the minister")))) == 3


def test_a_prime_minister_is_not_called_the_minister():
    """An office with a word of rank before it is another office."""
    minister = ("Greta Amundal", "person", [("Transport Minister", "nominal"), ("Greta Amundal", "name")])
    premier = ("Oskar Torvald", "person", [("the prime minister", "nominal"), ("Oskar Torvald", "name")])
    groups = groups_of(notes_of(1, minister, premier), notes_of(2, noun("the minister")))
    assert [len(words) for _, words in groups] == [3, 2]


def test_an_office_is_held_by_nobody_of_the_other_gender():
    """Whom a report calls he is no holder with a woman's name."""
    holder = ("Mary Quill", "person", [("the chairman", "nominal"), ("Mary Quill", "name")])
    called = ("chairman", "person", [("the chairman", "nominal"), ("He", "pronoun")])
    assert len(groups_of(notes_of(1, holder), notes_of(2, noun("the chairman")))) == 1
    assert len(groups_of(notes_of(1, holder), notes_of(2, called))) == 2


def test_governments_that_go_by_one_city_are_one():
    """A city that stands for a government in two reports stands for the same one."""
    one = ("government of Tarsona", "government", [("Elmstad", "metonym")])
    other = ("government in Elmstad", "government", [("Elmstad", "metonym")])
    assert groups_of(notes_of(1, one), notes_of(2, other)) == [("government of Tarsona", ["Elmstad", "Elmstad"])]


def test_the_fullest_name_is_the_name():
    """An entity goes by its fullest name; a state by its own, not by its people's."""
    groups = groups_of(
        notes_of(1, named("Vole"), named("Tarsonan", "state")),
        notes_of(2, named("Tarsona", "state"), named("Henrik Vole")),
    )
    assert [name for name, _ in groups] == ["Henrik Vole", "Tarsona"]


@pytest.mark.parametrize(
    ("fuller", "plain", "kind", "name"),
    [
        pytest.param("Owner Varnel Line", "Varnel Line", "organization", "Varnel Line", id="a-body"),
        pytest.param("Maria Elena Quist", "Elena Quist", "person", "Maria Elena Quist", id="a-person"),
    ],
)
def test_what_one_report_puts_before_a_name_is_no_part_of_it(fuller, plain, kind, name):
    """A word that one report begins its sentence with is not in a body's name; a person's first name always is."""
    again = plain, kind, [(plain, "name"), (plain, "name")]
    rows = [named(fuller, kind), named(plain, kind), again]
    assert name in [found for found, _ in groups_of(*(notes_of(n, row) for n, row in enumerate(rows, 1)))]


def test_a_copy_changes_nothing_else():
    """Adding a copy of a report resolves nothing that was not resolved before, and adds its mentions."""
    reports = [
        notes_of(1, named("Henrik Vole"), named("Merrow Line", "organization"), named("Linnea", "thing")),
        notes_of(2, named("Vole"), named("Merrow", "organization"), named("Linnea", "place"), named("Lena Vole")),
    ]
    copy = notes_of(3, named("Vole"), named("Merrow", "organization"), named("Linnea", "place"), named("Lena Vole"))
    before, after = resolve_entities(reports)[0], resolve_entities([*reports, copy])[0]
    assert [(e.id, e.name, e.type) for e in before] == [(e.id, e.name, e.type) for e in after]


def test_every_id_is_the_storys():
    """Entities, statements and assertions of each report name entities of the story."""
    notes = notes_of(2, named("Henrik Vole"), named("Merrow Line", "organization"))
    report = notes.report
    statement = Statement(
        "r2.s1", report.id, "indirect", (report.span(0, 6),), "rule", speaker="r2.e1",
        addressee=Addressee(None, "r2.e2"), via=(Relay(None, "r2.e2"),),
    )  # fmt: skip
    assertion = Assertion(
        "r2.a1", report.id, "clause", (report.span(0, 6),), 0, 0, (0,), holders=("r2.e1",), entities=("r2.e1", "r2.e2")
    )
    full = Annotations(report, NOTHING, notes.entities, statements=(statement,), assertions=(assertion,))
    entities, (_, read) = resolve_entities([notes_of(1, named("Merrow Line", "organization")), full])
    assert [(e.id, e.name) for e in entities] == [("e1", "Merrow Line"), ("e2", "Henrik Vole")]
    assert [e.id for e in read.entities] == ["e2", "e1"]
    assert (read.statements[0].speaker, read.statements[0].addressee.entity) == ("e2", "e1")
    assert read.statements[0].via[0].entity == "e1"
    assert (read.assertions[0].holders, read.assertions[0].entities) == (("e2",), ("e2", "e1"))


def test_no_reports_no_entities():
    """An empty story has no entities."""
    assert resolve_entities([]) == ((), ())
