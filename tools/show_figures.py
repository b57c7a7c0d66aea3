"""Print the figures that tests/eval holds against their floors.

usage: show_figures.py
"""

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests" / "eval"), str(ROOT / "tools")]

from story_score import StoryScore, figures  # noqa: E402

import onrecord  # noqa: E402
from build_gold import StoryGold  # noqa: E402 - the path is set above


def main() -> int:
    """Build the record of each written story and print its figures, then those of all."""
    models, counts = onrecord.load_models(), Counter[str]()
    for path in sorted((ROOT / "stories").glob("*/source.json")):
        record = onrecord.build([path.parent / "reports"], models=models)
        story = StoryScore(record, StoryGold(path.parent).layers()).counts()
        counts += story
        show(path.parent.name, figures(story))
    show("all", figures(counts))
    return 0


def show(name: str, found: dict[str, float]) -> None:
    """Print one line of figures."""
    print(f"{name:18}", *(f"{key} {value:.3f}" for key, value in found.items()))


if __name__ == "__main__":
    sys.exit(main())
