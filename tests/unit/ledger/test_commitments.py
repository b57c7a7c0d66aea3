"""What counts as an undertaking, and what does not."""

import pytest

from onrecord.ledger import keep_ledger

pytestmark = pytest.mark.model


def read(alignment):
    return [(c.by, c.action, c.object, c.readings[0].status) for c in keep_ledger(alignment).commitments]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Corland pledged 12 million florins on Monday.",
            [("Corland", "pledge", "12 million florins", "pledged")],
            id="pledged-a-thing",
        ),
        pytest.param(
            "Merrow Line agreed to repair the bow door.",
            [("Merrow Line", "repair", "the bow door", "agreed")],
            id="agreed-to",
        ),
        pytest.param(
            "Merrow Line said it would pay 20,000 crowns.",
            [("Merrow Line", "pay", "20,000 crowns", "pledged")],
            id="said-it-would",
        ),
        pytest.param(
            "The ministry will inspect three ferries.",
            [("the ministry", "inspect", "three ferries", "expected")],
            id="a-reporters-will",
        ),
        pytest.param(
            "The union plans to publish its log.", [("the union", "publish", "its log", "expected")], id="plans-to"
        ),
        pytest.param(
            "Ilvara refused to open the border.", [("Ilvara", "open", "the border", "denied")], id="refused-to"
        ),
        pytest.param("Corland offered no guarantee.", [("Corland", "offer", "guarantee", "denied")], id="offered-no"),
        pytest.param("The union urged Corland to send a ship.", [], id="request-to-others"),
        pytest.param("The ministry would lose its funds.", [], id="effect"),
        pytest.param("Corland will probably win the vote.", [], id="forecast"),
        pytest.param("Ilvara should promise an inquiry.", [], id="demand"),
        pytest.param("If Corland agreed to talk, the strike could end.", [], id="only-thought-of"),
        pytest.param("The storm will reach Kallport tonight.", [], id="no-actor"),
        pytest.param("", [], id="empty"),
    ],
)
def test_an_undertaking_is_the_subjects_own(story, text, found):
    """Who undertakes is the subject of the verb; what is asked of others, feared or forecast is left out."""
    assert read(story(text)) == found


def test_own_words_bind_the_speaker(story):
    """ "We will" in a quotation is the speaker's."""
    text = 'Rolf Dahm spoke in Kallport. "We will block the port," he said.'
    assert read(story(text, spoken={"We will block the port": "Rolf Dahm"})) == [
        ("Rolf Dahm", "block", "the port", "pledged")
    ]


def test_what_somebodys_plan_will_do_is_his(story):
    """In somebody's words, the deed of a plan is its owner's."""
    text = "Rolf Dahm spoke. Corland's plan will provide a pension for sailors."
    spoken = {"Corland's plan will provide a pension for sailors": "Rolf Dahm"}
    assert [row[:3] for row in read(story(text, spoken=spoken))] == [("Corland", "provide", "a pension for sailors")]


def test_amounts_date_and_condition_stand_with_the_deed(story):
    """A commitment has the amounts and the date of what is to be done, and its condition in words."""
    text = "Corland promised to pay 5 million crowns by 11 January if Ilvara opens its books."
    (found,) = keep_ledger(story(text, dates={"11 January": "1999-01-11"})).commitments
    assert (found.due, found.condition) == ("1999-01-11", "if Ilvara opens its books")
    assert found.readings[0].amounts == (0,)


def test_the_date_of_the_promise_is_not_when_it_is_due(story):
    """On which day something was promised is no deadline."""
    (found,) = keep_ledger(
        story("Corland pledged 12 million florins on Monday.", dates={"Monday": "1998-11-16"})
    ).commitments
    assert found.due is None


def test_readings_of_two_reports_are_one_commitment(story):
    """The same actor with the same object undertakes one thing, told twice."""
    (found,) = keep_ledger(
        story("Merrow Line promised to repair the bow door.", "Merrow Line will repair the door of the ship.")
    ).commitments
    assert [(reading.report, reading.status) for reading in found.readings] == [("r0", "pledged"), ("r1", "expected")]


def test_other_things_stay_two_commitments(story):
    """One actor may undertake two things."""
    ledger = keep_ledger(story("Corland promised to send a ship.", "Corland promised to lift the duties."))
    assert [commitment.id for commitment in ledger.commitments] == ["c1", "c2"]
