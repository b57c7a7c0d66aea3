"""How a record was made: models, versions, options, files."""

import json
from collections import Counter
from dataclasses import dataclass

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
        models=tuple((use, _say_model(model)) for use, model in sorted(generator.models.items())),
        options=tuple((name, json.dumps(value, sort_keys=True)) for name, value in sorted(generator.options.items())),
        rules=tuple(f"{rule} {n}" for rule, n in sorted(Counter(s.rule for s in record.statements).items())),
        sources=tuple(_source(lookup, column) for column in columns),
        counts=tuple(counted(number, noun) for number, noun in counts),
        figures=list_figures(),
    )


def _say_model(model: dict[str, str] | None) -> str:
    return "none" if model is None else ", ".join(v if k == "name" else f"{k} {v}" for k, v in model.items())


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
