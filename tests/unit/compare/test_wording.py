"""Quotations of one remark are compared word by word; the same words are no finding."""

import pytest

from onrecord.compare.told import read_story
from onrecord.compare.wording import compare_wording, find_remarks
from onrecord.model.claims import Alignment
from onrecord.model.marks import Statement


@pytest.fixture
def findings(notes_of):
    def compared(*texts):
        notes = tuple(notes_of(text, f"r{k}") for k, text in enumerate(texts))
        story = read_story(Alignment(notes))
        return compare_wording(find_remarks(story), story)

    return compared


FULL = (
    'He said: "A ship that passed its inspection does not sink because of the weather alone, and somebody will answer."'
)


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        pytest.param(FULL, None, id="same-words"),
        pytest.param(
            'She heard "a ship that passed its inspection does not sink because of the weather"', "framing", id="cut"
        ),
        pytest.param(
            'He had "a ship that passed its inspection does sink because of the weather alone; somebody will answer"',
            "conflict",
            id="negation-dropped",
        ),
        pytest.param(
            'She heard "a ship that passed its test does not sink because of the weather alone; somebody will answer"',
            "framing",
            id="other-words",
        ),
        pytest.param('She heard "we shall rebuild the harbor before the winter comes"', None, id="another-remark"),
        pytest.param("A ship that passed its inspection does not sink because of the weather.", None, id="not-quoted"),
    ],
)
def test_renderings_are_compared_word_by_word(findings, other, kind):
    found = findings(FULL, other)
    assert [finding.kind for finding in found] == ([kind] if kind else [])


def test_a_third_report_with_the_same_words_joins_a_side(findings):
    cut = 'She heard "a ship that passed its inspection does not sink because of the weather"'
    (finding,) = findings(FULL, cut, cut.replace("She", "They"))
    assert [side.reports for side in finding.sides] == [("r0",), ("r1", "r2")]


def said(notes, speakers):
    """Make a statement of each quotation of a report, by the speakers given."""
    spans = (notes.report.span(quote.span.start + 1, quote.span.end - 1) for quote in notes.report.quotes)
    name = notes.report.id
    return [
        Statement(f"{name}-{k}", name, "direct", (span,), "test", speaker=who)
        for k, (span, who) in enumerate(zip(spans, speakers, strict=True))
    ]


WHOLE = ('Berg said: "It is not the bridge we wanted, but it is what we can build now."', ("berg",))


@pytest.mark.parametrize(
    ("other", "speakers", "found"),
    [
        pytest.param('Berg spoke of "what we can build now".', ("berg",), 1, id="a-piece"),
        pytest.param('Stein spoke of "build now or never".', ("berg",), 0, id="no-piece"),
        pytest.param('Stein spoke of "can build now".', ("stein",), 0, id="of-another-speaker"),
        pytest.param('Somebody spoke of "can build now".', (None,), 0, id="of-nobody-known"),
        pytest.param('Berg spoke of "can build now".', ("berg",), 1, id="three-words-of-one-speaker"),
        pytest.param('Berg said "we can".', ("berg",), 0, id="two-words-of-little-meaning"),
        pytest.param('Berg said "a bridge we wanted".', ("berg",), 1, id="a-part-of-either"),
        pytest.param('Stein said "a bridge we wanted".', ("stein",), 0, id="a-part-by-another-speaker"),
        pytest.param('Berg said "build".', ("berg",), 0, id="one-word"),
        pytest.param(
            'Stein said "I could not sign it" and Berg "can build now".',
            ("stein", "berg"),
            1,
            id="beside-another-speaker",
        ),
    ],
)
def test_a_piece_of_a_remark_is_known_by_its_speaker(notes_of, other, speakers, found):
    """A few words that stand in a row in another report's quotation of the same speaker are a piece of it."""
    notes = (notes_of(WHOLE[0], "r0"), notes_of(other, "r1"))
    statements = (*said(notes[0], WHOLE[1]), *said(notes[1], speakers))
    story = read_story(Alignment(notes, statements=statements))
    findings = compare_wording(find_remarks(story), story)
    assert len(findings) == found
    assert all("sign" not in side.reads for finding in findings for side in finding.sides)


def stated(notes, *content):
    """Make one statement of some quotations of a report, given by their numbers."""
    quotes = notes.report.quotes
    spans = tuple(notes.report.span(quotes[k].span.start + 1, quotes[k].span.end - 1) for k in content)
    return Statement(f"{notes.report.id}-{content}", notes.report.id, "direct", spans, "test", speaker="berg")


BESIDE = 'Berg called it "a small leak" and said: "Nobody could have known that this bridge was not safe."'
CUT_SHORT = '"Nobody could have known that this bridge was not safe," Berg said.'
SPLIT = '"Nobody could have known that this bridge was not safe," Berg said, "and nobody asked the engineers."'


@pytest.mark.parametrize(
    ("text", "contents", "reads"),
    [
        pytest.param(BESIDE, ((0,), (1,)), None, id="beside-another-statement"),
        pytest.param(SPLIT, ((0, 1),), "… and nobody asked the engineers", id="one-statement-in-two-pieces"),
        pytest.param(SPLIT, ((0,), (1,)), None, id="two-statements"),
    ],
)
def test_a_side_has_what_both_quote_and_what_is_of_one_statement(notes_of, text, contents, reads):
    """A quotation that no other report has counts as more of a remark only within one statement."""
    notes = (notes_of(text, "r0"), notes_of(CUT_SHORT, "r1"))
    statements = (*(stated(notes[0], *content) for content in contents), stated(notes[1], 0))
    story = read_story(Alignment(notes, statements=statements))
    findings = compare_wording(find_remarks(story), story)
    assert len(findings) == (reads is not None)
    assert all(finding.sides[0].reads.rstrip(".").endswith(reads) for finding in findings)


def test_who_quotes_the_whole_elsewhere_leaves_nothing_out(findings):
    """A piece that a report repeats from its own longer quotation is no cut."""
    again = FULL + ' Later it was "a ship that passed its inspection does not sink because of the weather" again.'
    assert findings(FULL, again) == ()


def test_a_side_reads_words_that_each_of_its_reports_quotes(findings):
    """Of renderings that differ in a word of little weight the shorter one is shown."""
    shorter = FULL.replace("and somebody", "somebody")
    cut = 'She heard "a ship that passed its inspection does not sink because of the weather"'
    (finding,) = findings(FULL, shorter, cut)
    assert finding.sides[0].reads.endswith("alone, somebody will answer")
