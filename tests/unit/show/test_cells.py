"""What a cell shows: the report's own words, the mark, and what differs."""

import csv
import io

import pytest
from msgspec.structs import replace

from onrecord.show import show_html, show_markdown, show_tables
from onrecord.show.columns import columns_of
from onrecord.show.lookup import look_up
from onrecord.show.matrix import lay_matrix


@pytest.fixture(scope="module")
def matrix(bridge):
    lookup = look_up(bridge)
    return lay_matrix(lookup, columns_of(lookup))


def cell(matrix, claim, outlet):
    row = next(row for row in matrix.rows if row.number == claim)
    return next(found for found in row.cells if found.outlet == outlet)


@pytest.mark.parametrize(
    ("claim", "outlet", "kind", "words"),
    [
        pytest.param(1, "Talden Post", "told", "The Talden bridge was shut on Monday", id="told"),
        pytest.param(2, "Talden Post", "differs", "At least 40 cars were stranded", id="differs"),
        pytest.param(2, "Coast Times", "silent", "", id="silent"),
        pytest.param(4, "Orsk Herald", "unsure", "since Monday", id="unsure-shows-the-nearest-words"),
        pytest.param(5, "Talden Post", "only", "The town of Orsk will pay for the repair", id="only-here"),
        pytest.param(
            6, "Orsk Herald", "alone", "Traders at the fish market feared for their trade", id="only-here-perhaps"
        ),
        pytest.param(7, "Orsk Herald", "part", "stranded on the east ramp", id="in-part"),
    ],
)
def test_kind_and_words(matrix, claim, outlet, kind, words):
    """Told, differing, silent and unsure are different marks, and told cells show the report's words."""
    found = cell(matrix, claim, outlet)
    assert (found.kind, found.words) == (kind, words)


def test_words_of_a_cell_stand_in_its_report(matrix, bridge):
    """A cell's words are never rewritten: without the marks of cutting, they stand in the report's text."""
    for row in matrix.rows:
        for column, found in zip(matrix.columns, row.cells, strict=True):
            text = " ".join(bridge.report(column.report).text.split())
            assert all(part.strip() in text for part in found.words.split("…"))


def test_a_differing_cell_says_in_what_and_how_it_reads(matrix):
    """The type of the difference and this side's value stand in the cell."""
    badge = cell(matrix, 2, "Orsk Herald").badges[0]
    assert (badge.glyph, badge.kind, badge.word, badge.reads) == ("≠", "conflict", "amount", "about 60")


def test_a_differing_cell_sets_off_what_differs(matrix):
    """The words that differ are told apart from those around them."""
    assert cell(matrix, 2, "Orsk Herald").excerpt.core == "About 60 cars"


def test_a_document_stands_first(matrix):
    """A primary document is the first column, whatever its day."""
    assert matrix.columns[0].name == "Harbor Office"
    assert matrix.columns[0].document


def test_a_column_says_whose_wording_it_shares(matrix):
    """Reports of one family are no independent witnesses: the head of the column says so."""
    assert [column.shares for column in matrix.columns] == [("Talden Post",), ("Harbor Office",), (), ()]


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        pytest.param(1, "3 reports, 1 document, 1 origin: harbor office", id="one-origin-for-all"),
        pytest.param(2, "2 reports, no origin named", id="no-origin"),
        pytest.param(5, "1 report, 1 origin: harbor office", id="relay-counts-as-what-stands-behind-it"),
    ],
)
def test_support(matrix, claim, support):
    """A row says how many reports tell it and how many origins stand behind them."""
    assert next(row for row in matrix.rows if row.number == claim).support == support


def test_what_differs_stands_first(matrix):
    """Differences stand above what several tell, and that above what one report mentions."""
    assert [[row.number for row in group.rows] for group in matrix.groups] == [[2, 3], [1, 4, 7], [5, 6]]


def test_a_status_is_named_where_reports_differ_in_it(matrix):
    """Pledged here and planned there is said; what all tell alike is not."""
    assert "planned" in cell(matrix, 3, "Orsk Herald").notes
    assert cell(matrix, 1, "Talden Post").notes == ("says harbor office",)


@pytest.fixture(scope="module")
def beside(made):
    """The bridge, where the two silent on the stranded cars are sides of the difference in them, and one more is."""
    record = made.bridge()
    m = made.Maker(*record.reports)
    cars = record.findings[0]
    shops = m.side("some", ("times", "Shops near the east ramp stayed empty"))
    wordless = replace(m.side("none", ("herald", "About 60 cars")), reports=("notice",))
    ramp = replace(cars, claims=("k2", "k7"), sides=(*cars.sides, shops, wordless))
    return replace(record, findings=(ramp, *record.findings[1:]))


@pytest.mark.parametrize(
    ("claim", "outlet", "kind", "words"),
    [
        pytest.param(2, "Coast Times", "elsewhere", "Shops near the east ramp stayed empty", id="own-words"),
        pytest.param(2, "Harbor Office", "elsewhere", "see the difference", id="no-words-of-its-own"),
        pytest.param(7, "Talden Post", "elsewhere", "At least 40 cars", id="on-each-row-that-shows-it"),
        pytest.param(3, "Coast Times", "silent", "", id="no-side-of-another-difference"),
    ],
)
def test_no_side_of_a_difference_is_silent_beside_it(beside, claim, outlet, kind, words):
    """A report whose words stand in a difference that a row shows has them in its cell, said to be from there."""
    lookup = look_up(beside)
    found = cell(lay_matrix(lookup, columns_of(lookup)), claim, outlet)
    assert (found.kind, found.words) == (kind, words)


def test_a_cell_from_a_difference_says_so_in_every_form(beside):
    """It is marked on the page, in Markdown and in the table; the record's own cells stay as they are."""
    assert "<b>from the difference</b>" in show_html(beside)
    assert "- Coast Times: “Shops near the east ramp stayed empty” [88–125] · from the difference; **conflict**" in (
        show_markdown(beside)
    )
    lines = csv.DictReader(io.StringIO(show_tables(beside)["claims.csv"], newline=""))
    assert ("k2", "times", "elsewhere") in {(line["claim"], line["report"], line["cell"]) for line in lines}
    assert "times" in beside.claims[1].silent


def test_other_words_of_a_side_lead_to_the_difference(made):
    """A report that tells the claim, and differs in other words than those of its cell, is told to differ."""
    record = made.bridge()
    m = made.Maker(*record.reports)
    weeks, month = record.findings[1].sides
    sides = (weeks, month, m.side("a crack", ("post", "a crack was found")))
    finding = replace(record.findings[1], claims=("k1",), sides=(m.side("x", ("times", "on Monday")), *sides))
    lookup = look_up(replace(record, findings=(finding,)))
    assert "see the difference" in cell(lay_matrix(lookup, columns_of(lookup)), 1, "Talden Post").notes


def test_a_status_is_said_in_words(made):
    """ "View" alone says nothing: it is told as a view."""
    record = made.bridge()
    crack = record.claims[3]
    readings = (replace(crack.readings[0], status="view"), crack.readings[1])
    claims = (*record.claims[:3], replace(crack, readings=readings), *record.claims[4:])
    lookup = look_up(replace(record, claims=claims))
    assert cell(lay_matrix(lookup, columns_of(lookup)), 4, "Talden Post").notes[0] == "as a view"
