"""Findings that no claim is needed for: numbers and dates of one thing by the words around them; by the real parser."""

import pytest

from onrecord.align import align
from onrecord.annotate import annotate
from onrecord.annotate.nlp import SpacyNlp
from onrecord.compare.heavy import weigh_words
from onrecord.compare.lone import compare_lone
from onrecord.compare.nested import compare_nested_dates
from onrecord.compare.revisions import compare_revisions
from onrecord.compare.rivals import compare_rivals
from onrecord.compare.scores import compare_first_scores
from onrecord.compare.told import read_story
from onrecord.compare.tolls import first_counts
from onrecord.model.report import Published, Report, ReportId

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def story_of():
    """Return the story of some texts, one a day."""
    nlp = SpacyNlp()

    def read(*texts):
        reports = [
            Report(
                ReportId(f"r{k}"),
                f"{k}.txt",
                text,
                str(k),
                published=Published(f"1998-05-0{k}"),
                body=((0, len(text)),),
            )
            for k, text in enumerate(texts, start=1)
        ]
        return read_story(align([annotate(report, nlp=nlp) for report in reports], encoder=None))

    return read


def reads_of(findings):
    return [sorted(side.reads for side in finding.sides) for finding in findings]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        pytest.param(
            "Police put the crowd in Velm at 8,000. The organizers said 20,000.", ["20,000", "8,000"], id="said-bare"
        ),
        pytest.param(
            "Some 900 pickers walked out, according to the growers, or 2,000, according to the union.",
            ["2,000", "about 900 pickers"],
            id="according-to",
        ),
        pytest.param(
            "The union expects 1,900 jobs to go. Orrin Lines' own figure is 1,150.",
            ["1,150", "1,900 jobs"],
            id="own-figure",
        ),
        pytest.param(
            "The ministry said 312 people had died. The governor said more than 400 people had died.",
            ["312 people", "more than 400 people"],
            id="one-fate-by-two-sources",
        ),
        pytest.param(
            "The ministry said 312 people had died in Velm. The governor said 400 people had died in Orrin.",
            None,
            id="of-two-places",
        ),
        pytest.param("She was 25 and he was 27, according to court papers.", None, id="one-source-for-both"),
        pytest.param("The mine shed 1,900 jobs. The mill employs 1,150 people.", None, id="counts-something-else"),
        pytest.param("The mayor said 900 came in March. He said 1,200.", None, id="nobody-else"),
        pytest.param("Police put the crowd at 8,000. Last year the organizers said 9,500.", None, id="another-year"),
        pytest.param("Police put the crowd at about 8,000. The organizers said 8,000.", None, id="one-number"),
    ],
)
def test_a_bare_number_by_another_source_is_a_rival_of_the_one_before_it(story_of, text, reads):
    """A number that says nothing of what it counts, and comes from another source, counts what the last one did."""
    found = compare_rivals(story_of(text))
    assert reads_of(found) == ([reads] if reads else [])
    assert all((finding.kind, finding.aspect) == ("conflict", "amount") for finding in found)


@pytest.mark.parametrize(
    ("earlier", "later", "reads"),
    [
        pytest.param(
            "The order covers 184,000 tickets for the lottery.",
            "That raises the number of tickets for the lottery from 184,000 to 410,000.",
            ["184,000 tickets", "410,000 tickets"],
            id="from-to",
        ),
        pytest.param(
            "The list holds 62 products.",
            "The list was cut to 58 products from 62.",
            ["62 products", "to 58 products"],
            id="to-from",
        ),
        pytest.param(
            "The list holds 62 products.",
            "The list now holds 70 products, up from 62.",
            ["62 products", "70 products"],
            id="up-from",
        ),
        pytest.param(
            "The list holds 58 products, not 62.",
            "The list was cut to 58 products from 62.",
            None,
            id="has-the-new-one",
        ),
        pytest.param(
            "The barge holds 62 sailors.", "The list was cut to 58 products from 62.", None, id="of-something-else"
        ),
    ],
)
def test_what_a_later_report_calls_left_behind_is_old_news_in_an_earlier_one(story_of, earlier, later, reads):
    """Of two numbers of which the second has become the first, an earlier report has only the second."""
    story = story_of(earlier, later)
    found = compare_revisions(story, weigh_words(story.notes.values()))
    assert reads_of(found) == ([reads] if reads else [])
    story = story_of(later, earlier)
    assert not compare_revisions(story, weigh_words(story.notes.values()))


@pytest.mark.parametrize(
    ("first", "second", "n"),
    [
        pytest.param(
            "The council approved the bridge by five votes to two.",
            "Four members voted for the bridge and three against.",
            1,
            id="one-sum",
        ),
        pytest.param(
            "The council approved the bridge by five votes to two.",
            "The bridge was approved, with four members voting in favor of it and three against.",
            1,
            id="members-voting",
        ),
        pytest.param("The council approved the bridge by five votes to two.", "It won 4-3.", 0, id="a-match"),
    ],
)
def test_votes_of_one_body_have_one_sum(story_of, first, second, n):
    """The same number of votes, shared out otherwise, is a contradiction."""
    assert len(compare_first_scores(story_of(first, second))) == n


@pytest.mark.parametrize(
    ("first", "second", "reads"),
    [
        pytest.param(
            "Four former managers of the mill are to go on trial in October.",
            "Five former managers of the mill face trial.",
            ["4 managers", "5 managers"],
            id="one-noun",
        ),
        pytest.param(
            "Four managers of the mill are to go on trial.", "Five managers of a bank sang.", None, id="of-others"
        ),
        pytest.param(
            "Four managers of the mill are on trial. Nine managers of the mill were let go.",
            "Five managers of the mill are on trial.",
            None,
            id="two-counts-in-one-report",
        ),
    ],
)
def test_the_only_counts_of_a_noun_are_of_one_thing_where_the_words_around_them_are(story_of, first, second, reads):
    """A noun that each report counts once is compared beyond claims; one that a report counts twice is not."""
    story = story_of(first, second)
    assert reads_of(compare_lone(story, weigh_words(story.notes.values()))) == ([reads] if reads else [])


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        pytest.param(
            "It killed nine people, the worst clash since the truce of 1976.", {"dead": "9 people"}, id="since"
        ),
        pytest.param("In 1976 a gale killed nine people here.", {}, id="in-another-year"),
        pytest.param("The nine people who died in 1976 lie here.", {}, id="told-of-those-counted"),
        pytest.param(
            "It killed nine people. Another 38 people were injured.",
            {"dead": "9 people", "injured": "38 people"},
            id="another-with-a-fate-of-its-own",
        ),
    ],
)
def test_a_toll_is_the_first_count_of_a_fate_that_is_of_no_other_year(story_of, text, tolls):
    """A year dates a count where it dates the deed; "another" adds to the counts of the same fate only."""
    (notes,) = story_of(text).notes.values()
    assert {fate: view.reads for fate, view in first_counts(notes).items()} == tolls


@pytest.mark.parametrize(
    ("first", "second", "n"),
    [
        pytest.param(
            "The drilling on the hill began in March.", "Drilling on the hill began this spring.", 1, id="within"
        ),
        pytest.param(
            "The drilling on the hill began in March.",
            "The drilling on the hill began this year.",
            0,
            id="the-year-itself",
        ),
        pytest.param(
            "The dam failed after the 1997 election.", "The dam failed in May 1997.", 0, id="a-year-in-a-name"
        ),
        pytest.param(
            "The drilling on the hill began in March.", "The bakers struck this spring.", 0, id="another-thing"
        ),
    ],
)
def test_a_finer_date_is_one_inside_another_of_the_same_thing(story_of, first, second, n):
    """The year of publication is nothing to be finer than, and a year in a name dates nothing."""
    story = story_of(first, second)
    assert len(compare_nested_dates(story, weigh_words(story.notes.values()))) == n
