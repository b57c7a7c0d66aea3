"""The parse of one report as plain values: words, sentences, paragraphs.

The parser's own objects stay in `onrecord.annotate.nlp`; everything else reads these. Indices count
the report's words from zero, across paragraphs.
"""

from collections.abc import Iterator

from msgspec import Struct


class Word(Struct, frozen=True, gc=False):
    """One token: its place in the text and in its sentence's dependency tree (Universal POS, CLEAR labels).

    ``start`` and ``end`` are code points of the report's text. ``head`` is the index of the word this
    one depends on, its own index at a root. ``ent`` is the model's vote on the kind of name, or empty.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    sentence: int


class Sentence(Struct, frozen=True, gc=False):
    """One sentence: a range of words (end exclusive), its root, and the number of its paragraph."""

    i: int
    first: int
    end: int
    root: int
    paragraph: int


class Parse(Struct, frozen=True):
    """All words and sentences of one report, in text order, with each word's dependents."""

    words: tuple[Word, ...]
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...]
    paragraphs: tuple[tuple[int, int], ...]

    def words_of(self, sentence: Sentence) -> tuple[Word, ...]:
        """Return the words of a sentence."""
        return self.words[sentence.first : sentence.end]

    def dependents(self, word: Word, *labels: str) -> Iterator[Word]:
        """Yield the words that depend on this one, in order; only those with one of the labels, if any is given."""
        for i in self.children[word.i]:
            if not labels or self.words[i].dep in labels:
                yield self.words[i]

    def subtree(self, word: Word) -> tuple[int, ...]:
        """Return the indices of a word and all below it, in text order."""
        found, waiting = [], [word.i]
        while waiting:
            i = waiting.pop()
            found.append(i)
            waiting.extend(self.children[i])
        return tuple(sorted(found))

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """Return the words that overlap a range of code points, in order."""
        low, high = 0, len(self.words)
        while low < high:
            middle = (low + high) // 2
            if self.words[middle].end <= start:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(self.words) and self.words[low].start < end:
            found.append(self.words[low])
            low += 1
        return tuple(found)

    def sentence_at(self, at: int) -> Sentence | None:
        """Return the sentence of the first word that ends after an offset, if there is one."""
        found = self.words_between(at, at + 1)
        return self.sentences[found[0].sentence] if found else None
