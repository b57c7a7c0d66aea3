"""What stands beside the body: headlines, datelines, credits, notices, teasers; and that no sentence is lost."""

import hashlib
import textwrap
from itertools import pairwise

import pytest

from onrecord.annotate.body import find_layout
from onrecord.model.report import Report
from onrecord.model.span import ReportId

BODY = "The ferry Aster sank off Cape Lorn early on Friday, the coastguard said. Nobody was hurt.\n"
MORE = "It was the second loss of the line within a year, and the first in a calm sea.\n"


def report_of(text, outlet=None):
    return Report(ReportId("r1"), "one.txt", text, hashlib.sha256(text.encode()).hexdigest(), outlet=outlet)


def asides_of(text, outlet=None):
    return [(aside.kind, aside.span.exact) for aside in find_layout(report_of(text, outlet)).asides]


@pytest.mark.parametrize(
    ("above", "asides"),
    [
        pytest.param("Ferry sinks off Cape Lorn", ["headline"], id="headline"),
        pytest.param("FERRY SINKS OFF CAPE LORN", ["headline"], id="capitals"),
        pytest.param("Ferry Sinks Off Cape Lorn With Heavy Cargo.", ["headline"], id="title-case-with-a-stop"),
        pytest.param("'Hold the boy,' he said, and was gone", ["headline"], id="quoted-headline"),
        pytest.param(
            "Ferry sinks\n\nNobody knows why\n\nBy Signe Ruud", ["headline", "deck", "byline"], id="deck-byline"
        ),
        pytest.param("Ferry sinks\n\nFrom our Sports Staff", ["headline", "byline"], id="from-our-staff"),
        pytest.param("Ferry sinks\n\nSaturday, 14 November 1998, 19:10", ["headline", "dateline"], id="date-line"),
        pytest.param("Who sank the ferry?\n\nBy Signe Ruud", ["headline", "byline"], id="question-over-a-byline"),
        pytest.param("Signe Ruud and Per Askel\n\nKALLPORT TODAY", ["byline", "byline"], id="names-over-the-outlet"),
    ],
)
def test_what_stands_above_the_first_sentence_is_no_body(above, asides):
    """A headline, a deck, a byline and a date stand above the body, in any order that outlets use."""
    text = f"{above}\n\n{BODY}\n{MORE}"
    layout = find_layout(report_of(text, "Kallport Today"))
    assert [aside.kind for aside in layout.asides] == asides
    assert [text[slice(*part)] for part in layout.body] == [BODY.strip(), MORE.strip()]


@pytest.mark.parametrize(
    "dateline",
    [
        pytest.param("KALLPORT, Tarsona, Nov 13 (Union Telegraph) -", id="agency"),
        pytest.param("PORT EWEN, Anvoria, Feb. 11 (OP) --", id="two-words"),
        pytest.param("KALLPORT —", id="place-alone"),
        pytest.param("BARUK, 10 October /Dzinform/.", id="slashes"),
        pytest.param("Kallport, Nov 13 (Union Telegraph) -", id="mixed-case-with-agency"),
        pytest.param("Sunday, March 10 —", id="a-day"),
        pytest.param("Port Ewen, 9 March –", id="mixed-case-with-date"),
    ],
)
def test_a_dateline_ends_before_the_sentence(dateline):
    """The dateline is an aside inside the first paragraph, and the sentence behind it stays body as a whole."""
    text = f"{dateline} {BODY}"
    layout = find_layout(report_of(text + "\n" + MORE))
    assert [(aside.kind, aside.span.exact) for aside in layout.asides] == [("dateline", dateline)]
    assert text[slice(*layout.body[0])] == BODY.strip()


@pytest.mark.parametrize(
    "start", [pytest.param("Of 30 crew —", id="a-number"), pytest.param("On Monday —", id="a-day-without-its-number")]
)
def test_a_sentence_with_a_dash_has_no_dateline(start):
    """Words before a dash are a dateline only if they are a date, and a place before it."""
    layout = find_layout(report_of(f"{start} {BODY}\n{MORE}"))
    assert layout.asides == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Read more: Ten years of wrecks", "teaser", id="read-more"),
        pytest.param("More:Documents detail the storm", "teaser", id="no-space-behind-the-colon"),
        pytest.param("See also: Timeline | In pictures: Vessa grieves", "teaser", id="see-also"),
        pytest.param("Owner of the Aster to be heard in May – Herald Read more", "teaser", id="read-more-behind"),
        pytest.param("Read or Share this story: https://kallport.example/a1", "notice", id="read-or-share"),
        pytest.param("Follow Mara Quill on Twitter: @maraquill", "notice", id="follow"),
        pytest.param("Advertisement:", "notice", id="advertisement"),
        pytest.param("Sign up for our newsletter", "notice", id="newsletter"),
        pytest.param("Copyright 1998 Kallport Herald. All rights reserved.", "notice", id="copyright"),
        pytest.param("(c) Seaways Weekly.", "notice", id="copyright-in-brackets"),
        pytest.param("(Reporting by Signe Ruud; editing by Per Askel)", "byline", id="credits"),
        pytest.param("Rescue boats off Cape Lorn. (Photo: Union Telegraph)", "caption", id="caption"),
        pytest.param("What caused it?", "subhead", id="question"),
        pytest.param("Captain questioned", "subhead", id="subhead"),
    ],
)
def test_a_line_between_paragraphs_says_what_it_is(line, kind):
    """Notices, links, credits, captions and subheads stand between two paragraphs of the body."""
    layout = find_layout(report_of(f"{BODY}\n{line}\n\n{MORE}"))
    assert {aside.kind for aside in layout.asides} == {kind}
    assert len(layout.body) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nothing but one line without a stop", id="single-line"),
        pytest.param("and it orbits the sun every 33 years", id="fragment"),
        pytest.param("\n".join(f"Item {n}" for n in range(9)), id="list"),
        pytest.param(f"{BODY}\nCorrection: an earlier report gave 218 dead. It was 23.\n\n{MORE}", id="correction"),
        pytest.param(f"{BODY}\nThe crew will follow the owner on Monday.\n\n{MORE}", id="follow-somebody"),
        pytest.param(f"{BODY}\n- said nobody\n\n{MORE}", id="list-item"),
        pytest.param(f'{BODY}\n"Four of us ran. One is in the papers."\n\n{MORE}', id="quotation"),
        pytest.param(
            f"{BODY}\nWho, he asked the house on Monday night, would now pay for the wreck of the Aster?\n",
            id="long-question",
        ),
        pytest.param(f"{BODY}\nThe union said: \n\n{MORE}", id="colon"),
        pytest.param("NATO - the alliance said - would act. " + BODY, id="dash-in-a-sentence"),
    ],
)
def test_in_doubt_a_line_is_body(text):
    """A sentence that is lost costs more than a heading that is read: what may be body is."""
    assert asides_of(text) == []


def test_a_notice_takes_no_sentence_with_it():
    """A notice behind a sentence of the same paragraph leaves that sentence in the body."""
    text = f"{MORE}\n{BODY.strip()} Subscribe to Kallport Daily. \n"
    layout = find_layout(report_of(text))
    assert [(a.kind, a.span.exact) for a in layout.asides] == [("notice", "Subscribe to Kallport Daily.")]
    assert text[slice(*layout.body[1])] == BODY.strip()


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_hard_wrapped_lines_are_one_paragraph(width, end):
    """Lines that end because the next word did not fit belong together, whatever the line ends are."""
    paragraphs = [f"{BODY.strip()} {MORE.strip()} {BODY.strip()}", f"{MORE.strip()} {BODY.strip()}"]
    text = (end * 2).join(end.join(textwrap.wrap(p, width)) for p in paragraphs)
    layout = find_layout(report_of(text))
    assert [" ".join(text[slice(*part)].split()) for part in layout.body] == paragraphs


@pytest.mark.parametrize(
    "text",
    ["", " \n\n\t", "😀", "😀\r\n😀", "...\n...", "(Photo", "“", "KALLPORT, " * 4000, "word " * 20_000, "A\n" * 3000],
    ids=["empty", "blank", "emoji", "emoji-crlf", "dots", "bracket", "mark", "caps", "long-line", "many-lines"],
)
def test_any_text_has_a_layout(text):
    """Parts lie in the text, in order, apart, without blanks around them; letters are never lost."""
    layout = find_layout(report_of(text))
    parts = sorted([*layout.body, *((aside.span.start, aside.span.end) for aside in layout.asides)])
    assert all(a < b and text[a:b].strip() == text[a:b] for a, b in parts)
    assert all(before[1] <= after[0] for before, after in pairwise(parts))
    assert sum(len(text[a:b].split()) for a, b in parts) == len(text.split())
