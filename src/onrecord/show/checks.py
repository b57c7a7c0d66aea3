"""What a draft's checks show on a terminal: first what is wrong, then where the reports differ, then counts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord.model.checks import Check, CheckKind, Verdict
from onrecord.model.report import Report
from onrecord.model.span import Span
from onrecord.show.names import short_names
from onrecord.show.wording import counted, excerpt, few_words, inert, quoted

NOTHING = "nothing to hold against the reports: no quotation, number or deed of theirs"
AROUND = 60
"""Code points of the draft on either side of the words that a check is about."""
WORDS = 110
STYLES = {"differs": "bold red", "not_found": "bold yellow"}
SAID = {"differs": "differs", "not_found": "not found"}
SHORT: dict[Verdict, str] = {"carried": "carried", "differs": "differing", "not_found": "not found"}
NOUNS: dict[CheckKind, str] = {
    "quotation": "quotation",
    "number": "number",
    "date": "date",
    "attribution": "attribution",
    "deed": "clause",
}


def show_checks(draft: Report, checks: Sequence[Check], reports: Sequence[Report]) -> RenderableType:
    """Return the checks of a draft for a `rich` console."""
    names = short_names(reports)
    wrong = [check for check in checks if check.verdict != "carried"]
    split = [check for check in checks if check.verdict == "carried" and check.sides]
    lines: list[RenderableType] = []
    if wrong:
        lines += [Text(f"{counted(len(wrong), 'thing')} to look at", style="bold underline"), Text()]
        lines += [line for check in wrong for line in _wrong(draft, check, names)]
    if split:
        lines += [Text("Where the reports themselves differ", style="bold underline"), Text()]
        lines += [line for check in split for line in _split(draft, check, names)]
    return Group(*lines, *_counts(checks))


def _wrong(draft: Report, check: Check, names: Mapping[str, str]) -> Iterator[RenderableType]:
    yield _words_of(draft, check)
    yield _indented(Text.assemble((SAID[check.verdict], STYLES[check.verdict]), f" ({check.aspect}): {check.note}"))
    yield from _sides(check, names)
    yield Text()


def _split(draft: Report, check: Check, names: Mapping[str, str]) -> Iterator[RenderableType]:
    yield _words_of(draft, check)
    yield from _sides(check, names)
    yield Text()


def _sides(check: Check, names: Mapping[str, str]) -> Iterator[RenderableType]:
    """Yield what the reports have, each side with its reports; else the words that the check stands on."""
    for side in check.sides:
        yield _reads(", ".join(names[report] for report in side.reports), side.evidence[:1])
    if not check.sides:
        for report in check.reports:
            yield _reads(names[report], [span for span in check.evidence if span.report == report][:2])


def _reads(name: str, spans: Sequence[Span]) -> RenderableType:
    words = " … ".join(quoted(few_words(span.exact, WORDS)) for span in spans)
    return _indented(Text(inert(f"{name}: {words}")), 4)


def _words_of(draft: Report, check: Check) -> Text:
    """Return the words of the draft that a check is about, with the line they stand on and some around them."""
    line = draft.text.count("\n", 0, check.start) + 1
    start, end = max(0, check.start - AROUND), check.end + AROUND
    start = draft.text.rfind("\n", start, check.start) + 1 or start
    stop = draft.text.find("\n", check.end, end)
    around = draft.text[start : stop if stop >= 0 else end]
    shown = excerpt(around, check.start - start, check.end - start, limit=2 * AROUND)
    core = shown.core or shown.before
    before = shown.before if shown.core else ""
    return Text.assemble((f"line {line}  ", "dim"), inert(before), (inert(core), "bold"), inert(shown.after))


def _counts(checks: Sequence[Check]) -> Iterator[RenderableType]:
    """Yield for each kind how many the reports carry; a draft without any is said to have none."""
    if not checks:
        yield Text(NOTHING)
        return
    found = Counter((check.kind, check.verdict) for check in checks)
    for kind, noun in NOUNS.items():
        counts = [(found[kind, verdict], said) for verdict, said in SHORT.items()]
        if total := sum(n for n, _ in counts):
            yield Text(f"{counted(total, noun)}: " + ", ".join(f"{n} {said}" for n, said in counts if n))
    details = found["detail", "not_found"]
    yield Text(f"{counted(details, 'detail')} that no report has" if details else "no detail that no report has")


def _indented(line: RenderableType, by: int = 2) -> Padding:
    return Padding(line, (0, 0, 0, by))
