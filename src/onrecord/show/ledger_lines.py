"""Commitments and positions in a terminal: who undertakes what, and who stands where."""

from collections.abc import Iterator

from rich.text import Text

from onrecord.show.page import Page
from onrecord.show.wording import inert, quoted


def commitment_lines(page: Page) -> Iterator[Text]:
    """Yield a line a commitment, those with a due date first, and under it what each report makes of it."""
    for view in page.commitments:
        to = f" to {view.to}" if view.to else ""
        line = Text.assemble((inert(f"{view.by}: {view.what}{to}"), "bold"))
        line.append(inert(f" · due {view.due}") if view.due else "")
        line.append(inert(f" · {view.condition}") if view.condition else "", style="dim")
        yield line
        for reading in view.readings:
            words = "; ".join(quoted(link.words) for link in reading.words)
            yield Text(inert(f"  {reading.outlet} ({reading.status}): {words}"))


def position_lines(page: Page) -> Iterator[Text]:
    """Yield a line an issue, and under it who takes which stance, with the words that show it."""
    if page.positions is None:
        return
    for issue in page.positions.issues:
        yield Text(inert(issue.issue), style="bold")
        for (_, sign, word), stands in zip(page.positions.stances, issue.stands, strict=True):
            for stand in stands:
                words = "; ".join(quoted(link.words) for link in stand.words)
                yield Text(inert(f"  {sign} {stand.actor} {word}: {words}"))
