"""A table holds reports, or tells of the files beside it."""

import json

import pytest

from onrecord.ingest import problems

WORDS = "The mayor of Aster left on Monday."
ROW = {
    "name": "a",
    "text": WORDS,
    "outlet": "Union Telegraph",
    "title": "Mayor leaves",
    "url": "https://telegraph.example/1",
    "published": "1998-11-13",
    "kind": "document",
}


def lines(*rows):
    """Write rows as JSON lines."""
    return "".join(json.dumps(row) + "\n" for row in rows)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("x.jsonl", lines(ROW | {"unknown": [1]}), id="json-lines"),
        pytest.param("x.jsonl", ("\ufeff" + lines(ROW)).encode("utf-16-le"), id="json-lines-in-utf-16"),
        pytest.param(
            "x.jsonl", "\ufeff\n" + lines({key.title(): value for key, value in ROW.items()}), id="other-capitals"
        ),
        pytest.param("x.json", json.dumps([ROW]), id="json-list"),
        pytest.param("x.json", json.dumps(ROW, indent=1), id="json-object"),
        pytest.param("x.csv", ",".join(ROW) + "\n" + ",".join(ROW.values()), id="csv"),
        pytest.param(
            "x.csv", "\ufeff" + ";".join(ROW) + "\r\n" + ";".join(ROW.values()) + "\r\n", id="csv-of-a-spreadsheet"
        ),
        pytest.param("x.tsv", "\t".join(ROW) + "\n" + "\t".join(ROW.values()), id="tsv"),
    ],
)
def test_a_row_with_a_text_is_a_report(put, read, name, content):
    """Whatever the table, a row tells its report's text, outlet, title, address, date and kind."""
    (report,), unread = read(put({name: content}) / name)
    assert not unread
    assert (report.name, report.text, report.outlet, report.title) == ("a", WORDS, "Union Telegraph", "Mayor leaves")
    assert (report.url, report.kind) == ("https://telegraph.example/1", "document")
    assert (report.published.value, report.published.basis) == ("1998-11-13", "given")


@pytest.mark.parametrize("table", ["reports.jsonl", "reports.csv", "reports.json"])
@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_a_row_without_a_text_tells_of_a_file(put, read, table, name):
    """A row without a text describes the file of its name, with or without extension."""
    content = {
        "reports.jsonl": lines({"name": name, "outlet": "Union Telegraph", "published": 1998}),
        "reports.csv": f"name,outlet,published\n{name},Union Telegraph,1998\n",
        "reports.json": json.dumps([{"name": name, "outlet": "Union Telegraph", "published": "1998"}]),
    }[table]
    (report,), unread = read(put({"a.txt": WORDS, table: content}))
    assert not unread
    assert (report.name, report.text, report.outlet, report.published.value) == (
        "a.txt",
        WORDS,
        "Union Telegraph",
        "1998",
    )


@pytest.mark.parametrize(
    "sources", [["."], ["a.txt"], ["reports.jsonl"], ["a.txt", "reports.jsonl"], ["reports.jsonl", "."]]
)
def test_what_is_told_of_a_file_counts_however_it_is_named(put, read, sources):
    """A folder, its file, its table, or all that a shell makes of ``*``: one report, with its outlet."""
    folder = put({"a.txt": WORDS, "reports.jsonl": lines({"name": "a", "outlet": "Union Telegraph"})})
    (report,), unread = read(*(folder / source for source in sources))
    assert (report.name, report.outlet, unread) == ("a.txt", "Union Telegraph", [])


def test_a_table_tells_of_files_below_it(put, read):
    """A row may name a file in a folder below; the nearest table counts."""
    files = {
        "reports.jsonl": lines({"name": "sub/a.txt", "outlet": "Far"}, {"name": "sub/b", "outlet": "Far"}),
        "sub/reports.csv": "name,outlet\na,Near\n",
        "sub/a.txt": WORDS,
        "sub/b.txt": "Six of them left.",
    }
    reports, (problem,) = read(put(files))
    assert [(report.name, report.outlet) for report in reports] == [("sub/a.txt", "Near"), ("sub/b.txt", "Far")]
    assert problem.code == problems.TWO_ANSWERS


def test_a_page_s_own_word_gives_way_to_the_row_s(put, read):
    """What the user gives goes before what a page tells of itself."""
    page = (
        '<html><head><meta property="og:site_name" content="Page">'
        '<meta property="article:published_time" content="1998-01-01">'
        f"</head><body><article><p>{WORDS} Nobody knew why she had gone.</p></article></body></html>"
    )
    row = {"name": "a.html", "outlet": "Row", "published": "1998-11-13"}
    (report,), _ = read(put({"a.html": page, "reports.jsonl": lines(row)}))
    assert (report.outlet, report.published.value, report.published.basis) == ("Row", "1998-11-13", "given")


@pytest.mark.parametrize(
    ("rows", "files", "code", "told"),
    [
        pytest.param([{"name": "b"}], {}, problems.ROW_WITHOUT_FILE, "line 2: names 'b'", id="no-such-file"),
        pytest.param([{"name": "../x"}], {}, problems.ROW_WITHOUT_FILE, "line 2", id="a-file-outside"),
        pytest.param([{"name": "/etc/hosts"}], {}, problems.ROW_WITHOUT_FILE, "line 2", id="a-file-of-the-system"),
        pytest.param([{"name": "n" * 999}], {}, problems.ROW_WITHOUT_FILE, "line 2", id="a-name-too-long"),
        pytest.param([{"name": "reports.jsonl"}], {}, problems.ROW_WITHOUT_FILE, "line 2", id="itself"),
        pytest.param(
            [{"name": "b"}],
            {"b.txt": "Ten of them left.", "b.md": "Six of them left."},
            problems.TWO_ANSWERS,
            "b.txt or b.md",
            id="two-files",
        ),
        pytest.param([{"name": "a.txt", "outlet": "Y"}], {}, problems.TWO_ANSWERS, "the first counts", id="two-rows"),
        pytest.param(
            [{"name": "a", "text": "She stays in office."}], {}, problems.TWO_ANSWERS, "two texts", id="another-text"
        ),
        pytest.param([{"outlet": "X"}], {}, problems.NO_TEXT, 'no column "text" in line 2', id="neither-text-nor-name"),
        pytest.param([{"name": "z", "text": "  "}], {}, problems.EMPTY, "line 2", id="a-text-without-words"),
        pytest.param([{"name": "z", "text": "a\0b"}], {}, problems.BINARY, "line 2", id="a-text-with-nuls"),
        pytest.param([{"name": "z", "text": ["a"]}], {}, problems.BROKEN_ROW, "line 2", id="a-text-that-is-none"),
        pytest.param(
            [{"name": "z", "text": f"{WORDS} \ud83d"}],
            {},
            problems.BROKEN_ROW,
            "half a character",
            id="half-a-character",
        ),
        pytest.param(
            [{"name": "z", "text": WORDS, "outlet": "\udc00"}], {}, problems.BROKEN_ROW, "(\\udc00", id="half-an-outlet"
        ),
        pytest.param([{"name": "z", "text": "Fire"}], {}, problems.EMPTY, "line 2: has no 3 words", id="one-word"),
        pytest.param([[1, 2]], {}, problems.BROKEN_ROW, "line 2", id="no-row"),
        pytest.param([{"schema": "onrecord/1"}], {}, problems.RECORD, "onrecord show", id="a-record"),
    ],
)
def test_a_row_that_does_not_fit_is_told(  # noqa: PLR0913, PLR0917 - a table
    put, read, rows, files, code, told
):
    """A row that cannot be used is a problem that names its line; the file told of before it is read all the same."""
    table = lines({"name": "a", "outlet": "X"}, *rows)
    reports, unread = read(put({"a.txt": WORDS, "reports.jsonl": table} | files))
    assert "a.txt" in [report.name for report in reports]
    assert [problem.code for problem in unread] == [code]
    assert told in unread[0].message


def test_a_row_that_repeats_its_file_s_text_tells_of_it(put, read):
    """A table made of the files, texts and all, adds no reports to them."""
    reports, unread = read(put({"a.txt": WORDS, "reports.jsonl": lines(ROW)}))
    assert ([(report.name, report.outlet) for report in reports], unread) == ([("a.txt", "Union Telegraph")], [])


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        pytest.param(
            "x.jsonl",
            f'{{"text": "{WORDS}"}}\n{{"text": \n[]\n{{"text": "Six of them left."}}',
            "lines 2, 3",
            id="json-lines",
        ),
        pytest.param(
            "x.csv", f'name,text\na,{WORDS}\nb,The mayor, she left\nc,"x\nd,Six of them left.', "lines 3, 4", id="csv"
        ),
        pytest.param(
            "x.json", json.dumps([{"text": WORDS}, 3, None, {"text": "Six of them left."}]), "rows 2, 3", id="json"
        ),
        pytest.param(
            "x.jsonl",
            lines({"text": WORDS}) + "[]\n" * 9 + lines({"text": "Six of them left."}),
            "and 4 more",
            id="many",
        ),
    ],
)
def test_broken_rows_cost_only_themselves(put, read, name, content, told):
    """The rows before and after are read; one problem names the lines."""
    reports, (problem,) = read(put({name: content}) / name)
    assert [report.text for report in reports] == [WORDS, "Six of them left."]
    assert problem.code == problems.BROKEN_ROW
    assert told in problem.message


def test_a_row_without_a_name_is_called_by_its_line(put, read):
    """A report of a table without names can be found there."""
    (report,), _ = read(put({"x.jsonl": "\n" + lines({"text": WORDS})}) / "x.jsonl")
    assert report.name == "x.jsonl, line 2"


def test_a_cell_may_be_as_long_as_a_report(put, read):
    """A text longer than the limit of the standard CSV reader is read whole."""
    (report,), unread = read(put({"x.csv": f'text\n"{WORDS * 9000}"\n'}) / "x.csv")
    assert (report.text, unread) == (WORDS * 9000, [])


@pytest.mark.parametrize(
    ("row", "code", "told"),
    [
        pytest.param({"published": "13 November 1998"}, problems.BAD_DATE, "write it as 1998-11-13", id="date"),
        pytest.param(
            {"published": "11/13/1998"}, problems.BAD_DATE, "'11/13/1998' is not understood", id="two-readings"
        ),
        pytest.param({"url": "javascript:alert(1)"}, problems.BAD_URL, "with https:// in front", id="url"),
        pytest.param({"kind": "memo"}, problems.BAD_KIND, "write report or document", id="kind"),
    ],
)
def test_what_is_told_wrongly_costs_only_itself(put, read, row, code, told):
    """A date or a kind that is not understood is a problem; the report is read without it."""
    (report,), (problem,) = read(put({"x.jsonl": lines({"text": WORDS, **row})}) / "x.jsonl")
    assert (report.published.value, report.kind, report.url, problem.code) == (None, "report", None, code)
    assert told in problem.message
