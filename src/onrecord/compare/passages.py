"""Shared wording: which stretches of two reports say the same in the same words, and which reports form a family.

A hash index over runs of `RUN` words finds what two reports have in common; runs that continue one another
over a small gap become one passage, cut at the ends of sentences.
Sentences that share most of their heavy words without a common run are `reworded` passages.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from math import log

from msgspec import Struct

from onrecord.lang import table
from onrecord.model.claims import Family, Lineage, Passage, PassageKind
from onrecord.model.marks import Annotations
from onrecord.model.span import ReportId

RUN = 5
"""Words of a run that is looked up; five-word runs are what copies are told by in the literature on text reuse."""
GAP = 3
"""Words that two runs of one passage may stand apart, on either side."""
BLOCK = 6
"""Sentences up to which shared wording is shown sentence by sentence; a longer block stays one passage."""
LEAST_HEAVY = 3
LEAST_HEAVY_QUOTED = 2
"""Words other than function words that a passage shares, at the least: "on the part of the" is none."""
NEAR = 0.6
"""Share of equal words from which a passage is near, not reworded."""
REWORDED = 0.42
"""Share of the weight of the words of the lighter sentence that two reworded sentences have in common."""
LEAST_REWORDED = 5
"""Heavy words in common, at the least, of two reworded sentences."""
COMMON_SENTENCE_WORD = 12
"""A word of more sentences than this proposes no pair of sentences."""
FAMILY_SHARE = 0.35
"""Share of the shorter report's own words that stand in shared passages, from which two reports are a family.

Measured on 21 families of copies and 176 pairs of independent reports of one event: copies share .77 and more
(one apart), independent reports .23 at most; unlike articles of an outlet with one block of captions lie between."""
FAMILY_WORDS = 30
"""Words that a family shares, at the least: two short notices of one event are soon alike."""


class Token(Struct, frozen=True, gc=False):
    """A word as passages compare it: case folded, marks straightened."""

    text: str
    start: int
    end: int
    sentence: int
    heavy: bool
    quoted: bool


class Stretch(Struct, frozen=True, order=True):
    """A run of tokens of one report that is, or nearly is, a run of tokens of another: both ranges, end exclusive."""

    a: int
    a_end: int
    b: int
    b_end: int


def find_lineage(annotated: Sequence[Annotations]) -> Lineage:
    """Find the shared passages of all pairs of reports, and the families they show."""
    tokens = {notes.report.id: tokens_of(notes) for notes in annotated}
    runs = shared_runs([tokens[notes.report.id] for notes in annotated])
    likeness = Likeness.of([tokens[notes.report.id] for notes in annotated])
    passages: list[Passage] = []
    basis: dict[tuple[int, int], list[int]] = {}
    for i, j in combinations(range(len(annotated)), 2):
        ours, theirs = annotated[i], annotated[j]
        a, b = tokens[ours.report.id], tokens[theirs.report.id]
        stretches = sorted({one for one in join_runs(runs.get((i, j), []), a, b) if weighs(one, a)})
        if is_family(stretches, a, b):
            basis[i, j] = list(range(len(passages), len(passages) + len(stretches)))
        stretches += likeness.reworded((i, j), stretches)
        passages += [passage_of(one, (ours, a), (theirs, b)) for one in sorted(stretches)]
    return Lineage(families_of(basis, [notes.report.id for notes in annotated]), tuple(passages))


def tokens_of(notes: Annotations) -> tuple[Token, ...]:
    """Return the words of a report's body, without marks and possessive endings."""
    light = frozenset(table("light_words")["light"])
    quotes = sorted((quote.span.start, quote.span.end) for quote in notes.report.quotes)
    found, at = [], 0
    for word in notes.parse.words:
        while at < len(quotes) and quotes[at][1] <= word.start:
            at += 1
        text = word.text.casefold().replace("’", "'").strip("'.-")
        if text == "s" or not (text.isalnum() or any(map(str.isalnum, text))):
            continue
        if not notes.report.in_body(word.start):
            continue
        quoted = at < len(quotes) and quotes[at][0] <= word.start
        found.append(Token(text, word.start, word.end, word.sentence, text not in light, quoted))
    return tuple(found)


def shared_runs(texts: Sequence[Sequence[Token]], run: int = RUN) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Return for each pair of texts where a run of words begins that both have once."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for k, tokens in enumerate(texts):
        words = [token.text for token in tokens]
        for at in range(len(words) - run + 1):
            places[tuple(words[at : at + run])].append((k, at))
    found: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for where in places.values():
        if len({k for k, _ in where}) == len(where) > 1:
            for (i, a), (j, b) in combinations(where, 2):
                found[i, j].append((a, b))
    return found


def join_runs(starts: list[tuple[int, int]], a: Sequence[Token], b: Sequence[Token]) -> Iterator[Stretch]:
    """Yield the longest stretches that runs make up, drawn on over small gaps, sentence by sentence."""
    chains: list[list[tuple[int, int]]] = []
    for at, bt in sorted(starts):
        if not chains or not _continues(chains[-1][-1], at, bt):
            chains.append([])
        taken = chains[-1][-1] if chains[-1] else (-1, -1)
        chains[-1] += [(at + k, bt + k) for k in range(RUN) if at + k > taken[0] and bt + k > taken[1]]
    for chain in chains:
        yield from cut_sentences(draw_on(chain, a, b), a, b)


def _continues(last: tuple[int, int], at: int, bt: int) -> bool:
    return -RUN < at - last[0] - 1 <= GAP and -RUN < bt - last[1] - 1 <= GAP


def draw_on(pairs: list[tuple[int, int]], a: Sequence[Token], b: Sequence[Token]) -> list[tuple[int, int]]:
    """Return a chain of equal words with the ones before and after it that stand no more than `GAP` words off."""
    before = _onward(pairs[0], (a, b), step=-1)
    return [*reversed(before), *pairs, *_onward(pairs[-1], (a, b), step=1)]


def _onward(
    pair: tuple[int, int], texts: tuple[Sequence[Token], Sequence[Token]], *, step: int
) -> list[tuple[int, int]]:
    """Return the equal words that follow a pair in one direction: two in a row, within the sentences of the pair."""
    a, b = texts
    found: list[tuple[int, int]] = []
    sentences = a[pair[0]].sentence, b[pair[1]].sentence
    at: tuple[int, int] | None = pair
    while at is not None:
        i, j = at
        at = None
        for skip in sorted(((d, e) for d in range(GAP + 1) for e in range(GAP + 1)), key=sum):
            x, y = i + step * (1 + skip[0]), j + step * (1 + skip[1])
            if _equal((x, y), texts, sentences) and (skip == (0, 0) or _equal((x + step, y + step), texts, sentences)):
                found.append((x, y))
                at = (x, y)
                break
    return found


def _equal(pair: tuple[int, int], texts: tuple[Sequence[Token], Sequence[Token]], sentences: tuple[int, int]) -> bool:
    (x, y), (a, b) = pair, texts
    if not (0 <= x < len(a) and 0 <= y < len(b)):
        return False
    return a[x].text == b[y].text and (a[x].sentence, b[y].sentence) == sentences


def cut_sentences(pairs: list[tuple[int, int]], a: Sequence[Token], b: Sequence[Token]) -> Iterator[Stretch]:
    """Yield a chain of equal words sentence by sentence; a block of more than `BLOCK` sentences stays whole."""
    parts: list[list[tuple[int, int]]] = []
    last = None
    for i, j in pairs:
        here = (a[i].sentence, b[j].sentence)
        if here != last:
            parts.append([])
        parts[-1].append((i, j))
        last = here
    for part in parts if len(parts) <= BLOCK else [pairs]:
        yield Stretch(part[0][0], part[-1][0] + 1, part[0][1], part[-1][1] + 1)


def weighs(stretch: Stretch, a: Sequence[Token]) -> bool:
    """Tell whether a stretch holds enough words that mean something."""
    words = a[stretch.a : stretch.a_end]
    quoted = all(token.quoted for token in words)
    return sum(token.heavy for token in words) >= (LEAST_HEAVY_QUOTED if quoted else LEAST_HEAVY)


def passage_of(
    stretch: Stretch, ours: tuple[Annotations, Sequence[Token]], theirs: tuple[Annotations, Sequence[Token]]
) -> Passage:
    """Return a stretch as a passage, with its kind by the share of equal words."""
    (left, a), (right, b) = ours, theirs
    return Passage(
        left.report.span(a[stretch.a].start, a[stretch.a_end - 1].end),
        right.report.span(b[stretch.b].start, b[stretch.b_end - 1].end),
        kind_of(a[stretch.a : stretch.a_end], b[stretch.b : stretch.b_end]),
    )


def kind_of(a: Sequence[Token], b: Sequence[Token]) -> PassageKind:
    """Return how near two stretches are, by the share of equal words (difflib's ratio)."""
    ours, theirs = [token.text for token in a], [token.text for token in b]
    if ours == theirs:
        return "copied"
    return "near" if SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= NEAR else "reworded"


class Likeness(Struct, frozen=True):
    """The sentences of all reports as sets of heavy words, with the weight of each word in this story."""

    texts: tuple[Sequence[Token], ...]
    sentences: tuple[dict[int, tuple[int, int]], ...]
    bags: tuple[dict[int, frozenset[str]], ...]
    weights: dict[str, float]
    where: dict[tuple[int, str], tuple[int, ...]]
    """Sentences of a report that have a word."""

    @classmethod
    def of(cls, texts: Sequence[Sequence[Token]]) -> "Likeness":
        """Gather the sentences of some reports."""
        sentences = tuple(_sentences(tokens) for tokens in texts)
        bags = tuple(
            {s: frozenset(t.text for t in tokens[first:end] if t.heavy) for s, (first, end) in ranges.items()}
            for tokens, ranges in zip(texts, sentences, strict=True)
        )
        where: dict[tuple[int, str], list[int]] = defaultdict(list)
        for k, report in enumerate(bags):
            for sentence, bag in report.items():
                for word in bag:
                    where[k, word].append(sentence)
        once = {tuple(bag.items()): bag for bag in bags}.values()  # a copy makes no word more common
        counts = Counter(word for report in once for bag in report.values() for word in bag)
        total = sum(map(len, once)) + 1
        weights = {word: log(total / count) for word, count in counts.items()}
        places = {key: tuple(sentences) for key, sentences in where.items()}
        return cls(tuple(texts), sentences, bags, weights, places)

    def reworded(self, pair: tuple[int, int], taken: Sequence[Stretch]) -> list[Stretch]:
        """Return the stretches of sentence pairs that share most of their weight, where no passage stands yet."""
        i, j = pair
        found = []
        for s, bag in self.bags[i].items():
            for t in sorted(self._near(bag, j)):
                common = bag & self.bags[j][t]
                if len(common) < LEAST_REWORDED or self._share(common, bag, self.bags[j][t]) < REWORDED:
                    continue
                one = Stretch(
                    *_span(self.texts[i], self.sentences[i][s], common),
                    *_span(self.texts[j], self.sentences[j][t], common),
                )
                if not any(
                    one.a < other.a_end and other.a < one.a_end and one.b < other.b_end and other.b < one.b_end
                    for other in taken
                ):
                    found.append(one)
        return found

    def _near(self, bag: frozenset[str], j: int) -> set[int]:
        counts: dict[int, int] = defaultdict(int)
        for word in bag:
            places = self.where.get((j, word), ())
            if len(places) <= COMMON_SENTENCE_WORD:
                for t in places:
                    counts[t] += 1
        return {t for t, n in counts.items() if n >= LEAST_REWORDED - 2}

    def _share(self, common: frozenset[str], a: frozenset[str], b: frozenset[str]) -> float:
        whole = min(sum(self.weights[word] for word in a), sum(self.weights[word] for word in b))
        return sum(self.weights[word] for word in common) / whole if whole else 0.0


def _sentences(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    ranges: dict[int, tuple[int, int]] = {}
    for k, token in enumerate(tokens):
        first, _ = ranges.get(token.sentence, (k, k))
        ranges[token.sentence] = (first, k + 1)
    return ranges


def _span(tokens: Sequence[Token], where: tuple[int, int], common: frozenset[str]) -> tuple[int, int]:
    places = [k for k in range(*where) if tokens[k].text in common]
    return places[0], places[-1] + 1


def is_family(stretches: Sequence[Stretch], a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Tell whether two reports share wording beyond what the speech that both quote explains."""
    own = [one for one in stretches if not _quoted(one, a, b)]
    ours = {k for one in own for k in range(one.a, one.a_end) if not a[k].quoted}
    theirs = {k for one in own for k in range(one.b, one.b_end) if not b[k].quoted}
    shares = (len(ours) / _own_words(a), len(theirs) / _own_words(b))
    return min(len(ours), len(theirs)) >= FAMILY_WORDS and max(shares) >= FAMILY_SHARE


def _own_words(tokens: Sequence[Token]) -> int:
    return max(1, sum(not token.quoted for token in tokens))


def _quoted(stretch: Stretch, a: Sequence[Token], b: Sequence[Token]) -> bool:
    ours, theirs = a[stretch.a : stretch.a_end], b[stretch.b : stretch.b_end]
    return sum(t.quoted for t in ours) * 2 > len(ours) or sum(t.quoted for t in theirs) * 2 > len(theirs)


def families_of(basis: dict[tuple[int, int], list[int]], reports: Sequence[ReportId]) -> tuple[Family, ...]:
    """Join the pairs that share wording into families, in the order of the reports."""
    parent = list(range(len(reports)))

    def root(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k

    for i, j in basis:
        parent[max(root(i), root(j))] = min(root(i), root(j))
    members: dict[int, list[int]] = defaultdict(list)
    for k in range(len(reports)):
        members[root(k)].append(k)
    return tuple(
        Family(
            tuple(reports[k] for k in group),
            tuple(p for (i, _), indices in basis.items() if root(i) == root(first) for p in indices),
        )
        for first, group in members.items()
        if len(group) > 1
    )
