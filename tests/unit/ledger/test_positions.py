"""Who stands where, from clear cues only."""

import pytest

from onrecord.ledger import keep_ledger

pytestmark = pytest.mark.model


def read(alignment):
    return [(p.actor, p.issue, p.stance) for p in keep_ledger(alignment).positions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The union rejected the offer.", [("the union", "the offer", "opposes")], id="rejects"),
        pytest.param("Corland welcomed the ruling.", [("Corland", "the ruling", "supports")], id="welcomes"),
        pytest.param("Ilvara voted against the treaty.", [("Ilvara", "the treaty", "opposes")], id="voted-against"),
        pytest.param("The plan was condemned by the union.", [("the union", "The plan", "opposes")], id="passive"),
        pytest.param("Corland does not support the plan.", [("Corland", "the plan", "opposes")], id="not-support"),
        pytest.param("Corland does not oppose the plan.", [], id="not-oppose-is-no-support"),
        pytest.param(
            "Rolf Dahm called the inquiry a disgrace.", [("Rolf Dahm", "the inquiry", "opposes")], id="called-it"
        ),
        pytest.param(
            "The union urged Merrow Line to scrap the merger.", [("the union", "the merger", "opposes")], id="demand"
        ),
        pytest.param(
            "Greta Amundal expressed support for the strike.",
            [("Greta Amundal", "the strike", "supports")],
            id="voiced",
        ),
        pytest.param(
            "The union urged Rolf Dahm to fire Greta Amundal.",
            [("the union", "Rolf Dahm to fire Greta Amundal", "supports")],
            id="a-deed-to-a-person",
        ),
        pytest.param(
            "The union urged Rolf Dahm to put Corland back on the list.",
            [("the union", "Rolf Dahm to put Corland back on the list", "supports")],
            id="a-deed-to-a-state",
        ),
        pytest.param("The union wants Greta Amundal fired.", [], id="wants-somebody-out"),
        pytest.param("The union called for Greta Amundal.", [], id="called-for-somebody"),
        pytest.param("Greta Amundal resisted calls to step down.", [], id="calls-say-nothing"),
        pytest.param("The union opposes his efforts.", [], id="efforts-say-nothing"),
        pytest.param("Rebels attacked Kallport.", [], id="a-deed-is-no-view"),
        pytest.param("Greta Amundal stood behind a rope.", [], id="a-place-is-no-view"),
        pytest.param("Corland might support the plan.", [], id="possible-only"),
        pytest.param("Corland no longer wants a treaty.", [], id="no-longer"),
        pytest.param("The union is not calling for a strike.", [], id="not-called-for-is-not-opposed"),
        pytest.param("The storm hit the plan.", [], id="no-actor"),
    ],
)
def test_a_position_needs_a_clear_cue(story, text, found):
    """Verbs of approval and refusal, judgments and demands tell; deeds, places and what is only possible do not."""
    assert read(story(text)) == found


def test_the_same_stand_in_two_reports_is_one_position(story):
    """One actor, one issue, one stance: one line with both places."""
    (found,) = keep_ledger(story("The union rejected the offer.", "The union has dismissed the offer.")).positions
    assert [span.report for span in found.evidence] == ["r0", "r1"]


def test_what_must_end_is_opposed(story):
    """ "Must end the strike" opposes the strike; what must be done to somebody is the issue, not that one."""
    words = {"Corland must end the strike.": "Rolf Dahm", "Greta Amundal should be fired.": "Rolf Dahm"}
    text = "“Corland must end the strike.” “Greta Amundal should be fired.” So spoke Rolf Dahm."
    assert read(story(text, spoken=words)) == [
        ("Rolf Dahm", "the strike", "opposes"),
        ("Rolf Dahm", "Greta Amundal to be fired", "supports"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "The toll drew outrage from the union.", [("the union", "The toll", "opposes")], id="drew-outrage"
        ),
        pytest.param(
            "Raising the toll has support in Ilvara.",
            [("Ilvara", "raise the toll", "supports")],
            id="has-support-in",
        ),
        pytest.param("The toll drew no criticism from the union.", [], id="drew-none"),
        pytest.param("Rolf Dahm drew criticism from the union.", [], id="somebody-is-no-matter"),
        pytest.param(
            "The union hopes that the talks will succeed.",
            [("the union", "the talks", "supports")],
            id="success-hoped-for",
        ),
        pytest.param(
            "Rolf Dahm voiced optimism that Corland would pass the bill.",
            [("Rolf Dahm", "the bill", "supports")],
            id="optimism",
        ),
        pytest.param(
            "Corland has no interest in giving up its fleet.",
            [("Corland", "its fleet", "supports")],
            id="not-ending-it",
        ),
        pytest.param(
            "Corland has no intention of buying the harbor.",
            [("Corland", "buy the harbor", "opposes")],
            id="no-intention",
        ),
        pytest.param("Ilvara imposed sanctions.", [("Ilvara", "sanctions", "supports")], id="imposed"),
        pytest.param("Ilvara could impose sanctions.", [], id="could-impose"),
        pytest.param(
            "Corland asked Ilvara to lift the blockade.", [("Corland", "the blockade", "opposes")], id="asked-to-end"
        ),
        pytest.param(
            "Rolf Dahm wrote in an article arguing in favor of the toll.",
            [("Rolf Dahm", "the toll", "supports")],
            id="a-piece-that-argues",
        ),
    ],
)
def test_a_set_phrase_tells_a_stand(story, text, found):
    """What draws outrage or has support, what is hoped to succeed, what is imposed or not wanted: set phrases tell."""
    assert read(story(text)) == found


def test_own_words_tell_a_stand(story):
    """What somebody says fails, is no answer, or what blame he does not bear, he is against."""
    words = {
        "The toll fails to protect Kallport.": "Rolf Dahm",
        "Closing the harbor is not the answer.": "Rolf Dahm",
        "We bear no responsibility.": "Merrow Line",
    }
    assert read(story(" ".join((*words, "So spoke Rolf Dahm of Merrow Line.")), spoken=words)) == [
        ("Rolf Dahm", "The toll", "opposes"),
        ("Rolf Dahm", "close the harbor", "opposes"),
        ("Merrow Line", "responsibility", "opposes"),
    ]


def test_a_demand_can_be_denied_in_other_words(story):
    """ "Under no circumstances" and "no ship should" are against a thing; a relative clause asks nothing."""
    words = {
        "The harbor should be closed under no circumstances.": "Rolf Dahm",
        "No ship should leave the harbor.": "Rolf Dahm",
        "I saw pilots who must pass a test.": "Rolf Dahm",
    }
    assert read(story(" ".join((*words, "So spoke Rolf Dahm.")), spoken=words)) == [
        ("Rolf Dahm", "The harbor to be closed under no circumstances", "opposes"),
        ("Rolf Dahm", "ship to leave the harbor", "opposes"),
    ]
