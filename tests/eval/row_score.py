"""Score amounts and times against `amounts.jsonl` and `times.jsonl`: sentences of general news language, invented.

Both sets were written by another hand than the grammar's, before it was run on them; those of ``batch`` 2 by the hand
that mended it, before it had looked at the grammar (first run: times found 93.6, value 65.5; amounts value 86.4, whole
74.6). A found item belongs to the gold item that it overlaps most; optional gold is neither a miss nor a false alarm.
What counts:

- ``found``: overlap alone; ``value``: the value right, too. F1, in percent.
- ``bound``, ``role``, ``unit``: the share of the amounts with the right value that have them right.
- ``whole``: F1 of amounts whose value, unit, bound and role are all right.
- ``kind``, ``mod``: the share of the times with the right value that have them right.

A rate's unit may leave its period out ("GBP" for "GBP/mo"). A difference from another thing ("over the limit") may
be a level. A change "from A to B" may be told as two amounts. A time
without a value in the gold is right with none or with its candidates; a stretch may be told as its first and last date.
"""

import json
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

PLACES = Decimal("0.0001")
SAME_UNITS = {"[hp]": "[HP]", "[ft_i]3": "[cft_i]", "bp": "1", "[ston_av]": "1"}
"""Codes of the sets, as the record writes them: UCUM's own, and a count of the word for what has no sure code."""
AGAINST = re.compile(r"\s*(?:above|below|fewer than|less than|more than|over|short of|shy of|under)\b")


def read_rows(name: str) -> list[dict]:
    """Return the rows of a set that stands beside this file."""
    text = (Path(__file__).parent / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def pair_up(gold: list[dict], found: list[dict]) -> dict[int, int]:
    """Return for each found item the gold item that it overlaps most, one to one."""
    lengths = {
        (k, j): min(g["end"], f["end"]) - max(g["start"], f["start"])
        for k, g in enumerate(gold)
        for j, f in enumerate(found)
    }
    pairs: dict[int, int] = {}
    for (k, j), length in sorted(lengths.items(), key=lambda item: (-item[1], item[0])):
        if length > 0 and j not in pairs and k not in pairs.values():
            pairs[j] = k
    return pairs


def f1(right: float, given: float, wanted: float) -> float:
    return round(200 * right / (given + wanted), 1) if given + wanted else 0.0


def share(right: float, of: float) -> float:
    return round(100 * right / of, 1) if of else 0.0


def numbers(value: object) -> list[Decimal]:
    return [Decimal(str(v)).quantize(PLACES) for v in (value if isinstance(value, list) else [value])]


def amount_rights(text: str, gold: dict, found: dict) -> set[str]:
    """Return what of an amount is right."""
    told = [found["value"], *([found["upper"]] if found["upper"] is not None else [])]
    marks = {"found"}
    if numbers(told) == numbers(gold["value"]):
        marks.add("value")
    unit = SAME_UNITS.get(gold["unit"], gold["unit"])
    if found["unit"] == unit or (
        found["unit"].partition("/")[0] == unit.partition("/")[0] and "/" in found["unit"] + unit
    ):
        marks.add("unit")
    if AGAINST.match(text, gold["end"]) and {found["role"], gold["role"]} == {"level", "change_by"}:
        marks.add("role")
    return marks | {name for name in ("bound", "role") if found[name] == gold[name]}


def split_changes(gold: list[dict], found: list[dict]) -> list[dict]:
    """Cut a gold change "from A to B" in two, a level and what it changed to, where it was told so."""
    rows = []
    for g in gold:
        inside = [f for f in found if f["start"] < g["end"] and g["start"] < f["end"]]
        if g["role"] != "change_from_to" or len(inside) != 2:
            rows.append(g)
            continue
        for f, value, role in zip(inside, g["value"], ("level", "change_to"), strict=True):
            rows.append({**g, "start": f["start"], "end": f["end"], "value": value, "role": role})
    return rows


def score_amounts(rows: list[tuple[dict, list[dict]]]) -> tuple[dict[str, float], list[str]]:
    """Return the figures of the amounts found in some rows, and what is wrong with them, in words."""
    n: Counter[str] = Counter()
    wrong = []
    for row, found in rows:
        gold = split_changes(row["amounts"], found)
        pairs = pair_up(gold, found)
        for j, f in enumerate(found):
            g = gold[pairs[j]] if j in pairs else None
            if g is not None and g.get("optional"):
                continue
            n["given"] += 1
            if g is None:
                wrong.append(f"{row['id']} added {row['text'][f['start'] : f['end']]!r} in {row['text']!r}")
                continue
            marks = amount_rights(row["text"], g, f)
            n["found"] += 1
            n["value"] += "value" in marks
            for name in ("unit", "bound", "role"):
                n[name] += {"value", name} <= marks
            n["whole"] += marks >= {"value", "unit", "bound", "role"}
            if missing := {"value", "unit", "bound", "role"} - marks:
                told = {k: f[k] for k in ("value", "upper", "unit", "bound", "role")}
                asked = {k: g[k] for k in sorted(missing)}
                wrong.append(f"{row['id']} wrong {g['exact']!r} wanted {asked} told {told} in {row['text']!r}")
        for k, g in enumerate(gold):
            if not g.get("optional"):
                n["wanted"] += 1
                if k not in pairs.values():
                    wrong.append(f"{row['id']} missed {g['exact']!r} in {row['text']!r}")
    figures = {name: f1(n[name], n["given"], n["wanted"]) for name in ("found", "value", "whole")}
    return figures | {name: share(n[name], n["value"]) for name in ("unit", "bound", "role")}, wrong


def split_ranges(gold: list[dict], found: list[dict]) -> list[dict]:
    """Cut a gold stretch in two, its first and its last date, where it was told so ("from 2026 to 2028")."""
    rows = []
    for g in gold:
        ends = (g["value"] or "").split("/")
        inside = [f for f in found if f["start"] < g["end"] and g["start"] < f["end"]]
        if len(ends) != 2 or len(inside) != 2:
            rows.append(g)
            continue
        rows += [{**g, "start": f["start"], "end": f["end"], "value": v} for f, v in zip(inside, ends, strict=True)]
    return rows


def is_valueless(time: dict) -> bool:
    """Tell whether a found time says no date at all ("now", "recently"): it places nothing and harms nothing."""
    return time["value"] is None and not time["candidates"]


def time_rights(gold: dict, found: dict) -> set[str]:
    """Return what of a time is right."""
    good = {gold["value"], *gold.get("alt", ())}
    listed = set(gold.get("candidates", ()))
    if (gold["value"] or "").startswith("T"):  # EDTF has no clock time without its day
        good.add(None)
    right = found["value"] in good if gold["value"] is not None or found["value"] is not None else True
    if gold["value"] is None and listed and found["value"] is None:
        right = set(found["candidates"]) == listed
    if gold["kind"] == "set" and found["kind"] == "set" and found["value"] is None:
        right = True
    marks = {"value"} if right else set()
    return marks | {name for name in ("kind", "mod") if found[name] == gold[name]}


def score_times(rows: list[tuple[dict, list[dict]]]) -> tuple[dict[str, float], list[str]]:
    """Return the figures of the times found in some rows, and what is wrong with them, in words."""
    n: Counter[str] = Counter()
    wrong = []
    for row, found in rows:
        gold = split_ranges(row["times"], found)
        pairs = pair_up(gold, found)
        n["given"] += sum(
            1 for j, f in enumerate(found) if not (gold[pairs[j]].get("optional") if j in pairs else is_valueless(f))
        )
        n["wanted"] += sum(1 for g in gold if not g.get("optional"))
        for j, f in enumerate(found):
            if j not in pairs and is_valueless(f):
                continue
            if j not in pairs:
                wrong.append(f"{row['id']} added {row['text'][f['start'] : f['end']]!r} in {row['text']!r}")
                continue
            g = gold[pairs[j]]
            if g.get("optional"):
                continue
            marks = time_rights(g, f)
            n["found"] += 1
            n["value"] += "value" in marks
            for name in ("kind", "mod"):
                n[name] += {"value", name} <= marks
            if missing := {"value", "kind", "mod"} - marks:
                told = {k: f[k] for k in ("value", "kind", "mod", "candidates")}
                asked = {k: g.get(k) for k in (*sorted(missing), "alt", "candidates")}
                wrong.append(
                    f"{row['id']} {row['published']} wrong {g['exact']!r} wanted {asked} told {told} in {row['text']!r}"
                )
        missed = [g["exact"] for k, g in enumerate(gold) if k not in pairs.values() and not g.get("optional")]
        wrong += [f"{row['id']} missed {words!r} in {row['text']!r}" for words in missed]
    figures = {name: f1(n[name], n["given"], n["wanted"]) for name in ("found", "value")}
    return figures | {name: share(n[name], n["value"]) for name in ("kind", "mod")}, wrong
