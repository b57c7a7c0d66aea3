"""How well drafts by another hand are held against their stories: which sentences are shown, by their gold.

A draft's gold names each sentence: ``fault`` (one planted fault that no report has), ``sound`` (carried), ``differs``
(what one report says and another says otherwise). A fault is shown if a check in its sentence is not carried; a sound
sentence is flagged in the same case; that the reports differ is shown if a check has both sides, and said wrongly if
one in a sound sentence has.
"""

import json
from collections import Counter
from pathlib import Path

import onrecord
from onrecord import api

DRAFTS = Path(__file__).parent / "drafts"
STORIES = Path(__file__).parent.parent.parent / "stories"
NAMES = tuple(sorted(path.stem for path in DRAFTS.glob("*.json")))


def score_drafts(names, records, models):
    """Return the share of faults shown, of sound sentences flagged, and of differences shown, over some drafts."""
    counts = Counter()
    for name in names:
        record = records.get(name) or onrecord.build([STORIES / name / "reports"], models=models)
        counts += count_sentences(name, record, models)
    return {
        "faults_shown": counts["fault", "flagged"] / counts["fault"],
        "sound_unflagged": 1 - counts["sound", "flagged"] / counts["sound"],
        "differs_shown": counts["differs", "split"] / counts["differs"],
        "sound_unsplit": 1 - counts["sound", "split"] / counts["sound"],
    }


def count_sentences(name, record, models):
    """Count the sentences of a draft by their gold, and what is shown of each."""
    gold = json.loads((DRAFTS / f"{name}.json").read_text(encoding="utf-8"))
    checks = api.verify(api.read_draft(DRAFTS / f"{name}.txt"), record, models=models)
    counts = Counter()
    for sentence in gold["sentences"]:
        mine = [check for check in checks if check.start < sentence["end"] and sentence["start"] < check.end]
        counts[sentence["kind"]] += 1
        counts[sentence["kind"], "flagged"] += any(check.verdict != "carried" for check in mine)
        counts[sentence["kind"], "split"] += any(check.sides for check in mine)
    return counts
