"""What is measured: the written stories by this project's own ruler, other development data by its scorers."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from story_score import StoryScore, figures

import onrecord
from build_gold import StoryGold
from onrecord.ingest import read_reports
from onrecord.model import codec

ROOT = Path(__file__).parent.parent.parent
STORIES = sorted(path.parent for path in (ROOT / "stories").glob("*/source.json"))
SHARED = Path(os.environ.get("ONRECORD_DEVELOPMENT_DATA") or ROOT.parent / "shared")
"""Where development data of others is, with its scorers; none of it may be given on, so a clone is without."""
ANNOTATED = {
    "polnear-dev": ("score_statements.py", ("content, soft + source", "content, exact")),
    "timeml-dev": ("score_times.py", ("strict", "value")),
    "meantime-dev": ("score_times.py", ("strict", "value")),
    "newsquant-dev": ("score_amounts.py", ("value", "core: value + unit", "value + bound + role")),
    "byto": ("score_amounts.py", ("value", "value + bound + role")),
}
"""Data set -> the scorer of its layer, and the measures of which F1 counts."""
WRITTEN = (
    *("spans_exact", "claims_readings_f1", "claims_bcubed_f1", "claims_precision", "claims_recall_s3", "pairs_apart"),
    *("silence_true", "silence_decided", "utterance_pairs_f1"),
    *("findings_precision", "findings_recall_high_medium", "findings_right_kind_f1"),
)
REAL = (
    *WRITTEN,
    *("boilerplate_f1", "quote_speakers", "statements_f1", "statements_with_speaker_f1", "relay_outermost_f1"),
    *("linking_coarse_f1", "times_f1", "times_exact", "amounts_right", "origins_f1", "passages_recall"),
    *("commitment_slots_f1", "positions_f1", "events_order"),
)
"""Figures of a whole record that have gold in the written and in the real stories."""


def build_all(folders, models) -> dict[str, onrecord.Record]:
    """Return the record of each story, by name."""
    return {folder.name: onrecord.build([folder / "reports"], models=models) for folder in folders}


def real_stories() -> list[Path]:
    """Return the folders of the real stories beside the project."""
    return sorted(path.parent for path in (SHARED / "data" / "stories_gold").glob("*/reports"))


def own_figures(records: Mapping[str, onrecord.Record]) -> dict[str, float]:
    """Return the figures of the written stories, pooled."""
    return {name: round(value, 4) for name, value in figures(own_counts(records)).items()}


def own_counts(records: Mapping[str, onrecord.Record]) -> Counter[str]:
    """Return what the figures of the written stories are shares of."""
    counts: Counter[str] = Counter()
    for name, record in records.items():
        gold = StoryGold(ROOT / "stories" / name)
        counts += StoryScore(record, gold.layers()).counts()
        if gold.errors:
            raise AssertionError(gold.errors)
    return counts


def annotate_figures(name: str, models) -> dict[str, float]:
    """Return what the scorer of a data set says of single reports; raise if one was lost or refused."""
    script, measures = ANNOTATED[name]
    lines = annotate_lines(name, models)
    found = scored(script, SHARED / "data" / name, stdin=b"\n".join(lines))["results"]
    if found["documents lost"]["lost"]:
        raise AssertionError(found["documents lost"])
    return {measure: round(found[measure]["F1"], 2) for measure in measures}


def annotate_lines(name: str, models=None) -> list[bytes]:
    """Return what each report of a data set shows by itself, a line of JSON a report."""
    models = models or onrecord.load_models()
    lines = []
    for report in read_reports([str(SHARED / "data" / name / "reports.jsonl")]):
        if not isinstance(report, onrecord.Report):
            raise TypeError(report)
        lines.append(codec.encode_annotations(onrecord.annotate_report(report, models=models)))
    return lines


def record_figures(records: Mapping[str, onrecord.Record], folder: str, names) -> dict[str, float]:
    """Return the mean of each summary figure over stories whose gold stands in a folder of the shared data."""
    rows = []
    with tempfile.TemporaryDirectory() as kept:
        for name, record in records.items():
            file, story = Path(kept) / f"{name}.json", SHARED / "data" / folder / name
            file.write_bytes(codec.encode(record))
            rows.append(scored("score_record.py", file, story / "gold", story / "reports")["summary"])
    values = {name: [row[name] for row in rows if row.get(name) is not None] for name in names}
    return {name: round(statistics.fmean(found), 4) for name, found in values.items() if found}


def scored(script: str, *args: object, stdin: bytes | None = None) -> dict:
    """Return what a scorer prints as JSON."""
    command = [sys.executable, str(SHARED / "evals" / script), *map(str, args), "--json"]
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode())
    return json.loads(done.stdout)
