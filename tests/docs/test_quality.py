"""The figures of quality on a page are those that were measured."""

import tomllib

import make_quality
from onrecord.model.record import Generator, Record, Story
from onrecord.show import show_html, show_markdown

EMPTY = Record(Generator("onrecord", "0"), Story("story", ""), ())


def test_the_figures_are_those_of_the_floors():
    """`tools/make_quality.py` makes the file from `tests/eval/floors.toml`: run it after raising a floor."""
    assert make_quality.TARGET.read_text(encoding="utf-8") == make_quality.page()


def test_every_form_carries_the_figures_with_their_n():
    """A page that goes from hand to hand says how far to trust it."""
    page, markdown = show_html(EMPTY), show_markdown(EMPTY)
    figures = tomllib.loads(make_quality.TARGET.read_text(encoding="utf-8"))["figures"]
    assert len(figures) == len(make_quality.ROWS)
    for row in figures:
        assert f"<td>{row['measure']}</td><td>{row['value']:.2f}</td><td>{row['n']:,}</td>" in page
        assert f"| {row['measure']} | {row['value']:.2f} | {row['n']:,} | {row['data']} |" in markdown
    assert "expect somewhat less" in page
