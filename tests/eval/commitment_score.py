"""Score the commitments found in sentences against `commitments.jsonl`, written by another hand than the rules.

A line of the gold: ``text``, ``published``, and its ``commitments`` (by, to, action, amounts, due, condition, status);
none for a decoy, whose ``decoy`` says what makes it look like one. A commitment found matches one of the gold by the
words of its action. The whole tuple is right if each part is: the actor named alike, every amount, the same last day,
the words of the condition, the same status; the addressee where both have one.
"""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path

from onrecord.align import align
from onrecord.annotate import annotate
from onrecord.ledger import keep_ledger
from onrecord.model.calendar import contains, edtf_range
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId

GOLD = Path(__file__).parent / "commitments.jsonl"
EMPTY = frozenset(("the", "a", "an", "to", "of", "will", "its", "their", "his", "her", "and", "in", "for", "on", "by"))
ABOUT = 0.3
"""Likeness from which a commitment found is about one of the gold."""
ALIKE = 0.4
"""Likeness from which two wordings say the same."""
PARTS = ("by", "to", "action", "amounts", "due", "condition", "status")


def rows():
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


def figures(nlp):
    """Return F1 of finding commitments, the share of whole tuples right, and how many decoys were taken."""
    count, decoys = Counter(), 0
    for row in rows():
        said = read(row, nlp)
        decoys += bool(row.get("decoy") and said)
        pairs = match(row["commitments"], said)
        count["gold"] += len(row["commitments"])
        count["said"] += len(said)
        count["found"] += len(pairs)
        count["whole"] += sum(all(judge(want, have).values()) for want, have in pairs)
    f1 = 2 * count["found"] / (count["gold"] + count["said"])
    return {"f1": round(f1, 4), "whole": round(count["whole"] / count["gold"], 4), "decoys_left": -decoys}


def read(row, nlp):
    """Return the commitments that the program finds in one line of the gold."""
    day = row["published"]
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    published = Published(day, (day, day), (day,), "given")
    report = Report(ReportId(row["id"]), row["id"], row["text"], digest, published=published)
    alignment = align([annotate(report, nlp=nlp)], encoder=None)
    ledger = keep_ledger(alignment)
    entities = {entity.id: entity for entity in (*alignment.entities, *ledger.actors)}
    return [_said(commitment, entities, alignment.amounts) for commitment in ledger.commitments]


def _said(commitment, entities, amounts):
    reading = commitment.readings[0]
    return {
        "by": _names(entities[commitment.by]),
        "to": _names(entities[commitment.to]) if commitment.to else None,
        "action": f"{commitment.action} {commitment.object}",
        "amounts": [amounts[k].span.exact for k in reading.amounts],
        "due": reading.due,
        "condition": commitment.condition,
        "status": reading.status,
        "evidence": reading.evidence[0].exact,
    }


def _names(entity):
    return [entity.name, *(mention.span.exact for mention in entity.mentions)]


def words(text):
    """Return the beginnings of the words of a text that say something."""
    return {word[:5] for word in re.findall(r"[^\W_]+", (text or "").lower()) if word not in EMPTY}


def likeness(first, second):
    """Return the Dice coefficient of two texts' words, or a part of it where one lies in the other."""
    a, b = words(first), words(second)
    return max(2 * len(a & b) / (len(a) + len(b)), 0.8 * len(a & b) / len(b)) if a and b else 0


def match(wanted, said):
    """Pair each commitment of the gold with the likest one found, one to one, in the gold's order."""
    left, pairs = list(said), []
    for want in wanted:
        best = max(left, key=lambda have: _fit(want, have), default=None)
        if best is not None and _fit(want, best) >= ABOUT:
            left.remove(best)
            pairs.append((want, best))
    return pairs


def _fit(want, have):
    return max(likeness(want["action"], have["action"]), 0.99 * _dice(words(want["action"]), words(have["evidence"])))


def _dice(a, b):
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0


def judge(want, have):
    """Return for each part of a commitment whether it is right."""
    return {
        "by": _same_actor(want["by"], have["by"]) or _same_actor(want.get("doer"), have["by"]),
        "to": want["to"] is None or have["to"] is None or _same_actor(want["to"], have["to"]),
        "action": likeness(want["action"], have["action"]) >= ALIKE,
        "amounts": all(any(words(a) & words(b) for b in have["amounts"]) for a in want["amounts"]),
        "due": _same_due(want["due"], have["due"]),
        "condition": (want["condition"] is None) == (have["condition"] is None)
        and (want["condition"] is None or likeness(want["condition"], have["condition"]) >= ALIKE),
        "status": want["status"] == have["status"],
    }


def _same_actor(want, names):
    return want is not None and any(words(want) & words(name) for name in names)


def _same_due(want, have):
    """Tell whether two due dates end on one day; a day inside a stretch that has both ends is right, too."""
    if want is None or have is None:
        return want == have
    ours, theirs = edtf_range(want), edtf_range(have)
    if ours is None or theirs is None:
        return want == have
    return ours[1] == theirs[1] or (".." not in want and contains(want, have))


def story_figures(record, layers):
    """Count the readings of a story's commitments: told by the gold, found, of those with the right actor and status.

    A reading is found if some commitment of the record stands on words of the same report that share half of a
    marked passage, or as much of both.
    """
    count = Counter()
    names = {row["id"]: [row["name"], *row["surface_forms"]] for row in layers["entities"]["entities"]}
    above = {row["id"]: row["rolls_up_to"] for row in layers["entities"]["entities"]}
    said = _story_readings(record)
    for truth in layers["commitments"]["commitments"]:
        wanted = [*names[truth["by"]], *names.get(above[truth["by"]], ())]
        for evidence in truth["evidence"]:
            count["gold"] += 1
            near = [one for one in said.get(evidence["doc"], ()) if any(_meets(one, s) for s in evidence["spans"])]
            count["found"] += bool(near)
            count["by"] += any(words(name) & words(one["by"]) for one in near for name in wanted)
            count["status"] += any(one["status"] == evidence["status_as_reported"] for one in near)
    return count


def _story_readings(record):
    doc = {report.id: report.name[:3] for report in record.reports}
    names = {entity.id: entity.name for entity in record.entities}
    found = {}
    for commitment in record.commitments:
        for reading in commitment.readings:
            one = {"by": names[commitment.by], "status": reading.status, "spans": reading.evidence}
            found.setdefault(doc[reading.report], []).append(one)
    return found


def _meets(one, want):
    """Tell whether evidence shares half of a marked passage, a wider one included."""
    size = want["end"] - want["start"]
    return any(min(s.end, want["end"]) - max(s.start, want["start"]) >= size / 2 for s in one["spans"])
