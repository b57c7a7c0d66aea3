"""Print the figures of today in the form of tests/eval/floors.toml.

usage: show_figures.py > figures.toml
"""

import sys
from collections.abc import Mapping
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent.parent / "tests" / "eval"), str(Path(__file__).parent)]

import measures  # noqa: E402 - the path is set above

import onrecord  # noqa: E402

HEAD = """\
# The best score reached on each set of development data. Raise a floor freely; lower one only with a reason in
# the commit and the changelog. `tools/show_figures.py` prints the scores of today in this form.
"""


JUDGED = ("claims", "silent", "findings")


def main() -> int:
    """Measure everything that is present, and print it."""
    models = onrecord.load_models()
    written = measures.build_all(measures.STORIES, models)
    print(HEAD)
    show("stories", measures.own_figures(written), "the twenty written stories pooled, by tests/eval/story_score.py")
    counts = measures.own_counts(written)
    show(
        "judged", {name: counts[name] for name in JUDGED}, "how many lines of the written stories' records were judged"
    )
    if measures.SHARED.is_dir():
        for name, (script, _) in measures.ANNOTATED.items():
            show(f"annotate.{name}", measures.annotate_figures(name, models), f"F1 in percent, by {script}")
        figures = measures.record_figures(written, "stories_written", measures.WRITTEN)
        show("records.written", figures, "mean over the twenty written stories, by score_record.py")
        real = measures.build_all(measures.real_stories(), models)
        figures = measures.record_figures(real, "stories_gold", measures.REAL)
        show("records.real", figures, "mean over the two real stories, by score_record.py")
    return 0


def show(name: str, found: Mapping[str, float], what: str) -> None:
    """Print one table."""
    print(f"[{name}] # {what}")
    for key, value in found.items():
        print(f'"{key}" = {value}' if " " in key else f"{key} = {value}")
    print()


if __name__ == "__main__":
    sys.exit(main())
