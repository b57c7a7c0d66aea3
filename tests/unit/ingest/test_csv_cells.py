"""CSV is read as RFC 4180 says, cells of any length, and a broken row costs only itself."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.csv_cells import read_cells


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("a,b\n1,2\n", [(1, ["a", "b"]), (2, ["1", "2"])], id="plain"),
        pytest.param("a,b\r\n1,2\r\n", [(1, ["a", "b"]), (2, ["1", "2"])], id="windows-line-ends"),
        pytest.param("a,b\r1,2", [(1, ["a", "b"]), (2, ["1", "2"])], id="old-mac-line-ends"),
        pytest.param("a;b\n1;2,5", [(1, ["a", "b"]), (2, ["1", "2,5"])], id="semicolons"),
        pytest.param("a\tb\n1\t2", [(1, ["a", "b"]), (2, ["1", "2"])], id="tabs"),
        pytest.param('a,b\n"x, ""y""",2', [(1, ["a", "b"]), (2, ['x, "y"', "2"])], id="quotation-marks"),
        pytest.param(
            'a,b\n"x\r\ny",2\n3,4', [(1, ["a", "b"]), (2, ["x\r\ny", "2"]), (4, ["3", "4"])], id="lines-in-a-cell"
        ),
        pytest.param("a,b\n\n1,\n", [(1, ["a", "b"]), (3, ["1", ""])], id="blank-line-and-empty-cell"),
        pytest.param('a,b\n5" pipe,2', [(1, ["a", "b"]), (2, ['5" pipe', "2"])], id="a-mark-inside-a-cell"),
        pytest.param('a,b\n"x,2\n3,4', [(1, ["a", "b"]), (2, None), (3, ["3", "4"])], id="never-closed"),
        pytest.param('a,b\n"x"y,2\n3,4', [(1, ["a", "b"]), (2, None), (3, ["3", "4"])], id="words-after-the-mark"),
        pytest.param("", [], id="empty"),
    ],
)
def test_rows_are_read_with_their_lines(text, rows):
    """Each row has the number of its first line; ``None`` stands for a row whose marks do not fit."""
    assert list(read_cells(text)) == rows


def test_a_cell_may_be_as_long_as_a_report():
    """A cell longer than the standard reader's 131,072 characters is read whole."""
    long = "The mayor left. " * 20_000
    assert list(read_cells(f'text\n"{long}"\n')) == [(1, ["text"]), (2, [long])]


CELLS = st.text(st.sampled_from('ab,;\t "\n\r“é'), max_size=12)


@given(st.lists(st.tuples(CELLS, CELLS), max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_what_the_standard_writer_writes_is_read(rows, line_end):
    """The cells come back as they were written."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=line_end, quoting=csv.QUOTE_ALL)
    writer.writerows([("name", "text"), *rows])
    assert [cells for _, cells in read_cells(out.getvalue())][1:] == [list(row) for row in rows]
