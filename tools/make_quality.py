"""Write src/onrecord/show/quality.toml: the figures of quality that each page carries, from tests/eval/floors.toml.

usage: make_quality.py
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from build_gold import StoryGold

ROOT = Path(__file__).parent.parent
FLOORS = ROOT / "tests" / "eval" / "floors.toml"
TARGET = ROOT / "src" / "onrecord" / "show" / "quality.toml"
HEAD = (
    "# How well each layer is read, on development data. Made by tools/make_quality.py from tests/eval/floors.toml.\n"
)


class Row(NamedTuple):
    """A figure: where it stands in the floors, in parts of what, and how many it is a share of (gold or judged)."""

    layer: str
    measure: str
    table: str
    key: str
    whole: int
    n: int | str
    data: str


STORIES = "{reports} reports in {stories} written stories"
ROWS = (
    Row(
        "statements",
        "content and speaker, F1",
        "polnear-dev",
        "content, soft + source",
        100,
        1606,
        "84 US news articles",
    ),
    Row("times", "value, F1", "timeml-dev", "value", 100, 1495, "221 newswire reports"),
    Row("amounts", "value, F1", "newsquant-dev", "value", 100, 461, "295 news sentences"),
    Row("claims", "readings beyond the first, F1", "stories", "readings_f1", 1, "readings", STORIES),
    Row("claims", "claims that are among those marked, precision", "stories", "precision", 1, "judged claims", STORIES),
    Row("claims", "silences that are true", "stories", "silence_true", 1, "judged silent", STORIES),
    Row(
        "findings",
        "differences that are real, precision",
        "stories",
        "findings_precision",
        1,
        "judged findings",
        STORIES,
    ),
    Row("findings", "real differences that are found, recall", "stories", "findings_recall", 1, "differences", STORIES),
)


def count_gold() -> Counter[str]:
    """Count what the gold of the written stories holds."""
    n = Counter[str]()
    for path in sorted((ROOT / "stories").glob("*/source.json")):
        layers = StoryGold(path.parent).layers()
        claims, n_reports = layers["claims"]["claims"], len(list((path.parent / "reports").glob("*.txt")))
        told = [len({evidence["doc"] for evidence in claim["evidence"]}) for claim in claims]
        n += Counter(
            stories=1,
            reports=n_reports,
            claims=len(claims),
            readings=sum(told) - len(told),
            silences=n_reports * len(told) - sum(told),
            differences=len(layers["conflicts"]["conflicts"]),
        )
    return n


def page() -> str:
    """Return the file."""
    floors, gold = tomllib.loads(FLOORS.read_text(encoding="utf-8")), count_gold()
    gold += Counter({f"judged {name}": n for name, n in floors["judged"].items()})
    lines = [HEAD]
    for row in ROWS:
        table = floors[row.table] if row.table in floors else floors["annotate"][row.table]
        lines += [
            "\n[[figures]]\n",
            f'layer = "{row.layer}"\n',
            f'measure = "{row.measure}"\n',
            f"value = {table[row.key] / row.whole:.2f}\n",
            f"n = {gold[row.n] if isinstance(row.n, str) else row.n}\n",
            f'data = "{row.data.format_map(gold)}"\n',
        ]
    return "".join(lines)


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
    sys.exit(0)
