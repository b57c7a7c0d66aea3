"""Wording of what is quoted: one remark in two reports, word by word.

Two quotations are one remark where they share a run of words. What one of them leaves out or has otherwise is a
finding of wording; a negation or a number that only one of them has is a conflict.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import combinations, pairwise

from msgspec import Struct
from msgspec.structs import replace

from onrecord.compare.findings import build_finding
from onrecord.compare.passages import Token, shared_runs, tokens_of
from onrecord.compare.told import Story
from onrecord.lang import table
from onrecord.model.claims import Finding, FindingKind, Side
from onrecord.model.marks import Annotations
from onrecord.model.overlaps import Ranges
from onrecord.model.span import ReportId, Span

RUN = 4
"""Words in a row by which two quotations are known to be one remark; two of them carry meaning."""
SHORT_RUN = 2
"""The same for two quotations of one speaker of which the one has all words of the other in a row; two words of
meaning, or more words with one."""
PART_RUN = 3
"""The same for two quotations of one speaker of which neither has all words of the other; two of them carry meaning."""
LEAST_CUT = 2
"""Words other than function words that a report leaves out, at the least, to tell of the cut."""
LONG_RUN = 5
"""Words in a row, or left out, of which one that carries meaning is enough."""
SAME_REMARK = 0.6
"""Share of the shorter quotation's words that both have, at the least, to be one remark."""
SHORT_GAP = 3
"""Words between two shared stretches, at the most, in which a negation or a number is a change of the remark."""
SAME_TURN = 12
"""Words of the reporter between two quoted stretches of one turn, at the most ("..., the minister said, ...")."""


class Remark(Struct, frozen=True):
    """Quoted words in one report: the words, the stretches they stand in, and who is said to say them.

    ``turn`` is the turn they are part of: a number that no other turn of the story has.
    """

    report: ReportId
    tokens: tuple[Token, ...]
    spans: tuple[Span, ...]
    speakers: frozenset[str] = frozenset()
    turn: int = 0


class Difference(Struct, frozen=True):
    """What two renderings of one remark do not share: ranges of words of either, and what weighs in them."""

    kind: FindingKind
    why: str


def find_remarks(story: Story) -> list[list[Remark]]:
    """Return the remarks that several reports quote, with the renderings of each.

    What each statement quotes is looked up on its own, so that a turn brings no quotation that nobody else has; what
    several statements of one turn have of a remark is one rendering.
    """
    turns = (turn for notes in story.notes.values() for turn in remarks_of(notes))
    spoken = [replace(one, turn=k) for k, one in enumerate(own for turn in turns for own in by_speaker(turn, story))]
    stated = [part for one in spoken for part in by_statement(one, story)]
    return [merge_turns(group) for group in group_remarks(stated)]


def by_speaker(turn: Remark, story: Story) -> Iterator[Remark]:
    """Yield what each speaker says in a turn: quotations of two speakers may stand close together."""
    rows: list[tuple[frozenset[str], list[Span]]] = []
    for span in turn.spans:
        who = speakers_at(span, story)
        if rows and not (who and rows[-1][0] and not who & rows[-1][0]):
            rows[-1] = (rows[-1][0] | who, [*rows[-1][1], span])
        else:
            rows.append((who, [span]))
    for who, spans in rows:
        yield replace(_cut(turn, spans), speakers=who)


def by_statement(turn: Remark, story: Story) -> Iterator[Remark]:
    """Yield what each statement quotes in a turn: "...," she said, "..." is one statement."""
    said = [
        s.content for s in story.of_report(turn.report) if any(c.overlaps(one) for c in s.content for one in turn.spans)
    ]
    rows: list[list[Span]] = []
    for span in turn.spans:
        if rows and any(_stands_in(rows[-1][-1], content) and _stands_in(span, content) for content in said):
            rows[-1].append(span)
        else:
            rows.append([span])
    yield from (_cut(turn, spans) for spans in rows)


def _stands_in(span: Span, content: Sequence[Span]) -> bool:
    return any(span.overlaps(one) for one in content)


def _cut(turn: Remark, spans: Sequence[Span]) -> Remark:
    """Return a part of a turn: the words that stand in some of its stretches."""
    tokens = (t for t in turn.tokens if any(span.start <= t.start and t.end <= span.end for span in spans))
    return replace(turn, tokens=tuple(tokens), spans=tuple(spans))


def merge_turns(group: Sequence[Remark]) -> list[Remark]:
    """Join what stands in one turn, in text order."""
    turns: dict[int, Remark] = {}
    for part in group:
        known = turns.get(part.turn)
        both = known and replace(known, tokens=(*known.tokens, *part.tokens), spans=(*known.spans, *part.spans))
        turns[part.turn] = both or part
    return list(turns.values())


def speakers_at(span: Span, story: Story) -> frozenset[str]:
    """Return who is said to say some quoted words."""
    said = (s for s in story.of_report(span.report) if s.speaker and any(c.overlaps(span) for c in s.content))
    return frozenset(statement.speaker for statement in said if statement.speaker)


def compare_wording(groups: Sequence[Sequence[Remark]], story: Story) -> tuple[Finding, ...]:
    """Say how the quotations of one remark differ between reports."""
    return tuple(finding for group in groups for finding in findings_of(group, story))


def remarks_of(notes: Annotations) -> tuple[Remark, ...]:
    """Return the turns of quoted words of a report: marks a few words apart in one paragraph are one turn."""
    turns: list[list[Token]] = []
    between, paragraphs = 0, [sentence.paragraph for sentence in notes.parse.sentences]
    for token in tokens_of(notes):
        if not token.quoted:
            between += 1
            continue
        if not turns or between > SAME_TURN or paragraphs[turns[-1][-1].sentence] != paragraphs[token.sentence]:
            turns.append([])
        turns[-1].append(token)
        between = 0
    quotes = Ranges((quote.span.start, quote.span.end, k) for k, quote in enumerate(notes.report.quotes))
    remarks = (Remark(notes.report.id, tuple(turn), _spans(notes, turn, quotes)) for turn in turns)
    return tuple(remark for remark in remarks if remark.spans)


def _spans(notes: Annotations, turn: Sequence[Token], quotes: Ranges) -> tuple[Span, ...]:
    spans = []
    for quote in quotes.over(turn[0].start, turn[-1].end):
        inside = [token for token in turn if quote.start <= token.start and token.end <= quote.end]
        if inside:
            spans.append(notes.report.span(inside[0].start, inside[-1].end))
    return tuple(spans)


def group_remarks(remarks: Sequence[Remark]) -> list[list[Remark]]:
    """Join the remarks of different reports that share a run of words with meaning."""
    parent = list(range(len(remarks)))

    def root(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k

    for (i, j), starts in sorted(shared_runs([remark.tokens for remark in remarks], RUN).items()):
        a, b = remarks[i], remarks[j]
        if a.report != b.report and any(sum(t.heavy for t in a.tokens[at : at + RUN]) >= LEAST_CUT for at, _ in starts):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    for i, j in sorted(shared_runs([remark.tokens for remark in remarks], SHORT_RUN)):
        if is_piece(remarks[i], remarks[j]) or shares_part(remarks[i], remarks[j]):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, list[Remark]] = defaultdict(list)
    for k, remark in enumerate(remarks):
        groups[root(k)].append(remark)
    return [group for group in groups.values() if len(group) > 1]


def is_piece(a: Remark, b: Remark) -> bool:
    """Tell whether one report quotes a piece of what another quotes of one speaker: "I could not sign it"."""
    short, long = sorted((a, b), key=lambda remark: len(remark.tokens))
    if a.report == b.report or not a.speakers & b.speakers or not _weighs(short.tokens):
        return False
    words, whole = ([token.text for token in remark.tokens] for remark in (short, long))
    return any(whole[at : at + len(words)] == words for at in range(len(whole) - len(words) + 1))


def shares_part(a: Remark, b: Remark) -> bool:
    """Tell whether two reports quote one speaker with a run of words in common that means enough: "a first step"."""
    if a.report == b.report or not a.speakers & b.speakers:
        return False
    runs = [a.tokens[block.a : block.a + block.size] for block in _blocks(a, b) if block.size >= PART_RUN]
    return any(sum(token.heavy for token in run) >= (1 if len(run) >= LONG_RUN else LEAST_CUT) for run in runs)


def _weighs(tokens: Sequence[Token]) -> bool:
    """Tell whether a few words mean enough to be known again: "fresh leadership", "half a loaf", not "the way"."""
    if len(tokens) >= RUN:
        return True
    least = len(tokens) if len(tokens) <= SHORT_RUN else 1
    return sum(token.heavy for token in tokens) >= least


def findings_of(group: Sequence[Remark], story: Story) -> list[Finding]:
    """Return the findings of one remark: renderings in the same words are one side."""
    sides: list[list[Remark]] = []
    for remark in group:
        for side in sides:
            if same_words(side[0], remark):
                side.append(remark)
                break
        else:
            sides.append([remark])
    pairs: dict[tuple[FindingKind, str], set[int]] = {}
    for (i, ours), (j, theirs) in combinations(enumerate(sides), 2):
        unlike = difference(ours[0], theirs[0])
        if unlike is not None and (_lacks(ours, theirs[0], group) or _lacks(theirs, ours[0], group)):
            pairs.setdefault((unlike.kind, unlike.why), set()).update((i, j))
    found = []
    for (kind, why), members in pairs.items():
        shown = tuple(_side(sides[k]) for k in sorted(members))
        found.append(
            build_finding(
                (kind, "wording"), story.claims_at(span for side in shown for span in side.evidence), shown, why=why
            )
        )
    return found


def _lacks(side: Sequence[Remark], other: Remark, group: Sequence[Remark]) -> bool:
    """Tell whether a report has words of the other rendering nowhere: what it quotes elsewhere is not left out."""
    quoted = ({t.text for one in group if one.report == remark.report for t in one.tokens} for remark in side)
    return other.report not in {remark.report for remark in side} and any(
        {token.text for token in other.tokens} - words for words in quoted
    )


def _side(remarks: Sequence[Remark]) -> Side:
    """Return a side, which reads as the shortest of its renderings: words that each of its reports quotes."""
    reports = tuple(dict.fromkeys(remark.report for remark in remarks))
    shortest = min(remarks, key=lambda remark: len(remark.tokens))
    words = " … ".join(" ".join(span.exact.split()) for span in shortest.spans)
    return Side(reports, words, tuple(span for remark in remarks for span in remark.spans))


def difference(a: Remark, b: Remark) -> Difference | None:
    """Say what weighs between two renderings of one remark; None if they are the same words or two remarks."""
    a, b = (a, b) if overlap(a, b) >= SAME_REMARK else (_shared_stretches(a, b), _shared_stretches(b, a))
    blocks = _blocks(a, b)
    if not blocks or overlap(a, b) < SAME_REMARK:
        return None
    gaps = list(_gaps(a, b, blocks))
    if any(_turned(ours, theirs) for ours, theirs in gaps if max(len(ours), len(theirs)) <= SHORT_GAP):
        return Difference("conflict", "The quoted words differ in a negation or a number")
    if any(token.heavy for ours, theirs in gaps for token in (*ours, *theirs)):
        return Difference("framing", "The same remark is quoted in other words")
    first, last = blocks[0], blocks[-1]
    edges = [
        *a.tokens[: first.a],
        *a.tokens[last.a + last.size :],
        *b.tokens[: first.b],
        *b.tokens[last.b + last.size :],
    ]
    cut = sum(token.heavy for token in edges)
    long = len(edges) >= LONG_RUN and bool(a.speakers & b.speakers)
    if cut >= LEAST_CUT or (cut and (long or _is_negated(edges))):
        return Difference("framing", "One report quotes more of the remark than the other")
    return None


def _shared_stretches(a: Remark, b: Remark) -> Remark:
    """Return a remark without the stretches in which no run of the other one's words stands."""
    runs = [a.tokens[block.a : block.a + block.size] for block in _blocks(a, b) if block.size >= RUN]
    met = [span for span in a.spans if any(span.start <= run[0].start < span.end for run in runs)]
    return _cut(a, met)


def same_words(a: Remark, b: Remark) -> bool:
    """Tell whether two renderings are one in all that weighs."""
    return overlap(a, b) >= SAME_REMARK and difference(a, b) is None


def _blocks(a: Remark, b: Remark) -> list[Match]:
    """Return the stretches of words that two renderings share, in order; one equal word is chance."""
    ours, theirs = [token.text for token in a.tokens], [token.text for token in b.tokens]
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()[:-1]
    return [block for block in blocks if block.size >= 2 or len(blocks) == 1]  # noqa: PLR2004 - a pair of words


def _gaps(a: Remark, b: Remark, blocks: Sequence[Match]) -> Iterator[tuple[Sequence[Token], Sequence[Token]]]:
    """Yield what either rendering has between two shared stretches."""
    for left, right in pairwise(blocks):
        yield a.tokens[left.a + left.size : right.a], b.tokens[left.b + left.size : right.b]


def _turned(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Tell whether one of two stretches is negated and the other is not, or each has a number of its own."""
    if _is_negated(ours) != _is_negated(theirs):
        return True
    a, b = ({token.text for token in tokens if token.text.isdigit()} for tokens in (ours, theirs))
    return bool(a and b and a != b)


def _is_negated(tokens: Sequence[Token]) -> bool:
    negations = table("wording")["negations"]
    return any(token.text in negations or token.text.endswith(("n't", "n’t")) for token in tokens)


def overlap(a: Remark, b: Remark) -> float:
    """Return what share of the shorter quotation's words the other has in the same order."""
    shorter = min(len(a.tokens), len(b.tokens))
    return sum(block.size for block in _blocks(a, b) if block.size > 1) / shorter if shorter else 0.0
