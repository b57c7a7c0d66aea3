"""Status: done in one report and still ahead in another, so in one and not so in another, in two states at once."""

from collections.abc import Sequence

from msgspec import Struct

from onrecord.compare.findings import Ruling, View, find_differences
from onrecord.compare.heavy import Weights, content_of
from onrecord.compare.slots import Clause, Deed, clause_of, deed_of, key_of, same_deed
from onrecord.compare.told import Story, Told
from onrecord.lang import table
from onrecord.model.claims import Finding
from onrecord.model.words import Word

ALIKE = 0.5
"""Share of the lighter reading's weight that two readings must have in common for their status to be compared."""


class Act(Struct, frozen=True):
    """An asserted deed: its clause, what else the reading says, and the day of the report."""

    deed: Deed
    clause: Clause
    content: frozenset[str]
    day: str | None


def act_of(told: Told, story: Story) -> Act | None:
    """Return the deed that a reading asserts; None for what is asked, wished, conditional or a mere phrase."""
    clause = clause_of(told)
    if clause is None or not clause.asserted:
        return None
    return Act(deed_of(clause, told, story), clause, content_of(told.words), told.day)


def acts_of(readings: Sequence[Told], story: Story) -> list[tuple[Told, Act]]:
    """Return the readings that assert a deed, with it."""
    return [(told, act) for told in readings if (act := act_of(told, story)) is not None]


def compare_status(claims: tuple[str, ...], acts: Sequence[tuple[Told, Act]], weights: Weights) -> tuple[Finding, ...]:
    """Say which readings call done what others call planned; a modal ("could have ended") is neither."""

    def judge(a: Act, b: Act) -> Ruling | None:
        if not same_deed(a.deed, b.deed) or not weights.alike(a.content, b.content, ALIKE):
            return None
        return judge_stages(a, b)

    views = [
        View(told.report, act.clause.stage, told.reading.evidence, act)
        for told, act in acts
        if act.clause.stage and not act.clause.negated
    ]
    return find_differences(claims, views, judge)


def judge_stages(a: Act, b: Act) -> Ruling | None:
    """Say how two stages of one deed stand: an earlier report's plan is carried out in a later one, never denied."""
    if a.clause.stage == b.clause.stage:
        return Ruling("same", "status", "")
    done, ahead = (a, b) if a.clause.stage == "done" else (b, a)
    if not (done.day and ahead.day) or ahead.day == done.day:
        return None
    if ahead.day < done.day:
        return Ruling("update", "status", "What an earlier report has ahead, a later one calls done")
    return Ruling("conflict", "status", "One report calls done what another calls only ahead")


def compare_signs(claims: tuple[str, ...], acts: Sequence[tuple[Told, Act]], weights: Weights) -> tuple[Finding, ...]:
    """Say which readings assert what others negate: one deed, in one mood, and the negation on its own verb."""

    def judge(a: Act, b: Act) -> Ruling | None:
        if not same_deed(a.deed, b.deed) or a.clause.modals != b.clause.modals:
            return None
        if a.clause.negated == b.clause.negated:
            return Ruling("same", "status", "")
        if not weights.alike(a.content, b.content, ALIKE):
            return None
        return Ruling("conflict", "status", "One report says what the other says is not so")

    views = [
        View(told.report, "negated" if act.clause.negated else "asserted", told.reading.evidence, act)
        for told, act in acts
    ]
    return find_differences(claims, views, judge)


class State(Struct, frozen=True):
    """A word for the state a thing is in: which pair of the table, which side of it, and the thing."""

    pair: str
    side: int
    thing: str
    day: str | None


def compare_states(claims: tuple[str, ...], acts: Sequence[tuple[Told, Act]], story: Story) -> tuple[Finding, ...]:
    """Say which readings have a thing in one state and which in the opposite one ("held", "released")."""

    def judge(a: State, b: State) -> Ruling | None:
        return judge_states(a, b) if a.pair == b.pair and a.thing == b.thing else None

    found: list[Finding] = []
    for sort, pairs in table("opposites").items():
        for number, pair in enumerate(pairs):
            views = [
                view for told, act in acts if (view := _state(told, act, story, (f"{sort} {number}", pair))) is not None
            ]
            found += find_differences(claims, views, judge)
    return tuple(found)


def judge_states(a: State, b: State) -> Ruling | None:
    """Say how two states of one pair stand to each other."""
    if a.side == b.side:
        return Ruling("same", "status", "")
    if not a.pair.startswith("passing"):
        return Ruling("conflict", "status", "Two states that cannot both hold")
    first, then = (a, b) if a.side == 0 else (b, a)
    if first.day and then.day and first.day < then.day:
        return Ruling("update", "status", "A later report has the thing in another state")
    return None


def _state(told: Told, act: Act, story: Story, pair: tuple[str, Sequence[Sequence[str]]]) -> View[State] | None:
    """Return the state of one pair that a deed puts a thing in: its verb, or what follows "is"."""
    clause, (name, words) = act.clause, pair
    if clause.negated or clause.modals or clause.stage == "ahead":
        return None
    for word in _state_words(clause, told):
        for side in (0, 1):
            if word.text.casefold() in words[side] or word.lemma in words[side]:
                changed = clause.subject if clause.verb.lemma == "be" or clause.object is None else clause.object
                own = next(told.notes.parse.dependents(word, "nsubj"), None) if word.pos == "ADJ" else None
                thing = key_of(own or changed, told, story)
                counted = changed is not None and any(told.notes.parse.dependents(changed, "nummod"))
                if thing is None or counted:
                    return None
                return View(told.report, word.text, told.reading.evidence, State(name, side, thing, act.day))
    return None


def _state_words(clause: Clause, told: Told) -> list[Word]:
    if clause.verb.lemma != "be":
        under = told.notes.parse.dependents(clause.verb, "oprd", "acomp", "ccomp", "xcomp")
        return [clause.verb, *(word for word in under if word.pos == "ADJ")]
    return list(told.notes.parse.dependents(clause.verb, "acomp", "attr", "advmod", "prep", "prt"))
