"""The block above the first sentence of a report: headline, deck, byline, date; and the dateline in that sentence."""

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from onrecord.annotate.paragraphs import Range
from onrecord.lang import table
from onrecord.model.report import AsideKind, Report

LONGEST_TITLE = 200
MOST_LINES = 6
"""Lines above the first sentence; more of them are a list or a poem."""
LONGEST_DATELINE = 100
FEWEST_TITLE_WORDS, LONGER_WORD = 5, 4
"""A title has so many words of so many letters, each with a capital."""
MOST_PLACE_WORDS = 3

SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$|:$")
NAME = r"[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|da|van|von|der|la|le|bin|al|el)){1,4}"
NAMES = re.compile(rf"{NAME}(?:(?:, | and | & ){NAME}){{0,4}}(?:, [^.!?]{{3,40}})?$")
SENT = re.compile(
    rf"(?:[Ff]rom|FROM) {NAME}(?:,? (?:in|at) [A-Z][\w' ]+)?(?: and {NAME}(?:,? (?:in|at) [A-Z][\w' ]+)?)?$"
)
REPORTS = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3},? (?:reports|writes)\b[^.]*$")
DATE_TOKEN = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*|\d+")
PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*[A-ZÀ-Þ.](?: [A-ZÀ-Þ][A-ZÀ-Þ.'’/-]*)*"
AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,40}/)"
DATELINE = re.compile(
    rf"(?:{PLACE}(?:, [^()/:;\n–—―-]{{1,40}}){{0,3}}\s*(?:{AGENCY}\s*)?(?:--|[–—―_]|(?<=[\s)])-|(?<=[)/])\.)_?"
    rf"|[A-ZÀ-Þ][\w.'’ -]{{1,40}}(?:, [^()/:;\n–—―-]{{1,40}}){{0,3}}\s*{AGENCY}\s*(?:--|[–—―_-]|(?<=/)\.)_?)"
    r"\s*(?=$|[\"'“‘«`(]*[A-ZÀ-Þ0-9$£€])"
)
DATED = re.compile(r"([^–—―\n]*\d[^–—―\n]*?)\s*(?:--|[–—―]|(?<=\s)-(?=\s))\s*(?=[\"'“‘«]*[A-ZÀ-Þ0-9$£€])")
"""A place and a date, or a date alone, before a dash: "Sunday, March 10 — The number of dead rose"."""


class Top(Struct, frozen=True):
    """The kinds of the first paragraphs of a report, up to the first that is body."""

    kinds: tuple[AsideKind, ...]


def ends_sentence(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return SENTENCE_END.search(line[-8:]) is not None


def find_dateline(line: str) -> int:
    """Return how many code points of a paragraph are its dateline, the space behind it included; 0 if none is."""
    match = DATELINE.match(line[:LONGEST_DATELINE])
    if match is None or (line.isupper() and match.end() < len(line)):
        dated = DATED.match(line[:LONGEST_DATELINE])
        return dated.end() if dated and is_date(dated[1]) else 0
    return match.end()


def read_top(report: Report, paragraphs: Sequence[Range]) -> Top:
    """Read what stands above the first sentence.

    Returns:
        One kind for each paragraph above the body, none if no sentence follows.
    """
    lines = [report.text[start:end] for start, end in paragraphs[: MOST_LINES + 2]]
    above = list(takewhile(lambda k: _stands_above(lines, k), range(len(lines))))
    if not above or len(above) > MOST_LINES or len(above) == len(lines):
        return Top(())
    kinds: list[AsideKind] = []
    for k in above:
        kinds.append(_kind(report, lines, k, has_headline="headline" in kinds))
    return Top(tuple(kinds))


def _stands_above(lines: Sequence[str], k: int) -> bool:
    """Tell whether a paragraph is none of the sentences of the body."""
    line = lines[k]
    if len(line) > LONGEST_TITLE or (line[0].islower() and not is_byline(line)) or line.endswith(":"):
        return False
    if is_date(line) or find_dateline(line) == len(line):
        return True
    if find_dateline(line):
        return False
    if not ends_sentence(line):
        return True
    if line.endswith(("?", "!")):
        return any(is_byline(later) or is_date(later) for later in lines[k + 1 : k + 3])
    return k == 0 and is_title_case(line)


def _kind(report: Report, lines: Sequence[str], k: int, *, has_headline: bool) -> AsideKind:
    line, following = lines[k], lines[k + 1] if k + 1 < len(lines) else ""
    if is_date(line) or find_dateline(line) == len(line):
        return "dateline"
    if is_byline(line) or names_outlet(report, line):
        return "byline"
    if NAMES.match(line) and not line.isupper() and (has_headline or names_outlet(report, following)):
        return "byline"
    return "deck" if has_headline else "headline"


def is_byline(line: str) -> bool:
    """Tell whether a line names the writer and says so: "By Jane Doe", "From our Sports Staff"."""
    low = line.lower()
    words = table("layout")
    if len(line) > LONGEST_TITLE or ends_sentence(line):
        return False
    if low.startswith(tuple(start + " " for start in words["byline_starts"])):
        return line[3:4].isupper() or not low.startswith("by ") or low.startswith("by our ")
    if SENT.match(line) or REPORTS.match(line):
        return True
    return NAMES.match(line) is not None and low.endswith(tuple(words["byline_roles"]))


def names_outlet(report: Report, line: str) -> bool:
    """Tell whether a line is the name of the outlet."""
    outlet = "".join(filter(str.isalnum, (report.outlet or "").lower()))
    written = "".join(filter(str.isalnum, line.lower()))
    return bool(outlet) and bool(written) and written.startswith(outlet) and len(line) < LONGEST_DATELINE


def is_date(line: str) -> bool:
    """Tell whether a line holds a date or an hour and nothing else, save a place before it."""
    low = [token.lower() for token in DATE_TOKEN.findall(line[:LONGEST_DATELINE])]
    words = table("layout")
    named = [token for token in low if token in words["months"] or token in words["weekdays"]]
    place = line.split(",", maxsplit=1)[0]
    if not named or len(line) > LONGEST_DATELINE or ends_sentence(line):
        return False
    rest = DATE_TOKEN.findall(line[len(place) :]) if len(place.split()) <= MOST_PLACE_WORDS and "," in line else low
    return all(_dates(token.lower()) for token in rest) and (rest is low or place[0].isupper() or place[0].isdigit())


def _dates(token: str) -> bool:
    words = table("layout")
    return token.isdigit() or token in words["months"] or token in words["weekdays"] or token in words["date_words"]


def is_title_case(line: str) -> bool:
    """Tell whether a line is set as a title: all its longer words with a capital, or all in capitals."""
    words = [word.strip("\"'“”‘’(),:;.!?") for word in line.split()]
    longer = [word for word in words if len(word) >= LONGER_WORD]
    return line.isupper() or (len(longer) >= FEWEST_TITLE_WORDS and not any(word[0].islower() for word in longer))
