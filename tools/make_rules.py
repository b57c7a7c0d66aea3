"""Write docs/reference/rules.md: every rule for statements, with how often it holds on development data.

usage: make_rules.py [--measure]

The definitions come from `annotate/rules.py`, the figures from docs/reference/rules.toml. With ``--measure`` the
figures are taken anew: that needs the development data beside the project.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from onrecord.annotate.rules import RULES

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "reference" / "rules.md"
FIGURES = ROOT / "docs" / "reference" / "rules.toml"
DATA = "polnear-dev"
HEAD = """# Rules for statements

Each statement of a record names the rule that found it, in its field `rule`.
This page is made by `tools/make_rules.py`.

*Statements*: how many the rule makes on {documents} US news articles (PolNeAR, development part).
*Right*: of those that the gold judges, the share whose words and speaker are the gold's, with the number judged.
A statement of several pieces is judged piece by piece.
The gold keeps the outermost attribution only, and leaves out many acts whose object is a bare noun and many silences: \
where it has nothing, a statement counts as wrong.
"""


class Figure(NamedTuple):
    """How many statements a rule makes, how many pieces of them were judged, and the share that is right."""

    statements: int
    judged: int
    right: float


def read_figures() -> tuple[int, dict[str, Figure]]:
    """Return how many articles were read, and the figures by rule."""
    kept = tomllib.loads(FIGURES.read_text(encoding="utf-8"))
    return kept["documents"], {
        row["rule"]: Figure(row["statements"], row["judged"], row["right"]) for row in kept["rules"]
    }


def measure() -> tuple[int, dict[str, Figure]]:
    """Take the figures anew, each rule's statements scored by themselves."""
    import measures  # noqa: PLC0415 - it loads the models' code

    lines = [json.loads(line) for line in measures.annotate_lines(DATA)]
    n = Counter(statement["rule"] for line in lines for statement in line["statements"])
    found = {}
    for rule in RULES:
        rows = (
            json.dumps({**line, "statements": [s for s in line["statements"] if s["rule"] == rule.id]})
            for line in lines
        )
        scores = measures.scored("score_statements.py", measures.SHARED / "data" / DATA, stdin="\n".join(rows).encode())
        score = scores["results"]["ALL: content, soft + source"]
        found[rule.id] = Figure(n[rule.id], score["given"], round((score["P"] or 0) / 100, 2))
    return len(lines), found


def figures_file(documents: int, figures: Mapping[str, Figure]) -> str:
    """Return the file of figures."""
    lines = [f"# Made by tools/make_rules.py --measure, on {DATA}.\ndocuments = {documents}\n"]
    for rule, figure in figures.items():
        rows = "".join(f"{name} = {value}\n" for name, value in figure._asdict().items())
        lines.append(f'\n[[rules]]\nrule = "{rule}"\n{rows}')
    return "".join(lines)


def page() -> str:
    """Return the page."""
    documents, figures = read_figures()
    lines = [HEAD.format(documents=documents)]
    for rule in RULES:
        figure = figures[rule.id]
        right = f"{figure.right:.2f} of {figure.judged}" if figure.judged else "none judged"
        example = "\n".join(f"> {line}".rstrip() for line in rule.example.strip().split("\n"))
        lines.append(
            f"\n## `{rule.id}`\n\n{rule.says}\n\n{example}\n\nStatements: {figure.statements}. Right: {right}.\n"
        )
    return "".join(lines)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests" / "eval"))
    if "--measure" in sys.argv:
        FIGURES.write_text(figures_file(*measure()), encoding="utf-8")
    TARGET.write_text(page(), encoding="utf-8")
    sys.exit(0)
