"""Stories made by hand: texts, the names in them, who says what, and when."""

import hashlib
import re

import pytest

from onrecord.annotate.amounts import find_amounts
from onrecord.annotate.nlp import SpacyNlp
from onrecord.model.claims import Alignment
from onrecord.model.marks import Annotations, Entity, Mention, Statement, Time
from onrecord.model.report import Published, Report
from onrecord.model.span import ReportId

TYPES = {
    "Corland": "state",
    "Ilvara": "state",
    "Merrow Line": "organization",
    "the union": "organization",
    "the ministry": "government",
    "Greta Amundal": "person",
    "Rolf Dahm": "person",
    "Kallport": "place",
    "an envoy": "person",
}


@pytest.fixture(scope="session")
def nlp():
    return SpacyNlp()


@pytest.fixture
def story(nlp):
    """Return an alignment of texts.

    `dates` gives words their EDTF, or that and what they say (`Relative`); `spoken` gives quoted words their speaker.
    """

    def make(*texts, dates=None, spoken=None, published=None):
        notes = [
            _notes(nlp, _report(f"r{n}", text, published), dates or {}, spoken or {}) for n, text in enumerate(texts)
        ]
        entities = []
        for name, kind in TYPES.items():
            mentions = [
                Mention(one.report.span(match.start(), match.end()), "name")
                for one in notes
                for match in re.finditer(re.escape(name), one.report.text, re.IGNORECASE)
            ]
            if mentions:
                entities.append(Entity(name, name, kind, mentions=tuple(mentions)))
        return Alignment(
            tuple(notes),
            entities=tuple(entities),
            times=tuple(time for one in notes for time in one.times),
            amounts=tuple(amount for one in notes for amount in one.amounts),
            statements=tuple(statement for one in notes for statement in one.statements),
        )

    return make


def _report(name, text, day):
    published = Published(value=day, basis="given") if day else Published()
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(ReportId(name), f"{name}.txt", text, digest, published=published)


def _notes(nlp, report, dates, spoken):
    name, text = report.id, report.text
    parse = nlp.parse(text, [(0, len(text))] if text else [])
    said = {words: told if isinstance(told, tuple) else (told, None) for words, told in dates.items()}
    dated = [
        (
            Time(
                report.span(match.start(), match.end()),
                "duration" if value.startswith("P") else "date",
                value,
                "end" if words.startswith("the end of ") else None,
            ),
            relative,
        )
        for words, (value, relative) in said.items()
        for match in re.finditer(re.escape(words), text)
    ]
    times, relatives = (tuple(time for time, _ in dated), tuple(relative for _, relative in dated))
    statements = tuple(
        Statement(f"{name}.s{n}", report.id, "direct", (report.span(at, at + len(words)),), "test", speaker=speaker)
        for n, (words, speaker) in enumerate(spoken.items())
        if (at := text.find(words)) >= 0
    )
    amounts = find_amounts(report, parse, times)
    return Annotations(report, parse, times=times, relatives=relatives, amounts=amounts, statements=statements)
