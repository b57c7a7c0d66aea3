"""The note of a finding of wording quotes what differs."""

from onrecord.model.claims import Finding
from onrecord.show.notes import say_note

LONG = '"We have not saved the lake," she said. "We have stopped pretending."\n'
SHORT = '"We have not saved the lake," Mara Quill said.\n'


def finding_of(made, aspect, *places):
    m = made.Maker(made.report("a", "The Post", LONG), made.report("b", "The Herald", SHORT))
    sides = tuple(m.side("words", *((name, words) for words in side)) for name, side in places)
    return Finding("f", "framing", aspect, ("k",), sides, "One quotes more: “We have not saved the lake”; “so”.")


def test_the_words_that_differ_are_quoted(made):
    """Where both sides begin with the same quotation, each has the piece that the other lacks."""
    both = ("a", ("We have not saved the lake", "We have stopped pretending")), ("b", ("We have not saved the lake",))
    said = say_note(finding_of(made, "wording", *both))
    assert said == "One quotes more: “We have stopped pretending”; “We have not saved the lake”."


def test_other_notes_stay(made):
    """A note whose quotations differ already, or that is of something else, is printed as it is."""
    apart = ("a", ("We have stopped pretending",)), ("b", ("We have not saved the lake",))
    alike = ("a", ("We have not saved the lake",)), ("b", ("We have not saved the lake",))
    for finding in (finding_of(made, "wording", *apart), finding_of(made, "speaker", *alike)):
        assert say_note(finding) == finding.note
