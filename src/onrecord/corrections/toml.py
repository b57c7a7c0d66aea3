"""``corrections.toml``: what a person writes, read strictly: half a correction is worse than none.

```toml
[[correction]]
kind = "merge"                # merge, split, wrong, speaker or date
words = [
    {report = "001_herald.txt", words = "150 had been brought ashore"},
    {report = "003_weekly.txt", words = "150 survivors were landed"},
]
who = "M. Arden"
when = 1998-11-16
why = "Both tell of those who were brought ashore by noon."
```
"""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from onrecord.errors import CorrectionsFileError
from onrecord.model.calendar import edtf_range
from onrecord.model.claims import Aspect
from onrecord.model.corrections import Correction, CorrectionKind, Place

KINDS: tuple[CorrectionKind, ...] = get_args(CorrectionKind)
FEWEST = {"merge": 2, "split": 1, "wrong": 2, "speaker": 1, "date": 1}
"""Places that a correction of each kind takes: two claims, a claim, two sides, some words."""
OWN = {"speaker": "speaker", "date": "date", "wrong": "aspect"}
"""The key that a correction of a kind has beside those of all."""
ASPECTS: tuple[str, ...] = get_args(Aspect)
KEYS = ("kind", "words", "who", "when", "why")
EXAMPLE = '{report = "the name of its file", words = "as they stand there"}'
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class _Unfit(Exception):  # noqa: N818 - it never leaves this module
    """A correction is not written as one; says why."""


def read_corrections(raw: bytes, *, path: str) -> tuple[Correction, ...]:
    """Read the corrections of a file, in its order.

    Args:
        raw: The bytes of the file.
        path: Its path, for the message of an error.

    Raises:
        CorrectionsFileError: If it is no such file, or any correction in it is not written as one; each is named.
    """
    tables = _tables(raw, path)
    corrections, reasons = [], []
    for number, table in enumerate(tables, 1):
        try:
            corrections.append(_correction(number, table))
        except _Unfit as error:
            reasons.append(f"correction {number}: {error}")
    if reasons:
        raise CorrectionsFileError(path, tuple(reasons))
    return tuple(corrections)


def _tables(raw: bytes, path: str) -> list[dict[str, Any]]:
    """Return the ``[[correction]]`` tables of a file."""
    try:
        return _listed(tomllib.loads(_text(raw)))
    except (ValueError, RecursionError) as error:  # a number of too many digits, or brackets in brackets without end
        raise CorrectionsFileError(path, (f"is no TOML: {error}; mend the line or take it out",)) from error
    except _Unfit as error:
        raise CorrectionsFileError(path, (str(error),)) from error


def _listed(whole: dict[str, Any]) -> list[dict[str, Any]]:
    other = [key for key in whole if key != "correction"]
    tables = whole.get("correction")
    if other:
        raise _Unfit(f"{other[0]!r} is not known; each correction begins with a line [[correction]]")
    if tables is None or tables == []:
        raise _Unfit("holds no correction; write one under a line [[correction]], or take the file away")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise _Unfit("correction is no list of tables; begin each with a line [[correction]], in two brackets")
    return tables


def _text(raw: bytes) -> str:
    if raw.startswith(UTF16):
        raise _Unfit("is in UTF-16; save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Unfit(f"is no text in UTF-8 (byte {error.start}); save it as UTF-8") from error
    if "\0" in text:
        raise _Unfit("is no text; write it with a text editor")
    return text.replace("\r\n", "\n")


def _correction(number: int, table: Mapping[str, Any]) -> Correction:
    """Read one correction.

    Raises:
        _Unfit: If it is not written as one.
    """
    kind = table.get("kind")
    if kind not in KINDS:
        told = "has no kind" if kind is None else f"the kind {kind!r} is not known"
        raise _Unfit(f"{told}; write kind = one of {', '.join(KINDS)}")
    own = OWN.get(kind)
    known = (*KEYS, *filter(None, (own,)))
    for key in table:
        if key not in known:
            raise _Unfit(f"{kind} has no {key!r}; it has {', '.join(known)}")
    return Correction(
        number,
        kind,
        _places(table, kind),
        who=_line(table, "who"),
        when=_day(table, "when"),
        why=_line(table, "why"),
        value=None if own is None else VALUES[own](table, own),
    )


def _line(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if value is None:
        raise _Unfit(f"has no {key}; write {key} = {ASKED[key]}")
    if not isinstance(value, str) or not value.strip():
        raise _Unfit(f"{key} must be a text in quotation marks, not {_shown(value)}; write {ASKED[key]}")
    return " ".join(value.split())


ASKED = {
    "who": '"the name of who corrects"',
    "why": '"the reason, in a sentence"',
    "speaker": '"the name as a report writes it"',
}


def _day(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if value is None:
        raise _Unfit(f"has no {key}; write {key} = a day, such as 1998-11-16")
    told = value.isoformat()[:10] if isinstance(value, date) else value
    if not isinstance(told, str) or edtf_range(told) is None:
        raise _Unfit(f"{key} is no date: {_shown(value)}; write it as 1998-11-16, 1998-11 or 1998")
    return told.strip()


def _aspect(table: Mapping[str, Any], key: str) -> str | None:
    """Return the aspect of a finding, which may be left out."""
    value = table.get(key)
    if value is not None and value not in ASPECTS:
        raise _Unfit(f"the aspect {_shown(value)} is not known; write one of {', '.join(ASPECTS)}, or leave it out")
    return value


VALUES: dict[str, Callable[[Mapping[str, Any], str], str | None]] = {
    "speaker": _line,
    "date": _day,
    "aspect": _aspect,
}


def _places(table: Mapping[str, Any], kind: CorrectionKind) -> tuple[Place, ...]:
    """Read the words that a correction stands on, each with its report."""
    given = table.get("words")
    if given is None:
        raise _Unfit(f"has no words; write words = [{EXAMPLE}]")
    if not isinstance(given, list):
        raise _Unfit(f"words is {_shown(given)}; write a list, such as [{EXAMPLE}]")
    places = tuple(_place(one) for one in given)
    if len(places) < FEWEST[kind]:
        needed = "each side" if kind == "wrong" else "each claim" if kind == "merge" else "a report"
        raise _Unfit(f"words has too few for {kind}; copy words of {needed}")
    return places


def _place(given: object) -> Place:
    match given:
        case {"words": str(words), "report": str(report), **rest} if not rest:
            place = Place(words, report)
        case _:
            raise _Unfit(f"words has {_shown(given)}; write tables such as {EXAMPLE}")
    if not any(char.isalnum() for char in place.words):
        raise _Unfit("words is empty; copy words of a report")
    return place


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:40] + "…"  # noqa: PLR2004 - what a line bears
