"""A draft against two short reports: what is carried, what differs, what is not found."""

import hashlib

import pytest

from onrecord.annotate import annotate
from onrecord.model.report import Published, Report
from onrecord.verify import verify_draft

pytestmark = pytest.mark.model

FIRST = (
    "The council of Ebel approved a new flood wall on Monday by 14 votes to nine.\n\n"
    "The wall will cost 12 million crowns, the treasurer, Ina Torp, told the council. "
    '"We will not ask the growers for a single crown," she said. '
    "The river flooded 40 orchards in March, and three growers were hurt.\n\n"
    "The growers wrote to the ministry in April. Taxes will rise to 6 percent. "
    "The growers have not agreed to sell their land, their lawyer, Jon Vask, said. "
    "Work on the wall is due to start in June, according to the Ebel Agency, which cited the council.\n"
)
SECOND = (
    "The council of Ebel voted for the flood wall. It will cost 15 million crowns, the builders say.\n\n"
    '"We will not ask the growers for a single crown," Ina Torp, the treasurer, told the council on Monday. '
    '"They have lost enough trees."\n'
)


@pytest.fixture(scope="module")
def held(models):
    """Return what holds a draft against the two reports."""

    def notes_of(name, text):
        published = Published("1998-05-05", ("1998-05-05",) * 2, ("1998-05-05",), "given")
        given = {} if name == "draft" else {"published": published}
        report = Report(name, name, text, hashlib.sha256(text.encode()).hexdigest(), **given)
        return annotate(report, nlp=models.nlp)

    reports = [notes_of("r1", FIRST), notes_of("r2", SECOND)]
    return lambda draft: verify_draft(notes_of("draft", draft), reports, (), encoder=models.encoder)


def checks_of(draft, *reports, models):
    """Return the checks of a draft against some reports of one event."""

    def notes_of(name, text):
        published = Published("1998-05-05", ("1998-05-05",) * 2, ("1998-05-05",), "given")
        given = {} if name == "draft" else {"published": published}
        report = Report(name, name, text, hashlib.sha256(text.encode()).hexdigest(), **given)
        return annotate(report, nlp=models.nlp)

    notes = [notes_of(f"r{n}", text) for n, text in enumerate(reports, 1)]
    return verify_draft(notes_of("draft", draft), notes, (), encoder=models.encoder)


def both_sides(draft, *reports, models):
    """Return the reports on each side of what a draft says, for some reports of one event."""
    checks = checks_of(draft, *reports, models=models)
    return [tuple(side.reports for side in check.sides) for check in checks if check.sides]


@pytest.mark.parametrize(
    ("draft", "other"),
    [
        pytest.param(
            "The growers will appeal to the High Court of Ebel.",
            "The growers had not decided whether to appeal to the High Court of Ebel.",
            id="left-open",
        ),
        pytest.param(
            "The minister accepted all 12 proposals of the growers.",
            "The minister accepted the 12 proposals of the growers, except two of them.",
            id="taken-out",
        ),
        pytest.param(
            "The flood wall at Ebel broke at 5.20 in the morning.",
            "The flood wall at Ebel broke at 6:40 a.m.",
            id="hour-without-a-day",
        ),
        pytest.param(
            "The mayor had seen the plan of the wall.",
            "The mayor denied that she had seen the plan of the wall.",
            id="denied",
        ),
        pytest.param(
            "The work on the wall will take two weeks.",
            "The work on the wall will take a month rather than two weeks.",
            id="instead-of",
        ),
    ],
)
def test_what_one_report_has_otherwise_is_the_other_side(models, draft, other):
    """Whatever sets the reports apart, the draft takes one side, and both are shown."""
    assert (("r1",), ("r2",)) in both_sides(draft, draft, other, models=models)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("The growers had not decided whether to sell their land.", id="another-deed-left-open"),
        pytest.param("The mayor denied that she had met the builders.", id="something-else-denied"),
        pytest.param("The growers will appeal to the High Court of Ebel.", id="the-same"),
    ],
)
def test_what_is_about_something_else_is_no_other_side(models, other):
    """What is open or denied of another deed is not held against the draft."""
    draft = "The growers will appeal to the High Court of Ebel."
    assert both_sides(draft, draft, other, models=models) == []


def wrong(checks):
    return {(check.verdict, check.aspect) for check in checks if check.verdict != "carried"}


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        pytest.param("The wall will cost 17 million crowns.", ("differs", "amount"), id="number"),
        pytest.param("The river flooded three orchards in March.", ("differs", "amount"), id="other-measure"),
        pytest.param("Taxes will rise by 6 percent.", ("differs", "amount"), id="by-for-to"),
        pytest.param("The growers have agreed to sell their land.", ("differs", "status"), id="lost-not"),
        pytest.param(
            '"We will not ask the growers for a crown," Ina Torp said.', ("differs", "wording"), id="changed-quotation"
        ),
        pytest.param(
            '"We will not ask the growers for a single crown. They have lost enough trees," Ina Torp said.',
            ("differs", "wording"),
            id="joined-quotation",
        ),
        pytest.param(
            '"We will not ask the growers for a single crown," Jon Vask said.', ("differs", "speaker"), id="speaker"
        ),
        pytest.param(
            '"We will not ask the growers for a single crown," Ina Torp told her sister.',
            ("differs", "addressee"),
            id="addressee",
        ),
        pytest.param("The growers wrote to the Ebel Agency.", ("differs", "addressee"), id="receiver"),
        pytest.param("The council approved the wall on Tuesday.", ("differs", "date"), id="day"),
        pytest.param("The wall was moved by a team of forty horses.", ("not_found", "detail"), id="detail"),
        pytest.param("The architect of the wall is Signe Ruud.", ("not_found", "detail"), id="name"),
    ],
)
def test_what_the_reports_do_not_have_so_is_shown(held, draft, expected):
    """Each kind of fault is told with its aspect."""
    assert expected in wrong(held(draft))


@pytest.mark.parametrize(
    "draft",
    [
        "The council of Ebel approved the flood wall on Monday.",
        "The wall was approved by 14 votes to nine.",
        "Taxes will rise to 6 percent.",
        "Three growers were hurt when the river flooded 40 orchards.",
        "The growers have not agreed to sell their land, said their lawyer, Jon Vask.",
        '"They have lost enough trees," Ina Torp told the council.',
        '"We will not ask the growers for ... a single crown," the treasurer said.',
    ],
)
def test_what_the_reports_have_is_carried(held, draft):
    """A sound sentence is not flagged."""
    checks = held(draft)
    assert wrong(checks) == set()
    assert all(check.evidence for check in checks)


@pytest.mark.parametrize(
    ("draft", "report"),
    [
        pytest.param(
            "Police arrested three men over the raid on the Ebel Savings Bank, in which 2.4 million crowns were taken.",
            "Police arrested three men over the raid on the Ebel Savings Bank. About 2.4 million crowns were taken.",
            id="a-clause-that-tells-little",
        ),
        pytest.param(
            "Inspector Vera Quill said police did not believe anyone else was involved.",
            'Inspector Vera Quill spoke to reporters. "We do not believe anyone else was involved," she said.',
            id="what-those-believe-whom-the-speaker-speaks-for",
        ),
    ],
)
def test_what_a_report_says_in_another_frame_is_carried(models, draft, report):
    """A number in a clause of its own, and a belief inside what is said, are looked for by more than their clause."""
    checks = checks_of(draft, report, models=models)
    assert checks
    assert [check for check in checks if check.verdict != "carried"] == []


def test_where_the_reports_differ_both_sides_are_shown(held):
    """A number that one report has and another has otherwise is carried, with both sides."""
    (check,) = [check for check in held("The wall will cost 12 million crowns.") if check.kind == "number"]
    assert check.verdict == "carried"
    assert [side.reports for side in check.sides] == [("r1",), ("r2",)]


@pytest.mark.parametrize("report", [FIRST, SECOND], ids=["first", "second"])
def test_a_report_is_carried_by_itself(held, report):
    """A draft in the very words of a report has nothing to look at."""
    assert wrong(held(report)) == set()


def test_every_check_points_at_exact_words(held):
    """Spans of checks are those of the draft, spans of evidence those of the reports."""
    draft = '"They have lost all,” Ina Torp told 17 growers — in 1997.'
    texts = {"r1": FIRST, "r2": SECOND}
    checks = held(draft)
    assert checks
    for check in checks:
        assert draft[check.start : check.end] == check.exact
        assert [span.exact for span in check.evidence] == [texts[s.report][s.start : s.end] for s in check.evidence]
        assert set(check.reports) == {span.report for span in check.evidence}


@pytest.mark.parametrize("draft", ["x", "“", "🙂 🙂", "1 2 3", "word " * 500, 'He said "\r\n\r\n"', "\n\n"])
def test_no_text_is_too_strange(held, draft):
    """A draft of any text is answered."""
    assert isinstance(held(draft), tuple)
