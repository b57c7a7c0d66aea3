"""Statements in sentences that the parser reads: constructions, hearers, media, relays, nesting."""

import pytest

from onrecord.annotate.body import find_layout
from onrecord.annotate.nlp import SpacyNlp
from onrecord.annotate.quotes import find_quotes
from onrecord.annotate.statements import find_statements
from onrecord.model.report import Report
from onrecord.model.span import ReportId

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def statements():
    """Read the statements of a text."""
    nlp = SpacyNlp()

    def read(text, outlet=None):
        report = Report(ReportId("r1"), "kallport.txt", text, "0", outlet=outlet)
        layout = find_layout(report)
        marks, _ = find_quotes(report, layout)
        return find_statements(report, nlp.parse(text, layout.stretches), marks, ())

    return read


def words(span):
    return span.exact if span else None


@pytest.mark.parametrize(
    ("text", "mode", "source", "content"),
    [
        pytest.param(
            "The ministry said the ferry had left on time.",
            "indirect", "The ministry", ["the ferry had left on time"], id="clause",
        ),
        pytest.param(
            "Nobody opened the door of the Aster. They say it leaked! — Mara Quill (@maraquill) May 2, 1998",
            "direct", "Mara Quill", ["Nobody opened the door of the Aster. They say it leaked!"], id="signed-post",
        ),
        pytest.param(
            "The mayor, the union said, had conceded defeat.",
            "indirect", "the union", ["The mayor", "had conceded defeat"], id="in-between",
        ),
        pytest.param(
            "Old boilers will be closed when there are new ones, Viktor Drabek, the deputy premier, told delegates.",
            "indirect", "Viktor Drabek, the deputy premier",
            ["Old boilers will be closed when there are new ones"], id="name-and-apposition-behind",
        ),
        pytest.param(
            "By one o'clock the radio had it that the order was the President's.",
            "indirect", "the radio", ["the order was the President's"], id="had-it-that",
        ),
        pytest.param(
            "About 300 dockers walked off the job, according to the Seafarers' Union.",
            "indirect", "the Seafarers' Union", ["About 300 dockers walked off the job"], id="according-to",
        ),
        pytest.param(
            "“My view, that was a disgrace,” the premier's former press aide said in an interview.",
            "direct", "the premier's former press aide", ["My view, that was a disgrace,"],
            id="subject-inside-the-quotation",
        ),
        pytest.param(
            "“We will find them, all of them,” Vessa police Chief Mara Quill said Monday.",
            "direct", "Vessa police Chief Mara Quill", ["We will find them, all of them,"],
            id="name-hung-on-the-quotation",
        ),
        pytest.param(
            "“My neighbor,” said the clerk's brother, Moe Rist, “walked in of his own will.”",
            "direct", "the clerk's brother, Moe Rist", ["My neighbor,", "walked in of his own will."], id="interrupted",
        ),
        pytest.param(
            "The depot has been looted, a driver reached by radio said, and the bridge is burning.",
            "indirect", "a driver reached by radio", ["The depot has been looted", "and the bridge is burning"],
            id="reached-by",
        ),
        pytest.param(
            "Aides to the mayor let slip that the boat had been sold.",
            "indirect", "Aides to the mayor", ["the boat had been sold"], id="let-slip",
        ),
        pytest.param(
            "The union maintains the door was locked; the owner maintains it was not.",
            "indirect", "The union", ["the door was locked"], id="another-behind-a-semicolon",
        ),
        pytest.param(
            "The ministry did not elaborate.", "silence", "The ministry", ["elaborate"], id="did-not-elaborate",
        ),
        pytest.param(
            "“It's over,” she said of the strike. “In my head, at least.”",
            "direct", "she", ["It's over,", "In my head, at least."], id="afterthought-without-a-verb",
        ),
        pytest.param(
            "“That was hers,” said Moe Rist. “It was the mayor saying, 'Do not leave it here.'”",
            "direct", "Moe Rist", ["That was hers,", "It was the mayor saying, 'Do not leave it here.'"],
            id="ends-in-an-inner-quotation",
        ),
        pytest.param(
            'The premier called the ruling "a gift to speculators".',
            "mixed", "The premier", ['the ruling "a gift to speculators"'], id="called",
        ),
        pytest.param(
            "Sooner or later, the premier told reporters, “it starts to pay off.”",
            "mixed", "the premier", ["Sooner or later", "“it starts to pay off.”"], id="leads-up-to-the-quotation",
        ),
        pytest.param(
            "The mayor would be better than Quill “no matter what,” one user commented.",
            "mixed", "one user", ["The mayor would be better than Quill “no matter what,”"], id="ends-in-a-quotation",
        ),
        pytest.param(
            "The crew was convinced that the pier would hold.",
            "indirect", "The crew", ["the pier would hold"], id="adjective",
        ),
        pytest.param(
            "She worked with the divers, whom he described as careless, for years.",
            "indirect", "he", ["whom", "as careless"], id="relative-object",
        ),
        pytest.param(
            "Rist accused the firm of theft and its owner of fraud.",
            "indirect", "Rist", ["the firm of theft and its owner of fraud"], id="two-accused",
        ),
        pytest.param(
            "Quill's promise to raise the wreck was soon forgotten.",
            "indirect", "Quill", ["to raise the wreck"], id="promise-to",
        ),
        pytest.param(
            "Mr Rist, said their leader, Mr Julius Vole, had taken too much.",
            "indirect", "their leader, Mr Julius Vole", ["Mr Rist", "had taken too much"], id="inverted",
        ),
        pytest.param(
            "Vole hopes the pier will hold.",
            "indirect", "Vole", ["the pier will hold"], id="hopes",
        ),
        pytest.param("Police put the crowd at 8,000.", "indirect", "Police", ["the crowd at 8,000"], id="put-at"),
        pytest.param(
            "The mayor dismissed the charge.", "nominal", "The mayor", ["the charge"], id="object",
        ),
        pytest.param(
            "Unions called for a general strike.", "nominal", "Unions", ["a general strike"], id="called-for",
        ),
        pytest.param(
            "Lorne would not say how members had voted.",
            "silence", "Lorne", ["how members had voted"], id="would-not-say",
        ),
        pytest.param(
            "Vessby Steam had no immediate comment.",
            "silence", "Vessby Steam", ["no immediate comment"], id="no-comment",
        ),
        pytest.param(
            '"We do not trade in people," Haag said. "We never will."',
            "direct", "Haag", ["We do not trade in people,", "We never will."], id="goes-on",
        ),
    ],
)  # fmt: skip
def test_each_construction_is_read(statements, text, mode, source, content):
    """The first statement of a sentence has this mode, source and content."""
    found = statements(text)[0]
    assert (found.mode, words(found.source), [span.exact for span in found.content]) == (mode, source, content)


@pytest.mark.parametrize(
    ("text", "hearer", "medium"),
    [
        pytest.param("Orban told reporters at a news conference that he would go.", "reporters", "remarks", id="told"),
        pytest.param("In a letter to the mayor, the union said it would strike.", None, "letter", id="letter"),
        pytest.param('"We will strike," the union wrote on Facebook.', None, "post", id="post"),
        pytest.param("The premier urged the unions to wait.", "the unions", None, id="urged"),
        pytest.param("The suit claims the firm knew.", None, "document", id="a-text-speaks"),
        pytest.param("The firm filed a lawsuit claiming it owes nothing.", None, "document", id="given-out"),
    ],
)
def test_hearer_and_medium_are_read(statements, text, hearer, medium):
    """To whom and in what form something is said stands beside the statement."""
    found = statements(text)[-1]
    assert words(found.addressee.span if found.addressee else None) == hearer
    assert (found.medium.kind if found.medium else None) == medium


@pytest.mark.parametrize(
    ("text", "speaker", "relay"),
    [
        pytest.param(
            "According to the ministry, Haag told the envoy to leave.", "Haag", "the ministry", id="according"
        ),
        pytest.param(
            "The agency quoted the minister as saying the bridge was safe.", "the minister", "The agency", id="quoted"
        ),
        pytest.param(
            "The bridge was safe, the agency reported, citing the ministry.", "the ministry", "the agency", id="citing"
        ),
    ],
)
def test_a_relay_is_no_speaker(statements, text, speaker, relay):
    """Whoever passes a statement on stands in via, the speaker is the one whose words they are."""
    (found,) = statements(text)
    assert words(found.source) == speaker
    assert [words(through.span) for through in found.via] == [relay]


def test_each_of_several_phrases_goes_with_what_stands_before_it(statements):
    """Two counts in one sentence are two statements, each with its own source."""
    found = statements("8,000 people, according to the police, or 20,000, according to the unions, were waiting.")
    said = [(words(statement.source), statement.content[0].exact) for statement in found]
    assert said == [("the police", "8,000 people"), ("the unions", "20,000")]


def test_who_was_asked_does_not_say_what_was_asked(statements):
    """A participle without a subject of its own ("asked whether") has somebody else behind it."""
    found = statements("“Nonsense,” said Moe Rist, asked whether he had met the owner.")
    assert [[span.exact for span in statement.content] for statement in found] == [["Nonsense,"]]


def test_a_quotation_over_paragraphs_is_whose_name_comes_last(statements):
    """The first paragraph is not closed, the second one goes on with it and names the speaker."""
    text = "“We sat in the boat for hours. We sang.\n\n“There were twelve of us at dawn,” said Mara Quill."
    found = statements(text)
    assert [words(statement.source) for statement in found] == ["Mara Quill"]
    assert len(found[0].content) == 2


def test_a_statement_within_a_statement_says_so(statements):
    """What the mayor conceded stands within what the union said."""
    outer, inner = statements("The union said the mayor conceded that the door leaked.")
    assert (words(outer.source), words(inner.source)) == ("The union", "the mayor")
    assert (outer.within, inner.within) == (None, outer.id)


def test_a_foreign_outlet_is_a_relay(statements):
    """What somebody told another newspaper came through it; one's own is only told."""
    text = '"We counted," Halle told the Vessa Tribune.'
    assert [words(relay.span) for relay in statements(text, "Kallport Herald")[0].via] == ["the Vessa Tribune"]
    assert statements(text, "Vessa Tribune")[0].via == ()


def test_a_paragraph_behind_a_colon_is_the_speakers(statements):
    """ "The ministry states:" introduces the paragraph that follows."""
    (found,) = statements("The Ministry of Information states:\n\nFewer than 200 soldiers took part.")
    assert (found.mode, words(found.source)) == ("direct", "The Ministry of Information")
    assert [span.exact for span in found.content] == ["Fewer than 200 soldiers took part."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The vote saw a record turnout.", id="event"),
        pytest.param("The call lasted ten minutes.", id="noun"),
        pytest.param("The board may criticize the plan.", id="only-possible"),
        pytest.param('Sailors read a book called "The Sea".', id="title"),
        pytest.param("VESSA - The ferry sank on Friday.", id="dateline"),
    ],
)
def test_false_friends_are_no_statements(statements, text):
    """Nobody says anything here."""
    assert statements(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("😀 said 😀: “😀”", id="emoji"),
        pytest.param('He said:\r\n\r\n"No.\r\nShe said "yes', id="carriage-returns-and-open-marks"),
        pytest.param("said said said", id="cues-only"),
        pytest.param("according to", id="half-a-phrase"),
        pytest.param('"a" ' * 200, id="marks-only"),
    ],
)
def test_strange_texts_are_read(statements, text):
    """No text makes an exception, and every span stands where it says."""
    assert all(text[s.start : s.end] == s.exact for found in statements(text) for s in found.evidence)
