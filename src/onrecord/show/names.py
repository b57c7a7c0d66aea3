"""Short names of reports: what a column is called."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from onrecord.model.report import Report
from onrecord.show.dates import say_published
from onrecord.show.wording import few_words, one_line

LONGEST = 26
"""Code points of a short name: two lines of a narrow column head."""

_NUMBERED = re.compile(r"^\d+[\s_.-]+")


def short_names(reports: Iterable[Report]) -> dict[str, str]:
    """Name each report by its outlet, else by its file; namesakes by their day, then by a number.

    >>> short_names([Report("r1", "007_the_harbor_post.txt", "x", "")])
    {'r1': 'the harbor post'}
    """
    reports = tuple(reports)
    plain = [_plain_name(report) for report in reports]
    shared = Counter(plain)
    named = [
        f"{name}, {say_published(report.published)}" if shared[name] > 1 and report.published.value else name
        for name, report in zip(plain, reports, strict=True)
    ]
    shared, seen, names = Counter(named), Counter[str](), {}
    for report, name in zip(reports, named, strict=True):
        seen[name] += 1
        names[str(report.id)] = f"{name} ({seen[name]})" if shared[name] > 1 else name
    return names


def _plain_name(report: Report) -> str:
    outlet = one_line(report.outlet or "").removeprefix("The ")
    if outlet:
        return few_words(outlet, LONGEST)
    stem = PurePath(report.name).stem
    return few_words(_NUMBERED.sub("", stem).replace("_", " ") or stem or report.id, LONGEST)
