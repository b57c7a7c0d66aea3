"""Quotation marks: pairs, apostrophes, marks that are never closed, and whose words they are."""

import pytest

from onrecord.annotate.body import Layout
from onrecord.annotate.quotes import find_quotes, link_quotes
from onrecord.model.marks import Statement
from onrecord.model.report import Report
from onrecord.model.span import ReportId


def read(text):
    report = Report(ReportId("r1"), "kallport.txt", text, "0")
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    return report, find_quotes(report, Layout(tuple(lines), tuple(lines)))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("“We sail,” said Vole.", ["“We sail,”"], id="curly"),
        pytest.param('"We sail," said Vole. "At nine."', ['"We sail,"', '"At nine."'], id="straight"),
        pytest.param("''We sail,'' said Vole.", ["''We sail,''"], id="two-apostrophes"),
        pytest.param("``We sail,'' said Vole.", ["``We sail,''"], id="backticks"),
        pytest.param("«We sail», said Vole.", ["«We sail»"], id="angles"),
        pytest.param('“We sail," said Vole.', ['“We sail,"'], id="opened-curly-closed-straight"),
        pytest.param("'Hold the boy,' he told her.", ["'Hold the boy,'"], id="single"),
        pytest.param("‘It’s Moe’s door,’ said Dahm.", ["‘It’s Moe’s door,’"], id="apostrophes-inside"),
        pytest.param(
            "'The crews' rights are safe,' he said.", ["'The crews' rights are safe,'"], id="possessive-inside"
        ),
        pytest.param("The crews' rights and the ferry's door.", [], id="possessives-alone"),
        pytest.param("In the '90s they sang 'til dawn, rock 'n' roll.", [], id="left-out-letters"),
        pytest.param("\"He called it 'a toy',\" she said.", ["\"He called it 'a toy',\""], id="single-inside-double"),
        pytest.param('A door 6\'2" high and 3" thick.', [], id="feet-and-inches"),
        pytest.param("No marks at all.", [], id="none"),
        pytest.param('“” and ""', [], id="nothing-between"),
        pytest.param("😀 “Up 😀 we go,” she said.", ["“Up 😀 we go,”"], id="emoji"),
    ],
)
def test_pairs_are_found_with_their_marks(text, pairs):
    """A pair of marks is a span of the text, marks included; an apostrophe is no mark."""
    report, (marks, problems) = read(text)
    assert [mark.exact for mark in marks] == pairs
    assert all(report.text_of(mark) == mark.exact for mark in marks)
    assert problems == ()


def test_a_quotation_over_paragraphs_is_no_problem():
    """Each paragraph of a quotation opens with a mark, only the last one closes."""
    _, (marks, problems) = read("“We stopped counting.\n\n“Then we pulled,” he said.")
    assert [mark.exact for mark in marks] == ["“We stopped counting.", "“Then we pulled,”"]
    assert problems == ()


def test_single_marks_run_over_paragraphs_as_well():
    """British texts do the same with single marks."""
    _, (marks, problems) = read("'We stopped counting.\n\n'Then we pulled,' he said.")
    assert [mark.exact for mark in marks] == ["'We stopped counting.", "'Then we pulled,'"]
    assert problems == ()


def test_an_unclosed_mark_costs_its_paragraph_only():
    """A mark without a partner ends with its paragraph and is reported; the next paragraph is read as ever."""
    _, (marks, problems) = read('He said "no.\n\nThen "yes" came.')
    assert [mark.exact for mark in marks] == ['"no.', '"yes"']
    assert [(problem.code, problem.span.exact, problem.span.start) for problem in problems] == [("OR311", '"', 8)]


def test_the_smallest_quoting_statement_owns_a_pair():
    """A pair belongs to the smallest quoting statement over it; marks that nobody is quoted with belong to none."""
    report, (marks, _) = read('Moe said Vole called it "a toy" aboard the "Aster".')
    start = report.text.index("Vole")
    outer = Statement("r1.s0", report.id, "mixed", (report.span(start, start + 22),), "test")
    inner = Statement("r1.s1", report.id, "mixed", (report.span(start + 12, start + 22),), "test")
    assert [quote.statement for quote in link_quotes(marks, (outer, inner))] == ["r1.s1", None]
