"""Pairs of sentences with one thing changed: the change is found, and a harmless change is no conflict.

Each template is a sentence of an invented story with slots; a plan changes one slot of the second report.
"""

import re
from collections.abc import Iterator

import pytest

from onrecord.align import align
from onrecord.annotate import annotate
from onrecord.annotate.nlp import SpacyNlp
from onrecord.compare import compare
from onrecord.model.claims import Alignment, Claim, Reading
from onrecord.model.report import Published, Report, ReportId

pytestmark = pytest.mark.model

TEMPLATES = [
    "The freighter Solveig sank {where} on {day}, and {count} sailors were rescued by a trawler.",
    "A fire {where} destroyed {count} houses on {day}, the mayor of the district said.",
    "The Ministry of Transport opened {count} stations of the new railway {where} on {day}.",
    "Engineers found {count} cracks in the bridge {where} on {day} during a routine inspection.",
    "Thieves stole {count} paintings from the museum {where} on {day} while the guards slept.",
    "The cooperative delivered {count} tractors to farmers {where} on {day} under the old contract.",
    "A storm damaged {count} fishing boats {where} on {day} and tore down the harbor fence.",
    "The court released {count} prisoners {where} on {day} after a long review of their files.",
    "Workers closed {count} factories {where} on {day} to protest against the pension law.",
    "The hospital treated {count} patients {where} on {day} after the gas leak at the plant.",
]
SAY = [
    "Mayor {who} told the council that the dam near the village was safe.",
    "Inspector {who} said the brakes of the night train had failed on the hill.",
    "Professor {who} said the painting in the chapel was a copy from the last century.",
    "Governor {who} said the river harbor would stay open through the winter.",
]
SPEED = [
    (
        "The convoy drove {0} through the desert before the fuel ran out.",
        ("40 miles", "64 kilometers"),
        ("40 miles", "90 kilometers"),
    ),
    (
        "The divers reached the wreck at a depth of {0} after two attempts.",
        ("100 meters", "328 feet"),
        ("100 meters", "200 feet"),
    ),
    (
        "The truck carried {0} of grain to the mill in the valley.",
        ("5 tonnes", "5,000 kilograms"),
        ("5 tonnes", "9,000 kilograms"),
    ),
]
CHANGED = [
    (
        "amount",
        "On Friday morning the council of Harle voted by 14 to 9 to close the old swimming hall.",
        "On Friday morning the council of Harle voted by 16 to 7 to close the old swimming hall.",
    ),
    (
        "amount",
        "Because of the frost, 320 families in the upper valley were without water, the mayor said.",
        "Because of the frost, 450 families in the upper valley were without water, the mayor said.",
    ),
    (
        "amount",
        "The new bridge will cost 12 million euros, according to the regional government.",
        "The new bridge will cost 19 million euros, according to the regional government.",
    ),
    (
        "amount",
        "Ticket prices at the zoo rose by 8 percent in January.",
        "Ticket prices at the zoo rose by 12 percent in January.",
    ),
    (
        "amount",
        "Ticket prices at the zoo rose by 8 percent in January.",
        "Ticket prices at the zoo rose to 8 percent in January.",
    ),
    (
        "amount",
        "The orchestra rehearsed for three hours before the concert was called off.",
        "The orchestra rehearsed for five hours before the concert was called off.",
    ),
    (
        "amount",
        "Divers brought up 17 bronze coins from the wreck of the galley.",
        "Divers brought up 23 bronze coins from the wreck of the galley.",
    ),
    (
        "amount",
        "At the port of Quillmouth 60 dockers refused to unload the grain ship.",
        "At the port of Quillmouth 85 dockers refused to unload the grain ship.",
    ),
    (
        "amount",
        "The landslide buried four cars and killed seven hikers on the pass road.",
        "The landslide buried four cars and killed nine hikers on the pass road.",
    ),
    (
        "amount",
        "The orchard lost nearly 40 percent of its apples in the hailstorm.",
        "The orchard lost nearly 70 percent of its apples in the hailstorm.",
    ),
    (
        "date",
        "The ferry line to Ostrava Island will reopen on 4 May 1987.",
        "The ferry line to Ostrava Island will reopen on 11 May 1987.",
    ),
    (
        "date",
        "The alarm at the chemical works went off at 6:10 a.m. on 3 March 1987.",
        "The alarm at the chemical works went off at 7:40 a.m. on 3 March 1987.",
    ),
    (
        "date",
        "On 1 February 1987 the bishop laid the first stone of the new chapel.",
        "On 8 February 1987 the bishop laid the first stone of the new chapel.",
    ),
    (
        "date",
        "The two unions signed the wage agreement on Tuesday, 24 February 1987.",
        "The two unions signed the wage agreement on Thursday, 26 February 1987.",
    ),
    (
        "date",
        "The exhibition in the old mint opened in January 1987.",
        "The exhibition in the old mint opened in November 1986.",
    ),
    (
        "place",
        "The stolen violin was found in Vienna by two police officers.",
        "The stolen violin was found in Prague by two police officers.",
    ),
    (
        "place",
        "A private plane with three people aboard crashed near Toulouse on Sunday.",
        "A private plane with three people aboard crashed near Bordeaux on Sunday.",
    ),
    (
        "place",
        "The refugees were taken to Hamburg in two buses of the army.",
        "The refugees were taken to Bremen in two buses of the army.",
    ),
    (
        "place",
        "The company will build its second factory in Poland next year.",
        "The company will build its second factory in Hungary next year.",
    ),
    (
        "speaker",
        '"We have nothing to hide and nothing to fear," said Maria Holt, the head of the bank.',
        '"We have nothing to hide and nothing to fear," said Peter Lund, the head of the bank.',
    ),
    (
        "speaker",
        "The flood wall was too low, engineer Thomas Reid told the commission.",
        "The flood wall was too low, engineer Hannah Moss told the commission.",
    ),
    (
        "speaker",
        "According to Captain Lena Voss, the lighthouse was dark that night.",
        "According to Captain Ivo Brandt, the lighthouse was dark that night.",
    ),
    (
        "status",
        "The minister has signed the treaty on the fishing grounds.",
        "The minister has not signed the treaty on the fishing grounds.",
    ),
    (
        "status",
        "The pilot reported an engine failure before the landing.",
        "The pilot did not report an engine failure before the landing.",
    ),
    (
        "status",
        "The court of appeal acquitted the former treasurer on Monday.",
        "The court of appeal convicted the former treasurer on Monday.",
    ),
    (
        "status",
        "Parliament approved the new forest law on Thursday.",
        "Parliament rejected the new forest law on Thursday.",
    ),
    (
        "status",
        "The airline has cancelled its flights to the islands.",
        "The airline has postponed its flights to the islands.",
    ),
    (
        "cause",
        "The bridge was closed because of cracks in a pillar.",
        "The bridge was closed because of a strike of the toll keepers.",
    ),
    (
        "wording",
        'The director said: "The picture is genuine, it was never sold, and it will stay here."',
        'The director said: "The picture is genuine, and it will stay here."',
    ),
    (
        "amount",
        "Some 2,500 people marched through Arvik on Saturday against the new dam.",
        "Some 4,000 people marched through Arvik on Saturday against the new dam.",
    ),
    ("amount", "The union put the number of strikers at 5,200.", "The ministry put the number of strikers at 3,100."),
    (
        "amount",
        "Her company owes the state 3.2 million crowns in taxes.",
        "Her company owes the state 4.7 million crowns in taxes.",
    ),
    (
        "amount",
        "The number of cholera cases rose to 64 in the camp.",
        "The number of cholera cases rose to 81 in the camp.",
    ),
    (
        "amount",
        "Judges sentenced the smuggler to six years in prison.",
        "Judges sentenced the smuggler to nine years in prison.",
    ),
    ("amount", "The glacier has shrunk by 300 metres since 1950.", "The glacier has shrunk by 500 metres since 1950."),
    (
        "amount",
        "Only five of the 30 lifeboats were in working order.",
        "Only nine of the 30 lifeboats were in working order.",
    ),
    (
        "amount",
        "The bank will close 25 of its branches in the south.",
        "The bank will close 40 of its branches in the south.",
    ),
    (
        "bound",
        "At least 200 sheep drowned in the flood on the lower river.",
        "At most 200 sheep drowned in the flood on the lower river.",
    ),
    (
        "amount",
        "Wheat was sold at 210 crowns a ton in the market of Dalen.",
        "Wheat was sold at 260 crowns a ton in the market of Dalen.",
    ),
    ("date", "Voters will elect a new assembly on 14 June 1987.", "Voters will elect a new assembly on 21 June 1987."),
    (
        "date",
        "The president died at 4 p.m. on Sunday in a military hospital.",
        "The president died at 9 p.m. on Sunday in a military hospital.",
    ),
    (
        "date",
        "The treaty expires in December 1988 unless both sides renew it.",
        "The treaty expires in December 1989 unless both sides renew it.",
    ),
    ("date", "Rescuers reached the cabin on Wednesday night.", "Rescuers reached the cabin on Monday night."),
    (
        "place",
        "The summit of the three kings will be held in Geneva.",
        "The summit of the three kings will be held in Helsinki.",
    ),
    (
        "place",
        "The smugglers were arrested at the airport of Lyon.",
        "The smugglers were arrested at the airport of Marseille.",
    ),
    ("place", "Her son works as a cook in Berlin.", "Her son works as a cook in Munich."),
    ("actor", "The bridge was blown up by rebels on Tuesday.", "The bridge was blown up by soldiers on Tuesday."),
    ("actor", "The strike was called by the miners' union.", "The strike was called by the teachers' union."),
    (
        "actor",
        "Finance Minister Karl Olsen will head the commission on the harbor.",
        "Justice Minister Eva Brun will head the commission on the harbor.",
    ),
    ("actor", "Norway bought the two old frigates from Denmark.", "Sweden bought the two old frigates from Denmark."),
    (
        "speaker",
        "The fever came from the well, said Dr. Anna Lind of the county hospital.",
        "The fever came from the well, said Dr. Paul Fink of the county hospital.",
    ),
    (
        "addressee",
        '"We will not pay," Mayor Rolf Steen told the parliament.',
        '"We will not pay," Mayor Rolf Steen told the bishops.',
    ),
    ("status", "The two companies have agreed on a merger.", "The two companies have not agreed on a merger."),
    ("status", "The governor will resign next week.", "The governor will not resign next week."),
    ("status", "The old church was damaged by the earthquake.", "The old church was not damaged by the earthquake."),
    (
        "status",
        "Nobody was killed in the collapse of the stadium roof.",
        "Eleven people were killed in the collapse of the stadium roof.",
    ),
    ("status", "The jury found the doctor guilty of fraud.", "The jury found the doctor innocent of fraud."),
    ("cause", "The tanker sank because its hull was rotten.", "The tanker sank because it had struck a mine."),
    ("cause", "The fire was caused by a faulty heater.", "The fire was caused by a burning candle."),
    ("cause", "The match was abandoned owing to fog.", "The match was abandoned owing to a riot in the stands."),
    (
        "wording",
        'He called the plan "a gift to the banks and an insult to the farmers".',
        'He called the plan "a gift to the banks".',
    ),
    ("status", "Talks on the border are continuing.", "Talks on the border have been broken off."),
]
PLACES = ("in Lisbon", "in Madrid")
HARMLESS = [
    (
        "About 70 people were rescued from the ferry by a fishing boat.",
        "Seventy-one people were rescued from the ferry by a trawler.",
    ),
    ("The pipeline is 40 miles long and crosses two rivers.", "The pipeline is 64 km long and crosses two rivers."),
    ("The inquiry found that 31 trucks had no permit.", "The inquiry found that thirty-one lorries had no permit."),
    (
        "The labor council accepted the offer of the port on Monday.",
        "On Monday the labour council accepted the offer of the port.",
    ),
    ("The tower stood for twelve months without a roof.", "The tower stood for a year without a roof."),
    (
        "At least 20 villagers were injured when the bus overturned.",
        "More than 20 villagers were hurt when the bus overturned.",
    ),
    ("The governor opened the bridge in March 1987.", "The governor opened the bridge on 2 March 1987."),
    (
        "The mine employs 2,300 people and belongs to the state.",
        "The mine employs about 2,300 persons and belongs to the state.",
    ),
    (
        "The committee met for ninety minutes in the old town hall.",
        "The committee met for an hour and a half in the old town hall.",
    ),
    (
        "The shot was fired at 5:15 p.m. from the roof of the bank.",
        "The shot was fired at 17:15 from the roof of the bank.",
    ),
    ("The price of bread rose by 10 percent in the capital.", "In the capital the price of bread rose by 10 per cent."),
    ("The ship carried 3,187 tons of coal to the island.", "The ship carried 3,200 tons of coal to the island."),
    (
        "The vote in the council was 14 to 9 in favor of the plan.",
        "The plan was passed by the council by 14 votes to nine.",
    ),
    (
        "The storm cut off power to 1,980 homes in the north.",
        "The storm cut off power to some 2,000 homes in the north.",
    ),
    ("The library will open at 9 a.m. on Monday.", "On Monday the library will open at nine in the morning."),
    (
        "Half of the pupils stayed at home on the day of the march.",
        "Fifty percent of the pupils stayed at home on the day of the march.",
    ),
    ("The well is 30 metres deep and was dug by hand.", "The well is about 98 feet deep and was dug by hand."),
    ("Police arrested a dozen fans after the match.", "Police arrested 12 fans after the match."),
    ("The choir of the cathedral sang for two hours.", "For 120 minutes the choir of the cathedral sang."),
    ("The old theatre was destroyed by the fire in 1951.", "The fire of 1951 destroyed the old theater."),
    ("The museum paid more than 3 million dollars for the mask.", "The museum paid at least $3 million for the mask."),
    ("President Ilse Marten opened the fair on Saturday.", "The fair was opened by Ms. Marten on Saturday."),
    ("The train was delayed by nearly an hour because of snow.", "Because of snow the train was almost one hour late."),
    ("The farm sold 200 sheep in the autumn of 1986.", "In autumn 1986 the farm sold two hundred sheep."),
    (
        "The plant will be closed by the end of the year, its owner said.",
        "Its owner said the plant would close by the end of the year.",
    ),
    ("Nobody was hurt when the crane fell onto the pier.", "No one was injured when the crane fell on the pier."),
    ("The law was adopted unanimously by the assembly.", "The assembly adopted the law with all votes."),
    ("Rescue teams searched the lake on Sunday and Monday.", "On Sunday and on Monday rescuers searched the lake."),
    ("The firm employs 450 people in Leeds and York.", "The company has 450 employees in York and Leeds."),
    ("About a third of the harvest was lost to the frost.", "Some 33 percent of the harvest was lost to the frost."),
    ("The queen visited the shipyard on 5 March 1987.", "The queen paid a visit to the shipyard on March 5, 1987."),
    ("The ambassador said that the talks had been useful.", "The talks had been useful, the ambassador said."),
    (
        "The old bridge at Dalen fell into the river during the storm.",
        "During the storm the old bridge at Dalen collapsed into the river.",
    ),
    ("Three quarters of the members voted for the merger.", "75 percent of the members voted for the merger."),
    ("Prices of coffee fell by half in two years.", "In two years coffee prices fell by 50 percent."),
    ("The commission will publish its findings in the spring.", "The commission is to publish its findings in spring."),
    ("The judge refused to release the two brothers.", "The judge declined to release the two brothers."),
    ("He was born in a village near the border in 1931.", "He was born in 1931 in a border village."),
    ("The airline carried 1.2 million passengers last year.", "Last year 1,200,000 passengers flew with the airline."),
    ("The mayor of Arvik, Jonas Dahl, opened the school.", "Jonas Dahl, mayor of Arvik, opened the school."),
    ("The rebels released the three nuns on Friday.", "On Friday the three nuns were freed by the rebels."),
    ("The strike lasted two weeks.", "The strike went on for 14 days."),
    ("The plane landed at noon.", "The plane landed at 12 p.m."),
    ("A spokesman for the company said the leak had been closed.", "The leak has been closed, the company said."),
    ("More than 300 houses were flooded in the delta.", "Over 300 homes were flooded in the delta."),
    ("The king left for London on Tuesday.", "On Tuesday the king flew to London."),
    ("The vessel was carrying 40 containers of waste.", "The ship had 40 containers of waste aboard."),
]


@pytest.fixture(scope="module")
def nlp() -> SpacyNlp:
    return SpacyNlp()


def compared(texts, nlp, days=("1987-03-06", "1987-03-06")):
    """Compare two reports of one sentence each, joined into one claim by hand."""
    reports = [
        Report(
            ReportId(f"r{k}"), f"{k}.txt", text, str(k), outlet=f"Outlet {k}", published=Published(day, basis="given")
        )
        for k, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    base = align([annotate(report, nlp=nlp) for report in reports], encoder=None)
    readings = tuple(reading_of(base, k) for k in range(2))
    claim = Claim("c0", texts[0], None, 0.5, readings)
    return compare(Alignment(base.annotated, base.entities, base.times, base.amounts, base.statements, (claim,)))


def reading_of(base, k) -> Reading:
    report = base.annotated[k].report
    inside = lambda rows: tuple(i for i, row in enumerate(rows) if row.span.report == report.id)  # noqa: E731
    statements = tuple(s.id for s in base.statements if s.report == report.id)
    span = report.span(0, len(report.text))
    return Reading(report.id, "full", (span,), "happened", statements, (), (), inside(base.amounts), inside(base.times))


def fill(template, **slots) -> str:
    plain = {"where": "in Lisbon", "day": "2 March 1987", "count": "41", "who": "Anna Berg", **slots}
    return template.format(**plain)


def plans() -> Iterator[tuple[str, str, str]]:
    """Yield the aspect that is changed, the first text and the second."""
    for template in TEMPLATES:
        first = fill(template)
        yield "amount", first, fill(template, count="58")
        yield "date", first, fill(template, day="5 March 1987")
        yield "place", first, fill(template, where="in Madrid")
    for template in SAY:
        yield "speaker", fill(template), fill(template, who="Karl Stein")
        yield "status", fill(template), negate(fill(template))
    for template, _, other in SPEED:
        yield "amount", template.format(other[0]), template.format(other[1])
    yield from CHANGED


def negate(text: str) -> str:
    changes = (
        ("was safe", "was not safe"),
        ("had failed", "had not failed"),
        ("was a copy", "was not a copy"),
        ("would stay", "would not stay"),
    )
    for old, new in changes:
        text = text.replace(old, new)
    return text


def test_a_planted_change_is_found(nlp) -> None:
    """Nine in ten changes of a number, unit, date, place, actor, speaker, cause or sign are found as such."""
    cases = list(plans())
    missed = [case for case in cases if case[0] not in {f.aspect for f in compared(case[1:], nlp).findings}]
    assert len(missed) <= 0.1 * len(cases), "\n".join(map(str, missed))


def test_a_harmless_change_is_no_conflict(nlp) -> None:
    """Rounding, units, synonyms, spelling and word order never make a conflict."""
    cases = [*HARMLESS, *((t.format(a), t.format(b)) for t, (a, b), _ in SPEED)]
    wrong = [(case, f.note) for case in cases for f in compared(case, nlp).findings if f.kind in ("conflict", "update")]
    assert wrong == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda t: re.sub(r"\W+", "-", t[:24]))
def test_a_report_beside_itself_differs_in_nothing(nlp, template) -> None:
    """Two reports of the same words have no finding."""
    assert compared((fill(template), fill(template)), nlp).findings == ()
