"""The figures of `floors.toml`: on the written stories always, on other development data where it is present.

A floor is the best score reached, less a hair for rounding. Raise it freely; lower it only with a written reason.
"""

import json
import statistics
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from story_score import StoryScore, figures

import onrecord
from build_gold import StoryGold
from onrecord.ingest import read_reports
from onrecord.model import codec
from onrecord.model.laws import find_broken_laws

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
HAIR = 0.0006

pytestmark = [pytest.mark.model, pytest.mark.slow]
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the other development data is not beside the project")


def below(floors: dict, found: dict) -> dict:
    """Return the figures that fell below their floor: name -> (floor, found)."""
    return {name: (least, found.get(name)) for name, least in floors.items() if (found.get(name) or 0) < least - HAIR}


def scored(script: str, *args: object, stdin: bytes | None = None) -> dict:
    """Return what a scorer prints as JSON."""
    command = [sys.executable, str(SHARED / "evals" / script), *map(str, args), "--json"]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def own_figures(records):
    """The pooled figures of the written stories, by this project's own ruler."""
    counts = Counter()
    for name, record in records.items():
        gold = StoryGold(ROOT / "stories" / name)
        counts += StoryScore(record, gold.layers()).counts()
        assert not gold.errors
    return figures(counts)


def test_the_written_stories_keep_their_floors(own_figures):
    """What comparing adds on the twenty written stories never falls."""
    assert below(FLOORS["stories"], own_figures) == {}


def test_every_written_record_keeps_the_laws(records):
    """Every span exact, every link alive, each report in exactly one cell of each claim."""
    assert [(name, law) for name, record in records.items() for law in find_broken_laws(record)] == []


@needs_shared
@pytest.mark.parametrize("name", sorted(FLOORS["annotate"]))
def test_annotations_keep_their_floors(name, models):
    """Statements, times and amounts of single reports never get worse, and no report is lost."""
    data = SHARED / "data" / name
    lines = []
    for report in read_reports([str(data / "reports.jsonl")]):
        assert isinstance(report, onrecord.Report), report
        lines.append(codec.encode_annotations(onrecord.annotate_report(report, models=models)))
    floors = dict(FLOORS["annotate"][name])
    found = scored(floors.pop("script"), data, stdin=b"\n".join(lines))
    assert found["lost"] == 0
    assert below(floors, flat(found)) == {}


def flat(tree: object, prefix: str = "") -> dict[str, float]:
    """Return the numbers of a tree by their path, `a / b / f1`."""
    if isinstance(tree, dict):
        return {k: v for key, part in tree.items() for k, v in flat(part, f"{prefix}{key} / ").items()}
    return {prefix.removesuffix(" / "): float(tree)} if isinstance(tree, (int, float)) else {}


@needs_shared
def test_whole_records_keep_their_floors(records, models, tmp_path):
    """The summary figures of whole records, written and real, never fall: the mean over the stories of each kind."""
    gold = SHARED / "data" / "stories_gold"
    real = {p.name: onrecord.build([p / "reports"], models=models) for p in gold.iterdir() if (p / "reports").is_dir()}
    low = {}
    for kind, folder, found in (("written", "stories_written", records), ("real", "stories_gold", real)):
        rows = []
        for name, record in found.items():
            file = tmp_path / f"{name}.json"
            file.write_bytes(codec.encode(record))
            story = SHARED / "data" / folder / name
            rows.append(scored("score_record.py", file, story / "gold", story / "reports")["summary"])
        for key, least in FLOORS["records"][kind].items():
            values = [row[key] for row in rows if row.get(key) is not None]
            mean = statistics.fmean(values) if values else 0.0
            if mean < least - HAIR:
                low[kind, key] = (least, round(mean, 4))
    assert low == {}
