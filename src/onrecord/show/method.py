"""How a record was made: models, versions, options, files."""

from collections import Counter
from dataclasses import dataclass

from onrecord.model.record import UsedModel
from onrecord.show.columns import Column
from onrecord.show.lookup import Lookup
from onrecord.show.quality import Figure, list_figures
from onrecord.show.wording import counted


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read."""

    number: int
    name: str
    file: str
    also: tuple[str, ...]
    url: str
    sha256: str
    day: str
    basis: str
    window: str
    n_words: int


@dataclass(frozen=True, slots=True)
class Method:
    """Enough to make the record again, and to know how far to trust it."""

    made_by: str
    models: tuple[tuple[str, str], ...]
    options: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    sources: tuple[Source, ...]
    counts: tuple[str, ...]
    figures: tuple[Figure, ...]


def tell_method(lookup: Lookup, columns: tuple[Column, ...]) -> Method:
    """Tell what made the record, from which files."""
    record = lookup.record
    generator = record.generator
    counts = [
        (len(record.reports), "report"),
        (len(record.claims), "claim"),
        (len(record.findings), "finding"),
        (len(record.statements), "statement"),
        (len(record.assertions), "assertion"),
        (len(record.entities), "name"),
    ]
    return Method(
        made_by=f"{generator.name} {generator.version}, format {record.schema}",
        models=tuple((use, _say_model(model)) for use, model in generator.models.by_use()),
        options=(("vectors", "yes" if generator.options.vectors else "no"),),
        rules=tuple(f"{rule} {n}" for rule, n in sorted(Counter(s.rule for s in record.statements).items())),
        sources=tuple(_source(lookup, column) for column in columns),
        counts=tuple(counted(number, noun) for number, noun in counts),
        figures=list_figures(),
    )


def _say_model(model: UsedModel | None) -> str:
    if model is None:
        return "none"
    facts = (model.version and f"version {model.version}", model.sha256 and f"sha256 {model.sha256}")
    return ", ".join(filter(None, (model.name, *facts)))


def _source(lookup: Lookup, column: Column) -> Source:
    report = lookup.reports[column.report]
    return Source(
        number=column.number,
        name=column.name,
        file=report.name,
        also=report.also,
        url=report.url or "",
        sha256=report.sha256,
        day=column.day,
        basis=column.basis,
        window=column.window,
        n_words=column.n_words,
    )
