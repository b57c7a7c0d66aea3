"""`check` names every link, evidence and order that is broken, by its place."""

import msgspec
import pytest

from onrecord.model.laws import count_links, find_broken_laws
from onrecord.model.links import AT_LEAST, CHAINS, LINKS, OF_ONE_REPORT, walk
from onrecord.model.record import Record
from onrecord.model.span import Span
from whole_record import FIRST, put, tree_of, whole_record

WORDS = {
    *("schema", "generator.name", "generator.version", "story.id", "story.title", "story.time"),
    *(f"generator.models.{use}.{name}" for use in ("nlp", "embedding") for name in ("name", "version", "sha256")),
    *(f"generator.options.corrections.{name}" for name in ("who", "when", "why", "value", "was")),
    *(f"reports.{name}" for name in ("id", "name", "also", "outlet", "url", "title", "language", "sha256", "text")),
    *(
        "reports.published.value",
        "reports.published.window",
        "reports.published.candidates",
        "reports.body",
        "reports.pages",
    ),
    *("entities.id", "entities.name", "times.value", "times.candidates"),
    *("amounts.value", "amounts.upper", "amounts.unit", "amounts.of"),
    *("statements.id", "statements.time", "statements.rule", "assertions.id"),
    *("claims.id", "claims.text", "claims.topic", "findings.id", "findings.sides.reads", "findings.note"),
    *("utterances.id", "commitments.id", "commitments.action", "commitments.object", "commitments.due"),
    *("commitments.condition", "commitments.readings.due", "positions.issue"),
    *("events.id", "events.title", "events.time", "origins.id", "origins.name", "problems.code", "problems.message"),
}
"""What is a text or a number of its own, and names no line."""


def told(record):
    """Return (code, message) of each breach."""
    return [(problem.code, problem.message) for problem in find_broken_laws(record)]


def places(path):
    """Return where values of a path stand in the whole record: the values themselves, not their lists."""
    return [place for place in walk(whole_record()) if place.path == path and isinstance(place.value, str | int)]


def texts_and_numbers(kind, path=""):
    """Yield the path of every field of the format that holds texts or numbers of no fixed choice."""
    inspect = msgspec.inspect
    match kind:
        case inspect.StructType(cls=cls) if cls is not Span:
            for field in kind.fields:
                yield from texts_and_numbers(field.type, f"{path}.{field.name}".lstrip("."))
        case inspect.VarTupleType(item_type=item):
            yield from texts_and_numbers(item, path)
        case inspect.TupleType(item_types=items) | inspect.UnionType(types=items):
            for item in items:
                yield from texts_and_numbers(item, path)
        case inspect.StrType() | inspect.IntType():
            yield path


def test_every_field_of_the_format_is_a_link_or_words():
    """A new field cannot be forgotten: it is a link, or said to be none."""
    fields = set(texts_and_numbers(msgspec.inspect.type_info(Record)))
    assert fields == set(LINKS) | WORDS
    assert not set(LINKS) & WORDS


def test_the_whole_record_is_sound_and_has_every_link():
    """Nothing is found where nothing is wrong; what is broken below was there."""
    assert told(whole_record()) == []
    assert [path for path in LINKS if not places(path)] == []
    assert count_links(whole_record()) == sum(len(places(path)) for path in LINKS)
    assert set(LINKS) >= OF_ONE_REPORT


@pytest.mark.parametrize("path", LINKS)
def test_a_dead_link_is_named(path):
    """Each id that no line has, and each index below zero or past its list, with its place."""
    for place in places(path):
        for dead in ("nobody",) if isinstance(place.value, str) else (-1, 99):
            code = "OR104" if LINKS[path] == "reports" else "OR106"
            message = f"{place.at} is {dead!r}, which is none of the {LINKS[path]}"
            assert (code, message) in told(put(whole_record(), place.at, dead))


@pytest.mark.parametrize("path", sorted(OF_ONE_REPORT))
def test_a_link_out_of_its_report_is_named(path):
    """What a report has is not made of what another report says."""
    elsewhere = {"statements": {"s1": "s2", "s2": "s1", "s3": "s1"}, "amounts": {0: 1, 1: 0}, "times": {0: 1, 1: 0}}
    for place in places(path):
        other = elsewhere[LINKS[path]][place.value]
        message = f"{place.at} leads out of its report, to {other!r} of the {LINKS[path]}"
        assert ("OR111", message) in told(put(whole_record(), place.at, other))


@pytest.mark.parametrize("path", AT_LEAST)
def test_a_line_on_nothing_is_named(path):
    """Each evidence of each reading, side, assertion and mention, not only one of a line."""
    lists = [place for place in walk(whole_record()) if place.path == path and isinstance(place.value, tuple)]
    assert lists
    for place in lists:
        least = AT_LEAST[path]
        fewer = tree_of(place.value)[: least - 1]
        message = f"{place.at} has {len(fewer) or 'nothing'}, and needs {least} at the least"
        assert ("OR108", message) in told(put(whole_record(), place.at, fewer))


def test_a_stated_day_without_words_is_named():
    """A day that a text shows stands on its words; one that was given needs none."""
    bare = put(whole_record(), "reports[0].published.evidence", [])
    assert told(bare) == [("OR108", "reports[0].published.evidence has nothing, and the day is stated")]
    assert told(put(bare, "reports[0].published.basis", "given")) == []


SPANS = [place for place in walk(whole_record()) if isinstance(place.value, Span)]


@pytest.mark.parametrize("place", SPANS, ids=lambda place: place.at)
def test_a_span_that_is_not_its_words_is_named(place):
    """Words that stand elsewhere, a report that is not there, and words of another report than the line's."""
    span = tree_of(place.value)
    shifted = {**span, "start": span["start"] + 900, "end": span["end"] + 900}
    assert [code for code, message in told(put(whole_record(), place.at, shifted)) if place.at in message] == ["OR105"]
    nowhere = told(put(whole_record(), f"{place.at}.report", "r9"))
    assert ("OR104", f"{place.at} names the report 'r9', which is not there: {span['exact'][:60]!r}") in nowhere
    if place.owners is not None and len(place.owners) == 1:
        other = next(report for report in whole_record().reports if report.id not in place.owners)
        foreign = tree_of(other.span(0, 4))
        message = f"{place.at} is of {other.id}, its line of {place.owners[0]}"
        said = told(put(whole_record(), place.at, foreign))
        assert place.path == "utterances.renderings.span" or ("OR111", message) in said
        assert "OR111" in {code for code, _ in said}


@pytest.mark.parametrize("name", [name for name in Record.__struct_fields__ if places(f"{name}.id")])
def test_an_id_that_two_lines_have_is_named(name):
    """In every list of lines with an id."""
    if name == "story":
        return
    tree = tree_of(whole_record())
    tree[name].append(tree[name][0])
    shared = tree[name][0]["id"]
    assert ("OR109", f"{name}: 2 lines have the id {shared!r}") in told(msgspec.convert(tree, Record))


@pytest.mark.parametrize("name", CHAINS)
def test_a_line_that_is_a_part_of_itself_is_named(name):
    """At once, or by way of another one."""
    first, second = (line.id for line in getattr(whole_record(), name)[:2])
    own = put(whole_record(), f"{name}[0].{CHAINS[name]}", first)
    assert ("OR112", f"{name}: following {CHAINS[name]} from {first!r} leads back to it") in told(own)
    both = put(put(whole_record(), f"{name}[0].{CHAINS[name]}", second), f"{name}[1].{CHAINS[name]}", first)
    assert {message for code, message in told(both) if code == "OR112"} == {
        f"{name}: following {CHAINS[name]} from {one!r} leads back to it" for one in (first, second)
    }


@pytest.mark.parametrize(
    "stretch",
    [
        pytest.param([60, len(FIRST) + 1], id="past-the-text"),
        pytest.param([60, 60], id="empty"),
        pytest.param([59, 70], id="overlapping"),
        pytest.param([-3, 70], id="below-zero"),
    ],
)
def test_a_torn_body_is_named(stretch):
    """A body is stretches of the text, in order."""
    start, end = stretch
    message = f"reports[0].body[1]: {start}-{end} is no stretch of the text, or out of order"
    assert told(put(whole_record(), "reports[0].body[1]", stretch)) == [("OR110", message)]


def test_quotations_out_of_order_are_named():
    """The pairs of marks of a report stand as in its text."""
    tree = tree_of(whole_record())
    early = tree_of(whole_record().reports[0].span(0, 7))
    tree["reports"][0]["quotes"].append({"span": early, "statement": None})
    message = "reports[0].quotes[1] stands before the one that it follows"
    assert told(msgspec.convert(tree, Record)) == [("OR110", message)]


@pytest.mark.parametrize(
    ("timeline", "message"),
    [
        pytest.param([["v1"], ["v2", "v1"]], "timeline: 'v1' stands there 2 times", id="twice"),
        pytest.param([["v1"], ["v3"]], "timeline: 'v3' is hypothetical, and stays out", id="hypothetical"),
    ],
)
def test_a_timeline_of_what_does_not_belong_there_is_named(timeline, message):
    """Each event once, and none that is only supposed."""
    assert told(put(whole_record(), "timeline", timeline)) == [("OR113", message)]


@pytest.mark.parametrize(
    ("at", "value"),
    [
        pytest.param("claims[1].unsure", [], id="in-none"),
        pytest.param("claims[0].silent", ["r1"], id="told-and-silent"),
        pytest.param("claims[2].silent", ["r2", "r2"], id="silent-twice"),
    ],
)
def test_a_report_in_no_cell_or_in_two_is_named(at, value):
    """Each report is in exactly one of readings, silent, unsure."""
    assert [code for code, _ in told(put(whole_record(), at, value))] == ["OR107"]
