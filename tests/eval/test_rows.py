"""The floors of two sets of invented sentences whose amounts and times were marked by hand (`row_score.py`)."""

import hashlib
import tomllib
from pathlib import Path

import msgspec
import pytest
import row_score

from onrecord.annotate import annotate
from onrecord.annotate.nlp import SpacyNlp
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))["rows"]
SCORES = {"amounts": row_score.score_amounts, "times": row_score.score_times}

pytestmark = [pytest.mark.model, pytest.mark.slow]


def found_in(row: dict, layer: str, nlp: SpacyNlp) -> list[dict]:
    """Return what is found in one row, with its place."""
    text, day = row["text"], row.get("published")
    published = Published(day, (day, day), (day,), "given") if day else Published()
    sha = hashlib.sha256(text.encode()).hexdigest()
    notes = annotate(Report(ReportId("r1"), row["id"], text, sha, published=published), nlp=nlp)
    found = getattr(notes, layer)
    return [{**msgspec.to_builtins(one), "start": one.span.start, "end": one.span.end} for one in found]


@pytest.mark.parametrize("layer", sorted(SCORES))
def test_rows_keep_their_floors(layer):
    """Amounts and times of sentences that another hand wrote never get worse."""
    nlp = SpacyNlp()
    rows = row_score.read_rows(layer)
    figures, wrong = SCORES[layer]([(row, found_in(row, layer, nlp)) for row in rows])
    fallen = {name: (least, figures[name]) for name, least in FLOORS[layer].items() if figures[name] < least}
    assert fallen == {}, "\n".join(wrong)


@pytest.mark.parametrize("layer", sorted(SCORES))
def test_every_figure_of_the_rows_has_a_floor(layer):
    """A figure that is measured is also held."""
    assert set(FLOORS[layer]) == set(SCORES[layer]([])[0])
