"""What stands beside a quotation: how it is told."""

import pytest
from msgspec.structs import replace

from onrecord.show.lookup import look_up
from onrecord.show.quotes_view import NOBODY, list_speakers


def test_the_words_that_introduce_a_remark_stand_beside_it(bridge):
    """What a report has somebody deny is not read as what he said: the cue is printed with it."""
    statement = next(each for each in bridge.statements if each.mode == "indirect")
    notes = next(report for report in bridge.reports if report.id == statement.report)
    cue = notes.span(0, 3)
    record = replace(bridge, statements=(replace(statement, cue=(cue,)),), utterances=())
    (line,) = list_speakers(look_up(record))[0].others
    assert line.told[:2] == ("indirect", f"“{cue.exact}”")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        pytest.param("We", NOBODY, id="pronoun"),
        pytest.param("it", NOBODY, id="inside-a-sentence"),
        pytest.param("harbor chief", "harbor chief", id="noun"),
    ],
)
def test_a_word_that_names_nobody_is_no_speaker(bridge, source, name):
    """Without a speaker found, "it" or "we" names none; the word itself stands beside the statement."""
    statement = next(each for each in bridge.statements if each.report == "post" and each.mode == "direct")
    report = next(report for report in bridge.reports if report.id == "post")
    at = report.text.index(source)
    statement = replace(statement, speaker=None, source=report.span(at, at + len(source)))
    (speaker,) = list_speakers(look_up(replace(bridge, statements=(statement,), utterances=())))
    assert speaker.name == name
    assert (f"by “{source}”" in speaker.others[0].told) == (name == NOBODY)
