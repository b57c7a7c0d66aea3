"""Reports with a parse that only knows words and sentences, for tests that need no parser."""

import re

import pytest

from onrecord.model.marks import Annotations
from onrecord.model.report import Published, Quote, Report, ReportId
from onrecord.model.words import Parse, Sentence, Word

TOKEN = re.compile(r"[\w’']+|[.!?]")


def make_notes(text, name="a", day=None):
    """Return a report whose sentences end at full stops and whose quotations stand between straight marks."""
    words, sentences, first = [], [], 0
    for match in TOKEN.finditer(text):
        word = match.group()
        words.append(
            Word(
                len(words),
                match.start(),
                match.end(),
                word,
                word.lower(),
                "NOUN",
                "NN",
                "dep",
                first,
                "",
                len(sentences),
            )
        )
        if word in ".!?":
            sentences.append(Sentence(len(sentences), first, len(words), first, 0))
            first = len(words)
    if first < len(words):
        sentences.append(Sentence(len(sentences), first, len(words), first, 0))
    bare = Report(ReportId(name), f"{name}.txt", text, name)
    quotes = tuple(Quote(bare.span(*match.span())) for match in re.finditer(r'"[^"]+"', text))
    report = Report(
        ReportId(name), f"{name}.txt", text, name, published=Published(day), body=((0, len(text)),), quotes=quotes
    )
    return Annotations(report, Parse(tuple(words), tuple(sentences), tuple(() for _ in words), ((0, len(text)),)))


@pytest.fixture
def notes_of():
    """Make a report from its text, parsed by hand."""
    return make_notes
