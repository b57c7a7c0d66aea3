"""By when something that is undertaken is to be done."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from onrecord.ledger.commissives import commissive_words
from onrecord.ledger.deeds import Act
from onrecord.ledger.moods import is_before
from onrecord.ledger.scene import Scene
from onrecord.model.calendar import edtf_range
from onrecord.model.marks import Time
from onrecord.model.words import Parse, Word

BOUNDS = ("by", "before", "until", "from", "within")
NO_DUE = ("through", "throughout", "since", "for", "not")
DAYS = re.compile(r"P(\d{1,4})([DW])")
YEAR = re.compile(r"\d{4}")
SUBJECTS = ("nsubj", "nsubjpass")
WITH_CLAUSE = ("let", "make", "help", "have", "see")
"""Verbs whose clause is part of the deed ("let the bill come to the floor by May")."""


def due_of(scene: Scene, own: frozenset[int], act: Act) -> str | None:
    """Return the one date by which or on which it is to be done; the date of the promise itself is none.

    Args:
        scene: The report.
        own: The words of the deed.
        act: Who undertakes, in which verb, what.
    """
    if act.status == "done":
        return None
    own |= frozenset(_with_clauses(scene.parse, act.deed))
    at_cue = frozenset() if act.deed is act.cue else _around_cue(scene, act.cue)
    told_then = act.deed is act.cue and act.status != "expected" and act.deed.tag in ("VBD", "VBN")
    dates: list[str | None] = []
    for time in scene.times_at(own | at_cue):
        inside = scene.parse.words_between(time.span.start, time.span.end)
        before = _bound(scene.parse, inside)
        of_cue = bool(inside) and inside[0].i in at_cue - own
        if before in NO_DUE or _looks_back(scene, time):
            continue
        if before in BOUNDS or not (told_then or of_cue) or time.kind == "duration":
            dates.append(_due(scene, time, inside, before=before))
    known = {value for value in dates if value is not None}
    return known.pop() if len(known) == 1 else None


def _looks_back(scene: Scene, time: Time) -> bool:
    """Tell whether the words of a time say that it is past ("the fire of last August", "two years ago")."""
    said = next((r for t, r in zip(scene.notes.times, scene.notes.relatives, strict=False) if t is time), None)
    return said is not None and (said.lean == "last" or (said.named is None and said.step < 0))


def _with_clauses(parse: Parse, deed: Word) -> Iterator[int]:
    """Yield the words of clauses that date a deed: its own, "when the hall opens in May", "and will do so in May".

    What is put off is put off till then, too ("put off filling the reservoir until May").
    """
    for clause in parse.dependents(deed, "ccomp", "advcl", "conj"):
        marks = {w.text.lower() for w in parse.dependents(clause, "advmod", "mark")}
        inner = clause.dep == "ccomp" and deed.lemma in WITH_CLAUSE
        when = clause.dep == "advcl" and "when" in marks
        again = clause.dep == "conj" and clause.lemma == "do" and "so" in marks
        off = clause.tag == "VBG" and clause.dep == "advcl" and deed.lemma in commissive_words()["*putting_off"]
        if inner or when or again or off:
            yield from parse.subtree(clause)
    yield from _end_of_clauses(parse, deed)


def _end_of_clauses(parse: Parse, verb: Word) -> Iterator[int]:
    """Yield the words of what ends in a clause that bounds a verb ("before the year is out")."""
    for clause in parse.dependents(verb, "advcl"):
        if any(w.text.lower() == "before" for w in parse.dependents(clause, "mark")):
            for subject in parse.dependents(clause, "nsubj"):
                yield from parse.subtree(subject)


def _bound(parse: Parse, inside: Sequence[Word]) -> str:
    """Return the word before a date that bounds it; "not before" and "until at least" say from when on."""
    if not inside or not inside[0].i:
        return ""
    ahead = [word.text.lower() for word in parse.words[max(0, inside[0].i - 3) : inside[0].i]]
    if (ahead[-1] == "before" and "not" in ahead) or ahead[-2:] == ["at", "least"]:
        return "from"
    return ahead[-1]


def _due(scene: Scene, time: Time, inside: Sequence[Word], *, before: str) -> str | None:
    """Return the due date that a time expression of a deed gives, if it gives one."""
    if time.kind == "duration":
        inner = {word.text.lower() for word in inside}
        return _within(scene, time.value) if "within" in {before, *inner} else None
    if time.kind not in ("date", "time") or time.value is None or time.value.startswith("P"):
        return None
    published = scene.notes.report.published.value
    value = time.value.partition("T")[0]
    if is_before(value, published) and not YEAR.search(time.span.exact):
        value = _a_year_on(value)
    if time.mod == "mid" and YEAR.fullmatch(value):
        value = f"{value}-06"
    if time.mod == "mid" and before == "before":
        return value
    ends = time.mod == "end" or any(word.dep in SUBJECTS for word in inside[-1:])
    return _bounded(value, before, published, ends=ends)


def _a_year_on(value: str) -> str:
    """Return the same month or day of the next year: what is undertaken lies ahead ("by June", told in July)."""
    year, dash, rest = value.partition("-")
    if not (year.isdecimal() and dash) or "/" in value:
        return value
    later = f"{int(year) + 1:04}-{rest}"
    return later if edtf_range(later) is not None else value


def _bounded(value: str, before: str, published: str | None, *, ends: bool) -> str | None:
    """Return a due date as the word before it bounds it: "before March" is by the end of February, "from May" open.

    Before a stretch ``ends`` is by its last day ("before the year is out", "before the end of May"). "Before March",
    told in March, is before no day that is known.
    """
    days, told = edtf_range(value), edtf_range(published)
    if days is None or "/" in value or days[0] == date.min:
        return value
    if before == "before":
        begun = told is not None and days[0] < told[0] <= days[1]
        if begun and not ends:
            return None
        return (days[1] if ends else days[0] - timedelta(1)).isoformat()
    return f"{days[0].isoformat()}/.." if before in ("from", "starting", "beginning") else value


def _around_cue(scene: Scene, cue: Word) -> frozenset[int]:
    """Return the words that bound a cue: behind its prepositions ("promised ... by July"), in its "before" clauses."""
    parse = scene.parse
    found: set[int] = set()
    for prep in parse.dependents(cue, "prep"):
        if prep.text.lower() in BOUNDS:
            found.update(parse.subtree(prep))
    found.update(_end_of_clauses(parse, cue))
    return frozenset(found)


def _within(scene: Scene, length: str | None) -> str | None:
    """Return the last day of "within 60 days", counted from the day of the report."""
    days = edtf_range(scene.notes.report.published.value)
    size = DAYS.fullmatch(length or "")
    if days is None or days[0] != days[1] or size is None:
        return None
    try:
        end: date = days[0] + timedelta(int(size[1]) * (7 if size[2] == "W" else 1))
    except OverflowError:
        return None
    return end.isoformat()
