"""What counts as a denial, and which deed of whom it denies; read by the real parser."""

import pytest

from onrecord.align import align
from onrecord.annotate import annotate
from onrecord.annotate.nlp import SpacyNlp
from onrecord.compare.denials import compare_denials, denials_of
from onrecord.compare.negations import compare_negations
from onrecord.compare.told import read_story
from onrecord.model.report import Published, Report, ReportId

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def notes_of():
    """Return what a report of some text shows."""
    nlp = SpacyNlp()

    def read(text, name="a"):
        report = Report(ReportId(name), f"{name}.txt", text, name, outlet=name, published=Published("1998-05-04"))
        return annotate(report, nlp=nlp)

    return read


@pytest.mark.parametrize(
    ("text", "core", "back"),
    [
        pytest.param("The company denied that the dam had leaked.", {"leak"}, False, id="clause"),
        pytest.param("The minister denied the theft of the files.", {"theft"}, False, id="noun"),
        pytest.param("The mill caught fire. The owner denied this.", {"this"}, True, id="pronoun"),
        pytest.param("The mill caught fire. The owner denies what he said.", set(), True, id="free-relative"),
        pytest.param("She rejected the allegation that the army had fired first.", {"fire"}, False, id="allegation"),
        pytest.param("The report that the bank had closed is untrue.", {"close"}, False, id="predicate"),
        pytest.param("He dismissed the claim of sabotage as nonsense.", {"sabotage"}, False, id="claim-of"),
    ],
)
def test_a_denial_knows_the_deed_that_it_denies(notes_of, text, core, back):
    """Of a clause its verb, of a noun the thing; a pronoun stands for what was said before."""
    (denial,) = denials_of(notes_of(text))
    assert (denial.core, denial.refers_back) == (core, back)
    assert denial.evidence.exact in text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The office denied them a visa.", id="denied-to-somebody"),
        pytest.param("The company did not deny that the dam had leaked.", id="not-denied"),
        pytest.param("The union rejected the offer of the port.", id="rejected-an-offer"),
        pytest.param("If the company denies the leak, the court will hear it.", id="condition"),
        pytest.param("It was a load of lies from a bad poet.", id="no-statement"),
        pytest.param("The dam leaked in May.", id="nothing-of-the-sort"),
    ],
)
def test_what_denies_no_statement_is_no_denial(notes_of, text):
    """Refusing, doubting and supposing are other things."""
    assert list(denials_of(notes_of(text))) == []


def found(notes_of, first, second):
    alignment = align([notes_of(first, "a"), notes_of(second, "b")], encoder=None)
    return compare_denials(read_story(alignment))


def test_a_denial_is_joined_with_what_it_denies(notes_of):
    """Both sides with their words: who says so, and who denies it."""
    (finding,) = found(
        notes_of,
        "The guards fired at the fishing boat from the pier.",
        "The commander denied that the guards fired at the fishing boat.",
    )
    said, denied = finding.sides
    assert (finding.kind, finding.aspect) == ("conflict", "status")
    assert (said.reports, said.reads) == (("a",), "asserted")
    assert said.evidence[0].exact.startswith("The guards fired")
    assert (denied.reports, denied.reads) == (("b",), "denied")


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("The pirates fired at the coastal village from the hills.", id="another-doer"),
        pytest.param("The guards painted the fishing boat at the pier.", id="another-deed"),
        pytest.param("The guards did not fire at the fishing boat from the pier.", id="not-asserted"),
    ],
)
def test_a_denial_of_something_else_is_left_alone(notes_of, first):
    """Another doer, another deed, or what nobody asserts."""
    assert found(notes_of, first, "The commander denied that the guards fired at the fishing boat.") == ()


@pytest.mark.parametrize(
    ("before", "denied"),
    [
        pytest.param("The operator said the gate had been checked in May.", 1, id="what-is-told"),
        pytest.param("The operator promised to pay each household by the end of May.", 0, id="what-is-promised"),
    ],
)
def test_that_stands_for_what_was_told_and_for_no_promise(notes_of, before, denied):
    """ "She disputed that" denies what is said to be so."""
    other = "The village was quiet on Sunday."
    assert len(found(notes_of, f"{before} The union's leader disputed that.", other)) == denied


@pytest.mark.parametrize(
    ("text", "asserted"),
    [
        pytest.param(
            "The lamp was put on the bridge in 1991, says the company. It never was, says the union.",
            "The lamp was put on the bridge in 1991",
            id="no-verb-again",
        ),
        pytest.param("Many on the bank clapped. The guards did not.", None, id="of-another-subject"),
        pytest.param("The lamp was put on the bridge. It never was.", None, id="nobody-says-it"),
        pytest.param(
            "Orrin Lines, which owns the ferry, blames a freak wave. Survivors told the paper they saw no such thing.",
            "a freak wave",
            id="no-such-thing",
        ),
        pytest.param(
            "Berg says that the mayor promised him a bridge. Stein recalls no such promise.",
            "the mayor promised him a bridge",
            id="no-such-promise",
        ),
        pytest.param(
            "Berg says that the mayor came by boat. Stein recalls no such promise.", None, id="no-promise-told-of"
        ),
        pytest.param("Berg told of a story that is false.", None, id="relative"),
    ],
)
def test_a_short_denial_is_of_what_was_said_just_before(notes_of, text, asserted):
    """An elided verb needs another source before it; "no such promise" needs a promise."""
    story = read_story(align([notes_of(text)], encoder=None))
    findings = compare_denials(story)
    assert [finding.sides[0].evidence[0].exact for finding in findings] == ([asserted] if asserted else [])


@pytest.mark.parametrize(
    ("text", "n"),
    [
        pytest.param(
            "Stein says that both armies accepted the plan. Berg says that his army accepted nothing.", 1, id="nothing"
        ),
        pytest.param(
            "The mill says that it closed the sluice. The union says that it did not close the sluice.",
            1,
            id="one-object",
        ),
        pytest.param(
            "The mill says that it closed the sluice. The union says that it did not close the road.",
            0,
            id="another-object",
        ),
        pytest.param("Stein says that he accepted the plan. Stein says that he accepted nothing.", 0, id="one-source"),
    ],
)
def test_what_one_source_says_and_the_next_one_negates_is_a_conflict(notes_of, text, n):
    """One verb with one object, or with none at all, in the words of two sources close to each other."""
    assert len(compare_negations(read_story(align([notes_of(text)], encoder=None)))) == n
