"""Dated events, joined across reports, and their order."""

import pytest

from onrecord.ledger import keep_ledger
from onrecord.ledger.sequence import Places, order_events
from onrecord.model.claims import Alignment
from onrecord.model.ledger import Event
from onrecord.model.span import ReportId, Span

EVIDENCE = (Span(ReportId("r0"), 0, 1, "x"),)


def events(*rows):
    return [Event(name, name, status, EVIDENCE, time=time) for name, time, status in rows]


@pytest.mark.parametrize(
    ("rows", "order"),
    [
        pytest.param([("b", "1998-11-14", "happened"), ("a", "1998-11-13", "happened")], (("a",), ("b",)), id="by-day"),
        pytest.param([("a", "1998-11-13", "happened"), ("b", "1998-11-13", "happened")], (("a", "b"),), id="one-day"),
        pytest.param(
            [("m", "1998-11", "happened"), ("a", "1998-11-13", "happened"), ("b", "1998-11-14", "happened")],
            (("m", "a"), ("b",)),
            id="a-month-beside-its-first-day",
        ),
        pytest.param([("h", "1998", "hypothetical"), ("n", None, "happened")], (), id="left-out"),
    ],
)
def test_the_timeline_is_oldest_first(rows, order):
    """What overlaps stands side by side; hypothetical and undated events stay out."""
    assert order_events(events(*rows)) == order


@pytest.mark.parametrize(
    ("edges", "order"),
    [
        pytest.param([("u", "b")], (("a",), ("u",), ("b",)), id="right-before"),
        pytest.param([("a", "u")], (("a",), ("u",), ("b",)), id="right-after"),
        pytest.param([("a", "u"), ("u", "a")], (("a",), ("u",), ("b",)), id="a-ring-is-broken"),
        pytest.param([("b", "a")], (("a",), ("b",)), id="dates-before-words"),
    ],
)
def test_words_place_what_has_no_date(edges, order):
    """An event without a date stands by the one that the text says came after or before it; dates decide first."""
    rows = events(("a", "1998-11-13", "happened"), ("b", "1998-11-14", "happened"), ("u", None, "happened"))
    assert order_events(rows, Places(tuple(edges))) == order


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "order"),
    [
        pytest.param(
            "Corland shelled Kallport after Ilvara had seized the harbor on Friday.",
            ["Ilvara seized the harbor", "Corland shelled Kallport"],
            id="after",
        ),
        pytest.param(
            "The union signed the accord on Friday before Corland lifted the blockade.",
            ["The union signed the accord", "Corland lifted the blockade"],
            id="before",
        ),
        pytest.param(
            "Corland seized the harbor on Friday. Ilvara later sank the ferry.",
            ["Corland seized the harbor", "Ilvara sank the ferry"],
            id="later",
        ),
        pytest.param(
            "Rolf Dahm was jailed on Friday for stealing a painting.",
            ["Rolf Dahm stealing a painting", "Rolf Dahm jailed on Friday for stealing a painting"],
            id="the-crime-first",
        ),
        pytest.param(
            "Corland seized the harbor on Friday. The pact was signed a week after Corland seized the harbor. "
            "Ilvara sank the ferry on Monday.",
            ["Corland seized the harbor", "Ilvara sank the ferry", "The pact signed"],
            id="a-week-after",
        ),
        pytest.param(
            "Corland seized the harbor on Friday. Ilvara sank the ferry on Friday after a meeting with the union.",
            ["a meeting with the union", "Corland seized the harbor", "Ilvara sank the ferry"],
            id="nothing-is-pushed-on",
        ),
        pytest.param(
            "Corland seized the harbor on Friday, after the union's recent congress.",
            ["the union's recent congress", "Corland seized the harbor"],
            id="recent",
        ),
        pytest.param(
            "Corland jailed Rolf Dahm on Friday. Rolf Dahm was arrested at sea.",
            ["Rolf Dahm arrested at sea", "Corland jailed Rolf Dahm"],
            id="arrested-before-jailed",
        ),
    ],
)
def test_the_words_of_a_text_order_its_events(story, text, order):
    """What stands below "after", what "had" happened and a crime come first; what "later" happened comes last."""
    ledger = keep_ledger(story(text, dates={"Friday": "1998-11-13", "Monday": "1998-11-16", "a week": "P1W"}))
    titles = {event.id: event.title for event in ledger.events}
    assert [titles[name] for group in ledger.timeline for name in group] == order


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The union denied that Corland sank the Aster.",
        "Corland could have sunk the Aster.",
        "Rolf Dahm warned of an attack by Corland.",
        "If Ilvara shelled Kallport, Corland would respond.",
        "Corland did not attack Kallport.",
        "There were eleven shootings in Corland.",
        "No ship sank off Kallport.",
        "Nobody was arrested in Kallport.",
    ],
    ids=str,
)
def test_what_is_left_open_is_no_event(story, text):
    """What is denied, possible, feared or supposed is not told as an event."""
    assert [event for event in keep_ledger(story(text, text)).events if event.status == "happened"] == []


@pytest.mark.model
def test_a_noun_that_points_back_joins_its_event(story):
    """ "The massacre" is the shooting that a date was given for, and stands under it."""
    alignment = story(
        "Rolf Dahm shot nine guards on Friday. Corland mourned, and the massacre was condemned.",
        dates={"Friday": "1998-11-13"},
    )
    (event,) = keep_ledger(alignment).events
    assert [span.exact for span in event.evidence] == ["Rolf Dahm shot nine guards on Friday", "the massacre"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "title", "status"),
    [
        pytest.param("Corland sank the Aster on Friday.", "Corland sank the Aster", "happened", id="past"),
        pytest.param("Corland will open hearings on Friday.", "Corland to open hearings", "planned", id="planned"),
        pytest.param(
            "Corland could close the port on Friday.", "Corland to close the port", "hypothetical", id="could"
        ),
    ],
)
def test_a_dated_verb_is_an_event(story, text, title, status):
    """The verb that a date belongs to names the event, its mood the status."""
    (event,) = keep_ledger(story(text, dates={"Friday": "1998-11-13"})).events
    assert (event.title, event.time, event.status) == (title, "1998-11-13", status)


@pytest.mark.model
@pytest.mark.parametrize(
    "text", ["Rolf Dahm said so on Friday.", "It was cold on Friday.", "Corland did not sail on Friday."], ids=str
)
def test_speech_states_and_denials_are_no_events(story, text):
    """What was said, what was, and what did not happen are no events."""
    assert keep_ledger(story(text, dates={"Friday": "1998-11-13"})).events == ()


@pytest.mark.model
def test_one_event_in_two_reports_is_told_once(story):
    """The same deed of the same actor on one day is one event; the narrower date stays."""
    alignment = story(
        "Corland attacked Kallport on 13 November.",
        "In November, Corland attacked the port.",
        dates={"13 November": "1998-11-13", "In November": "1998-11"},
    )
    (event,) = keep_ledger(alignment).events
    assert (event.time, [span.report for span in event.evidence]) == ("1998-11-13", ["r0", "r1"])


def test_a_story_of_nothing_has_an_empty_ledger():
    """Without reports there is nothing to keep account of."""
    ledger = keep_ledger(Alignment(()))
    assert (ledger.commitments, ledger.positions, ledger.events, ledger.timeline) == ((), (), (), ())


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "dated"),
    [
        pytest.param("In the first update since 1976, Greta Amundal defined her policy.", [], id="since-a-year"),
        pytest.param(
            "Fire from Ilvara wounded nine guards in the worst clash since a truce in 1976.",
            [],
            id="since-a-truce",
        ),
        pytest.param("The union held the port until 1976.", [], id="until"),
        pytest.param(
            "Rolf Dahm has been held in Kallport since 1976.", ["Rolf Dahm held in Kallport"], id="goes-on-since"
        ),
        pytest.param("The union filed a suit over the rampage of 1976.", ["the rampage"], id="below-a-noun"),
    ],
)
def test_a_date_below_since_or_a_noun_dates_nothing_above(story, text, dated):
    """Where a stretch begins or ends says nothing of what is told; what still goes on since then began then."""
    found = keep_ledger(story(text, dates={"1976": "1976"})).events
    assert [event.title for event in found if event.time is not None] == dated


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "Corland sent a single law back to parliament on Friday.",
            "Corland sent a single law back to parliament",
            id="particle",
        ),
        pytest.param(
            "Rolf Dahm put Corland back on the list of sponsors on Friday, the ministry said.",
            "Rolf Dahm put Corland back on the list of sponsors",
            id="complement",
        ),
        pytest.param(
            "Corland seized Kallport, a port that has no rail, on Friday.", "Corland seized Kallport", id="no-aside"
        ),
        pytest.param(
            "Corland sold on Friday the eleven oldest ferries of the northern fleet to the harbor board of the city of"
            " Kallport.",
            "Corland sold on Friday the eleven oldest ferries of the northern fleet to the harbor …",
            id="cut-at-its-end",
        ),
    ],
)
def test_a_title_runs_unbroken_to_the_end_of_what_the_verb_governs(story, text, title):
    """Particles and complements stay; a title is shortened at its end only, and says so."""
    (event,) = [one for one in keep_ledger(story(text, dates={"Friday": "1998-11-13"})).events if one.time]
    assert event.title == title


@pytest.mark.model
def test_what_strikes_once_a_day_is_one_event(story):
    """A sinking is told once, whatever verb or noun tells it, and whether a day or "after" an hour of it dates it."""
    alignment = story(
        "The ferry sank off Kallport on Friday.",
        "The ship went down on Friday. Friday's sinking shocked the town.",
        dates={"Friday": "1998-11-13"},
    )
    events = keep_ledger(alignment).events
    assert [len(event.evidence) for event in events if event.time == "1998-11-13"] == [3]


@pytest.mark.model
def test_one_kind_on_two_days_is_two_events(story):
    """A conflicting day keeps two wrecks apart."""
    dates = {"Friday": "1998-11-13", "Monday": "1998-11-16"}
    events = keep_ledger(story("A ferry sank on Friday.", "A tug sank on Monday.", dates=dates)).events
    assert [event.time for event in events] == ["1998-11-13", "1998-11-16"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("words", "value", "time"),
    [
        pytest.param("2 a.m. on Friday", "1998-11-13T02:00", "1998-11-13", id="an-hour"),
        pytest.param("Friday", "1998-11-13", "1998-11-13/..", id="a-day"),
    ],
)
def test_after_an_hour_is_still_that_day(story, words, value, time):
    """ "After" a day leaves open when; after an hour of it is that day."""
    (event,) = keep_ledger(story(f"The ferry sank after {words}.", dates={words: value})).events
    assert event.time == time


def test_a_name_can_stand_for_somebody_nameless(story):
    """A trip of somebody named can be the trip of "an envoy" that was just told."""
    text = "On Friday an envoy ended a trip to Ilvara. Rolf Dahm's trip followed a truce."
    ledger = keep_ledger(story(text, dates={"Friday": "1998-11-13"}))
    assert len([event for event in ledger.events if "trip" in event.title]) == 1


def test_only_what_is_told_as_news_is_of_the_reports_day(story):
    """ "Announced" in a main clause is news of the day; "since it announced" is not."""
    text = "Merrow Line announced its plan. Rolf Dahm has stayed away since Corland announced its price."
    told = [event.title for event in keep_ledger(story(text)).events]
    assert told == ["Merrow Line announced its plan"]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("The law cited in the suit was passed on Friday.", ["The law passed"], id="what-is-cited"),
        pytest.param("Three pilots who the union said were killed on Friday lived in Kallport.", [], id="what-is-said"),
    ],
)
def test_a_verb_takes_the_subject_that_stands_before_a_participle(story, text, titles):
    """ "Cited" says more of the law that was passed; who says that others were killed was not."""
    told = keep_ledger(story(text, dates={"Friday": "1998-11-13"})).events
    assert [event.title for event in told if "union" in event.title or "law" in event.title] == titles
