"""The figures of `floors.toml`: on the written stories always, on other development data where it is present.

A floor is the best score reached. Raise it freely (`tools/show_figures.py` prints the scores of today); lower it
only with a written reason.
"""

import tomllib
from pathlib import Path

import measures
import pytest

import make_rules
from onrecord.model.laws import find_broken_laws

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
HAIR = 0.002
"""Relative: other builds of the numeric libraries move a figure in its last digit."""
A_FEW = 4
"""Statements by which the page of rules may be behind."""

pytestmark = [pytest.mark.model, pytest.mark.slow]
needs_shared = pytest.mark.skipif(
    not measures.SHARED.is_dir(),
    reason=f"no development data at {measures.SHARED} (ONRECORD_DEVELOPMENT_DATA names its folder)",
)


def below(floors: dict, found: dict) -> dict:
    """Return the figures that fell below their floor: name -> (floor, found)."""
    return {name: (least, found[name]) for name, least in floors.items() if found[name] < least * (1 - HAIR)}


def test_the_written_stories_keep_their_floors(records):
    """What comparing adds on the twenty written stories never falls."""
    assert below(FLOORS["stories"], measures.own_figures(records)) == {}


def test_every_written_record_keeps_the_laws(records):
    """Every span exact, every link alive, each report in exactly one cell of each claim."""
    assert [(name, law) for name, record in records.items() for law in find_broken_laws(record)] == []


def test_every_figure_has_a_floor():
    """A figure that is measured is also held."""
    assert set(FLOORS["annotate"]) == set(measures.ANNOTATED)
    assert {name: set(row) for name, row in FLOORS["annotate"].items()} == {
        name: set(wanted) for name, (_, wanted) in measures.ANNOTATED.items()
    }
    assert set(FLOORS["records"]["written"]) == set(measures.WRITTEN)
    assert set(FLOORS["records"]["real"]) == set(measures.REAL)


@needs_shared
@pytest.mark.parametrize("name", sorted(measures.ANNOTATED))
def test_annotations_keep_their_floors(name, models):
    """Statements, times and amounts of single reports never get worse, and no report is lost or refused."""
    assert below(FLOORS["annotate"][name], measures.annotate_figures(name, models)) == {}


@needs_shared
def test_written_records_keep_their_floors(records):
    """The summary figures of whole records, the mean over the written stories, never fall."""
    found = measures.record_figures(records, "stories_written", measures.WRITTEN)
    assert below(FLOORS["records"]["written"], found) == {}


@needs_shared
def test_real_records_keep_their_floors_and_the_laws(models):
    """The summary figures of whole records, the mean over the real stories, never fall."""
    real = measures.build_all(measures.real_stories(), models)
    assert [(name, law) for name, record in real.items() for law in find_broken_laws(record)] == []
    found = measures.record_figures(real, "stories_gold", measures.REAL)
    assert below(FLOORS["records"]["real"], found) == {}


@needs_shared
def test_each_rule_for_statements_is_as_right_as_its_page_says():
    """The figures of docs/reference/rules.md are those of today, up to what a few statements move."""
    _, kept = make_rules.read_figures()
    _, found = make_rules.measure()
    apart = {rule: (figure.right, found[rule].right) for rule, figure in kept.items()}
    assert {rule: pair for rule, pair in apart.items() if abs(pair[0] - pair[1]) * kept[rule].judged > A_FEW} == {}
