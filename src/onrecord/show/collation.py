"""Renderings of one remark, lined up word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from onrecord.show.wording import one_line

ALIKE = 0.5
"""Part of the shorter one's words that must be shared; below it is a paraphrase, and marks would be noise."""

FEWEST = 2
"""Words that must be shared: one alone is mostly an article."""

_EDGE = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that both have (``same``), that only this rendering has (``own``), or that it leaves out (``cut``)."""

    kind: Literal["same", "own", "cut"]
    words: str


def collate(base: str, words: str) -> tuple[Run, ...]:
    """Line up a rendering with the base, ignoring case and marks at the edges of words.

    Unlike wordings come back as one run of their own words.

    >>> [f"{run.kind}: {run.words}" for run in collate("It should end now.", "it must end")]
    ['same: it', 'cut: should', 'own: must', 'same: end', 'cut: now.']
    """
    ours, theirs = one_line(base).split(" "), one_line(words).split(" ")
    matcher = SequenceMatcher(None, [_bare(w) for w in ours], [_bare(w) for w in theirs], autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    if shared < max(FEWEST, ALIKE * min(len(ours), len(theirs))):
        return (Run("own", " ".join(theirs)),)
    runs: list[Run] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            runs.append(Run("same", " ".join(theirs[c:d])))
            continue
        if b > a:
            runs.append(Run("cut", " ".join(ours[a:b])))
        if d > c:
            runs.append(Run("own", " ".join(theirs[c:d])))
    return tuple(runs)


def _bare(word: str) -> str:
    return _EDGE.sub("", word).replace("’", "'").casefold()
