"""The actors of a record: what each report calls whom, on a terminal, for a program, and on the page."""

import io
import json
import re

import msgspec
import pytest
from msgspec.structs import replace
from rich.console import Console

from onrecord.model.marks import Entity, Mention
from onrecord.model.record import Generator, Record, Story
from onrecord.show import show_html
from onrecord.show.actors_table import list_actor_rows, show_actors
from onrecord.show.actors_view import list_actors
from onrecord.show.lookup import look_up

EMPTY = Record(Generator("onrecord", "0"), Story("story", ""), ())
REPORTS = {
    "post": "Mara Quill spoke for the harbor office. Ms. Quill left; she left early. Mara Quill is back.\n",
    "herald": "Quill would not comment. Orsk is a town.\n",
    "times": "A crane fell over.\n",
}


@pytest.fixture
def story(made):
    """Three reports with a person, the body she speaks for, and a place."""
    reports = tuple(made.report(name, f"The {name.title()}", text) for name, text in REPORTS.items())
    at = {report.id: report for report in reports}

    def mentions(report, *forms):
        found, seen = [], 0
        for kind, words in forms:
            start = at[report].text.index(words, seen)
            seen = start + len(words)
            found.append(Mention(at[report].span(start, seen), kind))
        return tuple(found)

    post = mentions("post", ("name", "Mara Quill"), ("name", "Ms. Quill"), ("pronoun", "she"), ("name", "Mara Quill"))
    office = Entity("e1", "harbor office", "organization", mentions=mentions("post", ("nominal", "the harbor office")))
    quill = Entity("e2", "Mara Quill", "person", "e1", mentions=(*post, *mentions("herald", ("name", "Quill"))))
    orsk = Entity("e3", "Orsk", "place", mentions=mentions("herald", ("name", "Orsk")))
    return Record(Generator("onrecord", "0"), Story("story", "A crane"), reports, entities=(office, quill, orsk))


def printed(record, width=80):
    console = Console(file=io.StringIO(), width=width)
    console.print(show_actors(record))
    return console.file.getvalue()


def test_an_actor_has_a_name_or_speaks(story):
    """A place is no actor, nor is what neither has a name nor says a word."""
    assert [actor.name for actor in list_actors(look_up(story))] == ["Mara Quill"]


def test_forms_are_counted_by_report_names_first(story):
    """Each form once a report, with its number; names stand before pronouns, the most frequent first."""
    (quill,) = list_actors(look_up(story))
    assert [[(form.link.words, form.n) for form in report.forms] for report in quill.reports] == [
        [("Mara Quill", 2), ("Ms. Quill", 1), ("she", 1)],
        [("Quill", 1)],
        [],
    ]
    assert (quill.n_reports, quill.n_mentions, quill.belongs) == (2, 5, "part of harbor office")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_table_keeps_to_the_width_and_says_who_is_silent(story, width):
    """No line is longer than the terminal; a report that does not mention the actor is named."""
    text = printed(story, width)
    assert max(map(len, text.splitlines())) <= width
    told = " ".join(text.split())
    assert all(words in told for words in ("Mara Quill", "part of", "she", "not in Times")), told


def test_nobody_is_said_to_be_nobody():
    """A record without actors says so."""
    assert printed(EMPTY).strip() == "Nobody is named."


def test_the_rows_for_a_program_keep_every_mention_with_its_words(story):
    """What stands in a row's mention is what stands in the text there."""
    (row,) = map(json.loads, map(msgspec.json.encode, list_actor_rows(story)))
    assert (row["id"], row["part_of"], row["statements"]) == ("e2", "e1", 0)
    assert row["forms"][0] == {"words": "Mara Quill", "kind": "name", "mentions": 2}
    spans = [mention["span"] for own in row["mentions"].values() for mention in own]
    assert len(spans) == 5
    texts = {report.id: report.text for report in story.reports}
    assert all(texts[s["report"]][s["start"] : s["end"]] == s["exact"] for s in spans)


def test_the_page_links_each_form_to_a_place_that_it_holds(story):
    """Every link of the section leads to an anchor in a report's text."""
    page = show_html(story)
    (section,) = re.findall(r'<section id="actors".*?</section>', page, re.DOTALL)
    anchors = re.findall(r'href="#([^"]+)"', section)
    assert len(anchors) == 4
    assert all(f'id="{anchor}"' in page for anchor in anchors)
    assert "Times" in section


def test_a_name_cannot_write_the_page_nor_steer_the_terminal(story):
    """Words of reports are escaped, and control signs are shown as such."""
    evil = replace(story.entities[1], name="<script>x</script>\x1b[31m")
    record = replace(story, entities=(story.entities[0], evil))
    assert "<script>x" not in show_html(record)
    assert "\x1b[31m" not in printed(record)
