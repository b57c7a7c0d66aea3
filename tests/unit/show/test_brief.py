"""What a reader with one minute is told: words and counts of the record, and nothing where it has none."""

import re

import pytest
from msgspec import structs

from onrecord.model.claims import Claim, Origin
from onrecord.model.record import Generator, Record, Story
from onrecord.show import show_html, show_markdown
from onrecord.show.page import lay_page


def lines_of(record):
    """The lines as text: their label, the words with whose they are, and the rest."""
    return [
        (
            line.kind,
            line.before,
            *[f"{said.before}|{said.words.text}|{said.by}" for said in line.said],
            line.after,
        )
        for line in lay_page(record).brief
    ]


def test_each_kind_of_line_has_the_words_and_counts_of_its_row(bridge):
    """What most tell, what differs, what one report has, who is silent, what is open: each from one row."""
    assert lines_of(bridge) == [
        ("told", "", "|The Talden bridge was shut on Monday.|", "4 of 4 reports, 1 origin: harbor office"),
        ("told", "", "|The bridge will open again.|", "3 of 4 reports, no origin named; told differently: date"),
        (
            "differ",
            "conflict of amount",
            "|At least 40 cars were stranded|Talden Post",
            "|About 60 cars were stranded on the east ramp|Orsk Herald",
            "",
        ),
        (
            "differ",
            "date more and less exact",
            "|We will open it again within three weeks|Harbor Office, Talden Post",
            "|the bridge would open within a month|Orsk Herald",
            "",
        ),
        ("only", "", "|Orsk pays for the repair.|Talden Post", ""),
        ("silent", "", "Coast Times on|The bridge will open again.|", ""),
        ("open", "Of what several tell: 1 of 20 cells unsure: a report comes near", ""),
    ]


def test_a_line_is_left_out_where_the_record_has_nothing_for_it(bridge):
    """Without findings nothing differs; without a row of one report nothing is told by one alone."""
    plain = structs.replace(bridge, findings=(), claims=bridge.claims[:1])
    assert [line[0] for line in lines_of(plain)] == ["told"]
    assert lines_of(structs.replace(bridge, findings=(), claims=())) == []


def test_one_report_has_no_minute(bridge):
    """Where there is nothing to compare with, no page has the section."""
    alone = structs.replace(bridge, reports=bridge.reports[:1], claims=(), findings=())
    assert lay_page(alone).brief == ()
    assert 'id="minute"' not in show_html(alone)
    assert "In one minute" not in show_markdown(alone)


@pytest.mark.parametrize(
    ("origins", "said"),
    [
        pytest.param((("o",), ("o",)), ["2 reports, each has it from harbor office"], id="one-for-both"),
        pytest.param((("o",), ()), [], id="one-report-names-none"),
        pytest.param((("o",), ("p",)), [], id="two"),
        pytest.param((("o",), ("q",)), ["2 reports, each has it from harbor office"], id="one-behind-the-other"),
    ],
)
def test_one_origin_is_said_where_each_report_names_it(made, origins, said):
    """Several reports rest on one origin only if every one of them names it, or one that relays it."""
    texts = ("The bridge is shut, they said.", "They said the bridge is shut now.", "Rain fell.", "It was late.")
    reports = tuple(made.report(f"r{n}", f"Post {n}", text) for n, text in enumerate(texts))
    m = made.Maker(*reports)
    readings = tuple(m.reading(f"r{n}", "bridge is shut", origins=own) for n, own in enumerate(origins))
    record = Record(
        *(Generator("onrecord", "0"), Story("story", "A story"), reports),
        claims=(Claim("c", "bridge is shut", None, 1.0, readings, ("r2", "r3")),),
        origins=tuple(
            Origin(name, called, "official", (), behind=behind)
            for name, called, behind in (("o", "harbor office", None), ("p", "town", None), ("q", "agency", "o"))
        ),
    )
    assert [line.after for line in lay_page(record).brief if line.kind == "origin"] == said


@pytest.mark.model
def test_all_words_are_words_of_the_reports(records):
    """What a line quotes stands in some report, but for what it cuts and the names in brackets."""
    for record in records.values():
        texts = [" ".join(report.text.split()) for report in record.reports]
        for line in lay_page(record).brief:
            for said in line.said:
                pieces = re.sub(r" \[[^\]]*\]", "", said.words.text).split("…")
                for piece in (piece.strip(" “”\"'‘’") for piece in pieces):
                    assert any(piece in text for text in texts), piece


@pytest.mark.model
def test_the_minute_is_short(records):
    """No story has more than nine lines."""
    assert all(0 < len(lay_page(record).brief) <= 9 for record in records.values())
