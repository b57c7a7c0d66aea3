"""Single quotation marks, which look like apostrophes.

British texts quote with them, other texts in headlines. An opening one stands before a letter, after a space
or an opening bracket; a closing one stands after a letter, digit or stop and before neither. A plural
possessive ("the workers' rights") looks like a closing one and is passed over if a better one follows.
"""

import re
from bisect import bisect
from collections.abc import Sequence

Stretch = tuple[int, int]

SINGLE = re.compile("(?<!['‘’])['‘’](?!['‘’])")
ELIDED = re.compile(r"(?:\d\ds?\b|n['’]|(?:em|til|tis|twas|cause|bout|round|cos|fraid|kay|im|er)\b)", re.IGNORECASE)
"""What an apostrophe leaves out at the front of a word: 'em, '90s, rock 'n' roll."""
BEFORE_OPENING = frozenset(' \t\r\n\xa0([{—–-"“:/')


def find_single_pairs(
    text: str, block: Stretch, doubles: Sequence[Stretch], *, going_on: bool = False
) -> list[Stretch]:
    """Pair the single marks of a block that stand outside its double pairs.

    Args:
        text: The text of the report.
        block: The range of the block.
        doubles: The pairs of double marks in the block, in order.
        going_on: Whether the next block opens with a single mark: then one that opens this block and is not
            closed is a quotation over several paragraphs.
    """
    marks = [m.start() for m in SINGLE.finditer(text, *block) if not _inside(m.start(), doubles)]
    pairs: list[Stretch] = []
    at = 0
    while at < len(marks):
        opening = marks[at]
        if not _opens(text, opening):
            at += 1
            continue
        closing = _closing(text, marks, at, doubles)
        if closing is not None:
            pairs.append((opening, marks[closing] + 1))
            at = closing + 1
        elif going_on and not text[block[0] : opening].strip():
            pairs.append((opening, block[0] + len(text[slice(*block)].rstrip())))
            break
        else:
            at += 1
    return pairs


def _inside(at: int, doubles: Sequence[Stretch]) -> bool:
    k = bisect(doubles, (at, at))
    return k > 0 and doubles[k - 1][0] <= at < doubles[k - 1][1]


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] == "’" or (before and before not in BEFORE_OPENING):
        return False
    return (after.isalnum() or after in ("…", "$", "£", "€", "[", ".", "“", '"')) and not ELIDED.match(text, at + 1)


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] != "‘" and not before.isspace() and not after.isalnum() and before not in ("(", "[", "")


def _closing(text: str, marks: Sequence[int], at: int, doubles: Sequence[Stretch]) -> int | None:
    """Return which of the marks closes the one at an index: the first that is no possessive, else the first."""
    doubtful = None
    for k in range(at + 1, len(marks)):
        mark = marks[k]
        if _opens(text, mark) and doubtful is not None:
            break
        if not _closes(text, mark) or _straddles(marks[at], mark, doubles):
            continue
        if not _may_be_possessive(text, mark):
            return k
        doubtful = k if doubtful is None else doubtful
    return doubtful


def _straddles(opening: int, closing: int, doubles: Sequence[Stretch]) -> bool:
    """Tell whether a pair would hold double pairs: the marks around those are apostrophes."""
    return bisect(doubles, (opening, opening)) != bisect(doubles, (closing, closing))


def _may_be_possessive(text: str, at: int) -> bool:
    return text[at - 1] in "sSzx" and text[at + 1 : at + 2] == " " and text[at + 2 : at + 3].isalpha()
