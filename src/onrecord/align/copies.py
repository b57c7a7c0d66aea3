"""Copies: reports of one story that are one text, with little or nothing changed.

They are aligned as one, so that a copy adds no weight to what it repeats, and shown as columns of their own.
"""

import re
from collections.abc import Sequence

from onrecord.model.marks import Annotations, Assertion

WORD = re.compile(r"\w+")
RUN = 5
"""Words of a run; two texts on one event share hardly any unless one has them from the other."""
COPIED = 0.8
"""Share of all runs of two texts that both have, from which they are copies (planted copies with small edits)."""
SAME_WORDS = 0.6
"""F1 of words from which an assertion of a copy stands for one of its original."""


def group_copies(annotated: Sequence[Annotations]) -> tuple[tuple[int, ...], ...]:
    """Group reports that are copies of one another, each group's original first.

    Groups and originals hang on the texts alone, not on the order of the reports: the longest text is the original,
    of equally long ones the first in the order of their characters.
    """
    order = sorted(range(len(annotated)), key=lambda k: _rank(annotated[k]))
    runs = [runs_of(notes.report.text) for notes in annotated]
    groups: list[list[int]] = []
    for k in order:
        home = next((group for group in groups if _is_copy(annotated, runs, group[0], k)), None)
        if home is None:
            groups.append([k])
        else:
            home.append(k)
    return tuple(map(tuple, groups))


def _rank(notes: Annotations) -> tuple[int, str, str]:
    return (-len(notes.report.text), notes.report.text, notes.report.id)


def _is_copy(annotated: Sequence[Annotations], runs: Sequence[frozenset[tuple[str, ...]]], a: int, b: int) -> bool:
    if annotated[a].report.text == annotated[b].report.text:
        return True
    return len(runs[a] & runs[b]) >= COPIED * max(1, len(runs[a] | runs[b]))


def runs_of(text: str) -> frozenset[tuple[str, ...]]:
    """Return all runs of five words of a text."""
    words = WORD.findall(text.lower())
    return frozenset(zip(*(words[k:] for k in range(RUN)), strict=False))


def match_assertions(original: Annotations, copy: Annotations) -> dict[str, str]:
    """Say for each assertion of a copy which assertion of its original it stands for, as far as one has its words."""
    same: dict[tuple[str, ...], list[Assertion]] = {}
    for assertion in original.assertions:
        same.setdefault(_words(assertion), []).append(assertion)
    found: dict[str, str] = {}
    for assertion in copy.assertions:
        twins = [a for a in same.get(_words(assertion), ()) if a.size == assertion.size]
        twin = (
            min(twins, key=lambda a: abs(a.sentence - assertion.sentence)) if twins else _nearest(original, assertion)
        )
        if twin is not None:
            found[assertion.id] = twin.id
    return found


def _nearest(original: Annotations, assertion: Assertion) -> Assertion | None:
    words = set(_words(assertion))
    best, near = SAME_WORDS, None
    for other in original.assertions:
        if other.size == assertion.size:
            theirs = set(_words(other))
            likeness = 2 * len(words & theirs) / max(1, len(words) + len(theirs))
            if likeness > best:
                best, near = likeness, other
    return near


def _words(assertion: Assertion) -> tuple[str, ...]:
    return tuple(WORD.findall(" ".join(span.exact for span in assertion.evidence).lower()))
