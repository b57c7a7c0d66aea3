"""What a report shares with dated reports of its story, and the days of publication that this speaks for.

Two sentences of two reports that share much of their rare words and name the same weekday, or the same
day of a month, speak of one day. Each such pair votes for the days on which the undated report can have
put it so: a past weekday for that day and the six after it, "last month" for the month after, a day of the
year for as long as its year goes without saying.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from onrecord.model.calendar import edtf_range, month_days
from onrecord.model.marks import Annotations
from onrecord.model.relative import NEAR_AGAINST_TENSE, Relative, place
from onrecord.model.span import Span

CONTENT = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
LIKE = 0.2
"""Share of the rare words that two sentences of one day have in common. Each report in turn without its day, .15 to .3
tried on the twenty written stories (86 reports) and on TimeML's two (38): .2 puts most first candidates within a day
on both, and about as many windows hold the day as with .25."""
LIKE_TODAY = 0.6
"""The same for "today", which a report says of many things."""
Width = Literal["year", "month", "week"]
WEEK = 7
YEAR = 365


class DatedSentence(NamedTuple):
    """A sentence of a dated report that puts something on a day."""

    day: date
    words: frozenset[str]


class DatedStory(NamedTuple):
    """The days that the dated reports of a story name, by weekday and by day of the year, and how rare words are."""

    by_weekday: dict[int, tuple[DatedSentence, ...]]
    by_date: dict[tuple[int, int], tuple[DatedSentence, ...]]
    reports: tuple[DatedSentence, ...]
    rarity: dict[str, float]


class Vote(NamedTuple):
    """The days of publication that one time speaks for, with their weights: of a year, a month or a week."""

    span: Span
    days: dict[date, float]
    width: Width


class Votes(NamedTuple):
    """What speaks for each day of publication, and the day of the dated report that is most alike."""

    votes: tuple[Vote, ...] = ()
    nearest: date | None = None

    def of(self, width: Width) -> "Votes":
        """Return the votes of days of the year, each for a year, those of months, or those of days, each for a week."""
        return self._replace(votes=tuple(vote for vote in self.votes if vote.width == width))

    def weights(self) -> dict[date, float]:
        """Return how much speaks for each day, in the order of days."""
        total: dict[date, float] = defaultdict(float)
        for vote in self.votes:
            for day, weight in vote.days.items():
                total[day] += weight
        return dict(sorted(total.items()))


def read_dated(known: Sequence[tuple[Annotations, date]]) -> DatedStory:
    """List the sentences of dated reports that name a day, and the reports themselves."""
    sentences = [one for notes, _ in known for one in _sentences_of(notes)]
    by_weekday: dict[int, list[DatedSentence]] = defaultdict(list)
    by_date: dict[tuple[int, int], list[DatedSentence]] = defaultdict(list)
    for one in sentences:
        by_weekday[one.day.weekday()].append(one)
        by_date[one.day.month, one.day.day].append(one)
    counts = Counter(word for notes, _ in known for words in _all_words(notes) for word in words)
    total = sum(len(notes.parse.sentences) for notes, _ in known)
    return DatedStory(
        {key: tuple(rows) for key, rows in by_weekday.items()},
        {key: tuple(rows) for key, rows in by_date.items()},
        tuple(DatedSentence(day, frozenset().union(*_all_words(notes))) for notes, day in known),
        {word: math.log((total + 1) / (count + 0.5)) for word, count in counts.items()},
    )


def find_votes(notes: Annotations, story: DatedStory) -> Votes:
    """Let what a report shares with dated ones vote for its day of publication."""
    votes = []
    for time, relative in zip(notes.times, notes.relatives, strict=True):
        if relative is not None and relative.base is None:
            days = _votes_of(relative, _words_at(notes, time.span), story)
            votes.append(Vote(time.span, days, _width(relative)))
    return Votes(tuple(vote for vote in votes if vote.days), _nearest(notes, story))


def _width(relative: Relative) -> Width:
    return "year" if relative.named == "month_day" else "month" if relative.unit == "month" else "week"


def _nearest(notes: Annotations, story: DatedStory) -> date | None:
    """Return the day of the dated report that shares most rare words; of several, the earliest."""
    words: frozenset[str] = frozenset().union(*_all_words(notes))
    ranked = [(-_likeness(words, one.words, story.rarity), one.day) for one in story.reports]
    return min(ranked)[1] if ranked else None


def _votes_of(relative: Relative, words: frozenset[str], story: DatedStory) -> dict[date, float]:
    """Return the days of publication that one time of a report speaks for, with the likeness of the best sentence."""
    best: dict[date, float] = {}
    for one in _same_day(relative, story):
        likeness = _likeness(words, one.words, story.rarity)
        if likeness >= (LIKE_TODAY if relative.named is None and relative.unit == "day" else LIKE):
            for day in _published_on(relative, one.day):
                best[day] = max(best.get(day, 0.0), likeness)
    return best or _votes_of_year(relative, story)


def _same_day(relative: Relative, story: DatedStory) -> tuple[DatedSentence, ...]:
    if relative.is_stretched:
        return ()  # no single day
    if relative.named == "weekday":
        return story.by_weekday.get(relative.part, ())
    if relative.named == "month_day":
        return story.by_date.get((relative.part, relative.day), ())
    if relative.named is None and (relative.unit == "day" or (relative.unit == "month" and relative.step < 0)):
        return tuple(one for rows in story.by_weekday.values() for one in rows)
    return ()


def _votes_of_year(relative: Relative, story: DatedStory) -> dict[date, float]:
    """Vote for the year around a day ("Aug. 7") that the dated reports of the story know in one year only.

    Whether it was or will be, no likeness tells: the year begins as long before it as a day is called past or coming.
    """
    past = relative.named == "month_day" and relative.lean == "past" and relative.sure
    known = {one.day for one in _same_day(relative, story)} if past else set()
    if len(known) != 1:
        return {}
    first = min(known) - timedelta(NEAR_AGAINST_TENSE)
    return {first + timedelta(k): LIKE for k in range(YEAR)}


def _published_on(relative: Relative, day: date) -> Iterator[date]:
    """Yield the days on which a report can have called a day so."""
    try:
        if relative.unit == "month":
            first, last = month_days(day.year, day.month - relative.step)
            yield from (first + timedelta(k) for k in range((last - first).days + 1))
            return
        if relative.named is None:
            yield day - timedelta(relative.step)
            return
        if relative.named == "weekday":
            around = (day + timedelta(k) for k in range(-2 * WEEK, 2 * WEEK + 1))
            yield from (other for other in around if (place(relative, other) or "")[:10] == day.isoformat())
            return
        past = relative.lean in ("past", "near", "this", "last")
        first = day - timedelta(NEAR_AGAINST_TENSE if past else YEAR - NEAR_AGAINST_TENSE)
        yield from (first + timedelta(k) for k in range(YEAR))
    except (OverflowError, ValueError):
        return


def _likeness(ours: frozenset[str], theirs: frozenset[str], rarity: dict[str, float]) -> float:
    """Return the share of rare words in common, between 0 and 1, by weight."""
    shared = sum(rarity.get(word, 0.0) for word in sorted(ours & theirs))
    total = sum(rarity.get(word, 0.0) for word in sorted(ours)) + sum(rarity.get(word, 0.0) for word in sorted(theirs))
    return 2 * shared / total if total else 0.0


def _sentences_of(notes: Annotations) -> Iterator[DatedSentence]:
    for time in notes.times:
        days = edtf_range(time.value) if time.kind in ("date", "time") else None
        if days is not None and days[0] == days[1]:
            yield DatedSentence(days[0], _words_at(notes, time.span))


def _words_at(notes: Annotations, span: Span) -> frozenset[str]:
    """Return the content words of the sentence that a time stands in, without those of times."""
    sentence = notes.parse.sentence_at(span.start)
    if sentence is None:
        return frozenset()
    words = notes.parse.words_of(sentence)
    return frozenset(word.lemma for word in words if word.pos in CONTENT and word.ent not in ("DATE", "TIME"))


def _all_words(notes: Annotations) -> Iterator[frozenset[str]]:
    for sentence in notes.parse.sentences:
        yield frozenset(word.lemma for word in notes.parse.words_of(sentence) if word.pos in CONTENT)
