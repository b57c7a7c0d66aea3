"""Score a record against the gold of its written story: what comparing the reports adds.

A claim of the record belongs to the claim of the gold whose evidence it cites best (token-F1 of .3 or more in
some report), one to one, best fit first. Tokens are positions of runs of letters and digits in a report.

- ``readings_f1``: readings beyond the first of each claim, right if they cite the gold's evidence of that report.
- ``precision``, ``must_haves``: claims that belong to one of the gold; claims of the highest salience found.
- ``apart``: near-identical pairs both sides of which are cited, and by no claim together.
- ``silence_true``, ``silence_decided``: printed silences that are true; empty cells that are called silent.
- ``findings_precision``, ``findings_recall``: findings that meet two sides of a gold difference; false alarms
  are findings on what only looks different.
- ``utterances_f1``: pairs of renderings of one remark.
"""

import re
from collections import Counter
from itertools import combinations

from onrecord.model.record import Record
from onrecord.model.span import Span

WORD = re.compile(r"[^\W_]+")
CITES, MEETS, HOLDS = 0.3, 0.2, 0.5

Tokens = frozenset[int]
Places = dict[str, Tokens]


def token_f1(a: Tokens, b: Tokens) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def holds(span: Tokens, wanted: Tokens) -> bool:
    return len(span & wanted) >= HOLDS * len(wanted) and token_f1(span, wanted) >= MEETS


def best_first(weights: dict[tuple, float]) -> dict:
    """Return a one-to-one assignment, the heaviest pairs first."""
    chosen, taken = {}, set()
    for (i, j), _ in sorted(weights.items(), key=lambda pair: (-pair[1], str(pair[0]))):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen


class StoryScore:
    """One record beside the gold layers of its story (what tools/build_gold.py makes)."""

    def __init__(self, record: Record, layers: dict):
        self.layers = layers
        self.starts = {r.name[:3]: [m.start() for m in WORD.finditer(r.text)] for r in record.reports}
        self.doc = {r.id: r.name[:3] for r in record.reports}
        self.record = record
        self.gold = {claim["id"]: claim for claim in layers["claims"]["claims"]}
        self.stretches = {name: self.stretches_of(claim) for name, claim in self.gold.items()}
        self.readings = [
            {self.doc[r.report]: [self.tokens(span) for span in r.evidence] for r in claim.readings}
            for claim in record.claims
        ]
        weights = {}
        for k, readings in enumerate(self.readings):
            for name in self.gold:
                fits = [self.fit(name, doc, spans) for doc, spans in readings.items()]
                if max(fits, default=0) >= CITES:
                    weights[k, name] = sum(fits)
        self.pairs = best_first(weights)
        self.found = {name: k for k, name in self.pairs.items()}

    def tokens(self, span: Span | dict) -> Tokens:
        doc, start, end = (
            (self.doc[span.report], span.start, span.end)
            if isinstance(span, Span)
            else (span["doc"], span["start"], span["end"])
        )
        return frozenset(k for k, at in enumerate(self.starts[doc]) if start <= at < end)

    def stretches_of(self, claim: dict) -> dict[str, list[Tokens]]:
        found: dict[str, list[Tokens]] = {}
        for evidence in claim["evidence"]:
            parts = [self.tokens(span) for span in evidence["spans"]]
            found.setdefault(evidence["doc"], []).extend([*parts, frozenset().union(*parts)])
        return found

    def fit(self, name: str, doc: str, spans: list[Tokens]) -> float:
        whole = frozenset().union(*spans)
        return max((token_f1(whole, wanted) for wanted in self.stretches[name].get(doc, ())), default=0.0)

    def counts(self) -> Counter:
        """Return what to add up over stories."""
        n = Counter()
        for part in (self.count_claims, self.count_pairs, self.count_findings, self.count_utterances):
            n += part()
        return n

    def count_claims(self) -> Counter:
        n = Counter(claims=len(self.readings), matched=len(self.pairs))
        for k, readings in enumerate(self.readings):
            n["beyond_said"] += len(readings) - 1
            name = self.pairs.get(k)
            if name:
                cited = {doc for doc, spans in readings.items() if self.fit(name, doc, spans) >= CITES}
                n["beyond_right"] += max(0, len(cited) - 1)
                n += self.count_silence(k, name)
        for name, claim in self.gold.items():
            n["beyond_gold"] += len({e["doc"] for e in claim["evidence"]}) - 1
            n["must_haves"] += claim["salience"] == 3
            n["must_haves_found"] += claim["salience"] == 3 and name in self.found
        return n

    def count_silence(self, k: int, name: str) -> Counter:
        claim = self.record.claims[k]
        told = {evidence["doc"] for evidence in self.gold[name]["evidence"]}
        silent = {self.doc[report] for report in claim.silent}
        return Counter(empty=len(silent) + len(claim.unsure), silent=len(silent), silent_true=len(silent - told))

    def count_pairs(self) -> Counter:
        n = Counter()
        for row in self.layers["claims"]["near_identical_not_same"]:
            sides = [(row[x]["spans"][0]["doc"], self.tokens(row[x]["spans"][0])) for x in "ab"]
            cites = [{k for k in range(len(self.readings)) if self.holds_one(k, *side)} for side in sides]
            n["twins"] += 1
            n["twins_apart"] += bool(cites[0] and cites[1] and not cites[0] & cites[1])
        return n

    def holds_one(self, k: int, doc: str, wanted: Tokens) -> bool:
        return any(holds(span, wanted) for span in self.readings[k].get(doc, ()))

    def count_findings(self) -> Counter:
        said = [[self.places(side.evidence) for side in finding.sides] for finding in self.record.findings]
        gold = {
            row["id"]: [self.places(side["spans"]) for side in row["sides"]]
            for row in self.layers["conflicts"]["conflicts"]
        }
        calm = [[self.places([span]) for span in row["spans"]] for row in self.layers["conflicts"]["apparent_only"]]
        weights = {
            (k, name): met
            for k, sides in enumerate(said)
            for name, truth in gold.items()
            if (met := self.sides_met(sides, truth, MEETS)) >= 2
        }
        chosen = best_first(weights)
        alarms = [k for k, sides in enumerate(said) if any(self.sides_met(sides, c, CITES) >= 2 for c in calm)]
        return Counter(
            findings=len(said),
            findings_gold=len(gold),
            findings_right=len(chosen),
            false_alarms=len(set(alarms) - set(chosen)),
        )

    def places(self, spans: list) -> list[tuple[str, Tokens]]:
        return [(self.doc[s.report] if isinstance(s, Span) else s["doc"], self.tokens(s)) for s in spans]

    def sides_met(self, said: list, truth: list, least: float) -> int:
        weights = {}
        for i, side in enumerate(said):
            for j, want in enumerate(truth):
                best = max((token_f1(a, b) for d, a in side for e, b in want if d == e), default=0.0)
                if best >= least:
                    weights[i, j] = best
        return len(best_first(weights))

    def count_utterances(self) -> Counter:
        n = Counter()
        gold = [
            [(v["doc"], frozenset().union(*(self.tokens(s) for s in v["spans"]))) for v in row["variants"]]
            for row in self.layers["quote_variants"]["variants"]
        ]
        said = [[(self.doc[r.span.report], self.tokens(r.span)) for r in u.renderings] for u in self.record.utterances]
        n["pairs_gold"] = sum(1 for renderings in gold for _ in combinations(renderings, 2))
        n["pairs_said"] = sum(1 for renderings in said for _ in combinations(renderings, 2))
        for renderings in said:
            for x, y in combinations(renderings, 2):
                n["pairs_right"] += any(same(x, a) and same(y, b) for g in gold for a in g for b in g if a is not b)
        return n


def same(said: tuple[str, Tokens], wanted: tuple[str, Tokens]) -> bool:
    overlap = token_f1(said[1], wanted[1])
    return said[0] == wanted[0] and (overlap >= CITES or (wanted[1] <= said[1] and overlap >= CITES / 2))


def figures(n: Counter) -> dict[str, float]:
    """Return the figures of one story's counts, or of many stories' added up."""
    return {
        "readings_f1": share(2 * n["beyond_right"], n["beyond_said"] + n["beyond_gold"]),
        "precision": share(n["matched"], n["claims"]),
        "must_haves": share(n["must_haves_found"], n["must_haves"]),
        "apart": share(n["twins_apart"], n["twins"]),
        "silence_true": share(n["silent_true"], n["silent"]),
        "silence_decided": share(n["silent"], n["empty"]),
        "findings_precision": share(n["findings_right"], n["findings"]),
        "findings_recall": share(n["findings_right"], n["findings_gold"]),
        "utterances_f1": share(2 * n["pairs_right"], n["pairs_said"] + n["pairs_gold"]),
    }


def share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
