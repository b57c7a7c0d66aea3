"""Corrections on what was found: by words, in every report of a text, all or none."""

import pytest
from msgspec import structs

from onrecord.corrections import Corrector
from onrecord.errors import StaleCorrectionError
from onrecord.model.claims import Alignment, Claim, Finding, Reading, Rendering, Side, Unsure, Utterance
from onrecord.model.corrections import Correction, Place
from onrecord.model.marks import Annotations, Assertion, Entity, Mention, Statement, Time
from onrecord.model.report import Report
from onrecord.model.words import Parse

POST = (
    "The bridge was shut on Monday. The ramp is closed. “We will open it,” said Mara Quill. Forty cars were stranded."
)
DAY = "The bridge has been shut. Nobody was hurt. Sixty cars were stranded, and Ben Orr saw it. It was shut again."
REPORTS = (
    Report("post", "post.txt", POST, "0", outlet="The Post", also=("twin",)),
    Report("echo", "echo.txt", POST, "0", outlet="Echo"),
    Report("day", "day.txt", DAY, "0", outlet="Day", also=("twin",)),
)


def at(report, words):
    start = report.text.index(words)
    return report.span(start, start + len(words))


def reading(report, words, **more):
    return Reading(report.id, "full", (at(report, words),), "happened", **more)


def told(name, words, **more):
    """A claim that each of some reports tells; the others are silent."""
    readings = tuple(reading(report, w, **more) for report, w in zip(REPORTS, words, strict=True) if w)
    silent = tuple(report.id for report, w in zip(REPORTS, words, strict=True) if not w)
    return Claim(name, words[0] or words[2], None, 0.5, readings, silent)


SHUT = "The bridge was shut on Monday"
CARS = "Forty cars were stranded"
CLAIMS = (
    told("c1", (SHUT, SHUT, "The bridge has been shut")),
    told("c2", (CARS, CARS, "")),
    told("c3", ("", "", "Sixty cars were stranded")),
    told("c4", ("We will open it,", "We will open it,", ""), statements=("s1",), holders=("e1",)),
)


def alignment():
    """Two prints of one text and another report, with four claims, a statement and a date in each print."""
    quill = Entity(
        "e1", "Mara Quill", "person", mentions=tuple(Mention(at(r, "Mara Quill"), "name") for r in REPORTS[:2])
    )
    annotated, statements, times = [], [], []
    for n, report in enumerate(REPORTS, 1):
        own = [c for c in CLAIMS for r in c.readings if r.report == report.id]
        spans = [span for c in own for r in c.readings if r.report == report.id for span in r.evidence]
        assertions = tuple(
            Assertion(f"a{n}{k}", report.id, "clause", (span,), 0, 0, ()) for k, span in enumerate(spans)
        )
        mine = ((), ())
        if report.text == POST:
            said = Statement(f"s{n}", report.id, "direct", (at(report, "We will open it,"),), "made", speaker="e1")
            mine = (said,), (Time(at(report, "Monday"), "date", "1998-05-04"),)
        notes = Annotations(report, Parse((), (), (), ()), (quill,), mine[1], (), mine[0], assertions)
        annotated.append(notes)
        statements += mine[0]
        times += mine[1]
    placed = tuple(c.id for report in REPORTS for c in CLAIMS for r in c.readings if r.report == report.id)
    remark = Utterance("u1", "e1", tuple(Rendering(s.id, s.content[0], "base") for s in statements))
    return Alignment(
        tuple(annotated),
        entities=(quill,),
        times=tuple(times),
        statements=tuple(statements),
        claims=CLAIMS,
        placed=placed,
        utterances=(remark,),
    )


def correction(kind, *words, value=None, number=1):
    """Words stand by themselves where it is plain which of the two texts has them."""
    places = tuple(
        Place(*w) if isinstance(w, tuple) else Place(w, "post.txt" if w in POST else "day.txt") for w in words
    )
    return Correction(number, kind, places, "M. Arden", "1998-11-16", "It is so.", value)


def corrected(*corrections):
    return Corrector(corrections).correct(alignment())


def cells(claims):
    return {
        c.id: (sorted({r.report for r in c.readings}), sorted(c.silent), sorted(u.report for u in c.unsure))
        for c in claims
    }


def test_without_corrections_nothing_changes():
    """And nothing is told."""
    applied = corrected()
    assert (applied.alignment, applied.told(())) == (alignment(), ())


def test_merged_claims_have_the_place_of_the_first_and_the_readings_of_all():
    """Each report is in exactly one of readings, silent, unsure; assertions stand in the claim that is left."""
    applied = corrected(correction("merge", ("Sixty cars", "day.txt"), (CARS, "The Post")))
    assert cells(applied.alignment.claims) == {
        "c1": (["day", "echo", "post"], [], []),
        "c2": (["day", "echo", "post"], [], []),
        "c4": (["echo", "post"], ["day"], []),
    }
    assert "c3" not in applied.alignment.placed
    assert len(applied.alignment.placed) == len(alignment().placed)
    (step,) = applied.told(())
    assert (step.claims, [span.exact for span in step.evidence]) == (("c2",), ["Sixty cars", CARS])


def test_what_was_unsure_of_one_is_unsure_of_both_unless_it_tells_one():
    """A cell that comes near one of two claims comes near what they are together."""
    near = Unsure("day", at(REPORTS[2], "Nobody was hurt"))
    before = alignment()
    claims = (structs.replace(CLAIMS[3], silent=(), unsure=(near,)), CLAIMS[1], CLAIMS[2])
    before = structs.replace(before, claims=claims)
    after = Corrector([correction("merge", "We will open it", CARS)]).correct(before).alignment
    assert cells(after.claims)["c4"] == (["echo", "post"], [], ["day"])
    all_three = [correction("merge", "We will open it", CARS), correction("merge", CARS, "Sixty cars")]
    assert cells(Corrector(all_three).correct(before).alignment.claims)["c4"] == (["day", "echo", "post"], [], [])


def test_what_is_split_off_takes_every_print_of_its_text_with_it():
    """The new claim stands behind the one it comes from; reports that are left have none of it."""
    applied = corrected(correction("split", (SHUT, "Echo")))
    assert [claim.id for claim in applied.alignment.claims] == ["c1", "c5", "c2", "c3", "c4"]
    assert cells(applied.alignment.claims)["c1"] == (["day"], ["echo", "post"], [])
    assert cells(applied.alignment.claims)["c5"] == (["echo", "post"], ["day"], [])
    assert applied.alignment.claims[1].text == SHUT
    assert sorted(map(str, applied.alignment.placed)).count("c5") == 2
    assert applied.told(())[0].claims == ("c1", "c5")


def test_words_of_several_claims_can_be_one_of_their_own():
    """A split says what belongs together, too."""
    applied = corrected(correction("split", ("The bridge has been shut", "Day"), "Sixty cars"))
    assert cells(applied.alignment.claims)["c5"] == (["day"], ["echo", "post"], [])
    assert "c3" not in cells(applied.alignment.claims)


def test_a_claim_that_is_alone_already_stays():
    """The reports may have come to part them by themselves."""
    applied = corrected(correction("split", "Sixty cars"))
    assert applied.alignment.claims == CLAIMS
    assert applied.told(())[0].claims == ("c3",)


def test_corrections_are_applied_one_after_the_other():
    """A later one finds the claims as the earlier one left them; what is told names claims that are there."""
    applied = corrected(
        correction("merge", CARS, "Sixty cars"), correction("merge", ("We will open it", "Post.txt"), CARS, number=2)
    )
    assert list(cells(applied.alignment.claims)) == ["c1", "c2"]
    assert [step.claims for step in applied.told(())] == [("c2",), ("c2",)]


def test_another_date_stands_in_every_print():
    """The words stay; what they mean is another day, in the lists and in the reports' own."""
    applied = corrected(correction("date", (SHUT, "Echo"), value="1998-04-27"))
    assert [time.value for time in applied.alignment.times] == ["1998-04-27"] * 2
    assert {t.value for notes in applied.alignment.annotated for t in notes.times} == {"1998-04-27"}
    (step,) = applied.told(())
    assert (step.value, step.was, step.claims) == ("1998-04-27", "1998-05-04", ("c1",))


def test_another_speaker_stands_wherever_the_words_are_held():
    """In the statement of every print, the remark, the reading; a name that no line knew is found in a report."""
    applied = corrected(correction("speaker", ("We will open it", "Echo"), value="Ben Orr"))
    after = applied.alignment
    orr = next(entity for entity in after.entities if entity.name == "Ben Orr")
    assert [m.span.report for m in orr.mentions] == ["day"]
    assert {s.speaker for s in after.statements} == {orr.id}
    assert {s.speaker for notes in after.annotated for s in notes.statements} == {orr.id}
    assert {holder for r in after.claims[3].readings for holder in r.holders} == {orr.id}
    assert after.utterances[0].speaker == orr.id
    (step,) = applied.told(())
    assert (step.value, step.was, step.statements, step.claims) == ("Ben Orr", "Mara Quill", ("s1", "s2"), ("c4",))


def finding(*sides):
    own = tuple(Side((report.id,), words, (at(report, words),)) for report, words in sides)
    return Finding("f1", "conflict", "amount", ("c2", "c3"), own, "Forty, or sixty")


FORTY_SIXTY = finding((REPORTS[0], "Forty"), (REPORTS[2], "Sixty"))
GROWN = finding((REPORTS[0], "Forty"), (REPORTS[2], "Sixty"), (REPORTS[2], "Nobody"))


@pytest.mark.parametrize(
    ("found", "words", "aspect", "became"),
    [
        pytest.param(FORTY_SIXTY, (CARS, "Sixty cars"), None, "struck", id="both-sides"),
        pytest.param(FORTY_SIXTY, (CARS, "Sixty cars"), "amount", "struck", id="of-its-aspect"),
        pytest.param(FORTY_SIXTY, (CARS, "Sixty cars"), "date", "another", id="of-another-aspect"),
        pytest.param(FORTY_SIXTY, (CARS, "Nobody was hurt"), None, "another", id="one-side"),
        pytest.param(GROWN, (CARS, "Sixty cars"), None, "told-again", id="a-side-has-joined-it"),
        pytest.param(GROWN, (CARS, "Sixty cars"), "date", "another", id="a-side-has-joined-one-of-another-aspect"),
    ],
)
def test_a_finding_is_struck_where_each_of_its_sides_stands_on_the_words(found, words, aspect, became):
    """One that has grown since then is another one, and is told again; its correction leads to it."""
    applied = corrected(correction("wrong", *words, value=aspect))
    assert applied.strikes(found) is (became == "struck")
    (step,) = applied.told((found,))
    assert step.was == ("conflict of amount: Forty, or sixty" if became == "struck" else None)
    assert step.claims == (() if became == "another" else ("c2", "c3"))


@pytest.mark.parametrize(
    ("kind", "words", "value", "says"),
    [
        pytest.param(
            "split", ["The tunnel was shut"], None, "“The tunnel was shut” stands nowhere in day.txt", id="gone"
        ),
        pytest.param(
            "split", [(SHUT, "Day")], None, "stands nowhere in Day; copy the words anew", id="in-another-report"
        ),
        pytest.param(
            "split", [(SHUT, "Dusk")], None, "no report is called 'Dusk': the record has post.txt", id="no-report"
        ),
        pytest.param(
            "split",
            [("was", "Twin")],
            None,
            "“was” stands 3 times, in post.txt, day.txt; name the report by its file",
            id="twice",
        ),
        pytest.param(
            "split", [("shut", "Day")], None, "2 times, in day.txt; give more of the words", id="twice-in-one"
        ),
        pytest.param("merge", ["Nobody was hurt", CARS], None, "no claim stands on “Nobody was hurt”", id="no-claim"),
        pytest.param("date", [CARS], "1998", f"no date stands in “{CARS}”", id="no-date"),
        pytest.param("speaker", [CARS], "Ben Orr", f"nobody is said to have said “{CARS}”", id="nobody"),
        pytest.param("speaker", ["We will open"], "Al Gor", "no report has the name “Al Gor”; write the", id="no-name"),
    ],
)
def test_words_that_lead_nowhere_are_refused_in_one_sentence(kind, words, value, says):
    """It names the correction, repeats the words, and says what to do."""
    with pytest.raises(StaleCorrectionError) as refused:
        corrected(correction(kind, *words, value=value, number=7))
    (reason,) = refused.value.reasons
    assert reason.startswith(f"correction 7 ({kind}): ")
    assert says in reason
    assert "\n" not in reason


def test_each_that_leads_nowhere_is_named_and_none_is_applied():
    """A user mends them all at once."""
    with pytest.raises(StaleCorrectionError) as refused:
        corrected(
            correction("split", "gone"),
            correction("merge", CARS, "Sixty cars", number=2),
            correction("split", "too", number=3),
        )
    assert [reason[:12] for reason in refused.value.reasons] == ["correction 1", "correction 3"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param('"We will open it," said', id="other-quotation-marks"),
        pytest.param("“We  will\n open it,” said", id="other-white-space"),
    ],
)
def test_white_space_and_the_form_of_quotation_marks_do_not_count(words):
    """Words are copied from a page, or typed."""
    assert corrected(correction("split", (words, "The Post"))).told(())[0].evidence == (
        at(REPORTS[0], "“We will open it,” said"),
    )


def test_words_stand_for_the_line_that_they_are_cut_from():
    """Not for a smaller one inside them, which may have come with another report."""
    inner = told("c9", ("", "", "saw it"))
    outer = told("c8", ("", "", "Ben Orr saw it. It was shut"))
    both = structs.replace(alignment(), claims=(inner, outer))
    (step,) = Corrector([correction("split", "Orr saw it. It")]).correct(both).told(())
    assert step.claims == ("c8",)
