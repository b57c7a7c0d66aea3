"""``onrecord why``: why the readings of a claim stand together."""

from collections.abc import Iterator

import click
import msgspec
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from onrecord import api
from onrecord.align import explain
from onrecord.cli.maker import differences, models_of
from onrecord.cli.told import print_rich
from onrecord.errors import UnknownIdError
from onrecord.model.claims import Claim
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.model.why import Explanation, PairSum
from onrecord.pipeline import Models
from onrecord.show.names import short_names
from onrecord.show.wording import few_words, inert, quoted

Evidence = tuple[Span, ...]
WORDS = 160
"""Code points of a passage that are shown."""
SMALL = 0.05
"""A feature that adds less than this is not shown."""


@click.command("why")
@click.argument("folder", metavar="DIR")
@click.argument("claim", metavar="CLAIM")
@click.option("--json", is_flag=True, help="Print the explanation as one line of JSON.")
def command(folder: str, claim: str, *, json: bool) -> None:
    """Say why the readings of CLAIM in the record in DIR stand together.

    CLAIM is an id such as c12; the page and record.json have it. The texts of the record are read again, and the
    sum behind each pair of readings is printed, then the nearest passages that were left out.
    """
    record = api.load(folder)
    kept = next((one for one in record.claims if one.id == claim), None)
    if kept is None:
        raise UnknownIdError("claim", claim)
    models = models_of(record, vectors=record.generator.models.embedding is not None)
    for difference in differences(record, models):
        click.echo(f"onrecord: {difference}", err=True)
    found = explanation_of(record, kept, models)
    if is_corrected(kept, record):
        click.echo(f"onrecord: {kept.id} was corrected by hand; what follows is what the program makes of it", err=True)
    elif found.text != kept.text or not {e for pair in found.pairs for e in (pair.a, pair.b)} <= places_in(kept).keys():
        click.echo("onrecord: this version joins these texts in another way; build the record again", err=True)
    if json:
        click.echo(msgspec.json.encode(found))
    else:
        print_rich(Group(*lines_of(record, kept, found)))


def is_corrected(claim: Claim, record: Record) -> bool:
    """Tell whether a person has changed a claim."""
    return any(claim.id in corrected.claims for corrected in record.corrections)


def explanation_of(record: Record, claim: Claim, models: Models) -> Explanation:
    """Return why a claim is one; a claim of what a copy has beyond its original has no pairs."""
    try:
        return explain(api.annotate_again(record, models=models), claim.id, encoder=models.encoder)
    except UnknownIdError:
        return Explanation(claim.id, claim.text, (), ())


def places_in(claim: Claim) -> dict[Evidence, int]:
    """Return the number of each reading of a claim by what it stands on, from 1."""
    return {reading.evidence: n for n, reading in enumerate(claim.readings, 1)}


def lines_of(record: Record, claim: Claim, found: Explanation) -> Iterator[RenderableType]:
    """Yield an explanation line by line, for a terminal."""
    names, places = short_names(record.reports), places_in(claim)
    yield _line(f"{claim.id}  ", (few_words(claim.text, WORDS), "bold"))
    yield Text()
    compared = {evidence for pair in found.pairs for evidence in (pair.a, pair.b)}
    for reading in claim.readings:
        copied = bool(compared) and reading.evidence not in compared
        why = "joined by hand" if is_corrected(claim, record) else "a copy, compared as one with its original"
        note = f"  {why}" if copied else ""
        yield _passage(f"{places[reading.evidence]:>3} ", names[reading.report], reading.evidence, note=note)
    yield Text()
    yield _line("", ("Why they stand together", "bold underline"))
    numbered = [(sorted(places.get(side, 0) for side in (pair.a, pair.b)), pair) for pair in found.pairs]
    for numbers, pair in sorted(numbered, key=lambda row: row[0]):
        yield from _sum(" and ".join(str(number or "?") for number in numbers), pair)
    if not found.pairs:
        one_text = "They are copies of one text." if len(claim.readings) > 1 else "It is told by one report."
        yield _line(one_text)
    yield from _left_out(record, claim, found.left_out)


def _left_out(record: Record, claim: Claim, pairs: tuple[PairSum, ...]) -> Iterator[RenderableType]:
    """Yield the nearest passages that are no readings of a claim, and where they stand instead."""
    yield Text()
    yield _line("", ("Nearest passages that were left out", "bold underline"))
    names, places = short_names(record.reports), places_in(claim)
    stands = {line.evidence: line.claim for line in record.assertions}
    told = {reading.report for reading in claim.readings}
    for pair in pairs:
        ours, theirs = (pair.a, pair.b) if pair.a in places else (pair.b, pair.a)
        report = theirs[0].report
        yield _passage("", names[report], theirs)
        yield from _sum(f"with {places.get(ours, '?')}", pair)
        where = f"stands in {stands[theirs]}" if stands.get(theirs) else "stands in no claim by itself"
        yield _indented(_line(where + ("; its report has a reading here" if report in told else "")), 6)
    if not pairs:
        yield _line("There are none.")


def _sum(head: str, pair: PairSum) -> Iterator[RenderableType]:
    """Yield the score of a pair and the features that make it, the largest first."""
    yield _indented(_line(f"{head}: ", (f"{pair.score:+.1f}", "bold")), 4)
    parts = ", ".join(f"{name} {value:+.1f}" for name, value in pair.features if abs(value) >= SMALL)
    total = sum(value for _, value in pair.features)
    told = f"decided by {pair.veto}" if pair.veto else f"sum {total:.1f}, needed {total - pair.score:.1f}"
    yield _indented(_line("", (f"{parts}; {told}", "dim")), 6)


def _passage(head: str, name: str, evidence: Evidence, *, note: str = "") -> Text:
    words = few_words(" … ".join(span.exact for span in evidence), WORDS)
    return _line(head, (name, "bold"), (f"  {quoted(words)}", ""), (note, "dim"))


def _indented(line: Text, by: int) -> Padding:
    return Padding(line, (0, 0, 0, by))


def _line(head: str, *parts: tuple[str, str]) -> Text:
    return Text.assemble(inert(head), *((inert(words), style) for words, style in parts))
