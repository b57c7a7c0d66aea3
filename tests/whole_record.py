"""A small record in which every list, link and evidence of the format is filled, and what breaks it at one place."""

import json
import re

import msgspec

from onrecord.model import claims, ledger, marks
from onrecord.model.corrections import Corrected
from onrecord.model.record import BuildOptions, Generator, Record, Story
from onrecord.model.report import Aside, Published, Quote, Report

FIRST = """Orchard flooded

The river Ebel flooded the orchard on Monday, warden Ina Torp said on Tuesday, according to the Ebel Agency.
"Forty trees are lost," she told growers. The council of Ebel promised 40 new trees by 1 May.
"""
SECOND = """The orchard stood under water on Monday. "Forty trees are lost," Ms. Torp told growers, the council said.
About 50 trees were lost, and the council may plant 50 new ones.
"""


class Finder:
    """Finds words in two reports, so that no offset is counted by hand."""

    def __init__(self):
        self.texts = {"r1": FIRST, "r2": SECOND}
        self.reports = {name: Report(name, f"{name}.txt", text, "0" * 64) for name, text in self.texts.items()}

    def __call__(self, report, words):
        start = self.texts[report].index(words)
        return self.reports[report].span(start, start + len(words))


def whole_record():
    """Return a sound record of two reports."""
    at = Finder()
    return Record(
        generator=Generator("onrecord", "0", options=BuildOptions(corrections=_corrections(at))),
        story=Story("story", "Orchard flooded"),
        reports=_reports(at),
        entities=_entities(at),
        times=(marks.Time(at("r1", "Monday"), "date", None), marks.Time(at("r2", "Monday"), "date", None)),
        amounts=(marks.Amount(at("r1", "40 new trees"), "40"), marks.Amount(at("r2", "About 50 trees"), "50")),
        statements=_statements(at),
        assertions=(marks_line("a1", at("r1", "flooded the orchard"), "c1"), marks_line("a2", at("r2", "50 trees"))),
        claims=_claims(at),
        findings=(claims.Finding("f1", "conflict", "amount", ("c1",), _sides(at), "40 or 50 trees"),),
        utterances=_utterances(at),
        commitments=_commitments(at),
        positions=(ledger.Position("e1", "planting", "supports", (at("r1", "promised"),), ("s1",)),),
        events=_events(at),
        timeline=(("v1",), ("v2",)),
        origins=_origins(at),
        lineage=_lineage(at),
        problems=(marks.Problem("OR311", "odd", "r1", at("r1", "said")),),
    )


def marks_line(name, span, claim=None):
    return claims.AssertionLine(name, span.report, (span,), claim)


def _reports(at):
    first, second = at.reports.values()
    head = at("r1", "Orchard flooded")
    quotes = Quote(at("r1", '"Forty trees are lost,"'), "s1"), Quote(at("r2", '"Forty trees are lost,"'), "s2")
    day = Published("1998-05-05", ("1998-05-05", "1998-05-05"), ("1998-05-05",), "stated", (at("r1", "Tuesday"),))
    return (
        msgspec.structs.replace(
            first,
            published=day,
            body=((head.end + 2, 60), (60, len(FIRST))),
            quotes=quotes[:1],
            asides=(Aside("headline", head),),
        ),
        msgspec.structs.replace(second, body=((0, len(SECOND)),), quotes=quotes[1:]),
    )


def _corrections(at):
    words = (at("r1", "warden Ina Torp"),)
    signed = ("N. Ode", "1998-05-06", "It was she.")
    return (Corrected("speaker", *signed, words, ("c1",), ("s1",), value="Ina Torp", was="the warden"),)


def _entities(at):
    def mention(report, words):
        return (marks.Mention(at(report, words), "name"),)

    return (
        marks.Entity("e1", "Ina Torp", "person", mentions=mention("r1", "Ina Torp")),
        marks.Entity("e2", "council of Ebel", "government", "e3", mentions=mention("r2", "the council")),
        marks.Entity("e3", "Ebel", "place", mentions=mention("r1", "Ebel")),
        marks.Entity("e4", "growers", "group", None, ("e1", "e2"), mention("r1", "growers")),
        marks.Entity("e5", "flood", "event", mentions=mention("r1", "flooded")),
    )


def _statements(at):
    via = (marks.Relay(at("r1", "the Ebel Agency"), "e3", at("r1", "according to")),)
    words = "Forty trees are lost,"
    return (
        marks.Statement(
            "s1",
            "r1",
            "direct",
            (at("r1", words),),
            "made",
            speaker="e1",
            cue=(at("r1", "told"),),
            addressee=marks.Addressee(at("r1", "growers"), "e4"),
            medium=marks.Medium(at("r1", "told"), "remarks"),
            via=via,
        ),
        marks.Statement("s2", "r2", "direct", (at("r2", words),), "made", speaker="e1", within="s3"),
        marks.Statement("s3", "r2", "indirect", (at("r2", "Ms. Torp told growers"),), "made", speaker="e2"),
    )


def _claims(at):
    ours = claims.Reading(
        "r1", "full", (at("r1", "40 new trees"),), "pledged", ("s1",), ("e1",), ("o1",), amounts=(0,), times=(0,)
    )
    theirs = claims.Reading("r2", "part", (at("r2", "About 50 trees"),), "happened", ("s2",), ("e2",), (), (1,), (1,))
    near = claims.Unsure("r2", at("r2", "under water"))
    flood = claims.Reading("r1", "full", (at("r1", "flooded the orchard"),), "happened")
    return (
        claims.Claim("c1", "Trees.", None, 1.0, (ours, theirs)),
        claims.Claim("c2", "A flood.", None, 0.5, (flood,), unsure=(near,)),
        claims.Claim("c3", "A warden.", None, 0.5, (flood,), silent=("r2",)),
    )


def _sides(at):
    return (
        claims.Side(("r1",), "40", (at("r1", "40 new trees"),)),
        claims.Side(("r2",), "50", (at("r2", "About 50 trees"),)),
    )


def _utterances(at):
    renderings = (
        claims.Rendering("s1", at("r1", "Forty trees are lost,"), "base"),
        claims.Rendering("s2", at("r2", "Forty trees are lost,"), "same_words"),
    )
    return (claims.Utterance("u1", "e1", renderings),)


def _commitments(at):
    reading = ledger.CommitmentReading("r1", "pledged", (at("r1", "promised 40 new trees"),), (0,), holders=("e2",))
    return (ledger.Commitment("k1", "e2", "plant", "trees", (reading,), to="e4"),)


def _events(at):
    flood = (at("r1", "flooded the orchard"),)
    return (
        ledger.Event("v1", "A flood", "happened", flood, "e5", "1998-05-04", "e3", ("e1",)),
        ledger.Event("v2", "Planting", "planned", (at("r1", "promised"),)),
        ledger.Event("v3", "More planting", "hypothetical", (at("r2", "may plant"),)),
    )


def _origins(at):
    agency = (claims.OriginPlace("r1", (at("r1", "according to the Ebel Agency"),)),)
    warden = (claims.OriginPlace("r2", (at("r2", "Ms. Torp told growers"),)),)
    return (
        claims.Origin("o1", "Ebel Agency", "agency", agency, behind="o2"),
        claims.Origin("o2", "Ina Torp", "person", warden, entity="e1"),
    )


def _lineage(at):
    passage = claims.Passage(at("r1", "Forty trees are lost,"), at("r2", "Forty trees are lost,"), "copied")
    return claims.Lineage((claims.Family(("r1", "r2"), (0,)),), (passage,))


def tree_of(value):
    """Return a value of the model as JSON has it."""
    return json.loads(msgspec.json.encode(value))


def put(record, at, value):
    """Return a record with another value at a place such as ``claims[0].readings[1].holders[0]``."""
    tree = tree_of(record)
    *way, last = [int(part) if part.isdigit() else part for part in re.findall(r"\w+", at)]
    node = tree
    for step in way:
        node = node[step]
    node[last] = value
    return msgspec.convert(tree, Record)
