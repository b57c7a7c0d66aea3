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
            "The union plans to publish its log.", [("the union", "publish", "its log", "pledged")], id="plans-to"
        ),
        pytest.param(
            "Corland threatened to close the strait.",
            [("Corland", "close", "the strait", "reserved")],
            id="threatened-to",
        ),
        pytest.param(
            "Corland withdrew its offer of two ships.",
            [("Corland", "offer", "two ships", "suspended")],
            id="withdrew-its-offer",
        ),
        pytest.param(
            "Ilvara denied that it had agreed to free the pilots.",
            [("Ilvara", "free", "the pilots", "denied")],
            id="denied-that-it-agreed",
        ),
        pytest.param(
            "Merrow Line paid the 300 crowns it had promised.",
            [("Merrow Line", "pay", "the 300 crowns", "done")],
            id="paid-what-it-promised",
        ),
        pytest.param(
            "Corland invited Rolf Dahm to open the fair.",
            [("Corland", "open", "the fair", "invited")],
            id="invited-to",
        ),
        pytest.param(
            "A judge ordered Merrow Line to pay 300 crowns.",
            [("Merrow Line", "pay", "300 crowns", "obliged")],
            id="ordered-to",
        ),
        pytest.param(
            "Under the accord, Corland will free the pilots.",
            [("Corland", "free", "the pilots", "agreed")],
            id="under-an-accord",
        ),
        pytest.param(
            "Corland is considering closing the port.",
            [("Corland", "close", "the port", "tentative")],
            id="considering",
        ),
        pytest.param(
            "Corland has not decided whether to close the port.",
            [("Corland", "close", "the port", "tentative")],
            id="not-decided-whether-to",
        ),
        pytest.param("Corland hopes to be back by May.", [("Corland", "be", "back by May", "hoped")], id="hopes-to-be"),
        pytest.param(
            "The brewery promised to hire 70 people.",
            [("n1", "hire", "70 people", "pledged")],
            id="an-actor-nobody-listed",
        ),
        pytest.param("Precedent offers some comfort.", [], id="a-thing-offers"),
        pytest.param("Ilvara refused to open the border.", [], id="refused-to"),
        pytest.param("Ilvara has not promised to open the border.", [], id="has-not-promised"),
        pytest.param("Corland offered no guarantee.", [], id="offered-no"),
        pytest.param("Analysts think Corland will close the port.", [], id="the-opinion-of-others"),
        pytest.param("Had Corland offered two ships, Ilvara might have agreed.", [], id="had-it-offered"),
        pytest.param("Drivers must pay two crowns on the bridge.", [], id="a-duty-of-all"),
        pytest.param("Rolf Dahm asked how Corland decided to close the port.", [], id="asked-how"),
        pytest.param("The union urged Corland to send a ship.", [], id="request-to-others"),
        pytest.param("The ministry would lose its funds.", [], id="effect"),
        pytest.param("Corland will probably win the vote.", [], id="forecast"),
        pytest.param("Ilvara should promise an inquiry.", [], id="demand"),
        pytest.param("If Corland agreed to talk, the strike could end.", [], id="only-thought-of"),
        pytest.param("The storm will reach Kallport tonight.", [], id="no-actor"),
        pytest.param(
            "Ilvara agreed to have the hill surveyed.",
            [("Ilvara", "have", "the hill surveyed", "agreed")],
            id="have-it-done",
        ),
        pytest.param("Corland promised to be ready.", [], id="a-state-is-no-deed"),
        pytest.param("Corland will now join Ilvara, Brask and Hollum.", [], id="on-a-list"),
        pytest.param("Ilvara agreed to have the hill.", [], id="have"),
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


def test_two_deeds_of_one_promise_are_two_commitments(story):
    """Who will "close the port and free the pilots" undertakes two things, whatever claims they stand in."""
    found = read(story("Corland promised to close the port and free the pilots."))
    assert [row[1:3] for row in found] == [("close", "the port"), ("free", "the pilots")]


def test_a_new_actor_is_an_entity_with_its_words(story):
    """An actor that only a promise names becomes an entity, with the words of each report that name it."""
    ledger = keep_ledger(story("The brewery promised to hire 70 people.", "The brewery will hire 70 people."))
    (actor,) = ledger.actors
    assert (actor.id, actor.name, [m.span.report for m in actor.mentions]) == ("n1", "The brewery", ["r0", "r1"])


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        pytest.param("Corland will free the pilots, provided that the port opens.", "provided that the port opens"),
        pytest.param("Corland agreed to free the pilots, subject to a vote.", "subject to a vote"),
        pytest.param("Corland promised to free the pilots by May.", None),
    ],
    ids=["provided-that", "subject-to", "none"],
)
def test_a_condition_is_given_in_the_reports_words(story, text, condition):
    """The words of a condition begin with what opens it."""
    assert keep_ledger(story(text)).commitments[0].condition == condition


def test_before_a_day_is_due_the_day_before(story):
    """What is to be done "before March" is due by the end of February."""
    ledger = keep_ledger(story("Corland promised to free the pilots before March.", dates={"March": "1999-03"}))
    assert ledger.commitments[0].due == "1999-02-28"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Talks will resume, both ministries said.", "agreed", id="both-say-so"),
        pytest.param(
            "Under the truce Corland will free two pilots and Ilvara undertakes to lift the blockade.",
            "agreed",
            id="under-an-accord",
        ),
        pytest.param(
            "Under the pact, signed in Kallport, Corland guarantees a flow of water.",
            "agreed",
            id="opened-by-an-accord",
        ),
    ],
)
def test_what_sides_lay_down_together_is_agreed(story, text, status):
    """What both sides say together, and each part of what an accord lays down, is agreed."""
    assert {row[3] for row in read(story(text))} == {status}


def test_the_moment_of_a_deed_is_its_condition(story):
    """ "The day the harbor is opened" is on what condition a deed will be done."""
    ledger = keep_ledger(story("Corland pledged to free two pilots the day the blockade is lifted."))
    assert ledger.commitments[0].condition == "the day the blockade is lifted"


def test_an_option_beside_a_purchase_is_reserved(story):
    """Who agrees to buy ships with an option on more reserves those."""
    found = read(story("Merrow Line agreed to buy 24 ships, with an option on a further 12."))
    assert ("Merrow Line", "option", "a further 12", "reserved") in found


def test_what_is_put_off_is_named(story):
    """ "Will put off filling the lake until March" says what is put off, and till when."""
    (found,) = keep_ledger(
        story("Corland will put off filling the lake until March.", dates={"March": "1999-03"})
    ).commitments
    assert (found.action, found.object, found.due) == ("put off", "fill the lake", "1999-03")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rolf Dahm decided whether to resign.", id="only-a-question"),
        pytest.param("Corland defended its right to close the harbor.", id="a-right-that-nobody-reserves"),
        pytest.param("Corland put a great deal of thought into the harbor.", id="a-great-deal"),
        pytest.param("The union studied rules requiring Merrow Line to test its ferries.", id="a-rule-in-force"),
        pytest.param("The union repaired the fence as Corland vowed to stay.", id="while-another-vowed"),
    ],
)
def test_what_only_sounds_like_a_promise_is_none(story, text):
    """A question, a right, a rule in force and what another promised meanwhile bind nobody to the deed."""
    assert [row for row in read(story(text)) if row[2] != "stay" and row[1] != "stay"] == []
