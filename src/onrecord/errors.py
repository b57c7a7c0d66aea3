"""The error tree.

```text
OnrecordError
├── InputError            the caller's fault; also a builtin, so that ``except ValueError`` works
│   ├── SpanError              OR101  a span that is empty, foreign or outside its text      (ValueError)
│   ├── WrongSchemaError       OR102  a record of another schema, or no record at all        (ValueError)
│   ├── UnknownIdError         OR103  an id that no line of the record has                   (LookupError)
│   ├── NoReportsError         OR201  none of the sources held a report                      (ValueError)
│   ├── OutputExistsError      OR202  the output folder is there already                     (ValueError)
│   ├── OutputWriteError       OR203  the output cannot be written                           (ValueError)
│   ├── NotUpdatedError        OR204  a record cannot be replaced by its next state          (ValueError)
│   ├── DraftError             OR209  a draft that cannot be held against a record           (ValueError)
│   ├── ModelError             OR301  a model is missing or its files are not the known ones (ValueError)
│   ├── CorrectionsFileError   OR801  a file of corrections that is not written as one       (ValueError)
│   └── StaleCorrectionError   OR802  a correction whose words lead nowhere, or to two lines (LookupError)
└── InternalError         OR901  our fault: please report it
```

What is wrong inside a text is no error but a `Problem`: data, with a code and a span (`onrecord.model.marks`).
"""

from typing import ClassVar


class OnrecordError(Exception):
    """Anything that onrecord raises on purpose."""

    code: ClassVar[str] = "OR900"


class InputError(OnrecordError):
    """The caller's fault: the message says what to do, in a program; the command line adds its options."""


class SpanError(InputError, ValueError):
    """A span is empty, lies outside its text or belongs to another report."""

    code = "OR101"


class WrongSchemaError(InputError, ValueError):
    """A file is no record of a schema that this version reads."""

    code = "OR102"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnknownIdError(InputError, LookupError):
    """No line of the record has this id."""

    code = "OR103"

    def __init__(self, kind: str, wanted: str) -> None:
        super().__init__(f"the record has no {kind} {wanted!r}; its ids stand in record.json and on the page")
        self.kind = kind
        self.wanted = wanted


class NoReportsError(InputError, ValueError):
    """None of the sources held a report."""

    code = "OR201"

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("no report could be read" + "".join(f"\n  {reason}" for reason in reasons))
        self.reasons = reasons


class OutputExistsError(InputError, ValueError):
    """The output folder is there already; ``replaceable`` if it holds a record, which may give way to a new one."""

    code = "OR202"

    def __init__(self, path: str, reason: str, *, replaceable: bool = False) -> None:
        advice = ", or pass force=True to replace it" if replaceable else ""
        super().__init__(f"{path} {reason}: name another folder{advice}")
        self.path = path
        self.reason = reason
        self.replaceable = replaceable


class OutputWriteError(InputError, ValueError):
    """The output cannot be written."""

    code = "OR203"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} cannot be written ({reason}): name another folder")
        self.path = path
        self.reason = reason


class NotUpdatedError(InputError, ValueError):
    """A record cannot be replaced by its next state, and is as it was."""

    code = "OR204"

    def __init__(self, path: str, reason: str, *, advice: str) -> None:
        super().__init__(f"{path} {reason}: {advice}")
        self.path = path
        self.reason = reason
        self.advice = advice


class DraftError(InputError, ValueError):
    """A draft cannot be held against a record: it is no text, or not one text."""

    code = "OR209"

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


class CorrectionsFileError(InputError, ValueError):
    """A file of corrections cannot be read, or a correction in it is not written as one; nothing is corrected."""

    code = "OR801"

    def __init__(self, path: str, reasons: tuple[str, ...]) -> None:
        self.sentences = tuple(f"{path}: {reason}" for reason in reasons)
        super().__init__("\n".join(self.sentences))
        self.path = path
        self.reasons = reasons


class StaleCorrectionError(InputError, LookupError):
    """The words of a correction lead to no line of the record, or to two places; nothing is corrected."""

    code = "OR802"

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.sentences = reasons
        self.reasons = reasons


class ModelError(InputError, ValueError):
    """A model is missing or cannot be read (``missing``), or its files are not those of the manifest."""

    code = "OR301"

    def __init__(self, name: str, reason: str, *, missing: bool = False) -> None:
        super().__init__(f"model {name}: {reason}")
        self.name = name
        self.reason = reason
        self.missing = missing


class InternalError(OnrecordError):
    """Our fault."""

    code = "OR901"
