"""A record without one of its reports, in a form in which two builds can be compared: ids by their places."""

import json
import re

import msgspec

from onrecord.model.links import AT_LEAST, LINKS

MORE = re.compile(r",? and \d+ more reports?")
"""How a note of a finding counts the reports of a side, which are one more with a copy."""


def leaving_out(record, report):
    """Return a record as plain data, without a report and all that stands on it alone; every id is a place."""
    tree = json.loads(msgspec.json.encode(record))
    for name in ("entities", "origins"):  # the order counts reports and mentions, the copy's too
        tree[name].sort(key=lambda line: _first_words(line, report))
    kept = {name: _numbers(_list(tree, name), report) for name in set(LINKS.values())}
    tree = _relinked(tree, "", kept)
    return _lasting(_without(tree, report), "")


def _first_words(line, report):
    """Return where the first words stand that a line stands on, those of a report left out, and its name."""
    mentions = [one["span"] for one in line.get("mentions", ())]
    places = [span for place in line.get("reports", ()) for span in place["evidence"]]
    spans = [span for span in (*mentions, *places) if span["report"] != report]
    return min(((span["report"], span["start"], span["end"]) for span in spans), default=("~", 0, 0)), line["name"]


def _list(tree, name):
    return tree["lineage"]["passages"] if name == "lineage.passages" else tree[name]


def _numbers(lines, report):
    """Return for the id and the place of each line of a list its place among those that stay."""
    numbers, n = {}, 0
    for place, line in enumerate(lines):
        key = line.get("id", place)
        stays = not _is_of(line, report) and not _stands_alone(line, report)
        numbers[key] = f"no. {n}" if stays else None
        n += stays
    return numbers


def _is_of(part, report):
    """Tell whether a part of a record is a report, or of it: a span, a reading, a mention, a passage, a name."""
    if not isinstance(part, dict):
        return part == report
    spans = [part.get(name) for name in ("span", "a", "b")]
    own = part.get("id") == report or part.get("report") == report
    return own or any(isinstance(span, dict) and span.get("report") == report for span in spans)


def _stands_alone(line, report):
    """Tell whether all that a line stands on is of a report."""
    parts = [line[name] for name in ("mentions", "evidence", "reports", "renderings", "readings") if line.get(name)]
    return any(all(_is_of(part, report) for part in rows) for rows in parts)


def _relinked(part, path, kept):
    """Return a part with each id and index as the place among the lines that stay."""
    if isinstance(part, dict):
        return {
            name: None
            if name == "id" and path not in ("reports", "story")
            else _relinked(value, f"{path}.{name}".lstrip("."), kept)
            for name, value in part.items()
        }
    if isinstance(part, list):
        rows = [_relinked(one, path, kept) for one in part]
        return [one for one in rows if one is not None]
    if path in LINKS and LINKS[path] != "reports" and part is not None:
        return kept[LINKS[path]][part]
    return MORE.sub("", part) if path == "findings.note" else part


def _without(part, report):
    """Return a part without what is of a report, at any depth."""
    if isinstance(part, dict):
        return {name: _without(value, report) for name, value in part.items()}
    if isinstance(part, list):
        return [_without(one, report) for one in part if not _is_of(one, report)]
    return part


def _lasting(part, path):
    """Return a part without the lines that have too little left to stand on."""
    if isinstance(part, dict):
        return {name: _lasting(value, f"{path}.{name}".lstrip(".")) for name, value in part.items()}
    if isinstance(part, list):
        rows = [_lasting(one, path) for one in part]
        return [one for one in rows if not (isinstance(one, dict) and _is_bare(one, path))]
    return part


def _is_bare(line, path):
    return any(len(line[name]) < AT_LEAST.get(f"{path}.{name}", 0) for name in line if isinstance(line[name], list))
