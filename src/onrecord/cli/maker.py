"""What a record was made with, and whether it is what is installed here."""

from collections.abc import Iterator
from pathlib import Path

from onrecord import api
from onrecord.annotate.nlp import DEFAULT_PIPELINE
from onrecord.model.record import Record, UsedModel
from onrecord.pipeline import Models, describe

KINDS = {"nlp": "parser", "embedding": "model of sentence vectors"}


def models_of(record: Record, *, vectors: bool, work: Path | None = None) -> Models:
    """Return the models that a record was made with, as far as they are installed.

    Args:
        record: A record.
        vectors: Whether sentence vectors take part: as it was made, or as was asked for.
        work: A folder to keep parses in.
    """
    parser = record.generator.models.nlp
    pipeline = parser.name if parser else DEFAULT_PIPELINE
    return api.load_models(pipeline, vectors=vectors, work=work)


def differences(record: Record, models: Models) -> Iterator[str]:
    """Yield in what this program and its models are others than those a record was made with."""
    now, made = describe(models), record.generator
    if made.version != now.version:
        yield f"the record was made with onrecord {made.version}, this is {now.version}"
    for (kind, then), (_, here) in zip(made.models.by_use(), now.models.by_use(), strict=True):
        if then != here:
            yield f"the record was made with another {KINDS[kind]}: {_model(then)}, here is {_model(here)}"


def _model(model: UsedModel | None) -> str:
    return " ".join(filter(None, (model.name, model.version, (model.sha256 or "")[:12]))) if model else "none"
