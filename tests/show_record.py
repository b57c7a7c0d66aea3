"""Records made by hand, for the tests of what is shown: one with everything, one hostile, one large."""

import hashlib

from onrecord.model.claims import (
    AssertionLine,
    Claim,
    Family,
    Finding,
    Lineage,
    Origin,
    OriginPlace,
    Passage,
    Reading,
    Rendering,
    Side,
    Unsure,
    Utterance,
)
from onrecord.model.ledger import Commitment, CommitmentReading, Event, Position
from onrecord.model.marks import Addressee, Entity, Medium, Mention, Problem, Relay, Statement
from onrecord.model.record import Generator, Record, Story, UsedModel, UsedModels
from onrecord.model.report import Aside, Published, Report

POST = """Bridge shut after crack found

The Talden bridge was shut on Monday after a crack was found in a cable, the harbor office said.

"We will open it again within three weeks," harbor chief Mara Quill told reporters. At least 40 cars were stranded.

The town of Orsk will pay for the repair, according to the Talden News Agency.
"""
HERALD = """The Talden bridge has been closed since Monday. About 60 cars were stranded on the east ramp.

Ms. Quill said the bridge would open within a month. "We will open it again," she said.

Traders at the fish market feared for their trade.
"""
TIMES = """A crack in a cable forced the Talden bridge to shut on Monday, the harbor office said.

Shops near the east ramp stayed empty.
"""
NOTICE = "Harbor office notice. The Talden bridge is closed from 3 May. We will open it again within three weeks.\n"


class Maker:
    """Finds the words that a line stands on, so that a test never counts offsets."""

    def __init__(self, *reports):
        self.reports = {report.id: report for report in reports}

    def at(self, report_id, words):
        report = self.reports[report_id]
        start = report.text.index(words)
        return report.span(start, start + len(words))

    def reading(self, report_id, *words, **more):
        evidence = tuple(self.at(report_id, part) for part in words)
        return Reading(report_id, more.pop("support", "full"), evidence, more.pop("status", "happened"), **more)

    def side(self, reads, *places):
        reports = tuple(dict.fromkeys(report_id for report_id, _ in places))
        return Side(reports, reads, tuple(self.at(*place) for place in places))


def report(report_id, outlet, text, day=None, **more):
    """A report whose whole text is its body, unless told otherwise."""
    published = (
        Published(day, basis="given") if day else Published(window=("1998-05-03", "1998-05-05"), basis="inferred")
    )
    name = more.pop("name", f"{report_id}.txt")
    sha = hashlib.sha256(text.encode()).hexdigest()
    body = more.pop("body", ((0, len(text)),))
    return Report(report_id, name, text, sha, outlet=outlet, published=published, body=body, **more)


def bridge_reports():
    headline = POST.split("\n", 1)[0]
    post = report("post", "The Talden Post", POST, "1998-05-04", body=((len(headline) + 2, len(POST)),), title=headline)
    aside = Aside("headline", post.span(0, len(headline)))
    return (
        report("notice", "Harbor Office", NOTICE, "1998-05-03", kind="document"),
        Report(**{name: getattr(post, name) for name in post.__struct_fields__} | {"asides": (aside,)}),
        report("herald", "Orsk Herald", HERALD, "1998-05-05", url="https://herald.invalid/bridge"),
        report("times", "Coast Times", TIMES),
    )


def bridge_claims(m):
    shut = (
        m.reading("notice", "The Talden bridge is closed from 3 May", origins=("o-office",)),
        m.reading("post", "The Talden bridge was shut on Monday", origins=("o-office",), holders=("e-office",)),
        m.reading("herald", "The Talden bridge has been closed since Monday"),
        m.reading("times", "forced the Talden bridge to shut on Monday", origins=("o-office",), holders=("e-office",)),
    )
    cars = (
        m.reading("post", "At least 40 cars were stranded"),
        m.reading("herald", "About 60 cars were stranded on the east ramp"),
    )
    opening = (
        m.reading("notice", "We will open it again within three weeks", status="pledged"),
        m.reading("post", "We will open it again within three weeks", status="pledged", holders=("e-quill",)),
        m.reading("herald", "the bridge would open within a month", status="planned", holders=("e-quill",)),
    )
    crack = (
        m.reading("post", "a crack was found in a cable", holders=("e-office",)),
        m.reading("times", "A crack in a cable"),
    )
    pays = (m.reading("post", "The town of Orsk will pay for the repair", status="planned", origins=("o-agency",)),)
    trade = (m.reading("herald", "Traders at the fish market feared for their trade", status="view"),)
    ramp = (
        m.reading("herald", "stranded on the east ramp", support="part"),
        m.reading("times", "Shops near the east ramp stayed empty"),
    )
    near = Unsure("herald", m.at("herald", "since Monday"))
    nearer = Unsure("times", m.at("times", "Shops near the east ramp stayed empty"))
    return (
        Claim("k1", "The Talden bridge was shut on Monday.", "closure", 1.0, shut),
        Claim("k2", "Cars were stranded.", "closure", 0.8, cars, ("notice", "times")),
        Claim("k3", "The bridge will open again.", "repair", 0.7, opening, ("times",)),
        Claim("k4", "A cable was cracked.", "cause", 0.6, crack, ("notice",), (near,)),
        Claim("k5", "Orsk pays for the repair.", "repair", 0.3, pays, ("notice", "herald", "times")),
        Claim("k6", "Traders feared for their trade.", "trade", 0.2, trade, ("notice", "post"), (nearer,)),
        Claim("k7", "The east ramp was affected.", "closure", 0.4, ramp, ("notice", "post")),
    )


def bridge_findings(m):
    weeks = m.side("within three weeks", ("notice", "within three weeks"), ("post", "within three weeks"))
    month = m.side("within a month", ("herald", "within a month"))
    some = m.side("at least 40", ("post", "At least 40 cars"))
    more = m.side("about 60", ("herald", "About 60 cars"))
    return (
        Finding("f1", "conflict", "amount", ("k2",), (some, more), "Stranded cars: at least 40, or about 60"),
        Finding("f2", "precision", "date", ("k3",), (weeks, month), "Open again within three weeks, or within a month"),
    )


def bridge_statements(m):
    remark = (m.at("post", "We will open it again within three weeks,"),)
    short = (m.at("herald", "We will open it again,"),)
    month = (m.at("herald", "the bridge would open within a month"),)
    pays = (m.at("post", "The town of Orsk will pay for the repair"),)
    mara, quill = m.at("post", "harbor chief Mara Quill"), m.at("herald", "Ms. Quill")
    reporters, agency = Addressee(m.at("post", "reporters")), Relay(m.at("post", "the Talden News Agency"))
    told, remarks = (m.at("post", "told"),), Medium(None, "remarks")
    return (
        Statement("s1", "post", "direct", remark, "made", mara, "e-quill", told, reporters, remarks),
        Statement("s2", "herald", "direct", short, "made", None, "e-quill"),
        Statement("s3", "herald", "indirect", month, "made", quill, "e-quill"),
        Statement("s4", "post", "indirect", pays, "made", via=(agency,)),
    )


def bridge_ledger(m):
    """Commitments, positions, events with their timeline, origins and lineage of the bridge."""
    again = "We will open it again within three weeks"
    said = "the harbor office said"
    pledge = CommitmentReading("post", "pledged", (m.at("post", again),), due="1998-05-24", holders=("e-quill",))
    shut = m.at("post", "The Talden bridge was shut on Monday")
    opens = m.at("herald", "open within a month")
    office = tuple(OriginPlace(rid, (m.at(rid, said),)) for rid in ("post", "times"))
    agency = (OriginPlace("post", (m.at("post", "according to the Talden News Agency"),)),)
    return {
        "commitments": (Commitment("c1", "e-office", "open", "the bridge", (pledge,), due="1998-05-24"),),
        "positions": (Position("e-quill", "opening the bridge", "supports", (m.at("post", again),)),),
        "events": (
            Event("v1", "The bridge is shut", "happened", (shut,), time="1998-05-04"),
            Event("v2", "The bridge opens again", "planned", (opens,), time="../1998-06-04"),
        ),
        "timeline": (("v1",), ("v2",)),
        "origins": (
            Origin("o-office", "harbor office", "official", office),
            Origin("o-agency", "Talden News Agency", "agency", agency, behind="o-office"),
        ),
        "lineage": Lineage(
            (Family(("notice", "post"), (0,)),), (Passage(m.at("notice", again), m.at("post", again), "copied"),)
        ),
    }


def bridge():
    """A story of three reports and a document that has something for every section."""
    m = Maker(*bridge_reports())
    quill = Mention(m.at("post", "Mara Quill"), "name")
    office = Mention(m.at("times", "the harbor office"), "nominal")
    s1, s2 = bridge_statements(m)[:2]
    renderings = (Rendering("s1", s1.content[0], "base"), Rendering("s2", s2.content[0], "shortened"))
    models = UsedModels(UsedModel("parser", "1"))
    return Record(
        generator=Generator("onrecord", "0", models),
        story=Story("story", "Bridge shut after crack found", "1998-05-03/1998-05-05"),
        reports=tuple(m.reports.values()),
        entities=(
            Entity("e-quill", "Mara Quill", "person", mentions=(quill,)),
            Entity("e-office", "harbor office", "organization", mentions=(office,)),
        ),
        statements=bridge_statements(m),
        assertions=tuple(AssertionLine(f"a-{rid}", rid, (r.span(0, 12),)) for rid, r in m.reports.items()),
        claims=bridge_claims(m),
        findings=bridge_findings(m),
        utterances=(Utterance("u1", "e-quill", renderings),),
        problems=(Problem("OR204", "torn.txt could not be read: it is no text"),),
        **bridge_ledger(m),
    )


HOSTILE = (
    "<script>window.hacked=1</script> <img src=x onerror='window.hacked=1'> </style></script> "
    "{{ 7*7 }} \u202eevil\u202d \x1b[31m & =1+1"
)


def hostile():
    """A story whose every word tries to be more than a word."""
    text = f"{HOSTILE}\n\n{'x' * 10_000} and `code` [link](javascript:alert(1)) | pipe\n\n\u2067never closed"
    reports = tuple(
        report(f"r{n}", f"{HOSTILE[:60]} {n}", text, name=f'{n}"><b>.txt', url="javascript:alert(1)", title=HOSTILE)
        for n in range(2)
    )
    m = Maker(*reports)
    long = "x" * 10_000
    readings = tuple(m.reading(f"r{n}", HOSTILE, long) for n in range(2))
    sides = tuple(m.side(HOSTILE, (f"r{n}", long)) for n in range(2))
    statement = Statement("s", "r0", "direct", (m.at("r0", long),), "made", m.at("r0", HOSTILE))
    return Record(
        generator=Generator("onrecord", HOSTILE, UsedModels(UsedModel(HOSTILE, HOSTILE, HOSTILE))),
        story=Story("story", HOSTILE),
        reports=reports,
        entities=(Entity("e", HOSTILE, "person", mentions=(Mention(m.at("r0", "evil"), "name"),)),),
        statements=(statement,),
        claims=(Claim("c", HOSTILE, HOSTILE, 1.0, readings), Claim("d", long, HOSTILE, 0.1, readings[:1], ("r1",))),
        findings=(Finding("f", "conflict", "status", ("c",), sides, HOSTILE),),
        commitments=(
            Commitment("k", "e", HOSTILE, HOSTILE, (CommitmentReading("r0", "pledged", (m.at("r0", long),)),)),
        ),
        positions=(Position("e", HOSTILE, "opposes", (m.at("r0", long),)),),
        events=(Event("v", HOSTILE, "happened", (m.at("r0", long),), time="1998-05-04"),),
        timeline=(("v",),),
        origins=(Origin("o", HOSTILE, "unnamed", (OriginPlace("r0", (m.at("r0", "evil"),)),)),),
        problems=(Problem("OR204", HOSTILE),),
    )


def large(n_reports=50, n_claims=300):
    """A story as large as the page has to bear: every third cell is told."""
    words = "the council of the harbor town number {} voted on the plan for the new bridge at noon"
    lines = [words.format(n) for n in range(n_claims)]
    reports = []
    for k in range(n_reports):
        text = "\n\n".join(f"{line}, wrote {k}." for n, line in enumerate(lines) if (n + k) % 3 == 0)
        reports.append(report(f"r{k:02}", f"Outlet {k:02}", text, "1998-05-04"))
    m = Maker(*reports)
    claims = []
    for n, line in enumerate(lines):
        told = [r.id for k, r in enumerate(reports) if (n + k) % 3 == 0]
        silent = tuple(r.id for r in reports if r.id not in told)
        claims.append(Claim(f"c{n}", line, None, 0.5, tuple(m.reading(rid, line) for rid in told), silent))
    return Record(Generator("onrecord", "0"), Story("story", "A large story"), tuple(reports), claims=tuple(claims))
