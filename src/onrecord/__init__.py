"""onrecord: many reports of one event in, one sourced record out.

>>> import onrecord
>>> record = onrecord.build(["stories/ferry_aster/reports"])
>>> differences = [(finding.kind, [side.reads for side in finding.sides]) for finding in record.findings]
>>> "update" in dict(differences)
True
>>> onrecord.load(record.save("out")) == record
True

What the caller can mend is an `InputError`, and its message says how. The names below are the whole public
API; each is loaded when it is first asked for, for a command that prints its help needs no parser.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import Record, annotate_report, build, load, load_models
    from onrecord.errors import InputError, NoReportsError, OnrecordError, OutputExistsError, WrongSchemaError
    from onrecord.model.claims import Claim, Finding, Origin, Reading, Utterance
    from onrecord.model.marks import Amount, Annotations, Entity, Problem, Statement, Time
    from onrecord.model.report import Report
    from onrecord.model.span import Span

__version__ = "0.1.0"

_HOME = {
    "onrecord.api": ("Record", "annotate_report", "build", "load", "load_models"),
    "onrecord.errors": ("InputError", "NoReportsError", "OnrecordError", "OutputExistsError", "WrongSchemaError"),
    "onrecord.model.claims": ("Claim", "Finding", "Origin", "Reading", "Utterance"),
    "onrecord.model.marks": ("Amount", "Annotations", "Entity", "Problem", "Statement", "Time"),
    "onrecord.model.report": ("Report",),
    "onrecord.model.span": ("Span",),
}

__all__ = [
    "Amount",
    "Annotations",
    "Claim",
    "Entity",
    "Finding",
    "InputError",
    "NoReportsError",
    "OnrecordError",
    "Origin",
    "OutputExistsError",
    "Problem",
    "Reading",
    "Record",
    "Report",
    "Span",
    "Statement",
    "Time",
    "Utterance",
    "WrongSchemaError",
    "__version__",
    "annotate_report",
    "build",
    "load",
    "load_models",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module holds anything
    """Load a public name from its home (PEP 562)."""
    for home, names in _HOME.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    """List the public names."""
    return __all__
