"""What is corrected is shown as corrected: on the page, in Markdown, on the terminal; with who, when and why."""

import csv
import io

import pytest
from msgspec import structs
from rich.console import Console

from onrecord.changes import compare_records, find_arrival
from onrecord.model.corrections import Corrected
from onrecord.model.record import BuildOptions
from onrecord.show import show_html, show_markdown, show_tables, show_terminal
from onrecord.show.changes import show_arrival, show_corrections, show_difference
from onrecord.show.corrections_view import say_change

SIGNED = ("M. Arden", "1998-05-06", "I asked her.")


def corrected_with(record, *corrections):
    options = BuildOptions(corrections=corrections)
    return structs.replace(record, generator=structs.replace(record.generator, options=options))


@pytest.fixture
def corrected(bridge):
    """The story of the bridge with another speaker and a finding that was called wrong."""
    said = bridge.statements[0]
    return corrected_with(
        bridge,
        Corrected("speaker", *SIGNED, said.content, ("k3",), (said.id,), value="Mara Quill", was="Ada Holm"),
        Corrected(
            "wrong", *SIGNED, bridge.findings[0].sides[0].evidence, ("k2",), was="conflict of amount: forty, or sixty"
        ),
    )


def printed(view):
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(view)
    return console.export_text()


@pytest.mark.parametrize(
    ("kind", "value", "was", "said"),
    [
        pytest.param("speaker", "Mara Quill", None, "said by Mara Quill, not somebody unknown", id="speaker"),
        pytest.param("date", "1998-05-04", "1998-05", "4 May 1998, not May 1998", id="date"),
        pytest.param("date", "1998-05-04", "1998-05-04", "4 May 1998, as without it", id="read-so-by-now"),
        pytest.param("date", "1998-05-04", None, "4 May 1998, not a day that is not known", id="date-that-was-open"),
        pytest.param("wrong", None, None, "no difference is found here any more", id="nothing-to-take-out"),
        pytest.param("merge", None, None, "these words tell one claim", id="merge"),
        pytest.param("split", None, None, "these words are a claim of their own", id="split"),
    ],
)
def test_what_a_correction_changed_is_said(bridge, kind, value, was, said):
    """With what would stand there without it."""
    words = bridge.statements[0].content
    assert say_change(Corrected(kind, *SIGNED, words, value=value, was=was)) == said


def test_a_difference_that_has_grown_is_not_called_gone(bridge):
    """It is told again, and its correction says so."""
    grown = Corrected("wrong", *SIGNED, bridge.statements[0].content, ("k2",))
    assert say_change(grown) == "the difference has a further side since then, and is told again"


def test_the_page_marks_the_row_the_remark_and_tells_why(corrected):
    """The row leads to the correction, the correction to its words and its claim."""
    page = show_html(corrected)
    assert 'href="#h1"' in page.split('<tr role="row" id="c3"')[1].split("</tr>")[0]
    assert 'href="#h2"' in page.split('<tr role="row" id="c2"')[1].split("</tr>")[0]
    section = page.split('<section id="corrections"')[1].split("</section>")[0]
    for words in (
        "said by Mara Quill, not Ada Holm",
        "M. Arden, 6 May 1998: I asked her.",
        'href="#c3"',
        'href="#r2-',
    ):
        assert words in section
    assert "speaker corrected by hand" in page


def test_markdown_and_the_terminal_tell_it_too(corrected):
    """A row, a section, a line of the summary."""
    text = show_markdown(corrected)
    assert "· corrected by hand: 1" in text
    assert "## Corrected by hand (2)" in text
    assert "- M. Arden, 6 May 1998: I asked her." in text
    assert "2 corrections by hand" in printed(show_terminal(corrected))
    assert printed(show_terminal(corrected, section="claims")).count("corrected by hand") == 2
    assert "taken out: conflict of amount: forty, or sixty" in printed(show_corrections(corrected))


def test_without_corrections_nothing_is_said(bridge):
    """No section, no mark."""
    assert "orrected by hand" not in show_html(bridge) + show_markdown(bridge) + printed(show_terminal(bridge))


def test_what_a_person_writes_formats_nothing(hostile):
    """A name or a reason is words, whatever signs it has."""
    words = hostile.claims[0].readings[0].evidence[:1]
    evil = "<script>window.hacked=1</script> \x1b[31m *so*"
    record = corrected_with(hostile, Corrected("speaker", evil, "1998", evil, words, ("c",), value=evil, was=evil))
    assert "<script>window.hacked" not in show_html(record)
    assert "<script>" not in show_markdown(record)
    assert "\x1b[31m" not in printed(show_corrections(record))


def test_what_changed_fits_a_terminal_and_formats_nothing(hostile, bridge):
    """Words that would steer a terminal do not; no line is wider than it."""
    for record in (hostile, bridge):
        report = record.reports[-1].id
        fewer = structs.replace(
            record,
            reports=record.reports[:-1],
            claims=tuple(c for c in record.claims if all(r.report != report for r in c.readings)),
        )
        for view in (
            show_arrival(record, find_arrival(record, (report,))),
            show_difference(fewer, record, compare_records(fewer, record)),
            show_difference(record, fewer, compare_records(record, fewer)),
        ):
            said = printed(view)
            assert "\x1b" not in said
            assert max(map(len, said.splitlines())) <= 80
            assert "“" in said


def test_tables_mark_what_was_corrected(corrected):
    """A line that a person corrected has the number of the correction, which stands in a table of its own."""
    tables = {
        name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in show_tables(corrected).items()
    }
    marked = {line["claim"]: line["corrected"] for line in tables["claims.csv"] if line["corrected"]}
    assert marked == {"k3": "1", "k2": "2"}
    said = corrected.statements[0].id
    assert {line["statement"] for line in tables["statements.csv"] if line["corrected"] == "1"} == {said}
    numbers = [(line["correction"], line["who"], line["why"]) for line in tables["corrections.csv"]]
    assert set(numbers) == {("1", SIGNED[0], SIGNED[2]), ("2", SIGNED[0], SIGNED[2])}


def test_a_record_without_corrections_has_no_table_of_them(bridge):
    """Nothing is marked where nothing was corrected."""
    tables = show_tables(bridge)
    assert "corrections.csv" not in tables
    assert not any(line["corrected"] for line in csv.DictReader(io.StringIO(tables["claims.csv"], newline="")))
