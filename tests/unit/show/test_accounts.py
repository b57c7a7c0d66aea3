"""The timeline's order, and what kind an origin is said to be."""

import pytest
from msgspec.structs import replace

from onrecord.model.claims import Origin
from onrecord.model.ledger import Event
from onrecord.model.marks import Entity
from onrecord.show import show_html, show_markdown
from onrecord.show.columns import columns_of
from onrecord.show.lookup import look_up
from onrecord.show.timeline_picture import draw_timeline


def test_an_event_with_an_open_end_stands_where_it_begins(bridge):
    """What the record's timeline leaves out is put where the first of its days is; without a day it comes last."""
    words = bridge.events[0].evidence
    times = {"first": "1998-05-04", "later": "2018-07", "open": "2001-09-11/..", "by": "../1998-06-04", "never": None}
    events = tuple(Event(name, name, "happened", words, time=time) for name, time in times.items())
    lookup = look_up(replace(bridge, events=events, timeline=(("first",), ("later",))))
    lines = draw_timeline(lookup, columns_of(lookup)).lines
    assert [line.title for line in lines] == ["first", "by", "open", "later", "never"]


def test_the_order_of_the_record_stays(bridge):
    """An event without a day that the record has placed between two others is not moved."""
    words = bridge.events[0].evidence
    times = {"a": "1998-05-06", "b": None, "c": "1998-05", "d": "1998-05-09"}
    events = tuple(Event(name, name, "happened", words, time=time) for name, time in times.items())
    lookup = look_up(replace(bridge, events=events, timeline=(("a",), ("b",), ("c",), ("d",))))
    assert [line.title for line in draw_timeline(lookup, columns_of(lookup)).lines] == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("kind", "type_", "said"),
    [
        pytest.param("person", "organization", "", id="an-organization-is-no-person"),
        pytest.param("person", "state", "", id="a-state-is-no-person"),
        pytest.param("person", "person", "person", id="a-person-is"),
        pytest.param("official", "organization", "official", id="other-kinds-stay"),
    ],
)
def test_no_origin_is_called_what_it_is_not(bridge, kind, type_, said):
    """A kind that the type of the origin's entity contradicts is not printed."""
    origin = Origin("o", "Weather Service", kind, bridge.origins[0].reports, entity="e-weather")
    entities = (*bridge.entities, Entity("e-weather", "Weather Service", type_))
    record = replace(bridge, origins=(origin,), entities=entities, claims=(), findings=())
    assert f"- Weather Service{f' ({said})' if said else ''}\n" in show_markdown(record)
    assert f"<b>Weather Service</b>{f' <em>{said}</em>' if said else ''}<ul" in show_html(record)
