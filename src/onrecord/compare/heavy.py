"""How much words weigh in a story: rare ones more, function words nothing; and how much two stretches share."""

from collections import Counter
from collections.abc import Iterable
from math import log

from msgspec import Struct

from onrecord.lang import table
from onrecord.model.marks import Annotations
from onrecord.model.words import Word

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})


LEAST_ALIKE = 3
"""Words of meaning in common, at the least: two are soon shared by accident."""


class Weights(Struct, frozen=True):
    """The weight of each lemma in one story: the fewer sentences have it, the more it weighs."""

    of: dict[str, float]
    rare: float

    def total(self, lemmas: Iterable[str]) -> float:
        """Return the weight of some lemmas together."""
        return sum(self.of.get(lemma, self.rare) for lemma in lemmas)

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return what share of the lighter side's weight both have in common, 0 to 1."""
        whole = min(self.total(a), self.total(b))
        return self.total(a & b) / whole if whole else 0.0

    def alike(self, a: frozenset[str], b: frozenset[str], least: float) -> bool:
        """Tell whether two sides have this share in common, and words enough for it to mean something."""
        return len(a & b) >= LEAST_ALIKE and self.shared(a, b) >= least

    def covered(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return what share of the first side's weight the second one has."""
        whole = self.total(a)
        return self.total(a & b) / whole if whole else 0.0


def weigh_words(annotated: Iterable[Annotations]) -> Weights:
    """Return the weights of a story's words, by the number of sentences that have them; copies count once."""
    counts: Counter[str] = Counter()
    n = 0
    for notes in {notes.report.text: notes for notes in annotated}.values():
        for sentence in notes.parse.sentences:
            n += 1
            counts.update({word.lemma for word in notes.parse.words_of(sentence)})
    return Weights({lemma: log((n + 1) / (count + 0.5)) for lemma, count in counts.items()}, log(n + 1))


def content_of(words: Iterable[Word]) -> frozenset[str]:
    """Return the lemmas of the words that carry meaning."""
    light = table("light_words")["light"]
    return frozenset(
        word.lemma for word in words if word.pos in CONTENT and word.lemma not in light and word.text.isalnum()
    )
