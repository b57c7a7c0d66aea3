"""What stands beside a quotation: how it is told."""

from msgspec.structs import replace

from onrecord.show.lookup import look_up
from onrecord.show.quotes_view import list_speakers


def test_the_words_that_introduce_a_remark_stand_beside_it(bridge):
    """What a report has somebody deny is not read as what he said: the cue is printed with it."""
    statement = next(each for each in bridge.statements if each.mode == "indirect")
    notes = next(report for report in bridge.reports if report.id == statement.report)
    cue = notes.span(0, 3)
    record = replace(bridge, statements=(replace(statement, cue=(cue,)),), utterances=())
    (line,) = list_speakers(look_up(record))[0].others
    assert line.told[:2] == ("indirect", f"“{cue.exact}”")
