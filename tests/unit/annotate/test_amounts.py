"""Amounts with bound, role, unit and what they measure; the parser is needed for what is counted."""

import hashlib

import pytest

from onrecord.annotate.amounts import find_amounts
from onrecord.annotate.nlp import SpacyNlp
from onrecord.model.marks import Time
from onrecord.model.report import Report
from onrecord.model.span import ReportId

pytestmark = pytest.mark.model


def report_of(text):
    return Report(ReportId("r1"), "one.txt", text, hashlib.sha256(text.encode()).hexdigest())


@pytest.fixture(scope="module")
def nlp():
    return SpacyNlp()


@pytest.fixture
def amounts(nlp):
    def find(text, times=()):
        report = report_of(text)
        return find_amounts(report, nlp.parse(text, [(0, len(text))] if text else []), times)

    return find


@pytest.mark.parametrize(
    ("text", "bound", "role"),
    [
        pytest.param("The ministry cut the tax by 10%.", "exact", "change_by", id="by"),
        pytest.param("The ministry cut the tax to 10%.", "exact", "change_to", id="to"),
        pytest.param("The top rate was lowered from 57% to 47%.", "exact", "change_from_to", id="from-to"),
        pytest.param("Exports fell 8 percent.", "exact", "change_by", id="share-behind-the-verb"),
        pytest.param("Shares were up more than 3 per cent.", "more_than", "change_by", id="up"),
        pytest.param("The union won a 5% pay rise.", "exact", "change_by", id="named"),
        pytest.param("The toll rose to at least 45.", "at_least", "change_to", id="to-at-least"),
        pytest.param("Navy helicopters picked up 30 people.", "exact", "level", id="particle"),
        pytest.param("Ilvara turned down two offers.", "exact", "level", id="another-particle"),
        pytest.param("The port shipped up to 14 million tonnes.", "at_most", "level", id="up-to"),
        pytest.param("The toll has gone up to 11.", "exact", "change_to", id="gone-up-to"),
        pytest.param("The count climbed up to 40.", "exact", "change_to", id="climbed-up-to"),
        pytest.param("Fines may go up to 40 dollars.", "at_most", "level", id="may-go-up-to"),
        pytest.param("Just under 20 percent voted.", "less_than", "level", id="just-under"),
        pytest.param("Some 60 were missing.", "about", "level", id="some"),
        pytest.param("Nearly 2,000 were treated.", "nearly", "level", id="nearly"),
        pytest.param("No fewer than 12 ships sailed.", "at_least", "level", id="no-fewer"),
        pytest.param("Hundreds of people waited.", "at_least", "level", id="vague"),
        pytest.param("The thousands of tons were lost.", "at_least", "level", id="the-vague"),
        pytest.param("Homes ranged from 200 to 400 tons.", "exact", "level", id="a-range-is-no-change"),
        pytest.param("The quota saw a rise of 50,000.", "exact", "change_by", id="a-rise-of"),
        pytest.param("Turnout rose to just over 61 percent.", "more_than", "change_to", id="to-just-over"),
        pytest.param("The bank shed a little over 2 percent.", "more_than", "change_by", id="a-little-over"),
        pytest.param("The tariff goes up from 10 to 25 percent.", "exact", "change_from_to", id="goes-up-from-to"),
        pytest.param("Pensioners will get €12 more.", "exact", "change_by", id="money-more"),
        pytest.param("It raised just shy of £40,000.", "less_than", "level", id="just-shy-of"),
        pytest.param("Rents have risen by between 8 and 11 percent.", "exact", "change_by", id="by-between"),
        pytest.param("The 60-odd villagers refused.", "about", "level", id="odd"),
        pytest.param("The hall seats 2,100, give or take.", "about", "level", id="give-or-take"),
        pytest.param("Tickets cost from €60 upwards.", "at_least", "level", id="upwards"),
        pytest.param("A couple of hundred marchers came.", "about", "level", id="a-couple-of-hundred"),
    ],
)
def test_bound_and_role(amounts, text, bound, role):
    """How exact a number is, and whether it is a level or a change, stands in the words around it."""
    (amount,) = amounts(text)
    assert (amount.bound, amount.role) == (bound, role)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("Two navy helicopters came.", [("2", "1", "navy helicopter")], id="noun-behind"),
        pytest.param("At least 23 people died.", [("23", "1", "people")], id="people"),
        pytest.param("41 dead were counted.", [("41", "1", "dead")], id="state"),
        pytest.param("Another 25 are missing.", [("25", "1", "missing")], id="state-behind-be"),
        pytest.param(
            "One of its six lifeboats sank.", [("1", "1", "lifeboat"), ("6", "1", "lifeboat")], id="one-of-six"
        ),
        pytest.param("Inflation of 16% is expected.", [("16", "%", "inflation")], id="noun-before"),
        pytest.param("It cut 10% of its workforce.", [("10", "%", "workforce")], id="share-of"),
        pytest.param("Exports fell 8 percent.", [("8", "%", "export")], id="subject-of-change"),
        pytest.param("It has a $5 million loan.", [("5000000", "USD", "loan")], id="money-for"),
        pytest.param("Each family gets 20,000 crowns.", [("20000", "1", "crown")], id="currency-of-no-known-state"),
        pytest.param("It cost 7 million Danish crowns.", [("7000000", "DKK", None)], id="currency-of-a-state"),
        pytest.param("The rate rose by 2 percentage points.", [("2", "pp", "rate")], id="points"),
        pytest.param("The 24-year-old Aster sank.", [("24", "a", "age")], id="age"),
        pytest.param("The captain, Henrik Vole, 57, is dead.", [("57", "a", "age")], id="age-behind-a-name"),
        pytest.param("A hole of L£125m opened.", [("125000000", "1", "pound")], id="pounds-of-another-state"),
        pytest.param(
            "There were 118 passengers, four of whom swam.",
            [("118", "1", "passenger"), ("4", "1", "passenger")],
            id="some-of-them",
        ),
        pytest.param("It was defeated by 109 votes to 97.", [("109", "1", "vote"), ("97", "1", "vote")], id="tally"),
        pytest.param("A quake of magnitude 6.8 struck.", [("6.8", "1", "magnitude")], id="scale"),
    ],
)
def test_what_is_measured(amounts, text, read):
    """Each number has its unit and the noun that it counts or measures, if the sentence names one."""
    assert [(amount.value, amount.unit, amount.of) for amount in amounts(text)] == read


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Boeing 737 landed on Route 91.", id="names"),
        pytest.param("It was built in 1974.", id="year"),
        pytest.param("The fourth ferry sailed.", id="ordinal"),
        pytest.param("They talked for two weeks.", id="duration"),
        pytest.param("The coupon is on page 2.", id="page"),
        pytest.param("She called 911 at once.", id="dialed"),
        pytest.param("Quarterback Henrik Vole (7) knelt.", id="shirt"),
        pytest.param("At one point he left.", id="at-one-point"),
        pytest.param("It is the number one port.", id="number-one"),
        pytest.param("The Group of 7 met.", id="name-of-a-group"),
        pytest.param("One never knows.", id="pronoun"),
        pytest.param("He left at twenty to six.", id="hour"),
        pytest.param("The court meets on Oct. 8 in Kallport.", id="day-of-a-month"),
        pytest.param("", id="empty"),
        pytest.param("🙂 …\r\n“", id="no-letters"),
    ],
)
def test_what_is_no_amount(amounts, text):
    """Names, years, ordinals, durations and labels are no amounts."""
    assert amounts(text) == ()


def test_a_time_is_no_amount(amounts):
    """What stands in `times` is left to it."""
    text = "It sank at 0135 on 13 November with 218 people."
    start = text.index("13")
    time = Time(report_of(text).span(start, start + 11), "date", "1998-11-13")
    assert [amount.value for amount in amounts(text, (time,))] == ["218"]


def test_a_conversion_shares_bound_and_role(amounts):
    """What stands in brackets behind an amount is as exact as that."""
    assert [amount.bound for amount in amounts("It fell more than 50 miles (80 km) away.")] == ["more_than"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The toll climbed by 12 to 87.", [("12", None, "1"), ("87", None, "1")], id="by-and-to"),
        pytest.param(
            "Traffic slipped 4.5 per cent to 1.26 million tonnes.",
            [("4.5", None, "%"), ("1260000", None, "t")],
            id="a-unit-behind-the-first-number",
        ),
        pytest.param("She lost weight, from 208 kg to 193.", [("208", "193", "kg")], id="led-by-from"),
        pytest.param("Between a quarter and a third of it is lost.", [("0.25", "0.3333333333", "1")], id="two-parts"),
        pytest.param("About 3 in 4 of them came from abroad.", [("0.75", None, "1")], id="in-digits"),
        pytest.param("He fired 3 in 4 days.", [("3", None, "1")], id="no-share-of-days"),
        pytest.param("Thousands of litres ran out.", [("1000", None, "L")], id="vague-with-a-unit"),
        pytest.param("It is a quarter of a mile wide.", [("0.25", None, "[mi_i]")], id="part-of-a-unit"),
        pytest.param("The list lost 1.5 points to 22 per cent.", [("1.5", None, "pp"), ("22", None, "%")], id="points"),
        pytest.param("It lost 112 points, or 1.3 per cent.", [("112", None, "1"), ("1.3", None, "%")], id="index"),
        pytest.param("A cup is now Rs 40.", [("40", None, "1")], id="a-space-behind-the-sign"),
        pytest.param("They get 340 PLN a month.", [("340", None, "PLN/mo")], id="a-code-behind"),
        pytest.param("Call 0355 417 220 today.", [], id="telephone"),
        pytest.param("The case went to the Court of Nine.", [], id="a-name"),
        pytest.param("She lived to be 91.", [("91", None, "a")], id="lived-to-be"),
        pytest.param("She turned 18 on Friday.", [("18", None, "a")], id="turned"),
        pytest.param("Children under five travel free.", [("5", None, "a")], id="of-many"),
        pytest.param("The margin is plus or minus 3 kg.", [("3", None, "kg")], id="no-sign"),
        pytest.param("The snow is a metre and a half deep.", [("1.5", None, "m")], id="a-unit-and-a-half"),
        pytest.param("Three in every hundred calls failed.", [("0.03", None, "1")], id="in-every-hundred"),
        pytest.param("The votes split 38 to 61.", [("38", None, "1"), ("61", None, "1")], id="two-counts-of-votes"),
        pytest.param("Three to five million people voted.", [("3000000", "5000000", "1")], id="a-range-of-voters"),
        pytest.param("About 1 in 5 people left.", [("0.2", None, "1")], id="one-in-five"),
        pytest.param("It cost hundreds-of-thousands of dollars.", [("100000", None, "USD")], id="hyphenated"),
        pytest.param("He expects 10 to 15 votes.", [("10", "15", "1")], id="a-range-of-votes"),
        pytest.param("The twins, both 71, were found.", [("71", None, "a")], id="both-of-an-age"),
        pytest.param("The average age of the crew is 54.", [("54", None, "a")], id="average-age"),
        pytest.param(
            "Of 4,000 tonnes, roughly 250 of them were stolen.", [("4000", None, "t"), ("250", None, "t")], id="of-them"
        ),
        pytest.param(
            "The quota is 700 barrels, a rise of 50.",
            [("700", None, "[bbl_us]"), ("50", None, "[bbl_us]")],
            id="a-change-counts-in-what-it-changes",
        ),
        pytest.param(
            "A ride that was $30 now costs 110.",
            [("30", None, "USD"), ("110", None, "USD")],
            id="a-price-in-the-money-told",
        ),
        pytest.param(
            "Vole won 52.3 percent to Aster's 44.1.",
            [("52.3", None, "%"), ("44.1", None, "%")],
            id="share-against-share",
        ),
        pytest.param(
            "It was 104°F, 6 degrees above normal.", [("104", None, "[degF]"), ("6", None, "[degF]")], id="scale"
        ),
        pytest.param("Eight left on day two.", [("8", None, "1")], id="a-rank"),
        pytest.param("The shed is 40 ft by 25 ft.", [("40", None, "[ft_i]"), ("25", None, "[ft_i]")], id="by-a-length"),
    ],
)
def test_value_and_unit_in_context(amounts, text, expected):
    """Where a number ends, what it is joined to and what it is in is told by the words beside it."""
    assert [(a.value, a.upper, a.unit) for a in amounts(text)] == expected


@pytest.mark.parametrize("text", ["They spend £380 million a year", "Bread is 40 crowns a kilo", "It did 60 miles an"])
def test_a_text_may_end_with_what_an_amount_is_by(amounts, text):
    """Nothing has to stand behind it."""
    (amount,) = amounts(text)
    assert text.endswith((amount.span.exact, " an"))
