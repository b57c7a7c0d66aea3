"""Claims as a record has them: readings with what stands in them, cells, order."""

from collections.abc import Sequence

import msgspec

from onrecord.align.cells import Nearest, empty_cell
from onrecord.align.claims import Draft
from onrecord.align.copies import match_assertions
from onrecord.align.headings import choose_headings, write_heading
from onrecord.align.scores import Scores
from onrecord.model.claims import Claim, Reading, Unsure
from onrecord.model.marks import Annotations, Assertion
from onrecord.model.span import ReportId


class Columns:
    """The reports of a story as columns: which text of the alignment each shows, and by which assertions."""

    def __init__(self, annotated: Sequence[Annotations], groups: Sequence[Sequence[int]]) -> None:
        self.annotated = tuple(annotated)
        self.originals = tuple(self.annotated[group[0]] for group in groups)
        self.text_of = {k: n for n, group in enumerate(groups) for k in group}
        self._twins = [self._twins_of(groups, k) for k in range(len(annotated))]
        self._amounts = _offsets([len(notes.amounts) for notes in annotated])
        self._times = _offsets([len(notes.times) for notes in annotated])

    def _twins_of(self, groups: Sequence[Sequence[int]], k: int) -> dict[str, list[Assertion]]:
        """Return, by the id of an assertion of the original, the assertions of a report that stand for it."""
        original, own = self.annotated[groups[self.text_of[k]][0]], self.annotated[k]
        pairs = {a.id: a.id for a in own.assertions} if original is own else match_assertions(original, own)
        found: dict[str, list[Assertion]] = {}
        for assertion in own.assertions:
            if assertion.id in pairs:
                found.setdefault(pairs[assertion.id], []).append(assertion)
        return found

    def shown(self, column: int, assertion: Assertion) -> tuple[Assertion, ...]:
        """Return a report's assertions that stand for one of its original; empty where the copy leaves it out."""
        return tuple(self._twins[column].get(assertion.id, ()))

    def left_over(self, column: int) -> tuple[Assertion, ...]:
        """Return the assertions of a copy that stand for none of its original, without parts of others."""
        known = {a.id for own in self._twins[column].values() for a in own}
        return tuple(a for a in self.annotated[column].assertions if a.id not in known and a.within is None)

    def reading(self, column: int, own: Sequence[Assertion]) -> Reading:
        """Make a report's reading of a claim from the assertions that say it."""
        first = own[0]
        # Always "full": no sign of a reading that says less (fewer words, a part of the others' words, another verb)
        # is right more often than one time in eight on the written stories, where one reading in eighteen is partial.
        return Reading(
            report=first.report,
            support="full",
            evidence=tuple(sorted({span for a in own for span in a.evidence})),
            status=first.status,
            statements=tuple(dict.fromkeys(s for a in own for s in a.statements)),
            holders=first.holders,
            amounts=tuple(sorted({self._amounts[column] + k for a in own for k in a.amounts})),
            times=tuple(sorted({self._times[column] + k for a in own for k in a.times})),
        )


def _offsets(counts: Sequence[int]) -> list[int]:
    return [sum(counts[:k]) for k in range(len(counts))]


def make_claims(
    drafts: Sequence[Draft],
    scored: Sequence[Scores],
    *,
    annotated: Sequence[Annotations],
    groups: Sequence[Sequence[int]],
) -> tuple[tuple[Claim, ...], dict[str, str]]:
    """Make a story's claims, the most salient first, and say in which claim each assertion stands.

    Args:
        drafts: Claims over the originals.
        scored: The scores of the levels, for the cells that no reading fills.
        annotated: All reports, in the record's order.
        groups: Copies together, as indices of ``annotated``, the original first.
    """
    columns = Columns(annotated, groups)
    ranked = rank_drafts(drafts, len(groups))
    near = Nearest(scored)
    headings = choose_headings((draft.units for draft in ranked), columns.originals)
    rows = [_row(draft, words, near, columns) for draft, words in zip(ranked, headings, strict=True)]
    rows += [_alone(columns, k, assertion) for k in range(len(annotated)) for assertion in columns.left_over(k)]
    claims, placed = [], {}
    for n, (claim, own) in enumerate(rows):
        claims.append(msgspec.structs.replace(claim, id=f"c{n + 1}"))
        placed.update({assertion.id: f"c{n + 1}" for assertion in own if assertion.id not in placed})
    return tuple(claims), placed


def rank_drafts(drafts: Sequence[Draft], n_texts: int) -> list[Draft]:
    """Order claims, the most salient first, those of one salience as the first of their readings stands."""
    return sorted(drafts, key=lambda draft: (-salience(draft, n_texts), draft.units[0].position))


def salience(draft: Draft, n_texts: int) -> float:
    """Return how central a claim is: the share of texts that have it, then how early they tell it, 0 to 1."""
    told = len(draft.units) / max(1, n_texts)
    early = 1 - min(unit.position for unit in draft.units)
    return round(0.7 * told + 0.3 * early, 3)


def _row(draft: Draft, words: str, near: Nearest, columns: Columns) -> tuple[Claim, list[Assertion]]:
    passages = near.to(draft)
    unit_of = {unit.report: unit for unit in draft.units}
    readings: list[Reading] = []
    silent: list[ReportId] = []
    unsure: list[Unsure] = []
    own: list[Assertion] = []
    for k, notes in enumerate(columns.annotated):
        text = columns.text_of[k]
        said = columns.shown(k, unit_of[text].assertion) if text in unit_of else ()
        if said:
            readings.append(columns.reading(k, said))
            own.extend(said)
            continue
        passage = empty_cell(passages[text]) if text not in unit_of else None
        nearest = columns.shown(k, passage) if passage else ()
        if nearest:
            unsure.append(Unsure(notes.report.id, nearest[0].evidence[0]))
        else:
            silent.append(notes.report.id)
    central = salience(draft, len(columns.originals))
    return Claim("", words, None, central, tuple(readings), tuple(silent), tuple(unsure)), own


def _alone(columns: Columns, column: int, assertion: Assertion) -> tuple[Claim, list[Assertion]]:
    """Make a claim of what a copy has beyond its original."""
    others = tuple(notes.report.id for k, notes in enumerate(columns.annotated) if k != column)
    text = write_heading(assertion.evidence, columns.annotated[column])
    return Claim("", text, None, 0.0, (columns.reading(column, (assertion,)),), others), [assertion]
