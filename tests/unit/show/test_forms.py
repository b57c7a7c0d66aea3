"""Every form of a record: the page, Markdown, tables, terminal, notebook."""

import csv
import io
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace
from rich.console import Console

from onrecord.model.record import Generator, Record, Story
from onrecord.show import show_html, show_markdown, show_notebook, show_tables, show_terminal

SECTIONS = ("summary", "claims", "findings", "quotes", "timeline")
EMPTY = Record(Generator("onrecord", "0"), Story("story", ""), ())


class Page(HTMLParser):
    """Collects a page's tags and the contents of its script and style."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.raw, self.inside = [], {"script": [], "style": []}, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag if tag in self.raw else None

    def handle_endtag(self, _):
        self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.raw[self.inside].append(data)


def printed(record, section, **more):
    console = Console(file=io.StringIO(), width=80, **more)
    console.print(show_terminal(record, section=section))
    return console.file.getvalue()


def table(record, name):
    return list(csv.DictReader(io.StringIO(show_tables(record)[name], newline="")))


def test_the_page_is_the_same_every_time(bridge):
    """The same record gives the same bytes."""
    assert show_html(bridge) == show_html(bridge)


@pytest.mark.parametrize("name", ["bridge", "hostile"])
def test_the_policy_allows_the_pages_own_script_and_style_only(name, request):
    """The sums of the Content-Security-Policy are those of the one script and the one style; nothing inline besides."""
    page = Page(show_html(request.getfixturevalue(name)))
    policy = next(attrs["content"] for tag, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy")
    for kind in ("script", "style"):
        (raw,) = page.raw[kind]
        assert f"{kind}-src 'sha256-{b64encode(sha256(raw.encode()).digest()).decode()}'" in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    names = {name for _, attrs in page.tags for name in attrs}
    assert not {name for name in names if name == "style" or name.startswith("on")}
    assert not {"src", "action", "formaction", "srcdoc"} & names


def test_hostile_words_make_no_tag(bridge, hostile):
    """A report's words add no kind of tag that an honest page does not have."""
    honest = {tag for tag, _ in Page(show_html(bridge)).tags}
    assert {tag for tag, _ in Page(show_html(hostile)).tags} <= honest


def test_only_web_addresses_become_links(bridge, hostile):
    """An address that is no http(s) is shown as nothing that can be followed."""
    outward = [attrs["href"] for tag, attrs in Page(show_html(bridge)).tags if tag == "a" and attrs["href"][0] != "#"]
    assert outward == ["https://herald.invalid/bridge"]
    assert 'href="javascript' not in show_html(hostile)


@pytest.mark.parametrize(
    "id_", ["claims", "findings", "quotes", "timeline", "commitments", "positions", "lineage", "topics", "left-out"]
)
def test_sections_are_there(bridge, id_):
    """What the record has, the page shows."""
    assert f'<section id="{id_}"' in show_html(bridge)


@pytest.mark.parametrize("id_", ["findings", "quotes", "timeline", "commitments", "positions", "lineage", "topics"])
def test_sections_without_lines_are_left_out(id_):
    """What the record has nothing for is not shown; what was left out always is."""
    page = show_html(EMPTY)
    assert f'<section id="{id_}"' not in page
    assert '<section id="left-out"' in page


def test_what_was_not_compared_is_listed(bridge):
    """A passage in no claim is counted at the top and listed."""
    page = show_html(bridge)
    assert "3 passages not compared, 1 problem noted" in page
    assert ">with the Talden News Agency<" not in page
    assert "it is no text" in page


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("claims", "No claim was found."),
        ("findings", "No difference was found (0 reports)."),
        ("quotes", "Nobody is quoted."),
        ("timeline", "No event was found."),
    ],
)
def test_a_section_without_lines_says_so(section, said):
    """On a terminal, nothing at all would look like a fault."""
    assert printed(EMPTY, section).strip() == said


def test_names_break_between_words(made):
    """On a narrow terminal a report's name is wrapped between its words."""
    record = made.bridge()
    named = replace(record.reports[0], outlet="Union Telegraph")
    narrow = Console(file=io.StringIO(), width=40)
    narrow.print(show_terminal(replace(record, reports=(named, *record.reports[1:]))))
    assert "Telegraph" in narrow.file.getvalue().split()


@pytest.mark.parametrize("name", ["reports", "claims", "statements", "findings", "quotes", "timeline", "commitments"])
def test_tables_have_lines(bridge, name):
    """Every table of a full record has a head and lines of one width."""
    lines = list(csv.reader(io.StringIO(show_tables(bridge)[f"{name}.csv"], newline="")))
    assert len(lines) > 1
    assert {len(line) for line in lines} == {len(lines[0])}


def test_claims_table_has_each_report_of_each_claim(bridge):
    """Each report of each claim is told, unsure or silent in the table, with exact words and places."""
    lines = table(bridge, "claims.csv")
    assert {(line["claim"], line["report"]) for line in lines} == {
        (c.id, r.id) for c in bridge.claims for r in bridge.reports
    }
    for line in lines:
        if line["words"]:
            assert bridge.report(line["report"]).text[int(line["start"]) : int(line["end"])] == line["words"]


def test_tables_without_lines_are_left_out():
    """An empty record has the four tables that a reader looks for, and no other."""
    assert sorted(show_tables(EMPTY)) == ["claims.csv", "findings.csv", "reports.csv", "statements.csv"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\uff1d"])
def test_no_field_is_a_formula(made, start):
    """A spreadsheet runs nothing: what starts like a formula gets an apostrophe."""
    words = f"{start}cmd|' /C calc'!A0"
    record = Record(Generator("onrecord", "0"), Story("story", ""), (made.report("a", words, f"{words} x"),))
    assert table(record, "reports.csv")[0]["outlet"] == f"'{words}"


def test_numbers_stay_numbers(bridge):
    """Offsets are not touched by the guard against formulas."""
    assert table(bridge, "findings.csv")[0]["start"] == "213"


def test_markdown_says_who_tells_what(bridge):
    """Each reading stands with its outlet, words, place and mark; silence is said."""
    text = show_markdown(bridge)
    assert (
        "- Orsk Herald: “About 60 cars were stranded on the east ramp” [48–61] · **conflict** of amount: about 60"
        in text
    )
    assert "- silent: Harbor Office, Coast Times" in text


def test_markdown_is_inert(hostile):
    """No word of a report formats, links or becomes HTML."""
    text = show_markdown(hostile)
    assert not re.search(r"(?<!\\)[\[*`]code|<script|<img|\x1b|\u202e", text)
    assert not re.search(r"(?<!\\)\]\(", text)


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("name", ["bridge", "hostile"])
def test_terminal_fits_80_columns_without_color(name, section, request):
    """In a pipe no line is wider than 80 columns, and there is no escape sequence."""
    text = printed(request.getfixturevalue(name), section)
    assert max(map(len, text.splitlines())) <= 80
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("summary", "3 reports and 1 document, 7 claims, 2 differences (conflict 1, precision 1)"),
        ("claims", "≠ Orsk Herald"),
        ("findings", "≠ conflict, amount: Stranded cars: at least 40, or about 60"),
        ("quotes", "Orsk Herald: “We will open it again,” · shortened, direct"),
        ("timeline", "4 May 1998"),
    ],
)
def test_terminal_sections(bridge, section, words):
    """Each section says its own."""
    assert words in printed(bridge, section)


@pytest.mark.parametrize("section", SECTIONS)
def test_an_empty_record_can_be_shown(section):
    """Nothing to show is no error."""
    assert isinstance(printed(EMPTY, section), str)
    assert show_markdown(EMPTY).startswith("# An untitled story")
    assert "<table" in show_notebook(EMPTY)


def test_the_notebook_shows_the_matrix_without_script(bridge, hostile):
    """The fragment holds each claim and no script."""
    assert show_notebook(bridge).count('<th scope="row">') == 7
    assert "<script" not in show_notebook(hostile)
